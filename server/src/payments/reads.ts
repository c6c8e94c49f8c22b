import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { byId, keysetPage, key } from '../db/keyset.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call, Caller } from '../http/call.ts'
import { differenceColumns, type DifferenceRow } from './differences.ts'
import { presentDifference, presentPayment } from './present.ts'
import { paymentById, paymentColumns, type PaymentRow } from './rows.ts'

/** What is not one's own is not there. */
export async function visiblePayment(tx: Tx, caller: Caller, id: number): Promise<PaymentRow> {
  const row = await paymentById(tx, id)
  if (row === undefined || (caller.kind === 'client' && row.client_id !== caller.clientId))
    throw new Fault('not_found')
  return row
}

const newest = { id: [byId] }

export async function listPayments(app: App, tx: Tx, { caller, query }: Call<'payments.list'>) {
  const { client_id, appointment_id, status, ...wanted } = query
  const filters = Object.entries({ client_id, appointment_id, status }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  const found = tx
    .builder('payments')
    .where({ organization_id: tx.organizationId, ...Object.fromEntries(filters) })
    .select(paymentColumns.split(/,\s*/))
  if (caller.kind === 'client') found.where({ client_id: caller.clientId })
  const page = await keysetPage<PaymentRow>(tx, found, newest, { ...wanted, sort: '-id' })
  return { ...page, data: page.data.map((row) => presentPayment(app.config, row)) }
}

/** Those that wait first, the newest first. */
const waiting = { waits: [key('(settled_at is null)', 'boolean'), byId] }

export async function listDifferences(tx: Tx, { query }: Call<'payments.differences'>) {
  const found = tx
    .builder('payment_differences')
    .where({ organization_id: tx.organizationId })
    .select(differenceColumns.split(', '))
  const page = await keysetPage<DifferenceRow>(tx, found, waiting, { ...query, sort: '-waits' })
  return { ...page, data: page.data.map(presentDifference) }
}

const settle = statement(
  'payment_difference_settle',
  `update payment_differences set settled_at = coalesce(settled_at, clock_timestamp()), note = $3
   where organization_id = $1 and id = $2 returning ${differenceColumns}`,
)

/** Looked at. Nothing else changes: what is to be done about it is a refund, a correction, or nothing. */
export async function settleDifference(tx: Tx, call: Call<'payments.settleDifference'>) {
  const { params, body } = call
  const row = await tx.maybe<DifferenceRow>(settle, [tx.organizationId, params.id, body.note])
  if (row === undefined) throw new Fault('not_found')
  await audit(
    tx,
    call,
    `payment_difference:${row.id}`,
    { settled: false },
    { settled: true, reason: body.note },
  )
  return presentDifference(row)
}
