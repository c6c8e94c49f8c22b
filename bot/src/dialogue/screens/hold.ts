import { isBookingError, type ConsentText, type Quote } from '@zapis/sdk'
import { mustBe, named } from '../catalogue.ts'
import { moneyText, nameOf, timeText, whenText } from '../format.ts'
import { dayOf } from '../dates.ts'
import { minuteOf } from '../free.ts'
import type { Choice, Reply } from '../reply.ts'
import { ANYONE, type Step } from '../step.ts'
import { release, take, takeAnew, takeAsGuest } from '../take.ts'
import { button, layout, rows, type Held, type Turn } from '../turn.ts'
import { askContact } from './contact.ts'
import { home } from './home.ts'
import { taken } from './taken.ts'

/** How each way to pay is written in a button. */
export const METHODS = ['on_site', 'wallet', 'package', 'card'] as const

/** The time is held when it is chosen; then what it costs, and how to pay. */
export async function hold(turn: Turn, step: Step, notice?: string): Promise<Reply> {
  try {
    if (!(await turn.clinic.isKnown())) {
      const held = await takeAsGuest(turn, step)
      return askContact(turn, { ...step, screen: 'hold', nonce: held?.nonce ?? 0 })
    }
    const held = await take(turn, step)
    const asked = await missingConsents(turn)
    if (asked.length > 0) return consentScreen(turn, step, asked)
    const { quote, ...priced } = await quoted(turn, step, held)
    return await summary(turn, { step, held: priced.held, quote, notice })
  } catch (error) {
    if (isBookingError(error, 'slot_unavailable')) return taken(turn, step, error.alternatives)
    throw error
  }
}

/** What it costs; a hold that was given up by another press is taken anew. */
async function quoted(turn: Turn, step: Step, held: Held): Promise<{ held: Held; quote: Quote }> {
  const { appointments } = turn.clinic.api
  try {
    return { held, quote: await appointments.quote({ hold: held.hold.hold }) }
  } catch (error) {
    if (!isBookingError(error, 'hold_expired')) throw error
    const anew = await takeAnew(turn, step)
    return { held: anew, quote: await appointments.quote({ hold: anew.hold.hold }) }
  }
}

interface Offer {
  step: Step
  held: Held
  quote: Quote
  notice: string | undefined
}

async function summary(turn: Turn, { step, held: own, quote, notice }: Offer): Promise<Reply> {
  const { say, person, clinic } = turn
  const held = own.hold
  const location = mustBe(named(await clinic.catalogue.locations(), held.location_id))
  const service = mustBe(named(await clinic.catalogue.services(), held.service_id))
  const one = named(await clinic.catalogue.specialists(), held.specialist_id)
  const zone = location.time_zone
  const starts = Date.parse(held.starts_at)
  const isLess = quote.discount.amount > 0
  const lines = [
    service.name,
    whenText(starts, zone, person.locale),
    one && say('withWhom', { name: nameOf(one) }),
    [location.name, location.address].filter(Boolean).join(', '),
    say('toPay', { total: moneyText(quote.total, person.locale) }),
    isLess && say('discounted', { discount: moneyText(quote.discount, person.locale) }),
    quote.prepayment.amount > 0 &&
      say('prepayment', { amount: moneyText(quote.prepayment, person.locale) }),
    say('heldUntil', { time: timeText(Date.parse(held.expires_at), zone) }),
  ]
  return {
    text: lines.filter(Boolean).join('\n'),
    choices: layout(...rows(payChoices(turn, own, quote), 1), [
      button(turn, say('otherTime'), {
        screen: 'book',
        location: held.location_id,
        service: held.service_id,
        specialist: step.specialist ?? ANYONE,
        day: dayOf(starts, zone),
      }),
      button(turn, say('forget'), { screen: 'release' }),
    ]),
    ...(notice === undefined ? {} : { notice }),
  }
}

function payChoices(turn: Turn, { hold: held, nonce, asked }: Held, quote: Quote): Choice[] {
  const { say, person } = turn
  const confirm = (method: (typeof METHODS)[number]): Step => ({
    screen: 'confirm',
    location: held.location_id,
    service: held.service_id,
    // Whom the hold chose: taken anew, it is to be the same visit.
    specialist: held.specialist_id,
    minute: minuteOf(Date.parse(held.starts_at)),
    method: METHODS.indexOf(method),
    total: method === 'package' ? 0 : quote.total.amount,
    nonce,
    asked,
  })
  return quote.methods.flatMap((method): Choice[] => {
    switch (method) {
      case 'on_site':
        return [button(turn, say('payOnSite'), confirm(method))]
      case 'card':
        return [button(turn, say('payByCard'), confirm(method))]
      case 'package': {
        const count = quote.package_visits_left ?? 0
        return count > 0 ? [button(turn, say('payByPackage', { count }), confirm(method))] : []
      }
      case 'wallet': {
        const { balance } = quote
        if (balance === null || balance.amount < quote.total.amount) return []
        const left = moneyText(balance, person.locale)
        return [button(turn, say('payByWallet', { balance: left }), confirm(method))]
      }
    }
  })
}

/** Texts that booking needs and the person has not agreed to. */
async function missingConsents({ clinic, person }: Turn): Promise<ConsentText[]> {
  const texts = await clinic.api.consentTexts.list({ limit: 100 }).toArray()
  const required = texts.filter((text) => text.required && text.locale === person.locale)
  const anyLanguage = texts.filter(
    (text) => text.required && !required.some(({ kind }) => kind === text.kind),
  )
  const wanted = [...required, ...anyLanguage]
  if (wanted.length === 0) return []
  const given = await clinic.api.me.consents({ limit: 100 })
  return wanted.filter(({ kind }) => given.data.find((one) => one.kind === kind)?.granted !== true)
}

const LONGEST_TEXT = 3500

function consentScreen(turn: Turn, step: Step, texts: ConsentText[]): Reply {
  const { say } = turn
  const [first] = texts
  const text = first?.text ?? ''
  const shown = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text
  return {
    text: [say('consentFirst'), shown].join('\n\n'),
    choices: layout(
      [button(turn, say('agree'), { ...step, screen: 'agree' })],
      [button(turn, say('forget'), { screen: 'release' })],
    ),
  }
}

/** Agrees to the text that was shown, which is the first that is missing; each is asked for by itself. */
export async function agree(turn: Turn, step: Step): Promise<Reply> {
  const [text] = await missingConsents(turn)
  if (text !== undefined)
    await turn.clinic.api.me.addConsent(
      { kind: text.kind, version: text.version, granted: true },
      { idempotencyKey: turn.key('agree') },
    )
  return hold(turn, { ...step, screen: 'hold' })
}

export async function forget(turn: Turn): Promise<Reply> {
  await release(turn)
  return home(turn, turn.say('released'))
}
