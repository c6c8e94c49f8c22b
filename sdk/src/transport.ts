import {
  ConnectionError,
  errorFrom,
  isBookingError,
  TimeoutError,
  type ErrorClassOf,
} from './errors.ts'
import type { CallOptions } from './options.ts'
import type { OperationId } from './resource.ts'
import { pauseAfter, reasonOf, sleep } from './retry.ts'

/** What comes in; types.ts says what of each operation. */
export interface Input {
  params?: object | null | undefined
  query?: object | null | undefined
  body?: unknown
}

/** What is the same for all calls of a client. */
export interface Settings {
  baseUrl: string
  /** Method and path of the calls that can be made. */
  routes: { readonly [Id in OperationId]?: string }
  fetch: typeof fetch
  /** Classes of the errors. */
  classOf: ErrorClassOf
  timeout: number
  maxRetries: number
  headers: Headers
  /** The credential to send; `keyOnly` where a token would not be taken. */
  credential(keyOnly: boolean): Promise<string | null | undefined>
  /** Whether there is another credential now in place of the refused one. */
  renew(refused: string | null | undefined): Promise<boolean>
}

/** One call with its retries: the parsed answer, the text of one that is not JSON, or the open stream of events. */
export async function send(
  settings: Settings,
  id: OperationId,
  input: Input,
  options: CallOptions = {},
): Promise<unknown> {
  const { method, url, body, headers, keyOnly } = prepare(settings, id, input, options)

  const attempt = (credential: string | null | undefined) => {
    const sent = new Headers(headers)
    if (credential) sent.set('authorization', `Bearer ${credential}`)
    const { keepalive = false } = options
    return fetchOnce(settings, url, { method, body, headers: sent, keepalive }, options)
  }
  const attemptSignedIn = async () => {
    const credential = await settings.credential(keyOnly)
    try {
      return await attempt(credential)
    } catch (error) {
      if (keyOnly || !isExpired(error) || !(await settings.renew(credential))) throw error
      return attempt(await settings.credential(keyOnly))
    }
  }

  for (let tries = 0; ; tries++) {
    try {
      return await attemptSignedIn()
    } catch (error) {
      const pause = pauseAfter(error, tries)
      if (pause === undefined || tries >= (options.maxRetries ?? settings.maxRetries)) throw error
      await sleep(pause, options.signal)
    }
  }
}

function prepare(settings: Settings, id: OperationId, input: Input, options: CallOptions) {
  const [method, path = '', keyOnly] = (settings.routes[id] ?? '').split(' ')
  const headers = new Headers(settings.headers)
  const set = (name: string, value: string | undefined) => value && headers.set(name, value)
  const { body, query } = input
  if (body !== undefined) set('content-type', 'application/json')
  // One key for all attempts makes them one booking; over the version that its own lost first made, it is answered too.
  if (method !== 'GET') set('idempotency-key', options.idempotencyKey ?? randomKey())
  if (options.ifMatch !== undefined) set('if-match', `"${options.ifMatch}"`)
  set('booking-hold', options.hold)
  for (const [name, value] of Object.entries(options.headers ?? {})) set(name, value)

  const filled = path.replace(/:(\w+)/g, (_, name: string) => member(input.params, name))
  const url = new URL(settings.baseUrl + filled)
  for (const [name, value] of Object.entries(query ?? {}))
    if (value != null) url.searchParams.set(name, String(value))
  return {
    method,
    url: url.href,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    keyOnly: Boolean(keyOnly),
  }
}

async function fetchOnce(
  settings: Settings,
  url: string,
  init: RequestInit,
  { signal, timeout = settings.timeout }: CallOptions,
): Promise<unknown> {
  const controller = new AbortController()
  const stop = () => controller.abort()
  const timer = setTimeout(stop, timeout)
  signal?.addEventListener('abort', stop)
  const release = () => signal?.removeEventListener('abort', stop)
  try {
    if (signal?.aborted) stop()
    const response = await settings.fetch(url, { ...init, signal: controller.signal })
    const type = response.headers.get('content-type') ?? ''
    // What is open is still the signal's to end.
    if (response.ok && type.startsWith('text/event-stream')) return response
    const text = await response.text()
    release()
    // A page instead of an answer is a portal's or a proxy's.
    if (!response.ok || type.includes('html')) throw errorFrom(response, text, settings.classOf)
    return text && type.includes('json') ? JSON.parse(text) : text || undefined
  } catch (error) {
    release()
    if (signal?.aborted) throw reasonOf(signal)
    if (isBookingError(error)) throw error
    const timedOut = controller.signal.aborted
    throw timedOut ? new TimeoutError(timeout, error) : new ConnectionError(error)
  } finally {
    clearTimeout(timer)
  }
}

function isExpired(error: unknown): boolean {
  return isBookingError(error, 'unauthenticated') || isBookingError(error, 'session_ended')
}

function member(params: Input['params'], name: string): string {
  const value: unknown = Reflect.get(params ?? {}, name)
  // An empty one would be another address.
  if (typeof value !== 'number' && !(typeof value === 'string' && value))
    throw new TypeError(`${name} is missing`)
  return encodeURIComponent(value)
}

/** `crypto.randomUUID` is missing on pages without https. */
function randomKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-')
}
