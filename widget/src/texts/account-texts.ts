import type { accountRu } from './account-ru.ts'
import type { Line } from './line.ts'
import { createSay, type Values } from './say.ts'
import type { Speak } from './speak.ts'

/** What a line of the account is called. */
export type AccountKey = keyof typeof accountRu

/** A language of the account: every line. */
export type AccountTexts = Readonly<Record<AccountKey, Line>>

/** Says lines of the account and the packages. */
export type Tell = (key: AccountKey, values?: Values) => string

/** One line a language, as in languages.ts. */
const languages: Readonly<Record<string, () => Promise<AccountTexts>>> = {
  en: async () => (await import('./account-en.ts')).accountEn,
  ru: async () => (await import('./account-ru.ts')).accountRu,
}

/** The account's lines in the language that the element speaks already. */
export async function tellIn({ language, tag }: Speak): Promise<Tell> {
  const load = languages[language] ?? languages.en
  if (!load) throw new Error('no language')
  return createSay<AccountKey>(tag, await load())
}
