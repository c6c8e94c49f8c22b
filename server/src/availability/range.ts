import type { Configuration, Interval, ServiceConfig } from './configuration.ts'
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
  const { before, after } = reachOfWanted(configuration, wanted)
  const span = zone(location.timeZone).spanOf(days.from, days.to)
  return { from: span.from - before, to: span.to + after }
}

/** How far the longest of their visits reaches to both sides of its start. */
interface Reach {
  before: number
  after: number
}

const reaches = new WeakMap<Configuration, Reach>()

function reachOfWanted(
  configuration: Configuration,
  { serviceId, durationMin }: RangeWanted,
): Reach {
  if (serviceId !== undefined) {
    const service = configuration.services.get(serviceId)
    return reachOf(service === undefined ? [] : [service], durationMin)
  }
  const known = reaches.get(configuration) ?? reachOf(configuration.services.values())
  reaches.set(configuration, known)
  return known
}

function reachOf(services: Iterable<ServiceConfig>, wantedMin = 0): Reach {
  let before = 0
  let after = 0
  for (const { bufferBeforeMin, bufferAfterMin, specialists } of services) {
    before = Math.max(before, bufferBeforeMin)
    for (const { durationMin } of specialists.values())
      after = Math.max(after, Math.max(durationMin, wantedMin) + bufferAfterMin)
  }
  return { before, after }
}
