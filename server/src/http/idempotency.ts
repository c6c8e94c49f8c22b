import { createHash } from 'node:crypto'
import { sqlState, statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Notes } from '../redis/ephemeral.ts'
import type { Secrets } from '../secrets.ts'

/** Whose key it is: another caller's same key, or the same on another route, is another key. */
export interface Key {
  organizationId: number | null
  caller: string
  route: string
  value: string
  requestHash: string
}

/** The first answer, kept sealed: it may hold personal data or a secret that is shown once. */
export interface Answer {
  status: number
  body: string
}

const PURPOSE = 'idempotency'
const LIFE_MS = 48 * 3600_000
const RUNNING_MS = 60_000
const KEY = /^[\x21-\x7e]{1,255}$/

/** The draft's header is a quoted string; Stripe's clients send it bare. */
export function keyOf(header: string): string | null {
  if (header === '') return null
  const value = header.replace(/^"(.*)"$/, '$1')
  if (!KEY.test(value))
    throw new Fault('invalid_request', {
      errors: [{ pointer: '#Idempotency-Key', code: 'wrong_format' }],
    })
  return value
}

export function requestHash(method: string, path: string, body: unknown): string {
  return createHash('sha256')
    .update(`${method} ${path}\n${canonical(body)}`)
    .digest('base64url')
}

/** The same members in another order are the same request. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}

const claimRow = statement(
  'idempotency_claim',
  `insert into idempotency_keys (organization_id, caller, route, key, request_hash) values ($1, $2, $3, $4, $5)
   on conflict do nothing returning 1 as claimed`,
)
const keptRow = statement(
  'idempotency_kept',
  `select request_hash, status, sealed_body from idempotency_keys where organization_id = $1 and caller = $2 and route = $3 and key = $4`,
)
const keepRow = statement(
  'idempotency_keep',
  `update idempotency_keys set status = $5, sealed_body = $6, keep = $7 where organization_id = $1 and caller = $2 and route = $3 and key = $4`,
)

const identify = (tx: Tx, key: Key) => [tx.organizationId, key.caller, key.route, key.value]

/**
 * Inside the transaction of the work itself, so that work and answer are kept together or not at all.
 * A second request with the key waits here for the first to end, and then gets its answer.
 */
export async function claim(tx: Tx, secrets: Secrets, key: Key): Promise<Answer | null> {
  try {
    const claimed = await tx.query(claimRow, [...identify(tx, key), key.requestHash])
    if (claimed.length > 0) return null
  } catch (error) {
    const lockTimeout = '55P03'
    if (sqlState(error) === lockTimeout)
      throw new Fault('idempotency_in_flight', { retryAfterSeconds: 1 })
    throw error
  }
  const row = await tx.one<{
    request_hash: string
    status: number | null
    sealed_body: string | null
  }>(keptRow, identify(tx, key))
  if (row.request_hash !== key.requestHash) throw new Fault('idempotency_mismatch')
  if (row.status === null || row.sealed_body === null)
    throw new Fault('idempotency_in_flight', { retryAfterSeconds: 1 })
  return { status: row.status, body: unseal(secrets, row.sealed_body) }
}

/** `forever`: the purge leaves it. */
export async function keep(
  tx: Tx,
  secrets: Secrets,
  key: Key,
  answer: Answer,
  forever: boolean,
): Promise<void> {
  await tx.query(keepRow, [
    ...identify(tx, key),
    answer.status,
    secrets.seal(PURPOSE, answer.body).toString('base64'),
    forever,
  ])
}

function unseal(secrets: Secrets, sealed: string): string {
  const body = secrets.open(PURPOSE, Buffer.from(sealed, 'base64'))
  // Sealed under a former SECRET_KEY: the effect stands, its answer cannot be read any more.
  if (body === null) throw new Fault('idempotency_mismatch')
  return body
}

/** For work whose effect is not in PostgreSQL (holds, sessions): the answer is kept where the effect is, and may be lost with it. */
export async function remembered(
  notes: Notes,
  secrets: Secrets,
  key: Key,
  work: () => Promise<Answer>,
): Promise<{ answer: Answer; replayed: boolean }> {
  const name = `idempotency:${createHash('sha256').update([key.organizationId, key.caller, key.route, key.value].join('\n')).digest('base64url')}`
  const first = await notes
    .setIfAbsent(name, `running ${key.requestHash}`, RUNNING_MS)
    .catch(() => true)
  if (!first) return { answer: kept(await notes.get(name), secrets, key), replayed: true }
  try {
    const answer = await work()
    const sealed = secrets.seal(PURPOSE, answer.body).toString('base64')
    await notes
      .set(name, `done ${key.requestHash} ${answer.status} ${sealed}`, LIFE_MS)
      .catch(() => undefined)
    return { answer, replayed: false }
  } catch (error) {
    await notes.delete(name).catch(() => undefined)
    throw error
  }
}

function kept(note: string | null, secrets: Secrets, key: Key): Answer {
  const [state, hash, status, sealed] = (note ?? '').split(' ')
  if (state === undefined || hash === undefined || state === '') throw inFlight()
  if (hash !== key.requestHash) throw new Fault('idempotency_mismatch')
  if (state === 'running' || status === undefined || sealed === undefined) throw inFlight()
  return { status: Number(status), body: unseal(secrets, sealed) }
}

function inFlight(): Fault {
  return new Fault('idempotency_in_flight', { retryAfterSeconds: 1 })
}
