/** Days and minutes of a place, as numbers: no I/O, no clock. */
const DAY_MS = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

function partsOf(instant: number, timeZone: string): Map<string, number> {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
    formats.set(timeZone, format)
  }
  return new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
}

/** The local date of an instant, in days since 1970. */
export function dayOf(instant: number, timeZone: string): number {
  const parts = partsOf(instant, timeZone)
  const [year = 0, month = 1, day = 1] = ['year', 'month', 'day'].map((name) => parts.get(name))
  return Date.UTC(year, month - 1, day) / DAY_MS
}

/** The local time of an instant, in minutes since midnight. */
export function minuteOfDay(instant: number, timeZone: string): number {
  const parts = partsOf(instant, timeZone)
  return (parts.get('hour') ?? 0) * 60 + (parts.get('minute') ?? 0)
}

export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

export function dayFrom(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: number): number {
  // 1 January 1970 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** null: there is no such date. */
export function dayAt(year: number, month: number, date: number): number | null {
  const day = Date.UTC(year, month - 1, date) / DAY_MS
  const back = new Date(day * DAY_MS)
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === date ? day : null
}

export function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear()
}

export function monthOf(day: number): number {
  return new Date(day * DAY_MS).getUTCMonth() + 1
}

export function dateNumberOf(day: number): number {
  return new Date(day * DAY_MS).getUTCDate()
}
