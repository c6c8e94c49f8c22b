import { botTokenOf } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { countryOf, normalizePhone } from '../clients/contact.ts'
import { statement, transaction } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import type { LimitPolicy } from '../redis/limiter.ts'
import { forgetRefusal } from '../notifications/refusal-rows.ts'
import { visitor } from '../visitor.ts'
import { organizationOf, siteOf } from './codes.ts'
import type { Guard } from './guard.ts'
import { phoneOf, readSigned, userOf, type TelegramUser } from './init-data.ts'
import { openSession, type TokenPair } from './sessions.ts'
import { findOrCreateByMax, knownByMax, linkMaxAccount } from './max-clients.ts'
import { findOrCreateByTelegram, knownByTelegram } from './telegram-clients.ts'
import { linkAccount, redeemLink } from './telegram-link.ts'

const failures: LimitPolicy = { name: 'telegram-forged', points: 60, seconds: 600 }
const attempts: LimitPolicy = { name: 'telegram-sign-in', points: 60, seconds: 600 }

const telegram = {
  known: knownByTelegram,
  findOrCreate: findOrCreateByTelegram,
  link: linkAccount,
}
/** A near twin, with accounts of its own: dev.max.ru/docs/webapps. */
const max = { known: knownByMax, findOrCreate: findOrCreateByMax, link: linkMaxAccount }

const adoptLanguage = statement(
  'identity_adopt_language',
  'update clients set locale = $3 where organization_id = $1 and id = $2 and locale is null and $3::text is not null',
)

/**
 * Signs the person in whom Telegram vouches for. The same init data again is the same person: it says who they are and
 * nothing that could be done twice.
 */
export async function signInByTelegram(
  app: App,
  guard: Guard,
  call: Call<'auth.telegram'>,
): Promise<TokenPair> {
  const organizationId = siteOf(call)
  const { link, known_only } = call.body
  const organization = await transaction(app.db, organizationId, organizationOf)
  const { user, shared } = await vouched(app, guard, call, organization.slug)
  // Counted by person: a bot signs all of its people in from one address.
  await guard([attempts, `${organizationId}:telegram:${user.id}`])
  const linked = link === undefined ? null : await redeemLink(app, organizationId, link)
  return transaction(app.db, organizationId, async (tx) => {
    const phone = shared && normalizePhone(shared, countryOf(organization))
    const locale = languageOf(user) ?? call.locale
    const accounts = call.body.messenger === 'max' ? max : telegram
    const client =
      linked !== null
        ? await accounts.link(tx, linked, user.id)
        : known_only === true
          ? await accounts.known(tx, user.id)
          : await accounts.findOrCreate(tx, { user, phone, locale })
    // Who has chosen no language is written to in their messenger's.
    await tx.query(adoptLanguage, [organizationId, client.id, languageOf(user)])
    if (accounts === telegram) await forgetRefusal(tx, client.id, 'telegram')
    const of = { kind: 'client', organizationId, id: client.id } as const
    // Before the commit: without the store there is no session.
    return openSession(app, of, { ...client, role: null, specialist_id: null })
  })
}

/** Whom the clinic's own bot vouches for, and the phone that they shared. */
async function vouched(
  app: App,
  guard: Guard,
  { body, address, caller }: Call<'auth.telegram'>,
  slug: string,
): Promise<{ user: TelegramUser; shared: string | null }> {
  const { telegram, maxBotToken } = app.config
  const token = body.messenger === 'max' ? maxBotToken : botTokenOf(telegram, slug)
  if (token === null) throw new Fault('telegram_unavailable')
  const signed = readSigned(body.init_data, token, app.clock())
  const user = signed && userOf(signed)
  const shared = user && sharedPhone(app, body.contact, user, token)
  if (user === null || shared === undefined) {
    await guard([failures, `${caller.organizationId ?? 0}:${visitor(address)}`])
    throw new Fault('invalid_init_data')
  }
  return { user, shared }
}

/** undefined: it is not theirs, or not of this bot. */
function sharedPhone(
  app: App,
  contact: string | undefined,
  user: TelegramUser,
  token: string,
): string | null | undefined {
  if (contact === undefined) return null
  const signed = readSigned(contact, token, app.clock())
  const phone = signed && phoneOf(signed, user)
  if (phone === null) return undefined
  return phone.startsWith('+') ? phone : `+${phone}`
}

function languageOf({ languageCode }: TelegramUser): 'ru' | 'en' | null {
  if (languageCode === '') return null
  return /^ru\b/i.test(languageCode) ? 'ru' : 'en'
}
