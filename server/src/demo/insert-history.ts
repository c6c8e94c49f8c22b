import type { Tx } from '../db/transaction.ts'
import type { Back, Bought, Books, Line, Payment } from './books.ts'
import { instantOf } from './clock.ts'
import { insertSessions, type SessionOf } from './insert-sessions.ts'
import { idsBy, insertRows, type IdOf } from './rows.ts'
import { organization } from './texts-places.ts'
import { takesTime, type Visit } from './visit.ts'

/** Money goes through the same triggers as ever: they number the lines and move balances and visits left. */
export async function insertHistory(
  tx: Tx,
  visits: readonly Visit[],
  books: Books,
  desk: string,
): Promise<void> {
  const bought = idsBy(
    books.packages,
    await insertRows(tx, 'client_packages', books.packages.map(packageRow)),
  )
  const session = await insertSessions(tx, visits)
  const rows = visits.map((visit) => ({
    ...visitRow(visit, books, bought),
    session_id: session(visit),
  }))
  const visitId = idsBy(visits, await insertRows(tx, 'appointments', rows))
  await insertRows(
    tx,
    'occupancies',
    visits.flatMap((visit) => takenRows(visit, visitId, session)),
  )
  await insertRows(tx, 'appointment_discounts', discountRows(visits, books, visitId, desk))
  const payments = books.payments.map((each, index) => paymentRow(each, index, visitId, bought))
  const paymentId = idsBy(books.payments, await insertRows(tx, 'payments', payments))
  await insertRows(
    tx,
    'payment_refunds',
    books.backs.map((back, index) => backRow(back, index, paymentId)),
  )
  const uses = books.uses.map((use) => ({
    client_package_id: bought(use.bought),
    appointment_id: visitId(use.visit),
    kind: use.kind,
    actor: use.actor,
    created_at: instantOf(use.atMin),
  }))
  await insertRows(tx, 'package_uses', uses)
  await insertLines(tx, books.lines, { visitId, bought, paymentId })
}

function packageRow({ client, visits, expiresMin, atMin, ...bought }: Bought): object {
  return {
    client_id: client.id,
    package_id: bought.packageId,
    service_id: bought.serviceId,
    visits_total: visits,
    visits_left: visits,
    expires_at: instantOf(expiresMin),
    price_paid: bought.price,
    paid_by: bought.paidBy,
    created_at: instantOf(atMin),
  }
}

function visitRow(visit: Visit, books: Books, bought: IdOf<Bought>): object {
  const settlement = books.settlements.get(visit)
  if (settlement === undefined) throw new Error('a visit without a settlement')
  const discount = settlement.discounts.reduce((sum, { amount }) => sum + amount, 0)
  const { endedMin, pendingUntilMin } = visit
  return {
    location_id: visit.locationId,
    service_id: visit.serviceId,
    specialist_id: visit.specialistId,
    workplace_id: visit.workplaceId,
    client_id: visit.client.id,
    starts_at: instantOf(visit.startMin),
    ends_at: instantOf(visit.endMin),
    status: visit.status,
    price: visit.price,
    discount,
    total: visit.price - discount,
    paid_by: settlement.paidBy,
    client_package_id: settlement.bought && bought(settlement.bought),
    source: visit.source,
    code: visit.code,
    pending_until: pendingUntilMin && instantOf(pendingUntilMin),
    cancelled_at: endedMin && instantOf(endedMin),
    cancelled_by: visit.cancelledBy,
    cancel_reason: visit.reason,
    note: visit.note,
    ics_sequence: visit.status === 'confirmed' || visit.status === 'pending' ? 0 : 1,
    created_at: instantOf(visit.bookedMin),
    updated_at: instantOf(endedMin ?? visit.bookedMin),
  }
}

