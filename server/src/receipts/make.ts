import { statement, type Tx } from '../db/transaction.ts'
import { paymentById, type PaymentRow } from '../payments/rows.ts'
import { incomeOf, offsetOf, refundOf, type Document } from './receipt.ts'
import { insertReceipt, receiptsOfPayment, type NewReceipt, type ReceiptRow } from './rows.ts'

/** Of the outbox; what it says is read again from the tables. */
interface Happened {
  type: string
  subject_id: number | null
  payload: Record<string, unknown>
}

/** Who registers receipts of the payments that they take. Money of the desk goes through the desk's own till. */
const WITH_RECEIPTS = new Set(['yookassa', 'demo'])

/** The receipts of an event, in the relay's transaction; heard of again it makes none. */
export async function makeReceipts(tx: Tx, event: Happened): Promise<void> {
  const id = event.subject_id
  if (id === null) return
  if (event.type === 'payment.succeeded') await ofIncome(tx, id)
  else if (event.type === 'payment.refunded') await ofRefund(tx, id, event.payload)
  else if (event.type === 'appointment.completed') await ofVisit(tx, id)
}

const about = statement(
  'receipt_about',
  `select coalesce(s.name, k.name) as title, coalesce(a.total, p.amount) as price, coalesce(a.status = 'completed', false) as given, o.locale
   from payments p join organizations o on o.id = p.organization_id
   left join appointments a on a.organization_id = p.organization_id and a.id = p.appointment_id
   left join services s on s.organization_id = a.organization_id and s.id = a.service_id
   left join service_packages k on k.organization_id = p.organization_id and k.id = p.package_id
   where p.organization_id = $1 and p.id = $2`,
)

interface About {
  title: string | null
  price: number
  given: boolean
  locale: 'ru' | 'en'
}

const advance = { ru: 'Аванс', en: 'Advance' } as const

async function withReceipts(tx: Tx, id: number): Promise<PaymentRow | null> {
  const payment = await paymentById(tx, id)
  return payment !== undefined && WITH_RECEIPTS.has(payment.provider) ? payment : null
}

function draft(payment: PaymentRow, document: Document, cause: string): NewReceipt {
  return {
    ...document,
    cause,
    provider: payment.provider,
    clientId: payment.client_id,
    appointmentId: payment.appointment_id,
    paymentId: payment.id,
    clientPackageId: payment.client_package_id,
  }
}

async function ofIncome(tx: Tx, paymentId: number): Promise<void> {
  const payment = await withReceipts(tx, paymentId)
  if (payment === null) return
  const { title, price, given, locale } = await tx.one<About>(about, [tx.organizationId, paymentId])
  // What it became may be read later than it happened: money that was applied to nothing never had another status before.
  const isOnBalance = payment.purpose === 'deposit' || (await isUnapplied(tx, payment))
  const document = incomeOf({
    purpose: payment.purpose,
    isOnBalance,
    amount: payment.amount,
    price,
    isGiven: given,
    title: isOnBalance ? advance[locale] : (title ?? advance[locale]),
  })
  await insertReceipt(tx, draft(payment, document, `payment:${payment.id}`))
}

const depositOf = statement(
  'receipt_deposit_of',
  `select exists (select from wallet_transactions where organization_id = $1 and payment_id = $2 and type = 'deposit') as found`,
)

async function isUnapplied(tx: Tx, { id, status }: PaymentRow): Promise<boolean> {
  if (status === 'succeeded') return false
  if (status === 'unapplied') return true
  // Refunded since: it was on the balance if it was deposited as a whole and withdrawn to go back.
  const { found } = await tx.one<{ found: boolean }>(depositOf, [tx.organizationId, id])
  return found
}

async function ofRefund(
  tx: Tx,
  paymentId: number,
  payload: Record<string, unknown>,
): Promise<void> {
  const refund = refundIn(payload)
  const payment = await withReceipts(tx, paymentId)
  // To the balance no money left the clinic: it stays the client's advance.
  if (payment === null || refund?.to !== 'source') return
  const receipts = await receiptsOfPayment(tx, paymentId)
  const first = receipts.find(({ kind, offset_of }) => kind === 'income' && offset_of === null)
  const item = first?.items[0]
  // Events of one payment are told in order: it came before there were receipts.
  if (item === undefined) return
  // Of an advance or a package it is the part that was not used that goes back.
  const isOffset =
    payment.purpose === 'appointment' && receipts.some(({ offset_of }) => offset_of !== null)
  const document = refundOf(refund.amount, item, isOffset)
  await insertReceipt(tx, {
    ...draft(payment, document, `refund:${refund.id}`),
    paymentRefundId: refund.id,
  })
}

function refundIn({ object }: Record<string, unknown>) {
  const { refund } = { refund: null, ...(object as { refund?: unknown } | undefined) }
  if (typeof refund !== 'object' || refund === null) return null
  const { id, amount, to } = refund as { id: number | null; amount: number; to: string }
  return id === null ? null : { id, amount, to }
}

const ofVisitPaid = statement(
  'receipt_payments_of_visit',
  `select p.id from payments p where p.organization_id = $1 and p.appointment_id = $2 and p.status = 'succeeded' and p.amount > p.refunded order by p.id`,
)

