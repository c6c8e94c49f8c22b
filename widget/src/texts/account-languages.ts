// Generated from the files of languages/: do not edit, run `npm run generate`.
import type { AccountTexts } from './texts.ts'

export const accountLanguages: Readonly<Record<string, () => Promise<AccountTexts>>> = {
  en: async () => (await import('./languages/en.ts')).account,
  ru: async () => (await import('./languages/ru.ts')).account,
}
