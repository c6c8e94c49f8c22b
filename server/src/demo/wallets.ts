import type { Back, Line, Payment } from './books.ts'
import type { Client } from './insert-people.ts'
import type { Random } from './random.ts'
import type { Visit } from './visit.ts'

export interface Wallets {
  lines: Line[]
  payments: Payment[]
  backs: Back[]
  deposit(who: Who, amount: number, reason: string): Line
  withdraw(who: Who, amount: number, reason: string): void
  correct(line: Line, actor: string, reason: string): void
  /** Topped up first when there is too little. */
  pay(about: About, amount: number): void
  card(purpose: Payment['purpose'], about: About, amount: number): Payment
  onSite(purpose: Payment['purpose'], about: About, amount: number): Payment
  /** Of a payment: to where it came from, or on the balance. */
  giveBack(payment: Payment, amount: number, back: GivenBack): void
  /** All that the visit was paid with beforehand. */
  refund(visit: Visit, actor: string, atMin: number): void
}

type Who = Pick<Line, 'client' | 'actor' | 'atMin'>
type About = Who & Pick<Line, 'visit' | 'bought'>

type GivenBack = Pick<Line, 'actor' | 'atMin'> & { to: 'source' | 'wallet'; reason: string }

const THOUSAND = 100_000

export function createWallets({ random, desk }: { random: Random; desk: string }): Wallets {
  const lines: Line[] = []
  const balances = new Map<Client, number>()

  function post(line: Who & Pick<Line, 'type' | 'amount'> & Partial<Line>): Line {
    const rest = { visit: null, bought: null, payment: null, refunds: null, corrects: null }
    const posted = { ...rest, reason: null, ...line }
    lines.push(posted)
    balances.set(line.client, (balances.get(line.client) ?? 0) + line.amount)
    return posted
  }

  const { payments, backs, card, onSite, giveBack } = createPayments(post)

  function deposit(who: Who, amount: number, reason: string): Line {
    return post({ ...who, type: 'deposit', amount, reason })
  }

  function topUp(who: Who, missing: number): void {
    const amount = Math.ceil(missing / THOUSAND) * THOUSAND + random.pick([2, 3, 5]) * THOUSAND
    if (who.actor === desk) {
      deposit(who, amount, random.pick(['Наличные', 'Перевод']))
      return
    }
    const payment = card('deposit', { ...who, visit: null, bought: null }, amount)
    post({ ...who, type: 'deposit', amount, payment })
  }

  return {
    lines,
    payments,
    backs,
    deposit,
    card,
    onSite,
    giveBack,
    withdraw: (who, amount, reason) =>
      void post({ ...who, type: 'withdraw', amount: -amount, reason }),
    correct(line, actor, reason) {
      const { client, amount, atMin } = line
      post({
        client,
        actor,
        atMin: atMin + 9,
        type: 'correction',
        amount: -amount,
        corrects: line,
        reason,
      })
    },
    pay(about, amount) {
      const missing = amount - (balances.get(about.client) ?? 0)
      if (missing > 0)
        topUp({ client: about.client, actor: about.actor, atMin: about.atMin }, missing)
      post({ ...about, type: 'payment', amount: -amount })
    },
    refund(visit, actor, atMin) {
      const paid = lines.find((each) => each.visit === visit && each.type === 'payment')
      if (paid) {
        const { client, amount } = paid
        post({ client, actor, atMin, type: 'refund', amount: -amount, refunds: paid })
      }
      const byCard = payments.find((each) => each.visit === visit)
      if (byCard)
        giveBack(byCard, byCard.amount, { to: 'source', reason: 'cancelled', actor, atMin })
    },
  }
}

type Post = (line: Who & Pick<Line, 'type' | 'amount'> & Partial<Line>) => Line
type Payments = Pick<Wallets, 'payments' | 'backs' | 'card' | 'onSite' | 'giveBack'>

/** Money from outside, and how it went back. */
function createPayments(post: Post): Payments {
  const payments: Payment[] = []
  const backs: Back[] = []

  function come(
    purpose: Payment['purpose'],
    { client, visit, bought, atMin }: About,
    sum: Pick<Payment, 'amount' | 'isOnSite'>,
  ): Payment {
    const payment = { client, ...sum, refunded: 0, purpose, visit, bought, atMin }
    payments.push(payment)
    return payment
  }

  return {
    payments,
    backs,
    card: (purpose, about, amount) => come(purpose, about, { amount, isOnSite: false }),
    onSite: (purpose, about, amount) => come(purpose, about, { amount, isOnSite: true }),
    giveBack(payment, amount, { to, ...back }) {
      payment.refunded += amount
      if (to === 'source') backs.push({ payment, amount, ...back })
      else post({ ...back, client: payment.client, type: 'deposit', amount, payment })
    },
  }
}
