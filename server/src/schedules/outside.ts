import type { Configuration, Interval } from '../availability/configuration.ts'
import { zone, type Zone } from '../availability/zone.ts'

/** A coming appointment, without its buffers; epoch minutes. */
export interface Visit {
  id: number
  specialistId: number
  locationId: number
  from: number
  to: number
}

/** Open or working hours of a location as instants, both dates inclusive. */
export type HoursOf = (locationId: number, fromDate: string, toDate: string) => Interval[]

/** Those that no interval of the hours holds as a whole. */
export function outside(
  configuration: Configuration,
  visits: readonly Visit[],
  hoursOf: HoursOf,
): Visit[] {
  const byStart = [...visits].sort((a, b) => a.from - b.from || a.id - b.id)
  const left = new Set<Visit>()
  for (const locationId of new Set(visits.map((each) => each.locationId))) {
    const here = byStart.filter((each) => each.locationId === locationId)
    const { localOf } = zoneOf(configuration, locationId)
    const first = localOf(here[0]?.from ?? 0).date
    const last = localOf(here.reduce((latest, { to }) => Math.max(latest, to), 0)).date
    for (const visit of notWithin(here, hoursOf(locationId, first, last))) left.add(visit)
  }
  return byStart.filter((each) => left.has(each))
}

/** Both in the order of their starts. */
function notWithin(visits: readonly Visit[], hours: readonly Interval[]): Visit[] {
  let at = 0
  return visits.filter(({ from, to }) => {
    while ((hours[at]?.to ?? Infinity) <= from) at++
    const open = hours[at]
    return open === undefined || from < open.from || open.to < to
  })
}

export function zoneOf(configuration: Configuration, locationId: number): Zone {
  const location = configuration.locations.get(locationId)
  if (location === undefined) throw new Error(`a visit in an unknown location: ${locationId}`)
  return zone(location.timeZone)
}

/** The most that the contract's list holds. */
const MOST = 10_000

export function outsideToWire(configuration: Configuration, visits: readonly Visit[]) {
  return visits.slice(0, MOST).map(({ id, specialistId, locationId, from, to }) => {
    const { isoWithOffset } = zoneOf(configuration, locationId)
    return {
      id,
      starts_at: isoWithOffset(from),
      ends_at: isoWithOffset(to),
      specialist_id: specialistId,
      location_id: locationId,
    }
  })
}
