import type { ErrorCode } from './contract/codes.ts'
import type { Alternative, Problem } from './types.ts'

/** Refusals of the API, and what the client itself meets on the way. */
export type BookingErrorCode =
  | ErrorCode
  /** No answer: no network, a broken connection, a name that does not resolve. */
  | 'connection_failed'
  /** No answer within `timeout`. */
  | 'timed_out'
  /** An answer that is not the API’s, from a proxy for example. */
  | 'unexpected_answer'

/** One wrong member of a request. */
export interface FieldError {
  /** JSON Pointer into the body (`/client/phone`), or `#name` of a query parameter. */
  pointer: string
  /** Stable name of what is wrong: `required`, `wrong_format`, `unknown_field`, … */
  code: string
  /** The same in the caller’s language. */
  detail: string
}

/** What an error is made of. */
export interface ErrorFacts {
  code: BookingErrorCode
  message: string
  /** HTTP status; 0 when there was no answer. */
  status?: number
  headers?: Headers
  problem?: Partial<Problem>
  cause?: unknown
}

/**
 * Every expected failure of a call. `code` is stable, `message` is in the caller’s language.
 *
 * ```ts
 * try {
 *   await booking.appointments.confirm({ hold })
 * } catch (error) {
 *   if (isBookingError(error, 'slot_unavailable')) offer(error.alternatives)
 *   else throw error
 * }
 * ```
 */
export class BookingError extends Error {
  /** Name of the class; survives minification. */
  override readonly name: string = 'BookingError'
  /** What happened, in a word that never changes. */
  readonly code: BookingErrorCode
  /** HTTP status; 0 when there was no answer. */
  readonly status: number
  /** Tell it to support; undefined when there was no answer. */
  readonly requestId: string | undefined
  /** What is wrong with which member of the request; empty unless it was the request’s fault. */
  readonly errors: readonly FieldError[]
  /** The API’s sentence in the caller’s language. */
  readonly detail: string | undefined
  /** Headers of the answer; empty when there was none. */
  readonly headers: Headers
  /** Seconds to wait before trying again, when the answer says so. */
  readonly retryAfter: number | undefined
  /** The whole problem document (RFC 9457). */
  readonly problem: Partial<Problem>

  /** Made by the client; made by hand only in tests. */
  constructor({ code, message, status = 0, headers, problem, cause }: ErrorFacts) {
    super(message, { cause })
    this.code = code
    this.status = status
    this.headers = headers ?? new Headers()
    this.problem = problem ?? {}
    this.requestId = this.problem.request_id ?? this.headers.get('x-request-id') ?? undefined
    this.errors = this.problem.errors ?? []
    this.detail = this.problem.detail
    this.retryAfter = secondsToWait(this.headers)
  }
}

/** 400, 413, 415, 422: the request is wrong; `errors` names the members. */
export class ValidationError extends BookingError {
  override readonly name: string = 'ValidationError'
}

/** 401: no valid key or token, a wrong password or code, an ended session. */
export class AuthenticationError extends BookingError {
  override readonly name: string = 'AuthenticationError'
}

/** 402: the wallet, the package or the card does not pay for it. */
export class PaymentError extends BookingError {
  override readonly name: string = 'PaymentError'
}

/** 403: the caller may not do this. */
export class PermissionError extends BookingError {
  override readonly name: string = 'PermissionError'
}

/** 404: there is no such thing, or it is not the caller’s. */
export class NotFoundError extends BookingError {
  override readonly name: string = 'NotFoundError'
}

/** 409: it contradicts what is already there. */
export class ConflictError extends BookingError {
  override readonly name: string = 'ConflictError'
}

/** 409 `slot_unavailable`: somebody was faster. */
export class SlotUnavailableError extends ConflictError {
  override readonly name: string = 'SlotUnavailableError'

  /** The nearest times that were free a moment ago; may be empty. */
  get alternatives(): readonly Alternative[] {
    return this.problem.alternatives ?? []
  }
}

