import type { Knex } from 'knex'
import type { PageWanted, Sorts } from '../db/keyset.ts'
import type { Tx } from '../db/transaction.ts'
import type { FieldFault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import type { Reference } from './references.ts'
import type { Viewer } from './viewer.ts'

/** The columns that every noun of the catalogue has. */
export interface Kept {
  id: number
  version: number
  archived_at: Date | null
  created_at: Date
  updated_at: Date
}

/** What the five nouns of the catalogue do not share; the use-cases are written once, over this. */
export interface Noun<Row extends Kept, Draft, Query extends ListQuery, Item extends object> {
  /** In the audit log. */
  kind: string
  table: string
  /** Members of the draft that are columns as they are. */
  columns: readonly (keyof Draft & string)[]
  /** Columns made of the draft's other members, of those that are given. */
  values?: (tx: Tx, draft: Partial<Draft>) => Promise<Record<string, unknown>>
  /** Rules that the contract's schemas cannot say. */
  faults?: (draft: Partial<Draft>) => FieldFault[]
  /** What of this row cannot change any more. */
  frozen?: (tx: Tx, row: Row, draft: Partial<Draft>) => Promise<FieldFault[]>
  references?: (draft: Partial<Draft>) => Reference[]
  /** Writes the links that are given, each list as a whole. */
  link?: (tx: Tx, id: number, draft: Partial<Draft>) => Promise<void>
  /** While this is archived, the public does not see what belongs to it. */
  parent?: { table: string; column: string }
  sorts: (viewer: Viewer) => Sorts
  filter?: (tx: Tx, query: Knex.QueryBuilder, wanted: Query, viewer: Viewer) => Promise<void> | void
  /** Rows as they are shown, their relations read for all of them at once. */
  items: (tx: Tx, rows: readonly Row[], viewer: Viewer) => Promise<Item[]> | Item[]
}

export interface ListQuery extends PageWanted {
  archived?: boolean
}

/** What the use-cases need of a call. */
export type Asked = Pick<Call, 'caller' | 'locale' | 'operation' | 'ifMatch'>
export type AskedOne = Asked & { params: { id: number } }

/** The members with which every item ends. */
export function kept(row: Kept) {
  return {
    version: row.version,
    archived_at: row.archived_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}

export async function itemOf<Row extends Kept, Item extends object>(
  tx: Tx,
  noun: Pick<Noun<Row, never, ListQuery, Item>, 'items'>,
  row: Row,
  viewer: Viewer,
): Promise<Item> {
  const [item] = await noun.items(tx, [row], viewer)
  if (item === undefined) throw new Error('a row without an item')
  return item
}
