/** Typed client of the Zapis booking API. */
export { createClient, type BookingClient } from './client.ts'
export {
  AuthenticationError,
  BookingError,
  ConflictError,
  ConnectionError,
  HoldExpiredError,
  IdempotencyError,
  isBookingError,
  NotFoundError,
  PaymentError,
  PermissionError,
  RateLimitError,
  SlotUnavailableError,
  TimeoutError,
  ValidationError,
  VersionConflictError,
  type BookingErrorCode,
  type ErrorFacts,
  type ErrorOf,
  type FieldError,
} from './errors.ts'
export type { CallOptions, ClientOptions, SessionStore, StreamOptions } from './options.ts'
export type { List, Page } from './page.ts'
export type { Caller, Given, Item, OperationId, Reply } from './resource.ts'
export type * from './resources.ts'
export { createVisitor, type Visitor, type VisitorOperationId } from './visitor.ts'
export type { ErrorCode } from './contract/codes.ts'
export type * from './types.ts'
