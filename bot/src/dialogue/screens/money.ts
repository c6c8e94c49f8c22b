import { isBookingError, type ClientPackage, type ServicePackage } from '@zapis/sdk'
import { mustBe, named } from '../catalogue.ts'
import { dayOf } from '../dates.ts'
import { dayText, moneyText } from '../format.ts'
import type { Reply } from '../reply.ts'
import type { Step } from '../step.ts'
import { button, homeButton, layout, note, paged, rows, type Turn } from '../turn.ts'
import { askContact } from './contact.ts'
import { METHODS } from './hold.ts'

const PER_PAGE = 8
const WALLET = METHODS.indexOf('wallet')
const CARD = METHODS.indexOf('card')

/** What is on the balance, and what is left of each package. */
export async function balance(turn: Turn, step: Step): Promise<Reply> {
  const { say, clinic, person } = turn
  if (!(await clinic.isKnown())) return askContact(turn, step)
  const [wallet, packages] = await Promise.all([
    clinic.api.me.wallet(),
    clinic.api.me.packages({ limit: 100 }),
  ])
  const usable = packages.data.filter(({ usable }) => usable)
  const lines = [
    say('balanceIs', { balance: moneyText(wallet.balance, person.locale) }),
    usable.length > 0 ? say('yourPackages') : say('noPackages'),
    ...usable.map((one) => packageLine(turn, one)),
  ]
  const offered = (await clinic.catalogue.packages()).length > 0
  return {
    text: lines.join('\n'),
    choices: layout(offered && [button(turn, say('buyPackage'), { screen: 'packages' })], [
      homeButton(turn),
    ]),
  }
}

function packageLine({ say, person, clinic }: Turn, one: ClientPackage): string {
  const left = say('visitsLeft', { name: one.name, count: one.visits_left })
  if (one.expires_at === null) return `• ${left}`
  const day = dayText(dayOf(Date.parse(one.expires_at), clinic.timeZone), person.locale)
  return `• ${left}, ${say('until', { day })}`
}

export async function packages(turn: Turn, step: Step): Promise<Reply> {
  const { say, clinic, person } = turn
  const all = await clinic.catalogue.packages()
  if (all.length === 0) return note(turn, say('noPackagesSold'))
  const { shown, arrows } = paged(turn, all, {
    page: step.page ?? 0,
    size: PER_PAGE,
    at: (page) => ({ screen: 'packages', page }),
  })
  return {
    text: say('choosePackage'),
    choices: layout(
      ...rows(
        shown.map(({ id, name, price }) =>
          button(turn, `${name} · ${moneyText(price, person.locale)}`, { screen: 'package', id }),
        ),
        1,
      ),
      arrows,
      [button(turn, say('back'), { screen: 'balance' }), homeButton(turn)],
    ),
  }
}

/** What a package is, and how it may be paid. */
export async function onePackage(turn: Turn, step: Step, notice?: string): Promise<Reply> {
  const { say, clinic, person } = turn
  if (!(await clinic.isKnown())) return askContact(turn, step)
  const one = mustBe(named(await clinic.catalogue.packages(), step.id ?? 0))
  const service = named(await clinic.catalogue.services(), one.service_id)
  const wallet = await clinic.api.me.wallet()
  const covers = wallet.balance.amount >= one.price.amount
  const buy = (method: number): Step => ({
    ...{ screen: 'buy', id: one.id, method, total: one.price.amount },
  })
  const sum = moneyText(wallet.balance, person.locale)
  const lines = [
    one.name,
    service?.name,
    say('packageVisits', { count: one.visits }),
    one.valid_days !== null && say('packageDays', { count: one.valid_days }),
    say('packagePrice', { price: moneyText(one.price, person.locale) }),
    say('balanceIs', { balance: sum }),
  ]
  return {
    text: lines.filter(Boolean).join('\n'),
    choices: layout(
      covers && [button(turn, say('payByWallet', { balance: sum }), buy(WALLET))],
      [button(turn, say('payByCard'), buy(CARD))],
      [button(turn, say('back'), { screen: 'packages' }), homeButton(turn)],
    ),
    ...(notice === undefined ? {} : { notice }),
  }
}

/** For the price that was seen, or not at all. */
export async function buy(turn: Turn, step: Step): Promise<Reply> {
  const { say, clinic } = turn
  if (!(await clinic.isKnown())) return askContact(turn, { screen: 'package', id: step.id })
  const one = mustBe(named(await clinic.catalogue.packages(), step.id ?? 0))
  if (one.price.amount !== step.total) return onePackage(turn, step, say('priceChanged'))
  try {
    if (step.method !== WALLET) return await byCard(turn, one)
    await clinic.api.me.buyPackage(
      { package_id: one.id, payment: { method: 'wallet' } },
      { idempotencyKey: turn.key('buy') },
    )
    return { ...(await balance(turn, { screen: 'balance' })), notice: say('packageBought') }
  } catch (error) {
    if (isBookingError(error) && [402, 422].includes(error.status))
      return onePackage(turn, step, error.detail)
    throw error
  }
}

async function byCard(turn: Turn, { id, name }: ServicePackage): Promise<Reply> {
  const { say, clinic } = turn
  const { url } = await clinic.api.payments.create(
    {
      ...{ purpose: 'package', package_id: id },
      ...(clinic.appUrl === null ? {} : { return_url: clinic.appUrl }),
    },
    { idempotencyKey: turn.key('pay') },
  )
  if (url === null) return note(turn, say('payUnavailable'))
  return {
    text: say('payByLink', { name }),
    choices: [
      [{ text: say('payNow'), url }],
      [button(turn, say('balance'), { screen: 'balance' }), homeButton(turn)],
    ],
  }
}
