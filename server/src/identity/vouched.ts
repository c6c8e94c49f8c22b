import { botTokenOf } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { transaction } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import type { LimitPolicy } from '../redis/limiter.ts'
import { visitor } from '../visitor.ts'
import { organizationOf, siteOf, type Organization } from './codes.ts'
import type { Guard } from './guard.ts'
import { phoneInMax, phoneOf, readSigned, userOf, type TelegramUser } from './init-data.ts'

const failures: LimitPolicy = { name: 'telegram-forged', points: 60, seconds: 600 }
const attempts: LimitPolicy = { name: 'telegram-sign-in', points: 60, seconds: 600 }

type Vouching = Pick<Call, 'address' | 'caller'> & {
  body: { init_data: string; contact?: string; messenger?: 'telegram' | 'max' }
}

/** Whom the clinic's own bot vouches for, and the phone that they shared. */
export async function vouched(
  app: App,
  guard: Guard,
  call: Vouching,
): Promise<{ organization: Organization; user: TelegramUser; shared: string | null }> {
  const { body, address } = call
  const organizationId = siteOf(call)
  const organization = await transaction(app.db, organizationId, organizationOf)
  const { telegram, max } = app.config
  const token =
    body.messenger === 'max' ? (max?.token ?? null) : botTokenOf(telegram, organization.slug)
  if (token === null) throw new Fault('telegram_unavailable')
  const signed = readSigned(body.init_data, token, app.clock())
  const user = signed && userOf(signed)
  const shared = user && sharedPhone(app, body, user, token)
  if (user === null || shared === undefined) {
    await guard([failures, `${organizationId}:${visitor(address)}`])
    throw new Fault('invalid_init_data')
  }
  // Counted by person: a bot signs all of its people in from one address.
  await guard([attempts, `${organizationId}:telegram:${user.id}`])
  return { organization, user, shared }
}

/** undefined: it is not theirs, or not of this bot. */
function sharedPhone(
  app: App,
  { contact, messenger }: Vouching['body'],
  user: TelegramUser,
  botToken: string,
): string | null | undefined {
  if (contact === undefined) return null
  const now = app.clock()
  const signed = readSigned(contact, botToken, now)
  const inMax = messenger === 'max' ? phoneInMax(contact, { botToken, user, now }) : null
  const phone = signed ? phoneOf(signed, user) : inMax
  if (phone === null) return undefined
  return phone.startsWith('+') ? phone : `+${phone}`
}
