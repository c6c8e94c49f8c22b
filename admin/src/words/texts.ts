import type { Line } from '../../../widget/src/texts/line.ts'
import { createSay, type Values } from '../../../widget/src/texts/say.ts'

export type Language = 'ru' | 'en'

export type Say<Key extends string> = (key: Key, values?: Values) => string

/**
 * The lines of an area, one file a language; the Russian one says which there are. `{name}` is filled in, and a line with forms
 * is chosen by `{count}`.
 */
export function createTexts<Key extends string>(
  languages: Record<Language, Readonly<Record<Key, Line>>>,
): (language: Language) => Say<Key> {
  const says = {
    ru: createSay<Key>('ru', languages.ru),
    en: createSay<Key>('en', languages.en),
  }
  return (language) => says[language]
}
