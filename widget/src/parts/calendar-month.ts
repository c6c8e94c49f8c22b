import { html } from 'lit'
import { addDays, addMonths, firstWeekday, noonOf, weekdayOf, weeksOf } from '../texts/calendar.ts'
import type { Speak } from '../texts/speak.ts'
import { longDay } from './long-day.ts'

export interface CalendarMonth {
  speak: Speak
  /** YYYY-MM */
  month: string
  /** The date that is looked at; '' = none. */
  chosen: string
  today: string
  /** The last date that can be booked. */
  last: string
  /** How many times a date has; null = not known yet. */
  free(date: string): number | null
  choose(date: string): void
  /** Another month is to be shown. */
  turn(month: string): void
}

/** A table of buttons, each labelled with its whole date; the keys are those of the ARIA date picker. */
export function calendarMonth(calendar: CalendarMonth): unknown {
  const { speak, month, today, last } = calendar
  const first = firstWeekday(speak.tag)
  const title = speak.date(noonOf(`${month}-01`), 'UTC', { month: 'long', year: 'numeric' })
  const weeks = weeksOf(month, first)
  const names = weeks[0] ?? []
  const weekday = (date: string, weekdays: 'short' | 'long') =>
    speak.date(noonOf(date), 'UTC', { weekday: weekdays })
  return html`<div class="month" part="calendar">
    <div class="month-head">
      ${turnButton(calendar, -1, month <= today.slice(0, 7))}
      <p class="month-name" aria-live="polite" part="month">${title}</p>
      ${turnButton(calendar, 1, month >= last.slice(0, 7))}
    </div>
    <table @keydown=${(event: KeyboardEvent) => move(event, calendar)}>
      <caption class="unseen">
        ${title}
      </caption>
      <thead>
        <tr>
          ${names.map((date) => html`<th scope="col" abbr=${weekday(date, 'long')}>${weekday(date, 'short')}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeks.map(
          (week) =>
            html`<tr>
              ${week.map((date) => html`<td>${date.startsWith(month) ? dayButton(calendar, date) : ''}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function turnButton({ speak, month, turn }: CalendarMonth, months: 1 | -1, isOver: boolean) {
  return html`<button
    type="button"
    class="turn"
    part="turn"
    aria-label=${speak.say(months < 0 ? 'previousMonth' : 'nextMonth')}
    aria-disabled=${isOver}
    @click=${() => {
      if (!isOver) turn(addMonths(`${month}-01`, months).slice(0, 7))
    }}
  >
    <i class=${months < 0 ? 'arrow' : 'arrow ahead'} aria-hidden="true"></i>
  </button>`
}

function dayButton(calendar: CalendarMonth, date: string): unknown {
  const { speak, chosen, today, free, choose } = calendar
  const count = free(date) ?? 0
  const whole = longDay(speak, date)
  return html`<button
    type="button"
    class=${date === today ? 'date today' : 'date'}
    part=${date === chosen ? 'date date-chosen' : 'date'}
    data-date=${date}
    tabindex=${date === stop(calendar) ? 0 : -1}
    aria-label=${speak.say('timesOf', { date: whole, count })}
    aria-pressed=${date === chosen}
    aria-disabled=${count === 0}
    @click=${() => {
      if (count > 0) choose(date)
    }}
  >
    ${Number(date.slice(8))}
  </button>`
}

/** The one date that Tab comes to. */
function stop({ month, chosen, today }: CalendarMonth): string {
  if (chosen.startsWith(month)) return chosen
  return today.startsWith(month) ? today : `${month}-01`
}

const days: Readonly<Record<string, number>> = {
  ArrowUp: -7,
  ArrowDown: 7,
  ArrowLeft: -1,
  ArrowRight: 1,
}

function move(event: KeyboardEvent, calendar: CalendarMonth): void {
  const { target, currentTarget, key, shiftKey } = event
  if (!(target instanceof HTMLElement) || !(currentTarget instanceof HTMLElement)) return
  const { date } = target.dataset
  const next = date && goal(date, key, shiftKey, calendar, isRightToLeft(currentTarget))
  if (!next) return
  event.preventDefault()
  const { today, last, month, turn } = calendar
  const to = next < today ? today : next > last ? last : next
  const table = currentTarget
  const focus = () => table.querySelector<HTMLElement>(`[data-date="${to}"]`)?.focus()
  if (to.startsWith(month)) {
    focus()
    return
  }
  turn(to.slice(0, 7))
  // The new month is drawn after this task.
  setTimeout(focus)
}

function goal(
  date: string,
  key: string,
  isYear: boolean,
  { speak }: CalendarMonth,
  isRtl: boolean,
): string | undefined {
  const first = firstWeekday(speak.tag)
  const fromStart = (weekdayOf(date) - first + 7) % 7
  if (key === 'Home') return addDays(date, -fromStart)
  if (key === 'End') return addDays(date, 6 - fromStart)
  if (key === 'PageUp') return addMonths(date, isYear ? -12 : -1)
  if (key === 'PageDown') return addMonths(date, isYear ? 12 : 1)
  const step = days[key]
  if (step === undefined) return undefined
  return addDays(date, isRtl && Math.abs(step) === 1 ? -step : step)
}

function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl'
}
