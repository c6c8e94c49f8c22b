import { en } from './en.ts'
import { ru } from './ru.ts'

export type SiteTexts = { readonly [Key in keyof typeof ru]: string }
export type SiteKey = keyof SiteTexts

/** The site speaks the two languages that its pages are rendered in. */
export function siteSay(locale: string): (key: SiteKey, values?: Record<string, string>) => string {
  const texts: SiteTexts = locale === 'ru' ? ru : en
  return (key, values = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
