import { Search, X } from 'lucide'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { shellTexts } from '../shell/texts/texts.ts'

/** Somebody types faster than answers come. */
const PAUSE = 200

/** What is looked for; `searched` bears it a moment after the last letter. */
export class SearchBox extends PanelElement {
  static override properties = { label: {}, value: {} }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      :host {
        inline-size: min(100%, 320px);
      }
      div {
        position: relative;
      }
      .icon {
        position: absolute;
        inset-block-start: 50%;
        inset-inline-start: 10px;
        translate: 0 -50%;
        color: var(--muted);
        pointer-events: none;
      }
      input {
        padding-inline: 34px !important;
      }
      button {
        position: absolute;
        inset-block: 0;
        inset-inline-end: 0;
      }
      button .icon {
        position: static;
        translate: none;
      }
    `,
  ]

  declare label: string
  declare value: string
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.label = ''
    this.value = ''
  }

  /** Who has gone elsewhere is not called back by what they typed. */
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus())
  }

  protected override content({ language }: Panel): unknown {
    const say = shellTexts(language)
    const label = this.label || say('search')
    return html`<div>
      ${icon(Search, 16)}
      <input
        type="text"
        inputmode="search"
        autocomplete="off"
        aria-label=${label}
        placeholder=${label}
        .value=${this.value}
        @input=${this.#typed}
      />
      ${
        this.value
          ? html`<button
              class="plain"
              aria-label=${say('clear')}
              @click=${() => {
                this.#say('')
                this.focus()
              }}
            >
              ${icon(X, 16)}
            </button>`
          : nothing
      }
    </div>`
  }

  #typed = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return
    const { value } = target
    this.value = value
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#say(value), PAUSE)
  }

  #say(value: string): void {
    clearTimeout(this.#timer)
    this.value = value
    this.dispatchEvent(new CustomEvent<string>('searched', { detail: value.trim() }))
  }
}

customElements.define('search-box', SearchBox)
