import type { Candidate } from './candidate.ts'
import type { Cursor } from './cursor.ts'
import { advance, current } from './cursor.ts'
import { FREE, FULL, NO_ROOM, OUTSIDE, TAKEN, isPresent, judge } from './judge.ts'
import type { Bench, Seat, Verdict } from './judge.ts'
import { seatsLeft } from './occupied.ts'
import type { Session, TakenInterval } from './occupied.ts'

/**
 * A seat in a session that has begun is had within the hours while one is left: its time is taken already, whatever the grid says and
 * whatever was put over it. A session that only holds speak for begins like any visit, past those holds and in their room.
 */
export function judgeSeat(bench: Bench, seat: Seat, start: number): Verdict {
  const session = sessionAt(bench, seat, start)
  if (session === undefined) return judge(bench, seat, start)
  if (!isPresent(seat, start, session.endMin ?? start + seat.durationMin)) return OUTSIDE
  const { needsWorkplace, workplaceIds } = bench.offering
  const isThere = session.workplaceId !== null && workplaceIds.includes(session.workplaceId)
  if (needsWorkplace && !isThere) return NO_ROOM
  if (seatsLeft(session) === 0) return FULL
  if (session.endMin !== null) return FREE
  if (obstacleTo(bench, seat, start, seat.taken) !== undefined) return TAKEN
  const room = seat.rooms.all.find(({ id }) => id === session.workplaceId)
  const isClear = room === undefined || obstacleTo(bench, seat, start, room.taken) === undefined
  return isClear ? FREE : NO_ROOM
}

export function sessionAt(bench: Bench, seat: Seat, start: number): Session | undefined {
  return bench.sessions?.get(seat.specialist.id)?.get(start)
}

/** Who has a seat for one more at this start; off the grid no session begins, but one that has begun is joined. */
export function seatCandidates(bench: Bench, start: number, mayBegin: boolean): Candidate[] {
  const candidates: Candidate[] = []
  for (const seat of bench.seats) {
    const session = sessionAt(bench, seat, start)
    const hasBegun = typeof session?.endMin === 'number'
    if (!mayBegin && !hasBegun) continue
    if (judgeSeat(bench, seat, start) !== FREE) continue
    const { free, held } = session ?? { free: bench.offering.service.capacity, held: 0 }
    candidates.push({
      specialistId: seat.specialist.id,
      endMin: session?.endMin ?? start + seat.durationMin,
      price: seat.price,
      workplaceIds: session === undefined ? seat.rooms.free : roomOf(bench, session),
      seats: { free, left: free - held, joins: session !== undefined },
    })
  }
  return candidates
}

/** Its own; one that has not begun goes without when the service needs none any more. */
function roomOf({ offering }: Bench, { workplaceId, endMin }: Session): number[] {
  const isIdle = endMin === null && !offering.needsWorkplace
  return workplaceId === null || isIdle ? [] : [workplaceId]
}

/** What the specialist is taken by when `judgeSeat` says so. */
export function takenBy(bench: Bench, seat: Seat, start: number): TakenInterval | undefined {
  return sessionAt(bench, seat, start) === undefined
    ? current(seat.taken)
    : obstacleTo(bench, seat, start, seat.taken)
}

/** The first interval in the way that is no hold of a seat of this very session. */
function obstacleTo(
  { offering }: Bench,
  { specialist, durationMin }: Seat,
  start: number,
  taken: Cursor<TakenInterval>,
): TakenInterval | undefined {
  const from = start - offering.service.bufferBeforeMin
  const to = start + durationMin + offering.service.bufferAfterMin
  if (taken.to <= from) advance(taken, from)
  for (let at = taken.at; at < taken.list.length; at++) {
    const each = taken.list[at]
    if (each === undefined || each.from >= to) return undefined
    const isOwn = each.session?.startMin === start && each.session.specialistId === specialist.id
    if (each.to > from && !isOwn) return each
  }
  return undefined
}

/** Starts of the sessions that have begun, of these specialists, in the order of time. */
export function begunStarts({ sessions, seats }: Bench): number[] {
  const starts = new Set<number>()
  for (const { specialist } of seats)
    for (const [start, { endMin }] of sessions?.get(specialist.id) ?? [])
      if (endMin !== null) starts.add(start)
  return [...starts].sort((a, b) => a - b)
}
