import { randomBytes } from 'node:crypto'
import { sameBytes, type Secrets } from '../secrets.ts'

/**
 * A session’s id says whose it is, and at which version of their row it began: a later version has ended it, even
 * when the ephemeral store was not there to be told. The id is only believed inside something that we signed.
 */
export interface SessionOf {
  kind: 'staff' | 'client'
  organizationId: number
  id: number
  sessionVersion: number
}

const NAME = /^([sc])(\d{1,10})-(\d{1,10})-(\d{1,10})-[A-Za-z0-9_-]{22}$/
const REFRESH =
  /^rt_([sc][\d]{1,10}-\d{1,10}-\d{1,10}-[A-Za-z0-9_-]{22})\.(\d{1,9})\.([A-Za-z0-9_-]{43})$/
const purpose = 'refresh-token'

export function nameSession(of: SessionOf): string {
  const letter = of.kind === 'staff' ? 's' : 'c'
  const chance = randomBytes(16).toString('base64url')
  return `${letter}${of.id}-${of.organizationId}-${of.sessionVersion}-${chance}`
}

export function readSession(sessionId: string): SessionOf | null {
  const match = NAME.exec(sessionId)
  if (!match) return null
  return {
    kind: match[1] === 's' ? 'staff' : 'client',
    id: Number(match[2]),
    organizationId: Number(match[3]),
    sessionVersion: Number(match[4]),
  }
}

export function subjectOf(of: { kind: 'staff' | 'client'; id: number }): string {
  return `${of.kind}:${of.id}`
}

export interface RefreshToken {
  sessionId: string
  generation: number
}

export function writeRefreshToken(secrets: Secrets, token: RefreshToken): string {
  const text = `rt_${token.sessionId}.${token.generation}`
  return `${text}.${secrets.mac(purpose, text).toString('base64url')}`
}

/** null when it is not one of ours. */
export function readRefreshToken(secrets: Secrets, token: string): RefreshToken | null {
  const [, sessionId = '', generation = '', mac = ''] = REFRESH.exec(token) ?? []
  const expected = secrets.mac(purpose, `rt_${sessionId}.${generation}`)
  if (!sameBytes(Buffer.from(mac, 'base64url'), expected)) return null
  return { sessionId, generation: Number(generation) }
}
