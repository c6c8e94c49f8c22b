import type {
  Configuration,
  Interval,
  LocationConfig,
  SpecialistConfig,
  WeekInterval,
} from './configuration.ts'
import { dateOf, dayNumber, weekdayOfDay } from './dates.ts'
import { intersect, normalize, push, subtract } from './intervals.ts'
import { zone } from './zone.ts'
import type { Piece } from './zone.ts'

/** Wall intervals (local minutes) of consecutive dates, the first of which is `firstDay`. */
export interface Walls {
  firstDay: number
  days: Interval[][]
}

/** Consecutive dates; `dates[0]` is that of `firstDay`. */
export interface Dates {
  firstDay: number
  dates: string[]
}

export function datesOf(firstDay: number, lastDay: number): Dates {
  const dates: string[] = []
  for (let day = firstDay; day <= lastDay; day++) dates.push(dateOf(day))
  return { firstDay, dates }
}

/** When the location is open, as instants; `toDate` is inclusive. An unknown location is never open. */
export function locationHours(
  configuration: Configuration,
  locationId: number,
  fromDate: string,
  toDate: string = fromDate,
  options: { holidays: boolean } = { holidays: true },
): Interval[] {
  const location = configuration.locations.get(locationId)
  if (location === undefined) return []
  const dates = datesOf(dayNumber(fromDate), dayNumber(toDate))
  return instantsOf(location, locationWalls(configuration, location, dates, options))
}

/** When the specialist works at the location, as instants: never outside the location's own hours, not even in an extra shift. */
export function specialistHours(
  configuration: Configuration,
  specialistId: number,
  locationId: number,
  fromDate: string,
  toDate: string = fromDate,
  options: { absences: boolean } = { absences: true },
): Interval[] {
  const location = configuration.locations.get(locationId)
  const specialist = configuration.specialists.get(specialistId)
  if (location === undefined || specialist === undefined) return []
  const dates = datesOf(dayNumber(fromDate), dayNumber(toDate))
  const open = locationWalls(configuration, location, dates)
  return instantsOf(location, meet(specialistWalls(specialist, locationId, dates, options), open))
}

function instantsOf(location: LocationConfig, walls: Walls): Interval[] {
  const place = zone(location.timeZone)
  const lastDay = walls.firstDay + walls.days.length - 1
  if (lastDay < walls.firstDay) return []
  const span = place.spanOf(walls.firstDay, lastDay)
  return toInstants(walls, place.pieces(span.from, span.to))
}

/**
 * An instant is open when its local date and minute are: so an hour that occurs twice is open twice, an opening in a
 * gap begins after it, and 1440 is the next midnight. Hours that touch across midnight become one.
 */
export function toInstants(walls: Walls, pieces: readonly Piece[]): Interval[] {
  const result: Interval[] = []
  for (const { day, from, to, base } of pieces) {
    for (const wall of walls.days[day - walls.firstDay] ?? []) {
      push(result, base + Math.max(wall.from, from), base + Math.min(wall.to, to))
    }
  }
  return result
}

/**
 * A holiday's row replaces the week's hours of its date (it may also open a day off); the location's own row goes before
 * the one for all locations; of several, the narrowest holds.
 */
export function locationWalls(
  configuration: Configuration,
  location: LocationConfig,
  { firstDay, dates }: Dates,
  options: { holidays: boolean } = { holidays: true },
): Walls {
  const days = daysOf(weekOfLocation(location), { firstDay, dates })
  if (!options.holidays) return { firstDay, days }
  const own = new Set<number>()
  const replaced = new Set<number>()
  for (const onlyHere of [true, false]) {
    for (const holiday of configuration.holidays) {
      if (holiday.locationId !== (onlyHere ? location.id : null)) continue
      const index = indexOfDate(dates, holiday.date)
      if (index === -1 || (!onlyHere && own.has(index))) continue
      const open = holiday.open === null ? [] : normalize([holiday.open])
      days[index] = replaced.has(index) ? intersect(days[index] ?? [], open) : open
      replaced.add(index)
      if (onlyHere) own.add(index)
    }
  }
  return { firstDay, days }
}

