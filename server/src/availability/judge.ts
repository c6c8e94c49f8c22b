import type { Interval } from './configuration.ts'
import { advance, cursor, overlaps } from './cursor.ts'
import type { Cursor } from './cursor.ts'
import { dayNumber } from './dates.ts'
import { datesOf, locationWalls, meet, specialistWalls, toInstants } from './hours.ts'
import type { Walls } from './hours.ts'
import type { Occupied, Sessions, TakenInterval } from './occupied.ts'
import type { Offering, Performer, Wanted } from './offering.ts'
import type { Piece } from './zone.ts'

export interface Search extends Wanted {
  /** Breaks, appointments and holds in one; of a specialist, in every location. */
  occupied: Occupied
  /** Minutes since the epoch, seconds as a fraction: a start in the current minute has gone. */
  now: number
  rules: Rules
}

/** Not applied at the desk. */
export interface Rules {
  leadTimeMin: number
  horizonDays: number
}

/** What is known of one stretch of starts; the cursors only go forward, so `judge` must be asked in the order of time. */
export interface Bench {
  offering: Offering
  /** Local dates and offsets from the first start to the end of the longest visit. */
  pieces: Piece[]
  /** When the location is open, in local minutes. */
  walls: Walls
  seats: Seat[]
  earliest: number
  lastDay: number
  /** Of a group service alone. */
  sessions: Sessions | null
}

/** One specialist on the bench. */
export interface Seat extends Performer {
  open: Cursor<Interval>
  taken: Cursor<TakenInterval>
  rooms: Rooms
}

/** The workplaces free for visits of one duration, at the start that was asked last. */
interface Rooms {
  start: number
  free: readonly number[]
  all: Room[]
}

interface Room {
  id: number
  taken: Cursor<TakenInterval>
}

export const FREE = 0
/** Not within the hours of the specialist at the location. */
export const OUTSIDE = 1
/** The specialist is taken, by `current(seat.taken)`. */
export const TAKEN = 2
export const NO_ROOM = 3
/** No seat is left in the session that begins then. */
export const FULL = 4
export type Verdict = typeof FREE | typeof OUTSIDE | typeof TAKEN | typeof NO_ROOM | typeof FULL

const NONE: readonly never[] = []

/** For starts in [from, to). */
export function bench(offering: Offering, search: Search, from: number, to: number): Bench {
  const { location, zone } = offering
  const isGroup = offering.service.capacity > 1
  const sessions = isGroup ? (search.occupied.sessions ?? new Map()) : null
  const pieces = zone.pieces(from, to + Math.max(offering.longestMin, longestOf(sessions)))
  const dates = datesOf(
    pieces.reduce((least, each) => Math.min(least, each.day), Infinity),
    pieces.reduce((most, each) => Math.max(most, each.day), -Infinity),
  )
  const walls = locationWalls(search.configuration, location, dates)
  const all: Room[] = offering.workplaceIds.map((id) => ({
    id,
    taken: cursor(search.occupied.workplaces.get(id) ?? NONE),
  }))
  const byDuration = new Map<number, Rooms>()
  const seats = offering.performers.map(({ specialist, durationMin, price }): Seat => {
    const rooms = byDuration.get(durationMin) ?? { start: -1, free: NONE, all }
    byDuration.set(durationMin, rooms)
    return {
      specialist,
      durationMin,
      price,
      open: cursor(
        toInstants(meet(specialistWalls(specialist, location.id, dates), walls), pieces),
      ),
      taken: cursor(search.occupied.specialists.get(specialist.id) ?? NONE),
      rooms,
    }
  })
  const { earliest, lastDay } = limits(offering, search)
  return { offering, pieces, walls, seats, earliest, lastDay, sessions }
}

/** The service may have been longer when they began. */
function longestOf(sessions: Sessions | null): number {
  let longest = 0
  for (const ofSpecialist of sessions?.values() ?? [])
    for (const [start, { endMin }] of ofSpecialist)
      longest = Math.max(longest, (endMin ?? start) - start)
  return longest
}

function limits(offering: Offering, { now, rules, desk }: Search) {
  if (desk === true) return { earliest: -Infinity, lastDay: Infinity }
  const today = dayNumber(offering.zone.localOf(Math.floor(now)).date)
  return { earliest: now + rules.leadTimeMin, lastDay: today + rules.horizonDays }
}

export function timing(bench: Bench, start: number, day: number): 'too_soon' | 'too_far' | null {
  if (start < bench.earliest) return 'too_soon'
  return day > bench.lastDay ? 'too_far' : null
}

/**
 * The one place that decides whether a specialist can begin at an instant: the visit within the hours of both, the visit with its
 * buffers (which may lie outside the hours) clear of all that is taken of the specialist and of at least one workplace.
 * Seats of group sessions are judged by `judgeSeat`, which comes here when a session would begin.
 */
export function judge(bench: Bench, seat: Seat, start: number): Verdict {
  const { service, needsWorkplace } = bench.offering
  const end = start + seat.durationMin
  if (!isPresent(seat, start, end)) return OUTSIDE
  const from = start - service.bufferBeforeMin
  const to = end + service.bufferAfterMin
  if (overlaps(seat.taken, from, to)) return TAKEN
  if (!needsWorkplace) return FREE
  const { rooms } = seat
  if (rooms.start !== start) {
    rooms.start = start
    rooms.free = freeRooms(rooms.all, from, to)
  }
  return rooms.free.length > 0 ? FREE : NO_ROOM
}

/** Within the hours of the specialist at the location. */
export function isPresent({ open }: Seat, start: number, end: number): boolean {
  if (open.to <= start) advance(open, start)
  return open.from <= start && end <= open.to
}

function freeRooms(all: readonly Room[], from: number, to: number): number[] {
  const free: number[] = []
  for (const room of all) if (!overlaps(room.taken, from, to)) free.push(room.id)
  return free
}
