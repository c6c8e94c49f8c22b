import type { Interval } from '../availability/configuration.ts'
import type { Zone } from '../availability/zone.ts'
import type { FieldFault } from '../fault.ts'
import { minuteOf } from './week.ts'

interface LocalTimes {
  date: string
  start_time: string
  end_time: string
}

/** Years of which offsets are known. */
const FIRST = '2000-01-01'
const LAST = '2100-12-31'

export function breakFaults({ date, start_time, end_time }: LocalTimes): FieldFault[] {
  return [
    ...(date >= FIRST && date <= LAST ? [] : [{ pointer: '/date', code: 'not_allowed' }]),
    ...(start_time < end_time ? [] : [{ pointer: '/end_time', code: 'invalid' }]),
  ]
}

/**
 * The instants of a break. Of a local time that occurs twice, the first begins it and the second ends it: nobody is
 * booked into either. A local time that does not occur is a fault.
 */
export function breakInstants(
  place: Zone,
  { date, start_time, end_time }: LocalTimes,
): Interval | FieldFault {
  const from = place.instantsOf(date, minuteOf(start_time)).at(0)
  const to = place.instantsOf(date, minuteOf(end_time)).at(-1)
  if (from === undefined) return { pointer: '/start_time', code: 'not_allowed' }
  if (to === undefined) return { pointer: '/end_time', code: 'not_allowed' }
  return { from, to }
}
