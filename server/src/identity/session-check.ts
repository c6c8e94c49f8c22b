import type { App } from '../app-context.ts'
import { transaction } from '../db/transaction.ts'
import { onNotice } from './notices.ts'
import { remember } from './remember.ts'
import { subjectOf, type SessionOf } from './session-name.ts'
import { standingOf, type Standing } from './subject-rows.ts'

const REMEMBERED = 20_000
const ENDED_MS = 10_000
const STANDING_MS = 20_000
const GONE_MS = 1_000

type Subject = Pick<SessionOf, 'kind' | 'organizationId' | 'id'>

/**
 * Whether a session still counts. Two witnesses: the ephemeral store knows of single sessions that ended; the row's
 * session_version ends all of a subject, and needs no store. Each is asked again after at most 20 seconds.
 */
export function createSessionCheck(
  app: App,
): (sessionId: string, session: SessionOf) => Promise<boolean> {
  const ends = remember<{ ended: boolean }>({
    max: REMEMBERED,
    foundMs: ENDED_MS,
    missingMs: ENDED_MS,
    clock: app.clock,
    // Without the store a token counts until its own end, a quarter of an hour at most.
    load: async (sessionId) => ({
      ended: await app.ephemeral.sessions.ended(sessionId).catch(() => false),
    }),
  })
  const standings = remember<Standing>({
    max: REMEMBERED,
    foundMs: STANDING_MS,
    missingMs: GONE_MS,
    clock: app.clock,
    load: async (key) => {
      const of = parse(key)
      return transaction(app.db, of.organizationId, (tx) => standingOf(tx, of))
    },
  })
  onNotice(app, (what) => {
    if (what.about === 'session') ends.forget(what.sessionId)
    if (what.about === 'subject') standings.forget(`${what.organizationId}:${what.subject}`)
  })

  return async (sessionId, session) => {
    const key = keyOf(session)
    const [end, remembered] = await Promise.all([ends.get(sessionId), standings.get(key)])
    if (end?.ended) return false
    let standing = remembered
    if (standing && standing.session_version < session.sessionVersion) {
      // Remembered from before the session began.
      standings.forget(key)
      standing = await standings.get(key)
    }
    return standing?.session_version === session.sessionVersion
  }
}

function keyOf(of: Subject): string {
  return `${of.organizationId}:${subjectOf(of)}`
}

function parse(key: string): Subject {
  const [organization, kind, id] = key.split(':')
  return {
    organizationId: Number(organization),
    kind: kind === 'staff' ? 'staff' : 'client',
    id: Number(id),
  }
}
