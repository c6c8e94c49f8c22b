import { LRUCache } from 'lru-cache'
import type { App } from '../app-context.ts'
import { transaction } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Caller } from '../http/call.ts'
import { hashKey, looksLikeKey, type KeyKind } from './key-value.ts'
import { onNotice } from './notices.ts'
import { remember } from './remember.ts'
import { createSessionCheck } from './session-check.ts'
import { createTokens, type AccessToken } from './tokens.ts'

export interface Presented {
  authorization: string
  origin: string
}

const BEARER = /^Bearer +([\x21-\x7e]{1,4096})$/i
const KEYS_REMEMBERED = 10_000
const TOKENS_REMEMBERED = 5_000
const KEY_MS = 30_000
const NO_KEY_MS = 5_000

/** Who calls. One for a process: it remembers keys and checked tokens, and hears when they end. */
export function createAuthenticate(app: App): (presented: Presented) => Promise<Caller> {
  const callerOfKey = createKeyCheck(app)
  const callerOfToken = createTokenCheck(app)
  return async ({ authorization, origin }) => {
    if (authorization === '') return { kind: 'anyone', organizationId: null }
    const credential = BEARER.exec(authorization)?.[1] ?? ''
    return looksLikeKey(credential) ? callerOfKey(credential, origin) : callerOfToken(credential)
  }
}

interface KeyRow {
  organization_id: number
  id: number
  kind: KeyKind
  allowed_origins: string[]
  scopes: string[] | null
  revoked_at: Date | null
  organization_archived_at: Date | null
}

function createKeyCheck(app: App): (value: string, origin: string) => Promise<Caller> {
  const keys = remember<KeyRow>({
    max: KEYS_REMEMBERED,
    foundMs: KEY_MS,
    missingMs: NO_KEY_MS,
    clock: app.clock,
    load: async (hash) => {
      const row = await transaction(app.db, null, (tx) =>
        tx.maybe<KeyRow>('select * from find_api_key($1)', [hash]),
      )
      return row && !row.revoked_at && !row.organization_archived_at ? row : null
    },
  })
  onNotice(app, (what) => {
    if (what.about === 'key') keys.forget(what.hash)
  })
  // Of keys that were good: what is made up pushes none of them out.
  const hashes = new LRUCache<string, string>({ max: KEYS_REMEMBERED })
  return async (value, origin) => {
    const hash = hashes.get(value) ?? hashKey(value)
    const key = await keys.get(hash)
    if (!key) throw new Fault('unauthenticated')
    hashes.set(value, hash)
    const common = { organizationId: key.organization_id, keyId: key.id }
    if (key.kind === 'secret') return { kind: 'secret', scopes: scopesOf(key.scopes), ...common }
    // Letter by letter: an origin has one spelling, and a suffix or another scheme is another site.
    const { allowed_origins } = key
    if (allowed_origins.length > 0 && !allowed_origins.includes(origin)) {
      throw new Fault('origin_not_allowed')
    }
    return { kind: 'publishable', ...common }
  }
}

/** No scopes named = every scope. An empty list is never accepted for a key, so it has no other meaning. */
export function scopesOf(kept: string[] | null): string[] | null {
  return kept === null || kept.length === 0 ? null : kept
}

function createTokenCheck(app: App): (token: string) => Promise<Caller> {
  const tokens = createTokens(app)
  const stillCounts = createSessionCheck(app)
  // A signature costs more to check than the rest of a request; what was checked does not change.
  const checked = new LRUCache<string, AccessToken>({ max: TOKENS_REMEMBERED })
  return async (token) => {
    const known = checked.get(token)
    const access = known ?? (await tokens.verify(token))
    if (!access || access.expiresAt <= app.clock().getTime()) throw new Fault('unauthenticated')
    if (!known) checked.set(token, access)
    const { caller, session } = access
    if (!(await stillCounts(caller.sessionId, session))) throw new Fault('unauthenticated')
    return caller
  }
}
