import { LRUCache } from 'lru-cache'
import type { Configuration, Interval, LocationConfig, SpecialistConfig } from './configuration.ts'
import { dayNumber } from './dates.ts'
import { datesOf, locationWalls, meet, specialistWalls, toInstants, type Walls } from './hours.ts'
import type { Zone } from './zone.ts'

/** The hours of a location on a few dates, and of whoever works there: the same for every service that is asked about. */
export interface OpenHours {
  /** When the location is open, in local minutes. */
  walls: Walls
  /** When the specialist is there, as instants. */
  of(specialist: SpecialistConfig): readonly Interval[]
}

/** A longer range is seldom asked for twice, and its days are kept one by one as answers. */
const FEW_DAYS = 3
/** Of some 3 kB. */
const MOST = 10_000

/** An older configuration is let go of: what is kept of it is found to be another's. */
const kept = new LRUCache<string, { configuration: WeakRef<Configuration>; hours: OpenHours }>({
  max: MOST,
})

export function openHours(
  configuration: Configuration,
  offered: { location: LocationConfig; zone: Zone },
  firstDay: number,
  lastDay: number,
): OpenHours {
  if (lastDay - firstDay >= FEW_DAYS) return make(configuration, offered, firstDay, lastDay)
  const key = `${configuration.organizationId}|${offered.location.id}|${firstDay}|${lastDay}`
  const known = kept.get(key)
  if (known?.configuration.deref() === configuration) return known.hours
  const hours = make(configuration, offered, firstDay, lastDay)
  kept.set(key, { configuration: new WeakRef(configuration), hours })
  return hours
}

function make(
  configuration: Configuration,
  { location, zone }: { location: LocationConfig; zone: Zone },
  firstDay: number,
  lastDay: number,
): OpenHours {
  const { id } = location
  const dates = datesOf(firstDay, lastDay)
  const walls = locationWalls(configuration, location, dates)
  const span = zone.spanOf(firstDay, lastDay)
  const pieces = zone.pieces(span.from, span.to)
  const bySpecialist = new Map<number, readonly Interval[]>()
  return {
    walls,
    of(specialist) {
      const known = bySpecialist.get(specialist.id)
      if (known !== undefined) return known
      const own = specialistWalls(specialist, id, dates)
      const instants = toInstants(meet(own, walls), pieces)
      bySpecialist.set(specialist.id, instants)
      return instants
    },
  }
}
