import type { ManualDiscount } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import type { ResolvedPolicy } from '../availability/policy.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { actor, isOurs, type Caller } from '../http/call.ts'
import { takeVisit } from '../packages/use.ts'
import { availableProviders, beginPayment } from '../payments/begin.ts'
import { currencyOf } from '../payments/rows.ts'
import { manualFaults, priceOf, type Price } from '../pricing/price.ts'
import type { PromoDiscount } from '../promos/promo.ts'
import { findPromo, usePromo } from '../promos/use.ts'
import { payVisitFromWallet } from '../wallets/post.ts'
import type { PaidBy } from './appointment.ts'
import { appointmentById, type AppointmentRow } from './rows.ts'
import { updatePaidBy } from './settlement-rows.ts'
import { prepaymentOf } from './terms.ts'
import type { Visitor } from './visitor.ts'

/** What somebody wants to pay with, and less. */
export interface Wish {
  method: PaidBy
  promo?: string | undefined
  discount?: ManualDiscount | undefined
}

export interface Base {
  serviceId: number
  /** Local date of the visit. */
  date: string
  /** The service's price for this specialist, frozen by the hold. */
  price: number
}

export interface Charge {
  price: Price
  method: PaidBy
  promo: PromoDiscount | null
  /** Must be paid before the visit is certain. */
  prepayment: number
}

const been = statement(
  'client_has_been',
  `select exists (select from appointments where organization_id = $1 and client_id = $2
     and status in ('confirmed', 'arrived', 'completed')) as been`,
)

export async function hasBeen(tx: Tx, clientId: number): Promise<boolean> {
  const { been: hasVisits } = await tx.one<{ been: boolean }>(been, [tx.organizationId, clientId])
  return hasVisits
}

/** What the visit costs and what must be paid for it now: the quote and the charge are this one function. */
export async function chargeFor(
  tx: Tx,
  caller: Caller,
  base: Base,
  visitor: Visitor | null,
  policy: ResolvedPolicy,
  wish: Wish,
): Promise<Charge> {
  if (wish.discount !== undefined && !isOurs(caller))
    throw new Fault('forbidden', { errors: [{ pointer: '/discount', code: 'not_allowed' }] })
  const faults = wish.discount === undefined ? [] : manualFaults(wish.discount, '/discount')
  if (faults.length > 0) throw new Fault('invalid_request', { errors: faults })
  // A package's visit was paid before: there is nothing left to take a discount from.
  if (wish.method === 'package') {
    mustHaveNoDiscount(wish)
    const full = priceOf(base.price, base, { personal: [], promo: null, manual: null })
    return { price: full, method: 'package', promo: null, prepayment: 0 }
  }
  const promo =
    wish.promo === undefined
      ? null
      : await findPromo(tx, wish.promo, {
          serviceId: base.serviceId,
          clientId: visitor?.clientId ?? null,
        })
  const price = priceOf(base.price, base, {
    personal: visitor?.personal ?? [],
    promo,
    manual: wish.discount ?? null,
  })
  const isNew = visitor === null || !(await hasBeen(tx, visitor.clientId))
  const prepayment = isOurs(caller) ? 0 : prepaymentOf(policy, price.total, isNew)
  return { price, method: wish.method, promo, prepayment }
}

/** Silence would cost a promo its use, or leave somebody to believe in it. */
function mustHaveNoDiscount({ promo, discount }: Wish): void {
  const errors = Object.entries({ promo, discount }).flatMap(([name, value]) =>
    value === undefined ? [] : [{ pointer: `/${name}`, code: 'not_allowed' }],
  )
  if (errors.length > 0) throw new Fault('discount_not_with_package', { errors })
}

/** Waits for money from outside: by card all of it, at the desk what must be paid before. */
export function awaited({ method, price, prepayment }: Charge): number {
  if (method === 'card') return price.total
  return method === 'on_site' ? prepayment : 0
}

export interface Payer {
  caller: Caller
  returnUrl?: string | undefined
}

/** Takes the money of a visit that was just written: from the balance, from the package, or by a payment page. All of it in the visit's own transaction. */
export async function collect(
  app: App,
  tx: Tx,
  row: AppointmentRow,
  charge: Charge,
  { caller, returnUrl }: Payer,
): Promise<AppointmentRow> {
  const by = actor(caller)
  const about = { appointmentId: row.id, clientId: row.client_id }
  if (charge.promo) await usePromo(tx, { promoId: charge.promo.promoId, ...about })
  if (charge.method === 'wallet' && row.total > 0)
    await payVisitFromWallet(tx, { ...about, amount: row.total, actor: by })
  if (charge.method === 'package') {
    const { clientPackageId } = await takeVisit(tx, {
      ...about,
      serviceId: row.service_id,
      startsAt: row.starts_at,
      actor: by,
    })
    await updatePaidBy(tx, row.id, 'package', clientPackageId)
  }
  const amount = awaited(charge)
  if (amount > 0 && (await takesCards(app, tx)))
    await beginPayment(app, tx, { ...about, purpose: 'appointment', amount, returnUrl, actor: by })
  const isPlain = charge.method === 'on_site' && amount === 0
  return isPlain ? row : ((await appointmentById(tx, row.id)) ?? row)
}

/** Whether anybody is set up who takes the organization’s currency. */
async function takesCards(app: App, tx: Tx): Promise<boolean> {
  return availableProviders(app.config, await currencyOf(tx)).length > 0
}

/** A way to pay that nobody has set up is not there. */
export async function mustBeOpen(app: App, tx: Tx, method: PaidBy): Promise<void> {
  if (method === 'card' && !(await takesCards(app, tx)))
    throw new Fault('payment_method_unavailable', {
      errors: [{ pointer: '/payment/method', code: 'not_allowed' }],
    })
}
