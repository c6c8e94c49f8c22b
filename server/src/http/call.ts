import type { OperationId, OperationTypes } from '@zapis/sdk/contract'

export type Role = 'owner' | 'admin' | 'reception' | 'specialist'
export type Locale = 'ru' | 'en'

export type Caller =
  | { kind: 'anyone'; organizationId: null }
  | { kind: 'publishable'; organizationId: number; keyId: number }
  | { kind: 'secret'; organizationId: number; keyId: number; scopes: readonly string[] | null }
  | { kind: 'client'; organizationId: number; clientId: number; sessionId: string }
  | {
      kind: 'staff'
      organizationId: number
      staffId: number
      role: Role
      specialistId: number | null
      sessionId: string
    }

/** One validated request of one operation. */
export interface Call<Id extends OperationId = OperationId> {
  readonly operation: Id
  readonly caller: Caller
  readonly params: OperationTypes[Id]['params']
  readonly query: OperationTypes[Id]['query']
  readonly body: OperationTypes[Id]['body']
  /** The bytes as they came, for operations that are `raw`; null for all others. */
  readonly rawBody: Buffer | null
  readonly locale: Locale
  readonly requestId: string
  /** The visitor's network address, by the trusted proxies' word only. */
  readonly address: string
  readonly userAgent: string
  /** Version in If-Match; null = none was sent. */
  readonly ifMatch: number | null
  /** Other request headers, for the few operations that read one. */
  header(name: string): string
}

/** In the audit log, idempotency keys and ledger: who acted. */
export function actor(caller: Caller): string {
  switch (caller.kind) {
    case 'anyone':
      return 'anyone'
    case 'publishable':
    case 'secret':
      return `key:${caller.keyId}`
    case 'client':
      return `client:${caller.clientId}`
    case 'staff':
      return `staff:${caller.staffId}`
  }
}

/** Staff and secret keys: those who see what clients do not. */
export function isOurs(caller: Caller): boolean {
  return caller.kind === 'staff' || caller.kind === 'secret'
}
