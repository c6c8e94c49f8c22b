import { X } from 'lucide'
import { css, html, type CSSResultGroup } from 'lit'
import { dialogSheet } from '../design/dialog-sheet.ts'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { shellTexts } from '../shell/texts/texts.ts'

/**
 * A card over the page: from the side (`mode="side"`, for looking at something of a list) or in the middle (`mode="middle"`, for
 * making something). The content is its own, deeds go into the slot `footer`. Open while it is in the page; `closed` when it is
 * closed by Escape, the cross or a press beside it, unless `beforeClose` refuses.
 */
export class SidePanel extends PanelElement {
  static override properties = {
    heading: {},
    mode: { reflect: true },
    beforeClose: { attribute: false },
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    dialogSheet,
    css`
      dialog {
        inline-size: min(100%, var(--side, 460px));
        max-inline-size: none;
        max-block-size: none;
        block-size: 100%;
        margin: 0 0 0 auto;
        border-width: 0 0 0 1px;
        border-radius: 0;
      }
      :host([mode='middle']) dialog {
        inline-size: min(calc(100% - 32px), 560px);
        block-size: fit-content;
        max-block-size: calc(100% - 48px);
        margin: auto;
        border-width: 1px;
        border-radius: calc(var(--radius) * 1.5);
      }
      @media (max-width: 720px) {
        dialog,
        :host([mode='middle']) dialog {
          inline-size: 100%;
          max-inline-size: none;
          block-size: 100%;
          max-block-size: none;
          margin: 0;
          border: 0;
          border-radius: 0;
        }
        dialog > .body {
          padding: var(--s4);
        }
        dialog > header {
          padding-inline-start: var(--s4);
        }
      }
    `,
  ]

  declare heading: string
  declare mode: 'side' | 'middle'
  /** Whether it may close: something may not be saved yet. */
  declare beforeClose: (() => boolean | Promise<boolean>) | undefined
  #pressedAt: EventTarget | null = null

  constructor() {
    super()
    this.heading = ''
    this.mode = 'side'
  }

  override firstUpdated(): void {
    const dialog = this.renderRoot.querySelector('dialog')
    if (dialog && !dialog.open) dialog.showModal()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.renderRoot.querySelector('dialog')?.close()
  }

  async close(): Promise<void> {
    if (this.beforeClose && !(await this.beforeClose())) return
    this.dispatchEvent(new CustomEvent('closed'))
  }

  protected override content({ language }: Panel): unknown {
    // A press that began in a field and ended beside is not meant to close.
    return html`<dialog
      aria-labelledby="title"
      @cancel=${(event: Event) => {
        event.preventDefault()
        void this.close()
      }}
      @pointerdown=${(event: Event) => (this.#pressedAt = event.target)}
      @click=${(event: Event) => {
        const isBeside = event.target instanceof HTMLDialogElement
        if (isBeside && this.#pressedAt === event.target) void this.close()
      }}
    >
      <header>
        <h2 id="title">${this.heading}</h2>
        <slot name="beside"></slot>
        <button
          class="plain"
          aria-label=${shellTexts(language)('close')}
          @click=${() => this.close()}
        >
          ${icon(X)}
        </button>
      </header>
      <div class="body"><slot></slot></div>
      <slot name="footer"></slot>
    </dialog>`
  }
}

customElements.define('side-panel', SidePanel)
