/** Calendar dates are 'YYYY-MM-DD' at the borders and day numbers (1970-01-01 = 0) inside; the arithmetic is on the numbers. */

const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** A RangeError for anything that is no date of the Gregorian calendar between 0001 and 9999. */
export function dayNumber(date: string): number {
  if (!SHAPE.test(date)) throw new RangeError(`not a calendar date: ${date}`)
  const [year, month, day] = [digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10)]
  if (year === 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
    throw new RangeError(`no such calendar date: ${date}`)
  }
  return dayOf(year, month, day)
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48
  return value
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** Days from civil: the year is counted from March, so the leap day is its last (H. Hinnant, chrono-compatible date algorithms). */
function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

export function dateOf(day: number): string {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const dayOfMonth = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days)
}

/** From the first to the second: daysBetween('2026-03-01', '2026-03-02') is 1. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: string): number {
  return weekdayOfDay(dayNumber(date))
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}
