import type { App } from '../app-context.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import { pauseMs, type ProviderName } from '../payments/payment.ts'
import {
  ProviderFailed,
  type ReceiptOrder,
  type ReceiptTruth,
} from '../payments/providers/provider.ts'
import { providerOf } from '../payments/providers/providers.ts'
import type { ReceiptRow } from './rows.ts'
import { receiptColumns } from './rows.ts'

const BATCH = 20
/** A try that was killed is made again after this. */
const LEASE_SECONDS = 60

const due = statement('receipts_due', 'select organization_id, id from due_receipts($1)')
const claim = statement(
  'receipt_claim',
  `update receipts r set next_at = clock_timestamp() + make_interval(secs => $3), attempts = least(attempts + 1, 1000)
   where r.organization_id = $1 and r.id = $2 and r.status in ('queued', 'sent') and r.next_at <= clock_timestamp()
   returning ${receiptColumns}`,
)
const customer = statement(
  'receipt_customer',
  `select c.phone, c.email from clients c where c.organization_id = $1 and c.id = $2`,
)
/** Of the payment, or of the refund: that is what the receipt is of, there. */
const subject = statement(
  'receipt_subject',
  `select case when r.kind = 'income' then p.provider_id else f.provider_id end as id from receipts r
   join payments p on p.organization_id = r.organization_id and p.id = r.payment_id
   left join payment_refunds f on f.organization_id = r.organization_id and f.id = r.payment_refund_id
   where r.organization_id = $1 and r.id = $2`,
)
/** Of the same payment, all but itself. */
const others = statement(
  'receipt_others',
  `select o.provider_id from receipts o join receipts r on r.organization_id = o.organization_id and r.payment_id = o.payment_id
   where r.organization_id = $1 and r.id = $2 and o.id <> r.id and o.provider_id is not null`,
)
const save = statement(
  'receipt_save',
  `update receipts set status = $3::text, provider_id = coalesce($4, provider_id), fiscal_number = coalesce($5, fiscal_number), error = left($6, 500),
     next_at = clock_timestamp() + make_interval(secs => $7), registered_at = case when $3::text = 'registered' then clock_timestamp() end
   where organization_id = $1 and id = $2 and status in ('queued', 'sent')`,
)

/** Receipts that wait are handed to whoever registers them, outside any transaction. Answers whether there may be more. */
export async function sendReceipts(
  app: App,
  signal: Pick<AbortSignal, 'aborted'>,
): Promise<boolean> {
  const found = await transaction(app.db, null, (tx) =>
    tx.query<{ organization_id: number; id: number }>(due, [BATCH]),
  )
  for (const { organization_id, id } of found) {
    if (signal.aborted) return false
    await sendReceipt(app, organization_id, id)
  }
  return found.length === BATCH
}

async function sendReceipt(app: App, organizationId: number, id: number): Promise<void> {
  const claimed = await transaction(app.db, organizationId, async (tx) => {
    const row = await tx.maybe<ReceiptRow>(claim, [organizationId, id, LEASE_SECONDS])
    return row === undefined ? null : { row, order: await orderOf(tx, organizationId, row) }
  })
  if (claimed === null) return
  const { row, order } = claimed
  const outcome = await attempt(app, row, order)
  await transaction(app.db, organizationId, async (tx) => {
    await tx.query(save, [organizationId, id, ...outcomeValues(row, outcome)])
  })
}

function outcomeValues(row: ReceiptRow, outcome: ReceiptTruth | ProviderFailed): unknown[] {
  const pause = pauseMs(row.attempts - 1) / 1000
  if (outcome instanceof ProviderFailed)
    return [outcome.isPassing ? row.status : 'failed', null, null, outcome.message, pause]
  return [outcome.status, outcome.providerId, outcome.fiscalNumber, outcome.error, pause]
}

/** What is personal is read when it is sent, and kept nowhere else. */
async function orderOf(
  tx: Tx,
  organizationId: number,
  row: ReceiptRow,
): Promise<ReceiptOrder | string> {
  const about = await tx.one<{ id: string | null }>(subject, [organizationId, row.id])
  const buyer = await tx.maybe<ReceiptOrder['customer']>(customer, [organizationId, row.client_id])
  if (about.id === null) return 'the provider has no such payment'
  if (buyer === undefined || (buyer.phone === null && buyer.email === null))
    return 'the client has neither a phone nor an e-mail'
  const known = await tx.query<{ provider_id: string }>(others, [organizationId, row.id])
  const { currency } = row
  return {
    key: `receipt:${organizationId}:${row.id}:${row.round}`,
    kind: row.kind,
    subjectId: about.id,
    isOffset: row.offset_of !== null,
    customer: buyer,
    amount: row.total,
    currency,
    again: row.attempts > 1,
    known: known.map(({ provider_id }) => provider_id),
    lines: row.items.map((item) => ({
      ...{ title: item.title, quantity: item.quantity, vat: item.vat, currency },
      amount: item.amount,
      method: item.payment_method,
      object: item.payment_object,
    })),
  }
}

async function attempt(
  app: App,
  row: ReceiptRow,
  order: ReceiptOrder | string,
): Promise<ReceiptTruth | ProviderFailed> {
  const receipts = providerOf(app.config, row.provider as ProviderName)?.receipts
  if (receipts == null) return new ProviderFailed(`${row.provider} is not set up`, true)
  try {
    if (row.provider_id !== null) return await receipts.fetch(row.provider_id)
    return typeof order === 'string'
      ? new ProviderFailed(order, false)
      : await receipts.register(order)
  } catch (error) {
    if (error instanceof ProviderFailed) return error
    throw error
  }
}
