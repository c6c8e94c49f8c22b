import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { lockRow } from '../db/lock-row.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault, type FieldFault } from '../fault.ts'
import { configurationChanged, lockCatalogue } from './changed.ts'
import { itemOf, type Asked, type AskedOne, type Kept, type ListQuery, type Noun } from './noun.ts'
import { requireReferences } from './references.ts'
import { viewerOf } from './viewer.ts'

export async function create<Row extends Kept, Draft, Query extends ListQuery, Item extends object>(
  app: App,
  noun: Noun<Row, Draft, Query, Item>,
  call: Asked & { body: Draft },
  tx: Tx,
): Promise<Item> {
  await lockCatalogue(tx)
  const values = await valuesOf(tx, noun, call.body)
  const [row] = await tx.run<Row>(
    tx
      .builder(noun.table)
      .insert({ organization_id: tx.organizationId, ...values })
      .returning('*'),
  )
  if (row === undefined) throw new Error('nothing was inserted')
  await noun.link?.(tx, row.id, call.body)
  const item = await itemOf(tx, noun, row, await viewerOf(app, call, tx))
  await audit(tx, call, `${noun.kind}:${row.id}`, null, audited(item))
  configurationChanged(app, tx)
  return item
}

/** Links alone make a new version too: they are a part of what was read. */
export async function update<Row extends Kept, Draft, Query extends ListQuery, Item extends object>(
  app: App,
  noun: Noun<Row, Draft, Query, Item>,
  call: AskedOne & { body: Partial<Draft> },
  tx: Tx,
): Promise<Item> {
  await lockCatalogue(tx)
  const { id } = call.params
  const found = await lockRow<Row>(tx, noun.table, id, call.ifMatch)
  const viewer = await viewerOf(app, call, tx)
  refuse((await noun.frozen?.(tx, found, call.body)) ?? [])
  const before = await itemOf(tx, noun, found, viewer)
  const row = await updateRow<Row>(tx, noun.table, id, await valuesOf(tx, noun, call.body))
  await noun.link?.(tx, id, call.body)
  const item = await itemOf(tx, noun, row, viewer)
  await audit(tx, call, `${noun.kind}:${id}`, audited(before), audited(item))
  configurationChanged(app, tx)
  return item
}

/** Coming appointments of what is archived stay as they are. */
export async function archive(
  app: App,
  noun: { kind: string; table: string },
  call: AskedOne,
  tx: Tx,
): Promise<null> {
  await setArchived(app, noun, true, call, tx)
  return null
}

export async function restore<
  Row extends Kept,
  Draft,
  Query extends ListQuery,
  Item extends object,
>(app: App, noun: Noun<Row, Draft, Query, Item>, call: AskedOne, tx: Tx): Promise<Item> {
  const row = await setArchived<Row>(app, noun, false, call, tx)
  return itemOf(tx, noun, row, await viewerOf(app, call, tx))
}

/** What is there already stays as it is. */
async function setArchived<Row extends Kept>(
  app: App,
  { kind, table }: { kind: string; table: string },
  archived: boolean,
  call: AskedOne,
  tx: Tx,
): Promise<Row> {
  await lockCatalogue(tx)
  const { id } = call.params
  const before = await lockRow<Row>(tx, table, id, call.ifMatch)
  if ((before.archived_at !== null) === archived) return before
  const archived_at = archived ? tx.builder.fn.now() : null
  const row = await updateRow<Row>(tx, table, id, { archived_at })
  const was = { archived_at: before.archived_at }
  await audit(tx, call, `${kind}:${id}`, was, { archived_at: row.archived_at })
  configurationChanged(app, tx)
  return row
}

async function valuesOf<Row extends Kept, Draft, Query extends ListQuery, Item extends object>(
  tx: Tx,
  noun: Noun<Row, Draft, Query, Item>,
  draft: Partial<Draft>,
): Promise<Record<string, unknown>> {
  refuse(noun.faults?.(draft) ?? [])
  await requireReferences(tx, noun.references?.(draft) ?? [])
  const given = noun.columns.filter((column) => draft[column] !== undefined)
  return {
    ...Object.fromEntries(given.map((column) => [column, draft[column]])),
    ...(await noun.values?.(tx, draft)),
  }
}

function refuse(errors: FieldFault[]): void {
  if (errors.length > 0) throw new Fault('invalid_data', { errors })
}

async function updateRow<Row>(
  tx: Tx,
  table: string,
  id: number,
  values: Record<string, unknown>,
): Promise<Row> {
  const [row] = await tx.run<Row>(
    tx
      .builder(table)
      .where({ organization_id: tx.organizationId, id })
      .update({ ...values, updated_at: tx.builder.fn.now() })
      .returning('*'),
  )
  if (row === undefined) throw new Error('a locked row is gone')
  return row
}

/** What every change changes is no news. */
function audited(item: object): Record<string, unknown> {
  const members = Object.entries(item)
  return Object.fromEntries(members.filter(([name]) => name !== 'version' && name !== 'updated_at'))
}