/** 410 `hold_expired`: the time was not confirmed in two minutes; hold one again. */
export class HoldExpiredError extends BookingError {
  override readonly name: string = 'HoldExpiredError'
}

/** 412: it was changed meanwhile, `ifMatch` names an older version; load it again. */
export class VersionConflictError extends BookingError {
  override readonly name: string = 'VersionConflictError'
}

/** 409 and 422 about the Idempotency-Key: its first request still runs, or was another one. */
export class IdempotencyError extends BookingError {
  override readonly name: string = 'IdempotencyError'
}

/** 429: too many calls, holds or codes; try again in `retryAfter` seconds. */
export class RateLimitError extends BookingError {
  override readonly name: string = 'RateLimitError'
}

/** There was no answer; whether the call took effect is not known. */
export class ConnectionError extends BookingError {
  override readonly name: string = 'ConnectionError'

  /** Made by the client. */
  constructor(cause: unknown, facts?: ErrorFacts) {
    super(facts ?? { code: 'connection_failed', message: `No answer: ${String(cause)}`, cause })
  }
}

/** There was no answer within `timeout`. */
export class TimeoutError extends ConnectionError {
  override readonly name: string = 'TimeoutError'

  /** Made by the client. */
  constructor(milliseconds: number, cause?: unknown) {
    super(cause, { code: 'timed_out', message: `No answer in ${milliseconds} ms`, cause })
  }
}

/** The class of an error with this code. */
export type ErrorOf<Code extends BookingErrorCode> = Code extends 'slot_unavailable'
  ? SlotUnavailableError
  : BookingError & { readonly code: Code }

/**
 * Whether a call failed for an expected reason, and for this one if `code` is given.
 * Unlike `instanceof` it holds when two copies of the SDK are loaded.
 */
export function isBookingError(error: unknown): error is BookingError
export function isBookingError<Code extends BookingErrorCode>(
  error: unknown,
  code: Code,
): error is ErrorOf<Code>
export function isBookingError(error: unknown, code?: BookingErrorCode): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('requestId' in error)) return false
  return code === undefined || error.code === code
}

/** Of an answer that is not 2xx, the class of its error. */
export type ErrorClassOf = (code: string | undefined, status: number) => typeof BookingError

/** The most specific class. */
export const classOf: ErrorClassOf = (code, status) =>
  byCode[code ?? ''] ?? byStatus[status] ?? BookingError

/** The few classes that have members of their own. */
export const plainClassOf: ErrorClassOf = (code) =>
  code === 'slot_unavailable' ? SlotUnavailableError : BookingError

const byCode: { readonly [Code in string]?: typeof BookingError } = {
  slot_unavailable: SlotUnavailableError,
  hold_expired: HoldExpiredError,
  idempotency_in_flight: IdempotencyError,
  idempotency_mismatch: IdempotencyError,
}

const byStatus: { readonly [Status in number]?: typeof BookingError } = {
  400: ValidationError,
  401: AuthenticationError,
  402: PaymentError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  412: VersionConflictError,
  413: ValidationError,
  415: ValidationError,
  422: ValidationError,
  429: RateLimitError,
}

/** The error of an answer that is not 2xx. */
export function errorFrom(response: Response, text: string, of: ErrorClassOf): BookingError {
  const { status, headers } = response
  const problem = parseProblem(text)
  const Class = of(problem.code, status)
  return new Class({
    code: problem.code ?? 'unexpected_answer',
    message: problem.detail ?? problem.title ?? `HTTP ${status}`,
    status,
    headers,
    problem,
  })
}

function parseProblem(text: string): Partial<Problem> {
  try {
    const value: unknown = JSON.parse(text)
    // What the API answers is the contract's word; anything else has no code and is told by its status.
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // Not JSON: not the API's answer.
  }
  return {}
}

/** Retry-After is seconds or a date (RFC 9110). */
function secondsToWait(headers: Headers): number | undefined {
  const value = headers.get('retry-after')
  if (!value) return undefined
  const seconds = Number.isNaN(+value) ? (Date.parse(value) - Date.now()) / 1000 : +value
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}