/** The service was given: each prepayment of it is counted against it by a second receipt. */
async function ofVisit(tx: Tx, appointmentId: number): Promise<void> {
  const paid = await tx.query<{ id: number }>(ofVisitPaid, [tx.organizationId, appointmentId])
  for (const { id } of paid) await offsetPayment(tx, id)
  await offsetPackage(tx, appointmentId)
  await offsetAdvances(tx, appointmentId)
}

async function offsetPayment(tx: Tx, paymentId: number): Promise<void> {
  const payment = await withReceipts(tx, paymentId)
  if (payment === null) return
  const first = prepaid(await receiptsOfPayment(tx, paymentId))
  if (first === undefined) return
  const document = offsetOf(payment.amount - payment.refunded, first.items[0]?.title ?? '')
  await insertReceipt(tx, {
    ...draft(payment, document, `offset:${paymentId}`),
    offsetOf: first.id,
  })
}

function prepaid(receipts: ReceiptRow[]): ReceiptRow | undefined {
  return receipts.find(
    ({ kind, items, offset_of }) =>
      kind === 'income' && offset_of === null && items[0]?.payment_method !== 'full_payment',
  )
}

/** Of a package bought from outside, the visit's share of its price; the shares add up to it. */
const share = statement(
  'receipt_package_share',
  `select p.id as payment_id, k.price_paid, k.visits_total, s.name as title,
     (select count(*) from receipts r where r.organization_id = k.organization_id and r.client_package_id = k.id and r.offset_of is not null)::integer as given
   from package_uses u
   join client_packages k on k.organization_id = u.organization_id and k.id = u.client_package_id
   join services s on s.organization_id = k.organization_id and s.id = k.service_id
   join payments p on p.organization_id = k.organization_id and p.client_package_id = k.id and p.status in ('succeeded', 'refunded')
   where u.organization_id = $1 and u.appointment_id = $2
   group by p.id, k.organization_id, k.id, k.price_paid, k.visits_total, s.name
   having count(*) filter (where u.kind = 'take') > count(*) filter (where u.kind = 'return')`,
)

interface Share {
  payment_id: number
  price_paid: number
  visits_total: number
  title: string
  given: number
}

async function offsetPackage(tx: Tx, appointmentId: number): Promise<void> {
  const found = await tx.maybe<Share>(share, [tx.organizationId, appointmentId])
  const payment = found && (await withReceipts(tx, found.payment_id))
  if (!found || !payment) return
  const first = prepaid(await receiptsOfPayment(tx, payment.id))
  const upTo = (visits: number) => Math.round((found.price_paid * visits) / found.visits_total)
  const amount = upTo(found.given + 1) - upTo(found.given)
  if (first === undefined || amount <= 0) return
  await insertReceipt(tx, {
    ...draft(payment, offsetOf(amount, found.title), `offset:${payment.id}:visit:${appointmentId}`),
    appointmentId,
    offsetOf: first.id,
  })
}

const advances = statement(
  'receipt_advances',
  `select r.id, r.payment_id, least(m.came, r.total - coalesce((select sum(o.total) from receipts o where o.organization_id = r.organization_id and o.offset_of = r.id), 0)
     - coalesce((select sum(b.total) from receipts b where b.organization_id = r.organization_id and b.payment_id = r.payment_id and b.kind = 'income_refund'), 0))::bigint as left,
     s.name as title, v.paid - coalesce((select sum(d.total) from receipts d where d.organization_id = a.organization_id and d.cause like 'advance:%:visit:' || a.id), 0)::bigint as due
   from appointments a
   join services s on s.organization_id = a.organization_id and s.id = a.service_id
   join lateral (select coalesce(-sum(t.amount), 0)::bigint as paid from wallet_transactions t
     where t.organization_id = a.organization_id and t.appointment_id = a.id and t.type in ('payment', 'refund')) v on v.paid > 0
   join receipts r on r.organization_id = a.organization_id and r.client_id = a.client_id and r.kind = 'income' and r.offset_of is null
     and r.items -> 0 ->> 'payment_method' <> 'full_payment'
   cross join lateral (select coalesce(sum(t.amount), 0) as came from wallet_transactions t
     where t.organization_id = r.organization_id and t.payment_id = r.payment_id and t.type = 'deposit') m
   where a.organization_id = $1 and a.id = $2 order by r.id`,
)

interface Advance {
  id: number
  payment_id: number
  left: number
  title: string
  due: number
}

/**
 * Paid from the balance: counted against what came to it from outside, advances and prepayments that were given back to it, the oldest first. What
 * the desk's till has taken is its to offset.
 */
async function offsetAdvances(tx: Tx, appointmentId: number): Promise<void> {
  const found = await tx.query<Advance>(advances, [tx.organizationId, appointmentId])
  let due = found[0]?.due ?? 0
  for (const advance of found) {
    const amount = Math.min(due, advance.left)
    const payment = amount > 0 ? await withReceipts(tx, advance.payment_id) : null
    if (payment === null) continue
    const cause = `advance:${advance.id}:visit:${appointmentId}`
    await insertReceipt(tx, {
      ...draft(payment, offsetOf(amount, advance.title), cause),
      appointmentId,
      clientPackageId: null,
      offsetOf: advance.id,
    })
    due -= amount
  }
}
