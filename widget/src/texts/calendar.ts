/** Calendar dates as `YYYY-MM-DD`. A date has no zone: what is counted here is days, at noon of UTC. */

const DAY_MS = 86_400_000

/** The date that it is in a zone. */
export function dateIn(instant: string | number | Date, timeZone: string): string {
  // Swedes write dates as ISO 8601 does.
  return dateFormat(timeZone).format(new Date(instant))
}

const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
  formats.set(timeZone, format)
  return format
}

/** A date as something that `Intl` formats in UTC. */
export function noonOf(date: string): Date {
  return new Date(`${date}T12:00:00Z`)
}

export function addDays(date: string, days: number): string {
  return isoOf(noonOf(date).getTime() + days * DAY_MS)
}

/** The same day of another month, or its last one. */
export function addMonths(date: string, months: number): string {
  const first = noonOf(`${date.slice(0, 7)}-01`)
  first.setUTCMonth(first.getUTCMonth() + months)
  const month = isoOf(first.getTime()).slice(0, 7)
  const day = Math.min(Number(date.slice(8)), daysIn(month))
  return `${month}-${String(day).padStart(2, '0')}`
}

export function daysIn(month: string): number {
  const last = noonOf(`${month}-01`)
  last.setUTCMonth(last.getUTCMonth() + 1, 0)
  return last.getUTCDate()
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: string): number {
  return noonOf(date).getUTCDay() || 7
}

/** The day that weeks begin with, 1 = Monday … 7 = Sunday. */
export function firstWeekday(tag: string): number {
  const locale = new Intl.Locale(tag) as Intl.Locale & WeekInfo
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1
}

/** Newer than TypeScript's library; a property in engines before the method. */
interface WeekInfo {
  getWeekInfo?(): { firstDay: number }
  weekInfo?: { firstDay: number }
}

/** Weeks of a month, each of seven dates, those of its neighbours too. */
export function weeksOf(month: string, firstDay: number): string[][] {
  const first = `${month}-01`
  const start = addDays(first, -((weekdayOf(first) - firstDay + 7) % 7))
  const cells = Math.ceil((daysIn(month) + ((weekdayOf(first) - firstDay + 7) % 7)) / 7)
  return Array.from({ length: cells }, (_, week) =>
    Array.from({ length: 7 }, (_day, day) => addDays(start, week * 7 + day)),
  )
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
