import type { ManagedAppointment, Slot } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { calendarMonth } from '../../parts/calendar-month.ts'
import { longDay } from '../../parts/long-day.ts'
import { slotBones, slotList } from '../../parts/slot-list.ts'
import { addDays, dateIn } from '../../texts/calendar.ts'
import type { Speak } from '../../texts/speak.ts'
import type { siteSay } from '../texts/texts.ts'
import type { Managed } from './managed.ts'

/** How far the calendar turns: which days are offered is the server's to say. */
const HORIZON_DAYS = 365

/** A month beside the times of a day; the visit moves by a button that says where to. */
export function moveView(
  managed: Managed,
  visit: ManagedAppointment,
  speak: Speak,
  say: ReturnType<typeof siteSay>,
): unknown {
  const { days, month, date, wanted, busy } = managed
  const zone = visit.location.time_zone
  const today = dateIn(Date.now(), zone)
  const choose = (day: string) => {
    if (day.startsWith(month)) managed.set({ date: day, wanted: null })
    else void managed.showMonth(day.slice(0, 7)).then(() => managed.set({ date: day }))
  }
  return html`<div class="calendar">
      ${calendarMonth({
        speak,
        month,
        chosen: date,
        today,
        last: addDays(today, HORIZON_DAYS),
        free: (day) => days?.get(day)?.length ?? null,
        choose,
        turn: (next) => void managed.showMonth(next),
      })}
      <div class="day">${days === null ? slotBones() : times(managed, zone, speak)}</div>
    </div>
    <div class="choice">
      ${
        wanted
          ? html`<button
              type="button"
              class="main"
              part="move-yes"
              aria-disabled=${busy}
              @click=${() => managed.move()}
            >
              ${say('moveTo', { when: whenOf(wanted, zone, speak) })}
            </button>`
          : nothing
      }
      <button
        type="button"
        class="quiet"
        @click=${() => managed.set({ mode: 'view', wanted: null, failure: null })}
      >
        ${say('keep')}
      </button>
    </div>`
}

function times(managed: Managed, zone: string, speak: Speak): unknown {
  const { days, date, wanted } = managed
  const slots = days?.get(date) ?? []
  if (slots.length === 0)
    return html`<div class="notice">
      <p>${speak.say(date ? 'noTimesThatDay' : 'noTimesInMonth')}</p>
      <button type="button" class="quiet" @click=${() => managed.nextMonth()}>
        ${speak.say('nextMonth')}
      </button>
    </div>`
  return html`<h3 aria-live="polite">${longDay(speak, date)}</h3>
    ${slotList({
      speak,
      slots,
      zone,
      chosen: wanted?.starts_at,
      note: () => '',
      choose: (slot: Slot) => managed.set({ wanted: slot, failure: null }),
    })}`
}

function whenOf({ starts_at }: Slot, zone: string, speak: Speak): string {
  const day = speak.date(starts_at, zone, { weekday: 'short', day: 'numeric', month: 'long' })
  return `${day}, ${speak.time(starts_at, zone)}`
}
