import type { Slot } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { ANYBODY, chooseSpecialist } from '../flow/flow.ts'
import { calendarMonth } from '../parts/calendar-month.ts'
import { longDay } from '../parts/long-day.ts'
import { callLink } from '../parts/place.ts'
import { slotBones, slotList } from '../parts/slot-list.ts'
import { zoneNote } from '../parts/zones.ts'
import { dateIn, noonOf } from '../texts/calendar.ts'
import type { Booking } from './booking.ts'
import { takeTime } from './hold.ts'
import { findNext, opened, showMonth } from './times.ts'

/** How far the calendar turns, when the clinic does not say. */
const HORIZON_DAYS = 365

/** A month beside the times of a day. */
export function timeStep(booking: Booking): unknown {
  const { place, speak, days, date } = booking
  if (!place) return nothing
  const zone = place.time_zone
  const today = dateIn(Date.now(), zone)
  const last = dateIn(Date.now() + horizonOf(booking) * 86_400_000, zone)
  return html`<div class="calendar">
      ${calendarMonth({
        speak,
        month: booking.month || today.slice(0, 7),
        chosen: date,
        today,
        last,
        free: (day) => days?.get(day)?.length ?? null,
        choose: (day) => chooseDate(booking, day),
        turn: (next) => void showMonth(booking, next),
      })}
      <div class="day" part="day">
        ${days === null ? slotBones() : date ? timesOf(booking, date) : nothingFree(booking)}
      </div>
    </div>
    ${date ? zoneNote(speak, zone, noonOf(date)) : nothing}`
}

function chooseDate(booking: Booking, date: string): void {
  if (date.slice(0, 7) !== booking.month)
    void showMonth(booking, date.slice(0, 7)).then(() => booking.set({ date }))
  else booking.set({ date })
}

function horizonOf({ place, service }: Booking): number {
  return service?.policies.horizon_days ?? place?.policies.horizon_days ?? HORIZON_DAYS
}

function timesOf(booking: Booking, date: string): unknown {
  const { speak, place, days, flow } = booking
  const slots = days?.get(date) ?? []
  const heading = html`<h3 aria-live="polite">${longDay(speak, date)}</h3>`
  if (slots.length === 0)
    return html`${heading}
      <p class="muted">${speak.say('noTimesThatDay')}</p>`
  const least = Math.min(...slots.map(({ price }) => price.amount))
  const isOne = slots.every(({ price }) => price.amount === least)
  return html`${heading}${slotList({
    speak,
    slots,
    zone: place?.time_zone ?? 'UTC',
    chosen: flow.wanted?.starts_at,
    note: (slot: Slot) => (isOne ? '' : speak.money(slot.price)),
    choose: (slot: Slot) => void takeTime(booking, slot),
  })}`
}

function nothingFree(booking: Booking): unknown {
  const { speak, flow, place } = booking
  const withAnybody = () => {
    booking.go(chooseSpecialist(flow, ANYBODY))
    void opened(booking)
  }
  const isOne =
    flow.specialistId !== ANYBODY &&
    flow.given.specialistId === undefined &&
    booking.able().length > 1
  return html`<div class="notice" part="notice">
    <p>${speak.say('noTimesInMonth')}</p>
    <button type="button" class="quiet" @click=${() => findNext(booking)}>
      ${speak.say('nextFree')}
    </button>
    ${
      isOne
        ? html`<button type="button" class="link" @click=${withAnybody}>
            ${speak.say('withAnybody')}
          </button>`
        : nothing
    }
    ${callLink(speak, place?.phone)}
  </div>`
}
