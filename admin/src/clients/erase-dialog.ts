import type { Client } from '@zapis/sdk'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { reasonOf } from '../panel/refusal.ts'
import { shellTexts } from '../shell/texts/texts.ts'
import { nameOf } from './client-name.ts'
import { clientTexts } from './texts/texts.ts'
import '../parts/side-panel.ts'

/** There is no way back from it: who it is about has to be typed first. `erased` bears what is left. */
export class EraseDialog extends PanelElement {
  static override properties = {
    client: { attribute: false },
    typed: { state: true },
    isBusy: { state: true },
    failure: { state: true },
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      footer {
        display: flex;
        gap: var(--s2);
        justify-content: flex-end;
        padding: var(--s3) var(--s6);
        border-block-start: 1px solid var(--line);
      }
    `,
  ]

  declare client: Client
  declare typed: string
  declare isBusy: boolean
  declare failure: unknown

  constructor() {
    super()
    this.typed = ''
    this.isBusy = false
  }

  get #word(): string {
    const { client } = this
    return nameOf(client) || client.phone || client.email || String(client.id)
  }

  get #isSure(): boolean {
    const plain = (text: string) => text.trim().toLocaleLowerCase().replaceAll('ё', 'е')
    return plain(this.typed) === plain(this.#word)
  }

  protected override content({ language }: Panel): unknown {
    const say = clientTexts(language)
    const close = () => this.dispatchEvent(new CustomEvent('closed'))
    return html`<side-panel mode="middle" heading=${say('eraseTitle')} @closed=${close}>
      <form
        class="stack"
        id="erase"
        @submit=${(event: Event) => {
          event.preventDefault()
          void this.#erase()
        }}
      >
        <p>${say('eraseText')}</p>
        <div class="field">
          <label for="word">${say('eraseType', { word: this.#word })}</label>
          <input
            id="word"
            autocomplete="off"
            spellcheck="false"
            .value=${this.typed}
            @input=${({ target }: Event) => {
              if (target instanceof HTMLInputElement) this.typed = target.value
            }}
          />
        </div>
        ${
          this.failure
            ? html`<p class="notice bad" role="alert">${reasonOf(this.failure, language)}</p>`
            : nothing
        }
      </form>
      <footer slot="footer">
        <button class="quiet" @click=${close}>${shellTexts(language)('cancel')}</button>
        <button class="main danger" form="erase" aria-disabled=${!this.#isSure || this.isBusy}>
          ${say('eraseDo')}
        </button>
      </footer>
    </side-panel>`
  }

  async #erase(): Promise<void> {
    if (!this.#isSure || this.isBusy) return
    const { api } = this.panel
    const { id, version } = this.client
    this.isBusy = true
    this.failure = undefined
    try {
      const erased = await api.clients.erase(id, { ifMatch: version })
      this.dispatchEvent(new CustomEvent<Client>('erased', { detail: erased }))
    } catch (error) {
      this.failure = error
    } finally {
      this.isBusy = false
    }
  }
}

customElements.define('erase-dialog', EraseDialog)
