import { ChevronLeft, ChevronRight } from 'lucide'
import { html } from 'lit'
import { icon } from '../design/icons.ts'
import type { Panel } from '../panel/panel.ts'
import { scheduleTexts } from './texts/texts.ts'

/** From year to year. */
export function yearTools({ language }: Panel, year: number, go: (year: number) => void): unknown {
  const say = scheduleTexts(language)
  return html`<div class="row" role="group" aria-label=${say('year')}>
    <button class="quiet" aria-label=${say('yearBefore')} @click=${() => go(year - 1)}>
      ${icon(ChevronLeft, 16)}
    </button>
    <strong aria-live="polite">${year}</strong>
    <button class="quiet" aria-label=${say('yearAfter')} @click=${() => go(year + 1)}>
      ${icon(ChevronRight, 16)}
    </button>
  </div>`
}

/** What the colours mean. */
export function legend(entries: readonly (readonly [tone: string, text: string])[]): unknown {
  return html`<ul class="legend">
    ${entries.map(([tone, text]) => html`<li><i class="swatch ${tone}"></i>${text}</li>`)}
  </ul>`
}
