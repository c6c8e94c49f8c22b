import { addDays, addMonths, daysIn } from '../../../widget/src/texts/calendar.ts'

/** Both dates are inclusive. */
export interface Period {
  from: string
  to: string
}

export const presets = ['week', 'days30', 'month', 'lastMonth', 'quarter', 'year'] as const
export type Preset = (typeof presets)[number]

export const comparisons = ['before', 'year'] as const
export type Comparison = (typeof comparisons)[number]

/** What a preset means today. */
export function periodOf(preset: Preset, today: string): Period {
  const first = `${today.slice(0, 7)}-01`
  switch (preset) {
    case 'week':
      return { from: addDays(today, -6), to: today }
    case 'days30':
      return { from: addDays(today, -29), to: today }
    case 'month':
      return { from: first, to: lastOf(today) }
    case 'lastMonth': {
      const from = addMonths(first, -1)
      return { from, to: lastOf(from) }
    }
    case 'quarter':
      return { from: addDays(today, -89), to: today }
    case 'year':
      return { from: addDays(addMonths(today, -12), 1), to: today }
  }
}

function lastOf(date: string): string {
  const month = date.slice(0, 7)
  return `${month}-${daysIn(month)}`
}

/** What a period is compared with: as many days right before it, whole months by whole months; or the same a year before. */
export function comparedWith({ from, to }: Period, comparison: Comparison): Period {
  if (comparison === 'year') return { from: addMonths(from, -12), to: addMonths(to, -12) }
  const isMonth = from.endsWith('-01') && to === lastOf(from)
  if (isMonth) {
    const before = addMonths(from, -1)
    return { from: before, to: lastOf(before) }
  }
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  return { from: addDays(from, -days), to: addDays(from, -1) }
}
