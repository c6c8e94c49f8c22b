import { blame } from './blame.ts'
import type { Blame } from './blame.ts'
import { dateOf, dayNumber } from './dates.ts'
import type { FindInput } from './find.ts'
import { eachStart } from './grid.ts'
import { FREE, FULL, NO_ROOM, OUTSIDE, bench, timing } from './judge.ts'
import type { Bench, Seat } from './judge.ts'
import { judgeSeat, sessionAt, takenBy } from './judge-seat.ts'
import { offering } from './offering.ts'
import { knownDays } from './range.ts'
import { zone } from './zone.ts'

export type Reason =
  | 'not_offered'
  | 'no_workplace'
  | 'too_soon'
  | 'too_far'
  | 'closed'
  | 'holiday'
  | 'specialist_off'
  | 'specialist_not_at_location'
  | 'break'
  | 'appointment'
  | 'hold'
  | 'full'
  | 'workplace_busy'

export interface ExplainedDay {
  date: string
  times: ExplainedTime[]
}

/** A grid time that is not offered; at least one of the two lists says why. */
export interface ExplainedTime {
  startMin: number
  /** What holds for everybody. */
  reasons: Reason[]
  /** The first obstacle of each who could not begin even so; empty when the location is closed or the service is not given here. */
  specialists: { specialistId: number; reason: Reason }[]
}

/** Every grid time of the dates, the whole day round, that `find` of the same input does not offer. */
export function explain(input: FindInput): ExplainedDay[] {
  const fromDay = dayNumber(input.fromDate)
  const toDay = dayNumber(input.toDate)
  const result: ExplainedDay[] = []
  for (let day = fromDay; day <= toDay; day++) result.push({ date: dateOf(day), times: [] })
  const location = input.configuration.locations.get(input.locationId)
  const days = knownDays(input.fromDate, input.toDate)
  if (location === undefined || days === null) return result

  const offered = offering(input)
  const span = zone(location.timeZone).spanOf(days.from, days.to)
  if (typeof offered === 'string') {
    const pieces = zone(location.timeZone).pieces(span.from, span.to)
    eachStart(location, pieces, days, null, (startMin, day) => {
      result[day - fromDay]?.times.push({ startMin, reasons: [offered], specialists: [] })
    })
    return result
  }
  const asked = bench(offered, input, span.from, span.to)
  const hours = blame(asked, input)
  eachStart(location, asked.pieces, days, null, (startMin, day) => {
    const time = explainTime(asked, hours, startMin, day)
    if (time !== null) result[day - fromDay]?.times.push(time)
  })
  return result
}

/** Null when the time is offered. */
function explainTime(
  asked: Bench,
  hours: Blame,
  startMin: number,
  day: number,
): ExplainedTime | null {
  const early = timing(asked, startMin, day)
  const reasons: Reason[] = early === null ? [] : [early]
  const closed = hours.closed(startMin, startMin + 1)
  if (closed !== null) {
    reasons.push(closed)
    return { startMin, reasons, specialists: [] }
  }
  const specialists: ExplainedTime['specialists'] = []
  for (const seat of asked.seats) {
    const reason = obstacle(asked, hours, seat, startMin)
    if (reason !== null) specialists.push({ specialistId: seat.specialist.id, reason })
  }
  const somebody = specialists.length < asked.seats.length
  return somebody && early === null ? null : { startMin, reasons, specialists }
}

function obstacle(asked: Bench, hours: Blame, seat: Seat, start: number): Reason | null {
  switch (judgeSeat(asked, seat, start)) {
    case FREE:
      return null
    case OUTSIDE:
      return hours.outside(seat, start)
    case NO_ROOM:
      return 'workplace_busy'
    case FULL:
      return sessionAt(asked, seat, start)?.free === 0 ? 'full' : 'hold'
    default:
      return takenBy(asked, seat, start)?.cause ?? 'appointment'
  }
}
