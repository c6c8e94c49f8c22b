import { isBookingError, type SessionStore, type Tokens } from '@zapis/sdk'
import type { Clinic, Locale } from '../dialogue/clinic.ts'
import type { Site } from './site.ts'
import { contactOf, initDataOf, type Account } from './vouch.ts'

/** A person whom the clinic does not know is not asked about again for so long. */
const STRANGER_MS = 60_000

export interface Messenger {
  name: 'telegram' | 'max'
  /** Signs for its people. */
  token: string
  source: Clinic['source']
  /** Where the clinic's site opens inside of it; null: nowhere. */
  appUrl(slug: string): string | null
}

/** A clinic as one person of a messenger meets it. Signed in again whenever that is lost: it is cheap, and says nothing new. */
export function createVisitor(
  site: Site,
  messenger: Messenger,
  account: Account,
  locale: Locale,
): Clinic {
  const { organization } = site
  const session = createSession()
  const clientIn = (spoken: Locale) => site.client({ locale: spoken, session })
  const clients = { ru: clientIn('ru'), en: clientIn('en') }
  const [client, guest] = [clients[locale], site.client({ locale })]
  let strangerUntil = 0
  let spoken: Locale | null = null
  const vouch = () => ({
    init_data: initDataOf(messenger.token, account, new Date()),
    ...(messenger.name === 'max' ? { messenger: messenger.name } : {}),
  })
  async function enter(): Promise<boolean> {
    if (Date.now() < strangerUntil) return false
    try {
      await client.auth.telegram({ ...vouch(), known_only: true })
      spoken = null
      return true
    } catch (error) {
      // Where the server has no bot, everybody is a guest.
      if (!isStranger(error)) throw error
      strangerUntil = Date.now() + STRANGER_MS
      return false
    }
  }
  const isKnown = async () => session.isOpen() || (await enter())
  return {
    id: organization.id,
    slug: organization.slug,
    name: organization.name,
    timeZone: organization.time_zone,
    get catalogue() {
      return site.catalogue(spoken ?? locale)
    },
    get api() {
      return clients[spoken ?? locale]
    },
    guest,
    appUrl: messenger.appUrl(organization.slug),
    source: messenger.source,
    messenger: messenger.name,
    async tellStaff(link) {
      const { init_data } = vouch()
      await guest.notificationPreferences.redeemTelegramLink({ init_data, link })
    },
    isKnown,
    async language() {
      if (await isKnown()) spoken ??= (await client.me.get()).locale
      return spoken
    },
    async speak(next) {
      await client.me.update({ locale: next })
      spoken = next
    },
    greet: async () => void (await enter()),
    async signIn(proof) {
      const shown =
        'link' in proof
          ? { link: proof.link }
          : { contact: contactOf(messenger.token, account, proof.phone, new Date()) }
      await client.auth.telegram({ ...vouch(), ...shown })
      strangerUntil = 0
      spoken = null
    },
  }
}

function isStranger(error: unknown): boolean {
  return isBookingError(error, 'contact_required') || isBookingError(error, 'telegram_unavailable')
}

function createSession(): SessionStore & { isOpen(): boolean } {
  let tokens: Tokens | null = null
  return {
    load: () => tokens,
    save: (next) => void (tokens = next),
    isOpen: () => tokens !== null,
  }
}
