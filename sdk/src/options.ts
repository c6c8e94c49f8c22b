import type { Tokens } from './types.ts'

/** Where a signed-in session is kept between calls, and between page loads. */
export interface SessionStore {
  /** The tokens kept before; null when nobody is signed in. Asked before every call: keep it quick. */
  load(): Tokens | null | undefined | Promise<Tokens | null | undefined>
  /** Keeps the tokens; null = the session has ended. */
  save(tokens: Tokens | null): unknown
}

/** How `createClient` makes a client. */
export interface ClientOptions {
  /**
   * Publishable key (`pk_…`), or secret key (`sk_…`, never in a browser).
   * Left out, only calls that anyone may make and signed-in ones work.
   */
  apiKey?: string | undefined
  /** Access token of a client or a member of staff, or a function that gives it before every attempt; used before the key. */
  accessToken?:
    string | (() => string | null | undefined | Promise<string | null | undefined>) | undefined
  /**
   * Keeps somebody signed in: the tokens that `auth.*` calls answer with are saved here, sent with every call, and
   * exchanged for the next pair when the access token has expired. `auth.logout` and a session that has ended save null.
   */
  session?: SessionStore | undefined
  /** Address of the server, without `/v1`. The page’s own origin when left out in a browser; required elsewhere. */
  baseUrl?: string | undefined
  /** Language of errors and texts; the visitor’s own (`Accept-Language` of the browser) when left out. */
  locale?: 'ru' | 'en' | undefined
  /** How long one attempt may take, milliseconds; 20,000. */
  timeout?: number | undefined
  /** How many times a call is tried again after a failure that may pass; 2. */
  maxRetries?: number | undefined
  /** Another `fetch`, for a proxy, a log or a test. */
  fetch?: typeof fetch | undefined
  /** Headers of every call. */
  headers?: Readonly<Record<string, string>> | undefined
}

/** What any single call takes as its last argument. */
export interface CallOptions {
  /** Aborts the call: it rejects with the signal’s reason. */
  signal?: AbortSignal | undefined
  /** How long one attempt may take, milliseconds; the client’s when left out. */
  timeout?: number | undefined
  /** How many times to try again; the client’s when left out. */
  maxRetries?: number | undefined
  /**
   * Makes a change safe to repeat: the same key and body get the first answer again. One is made for every call when
   * left out; give your own, kept before sending, to survive a reload or a crash.
   */
  idempotencyKey?: string | undefined
  /** `version` that the change is meant for; something newer is refused with VersionConflictError. */
  ifMatch?: number | undefined
  /** Token of one’s own hold: `availability.search` shows its time as free. */
  hold?: string | undefined
  /** Lets the call outlive the page (`fetch` keepalive), to release a hold when the visitor leaves. */
  keepalive?: boolean | undefined
  /** More headers. */
  headers?: Readonly<Record<string, string>> | undefined
}

/** What `events.stream` takes as its last argument. */
export interface StreamOptions {
  /** Ends the stream quietly. */
  signal?: AbortSignal | undefined
  /** Id of the last event seen: the stream goes on after it. */
  lastEventId?: number | undefined
  /** More headers. */
  headers?: Readonly<Record<string, string>> | undefined
}
