import { createClient, type BookingClient, type Organization } from '@zapis/sdk'
import type { Catalogue } from '../dialogue/clinic.ts'

/** A clinic that a bot speaks for: its key, and what of it is the same for everybody. */
export interface Site {
  readonly apiKey: string
  readonly organization: Organization
  client(options?: ClientOptions): BookingClient
  catalogue(locale: 'ru' | 'en'): Catalogue
}

type ClientOptions = Pick<Parameters<typeof createClient>[0] & object, 'locale' | 'session'>

export interface Address {
  apiUrl: string
  /** The origin of the clinic's site: a key that is bound to it is taken. */
  publicUrl: string
}

/** What everybody looks at is asked for once a minute, not once a message. */
const FRESH_MS = 60_000
const MOST = 1000

/** @throws {BookingError} when the key is not one, or nobody answers. */
export async function openSite(apiKey: string, address: Address): Promise<Site> {
  const client = (options: ClientOptions = {}) =>
    createClient({
      ...options,
      apiKey,
      baseUrl: address.apiUrl,
      headers: { origin: new URL(address.publicUrl).origin },
    })
  const catalogues = {
    ru: createCatalogue(client({ locale: 'ru' })),
    en: createCatalogue(client({ locale: 'en' })),
  }
  return {
    apiKey,
    organization: await client().organization.get(),
    client,
    catalogue: (locale) => catalogues[locale],
  }
}

function createCatalogue(client: BookingClient): Catalogue {
  return {
    locations: kept(() => client.locations.list({ limit: 100 }).toArray({ limit: MOST })),
    services: kept(async () => {
      const all = await client.services.list({ limit: 100 }).toArray({ limit: MOST })
      return all.filter(({ online_bookable }) => online_bookable)
    }),
    specialists: kept(() => client.specialists.list({ limit: 100 }).toArray({ limit: MOST })),
    packages: kept(() => client.servicePackages.list({ limit: 100 }).toArray({ limit: MOST })),
  }
}

/** One question for all who ask at the same time; a failure is not kept. */
function kept<T>(ask: () => Promise<T>): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | undefined
  return () => {
    const now = Date.now()
    if (last && now - last.at < FRESH_MS) return last.answer
    const made = { at: now, answer: ask() }
    last = made
    made.answer.catch(() => {
      if (last === made) last = undefined
    })
    return made.answer
  }
}
