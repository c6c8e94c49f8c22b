import { percentOf } from '../pricing/price.ts'
import type { Books, Payment } from './books.ts'
import type { Office } from './keep-books.ts'
import { createRandom } from './random.ts'
import type { Visit } from './visit.ts'
import type { Wallets } from './wallets.ts'

/** Its own, so that the till changes nothing of the history that it is kept for. */
const SEED = 1812
const MINUTES_LATER = 20
const reasons = ['Процедура прервана', 'Жалоба на качество', 'Опоздание специалиста']

/** What happens when a visit has been given: it is paid at the desk, seldom put off; seldom somebody is not content and gets a part back. */
export function createTill(
  { nowMin, desk, admin }: Office,
  books: Books,
  wallets: Wallets,
): (visit: Visit) => void {
  const random = createRandom(SEED)

  function paymentOf(visit: Visit): Payment | undefined {
    const settlement = books.settlements.get(visit)
    if (settlement?.paidBy !== 'on_site')
      return books.payments.find((each) => each.visit === visit && each.refunded === 0)
    const discount = settlement.discounts.reduce((sum, { amount }) => sum + amount, 0)
    const total = visit.price - discount
    if (total === 0 || random.chance(0.03)) return undefined
    const about = { client: visit.client, visit, bought: null, actor: desk, atMin: visit.endMin }
    return wallets.onSite('appointment', about, total)
  }

  return (visit) => {
    const payment = paymentOf(visit)
    const atMin = visit.endMin + MINUTES_LATER
    if (payment === undefined || atMin >= nowMin || !random.chance(0.06)) return
    const to = random.chance(0.3) ? 'wallet' : 'source'
    const amount = percentOf(payment.amount, random.pick([10, 20, 50, 100]))
    wallets.giveBack(payment, amount, { to, reason: random.pick(reasons), actor: admin, atMin })
  }
}
