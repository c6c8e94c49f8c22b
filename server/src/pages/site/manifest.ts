import type { Clinic } from './clinic.ts'

/** The installed app begins where it was installed: at this clinic, in this language. */
export function manifestOf(
  { name, slug, about }: Pick<Clinic, 'name' | 'slug' | 'about'>,
  locale: 'ru' | 'en',
): Record<string, unknown> {
  const start = `/?${new URLSearchParams({ clinic: slug, lang: locale }).toString()}`
  return {
    id: `/?clinic=${slug}`,
    name,
    short_name: shortName(name),
    description: about.slice(0, 300),
    lang: locale,
    dir: 'ltr',
    start_url: start,
    scope: '/',
    display: 'standalone',
    background_color: '#fdfbf6',
    theme_color: '#0e5c4a',
    icons: [
      { src: '/site/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: '/site/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/site/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      {
        src: '/site/icon-maskable-512.png',
        sizes: '512x512',
        type: 'image/png',
        purpose: 'maskable',
      },
    ],
    shortcuts: [
      { name: locale === 'ru' ? 'Записаться' : 'Book', url: `${start}#book` },
      { name: locale === 'ru' ? 'Мои записи' : 'My bookings', url: `${start}#account` },
    ],
  }
}

/** Under an icon there is room for a dozen letters: what stands in quotes is the name proper. */
function shortName(name: string): string {
  return (/«([^»]{2,})»/.exec(name)?.[1] ?? name).slice(0, 30)
}
