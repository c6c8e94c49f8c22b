import type { Knex } from 'knex'
import type { App } from '../app-context.ts'
import { keysetPage, type Page } from '../db/keyset.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { itemOf, type Asked, type AskedOne, type Kept, type ListQuery, type Noun } from './noun.ts'
import { viewerOf, type Viewer } from './viewer.ts'

type AnyNoun = Pick<Noun<Kept, never, ListQuery, object>, 'table' | 'parent'>

export async function list<Row extends Kept, Draft, Query extends ListQuery, Item extends object>(
  app: App,
  noun: Noun<Row, Draft, Query, Item>,
  call: Asked & { query: Query },
  tx: Tx,
): Promise<Page<Item>> {
  const viewer = await viewerOf(app, call, tx)
  const query = visible(tx, noun, viewer)
  if (!viewer.ours || call.query.archived !== true) query.whereNull('archived_at')
  await noun.filter?.(tx, query, call.query, viewer)
  const page = await keysetPage<Row>(tx, query, noun.sorts(viewer), call.query)
  return { ...page, data: await noun.items(tx, page.data, viewer) }
}

export async function get<Row extends Kept, Draft, Query extends ListQuery, Item extends object>(
  app: App,
  noun: Noun<Row, Draft, Query, Item>,
  call: AskedOne,
  tx: Tx,
): Promise<Item> {
  const viewer = await viewerOf(app, call, tx)
  const query = visible(tx, noun, viewer).where({ id: call.params.id })
  if (!viewer.ours) query.whereNull('archived_at')
  const [row] = await tx.run<Row>(query)
  if (row === undefined) throw new Fault('not_found')
  return itemOf(tx, noun, row, viewer)
}

/** The rows, those in the archive too, but what belongs to something archived only for us. */
function visible(tx: Tx, { table, parent }: AnyNoun, { ours }: Viewer): Knex.QueryBuilder {
  const query = tx.builder(table).where({ organization_id: tx.organizationId }).select(`${table}.*`)
  if (parent !== undefined && !ours) {
    const parents = tx
      .builder(parent.table)
      .where({ organization_id: tx.organizationId })
      .whereNull('archived_at')
    query.whereIn(parent.column, parents.select('id'))
  }
  return query
}
