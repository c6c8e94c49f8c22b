import type pg from 'pg'

export interface Seen {
  checkouts: number
  faults: number
  /** What a connection still had from whoever had it before. */
  leftovers: string[]
}

const state = `select coalesce(current_setting('app.organization_id', true), '') as tenant, current_user as role,
  now() <> statement_timestamp() as open`

/**
 * Looks at every connection as it leaves the pool, and breaks some of what is done on it: an error of the program, of the
 * server, a cancelled statement, a connection that is gone.
 */
export function faultyPool(pool: pg.Pool, random: () => number): Seen {
  const seen: Seen = { checkouts: 0, faults: 0, leftovers: [] }
  const connect = pool.connect.bind(pool)
  const faulty = async (...callback: unknown[]): Promise<pg.PoolClient> => {
    // `pool.query` takes its connection by a callback, and has no transaction.
    if (callback.length > 0) return (connect as (...args: unknown[]) => never)(...callback)
    const client = await connect()
    const { rows } = await client.query<{ tenant: string; role: string; open: boolean }>(state)
    const [left] = rows
    seen.checkouts++
    if (left?.tenant !== '' || left.role !== 'zapis_app' || left.open)
      seen.leftovers.push(JSON.stringify(left))
    if (random() < 0.07) breakSoon(client, random, seen)
    return client
  }
  pool.connect = faulty as typeof pool.connect
  return seen
}

function breakSoon(client: pg.PoolClient, random: () => number, seen: Seen): void {
  const { query, release } = client
  const run = query.bind(client) as (...args: unknown[]) => Promise<unknown>
  let left = 1 + Math.floor(random() * 4)
  const broken = async (...args: unknown[]): Promise<unknown> => {
    if (--left !== 0) return run(...args)
    seen.faults++
    const kind = random()
    if (kind < 0.5) throw new Error('a fault of the test')
    if (kind < 0.7) return run('select 1 / 0')
    if (kind < 0.9) return run('select pg_cancel_backend(pg_backend_pid())')
    return run('select pg_terminate_backend(pg_backend_pid())')
  }
  client.query = broken as typeof query
  client.release = (error) => {
    client.query = query
    client.release = release
    release.call(client, error)
  }
}

/** mulberry32: the same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
