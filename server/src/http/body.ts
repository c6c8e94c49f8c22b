import type { IncomingMessage } from 'node:http'
import getRawBody from 'raw-body'
import { Fault } from '../fault.ts'

const LIMIT = 256 * 1024
/** A byte order mark stays and is no JSON: RFC 8259 forbids to send one. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The bytes as they are: somebody has signed them. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  return getRawBody(request, { length: request.headers['content-length'], limit: LIMIT })
}

/** The JSON body; an empty one is `undefined`. Text that PostgreSQL cannot keep (NUL, lone surrogates) is refused here, once. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const declared = request.headers['content-length']
  if (
    declared === '0' ||
    (declared === undefined && request.headers['transfer-encoding'] === undefined)
  )
    return undefined
  const encoding = request.headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') throw new Fault('unsupported_media_type')
  const raw = await getRawBody(request, { length: declared, limit: LIMIT })
  if (raw.length === 0) return undefined
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type) || !isUtf8(type))
    throw new Fault('unsupported_media_type')
  return parse(raw)
}

/** What is declared to be in another encoding is not read as if it were in ours. */
function isUtf8(type: string): boolean {
  const declared = type.matchAll(/;\s*charset\s*=\s*"?([^\s;"]*)/gi)
  return [...declared].every(([, charset = '']) => /^utf-?8$/i.test(charset))
}

function parse(raw: Buffer): unknown {
  let text: string
  let value: unknown
  try {
    text = utf8.decode(raw)
    value = JSON.parse(text)
  } catch {
    throw new Fault('malformed_body')
  }
  // Only an escape can smuggle what UTF-8 itself refuses; and hide a name.
  if (/\\u|__proto__/.test(text) && !wellFormed(value, 0)) throw new Fault('malformed_body')
  if (hasTwins(text, value)) throw new Fault('malformed_body')
  return value
}

const DEPTH = 32
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g

/**
 * Of two members of one name JSON.parse keeps the last, another reader the first: who checks and who books would read two requests.
 * Names are counted in the text and in the value: 2 µs for a booking.
 */
function hasTwins(text: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  let names = 0
  for (const [, colon] of text.matchAll(TOKEN)) if (colon !== undefined) names++
  return names !== countMembers(value, 0)
}

/** NaN, which equals nothing, when it is too deep. */
function countMembers(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0
  if (depth > DEPTH) return Number.NaN
  const members: unknown[] = Object.values(value)
  let count = Array.isArray(value) ? 0 : members.length
  for (const member of members) count += countMembers(member, depth + 1)
  return count
}

function wellFormed(value: unknown, depth: number): boolean {
  if (depth > DEPTH) return false
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (value === null || typeof value !== 'object') return true
  return Object.entries(value).every(
    ([key, member]) =>
      key !== '__proto__' && wellFormed(key, depth) && wellFormed(member, depth + 1),
  )
}
