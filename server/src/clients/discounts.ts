import type { ClientDiscount, ClientDiscountDraft, PageQuery } from '@zapis/sdk/contract'
import type { Knex } from 'knex'
import { audit } from '../audit/append.ts'
import { byId, keysetPage, type Page } from '../db/keyset.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault, type FieldFault } from '../fault.ts'
import type { Call } from '../http/call.ts'

interface Row extends Omit<ClientDiscount, 'created_at' | 'reason'> {
  reason: string | null
  created_at: Date
}

const columns = `id, client_id, service_id, discount_percent::float8 as discount_percent, valid_from, valid_to, reason, version, created_at`
const sorts = { id: [byId] }

const insert = statement(
  'client_discounts_insert',
  `insert into client_discounts (organization_id, client_id, service_id, discount_percent, valid_from, valid_to, reason)
   values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
)
const lock = statement(
  'client_discounts_lock',
  `select ${columns} from client_discounts where organization_id = $1 and client_id = $2 and id = $3 for update`,
)
const remove = statement(
  'client_discounts_remove',
  `delete from client_discounts where organization_id = $1 and id = $2`,
)

export async function listDiscounts(
  tx: Tx,
  clientId: number,
  wanted: PageQuery,
): Promise<Page<ClientDiscount>> {
  return discountPage(tx, ofClient(tx, clientId), wanted)
}

/** Those that a visit on this day would have, in the organization's zone. */
export async function listDiscountsAt(
  tx: Tx,
  clientId: number,
  now: Date,
  wanted: PageQuery,
): Promise<Page<ClientDiscount>> {
  const today = `(select (?::timestamptz at time zone time_zone)::date from organizations where id = ?)`
  const day = [now, tx.organizationId]
  const query = ofClient(tx, clientId)
    .whereRaw(`(valid_from is null or valid_from <= ${today})`, day)
    .whereRaw(`(valid_to is null or valid_to >= ${today})`, day)
  return discountPage(tx, query, wanted)
}

export async function addDiscount(
  tx: Tx,
  call: Pick<Call, 'caller' | 'operation'>,
  clientId: number,
  draft: ClientDiscountDraft,
): Promise<ClientDiscount> {
  const errors = faultsOf(draft)
  if (errors.length > 0) throw new Fault('invalid_data', { errors })
  const row = await tx.one<Row>(insert, [
    tx.organizationId,
    clientId,
    draft.service_id ?? null,
    draft.discount_percent,
    draft.valid_from ?? null,
    draft.valid_to ?? null,
    draft.reason || null,
  ])
  await audit(tx, call, `client:${clientId}`, null, recorded(row))
  return present(row)
}

/** Visits keep the discount that they were booked with. */
export async function removeDiscount(tx: Tx, call: Call<'clients.removeDiscount'>): Promise<null> {
  const { id: clientId, discount_id: id } = call.params
  const row = await tx.maybe<Row>(lock, [tx.organizationId, clientId, id])
  if (row === undefined) throw new Fault('not_found')
  if (call.ifMatch !== null && call.ifMatch !== row.version) throw new Fault('version_conflict')
  await tx.query(remove, [tx.organizationId, id])
  await audit(tx, call, `client:${clientId}`, recorded(row), null)
  return null
}

function ofClient(tx: Tx, clientId: number): Knex.QueryBuilder {
  return tx
    .builder('client_discounts')
    .where({ organization_id: tx.organizationId, client_id: clientId })
    .select(tx.builder.raw(columns))
}

async function discountPage(
  tx: Tx,
  query: Knex.QueryBuilder,
  wanted: PageQuery,
): Promise<Page<ClientDiscount>> {
  const page = await keysetPage<Row>(tx, query, sorts, wanted)
  return { ...page, data: page.data.map(present) }
}

/** PostgreSQL would round what has more decimals than it keeps. */
function faultsOf({ discount_percent, valid_from, valid_to }: ClientDiscountDraft): FieldFault[] {
  const hundredths = discount_percent * 100
  const rounded = Math.abs(hundredths - Math.round(hundredths)) > 1e-6
  return [
    ...(rounded ? [{ pointer: '/discount_percent', code: 'invalid' }] : []),
    ...(valid_from && valid_to && valid_from > valid_to
      ? [{ pointer: '/valid_to', code: 'invalid' }]
      : []),
  ]
}

function present(row: Row): ClientDiscount {
  return { ...row, reason: row.reason ?? '', created_at: row.created_at.toISOString() }
}

/** The reason may speak of the person, and the audit log outlives them. */
function recorded(row: Row): Record<string, unknown> {
  const { id, service_id, discount_percent, valid_from, valid_to } = row
  return { discount_id: id, service_id, discount_percent, valid_from, valid_to }
}
