import type { Operation, Schema, Who } from '@zapis/sdk/contract'
import { day, freeAt, thingNames, traces, unique, type Thing, type Things } from './things.ts'

/** How the requests of an operation are made, and what of its answers the contract alone does not say. */
export interface Entry {
  /** What `:id` of the path names. */
  id?: Thing
  /** Members over the contract's examples; undefined leaves one out. */
  body?: (things: Things, who: Who) => Record<string, unknown>
  query?: (things: Things, who: Who) => Record<string, unknown>
  /** What of another specialist all staff see: the clinic's calendar has no secrets from those who work by it. */
  shared?: readonly Thing[]
  /** Who has this is whom it belongs to, with whatever credential or none. */
  bearer?: Thing
  /** The same, but not with a credential of another organization. */
  token?: Thing
  /** Only a provider’s own word opens it: nobody of ours is let in. */
  provider?: string
  /** SQL that makes ready what an allowed call needs; $1 is the organization. */
  arrange?: string
  /** The statuses of a refusal, when they are not 404 or 422. */
  refused?: Partial<Record<Thing, readonly number[]>>
}

export interface Request {
  method: string
  path: string
  body: Record<string, unknown> | undefined
}

/** By the name of the member, in whatever request it stands. */
const named: Record<string, (things: Things) => unknown> = {
  location_id: (t) => t.location,
  service_id: (t) => t.service,
  specialist_id: (t) => t.specialist,
  workplace_id: (t) => t.workplace,
  client_id: (t) => t.client,
  duplicate_id: (t) => t.spare,
  appointment_id: (t) => t.appointment,
  service_ids: (t) => [t.service],
  workplace_ids: (t) => [t.workplace],
  discount_id: (t) => t.discount,
  delivery_id: (t) => t.delivery,
  broadcast_id: (t) => t.broadcast,
  package_id: (t) => t.package,
  client_package_id: (t) => t.bought,
  hold: (t) => t.hold,
  refresh_token: (t) => t.refresh,
  starts_at: () => freeAt,
  from: () => day,
  to: () => day,
  date: () => day,
  slug: () => `new-${unique()}`,
  email: () => `new-${unique()}@clinic.test`,
  phone: () => `+7917${String(1_000_000 + unique())}`,
}

/** A valid request: every member that a body may have, and of a query those that name something. */
export function requestOf(operation: Operation, entry: Entry, things: Things, who: Who): Request {
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(param(entry, name, things))),
  )
  const query = { ...queryOf(operation, things), ...entry.query?.(things, who) }
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (typeof value === 'string' || typeof value === 'number') search.set(name, `${value}`)
  const { body } = operation
  return {
    method: operation.method,
    path: `/v1${path}${search.size > 0 ? `?${search.toString()}` : ''}`,
    body: body && { ...membersOf(body, things), ...entry.body?.(things, who) },
  }
}

function param(entry: Entry, name: string, things: Things): unknown {
  if (name === 'code') return things.code
  if (name === 'provider') return entry.provider
  if (name !== 'id') return named[name]?.(things)
  if (entry.id === undefined) throw new Error('the table does not say what :id is')
  return things[entry.id]
}

function queryOf({ query }: Operation, things: Things): Record<string, unknown> {
  const { properties = {}, required = [] } = query ?? {}
  const names = Object.keys(properties).filter((name) => required.includes(name) || named[name])
  return Object.fromEntries(names.map((name) => [name, sample(name, properties[name], things)]))
}

function membersOf({ properties = {} }: Schema, things: Things): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, sample(name, schema, things)]),
  )
}

function sample(name: string, schema: Schema | undefined, things: Things): unknown {
  const value = named[name]?.(things)
  if (value !== undefined) return value
  if (schema?.properties) return membersOf(schema, things)
  if (schema?.anyOf) return sample(name, schema.anyOf[0], things)
  if (schema?.items?.properties) return [membersOf(schema.items, things)]
  return schema?.examples?.[0]
}

/** Which things the request names, and which of them in its path. */
export function thingsNamed(
  operation: Operation,
  entry: Entry,
  who: Who,
): { all: Thing[]; inPath: Thing[] } {
  const { method, path, body } = requestOf(operation, entry, traces, who)
  const found = (text: string) => thingNames.filter((thing) => text.includes(String(traces[thing])))
  return {
    all: found(`${method} ${decodeURIComponent(path)} ${JSON.stringify(body ?? {})}`),
    inPath: found(path.split('?')[0] ?? ''),
  }
}
