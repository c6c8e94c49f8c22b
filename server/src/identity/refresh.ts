import type { App } from '../app-context.ts'
import { transaction } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { notice } from './notices.ts'
import { readRefreshToken, readSession, type RefreshToken, type SessionOf } from './session-name.ts'
import { endSession, refreshLifeMs, tokenPair, type TokenPair } from './sessions.ts'
import { standingOf } from './subject-rows.ts'

const RETRY_MS = 86_400_000

/** The next pair. PostgreSQL is asked before the token is spent: a failure must not cost the session. */
export async function refresh(app: App, call: Call<'auth.refresh'>): Promise<TokenPair> {
  const { token, session } = presented(app, call)
  const standing = await transaction(app.db, session.organizationId, (tx) =>
    standingOf(tx, session),
  )
  if (standing?.session_version !== session.sessionVersion) throw new Fault('session_ended')
  const generation = await spend(app, token, call.header('Idempotency-Key'))
  return tokenPair(app, session, standing, { sessionId: token.sessionId, generation })
}

/** Whoever holds the token may end its session; one that is not ours ends nothing, and is not told so. */
export async function logout(app: App, call: Call<'auth.logout'>): Promise<null> {
  const token = readRefreshToken(app.secrets, call.body.refresh_token)
  if (token) await endSession(app, token.sessionId)
  return null
}

function presented(
  app: App,
  { body, caller }: Call<'auth.refresh'>,
): { token: RefreshToken; session: SessionOf } {
  const token = readRefreshToken(app.secrets, body.refresh_token)
  const session = token && readSession(token.sessionId)
  const elsewhere =
    caller.organizationId !== null && caller.organizationId !== session?.organizationId
  if (!token || !session || elsewhere) throw new Fault('session_ended')
  return { token, session }
}

/**
 * A lost reply is asked for again with the same Idempotency-Key, perhaps from another address, where the general
 * memory of such keys does not know it; that is no second use. Any other second use is a stolen token's.
 */
async function spend(app: App, token: RefreshToken, key: string): Promise<number> {
  const { notes, sessions } = app.ephemeral
  const { sessionId, generation } = token
  const name = `refreshed:${sessionId}.${generation}`
  const mark = app.secrets.mac('refresh-retry', `${name} ${key}`).toString('base64url')
  if (key !== '' && (await notes.get(name)) === mark && !(await sessions.ended(sessionId))) {
    return generation + 1
  }
  const next = await sessions.rotate(sessionId, generation, refreshLifeMs)
  if (typeof next === 'number') {
    if (key !== '') await notes.set(name, mark, RETRY_MS).catch(() => undefined)
    return next
  }
  if (next === 'reused') {
    const of = readSession(sessionId)
    app.log.warn({ session: of }, 'a refresh token was used twice: its session is ended')
    await notice(app, { about: 'session', sessionId })
  }
  throw new Fault('session_ended')
}
