import type { Candidate } from './candidate.ts'
import { dateOf, dayNumber } from './dates.ts'
import { eachStart, isOnGrid } from './grid.ts'
import { FREE, bench, judge, timing } from './judge.ts'
import { begunStarts, seatCandidates } from './judge-seat.ts'
import type { Bench, Search } from './judge.ts'
import { localOffering } from './offering.ts'
import { knownDays } from './range.ts'
import type { Days } from './range.ts'
import { isKnownInstant } from './zone.ts'

export interface FindInput extends Search {
  /** Both inclusive. */
  fromDate: string
  toDate: string
}

export interface DaySlots {
  date: string
  slots: Slot[]
}

/** Never without a candidate. */
export interface Slot {
  startMin: number
  candidates: Candidate[]
}

/** Every date of the range, with the starts offered on it in the order of time. */
export function find(input: FindInput): DaySlots[] {
  const fromDay = dayNumber(input.fromDate)
  const toDay = dayNumber(input.toDate)
  const result: DaySlots[] = []
  for (let day = fromDay; day <= toDay; day++) result.push({ date: dateOf(day), slots: [] })
  const offered = localOffering(input)
  const days = knownDays(input.fromDate, input.toDate)
  if (typeof offered === 'string' || days === null) return result

  if (input.desk !== true) {
    // Days that `timing` would refuse as a whole are not worth looking at.
    const today = dayNumber(offered.zone.localOf(Math.floor(input.now)).date)
    days.from = Math.max(days.from, today)
    days.to = Math.min(days.to, today + input.rules.horizonDays)
    if (days.from > days.to) return result
  }
  const span = offered.zone.spanOf(days.from, days.to)
  const asked = bench(offered, input, span.from, span.to)
  const visit: Visit = (start, day, isOnGrid) => {
    if (timing(asked, start, day) !== null) return
    const candidates = candidatesOf(asked, start, isOnGrid)
    if (candidates.length > 0) result[day - fromDay]?.slots.push({ startMin: start, candidates })
  }
  if (asked.sessions === null)
    eachStart(offered.location, asked.pieces, days, asked.walls, (start, day) =>
      visit(start, day, true),
    )
  else eachSeat(asked, days, visit)
  return result
}

type Visit = (start: number, day: number, isOnGrid: boolean) => void

/** The grid, and between its starts those of the sessions that have begun elsewhere. */
function eachSeat(asked: Bench, days: Days, visit: Visit): void {
  const { location, zone } = asked.offering
  const begun = begunStarts(asked).filter(isKnownInstant)
  let next = 0
  function upTo(limit: number): void {
    for (let start = begun[next]; start !== undefined && start < limit; start = begun[++next]) {
      const day = dayNumber(zone.localOf(start).date)
      if (days.from <= day && day <= days.to) visit(start, day, false)
    }
    if (begun[next] === limit) next++
  }
  eachStart(location, asked.pieces, days, asked.walls, (start, day) => {
    upTo(start)
    visit(start, day, true)
  })
  upTo(Infinity)
}

/** Who could begin at this very instant, for a hold or a booking; at the desk, and in a session that has begun, off the grid too. Empty when it is not offered. */
export function candidatesAt(search: Search, startMin: number): Candidate[] {
  const offered = localOffering(search)
  if (typeof offered === 'string' || !isKnownInstant(startMin)) return []
  const local = offered.zone.localOf(startMin)
  const mayBegin = search.desk === true || isOnGrid(offered.location, local.minute)
  if (!mayBegin && offered.service.capacity === 1) return []
  const asked = bench(offered, search, startMin, startMin)
  if (timing(asked, startMin, dayNumber(local.date)) !== null) return []
  return candidatesOf(asked, startMin, mayBegin)
}

function candidatesOf(asked: Bench, start: number, mayBegin: boolean): Candidate[] {
  if (asked.sessions !== null) return seatCandidates(asked, start, mayBegin)
  const candidates: Candidate[] = []
  for (const seat of asked.seats) {
    if (judge(asked, seat, start) !== FREE) continue
    candidates.push({
      specialistId: seat.specialist.id,
      endMin: start + seat.durationMin,
      price: seat.price,
      workplaceIds: seat.rooms.free,
    })
  }
  return candidates
}
