import type { App } from '../app-context.ts'
import { countryOf, normalizePhone } from '../clients/contact.ts'
import { statement, transaction } from '../db/transaction.ts'
import type { Call } from '../http/call.ts'
import { forgetRefusal } from '../notifications/refusal-rows.ts'
import { siteOf } from './codes.ts'
import { redeemDeepLink } from './deep-link.ts'
import type { Guard } from './guard.ts'
import type { TelegramUser } from './init-data.ts'
import { findOrCreateByMax, knownByMax, linkMaxAccount } from './max-clients.ts'
import { openSession, type TokenPair } from './sessions.ts'
import { findOrCreateByTelegram, knownByTelegram } from './telegram-clients.ts'
import { linkAccount } from './telegram-link.ts'
import { vouched } from './vouched.ts'

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
  const { organization, user, shared } = await vouched(app, guard, call)
  const linked =
    link === undefined
      ? null
      : await redeemDeepLink(app, { kind: 'client', organizationId, code: link })
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
    await forgetRefusal(tx, client.id, call.body.messenger ?? 'telegram')
    const of = { kind: 'client', organizationId, id: client.id } as const
    // Before the commit: without the store there is no session.
    return openSession(app, of, { ...client, role: null, specialist_id: null })
  })
}

function languageOf({ languageCode }: TelegramUser): 'ru' | 'en' | null {
  if (languageCode === '') return null
  return /^ru\b/i.test(languageCode) ? 'ru' : 'en'
}
