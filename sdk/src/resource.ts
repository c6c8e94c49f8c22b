import type { CallOptions, StreamOptions } from './options.ts'
import type { List } from './page.ts'
import type { BookingEvent, OperationTypes } from './types.ts'

/** Name of a call, `noun.verb`. */
export type OperationId = keyof OperationTypes

type Part<
  Id extends OperationId,
  Name extends 'params' | 'query' | 'body',
> = null extends OperationTypes[Id][Name]
  ? { [Key in Name]?: undefined }
  : Partial<OperationTypes[Id][Name]> extends OperationTypes[Id][Name]
    ? { [Key in Name]?: OperationTypes[Id][Name] | undefined }
    : { [Key in Name]: OperationTypes[Id][Name] }

/** What an operation takes: `params` of the path, `query`, `body`, as far as it has them. */
export type Given<Id extends OperationId> = Part<Id, 'params'> &
  Part<Id, 'query'> &
  Part<Id, 'body'>

/** What an operation answers with. */
export type Reply<Id extends OperationId> = OperationTypes[Id]['reply'] extends null
  ? undefined
  : OperationTypes[Id]['reply']

/** What the list of an operation is made of. */
export type Item<Id extends OperationId> = OperationTypes[Id]['reply'] extends {
  data: (infer Member)[]
}
  ? Member
  : never

/** What the methods of resources.ts are one-liners over. */
export interface Caller {
  /**
   * Any call by its id, `noun.verb`: what every method of the resources does.
   *
   * ```ts
   * await booking.request('appointments.cancel', { params: { id: 7 }, body: { reason: 'ill' } })
   * ```
   */
  request<Id extends OperationId>(
    id: Id,
    given: Given<Id>,
    options?: CallOptions,
  ): Promise<Reply<Id>>
  /** Any list by the id of its operation. */
  list<Id extends OperationId>(id: Id, given: Given<Id>, options?: CallOptions): List<Item<Id>>
  /** The live events. */
  stream(
    id: 'events.stream',
    given: Given<'events.stream'>,
    options?: StreamOptions,
  ): AsyncIterable<BookingEvent>
}

/** A noun of the API. */
export class Resource {
  protected readonly client: Caller

  /** Made by `createClient`. */
  constructor(client: Caller) {
    this.client = client
  }
}
