import { percentOf, priceOf, type AppliedDiscount } from '../pricing/price.ts'
import type { Bought, Books, Settlement } from './books.ts'
import type { CatalogueIds } from './insert-catalogue.ts'
import type { Client } from './insert-people.ts'
import type { Random } from './random.ts'
import { packages } from './texts-services.ts'
import { createTill } from './till.ts'
import type { Visit } from './visit.ts'
import { createWallets, type Wallets } from './wallets.ts'

export interface Office {
  visits: readonly Visit[]
  clients: readonly Client[]
  ids: CatalogueIds
  nowMin: number
  random: Random
  /** Who is at the desk, `staff:3`. */
  desk: string
  admin: string
}

const DAY = 1440

/** Goes through all that happened in the order of time, so that no wallet is ever overdrawn. */
export function keepBooks(office: Office): Books {
  const wallets = createWallets(office)
  const books: Books = {
    settlements: new Map(),
    packages: [],
    uses: [],
    payments: wallets.payments,
    backs: wallets.backs,
    lines: wallets.lines,
  }
  const after = createTill(office, books, wallets)
  const happenings = office.visits.flatMap((visit) => {
    const booking = { at: visit.bookedMin, run: () => settle(office, books, wallets, visit) }
    const { endedMin } = visit
    if (visit.status === 'completed')
      return [booking, { at: visit.endMin, run: () => after(visit) }]
    if (endedMin === null) return [booking]
    return [booking, { at: endedMin, run: () => giveBack(office, books, wallets, visit) }]
  })
  happenings.push(...incidents(office, wallets))
  happenings.sort((a, b) => a.at - b.at)
  for (const { run } of happenings) run()
  return books
}

function settle(office: Office, books: Books, wallets: Wallets, visit: Visit): void {
  books.settlements.set(visit, settlementOf(office, books, wallets, visit))
}

function settlementOf(office: Office, books: Books, wallets: Wallets, visit: Visit): Settlement {
  const { client } = visit
  const unpaid = visit.status === 'pending' || visit.status === 'expired'
  if (client.text.habit === 'package' && !unpaid) {
    const bought = packageFor(office, books, wallets, visit)
    if (bought) {
      bought.left--
      books.uses.push({
        bought,
        visit,
        kind: 'take',
        actor: actorOf(office, visit),
        atMin: visit.bookedMin,
      })
      return { paidBy: 'package', bought, discounts: [] }
    }
  }
  const discounts = discountsOf(visit, office.random)
  const total = visit.price - discounts.reduce((sum, { amount }) => sum + amount, 0)
  const about = {
    client,
    visit,
    bought: null,
    actor: actorOf(office, visit),
    atMin: visit.bookedMin,
  }
  if (client.text.habit === 'wallet' && !unpaid && total > 0) {
    wallets.pay(about, total)
    return { paidBy: 'wallet', bought: null, discounts }
  }
  const isOver = visit.startMin < office.nowMin
  if (client.text.habit === 'card' && !unpaid && isOver && total > 0) {
    wallets.card('appointment', about, total)
    return { paidBy: 'card', bought: null, discounts }
  }
  return { paidBy: 'on_site', bought: null, discounts }
}

/** The best personal one, and seldom a consolation by the desk. */
function discountsOf(visit: Visit, random: Random): AppliedDiscount[] {
  const { price, discounts } = priceOf(visit.price, visit, visit.client)
  if (visit.status !== 'completed' || !random.chance(0.015)) return discounts
  const rest = discounts.reduce((left, { amount }) => left - amount, price)
  const amount = percentOf(rest, 10)
  return [...discounts, { kind: 'manual', percent: 10, amount, reason: 'Ждали приёма 20 минут' }]
}

/** One that is good for the visit, bought on the spot if need be. */
function packageFor(
  office: Office,
  books: Books,
  wallets: Wallets,
  visit: Visit,
): Bought | undefined {
  const { client, serviceId, bookedMin } = visit
  const text = packages.find(({ service }) => office.ids.service(service) === serviceId)
  if (text === undefined) return undefined
  const owned = books.packages.find(
    (each) =>
      each.client === client &&
      each.serviceId === serviceId &&
      each.left > 0 &&
      each.expiresMin > visit.startMin,
  )
  if (owned) return owned
  const bought: Bought = {
    client,
    serviceId,
    packageId: office.ids.package(text.service),
    visits: text.visits,
    left: text.visits,
    expiresMin: bookedMin + text.validDays * DAY,
    price: text.price,
    paidBy: office.random.pick(['on_site', 'wallet', 'card'] as const),
    atMin: bookedMin,
  }
  books.packages.push(bought)
  const about = { client, visit: null, bought, actor: actorOf(office, visit), atMin: bookedMin }
  if (bought.paidBy === 'wallet') wallets.pay(about, text.price)
  else wallets[bought.paidBy === 'card' ? 'card' : 'onSite']('package', about, text.price)
  return bought
}

function giveBack(office: Office, books: Books, wallets: Wallets, visit: Visit): void {
  const settlement = books.settlements.get(visit)
  const atMin = visit.endedMin ?? visit.bookedMin
  const actor = visit.cancelledBy === 'staff' ? office.desk : `client:${visit.client.id}`
  if (settlement?.bought) {
    settlement.bought.left++
    books.uses.push({ bought: settlement.bought, visit, kind: 'return', actor, atMin })
  }
  wallets.refund(visit, actor, atMin)
}

function actorOf(office: Office, { source, client }: Visit): string {
  return source === 'admin' ? office.desk : `client:${client.id}`
}

/** What also happens in a ledger: a deposit typed twice, money taken back, a gift. */
function incidents({ clients, nowMin, desk, admin }: Office, wallets: Wallets) {
  const at = (mailbox: string, days: number, run: (client: Client, atMin: number) => void) => {
    const atMin = nowMin - days * DAY
    return clients
      .filter(({ text, sinceMin }) => text.mailbox === mailbox && sinceMin < atMin)
      .map((client) => ({ at: atMin, run: () => run(client, atMin) }))
  }
  return [
    ...at('popov', 40, (client, atMin) => {
      wallets.deposit({ client, actor: desk, atMin }, 500_000, 'Наличные')
      const twice = wallets.deposit({ client, actor: desk, atMin: atMin + 1 }, 500_000, 'Наличные')
      wallets.correct(twice, admin, 'Внесено дважды: ошибка администратора')
    }),
    ...at('semenov', 16, (client, atMin) => {
      wallets.deposit({ client, actor: desk, atMin }, 400_000, 'Перевод')
      wallets.withdraw({ client, actor: admin, atMin: atMin + 30 }, 200_000, 'По заявлению клиента')
    }),
    ...at('aleksandrov', 25, (client, atMin) => {
      wallets.deposit({ client, actor: desk, atMin }, 300_000, 'Подарочный сертификат')
    }),
  ]
}
