import type { Client, ListedClient } from '@zapis/sdk'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { wrongOf } from '../panel/refusal.ts'
import type { SearchBox } from '../parts/search-box.ts'
import { nameOf } from './catalogue.ts'
import type { Guest } from './guest.ts'
import { dayTexts } from './texts/texts.ts'
import '../parts/search-box.ts'

const SHOWN = 6

/** Who comes: found by a few letters or digits, or somebody new in the same place. `chosen` bears the client, or null. */
export class ClientPicker extends PanelElement {
  static override properties = {
    client: { attribute: false },
    failure: { attribute: false },
    isNew: { state: true },
    draft: { state: true },
    search: { state: true },
    at: { state: true },
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      search-box {
        inline-size: 100%;
      }
      ul {
        margin-block-start: var(--s1);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        overflow: hidden;
      }
      li button {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 var(--s3);
        inline-size: 100%;
        padding: var(--s2) var(--s3);
      }
      li button:hover,
      li button.at {
        background: var(--soft);
      }
      li button:focus-visible {
        outline-offset: -2px;
      }
      .chosen {
        display: flex;
        gap: var(--s3);
        align-items: center;
        padding: var(--s2) var(--s3);
        border-radius: var(--radius);
        background: var(--soft);
      }
      .new {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--s3);
      }
      .new .wide {
        grid-column: 1 / -1;
      }
    `,
  ]

  declare client: Client | null
  /** What the server has refused, for the contacts. */
  declare failure: unknown
  declare isNew: boolean
  declare draft: { first_name: string; last_name: string; phone: string }
  declare search: string
  declare at: number

  #found = new Read(this, (signal) =>
    this.panel.api.clients
      .list(
        { search: this.search, limit: SHOWN, figures: this.panel.may('clients.wallet') },
        { signal },
      )
      .then(({ data }) => data),
  )

  constructor() {
    super()
    this.client = null
    this.isNew = false
    this.draft = { first_name: '', last_name: '', phone: '' }
    this.search = ''
    this.at = 0
  }

  /** Who it is to be; null = nobody yet. */
  get guest(): Guest | null {
    if (this.client) return { id: this.client.id }
    const { first_name, phone } = this.draft
    return this.isNew && (first_name.trim() || phone.trim()) ? this.draft : null
  }

  override focus(): void {
    const field = this.isNew ? 'input' : 'search-box'
    this.renderRoot.querySelector<SearchBox | HTMLInputElement>(field)?.focus()
  }

  protected override content(panel: Panel): unknown {
    if (this.client) return this.#chosen(panel, this.client)
    return this.isNew ? this.#form(panel) : this.#finding(panel)
  }

  #chosen(panel: Panel, client: Client): unknown {
    const say = dayTexts(panel.language)
    return html`<div class="chosen">
      <span
        ><strong>${nameOf(client)}</strong> <span class="muted">${client.phone ?? ''}</span></span
      >
      <span class="space"></span>
      <button type="button" class="link" @click=${() => this.choose(null)}>
        ${say('otherClient')}
      </button>
    </div>`
  }

  #finding(panel: Panel): unknown {
    const say = dayTexts(panel.language)
    const found = this.search ? (this.#found.value ?? []) : []
    return html`<search-box
        .label=${say('findClient')}
        @searched=${({ detail }: CustomEvent<string>) => this.#searched(detail)}
        @keydown=${this.#pressed}
      ></search-box>
      ${
        found.length > 0
          ? html`<ul>
              ${found.map((client, at) => this.#line(panel, client, at))}
            </ul>`
          : nothing
      }
      <p class="row" role="status">
        ${
          this.search && !this.#found.isBusy && found.length === 0
            ? html`<span class="muted">${say('noClient')}</span>`
            : nothing
        }
        <button type="button" class="link" @click=${() => this.#new()}>${say('newClient')}</button>
      </p>`
  }

  #line(panel: Panel, client: ListedClient, at: number): unknown {
    const say = dayTexts(panel.language)
    const last = client.figures?.last_visit_at
    const zone = panel.location?.time_zone ?? 'UTC'
    const date = last && panel.words.date(last, zone, { day: 'numeric', month: 'short' })
    return html`<li>
      <button type="button" class=${at === this.at ? 'at' : ''} @click=${() => this.choose(client)}>
        <strong>${nameOf(client)}</strong><span>${client.phone ?? ''}</span>
        ${
          client.figures
            ? html`<span class="small muted"
                >${date ? say('lastVisit', { date }) : say('firstTime')}</span
              >`
            : nothing
        }
      </button>
    </li>`
  }

  #form(panel: Panel): unknown {
    const say = dayTexts(panel.language)
    const field = (name: 'first_name' | 'last_name' | 'phone', label: string) => {
      const wrong = wrongOf(this.failure, `client/${name}`)
      const typed = ({ target }: Event) => {
        if (target instanceof HTMLInputElement) this.draft = { ...this.draft, [name]: target.value }
      }
      return html`<div class="field ${name === 'phone' ? 'wide' : ''}">
        <label for=${name}>${label}</label>
        <input
          id=${name}
          name=${name}
          type=${name === 'phone' ? 'tel' : 'text'}
          autocomplete="off"
          maxlength=${name === 'phone' ? 32 : 100}
          aria-invalid=${wrong ? 'true' : 'false'}
          aria-describedby=${wrong ? `${name}-wrong` : nothing}
          .value=${this.draft[name]}
          @input=${typed}
        />
        ${wrong ? html`<p class="wrong" id="${name}-wrong">${wrong}</p>` : nothing}
      </div>`
    }
    return html`<div class="new">
      ${field('first_name', say('firstName'))}${field('last_name', say('lastName'))}
      ${field('phone', say('phone'))}
      <button type="button" class="link wide" @click=${() => (this.isNew = false)}>
        ${say('knownClient')}
      </button>
    </div>`
  }

  #searched(search: string): void {
    this.search = search
    this.at = 0
    if (search) void this.#found.load()
  }

  #pressed = (event: KeyboardEvent): void => {
    const found = this.search ? (this.#found.value ?? []) : []
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && found.length > 0) {
      event.preventDefault()
      this.at = (this.at + step + found.length) % found.length
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const client = found[this.at]
      if (client) this.choose(client)
    }
  }

  /** What was looked for is what they are called, or their number. */
  #new(): void {
    const typed = this.renderRoot.querySelector<SearchBox>('search-box')?.value.trim() ?? ''
    const isPhone = /^[\d+()\s-]+$/.test(typed)
    const [first_name = '', last_name = ''] = isPhone ? [] : typed.split(/\s+/)
    this.draft = { first_name, last_name, phone: isPhone ? typed : '' }
    this.isNew = true
    void this.updateComplete.then(() => this.focus())
  }

  /** Takes somebody; null = asks again. */
  choose(client: Client | null): void {
    this.client = client
    this.dispatchEvent(new CustomEvent<Client | null>('chosen', { detail: client }))
  }
}

customElements.define('client-picker', ClientPicker)
