/** Placeholders and what becomes of them: no I/O, no clock. */
import type { Text, WordedTemplate } from './language.ts'

const PLACEHOLDER = /\{([^{}\n]*)\}/g

const visit = [
  'when',
  'date',
  'time',
  'where',
  'service',
  'specialist',
  'price',
  'organization',
] as const
const client = ['name', ...visit, 'balance'] as const

/** What may stand in a text, and says something there. */
export const placeholders: Readonly<Record<WordedTemplate, readonly string[]>> = {
  confirmed: client,
  moved: client,
  cancelled: client,
  reminder_day: ['visits', 'count', ...client],
  reminder_hours: ['visits', 'count', ...client],
  thanks: client,
  review: client,
  next_visit: client,
  package_low: ['name', 'package', 'left', 'until', 'organization'],
  package_expiring: ['name', 'package', 'left', 'until', 'organization'],
  balance: ['name', 'change', 'balance', 'organization'],
  staff_booked: ['client', ...visit],
  staff_cancelled: ['client', 'reason', ...visit],
}

/** Placeholders of the text that say nothing there, each once. */
export function unknownPlaceholders(template: WordedTemplate, text: string): string[] {
  const named = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)
  return [...new Set(named)].filter((name) => !placeholders[template].includes(name))
}

export type Facts = Readonly<Record<string, string>>

/** A line in which a placeholder says nothing is left out; a title of nothing is said as it comes. */
export function render(text: Text, facts: Facts, asItComes: Text): Text {
  const title = fill(text.title, facts)
  return {
    title: title === '' ? fill(asItComes.title, facts) : title,
    body: fill(text.body, facts),
  }
}

function fill(text: string, facts: Facts): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const names = [...line.matchAll(PLACEHOLDER)].map(([, name = '']) => name)
      if (names.some((name) => (facts[name] ?? '') === '')) return []
      // A function: what a name holds must not be read as a pattern.
      return [line.replace(PLACEHOLDER, (_, name: string) => facts[name] ?? '')]
    })
    .join('\n')
    .trim()
}
