import type { Quote } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import type { ResolvedPolicy } from '../availability/policy.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { isOurs, type Call } from '../http/call.ts'
import type { Plan } from '../http/handler.ts'
import { usablePackage } from '../packages/use.ts'
import { availableProviders } from '../payments/begin.ts'
import { currencyOf } from '../payments/rows.ts'
import { walletOf } from '../wallets/rows.ts'
import { chargeFor, type Base } from './charge.ts'
import { startMinute, type Start } from './choose.ts'
import { ownSpecialist } from './create.ts'
import { chooseForDesk } from './desk.ts'
import { readHold } from './hold-token.ts'
import { policyOf, standingOf } from './policy-rows.ts'
import { held, visitorOf, type Visitor } from './visitor.ts'

type QuoteCall = Call<'appointments.quote'>

/** What is to be charged for, whoever keeps its facts. */
interface Quoted extends Base {
  locationId: number
  startMin: number
}

/** What confirming would cost, by the function that charges. Nothing is written; a guest is not made a client by asking. */
export async function quote(
  app: App,
  call: QuoteCall,
  organizationId: number,
): Promise<Plan<'appointments.quote'>> {
  const { hold, wish } = call.body
  if (wish === undefined) return { organizationId, run: (tx) => quoteHeld(app, call, tx, hold) }
  if (!isOurs(call.caller)) throw notTheirs('forbidden')
  if (hold !== undefined) throw notTheirs('invalid_request')
  const start: Start = {
    organizationId,
    locationId: wish.location_id,
    serviceId: wish.service_id,
    specialistId: ownSpecialist(call, wish.specialist_id),
    startMin: startMinute(wish.starts_at),
    desk: true,
  }
  // Of a specialist who is named the price is known whether they are free or not: the desk may force it, and says why when it does.
  const force = start.specialistId !== undefined
  const choice = await chooseForDesk(app, start, { force, reason: '' })
  return {
    organizationId,
    async run(tx) {
      const { locationId, serviceId } = start
      const policy = await policyOf(tx, { location_id: locationId, service_id: serviceId })
      const visitor = await knownVisitor(tx, call)
      return priced(app, call, tx, { quoted: { ...start, ...choice }, policy, visitor })
    },
  }
}

function notTheirs(code: 'forbidden' | 'invalid_request'): Fault {
  return new Fault(code, { errors: [{ pointer: '/wish', code: 'not_allowed' }] })
}

async function quoteHeld(
  app: App,
  call: QuoteCall,
  tx: Tx,
  hold: string | undefined,
): Promise<Quote> {
  if (hold === undefined)
    throw new Fault('invalid_request', { errors: [{ pointer: '/hold', code: 'required' }] })
  const facts = readHold(app.secrets, hold)
  if (facts === null) throw new Fault('hold_expired')
  if (facts.organizationId !== tx.organizationId) throw new Fault('not_found')
  const { passed, policy } = await standingOf(tx, facts)
  if (passed) throw new Fault('hold_expired')
  const visitor = await knownVisitor(tx, call)
  if (visitor !== null && facts.clientId !== null && facts.clientId !== visitor.clientId)
    throw new Fault('not_found')
  const asHeld = visitor === null ? null : held(visitor, facts)
  return priced(app, call, tx, { quoted: facts, policy, visitor: asHeld })
}

interface Terms {
  quoted: Quoted
  policy: ResolvedPolicy
  visitor: Visitor | null
}

async function priced(
  app: App,
  { body, caller }: QuoteCall,
  tx: Tx,
  { quoted, policy, visitor }: Terms,
): Promise<Quote> {
  const wish = { method: 'on_site', promo: body.promo, discount: body.discount } as const
  const { price, prepayment } = await chargeFor(tx, caller, quoted, visitor, policy, wish)
  const currency = await currencyOf(tx)
  const takesCards = availableProviders(app.config, currency).length > 0
  const money = (amount: number) => ({ amount, currency })
  const startsAt = new Date(quoted.startMin * 60_000)
  const own = visitor !== null && (caller.kind === 'client' || isOurs(caller)) ? visitor : null
  // With a package neither of the two counts, and confirming refuses them.
  const isPlain = body.promo === undefined && body.discount === undefined
  const visits = own
    ? await usablePackage(tx, { clientId: own.clientId, serviceId: quoted.serviceId, startsAt })
    : null
  const wallet = own ? await walletOf(tx, own.clientId) : null
  const isSpecialist = caller.kind === 'staff' && caller.role === 'specialist'
  return {
    price: money(price.price),
    discount: money(price.discount),
    total: money(price.total),
    discounts: price.discounts.map(({ kind, percent, amount, reason }) => ({
      kind,
      discount_percent: percent,
      amount: money(amount),
      reason,
    })),
    prepayment: money(prepayment),
    methods: [
      ...(prepayment === 0 || takesCards ? (['on_site'] as const) : []),
      ...(wallet && wallet.balance + wallet.credit_limit >= price.total
        ? (['wallet'] as const)
        : []),
      ...(visits && isPlain ? (['package'] as const) : []),
      ...(takesCards ? (['card'] as const) : []),
    ],
    balance: wallet && !isSpecialist ? money(wallet.balance) : null,
    package_visits_left: visits?.visitsLeft ?? null,
  }
}

/** Who is signed in, or whom the desk has named; null = a guest. */
async function knownVisitor(tx: Tx, { caller, body }: QuoteCall): Promise<Visitor | null> {
  if (caller.kind !== 'client' && body.client?.id === undefined) return null
  return visitorOf(tx, caller, body.client)
}
