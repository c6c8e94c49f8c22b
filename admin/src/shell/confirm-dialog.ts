import { css, html, LitElement, nothing, type CSSResultGroup } from 'lit'
import { buttons } from '../../../widget/src/design/controls.ts'
import { ground, tokens } from '../../../widget/src/design/tokens.ts'
import { dialogSheet } from '../design/dialog-sheet.ts'
import { panelSheet } from '../design/panel-sheet.ts'
import type { Question } from '../panel/panel.ts'
import type { Language } from '../words/texts.ts'
import { shellTexts } from './texts/texts.ts'

/** Asks before something that is hard to take back. */
export class ConfirmDialog extends LitElement {
  static override properties = { language: {}, question: { state: true } }
  static override styles: CSSResultGroup = [
    tokens,
    ground,
    buttons,
    panelSheet,
    dialogSheet,
    css`
      dialog {
        inline-size: min(calc(100% - 32px), 420px);
      }
    `,
  ]

  declare language: Language
  declare question: Question | undefined
  #answer: ((isSure: boolean) => void) | undefined

  ask(question: Question): Promise<boolean> {
    this.#answer?.(false)
    this.question = question
    return new Promise((resolve) => (this.#answer = resolve))
  }

  #close(isSure: boolean): void {
    this.renderRoot.querySelector('dialog')?.close()
    this.question = undefined
    this.#answer?.(isSure)
    this.#answer = undefined
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog')
    if (dialog && !dialog.open) dialog.showModal()
  }

  protected override render(): unknown {
    const { question } = this
    if (!question) return nothing
    const say = shellTexts(this.language)
    return html`<dialog
      role="alertdialog"
      aria-labelledby="title"
      @cancel=${(event: Event) => {
        event.preventDefault()
        this.#close(false)
      }}
    >
      <div class="body stack">
        <h2 id="title">${question.title}</h2>
        ${question.text ? html`<p>${question.text}</p>` : nothing}
      </div>
      <footer>
        <button class="quiet" @click=${() => this.#close(false)}>${say('cancel')}</button>
        <button class="main ${question.tone ?? ''}" autofocus @click=${() => this.#close(true)}>
          ${question.action}
        </button>
      </footer>
    </dialog>`
  }
}

customElements.define('confirm-dialog', ConfirmDialog)
