import type { OperationTypes } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { notice } from './notices.ts'
import { nameSession, subjectOf, writeRefreshToken, type SessionOf } from './session-name.ts'
import { signedIn, type Standing } from './subject-rows.ts'
import { accessLifeSeconds, createTokens } from './tokens.ts'

export type TokenPair = OperationTypes['auth.refresh']['reply']

/** From the last use on. */
export const refreshLifeMs = 30 * 86_400_000

/** Signs somebody in. Refused while the ephemeral store is down: a session that nobody keeps could not be refreshed. */
export async function openSession(
  app: App,
  of: Omit<SessionOf, 'sessionVersion'>,
  standing: Standing,
): Promise<TokenPair> {
  const session = { ...of, sessionVersion: standing.session_version }
  const sessionId = nameSession(session)
  await app.ephemeral.sessions.begin(sessionId, subjectOf(of), refreshLifeMs)
  return tokenPair(app, session, standing, { sessionId, generation: 1 })
}

export async function tokenPair(
  app: App,
  of: SessionOf,
  standing: Standing,
  token: { sessionId: string; generation: number },
): Promise<TokenPair> {
  return {
    access_token: await createTokens(app).sign(signedIn(of, standing, token.sessionId)),
    refresh_token: writeRefreshToken(app.secrets, token),
    expires_in: accessLifeSeconds,
    token_type: 'Bearer',
  }
}

export async function endSession(app: App, sessionId: string): Promise<void> {
  await app.ephemeral.sessions.end(sessionId)
  await notice(app, { about: 'session', sessionId })
}

/**
 * After the commit that gave the subject's row a new session_version: tells the store and the other processes.
 * A store that is down is not waited for: the version alone ends the sessions, some seconds later.
 */
export async function endSessions(
  app: App,
  of: Pick<SessionOf, 'kind' | 'organizationId' | 'id'>,
): Promise<void> {
  const subject = subjectOf(of)
  await app.ephemeral.sessions
    .endAll(subject)
    .catch((err: unknown) => app.log.warn({ err, subject }, 'sessions end without the store'))
  await notice(app, { about: 'subject', organizationId: of.organizationId, subject })
}
