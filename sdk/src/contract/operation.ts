import type { ErrorCode } from './codes.ts'
import type { ObjectSchema, Schema } from './schema.ts'

/**
 * Who calls: `anyone` without a credential, a `publishable` key (a site), a signed-in `client`, staff by role, a `secret` key.
 * What is not one’s own is 404 for clients and specialists.
 */
export type Who =
  'anyone' | 'publishable' | 'client' | 'specialist' | 'reception' | 'admin' | 'owner' | 'secret'

export const scopes = [
  'catalogue:read',
  'catalogue:write',
  'appointments:read',
  'appointments:write',
  'clients:read',
  'clients:write',
  'money:read',
  'money:write',
  'reports:read',
  'settings:read',
  'settings:write',
] as const
export type Scope = (typeof scopes)[number]

export interface Operation {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  path: string
  summary: string
  /** What the summary has no room for. */
  description?: string
  who: readonly Who[]
  /** What a secret key must be allowed. */
  scope?: Scope
  params?: ObjectSchema
  query?: ObjectSchema
  body?: ObjectSchema
  status: 200 | 201 | 202 | 204
  /** null = no body. */
  reply: Schema | null
  errors: readonly ErrorCode[]
  /** Moves money, though its scope is another: its Idempotency-Key is remembered for ever, as with `money:write`. */
  money?: true
  /** The reply is not JSON. */
  media?: string
  /** The body is somebody else’s: taken as the bytes it is, and checked by its signature. */
  raw?: true
}

export const admins = ['admin', 'owner'] as const
export const desk = ['reception', 'admin', 'owner'] as const
export const staff = ['specialist', 'reception', 'admin', 'owner'] as const
/** Reads of the public catalogue. */
export const everyone = ['publishable', 'client', ...staff, 'secret'] as const
