import type { Appointment, Location, Organization, Service, Specialist } from '@zapis/sdk'
import { loadCatalogue, loadServices, loadSpecialists } from '../api/catalogue.ts'
import type { Connection } from '../api/connect.ts'
import { nameOf } from '../parts/name-of.ts'

/** What visits are made of: ids have names. */
export interface Known {
  organization: Organization
  locations: Map<number, Location>
  services: Map<number, Service>
  team: Map<number, Specialist>
}

const organizations = new WeakMap<Connection, Promise<Organization>>()

export async function loadKnown(connection: Connection): Promise<Known> {
  let organization = organizations.get(connection)
  if (!organization) {
    organization = connection.client.request('organization.get', {})
    organizations.set(connection, organization)
    organization.catch(() => organizations.delete(connection))
  }
  const [clinic, { locations }, services, team] = await Promise.all([
    organization,
    loadCatalogue(connection),
    loadServices(connection),
    loadSpecialists(connection),
  ])
  return {
    organization: clinic,
    locations: byId(locations),
    services: byId(services),
    team: byId(team),
  }
}

function byId<Item extends { id: number }>(items: readonly Item[]): Map<number, Item> {
  return new Map(items.map((item) => [item.id, item]))
}

/** Old visits are of services and people that are in no list any more. */
export async function learn(
  { client }: Connection,
  { services, team, locations }: Known,
  visits: readonly Appointment[],
): Promise<void> {
  const missing = <Item>(map: Map<number, Item>, ids: number[]) =>
    [...new Set(ids)].filter((id) => !map.has(id))
  await Promise.allSettled([
    ...missing(
      services,
      visits.map((visit) => visit.service_id),
    ).map(async (id) => services.set(id, await client.request('services.get', { params: { id } }))),
    ...missing(
      team,
      visits.map((visit) => visit.specialist_id),
    ).map(async (id) => team.set(id, await client.request('specialists.get', { params: { id } }))),
    ...missing(
      locations,
      visits.map((visit) => visit.location_id),
    ).map(async (id) =>
      locations.set(id, await client.request('locations.get', { params: { id } })),
    ),
  ])
}

export function serviceName({ services }: Known, id: number): string {
  return services.get(id)?.name ?? ''
}

export function specialistName({ team }: Known, id: number): string {
  const person = team.get(id)
  return person ? nameOf(person) : ''
}

/** Whose clock the visit goes by. */
export function zoneOf({ locations, organization }: Known, { location_id }: Appointment): string {
  return locations.get(location_id)?.time_zone ?? organization.time_zone
}

/** From the general to the particular. */
export function policiesOf(
  { organization, locations, services }: Known,
  visit: Appointment,
): Organization['policies'][] {
  return [
    organization.policies,
    locations.get(visit.location_id)?.policies ?? {},
    services.get(visit.service_id)?.policies ?? {},
  ]
}
