/** Verifies what the API posts to webhook endpoints (Standard Webhooks), in Node, Deno, Bun and on the edge. */
import type { BookingEvent } from './types.ts'

export type { BookingEvent }

/** Headers as `fetch` or as Node has them. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | string[] | undefined>>

/** How strictly to verify. */
export interface VerifyOptions {
  /** How far the time of sending may be from now, seconds; 300. Bounds how long a stolen request can be replayed. */
  tolerance?: number | undefined
}

/** Why a request is not to be believed. */
export type SignatureFailure =
  'header_missing' | 'timestamp_outside_tolerance' | 'signature_mismatch' | 'body_not_json'

/** The request is not from the API, or is too old. Answer it with 400. */
export class SignatureVerificationError extends Error {
  /** Name of the class; survives minification. */
  override readonly name: string = 'SignatureVerificationError'
  /** Why it is not believed. */
  readonly code: SignatureFailure

  /** Made by `verify`. */
  constructor(code: SignatureFailure, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * The event of a request, after its signature has been checked.
 *
 * ```ts
 * import { verify } from '@zapis/sdk/webhooks'
 *
 * app.post('/hooks', express.raw({ type: 'application/json' }), async (request, response) => {
 *   const event = await verify(request.body, request.headers, process.env.WEBHOOK_SECRET)
 *   if (event.type === 'appointment.booked') await remember(event.id, event.data.object)
 *   response.sendStatus(204)
 * })
 * ```
 *
 * An event may come more than once: keep `event.id` of those done.
 *
 * @param rawBody The body as it came, before any JSON parser.
 * @param headers Headers of the request.
 * @param secret The endpoint’s secret, `whsec_…`; several while it is being changed.
 * @throws {SignatureVerificationError} when it is not to be believed.
 */
export async function verify(
  rawBody: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  { tolerance = 300 }: VerifyOptions = {},
): Promise<BookingEvent> {
  const id = header(headers, 'webhook-id')
  const timestamp = header(headers, 'webhook-timestamp')
  const signatures = header(headers, 'webhook-signature')
  const age = Date.now() / 1000 - Number(timestamp)
  // Written so that what is not a number is refused too.
  if (!(Math.abs(age) <= tolerance))
    throw new SignatureVerificationError(
      'timestamp_outside_tolerance',
      'Sent too long ago, or clocks differ',
    )
  const body = typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody)
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  const secrets = typeof secret === 'string' ? [secret] : secret
  if (!(await someMatch(secrets, signatures, signed)))
    throw new SignatureVerificationError('signature_mismatch', 'No signature matches the secret')
  return parseEvent(body)
}

async function someMatch(
  secrets: readonly string[],
  signatures: string,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  for (const secret of secrets) {
    const key = await crypto.subtle.importKey(
      'raw',
      fromBase64(secret.replace(/^whsec_/, '')),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['verify'],
    )
    for (const signature of signatures.split(' ')) {
      const [version, value = ''] = signature.split(',')
      // `subtle.verify` compares in constant time.
      const given = version === 'v1' ? tryBase64(value) : undefined
      if (given && (await crypto.subtle.verify('HMAC', key, given, signed))) return true
    }
  }
  return false
}

function parseEvent(body: string): BookingEvent {
  try {
    // It is signed, and what the API signs is the contract's word.
    return JSON.parse(body) as BookingEvent
  } catch {
    throw new SignatureVerificationError('body_not_json', 'The body is signed, but is not JSON')
  }
}

function header(headers: WebhookHeaders, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name]
  if (typeof value === 'string' && value !== '') return value
  throw new SignatureVerificationError('header_missing', `There is no header ${name}`)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

function tryBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return fromBase64(text)
  } catch {
    return undefined
  }
}
