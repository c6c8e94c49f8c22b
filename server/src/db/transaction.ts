import type { Knex } from 'knex'
import type pg from 'pg'
import type { Database } from './database.ts'

/** A statement that each connection prepares once. */
export interface Statement {
  name: string
  text: string
}

export function statement(name: string, text: string): Statement {
  return { name, text }
}

export interface Tx {
  /** null outside a tenant: nothing of any organization is seen. */
  readonly organizationId: number | null
  readonly builder: Knex
  query<Row>(sql: string | Statement, values?: unknown[]): Promise<Row[]>
  /** Exactly the first row; none is a programmer's error. */
  one<Row>(sql: string | Statement, values?: unknown[]): Promise<Row>
  maybe<Row>(sql: string | Statement, values?: unknown[]): Promise<Row | undefined>
  /** Runs SQL made by the builder. */
  run<Row>(query: Knex.QueryBuilder | Knex.Raw): Promise<Row[]>
  /** Courtesies (cache versions, dropping a hold) done once the commit is certain; what must not be lost is an outbox row instead. */
  afterCommit(action: () => Promise<void> | void): void
}

const RETRIED = new Set(['40001', '40P01'])
const TRIES = 3

/** One transaction, as one organization; a serialization failure or deadlock is tried again from the start. */
export async function transaction<T>(
  db: Database,
  organizationId: number | null,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const after: (() => Promise<void> | void)[] = []
    try {
      const result = await attemptOnce(db, organizationId, work, after)
      for (const action of after) await action()
      return result
    } catch (error) {
      if (attempt === TRIES || !RETRIED.has(sqlState(error))) throw error
    }
  }
}

export function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}

async function attemptOnce<T>(
  db: Database,
  organizationId: number | null,
  work: (tx: Tx) => Promise<T>,
  after: (() => Promise<void> | void)[],
): Promise<T> {
  const client = await db.pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin(organizationId))
    const result = await work(onClient(client, db.builder, organizationId, after))
    await client.query('commit')
    return result
  } catch (error) {
    // A connection that is silent, or whose rollback fails, is not given back to the pool.
    if (isSilence(error)) broken = error
    else
      await client.query('rollback').catch((reason: unknown) => {
        broken = reason instanceof Error ? reason : new Error(String(reason))
      })
    throw error
  } finally {
    client.release(broken)
  }
}

/** No answer within `query_timeout`: the rollback would have none either. */
function isSilence(error: unknown): error is Error {
  return error instanceof Error && error.message === 'Query read timeout'
}

/** Begin and tenant in one round trip; the number is ours and an integer, so it may stand in the text. */
function begin(organizationId: number | null): string {
  if (organizationId === null) return 'begin'
  if (!Number.isSafeInteger(organizationId)) throw new TypeError('organization id')
  return `begin; select set_config('app.organization_id', '${organizationId}', true)`
}

function onClient(
  client: pg.PoolClient,
  builder: Knex,
  organizationId: number | null,
  after: (() => Promise<void> | void)[],
): Tx {
  async function query<Row>(sql: string | Statement, values: unknown[] = []): Promise<Row[]> {
    const config = typeof sql === 'string' ? { text: sql, values } : { ...sql, values }
    const { rows } = await client.query(config)
    // The one place where SQL's answer gets its type: the caller names the columns it selected.
    return rows as Row[]
  }
  return {
    organizationId,
    builder,
    query,
    async one<Row>(sql: string | Statement, values?: unknown[]) {
      const [row] = await query<Row>(sql, values)
      if (row === undefined) throw new Error('a row was expected')
      return row
    },
    async maybe<Row>(sql: string | Statement, values?: unknown[]) {
      return (await query<Row>(sql, values))[0]
    },
    async run<Row>(built: Knex.QueryBuilder | Knex.Raw) {
      const { sql, bindings } = built.toSQL().toNative()
      return query<Row>(sql, [...bindings])
    },
    afterCommit: (action) => void after.push(action),
  }
}
