import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { PaymentStatus, ProviderName, Purpose } from './payment.ts'

export interface PaymentRow {
  organization_id: number
  id: number
  client_id: number | null
  provider: ProviderName
  provider_id: string | null
  status: PaymentStatus
  amount: number
  refunded: number
  currency: string
  purpose: Purpose
  appointment_id: number | null
  package_id: number | null
  client_package_id: number | null
  /** Of the package on sale when the payment began. */
  package_visits: number | null
  package_valid_days: number | null
  /** Of the provider; what others are shown is our page (payUrl). */
  payment_url: string | null
  return_url: string | null
  code: string | null
  method: string | null
  error: string | null
  succeeded_at: Date | null
  opened_at: Date | null
  /** When the provider said its last word. */
  closed_at: Date | null
  next_at: Date
  attempts: number
  version: number
  created_at: Date
  updated_at: Date
}

export const paymentColumns = `organization_id, id, client_id, provider, provider_id, status, amount, refunded, currency, purpose, appointment_id, package_id,
  client_package_id, package_visits, package_valid_days, payment_url, return_url, code, method, error, succeeded_at, opened_at, closed_at, next_at, attempts, version, created_at, updated_at`

const byId = statement(
  'payment_by_id',
  `select ${paymentColumns} from payments where organization_id = $1 and id = $2`,
)
const visitLock = statement(
  'payment_visit_lock',
  `select id from appointments where organization_id = $1 and id = $2 for no key update`,
)
const locked = statement(
  'payment_locked',
  `select ${paymentColumns} from payments where organization_id = $1 and id = $2 for no key update`,
)

export function paymentById(tx: Tx, id: number): Promise<PaymentRow | undefined> {
  return tx.maybe(byId, [tx.organizationId, id])
}

/** Its visit first, then itself: the order in which everybody locks them. */
export async function lockPayment(tx: Tx, id: number): Promise<PaymentRow> {
  const seen = await paymentById(tx, id)
  if (seen === undefined) throw new Fault('not_found')
  if (seen.appointment_id !== null)
    await tx.query(visitLock, [tx.organizationId, seen.appointment_id])
  return tx.one(locked, [tx.organizationId, id])
}

export interface NewPayment {
  clientId: number | null
  provider: ProviderName
  status: 'pending' | 'succeeded'
  amount: number
  currency: string
  purpose: Purpose
  appointmentId?: number | null | undefined
  packageId?: number | null | undefined
  clientPackageId?: number | null | undefined
  returnUrl?: string | null | undefined
  code: string | null
  /** Our own page, where it is paid. */
  pageUrl?: string | undefined
}

const insert = statement(
  'payment_insert',
  `insert into payments (organization_id, client_id, provider, status, amount, currency, purpose, appointment_id, package_id, client_package_id, return_url, code, page_url, succeeded_at, closed_at, package_visits, package_valid_days)
   select $1, $2, $3, $4::text, $5, $6, $7, $8, $9, $10, $11, $12, $13, come.at, come.at, s.visits, s.valid_days
   from (select case when $4::text = 'succeeded' then now() end as at) come left join service_packages s on s.organization_id = $1 and s.id = $9
   returning ${paymentColumns}`,
)

export function insertPayment(tx: Tx, draft: NewPayment): Promise<PaymentRow> {
  return tx.one(insert, [
    tx.organizationId,
    draft.clientId,
    draft.provider,
    draft.status,
    draft.amount,
    draft.currency,
    draft.purpose,
    draft.appointmentId ?? null,
    draft.packageId ?? null,
    draft.clientPackageId ?? null,
    draft.returnUrl ?? null,
    draft.code,
    draft.pageUrl ?? null,
  ])
}

type Changes = Partial<
  Pick<
    PaymentRow,
    | 'status'
    | 'refunded'
    | 'error'
    | 'client_package_id'
    | 'provider_id'
    | 'payment_url'
    | 'return_url'
    | 'succeeded_at'
    | 'opened_at'
    | 'closed_at'
    | 'next_at'
    | 'attempts'
  >
>

export async function updatePayment(tx: Tx, id: number, changes: Changes): Promise<PaymentRow> {
  const [row] = await tx.run<PaymentRow>(
    tx
      .builder('payments')
      .where({ organization_id: tx.organizationId, id })
      .update(changes)
      .returning(paymentColumns.split(/,\s*/)),
  )
  if (row === undefined) throw new Error('a locked payment is gone')
  return row
}

const pendingOfVisit = statement(
  'payment_pending_of_visit',
  `select ${paymentColumns} from payments where organization_id = $1 and appointment_id = $2 and status = 'pending' and provider = $3
     and amount = $4 and created_at > now() - interval '12 hours' order by id desc limit 1`,
)

/** One that was begun for the same and may still be paid. */
export function pendingPaymentOf(
  tx: Tx,
  { appointmentId, provider, amount }: { appointmentId: number; provider: string; amount: number },
): Promise<PaymentRow | undefined> {
  return tx.maybe(pendingOfVisit, [tx.organizationId, appointmentId, provider, amount])
}

const pendingLocked = statement(
  'payments_pending_locked',
  `select ${paymentColumns} from payments where organization_id = $1 and appointment_id = $2 and status = 'pending' order by id for no key update`,
)

export function pendingPaymentsOf(tx: Tx, appointmentId: number): Promise<PaymentRow[]> {
  return tx.query(pendingLocked, [tx.organizationId, appointmentId])
}

export function lockVisit(tx: Tx, appointmentId: number): Promise<{ id: number } | undefined> {
  return tx.maybe(visitLock, [tx.organizationId, appointmentId])
}

const currency = statement('payment_currency', `select currency from organizations where id = $1`)

export async function currencyOf(tx: Tx): Promise<string> {
  return (await tx.one<{ currency: string }>(currency, [tx.organizationId])).currency
}
