import type { BookingClient } from '@zapis/sdk'
import type { Language } from '../words/texts.ts'

/** What the catalogue's ids are called, of what is archived too: history names it still. */
export interface Names {
  services: ReadonlyMap<number, string>
  specialists: ReadonlyMap<number, string>
}

interface Named {
  name: string
  translations: { ru?: { name?: string }; en?: { name?: string } }
}

export async function loadNames(
  api: Pick<BookingClient, 'services' | 'specialists'>,
  language: Language,
): Promise<Names> {
  const [services, specialists] = await Promise.all([
    api.services.list({ archived: true, limit: 100 }).toArray(),
    api.specialists.list({ archived: true, limit: 100 }).toArray(),
  ])
  return {
    services: new Map(services.map((each) => [each.id, nameIn(each, language)])),
    specialists: new Map(
      specialists.map(({ id, first_name, last_name, translations }) => {
        const own = translations[language]
        const parts = [own?.first_name ?? first_name, own?.last_name ?? last_name]
        return [id, parts.join(' ').trim()]
      }),
    ),
  }
}

export function nameIn({ name, translations }: Named, language: Language): string {
  return translations[language]?.name ?? name
}
