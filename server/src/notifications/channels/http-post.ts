import { Agent, request, type Dispatcher } from 'undici'
import { within } from '../../deadline.ts'

export interface Posting {
  headers: Record<string, string>
  body: string | Buffer
}

export type Answer =
  | { kind: 'answered'; status: number; retryAfter: string; text: string }
  /** A word for the delivery log. Uncertain: the request may have been read. */
  | { kind: 'lost'; error: string; isUncertain: boolean }

export interface HttpPoster {
  post(url: string, posting: Posting, signal: AbortSignal): Promise<Answer>
  close(): Promise<void>
}

const DEADLINE_MS = 10_000
const CONNECT_MS = 5_000
const MOST_BYTES = 64 * 1024

/** Of these the request has not left. */
const unreached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** Posts with a deadline; redirects are not followed, and nothing is tried again. */
export function createHttpPoster(deadlineMs = DEADLINE_MS): HttpPoster {
  const dispatcher = new Agent({ connect: { timeout: CONNECT_MS }, maxHeaderSize: 16 * 1024 })
  return {
    async post(url, { headers, body }, signal) {
      try {
        return await within(deadlineMs, signal, async (deadline) => {
          const answer = await request(url, {
            dispatcher,
            method: 'POST',
            headers,
            body,
            signal: deadline,
          })
          const retryAfter = String(answer.headers['retry-after'] ?? '')
          const text = await readSome(answer.body)
          return { kind: 'answered', status: answer.statusCode, retryAfter, text }
        })
      } catch (error) {
        const word = wordOf(error)
        const isUncertain = !unreached.has(word)
        return { kind: 'lost', error: signal.aborted ? 'interrupted' : word, isUncertain }
      }
    },
    close: () => dispatcher.destroy(),
  }
}

/** The status has been said already; so much of the rest as is polite to take. */
async function readSome(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= MOST_BYTES) break
    }
  } catch {
    body.destroy()
  }
  return Buffer.concat(chunks).toString('utf8')
}

function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer'
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout'
  return 'code' in error && typeof error.code === 'string' ? error.code.slice(0, 100) : 'no answer'
}

const LONGEST_WAIT_SECONDS = 3600

/** Seconds; a date, or nothing that can be read, is null. */
export function secondsOf(retryAfter: string): number | null {
  return /^\d{1,9}$/.test(retryAfter) ? Math.min(Number(retryAfter), LONGEST_WAIT_SECONDS) : null
}

/** What an answer's text says, as far as it is JSON: a proxy in between answers in HTML. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A member of what somebody else has said. */
export function member(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(inner).find(([key]) => key === name)?.[1]
        : undefined,
    value,
  )
}
