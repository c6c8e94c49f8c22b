/** The forms of a countable line by `Intl.PluralRules`; `other` stands in for those a language does not have. */
export type Forms = { readonly [Rule in Intl.LDMLPluralRule]?: string } & { readonly other: string }

/** `{name}` is filled in; `{count}` also chooses the form. */
export type Line = string | Forms
