/**
 * What may be lost at any moment: prepared bookings, sessions, cache versions, pub/sub.
 * Two implementations, Redis and in-process, pass one contract suite.
 * Every call rejects quickly with `EphemeralDown` when the store cannot answer; callers go on without its courtesy.
 */
export interface Ephemeral {
  readonly kind: 'redis' | 'memory'
  ready(): Promise<boolean>
  readonly holds: Holds
  readonly sessions: Sessions
  readonly versions: Versions
  readonly notes: Notes
  publish(channel: string, message: string): Promise<void>
  /**
   * Calls back for every message of the channel until the returned function is called. Resubscribes by itself:
   * one that was made while the store is down stands, and begins when it is back; so this never rejects.
   */
  subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** A session is known to have ended for this long: longer than any access token lives. */
export const endedMarkMs = 3_600_000
/** Versions that nobody bumps for so long are forgotten, under a new epoch. */
export const versionsLifeMs = 7 * 86_400_000
/** An organization with more fields than this starts anew under a new epoch: past days are never removed one by one. */
export const versionFieldsMax = 5_000

/** Times are epoch milliseconds, ranges half-open and with the buffers inside. */
export interface HoldCandidate {
  specialistId: number
  /** In order of preference; empty when the service needs no workplace. */
  workplaceIds: number[]
  from: number
  to: number
  /** Of a group session one seat is held, beside the seats that others hold: as many as no visit has. Any other hold is in its way as ever. */
  seat?: { session: string; free: number } | undefined
}

export interface HoldRequest {
  organizationId: number
  /** New for every request. Asked again while it is live it answers the same; given up, it is never taken again. */
  holdId: string
  /** Who holds: `client:12`, `address:…`; counted against `limit`. */
  holder: string
  /** Live holds that one holder may have; null = any number. */
  limit: number | null
  lifeMs: number
  /** In order of preference; the first that overlaps no live hold, or whose session has a seat that nobody holds, is taken. */
  candidates: HoldCandidate[]
  /** A hold to release in the same step (choosing another time), of which the caller has proven to be the bearer. A refusal leaves it. */
  replaces?: string | undefined
}

export type HoldOutcome =
  | { taken: number; workplaceId: number | null; expiresAt: number }
  | { refused: 'overlap' | 'too_many' }

export interface LiveHold {
  holdId: string
  specialistId: number
  workplaceId: number | null
  from: number
  to: number
  expiresAt: number
  /** Of a seat only: the session’s name. */
  session?: string
}

export interface Holds {
  /** One atomic step, by the store's clock. Taken or not when the store went silent: released as soon as it is back. */
  take(request: HoldRequest): Promise<HoldOutcome>
  /** True when it was live. Remembers the release until the hold's end, so that its token cannot confirm any more. */
  release(organizationId: number, holdId: string): Promise<boolean>
  /** `lost`: never heard of, or expired and swept. */
  state(organizationId: number, holdId: string): Promise<'live' | 'released' | 'lost'>
  /** After a confirm: forgotten without the mark of a release. */
  drop(organizationId: number, holdId: string): Promise<void>
  /** Live holds that touch any of these resources. */
  touching(
    organizationId: number,
    specialistIds: number[],
    workplaceIds: number[],
  ): Promise<LiveHold[]>
}

export interface Sessions {
  /** Begins a family of refresh tokens at generation 1. */
  begin(sessionId: string, subject: string, lifeMs: number): Promise<void>
  /** Moves `generation` to the next and answers it; any other than the current one is `reused` and ends the family; `gone` when there is none. Atomic. */
  rotate(sessionId: string, generation: number, lifeMs: number): Promise<number | 'reused' | 'gone'>
  end(sessionId: string): Promise<void>
  /** Every session of the subject (`staff:3`, `client:12`). */
  endAll(subject: string): Promise<void>
  /** Whether a session was ended lately; access tokens ask this. An unknown session is not ended (a flushed store signs nobody out). */
  ended(sessionId: string): Promise<boolean>
}

export interface Versions {
  /**
   * Values of the fields in order, '0' for one never bumped, prefixed by nothing; the first element is the epoch,
   * new after every loss of the store. `epoch` is no name for a field.
   */
  read(organizationId: number, fields: string[]): Promise<string[]>
  /** Every value ever set is another. One that the store did not hear is made good, by a new epoch, when it is back. */
  bump(organizationId: number, fields: string[]): Promise<void>
}

/** Small values with a life. */
export interface Notes {
  get(key: string): Promise<string | null>
  /** True when it was not there. */
  setIfAbsent(key: string, value: string, lifeMs: number): Promise<boolean>
  set(key: string, value: string, lifeMs: number): Promise<void>
  delete(key: string): Promise<void>
}

export class EphemeralDown extends Error {
  override readonly name = 'EphemeralDown'
}
