import { X } from 'lucide'
import { css, html, LitElement, nothing, type CSSResultGroup } from 'lit'
import { buttons } from '../../../widget/src/design/controls.ts'
import { ground, tokens } from '../../../widget/src/design/tokens.ts'
import { icon } from '../design/icons.ts'
import { panelSheet } from '../design/panel-sheet.ts'
import type { Toast } from '../panel/panel.ts'
import type { Language } from '../words/texts.ts'
import { shellTexts } from './texts/texts.ts'

/** Long enough to read and to change one’s mind. */
const STAYS = 8_000

/** What has just happened, and the way back. */
export class ToastStack extends LitElement {
  static override properties = { language: {}, toasts: { state: true } }
  static override styles: CSSResultGroup = [
    tokens,
    ground,
    buttons,
    panelSheet,
    css`
      :host {
        position: static;
      }
      .stack {
        position: fixed;
        inset-block: auto max(var(--s6), env(safe-area-inset-bottom));
        inset-inline: auto;
        margin: 0;
        inline-size: 100%;
        padding: 0 var(--s4);
        border: 0;
        background: none;
        gap: var(--s2);
        justify-items: center;
        overflow: visible;
        pointer-events: none;
      }
      .stack:not(:popover-open) {
        display: none;
      }
      .toast {
        pointer-events: auto;
        display: flex;
        gap: var(--s4);
        align-items: center;
        max-inline-size: 560px;
        padding: var(--s1) var(--s2) var(--s1) var(--s4);
        border-radius: var(--radius);
        background: light-dark(#18211d, #e9ede8);
        color: light-dark(#fdfbf6, #111715);
        box-shadow: var(--lift);
      }
      .toast.bad {
        background: light-dark(#8f2a16, #ffb4a4);
      }
      .toast button {
        color: inherit;
        min-block-size: var(--control);
      }
      .toast .plain:hover {
        background: none;
      }
      .undo {
        font-weight: 600;
        text-decoration: underline;
        text-underline-offset: 0.25em;
        white-space: nowrap;
      }
      :focus-visible {
        outline-color: currentColor;
      }
      @media (max-width: 720px) {
        .stack {
          inset-block-end: 72px;
        }
      }
      @media print {
        .stack {
          display: none;
        }
      }
    `,
  ]

  declare language: Language
  declare toasts: readonly Toast[]

  constructor() {
    super()
    this.toasts = []
  }

  show(toast: Toast): void {
    this.toasts = [...this.toasts.slice(-2), toast]
    setTimeout(() => this.#away(toast), toast.undo || toast.tone === 'bad' ? STAYS : STAYS / 2)
  }

  #away(toast: Toast): void {
    this.toasts = this.toasts.filter((each) => each !== toast)
  }

  protected override updated(): void {
    const stack = this.renderRoot.querySelector<HTMLElement>('.stack')
    // Above any dialog: both are in the top layer, and who comes last is on top.
    if (stack?.matches(':popover-open')) stack.hidePopover()
    if (this.toasts.length > 0) stack?.showPopover()
  }

  protected override render(): unknown {
    const say = shellTexts(this.language)
    return html`<div class="stack" popover="manual" role="status">
      ${this.toasts.map(
        (toast) =>
          html`<div class="toast ${toast.tone ?? ''}">
            <span>${toast.text}</span>
            ${
              toast.undo
                ? html`<button class="undo" @click=${() => this.#undo(toast)}>
                    ${say('undo')}
                  </button>`
                : nothing
            }
            <button class="plain" aria-label=${say('close')} @click=${() => this.#away(toast)}>
              ${icon(X, 16)}
            </button>
          </div>`,
      )}
    </div>`
  }

  #undo(toast: Toast): void {
    this.#away(toast)
    toast.undo?.()
  }
}

customElements.define('toast-stack', ToastStack)
