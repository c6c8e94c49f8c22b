import type { ConsentText, Location, Service, Specialist } from '@zapis/sdk'
import type { Connection } from './connect.ts'

/** What a clinic offers. Archived and unbookable things are not in it. */
export interface Catalogue {
  locations: Location[]
  services: Service[]
}

const MOST = 1000

const catalogues = new WeakMap<Connection, Promise<Catalogue>>()
const offers = new WeakMap<Connection, Promise<Service[]>>()
const teams = new WeakMap<Connection, Promise<Specialist[]>>()
const consents = new WeakMap<Connection, Promise<ConsentText[]>>()

/** Branches and services, asked for once for all elements of a page. */
export function loadCatalogue(connection: Connection): Promise<Catalogue> {
  return once(catalogues, connection, async ({ client }) => {
    const [locations, services] = await Promise.all([
      client.all('locations.list', { query: { limit: 100 }, limit: MOST }),
      loadServices(connection),
    ])
    return { locations, services: services.filter((service) => service.online_bookable) }
  })
}

/** All services, also those that are not booked online. */
export function loadServices(connection: Connection): Promise<Service[]> {
  return once(offers, connection, ({ client }) =>
    client.all('services.list', { query: { limit: 100, sort: 'position' }, limit: MOST }),
  )
}

/** Everybody who can be booked. */
export function loadSpecialists(connection: Connection): Promise<Specialist[]> {
  return once(teams, connection, ({ client }) =>
    client.all('specialists.list', { query: { limit: 100 }, limit: MOST }),
  )
}

/** The consents that the clinic asks for, in every language that it has them in. */
export function loadConsents(connection: Connection): Promise<ConsentText[]> {
  return once(consents, connection, ({ client }) =>
    client.all('consentTexts.list', { query: { limit: 100 }, limit: 100 }),
  )
}

function once<Loaded>(
  kept: WeakMap<Connection, Promise<Loaded>>,
  connection: Connection,
  load: (connection: Connection) => Promise<Loaded>,
): Promise<Loaded> {
  let loading = kept.get(connection)
  if (!loading) {
    loading = load(connection)
    kept.set(connection, loading)
    loading.catch(() => kept.delete(connection))
  }
  return loading
}
