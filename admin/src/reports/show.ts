import type { Words } from '../words/words.ts'
import type { Figure } from './figures.ts'

/** A figure in words, `—` for none. */
export function shown(
  value: number | null,
  unit: Figure['unit'],
  words: Words,
  currency: string,
): string {
  if (value === null) return '—'
  switch (unit) {
    case 'money':
      return words.sum(value, currency)
    case 'percent':
      return words.percent(value / 100)
    case 'minutes':
      return hours(value, words)
    case 'count':
      return words.number(value)
  }
}

/** The same as short as an axis needs it. */
export function brief(value: number, unit: Figure['unit'], words: Words, digits: number): string {
  switch (unit) {
    case 'money':
      return words.number(value / 10 ** digits, { notation: 'compact' })
    case 'percent':
      return words.percent(value / 100)
    case 'minutes':
      return hours(value, words)
    case 'count':
      return words.number(value)
  }
}

function hours(minutes: number, words: Words): string {
  return words.number(minutes / 60, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  })
}
