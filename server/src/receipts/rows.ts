import { statement, type Tx } from '../db/transaction.ts'
import type { Document, Item } from './receipt.ts'

export type ReceiptStatus = 'queued' | 'sent' | 'registered' | 'failed'

export interface ReceiptRow {
  id: number
  kind: 'income' | 'income_refund'
  status: ReceiptStatus
  client_id: number | null
  appointment_id: number | null
  payment_id: number | null
  payment_refund_id: number | null
  client_package_id: number | null
  total: number
  items: Item[]
  offset_of: number | null
  provider: string
  provider_id: string | null
  fiscal_number: string | null
  attempts: number
  /** How often staff queued it again. */
  round: number
  error: string | null
  created_at: Date
  registered_at: Date | null
  /** Of the organization. */
  currency: string
}

/** Under the alias `r`. */
export const receiptColumns = `r.id, r.kind, r.status, r.client_id, r.appointment_id, r.payment_id, r.payment_refund_id, r.client_package_id, r.total, r.items,
  r.offset_of, r.provider, r.provider_id, r.fiscal_number, r.attempts, r.round, r.error, r.created_at, r.registered_at,
  (select o.currency from organizations o where o.id = r.organization_id) as currency`

export interface NewReceipt extends Document {
  /** What it is made of, once. */
  cause: string
  provider: string
  clientId: number | null
  appointmentId: number | null
  paymentId: number
  paymentRefundId?: number | null
  clientPackageId: number | null
  offsetOf?: number | null
}

const insert = statement(
  'receipt_insert',
  `insert into receipts (organization_id, kind, client_id, appointment_id, payment_id, payment_refund_id, client_package_id, total, items, offset_of, provider, cause)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (organization_id, cause) do nothing`,
)

export async function insertReceipt(tx: Tx, draft: NewReceipt): Promise<void> {
  await tx.query(insert, [
    tx.organizationId,
    draft.kind,
    draft.clientId,
    draft.appointmentId,
    draft.paymentId,
    draft.paymentRefundId ?? null,
    draft.clientPackageId,
    draft.total,
    JSON.stringify(draft.items),
    draft.offsetOf ?? null,
    draft.provider,
    draft.cause,
  ])
}

const ofPayment = statement(
  'receipts_of_payment',
  `select ${receiptColumns} from receipts r where r.organization_id = $1 and r.payment_id = $2 order by r.id`,
)

export function receiptsOfPayment(tx: Tx, paymentId: number): Promise<ReceiptRow[]> {
  return tx.query(ofPayment, [tx.organizationId, paymentId])
}

const byId = statement(
  'receipt_by_id',
  `select ${receiptColumns} from receipts r where r.organization_id = $1 and r.id = $2`,
)

export function receiptById(tx: Tx, id: number): Promise<ReceiptRow | undefined> {
  return tx.maybe(byId, [tx.organizationId, id])
}
