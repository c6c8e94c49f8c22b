import type { VisitAction } from '@zapis/sdk/contract'
import type { Template } from '../rules.ts'

/** A text with `{placeholders}`. */
export interface Text {
  title: string
  body: string
}

/** What a broadcast says is its own. */
export type WordedTemplate = Exclude<Template, 'broadcast'>

/** By the plural form that the language has for a number, with # for the number; `zero` only where it is said otherwise. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export interface Language {
  tag: string
  texts: Readonly<Record<WordedTemplate, Text>>
  visits: Forms
  left: Forms
  changes: Readonly<Record<'deposit' | 'withdraw' | 'payment' | 'refund' | 'correction', string>>
  actions: Readonly<Record<VisitAction, string>>
  /** Of whom and what an example speaks. */
  example: Readonly<Record<string, string>>
}
