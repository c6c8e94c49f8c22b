import { Agent, request, type Dispatcher } from 'undici'
import type { LookupFunction } from 'node:net'
import { within } from '../../deadline.ts'
import { AddressRefused, guardedLookup, isPublicUrl } from './address.ts'

export interface Outcome {
  /** null: there was no answer. */
  status: number | null
  /** A word for the delivery log; null when it was taken. What the receiver said is not shown to anybody. */
  error: string | null
}

export type Post = (
  url: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
) => Promise<Outcome>

export interface Poster {
  post: Post
  close(): Promise<void>
}

const DEADLINE_MS = 15_000
const CONNECT_MS = 10_000
const MOST_BYTES = 64 * 1024
const GONE_WITHOUT_ANSWER = 'no answer'

export interface PosterOptions {
  allowPrivate: boolean
  deadlineMs?: number
  lookup?: LookupFunction
}

/** Posts to addresses that strangers chose. Redirects are not followed, answers are not believed beyond their status, connections are not kept. */
export function createPoster(options: PosterOptions): Poster {
  const { allowPrivate, deadlineMs = DEADLINE_MS } = options
  const dispatcher = new Agent({
    // Every delivery has a connection of its own, to an address judged for it.
    pipelining: 0,
    connect: {
      timeout: CONNECT_MS,
      ...(allowPrivate ? {} : { lookup: guardedLookup(options.lookup) }),
    },
    maxHeaderSize: 16 * 1024,
  })
  return {
    async post(url, headers, body, signal) {
      // The socket's lookup is not asked about an address that is no name.
      if (!allowPrivate && !isPublicUrl(new URL(url))) return refused()
      try {
        return await within(deadlineMs, signal, async (deadline) => {
          const answer = await request(url, {
            dispatcher,
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              'user-agent': 'Zapis-Webhooks/1',
              ...headers,
            },
            body,
            signal: deadline,
          })
          await readAway(answer.body, deadline)
          return outcomeOf(answer.statusCode)
        })
      } catch (error) {
        return { status: null, error: signal.aborted ? 'interrupted' : wordOf(error) }
      }
    },
    close: () => dispatcher.destroy(),
  }
}

/** So much of the answer as is polite to take; the status has been said already. */
async function readAway(body: Dispatcher.ResponseData['body'], signal: AbortSignal): Promise<void> {
  try {
    await body.dump({ limit: MOST_BYTES, signal })
  } catch {
    body.destroy()
  }
}

function outcomeOf(status: number): Outcome {
  const taken = status >= 200 && status < 300
  return { status, error: taken ? null : `http_${status}` }
}

function refused(): Outcome {
  return { status: null, error: new AddressRefused().code }
}

const words: Record<string, string> = {
  address_not_allowed: 'address_not_allowed',
  ECONNREFUSED: 'connection_refused',
  ECONNRESET: 'connection_reset',
  UND_ERR_SOCKET: 'connection_reset',
  EPIPE: 'connection_reset',
  ENOTFOUND: 'name_not_found',
  EAI_AGAIN: 'name_not_found',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  CERT_HAS_EXPIRED: 'certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
}

function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return GONE_WITHOUT_ANSWER
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return words[code] ?? GONE_WITHOUT_ANSWER
}
