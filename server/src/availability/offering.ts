import type {
  Configuration,
  LocationConfig,
  ServiceConfig,
  SpecialistConfig,
} from './configuration.ts'
import { zone } from './zone.ts'
import type { Zone } from './zone.ts'

export interface Wanted {
  configuration: Configuration
  locationId: number
  serviceId: number
  specialistId?: number | undefined
  /** Of a visit whose length the desk has set; a group session has its own. */
  durationMin?: number | undefined
  /** The reception asks: services not bookable online are offered too, and what `desk` says elsewhere. */
  desk?: boolean | undefined
}

export interface Performer {
  specialist: SpecialistConfig
  durationMin: number
  price: number
}

/** Who may give the service here and where, whatever the time. */
export interface Offering {
  location: LocationConfig
  service: ServiceConfig
  zone: Zone
  performers: Performer[]
  longestMin: number
  needsWorkplace: boolean
  workplaceIds: number[]
}

export type NotOffered = 'not_offered' | 'no_workplace'

export function offering(wanted: Wanted): Offering | NotOffered {
  const { configuration } = wanted
  const location = configuration.locations.get(wanted.locationId)
  const service = configuration.services.get(wanted.serviceId)
  if (location === undefined || location.archived) return 'not_offered'
  if (service === undefined || service.archived) return 'not_offered'
  if (!service.onlineBookable && wanted.desk !== true) return 'not_offered'
  const performers = performersOf(configuration, service, wanted)
  if (performers.length === 0) return 'not_offered'
  const workplaceIds = service.workplaceIds.filter((id) => location.workplaceIds.includes(id))
  const needsWorkplace = service.workplaceIds.length > 0
  if (needsWorkplace && workplaceIds.length === 0) return 'no_workplace'
  return {
    location,
    service,
    zone: zone(location.timeZone),
    performers,
    longestMin: Math.max(...performers.map((each) => each.durationMin)),
    needsWorkplace,
    workplaceIds,
  }
}

const kept = new WeakMap<Configuration, Map<string, Offering>>()

/**
 * As `offering`, but without those who never work at the location: what is taken of them decides nothing there.
 * In a chain most of a service's performers are elsewhere, so it is found once for a configuration.
 */
export function localOffering(wanted: Wanted): Offering | NotOffered {
  if (wanted.specialistId !== undefined || wanted.durationMin !== undefined)
    return local(offering(wanted))
  const { configuration } = wanted
  const key = `${wanted.locationId}|${wanted.serviceId}|${wanted.desk === true}`
  const known = kept.get(configuration) ?? new Map<string, Offering>()
  const before = known.get(key)
  if (before !== undefined) return before
  const made = local(offering(wanted))
  // Of ids that are not there nothing is kept: there is no end of them.
  if (typeof made !== 'string') kept.set(configuration, known.set(key, made))
  return made
}

function local(offered: Offering | NotOffered): Offering | NotOffered {
  if (typeof offered === 'string') return offered
  const performers = offered.performers.filter(({ specialist }) =>
    placesOf(specialist).has(offered.location.id),
  )
  return { ...offered, performers }
}

const places = new WeakMap<SpecialistConfig, ReadonlySet<number>>()

/** Where the specialist ever works: by the week, or by an extra shift. */
export function placesOf(specialist: SpecialistConfig): ReadonlySet<number> {
  const known = places.get(specialist) ?? findPlaces(specialist)
  places.set(specialist, known)
  return known
}

function findPlaces(specialist: SpecialistConfig): Set<number> {
  const places = new Set<number>()
  for (const { locationId } of specialist.week) places.add(locationId)
  for (const { kind, locationId } of specialist.exceptions) {
    if (kind === 'shift' && locationId !== null) places.add(locationId)
  }
  return places
}

function performersOf(
  configuration: Configuration,
  service: ServiceConfig,
  { specialistId: only, durationMin: set }: Pick<Wanted, 'specialistId' | 'durationMin'>,
): Performer[] {
  const performers: Performer[] = []
  for (const [id, { durationMin, price }] of service.specialists) {
    const specialist = configuration.specialists.get(id)
    if (specialist === undefined || specialist.archived) continue
    if (only !== undefined && only !== id) continue
    const length = service.capacity > 1 ? undefined : set
    performers.push({ specialist, durationMin: length ?? durationMin, price })
  }
  return performers
}
