import type { Texts } from './texts.ts'

/** One line a language. The first is for whoever speaks none of them. */
export const languages: Readonly<Record<string, () => Promise<Texts>>> = {
  en: async () => (await import('./en.ts')).en,
  ru: async () => (await import('./ru.ts')).ru,
}