/** The week and the extra shifts at this location, less the absences: an absence is never overridden. */
export function specialistWalls(
  specialist: SpecialistConfig,
  locationId: number,
  { firstDay, dates }: Dates,
  options: { absences: boolean } = { absences: true },
): Walls {
  const days = daysOf(weekOfSpecialist(specialist, locationId), { firstDay, dates })
  for (const kind of ['shift', 'off']) {
    if (kind === 'off' && !options.absences) continue
    for (const exception of specialist.exceptions) {
      const elsewhere = exception.locationId !== locationId
      if (exception.kind !== kind || (elsewhere && exception.locationId !== null)) continue
      const index = indexOfDate(dates, exception.date)
      if (index === -1) continue
      const day = days[index] ?? []
      days[index] =
        kind === 'shift' ? normalize([...day, exception]) : subtract(day, normalize([exception]))
    }
  }
  return { firstDay, days }
}

/** Both must be of the same dates. */
export function meet(a: Walls, b: Walls): Walls {
  // Days without exceptions share the weekday's array, so the pair met a week ago is met again.
  const known: { left: Interval[]; right: Interval[]; both: Interval[] }[] = []
  const days = a.days.map((left, index) => {
    const right = b.days[index] ?? []
    const slot = index % 7
    const before = known[slot]
    if (before?.left === left && before.right === right) return before.both
    const both = intersect(left, right)
    known[slot] = { left, right, both }
    return both
  })
  return { firstDay: a.firstDay, days }
}

/** By weekday. A day has a standing list when none of its rows is limited in validity; its dates share it, and nobody may change it. */
interface Week {
  rows: WeekInterval[][]
  standing: (Interval[] | null)[]
}

const weeksOfLocations = new WeakMap<LocationConfig, Week>()
const weeksOfSpecialists = new WeakMap<SpecialistConfig, Map<number, Week>>()

function weekOfLocation(location: LocationConfig): Week {
  const known = weeksOfLocations.get(location)
  if (known !== undefined) return known
  const made = weekOf(location.week)
  weeksOfLocations.set(location, made)
  return made
}

function weekOfSpecialist(specialist: SpecialistConfig, locationId: number): Week {
  const places = weeksOfSpecialists.get(specialist) ?? new Map<number, Week>()
  const known = places.get(locationId)
  if (known !== undefined) return known
  const made = weekOf(specialist.week.filter((each) => each.locationId === locationId))
  weeksOfSpecialists.set(specialist, places.set(locationId, made))
  return made
}

function weekOf(week: readonly WeekInterval[]): Week {
  const rows: WeekInterval[][] = [[], [], [], [], [], [], [], []]
  for (const row of week) rows[row.day]?.push(row)
  const standing = rows.map((each) =>
    each.every((row) => row.validFrom === null && row.validTo === null) ? normalize(each) : null,
  )
  return { rows, standing }
}

function daysOf({ rows, standing }: Week, { firstDay, dates }: Dates): Interval[][] {
  return dates.map((date, index) => {
    const day = weekdayOfDay(firstDay + index)
    return standing[day] ?? normalize((rows[day] ?? []).filter((row) => isValidOn(row, date)))
  })
}

/** ISO dates sort as strings. */
function isValidOn(row: WeekInterval, date: string): boolean {
  return (
    (row.validFrom === null || row.validFrom <= date) &&
    (row.validTo === null || date <= row.validTo)
  )
}

function indexOfDate(dates: readonly string[], date: string): number {
  const first = dates[0]
  const last = dates.at(-1)
  if (first === undefined || last === undefined || date < first || date > last) return -1
  return dates.indexOf(date)
}
