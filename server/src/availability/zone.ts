import type { Interval } from './configuration.ts'
import { dateOf, dayNumber, twoDigits } from './dates.ts'
import { offsetTable } from './zone-table.ts'
import { isZoneName } from '../zone-names.ts'

const DAY = 1440
/** 2000-01-01 and 2100-12-31. */
export const FIRST_DAY = 10_957
export const LAST_DAY = 47_846
/** No zone is further from UTC than these since 2000 (Pacific/Kiritimati +14:00, Etc/GMT+12), so the instants of a local time lie between. */
const MOST_EAST = 14 * 60
const MOST_WEST = 12 * 60
/** More than there are names; the bound is here so that the cache has one whatever `isZoneName` lets in. */
const CACHE_LIMIT = 512

/** A run of instants of one local date with one offset: the instant of local minute m is base + m, for from <= m < to. */
export interface Piece {
  /** Day number of the local date. */
  day: number
  from: number
  to: number
  base: number
}

/** Instants are whole minutes since the epoch, from 2000 to 2100; far outside, RangeError. */
export interface Zone {
  name: string
  /** Minutes east of UTC. */
  offsetAt(epochMin: number): number
  /** None in a gap, two in an overlap, ascending. Minute 1440 is 0 of the next date. */
  instantsOf(date: string, minuteOfDay: number): number[]
  localOf(epochMin: number): { date: string; minute: number }
  /** The date's first instant; of a date that the zone skipped, the first instant after the gap. */
  startOfDay(date: string): number
  isoWithOffset(epochMin: number): string
  /** From the first instant of the first date to just after the last instant of the last one. */
  spanOf(fromDay: number, toDay: number): Interval
  /** The instants [from, to) cut where the local date or the offset changes, in the order of time. */
  pieces(from: number, to: number): Piece[]
}

/** Whole, and safe to ask any zone about: the known days of every zone and a little more. */
export function isKnownInstant(epochMin: number): boolean {
  const from = (FIRST_DAY - 1) * DAY
  return Number.isInteger(epochMin) && epochMin >= from && epochMin < (LAST_DAY + 2) * DAY
}

const zones = new Map<string, Zone>()

/** RangeError for what is not an IANA name, in its exact spelling. */
export function zone(name: string): Zone {
  const known = zones.get(name)
  if (known !== undefined) return known
  if (!isZoneName(name)) throw new RangeError(`not an IANA time zone: ${name.slice(0, 64)}`)
  const made = makeZone(name)
  const oldest = zones.keys().next()
  if (zones.size >= CACHE_LIMIT && !oldest.done) zones.delete(oldest.value)
  zones.set(name, made)
  return made
}

function makeZone(name: string): Zone {
  const table = offsetTable(name)
  const { offsetAt } = table

  function instantsOfLocal(local: number): number[] {
    const before = offsetAt(local - MOST_EAST)
    const after = offsetAt(local + MOST_WEST)
    const found: number[] = []
    // Before a fall back the offset is the larger one, so this order is ascending.
    if (offsetAt(local - before) === before) found.push(local - before)
    if (after !== before && offsetAt(local - after) === after) found.push(local - after)
    return found
  }

  function pieces(from: number, to: number): Piece[] {
    const result: Piece[] = []
    for (let start = from; start < to;) {
      const offset = offsetAt(start)
      const end = Math.min(to, table.steadyUntil(start))
      while (start < end) {
        const day = Math.floor((start + offset) / DAY)
        const base = day * DAY - offset
        const stop = Math.min(end, base + DAY)
        result.push({ day, from: start - base, to: stop - base, base })
        start = stop
      }
    }
    return result
  }

  function spanOf(fromDay: number, toDay: number): Interval {
    const from = fromDay * DAY - MOST_EAST
    const to = (toDay + 1) * DAY + MOST_WEST
    if (table.steadyUntil(from) >= to) {
      const offset = offsetAt(from)
      return { from: fromDay * DAY - offset, to: (toDay + 1) * DAY - offset }
    }
    const all = pieces(from, to)
    const within = all.filter((each) => each.day >= fromDay && each.day <= toDay)
    const first = within.at(0) ?? all.find((each) => each.day > toDay)
    if (first === undefined) throw new Error(`no instant of day ${fromDay} or later in ${name}`)
    const last = within.at(-1)
    const start = first.base + first.from
    return { from: start, to: last === undefined ? start : last.base + last.to }
  }

  return {
    name,
    offsetAt,
    instantsOf: (date, minuteOfDay) => instantsOfLocal(dayNumber(date) * DAY + minuteOfDay),
    localOf(epochMin) {
      const local = epochMin + offsetAt(epochMin)
      const day = Math.floor(local / DAY)
      return { date: dateOf(day), minute: local - day * DAY }
    },
    startOfDay(date) {
      const day = dayNumber(date)
      return spanOf(day, day).from
    },
    isoWithOffset: (epochMin) => iso(epochMin, offsetAt(epochMin)),
    spanOf,
    pieces,
  }
}

/** 'HH:MM' of every minute of a day. */
const clock = Array.from({ length: DAY }, (_, minute) => {
  const hours = Math.floor(minute / 60)
  return `${twoDigits(hours)}:${twoDigits(minute - hours * 60)}`
})

/** The date that was written last: of many instants in a row it is the same. */
let written = { day: NaN, date: '' }

function iso(epochMin: number, offset: number): string {
  const local = epochMin + offset
  const day = Math.floor(local / DAY)
  if (written.day !== day) written = { day, date: dateOf(day) }
  const distance = clock[Math.abs(offset)] ?? ''
  return `${written.date}T${clock[local - day * DAY] ?? ''}:00${offset < 0 ? '-' : '+'}${distance}`
}
