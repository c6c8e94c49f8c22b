import type { Knex } from 'knex'
import { Fault } from '../fault.ts'
import type { Tx } from './transaction.ts'

/** One expression of an order. It is never null (see `nullable`), and its text form in a cursor loses nothing. */
export interface SortKey {
  sql: string
  type: keyof typeof shapes
}

/**
 * The orders that a list may be asked for, by the name in `sort`; a leading minus turns the whole order round.
 * The first is the default, and the last key of each is unique, so that equal rows have an order too.
 */
export type Sorts = Readonly<Record<string, readonly SortKey[]>>

export interface PageWanted {
  sort?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

export interface Page<Row> {
  data: Row[]
  has_more: boolean
  next_cursor: string | null
}

const DEFAULT_LIMIT = 20

export function key(sql: string, type: SortKey['type']): SortKey {
  return { sql, type }
}

export const byId = key('id', 'integer')

/** Nulls come last, and first when the order is turned round. */
export function nullable(sql: string, type: SortKey['type']): SortKey[] {
  return [
    key(`(${sql} is null)`, 'boolean'),
    key(`coalesce(${sql}, '${shapes[type].blank}'::${type})`, type),
  ]
}

/**
 * One page of the query's rows, which begins after the row that the cursor names, wherever that is by now: rows that
 * come or go meanwhile neither repeat nor hide another. The query selects, joins and filters; it has no order of its own.
 */
export async function keysetPage<Row extends object>(
  tx: Tx,
  query: Knex.QueryBuilder,
  sorts: Sorts,
  wanted: PageWanted,
): Promise<Page<Row>> {
  const sort = wanted.sort ?? Object.keys(sorts)[0] ?? ''
  const descending = sort.startsWith('-')
  const keys = sorts[descending ? sort.slice(1) : sort]
  if (keys === undefined) throw new Error(`no such order: ${sort}`)
  const limit = wanted.limit ?? DEFAULT_LIMIT
  const paged = query.clone().select(position(tx, keys))
  if (wanted.cursor !== undefined) {
    const values = decodeCursor(wanted.cursor, sort, keys)
    const places = keys.map(({ type }) => `?::${type}`).join()
    paged.whereRaw(`(${listed(keys)}) ${descending ? '<' : '>'} (${places})`, values)
  }
  paged.orderByRaw(keys.map(({ sql }) => `${sql} ${descending ? 'desc' : 'asc'}`).join())
  const rows = await tx.run<Row & { keyset_position?: string[] }>(paged.limit(limit + 1))
  const data = rows.slice(0, limit)
  const last = data.at(-1)?.keyset_position
  const more = rows.length > limit
  const next_cursor = more && last !== undefined ? encodeCursor(sort, last) : null
  for (const row of data) delete row.keyset_position
  return { data, has_more: more, next_cursor }
}

/** As text: JavaScript's numbers and dates hold less than PostgreSQL's. */
function position(tx: Tx, keys: readonly SortKey[]): Knex.Raw {
  const texts = keys.map(({ sql }) => `(${sql})::text`).join()
  return tx.builder.raw(`json_build_array(${texts}) as keyset_position`)
}

function listed(keys: readonly SortKey[]): string {
  return keys.map(({ sql }) => sql).join()
}

export function encodeCursor(sort: string, values: readonly string[]): string {
  return Buffer.from(JSON.stringify([sort, ...values])).toString('base64url')
}

/** A cursor is opaque, not secret: one that PostgreSQL could not read, or of another order, is refused here. */
export function decodeCursor(cursor: string, sort: string, keys: readonly SortKey[]): string[] {
  const [order, ...values] = parsed(cursor)
  const texts = values.filter((value) => typeof value === 'string')
  const fits =
    order === sort &&
    values.length === keys.length &&
    keys.every(({ type }, index) => shapes[type].fits(texts[index] ?? '\0'))
  if (!fits) {
    throw new Fault('invalid_request', { errors: [{ pointer: '#cursor', code: 'invalid' }] })
  }
  return texts
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

const MOST_INTEGER = 2_147_483_647

interface Shape {
  /** Stands for null among the values; any would do. */
  blank: string
  fits: (text: string) => boolean
}

const shapes = {
  integer: {
    blank: '0',
    fits: (text) => /^-?\d{1,10}$/.test(text) && Math.abs(Number(text)) <= MOST_INTEGER,
  },
  bigint: { blank: '0', fits: (text) => /^-?\d{1,18}$/.test(text) },
  boolean: { blank: 'false', fits: (text) => text === 'true' || text === 'false' },
  text: { blank: '', fits: (text) => !text.includes('\0') },
  date: { blank: '1970-01-01', fits: isDate },
  time: {
    blank: '00:00:00',
    fits: (text) => /^(([01]\d|2[0-3]):[0-5]\d:[0-5]\d|24:00:00)$/.test(text),
  },
  timestamptz: {
    blank: '1970-01-01 00:00:00+00',
    fits: (text) =>
      isDate(text.slice(0, 10)) &&
      /^ ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/.test(text.slice(10)),
  },
} satisfies Record<string, Shape>

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
