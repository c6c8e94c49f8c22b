import { createCaller } from './caller.ts'
import { classOf } from './errors.ts'
import type { ClientOptions } from './options.ts'
import { createList, type Page } from './page.ts'
import type { Caller, Item } from './resource.ts'
import { createResources, routes, type Resources } from './resources.ts'
import { follow } from './stream.ts'
import { send } from './transport.ts'

/** The API: one resource a noun, one method a route, and `request` for any call by its id. */
export interface BookingClient extends Resources, Caller {}

/**
 * A client of the API. Clients share nothing: make as many as there are callers.
 *
 * ```ts
 * const booking = createClient({ apiKey: 'pk_…', baseUrl: 'https://booking.example' })
 * const { days } = await booking.availability.search({
 *   location_id: 1, service_id: 2, from: '2027-01-11', to: '2027-01-17',
 * })
 * ```
 *
 * @throws {TypeError} when there is no valid `baseUrl`, or for a secret key in a browser.
 */
export function createClient(options: ClientOptions = {}): BookingClient {
  const { settings, request } = createCaller(options, { routes, classOf })
  const caller: Caller = {
    request,
    list: (id, given, callOptions) =>
      createList(async (cursor) => {
        const query = { ...given.query, ...(cursor && { cursor }) }
        // The server answers with pages, which its own tests see to.
        return (await send(settings, id, { ...given, query }, callOptions)) as Page<Item<typeof id>>
      }),
    stream: (id, given, { headers, ...streamOptions } = {}) =>
      follow(async (last) => {
        const sent = { ...headers, ...(last && { 'last-event-id': last }) }
        const { signal } = streamOptions
        // The transport gives an event stream as it came.
        return (await send(settings, id, given, { signal, headers: sent })) as Response
      }, streamOptions),
  }
  return { ...caller, ...createResources(caller) }
}
