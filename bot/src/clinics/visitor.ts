import { isBookingError, type SessionStore, type Tokens } from '@zapis/sdk'
import type { Clinic } from '../dialogue/clinic.ts'
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
  locale: 'ru' | 'en',
): Clinic {
  const { organization } = site
  const session = createSession()
  const client = site.client({ locale, session })
  let strangerUntil = 0
  const vouch = () => ({
    init_data: initDataOf(messenger.token, account, new Date()),
    ...(messenger.name === 'max' ? { messenger: messenger.name } : {}),
  })
  async function enter(): Promise<boolean> {
    if (Date.now() < strangerUntil) return false
    try {
      await client.auth.telegram({ ...vouch(), known_only: true })
      return true
    } catch (error) {
      // Where the server has no bot, everybody is a guest.
      if (!isStranger(error)) throw error
      strangerUntil = Date.now() + STRANGER_MS
      return false
    }
  }
  return {
    id: organization.id,
    slug: organization.slug,
    name: organization.name,
    timeZone: organization.time_zone,
    catalogue: site.catalogue(locale),
    api: client,
    guest: site.client({ locale }),
    appUrl: messenger.appUrl(organization.slug),
    source: messenger.source,
    messenger: messenger.name,
    isKnown: async () => session.isOpen() || (await enter()),
    greet: async () => void (await enter()),
    async signIn(proof) {
      const shown =
        'link' in proof
          ? { link: proof.link }
          : { contact: contactOf(messenger.token, account, proof.phone, new Date()) }
      await client.auth.telegram({ ...vouch(), ...shown })
      strangerUntil = 0
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
