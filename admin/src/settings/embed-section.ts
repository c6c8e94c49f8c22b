import type { Service, Specialist } from '@zapis/sdk'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { fullName } from '../catalogue/noun.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { linesOf } from './origins.ts'
import { sectionSheet } from './section-sheet.ts'
import { previewOf, snippetOf, type Embedded } from './snippet.ts'
import { settingsTexts, type SettingsKey } from './texts/texts.ts'
import './secret-once.ts'

interface Choices {
  services: Service[]
  specialists: Specialist[]
}

const elements: readonly (readonly [Embedded['element'], SettingsKey])[] = [
  ['booking-widget', 'embedWidget'],
  ['booking-button', 'embedButton'],
  ['booking-account', 'embedAccount'],
  ['booking-packages', 'embedPackages'],
]

/** What goes into the clinic’s own site, and what it looks like there. */
export class EmbedSection extends PanelElement {
  static override properties = { chosen: { state: true }, site: { state: true } }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    sectionSheet,
    css`
      .columns {
        display: grid;
        grid-template-columns: 300px minmax(0, 1fr);
        gap: var(--s6);
        align-items: start;
      }
      iframe {
        inline-size: 100%;
        block-size: 640px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--paper);
      }
      @media (max-width: 1100px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ]

  declare chosen: Embedded
  /** Address of the site that a key is made for. */
  declare site: string
  #read = new Read<Choices>(this, async () => {
    const { api } = this.panel
    const [services, specialists] = await Promise.all([
      api.services.list({ limit: 100 }).toArray(),
      api.specialists.list({ limit: 100 }).toArray(),
    ])
    return { services, specialists }
  })

  constructor() {
    super()
    this.chosen = { element: 'booking-widget', key: '', attributes: {}, styles: {} }
    this.site = ''
  }

  protected override panelChanged({ organization }: Panel): void {
    if (this.#read.value || this.#read.isBusy) return
    void this.#read.load()
    const { color } = organization.branding
    if (color) this.#style('--bw-accent', color)
  }

  protected override content(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    const { key } = this.chosen
    return html`<header>
        <h2>${say('embed')}</h2>
        <p>${say('embedText')}</p>
      </header>
      <div class="columns">
        <div class="stack">${this.#key(panel)} ${this.#options(panel)}</div>
        <div class="stack">
          <h3>${say('snippet')}</h3>
          <secret-once .value=${snippetOf(this.chosen, location.origin)} .text=${''}></secret-once>
          <h3>${say('preview')}</h3>
          ${
            key
              ? html`<iframe title=${say('preview')} src=${previewOf(this.chosen)}></iframe>`
              : html`<p class="muted">${say('previewNeedsKey')}</p>`
          }
        </div>
      </div>`
  }

  #key({ language }: Panel): unknown {
    const say = settingsTexts(language)
    const typed = ({ target }: Event) =>
      target instanceof HTMLInputElement && this.#set({ key: target.value.trim() })
    return html`<div class="card stack">
      <div class="field">
        <label for="key">${say('publishableKey')}</label>
        <input
          id="key"
          spellcheck="false"
          autocomplete="off"
          placeholder="pk_…"
          .value=${this.chosen.key}
          @change=${typed}
        />
        <p class="hint">${say('publishableKeyHint')}</p>
      </div>
      <div class="field">
        <label for="site">${say('siteAddress')}</label>
        <input
          id="site"
          type="url"
          placeholder="https://clinic.example"
          .value=${this.site}
          @input=${({ target }: Event) =>
            target instanceof HTMLInputElement && (this.site = target.value)}
        />
        <p class="hint">${say('siteAddressHint')}</p>
      </div>
      <button class="quiet" @click=${() => this.#make()}>${say('makeKey')}</button>
    </div>`
  }

  async #make(): Promise<void> {
    const { panel } = this
    const say = settingsTexts(panel.language)
    const sites = linesOf(this.site)
    try {
      const { key } = await panel.api.apiKeys.create({
        kind: 'publishable',
        name: sites[0] ?? say('keyOfSite'),
        allowed_origins: sites,
      })
      this.#set({ key })
      panel.toast({ text: say('keyMade') })
    } catch (error) {
      panel.refused(error)
    }
  }

  #options(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    const { services = [], specialists = [] } = this.#read.value ?? {}
    const { element, styles } = this.chosen
    const isBooking = element === 'booking-widget' || element === 'booking-button'
    const any = { value: '', name: say('clientChooses') }
    const pages = { value: '', name: say('asThePage') }
    return html`<div class="card stack">
      ${this.#select(
        say('embedWhat'),
        element,
        elements.map(([value, name]) => ({ value, name: say(name) })),
        (value) => this.#element(value),
      )}
      ${
        isBooking
          ? html`${this.#attribute('location', say('location'), [any, ...named(panel.locations)])}
            ${this.#attribute('service', say('service'), [any, ...named(services)])}
            ${this.#attribute('specialist', say('specialist'), [
              any,
              ...named(specialists.map((each) => ({ id: each.id, name: fullName(each) }))),
            ])}`
          : nothing
      }
      ${this.#attribute('locale', say('language'), [
        pages,
        { value: 'ru', name: 'Русский' },
        { value: 'en', name: 'English' },
      ])}
      ${this.#attribute('theme', say('theme'), [
        pages,
        { value: 'light', name: say('light') },
        { value: 'dark', name: say('dark') },
      ])}
      <div class="field">
        <label for="accent">${say('brandColor')}</label>
        <input
          id="accent"
          type="color"
          .value=${styles['--bw-accent'] ?? '#0e5c4a'}
          @change=${({ target }: Event) =>
            target instanceof HTMLInputElement && this.#style('--bw-accent', target.value)}
        />
      </div>
    </div>`
  }

  #attribute(name: string, label: string, options: readonly Choice[]): unknown {
    return this.#select(label, this.chosen.attributes[name] ?? '', options, (value) => {
      const { [name]: _before, ...others } = this.chosen.attributes
      this.#set({ attributes: value ? { ...others, [name]: value } : others })
    })
  }

  #select(
    label: string,
    value: string,
    options: readonly Choice[],
    choose: (value: string) => void,
  ): unknown {
    return html`<label class="field"
      ><span class="label">${label}</span>
      <select
        @change=${({ target }: Event) =>
          target instanceof HTMLSelectElement && choose(target.value)}
      >
        ${options.map(
          (option) =>
            html`<option value=${option.value} ?selected=${option.value === value}>
              ${option.name}
            </option>`,
        )}
      </select></label
    >`
  }

  #element(value: string): void {
    const found = elements.find(([name]) => name === value)
    if (found) this.#set({ element: found[0] })
  }

  #style(name: string, value: string): void {
    this.#set({ styles: { ...this.chosen.styles, [name]: value } })
  }

  #set(changes: Partial<Embedded>): void {
    this.chosen = { ...this.chosen, ...changes }
  }
}

interface Choice {
  value: string
  name: string
}

function named(items: readonly { id: number; name: string }[]): Choice[] {
  return items.map(({ id, name }) => ({ value: String(id), name }))
}

customElements.define('embed-section', EmbedSection)
