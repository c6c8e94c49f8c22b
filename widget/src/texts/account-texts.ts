import { accountLanguages } from './account-languages.ts'
import { createSay, type Values } from './say.ts'
import type { Speak } from './speak.ts'
import type { AccountKey } from './texts.ts'

/** Says lines of the account and the packages. */
export type Tell = (key: AccountKey, values?: Values) => string

/** The account's lines in the language that the element speaks already. */
export async function tellIn({ language, tag }: Speak): Promise<Tell> {
  const load = accountLanguages[language] ?? accountLanguages.en
  if (!load) throw new Error('no language')
  return createSay<AccountKey>(tag, await load())
}
