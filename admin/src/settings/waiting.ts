import { html } from 'lit'
import type { Panel } from '../panel/panel.ts'
import type { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { settingsTexts } from './texts/texts.ts'

/** What was to be read and was not, with the way to try again; bones while it comes. */
export function waiting({ language }: Panel, read: Read<unknown>): unknown {
  if (!read.error)
    return html`<div class="stack" aria-busy="true">
      ${[1, 2, 3].map(() => html`<i class="bone">&nbsp;</i>`)}
    </div>`
  return html`<div class="notice bad" role="alert">
    <p>${reasonOf(read.error, language)}</p>
    <button class="quiet" @click=${() => read.load()}>${settingsTexts(language)('again')}</button>
  </div>`
}