function takenRows(visit: Visit, visitId: IdOf<Visit>, session: SessionOf): object[] {
  if (!takesTime(visit.status)) return []
  const session_id = session(visit)
  const during = `[${instantOf(visit.busy.from)},${instantOf(visit.busy.to)})`
  const row = (resource_kind: string, resource_id: number) => ({
    resource_kind,
    resource_id,
    during,
    appointment_id: session_id === null ? visitId(visit) : null,
    session_id,
    // A default is not applied to a column that is named.
    overbooked: false,
  })
  const specialist = row('specialist', visit.specialistId)
  return visit.workplaceId === null
    ? [specialist]
    : [specialist, row('workplace', visit.workplaceId)]
}

function discountRows(
  visits: readonly Visit[],
  books: Books,
  visitId: IdOf<Visit>,
  desk: string,
): object[] {
  return visits.flatMap((visit) =>
    (books.settlements.get(visit)?.discounts ?? []).map(({ percent, amount, kind, reason }) => ({
      appointment_id: visitId(visit),
      discount_percent: percent,
      amount,
      kind,
      reason,
      actor: kind === 'manual' ? desk : `client:${visit.client.id}`,
      created_at: instantOf(visit.bookedMin),
    })),
  )
}

function paymentRow(
  { client, visit, bought, amount, refunded, isOnSite, purpose, atMin }: Payment,
  index: number,
  visitId: IdOf<Visit>,
  boughtId: IdOf<Bought>,
): object {
  return {
    client_id: client.id,
    provider: isOnSite ? 'on_site' : 'demo',
    provider_id: isOnSite ? null : `demo-${index + 1}`,
    status: refunded === amount ? 'refunded' : 'succeeded',
    amount,
    refunded,
    currency: organization.currency,
    purpose,
    appointment_id: visit && visitId(visit),
    package_id: bought && bought.packageId,
    client_package_id: bought && boughtId(bought),
    succeeded_at: instantOf(atMin),
    closed_at: instantOf(atMin),
    next_at: instantOf(atMin),
    created_at: instantOf(atMin),
    updated_at: instantOf(atMin),
  }
}

function backRow(
  { payment, amount, reason, actor, atMin }: Back,
  index: number,
  paymentId: IdOf<Payment>,
): object {
  const at = instantOf(atMin)
  return {
    payment_id: paymentId(payment),
    amount,
    status: 'succeeded',
    provider_id: payment.isOnSite ? null : `demo-refund-${index + 1}`,
    reason,
    actor,
    attempts: payment.isOnSite ? 0 : 1,
    next_at: at,
    created_at: at,
    finished_at: at,
  }
}

interface LedgerIds {
  visitId: IdOf<Visit>
  bought: IdOf<Bought>
  paymentId: IdOf<Payment>
}

/** A line may name an earlier one, whose id must be known: each such line begins the next statement. */
async function insertLines(tx: Tx, lines: readonly Line[], ids: LedgerIds): Promise<void> {
  const known = new Map<Line, number>()
  let batch: Line[] = []
  const flush = async () => {
    const inserted = await insertRows(
      tx,
      'wallet_transactions',
      batch.map((line) => lineRow(line, ids, known)),
    )
    batch.forEach((line, index) => known.set(line, inserted[index] ?? 0))
    batch = []
  }
  for (const line of lines) {
    const named = line.refunds ?? line.corrects
    if (named !== null && !known.has(named)) await flush()
    batch.push(line)
  }
  await flush()
}

function lineRow(line: Line, ids: LedgerIds, known: Map<Line, number>): object {
  return {
    client_id: line.client.id,
    type: line.type,
    amount: line.amount,
    appointment_id: line.visit && ids.visitId(line.visit),
    client_package_id: line.bought && ids.bought(line.bought),
    payment_id: line.payment && ids.paymentId(line.payment),
    refunds: line.refunds && known.get(line.refunds),
    corrects: line.corrects && known.get(line.corrects),
    reason: line.reason,
    actor: line.actor,
    created_at: instantOf(line.atMin),
  }
}
