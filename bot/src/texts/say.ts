import { en } from './en.ts'
import type { Line } from './line.ts'
import { ru } from './ru.ts'

export type TextKey = keyof typeof ru
type Values = Readonly<Record<string, string | number>>

/** Says a line in the person's language. */
export type Say = (key: TextKey, values?: Values) => string

const texts: Record<'ru' | 'en', Readonly<Record<TextKey, Line>>> = { ru, en }
const plurals = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') }

export function sayIn(locale: 'ru' | 'en'): Say {
  return (key, values = {}) =>
    formOf(texts[locale][key], plurals[locale], values).replace(/\{(\w+)\}/g, (_, name: string) =>
      String(values[name] ?? ''),
    )
}

function formOf(line: Line, plural: Intl.PluralRules, { count }: Values): string {
  return typeof line === 'string' ? line : (line[plural.select(Number(count))] ?? line.other)
}
