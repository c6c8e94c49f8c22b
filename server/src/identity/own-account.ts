import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call, Caller } from '../http/call.ts'
import type { LimitPolicy } from '../redis/limiter.ts'
import type { Guard } from './guard.ts'
import { notice } from './notices.ts'
import { hashPassword, passwordMatches } from './passwords.ts'
import { subjectOf } from './session-name.ts'
import { endSessions, openSession, type TokenPair } from './sessions.ts'
import { endSessionVersion, type Standing } from './subject-rows.ts'

/** Of the password that somebody signed in is asked for. */
export const guesses: LimitPolicy = { name: 'old-password', points: 10, seconds: 900 }

const passwordOf = statement(
  'identity_password',
  `select password_hash from staff where organization_id = $1 and id = $2 and archived_at is null`,
)
const replacePassword = statement(
  'identity_replace_password',
  `update staff set password_hash = $3
   where organization_id = $1 and id = $2 and password_hash = $4 and archived_at is null
   returning session_version, role, specialist_id`,
)

/** Hashing is slow on purpose, so it happens outside the transaction; the old hash guards what was read before it. */
export async function changePassword(
  app: App,
  guard: Guard,
  call: Call<'auth.password'>,
): Promise<TokenPair> {
  const { caller, body } = call
  if (caller.kind !== 'staff') throw new Fault('forbidden')
  const of = { kind: 'staff', organizationId: caller.organizationId, id: caller.staffId } as const
  await guard([guesses, String(of.id)])
  const kept = await transaction(app.db, of.organizationId, (tx) =>
    tx.maybe<{ password_hash: string | null }>(passwordOf, [of.organizationId, of.id]),
  )
  const old = kept?.password_hash ?? null
  if (!(await passwordMatches(old, body.old_password))) throw new Fault('invalid_credentials')
  const next = await hashPassword(body.password)
  const pair = await transaction(app.db, of.organizationId, async (tx) => {
    const values = [of.organizationId, of.id, next, old]
    const standing = await tx.maybe<Standing>(replacePassword, values)
    if (!standing) throw new Fault('invalid_credentials')
    await audit(tx, call, subjectOf(of), { password: 'old' }, { password: 'new' })
    // Before the commit: without the store there is no session to answer with, and so no change either.
    await app.ephemeral.sessions.endAll(subjectOf(of))
    return openSession(app, of, standing)
  })
  await notice(app, {
    about: 'subject',
    organizationId: of.organizationId,
    subject: subjectOf(of),
  })
  return pair
}

export async function logoutAll(app: App, call: Call<'auth.logoutAll'>, tx: Tx): Promise<null> {
  const of = subject(call.caller)
  await endSessionVersion(tx, of)
  await audit(tx, call, subjectOf(of), null, null)
  tx.afterCommit(() => endSessions(app, of))
  return null
}

function subject(caller: Caller) {
  const { kind, organizationId } = caller
  if (kind === 'staff') return { kind, organizationId, id: caller.staffId } as const
  if (kind === 'client') return { kind, organizationId, id: caller.clientId } as const
  throw new Fault('forbidden')
}
