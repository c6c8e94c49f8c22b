import type { Configuration, Interval } from './configuration.ts'
import { dayNumber } from './dates.ts'
import { FIRST_DAY, LAST_DAY, zone } from './zone.ts'

/** Day numbers, both inclusive. */
export interface Days {
  from: number
  to: number
}

/** The days of the range for which instants are known; null when there are none. */
export function knownDays(fromDate: string, toDate: string): Days | null {
  const from = Math.max(dayNumber(fromDate), FIRST_DAY)
  const to = Math.min(dayNumber(toDate), LAST_DAY)
  return from <= to ? { from, to } : null
}

export interface RangeWanted {
  locationId: number
  serviceId?: number | undefined
  /** Of a visit whose length the desk has set. */
  durationMin?: number | undefined
  fromDate: string
  toDate: string
}

/**
 * What of `Occupied` must be loaded to search these dates: whatever overlaps the range that is returned. Reaches past the last date by the longest
 * visit with its buffers, of the service or, without one, of any.
 */
export function occupiedRange(configuration: Configuration, wanted: RangeWanted): Interval {
  const location = configuration.locations.get(wanted.locationId)
  const days = knownDays(wanted.fromDate, wanted.toDate)
  if (location === undefined || days === null) return { from: 0, to: 0 }
  let before = 0
  let after = 0
  for (const service of configuration.services.values()) {
    if (wanted.serviceId !== undefined && service.id !== wanted.serviceId) continue
    before = Math.max(before, service.bufferBeforeMin)
    for (const { durationMin } of service.specialists.values()) {
      after = Math.max(
        after,
        Math.max(durationMin, wanted.durationMin ?? 0) + service.bufferAfterMin,
      )
    }
  }
  const span = zone(location.timeZone).spanOf(days.from, days.to)
  return { from: span.from - before, to: span.to + after }
}
