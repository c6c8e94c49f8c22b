import type { Location, Service, Specialist } from '@zapis/sdk'
import type { Turn } from './turn.ts'

export function named<T extends { id: number }>(items: readonly T[], id: number): T | undefined {
  return items.find((item) => item.id === id)
}

/** What can be booked at the branch. */
export async function servicesAt(turn: Turn, location: Location): Promise<Service[]> {
  const services = await turn.clinic.catalogue.services()
  return services.filter(({ id }) => location.service_ids.includes(id))
}

/** Who does the service at the branch. */
export async function specialistsFor(
  turn: Turn,
  location: Location,
  service: Service,
): Promise<Specialist[]> {
  const specialists = await turn.clinic.catalogue.specialists()
  return specialists.filter(
    ({ id }) => service.specialist_ids.includes(id) && location.specialist_ids.includes(id),
  )
}

/** Branches where something, or this service, can be booked. */
export async function locationsOf(turn: Turn, service = 0): Promise<Location[]> {
  const locations = await turn.clinic.catalogue.locations()
  return locations.filter(({ service_ids }) =>
    service > 0 ? service_ids.includes(service) : service_ids.length > 0,
  )
}

/** What a step names and the catalogue does not have (any more). */
export class Stale extends Error {
  override readonly name = 'Stale'
}

export function mustBe<T>(found: T | undefined): T {
  if (found === undefined) throw new Stale()
  return found
}
