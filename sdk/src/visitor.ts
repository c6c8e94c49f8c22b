import { createCaller } from './caller.ts'
import { plainClassOf } from './errors.ts'
import type { CallOptions, ClientOptions } from './options.ts'
import type { Page } from './page.ts'
import type { Given, Item, Reply } from './resource.ts'
import { visitorRoutes } from './resources.ts'
import { send } from './transport.ts'

/** Name of a call that a page makes for its visitor. */
export type VisitorOperationId = keyof typeof visitorRoutes

/** What a visitor of a site can do, by the ids of the calls. */
export interface Visitor {
  /** Any call by its id, `noun.verb`. */
  request<Id extends VisitorOperationId>(
    id: Id,
    given: Given<Id>,
    options?: CallOptions,
  ): Promise<Reply<Id>>
  /** Every item of a list by the id of its operation, page by page; the first `limit` of them. */
  all<Id extends VisitorOperationId>(
    id: Id,
    given: Given<Id> & { limit: number },
    options?: CallOptions,
  ): Promise<Item<Id>[]>
}

/**
 * For pages where every kilobyte counts: the calls that a publishable key, a client or nobody may make, in half of the
 * size of `createClient`. No resources, no stream; errors are told apart by `code`, `isBookingError(error, 'hold_expired')`.
 *
 * ```ts
 * const booking = createVisitor({ apiKey: 'pk_…', baseUrl: 'https://booking.example' })
 * await booking.request('appointments.release', { body: { hold } })
 * ```
 *
 * @throws {TypeError} when there is no valid `baseUrl`, or for a secret key in a browser.
 */
export function createVisitor(options: ClientOptions = {}): Visitor {
  const { settings, request } = createCaller(options, {
    routes: visitorRoutes,
    classOf: plainClassOf,
  })
  return {
    request,
    async all(id, { limit, ...given }, callOptions) {
      const found: Item<typeof id>[] = []
      for (let cursor: string | null = ''; cursor !== null && found.length < limit;) {
        const query = { ...given.query, ...(cursor && { cursor }) }
        // The server answers with pages, which its own tests see to.
        const page = (await send(settings, id, { ...given, query }, callOptions)) as Page<
          Item<typeof id>
        >
        found.push(...page.data)
        cursor = page.next_cursor
      }
      return found.slice(0, limit)
    },
  }
}
