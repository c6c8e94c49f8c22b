import { html, nothing } from 'lit'
import type { Flow, Step } from '../flow/flow.ts'
import { nameOf } from '../parts/name-of.ts'
import { longDay } from '../parts/long-day.ts'
import { addressOf } from '../parts/address.ts'
import { shortDay } from '../parts/short-day.ts'
import { zoneHere } from '../parts/zones.ts'
import { dateIn } from '../texts/calendar.ts'
import type { Booking } from './booking.ts'
import { clockOf, extend } from './hold.ts'
import { goBack } from './times.ts'

/** The ticket stub: what is chosen piles up, each line can be tapped to change it, the hold runs along its edge. */
export function stub(booking: Booking): unknown {
  const { speak } = booking
  const lines = linesOf(booking)
  return html`<aside class="stub" part="stub" aria-label=${speak.say('booking')}>
    <div class="torn">${holdEdge(booking)}</div>
    <dl>${lines.map((line) => stubLine(booking, line))} ${priceLines(booking)}</dl>
    ${holdWords(booking)}
  </aside>`
}

interface StubLine {
  name: 'place' | 'service' | 'specialist' | 'time'
  text: string
  /** A second line, smaller. */
  more?: string
  step: Step | null
}

function linesOf(booking: Booking): StubLine[] {
  const { place, service, speak, flow, facts, places } = booking
  const lines: StubLine[] = []
  const first = facts.choices > 1 ? 'service' : null
  if (place) {
    const more = addressOf(place)
    lines.push({
      name: 'place',
      text: place.name,
      more,
      step: places.length > 1 ? 'service' : null,
    })
  }
  if (service)
    lines.push({
      name: 'service',
      text: service.name,
      more: speak.length(service.duration_min),
      step: first,
    })
  const who = whoOf(booking)
  const isAsked = facts.able.length > 1 && flow.given.specialistId === undefined
  if (who) lines.push({ name: 'specialist', text: who, step: isAsked ? 'specialist' : null })
  const startsAt = flow.wanted?.starts_at
  if (startsAt && place) {
    const zone = place.time_zone
    const day = shortDay(speak, startsAt, zone)
    lines.push({
      name: 'time',
      text: `${speak.time(startsAt, zone)}, ${day}`,
      more: longDay(speak, dateIn(startsAt, zone)),
      step: 'time',
    })
  }
  return lines
}

function whoOf({ flow, team, speak }: Booking): string {
  const id = flow.held?.specialist_id ?? flow.specialistId
  if (id === null) return ''
  const person = team.get(id)
  return person ? nameOf(person) : id ? '' : speak.say('anybody')
}

function stubLine(booking: Booking, { name, text, more, step }: StubLine): unknown {
  const { speak, flow } = booking
  const what = speak.say(name)
  const words = html`<b>${text}</b
    >${more ? html`<span class="small muted">${more}</span>` : nothing}`
  return html`<div class="line line-${name}" part="stub-line">
    <dt class="small muted">${what}</dt>
    <dd>
      ${
        step === flow.step || step === null
          ? html`<span>${words}</span>`
          : html`<button
              type="button"
              aria-label="${speak.say('change', { what })}: ${text}"
              @click=${() => goBack(booking, step)}
            >
              ${words}
            </button>`
      }
    </dd>
  </div>`
}

/** The price, each discount, and what is left to pay. */
function priceLines(booking: Booking): unknown {
  const { quote, speak, flow } = booking
  const price = flow.held?.price ?? flow.wanted?.price
  if (!price) return nothing
  const isPackage = flow.typed.method === 'package' && isPaying(flow)
  if (!quote || quote.discounts.length === 0 || isPackage)
    return html`<div class="line line-sum" part="price">
      <dt class="small muted">${speak.say('price')}</dt>
      <dd><b>${isPackage ? speak.say('fromPackage') : speak.money(quote?.total ?? price)}</b></dd>
    </div>`
  return html`<div class="line" part="price">
      <dt class="small muted">${speak.say('price')}</dt>
      <dd>${speak.money(quote.price)}</dd>
    </div>
    ${quote.discounts.map(
      ({ kind, amount, discount_percent }) =>
        html`<div class="line" part="discount">
          <dt class="small muted">
            ${speak.say(`discount_${kind}`)}${discount_percent ? ` ${discount_percent} %` : ''}
          </dt>
          <dd>−${speak.money(amount)}</dd>
        </div>`,
    )}
    <div class="line line-sum" part="total">
      <dt class="small muted">${speak.say('toPay')}</dt>
      <dd><b>${speak.money(quote.total)}</b></dd>
    </div>`
}

function isPaying({ step }: Flow): boolean {
  return step === 'payment'
}

function holdEdge(booking: Booking): unknown {
  const clock = clockOf(booking)
  return clock && booking.flow.held
    ? html`<i class="burn" data-from=${clock.from} data-until=${clock.until}></i>`
    : nothing
}

/** Until when it is held, in words; near the end it may be extended, once. */
function holdWords(booking: Booking): unknown {
  const { flow, speak, place } = booking
  const { held, wanted, trouble } = flow
  const clock = clockOf(booking)
  if (!place || !wanted) return nothing
  const time = speak.time(wanted.starts_at, place.time_zone)
  if (!held || !clock)
    return trouble || booking.failure
      ? nothing
      : html`<p class="hold small muted" part="hold">${speak.say('holding', { time })}</p>`
  return html`<div class="hold small" part="hold">
    <p>${speak.say('heldUntil', { time, until: speak.time(clock.until, zoneHere()) })}</p>
    ${
      clock.isEnding && !held.extended
        ? html`<button type="button" class="link" part="extend" @click=${() => extend(booking)}>
            ${speak.say('holdMore')}
          </button>`
        : nothing
    }
  </div>`
}
