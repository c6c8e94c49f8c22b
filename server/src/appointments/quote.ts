import type { Quote } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { isOurs, type Call } from '../http/call.ts'
import { usablePackage } from '../packages/use.ts'
import { availableProviders } from '../payments/begin.ts'
import { currencyOf } from '../payments/rows.ts'
import { walletOf } from '../wallets/rows.ts'
import { chargeFor, type Base } from './charge.ts'
import { readHold, type HoldFacts } from './hold-token.ts'
import { standingOf } from './policy-rows.ts'
import { held, visitorOf, type Visitor } from './visitor.ts'

/** What confirming would cost, by the function that charges. Nothing is written; a guest is not made a client by asking. */
export async function quote(app: App, call: Call<'appointments.quote'>, tx: Tx): Promise<Quote> {
  const { body, caller } = call
  const facts = readHold(app.secrets, body.hold)
  if (facts === null) throw new Fault('hold_expired')
  if (facts.organizationId !== tx.organizationId) throw new Fault('not_found')
  const { passed, policy } = await standingOf(tx, facts)
  if (passed) throw new Fault('hold_expired')
  const visitor = await knownVisitor(tx, call, facts)
  const base: Base = facts
  const wish = { method: 'on_site', promo: body.promo, discount: body.discount } as const
  const { price, prepayment } = await chargeFor(tx, caller, base, visitor, policy, wish)
  const currency = await currencyOf(tx)
  const takesCards = availableProviders(app.config, currency).length > 0
  const money = (amount: number) => ({ amount, currency })
  const startsAt = new Date(facts.startMin * 60_000)
  const own = visitor !== null && (caller.kind === 'client' || isOurs(caller)) ? visitor : null
  // With a package neither of the two counts, and confirming refuses them.
  const isPlain = body.promo === undefined && body.discount === undefined
  const visits = own
    ? await usablePackage(tx, { clientId: own.clientId, serviceId: facts.serviceId, startsAt })
    : null
  const wallet = own ? await walletOf(tx, own.clientId) : null
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
    balance: wallet ? money(wallet.balance) : null,
    package_visits_left: visits?.visitsLeft ?? null,
  }
}

async function knownVisitor(
  tx: Tx,
  { caller, body }: Call<'appointments.quote'>,
  facts: HoldFacts,
): Promise<Visitor | null> {
  if (caller.kind !== 'client' && body.client?.id === undefined) return null
  const visitor = await visitorOf(tx, caller, body.client)
  if (facts.clientId !== null && facts.clientId !== visitor.clientId) throw new Fault('not_found')
  return held(visitor, facts)
}
