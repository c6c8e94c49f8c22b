// Generated from the files of languages/: do not edit, run `npm run generate`.
import type { Texts } from './texts.ts'

export const bookingLanguages: Readonly<Record<string, () => Promise<Texts>>> = {
  en: async () => (await import('./languages/en.ts')).booking,
  ru: async () => (await import('./languages/ru.ts')).booking,
}
