import { randomInt } from 'node:crypto'
import type { OperationTypes } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { countryOf, normalizeEmail, normalizePhone } from '../clients/contact.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call, Locale } from '../http/call.ts'
import type { LimitPolicy } from '../redis/limiter.ts'
import { sameBytes } from '../secrets.ts'
import { findOrCreateClient } from './code-clients.ts'
import { codeLifeSeconds, consumeCode, countAttempt, insertCode, recentCodes } from './code-rows.ts'
import type { CodeSender, Destination } from './code-sender.ts'
import { type Guard } from './guard.ts'
import { visitor } from '../visitor.ts'
import { openSession, type TokenPair } from './sessions.ts'

const A_DAY = 5
const perAddress: LimitPolicy = { name: 'code-address', points: 20, seconds: 600 }
/** Every code costs the clinic money. */
const perOrganization: LimitPolicy = { name: 'code-organization', points: 500, seconds: 3600 }
const guesses: LimitPolicy = { name: 'code-guess', points: 60, seconds: 600 }

export interface Organization {
  slug: string
  name: string
  currency: string
  time_zone: string
  locale: Locale
}

/** Nobody learns from the answer whether the destination is a client’s: the code goes out in any case. */
export async function sendCode(
  app: App,
  guard: Guard,
  sender: CodeSender,
  call: Call<'auth.code'>,
): Promise<OperationTypes['auth.code']['reply']> {
  const organizationId = siteOf(call)
  await guard(
    [perAddress, `${organizationId}:${visitor(call.address)}`],
    [perOrganization, String(organizationId)],
  )
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const { organization, destination } = await transaction(app.db, organizationId, async (tx) => {
    const organization = await organizationOf(tx)
    const destination = destinationOf(organization, call.body)
    const hashed = destinationHash(app, organizationId, destination)
    const recent = await recentCodes(tx, hashed)
    if (app.config.rateLimit) requireFew(recent)
    await insertCode(tx, hashed, codeHash(app, hashed, code).toString('base64url'))
    return { organization, destination }
  })
  // Not waited for: how long a mail server takes is no part of the answer.
  void sender
    .send({
      ...{ destination, code, locale: call.locale },
      organization: { ...organization, id: organizationId },
    })
    .catch((err: unknown) => app.log.error({ err }, 'a sign-in code was not sent'))
  return {
    status: 'sent',
    expires_in: codeLifeSeconds,
    ...(sender.isShown(organization) ? { demo_code: code } : {}),
  }
}

export async function exchangeCode(
  app: App,
  guard: Guard,
  call: Call<'auth.token'>,
): Promise<TokenPair> {
  const organizationId = siteOf(call)
  await guard([guesses, `${organizationId}:${visitor(call.address)}`])
  const attempt = await transaction(app.db, organizationId, async (tx) => {
    const destination = destinationOf(await organizationOf(tx), call.body)
    const hashed = destinationHash(app, organizationId, destination)
    return { destination, hashed, kept: await countAttempt(tx, hashed) }
  })
  const { kept, hashed, destination } = attempt
  const given = codeHash(app, hashed, call.body.code)
  if (!kept || !sameBytes(Buffer.from(kept.code_hash, 'base64url'), given)) {
    throw new Fault('invalid_code')
  }
  return transaction(app.db, organizationId, async (tx) => {
    if (!(await consumeCode(tx, kept.id))) throw new Fault('invalid_code')
    const client = await findOrCreateClient(tx, destination, call.locale)
    const of = { kind: 'client', organizationId, id: client.id } as const
    // Before the commit: without the store there is no session, and the code is not spent.
    return openSession(app, of, { ...client, role: null, specialist_id: null })
  })
}

/** The organization whose site asks. */
export function siteOf({ caller }: Pick<Call, 'caller'>): number {
  if (caller.kind !== 'publishable') throw new Fault('forbidden')
  return caller.organizationId
}

const organization = statement(
  'identity_organization',
  `select slug, name, currency, time_zone, locale from organizations where id = $1`,
)

export function organizationOf(tx: Tx): Promise<Organization> {
  return tx.one<Organization>(organization, [tx.organizationId])
}

function destinationOf(
  organization: Organization,
  { phone, email }: { phone?: string; email?: string },
): Destination {
  if (phone !== undefined && email !== undefined) {
    throw new Fault('invalid_request', { errors: [{ pointer: '/email', code: 'not_allowed' }] })
  }
  if (email !== undefined) return { kind: 'email', value: normalizeEmail(email) }
  if (phone === undefined) throw new Fault('contact_required')
  const value = normalizePhone(phone, countryOf(organization))
  if (value === null) {
    throw new Fault('phone_invalid', { errors: [{ pointer: '/phone', code: 'invalid' }] })
  }
  return { kind: 'phone', value }
}

function requireFew(recent: { in_day: number; minute_seconds: number; day_seconds: number }): void {
  const wait = recent.in_day >= A_DAY ? recent.day_seconds : recent.minute_seconds
  if (wait > 0) throw new Fault('rate_limited', { retryAfterSeconds: wait })
}

/** Keyed, since a million codes and all phone numbers are soon tried. */
function destinationHash(app: App, organizationId: number, { kind, value }: Destination): string {
  return app.secrets
    .mac('sign-in-destination', `${organizationId} ${kind} ${value}`)
    .toString('base64url')
}

function codeHash(app: App, destinationHash: string, code: string): Buffer {
  return app.secrets.mac('sign-in-code', `${destinationHash} ${code}`)
}
