import type { Agenda } from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Panel } from '../panel/panel.ts'
import type { Words } from '../words/words.ts'
import { isOver } from './shown-day.ts'
import { dayTexts } from './texts/texts.ts'

/** “Monday, 11 January”, or the first and last day of a week. */
export function headingOf(words: Words, { from, to }: { from: string; to: string }): string {
  if (from !== to) {
    const short = { day: 'numeric', month: 'short' } as const
    return `${words.day(from, short)} – ${words.day(to, { ...short, year: 'numeric' })}`
  }
  const text = words.day(from, { weekday: 'long', day: 'numeric', month: 'long' })
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** How many visits there are, and what they are worth. */
export function countedVisits({ language, words }: Panel, agenda: Agenda | undefined): unknown {
  const say = dayTexts(language)
  const visits = (agenda?.visits ?? []).filter((visit) => !isOver(visit))
  const [first] = visits
  if (!first) return nothing
  const total = visits.reduce((sum, { total }) => sum + total.amount, 0)
  const sum = words.sum(total, first.total.currency)
  return html`<span slot="beside" class="muted"
    >${say('visitsCount', { count: visits.length })} ${say('expected', { sum })}</span
  >`
}
