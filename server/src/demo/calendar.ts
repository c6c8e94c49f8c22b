import { addDays, daysBetween, weekday } from '../availability/dates.ts'
import type { LocationKey } from './texts-places.ts'
import type { SpecialistKey } from './texts-specialists.ts'

/** What differs from the weeks around a day. Dates are 'YYYY-MM-DD', hours 'HH:MM-HH:MM' or null for the whole day. */
export interface Calendar {
  holidays: { location: LocationKey | null; date: string; name: string; hours: string | null }[]
  exceptions: DatedException[]
  breaks: {
    specialist: SpecialistKey
    location: LocationKey
    date: string
    hours: string
    reason: string
  }[]
}

export interface DatedException {
  specialist: SpecialistKey
  location: LocationKey | null
  date: string
  kind: 'off' | 'shift'
  hours: string | null
  reason: string
}

export const HISTORY_DAYS = 90
export const AHEAD_DAYS = 14

const publicHolidays = [
  ['01-01', 'Новый год'],
  ['01-02', 'Новогодние каникулы'],
  ['03-08', 'Международный женский день'],
  ['05-09', 'День Победы'],
] as const

export function calendarOf(today: string): Calendar {
  return {
    holidays: [
      ...publicHolidays.flatMap(([day, name]) =>
        occurrences(today, day).map((date) => ({ location: null, date, name, hours: null })),
      ),
      { location: 'ekb', date: addDays(today, -30), name: 'Ремонт вентиляции', hours: null },
      { location: 'msk', date: addDays(today, 10), name: 'Короткий день', hours: '10:00-16:00' },
      { location: 'ekb', date: addDays(today, 18), name: 'Санитарный день', hours: null },
    ],
    exceptions: exceptions(today),
    breaks: [
      ...weekly(today, 3, {
        specialist: 'morozova',
        location: 'msk',
        hours: '12:00-12:30',
        reason: 'Планёрка',
      }),
      ...weekly(today, 4, {
        specialist: 'krylova',
        location: 'ekb',
        hours: '13:00-13:30',
        reason: 'Приёмка расходников',
      }),
    ],
  }
}

/** The last one of the history, and the next one so far away that the demo is open on its first days. */
function occurrences(today: string, monthAndDay: string): string[] {
  const year = Number(today.slice(0, 4))
  const dates = [-1, 0, 1, 2].map((more) => `${year + more}-${monthAndDay}`)
  const past = dates.findLast((date) => date < today && daysBetween(date, today) <= HISTORY_DAYS)
  const next = dates.find((date) => daysBetween(today, date) > AHEAD_DAYS)
  return [past, next].filter((date) => date !== undefined)
}

function exceptions(today: string): DatedException[] {
  const off = (specialist: SpecialistKey, day: number, reason: string): DatedException => ({
    specialist,
    location: null,
    date: addDays(today, day),
    kind: 'off',
    hours: null,
    reason,
  })
  const week = [0, 1, 2, 3, 4, 5, 6]
  return [
    ...week.map((day) => off('orlov', -20 + day, 'Отпуск')),
    ...week.map((day) => off('ivanova', 17 + day, 'Отпуск')),
    off('lebedev', -45, 'Больничный'),
    off('lebedev', -44, 'Больничный'),
    {
      specialist: 'kuznetsov',
      location: null,
      date: nextWeekday(addDays(today, 2), 5),
      kind: 'off',
      hours: '15:00-17:00',
      reason: 'Конференция',
    },
    {
      specialist: 'belova',
      location: 'ekb',
      date: nextWeekday(addDays(today, 2), 6),
      kind: 'shift',
      hours: '10:00-14:00',
      reason: 'Дополнительная смена',
    },
  ]
}

function weekly(today: string, day: number, rest: Omit<Calendar['breaks'][number], 'date'>) {
  const first = nextWeekday(addDays(today, -28), day)
  return [0, 7, 14, 21, 28, 35].map((later) => ({ ...rest, date: addDays(first, later) }))
}

function nextWeekday(date: string, day: number): string {
  return addDays(date, (day - weekday(date) + 7) % 7)
}
