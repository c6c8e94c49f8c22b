import { addDays, dayNumber, twoDigits, weekday } from '../availability/dates.ts'
import { datesOf } from '../availability/hours.ts'

export type GroupName =
  | 'day'
  | 'week'
  | 'month'
  | 'weekday'
  | 'weekday_hour'
  | 'workplace_weekday_hour'
  | 'location'
  | 'service'
  | 'specialist'
  | 'workplace'
  | 'package'
  | 'category'
  | 'method'
  | 'source'
  | 'reason'
  | 'lead_time'
  | 'type'
  | 'kind'

interface Range {
  from: string
  to: string
}

interface Group {
  /** Of an entry `e`, never null. */
  sql: string
  /** All that there are, in their order; without it, those with figures, the greatest first. */
  keys?: (range: Range) => string[]
}

const word = (column: string): Group => ({ sql: `coalesce(e.${column}, 'none')` })
const reference = (column: string): Group => ({ sql: `coalesce(e.${column}::text, 'none')` })
const always = (keys: readonly string[]) => () => [...keys]

/** Days from the booking to the visit. */
export const leadTimes = ['0', '1', '2-3', '4-7', '8-14', '15-30', '31'] as const

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

export const groups: Record<GroupName, Group> = {
  day: { sql: 'e.date::text', keys: days },
  week: { sql: `date_trunc('week', e.date)::date::text`, keys: mondays },
  month: { sql: `to_char(e.date, 'YYYY-MM')`, keys: months },
  weekday: { sql: 'extract(isodow from e.date)::text', keys: always(WEEKDAYS.map(String)) },
  weekday_hour: {
    sql: `e.weekday_hour`,
    keys: always(WEEKDAYS.flatMap((day) => HOURS.map((hour) => weekdayHour(day, hour)))),
  },
  workplace_weekday_hour: { sql: `e.workplace_id || '-' || e.weekday_hour` },
  location: reference('location_id'),
  service: reference('service_id'),
  specialist: reference('specialist_id'),
  workplace: reference('workplace_id'),
  package: reference('package_id'),
  category: word('category'),
  method: word('method'),
  source: word('source'),
  reason: word('reason'),
  lead_time: { ...word('lead_time'), keys: always(leadTimes) },
  type: {
    ...word('type'),
    keys: always(['deposit', 'withdraw', 'payment', 'refund', 'correction']),
  },
  kind: { ...word('kind'), keys: always(['wallet', 'package']) },
}

export function isOfWorkplaces(group: GroupName): boolean {
  return group === 'workplace' || group === 'workplace_weekday_hour'
}

export function weekdayHour(day: number, hour: number): string {
  return `${day}-${twoDigits(hour)}`
}

export function mondayOf(date: string): string {
  return addDays(date, 1 - weekday(date))
}

function days({ from, to }: Range): string[] {
  return datesOf(dayNumber(from), dayNumber(to)).dates
}

function mondays({ from, to }: Range): string[] {
  const found: string[] = []
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) found.push(monday)
  return found
}

function months(range: Range): string[] {
  return [...new Set(days(range).map((date) => date.slice(0, 7)))]
}
