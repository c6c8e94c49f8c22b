import type { NotificationPreview, NotificationText } from '@zapis/sdk'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { settingsTexts } from './texts/texts.ts'

/** Somebody types faster than answers come. */
const PAUSE = 400

/** How words read with the facts of an example, as the server fills them in. */
export class TextPreview extends PanelElement {
  static override properties = {
    template: {},
    locale: {},
    words: { attribute: false },
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      .bubble {
        padding: var(--s3) var(--s4);
        border: 1px solid var(--line);
        border-radius: calc(var(--radius) * 1.5);
        background: var(--wash);
        white-space: pre-line;
      }
    `,
  ]

  declare template: NotificationText['template']
  declare locale: NotificationText['locale']
  declare words: { title: string; body: string }
  #timer: ReturnType<typeof setTimeout> | undefined
  #read = new Read<NotificationPreview>(this, (signal) => {
    const { template, locale, words } = this
    return this.panel.api.notificationTexts.preview({ template, locale, ...words }, { signal })
  })

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('words')) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#read.load(), this.#read.value ? PAUSE : 0)
  }

  protected override content({ language }: Panel): unknown {
    const { value, error } = this.#read
    return html`<h3>${settingsTexts(language)('howItReads')}</h3>
      ${error ? html`<p class="notice bad" role="alert">${reasonOf(error, language)}</p>` : nothing}
      ${
        value && !error
          ? html`<div class="bubble" lang=${this.locale}>
              <strong>${value.title}</strong>
              ${value.body}
            </div>`
          : nothing
      }`
  }
}

customElements.define('text-preview', TextPreview)
