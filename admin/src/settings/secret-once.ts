import { Check, Copy } from 'lucide'
import { css, html, type CSSResultGroup } from 'lit'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { settingsTexts } from './texts/texts.ts'

/** A value to be copied: a key, a snippet. `text` says whether it is ever shown again. */
export class SecretOnce extends PanelElement {
  static override properties = { value: {}, text: {}, isCopied: { state: true } }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      code {
        display: block;
        padding: var(--s3) var(--s4);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--wash);
        font-family: ui-monospace, monospace;
        font-size: var(--small);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        user-select: all;
      }
      .row {
        display: flex;
        gap: var(--s3);
        align-items: center;
      }
    `,
  ]

  declare value: string
  declare text: string
  declare isCopied: boolean

  constructor() {
    super()
    this.value = ''
    this.text = ''
    this.isCopied = false
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('value')) this.isCopied = false
  }

  protected override content({ language }: Panel): unknown {
    const say = settingsTexts(language)
    return html`${this.text ? html`<p>${this.text}</p>` : ''}
      <code tabindex="0">${this.value}</code>
      <div class="row">
        <button class="quiet" @click=${() => this.#copy()}>
          ${icon(this.isCopied ? Check : Copy, 16)} ${say('copy')}
        </button>
        <span role="status" class="muted">${this.isCopied ? say('copied') : ''}</span>
      </div>`
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.value)
      this.isCopied = true
    } catch {
      // Without leave to the clipboard it is selected, and copied by hand.
      const code = this.renderRoot.querySelector('code')
      if (code) getSelection()?.selectAllChildren(code)
    }
  }
}

customElements.define('secret-once', SecretOnce)
