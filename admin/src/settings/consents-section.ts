import type { ConsentText } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { html, nothing, type CSSResultGroup } from 'lit'
import { bodyOf } from '../form/body.ts'
import type { EntityForm } from '../form/entity-form.ts'
import type { FieldPlan } from '../form/field-plan.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { mayLose } from './may-lose.ts'
import { sectionSheet } from './section-sheet.ts'
import { settingsTexts } from './texts/texts.ts'
import { waiting } from './waiting.ts'
import '../form/entity-form.ts'
import '../parts/side-panel.ts'

type Values = Readonly<Record<string, unknown>>

const kinds = ['personal_data', 'marketing', 'third_party'] as const

/** What clients agree to. A text never changes: another is published in its place, and who agreed before agreed to the old one. */
export class ConsentsSection extends PanelElement {
  static override properties = { value: { state: true } }
  static override styles: CSSResultGroup = [PanelElement.styles, sectionSheet]

  /** What a new text begins with; null while none is made. */
  declare value: Values | null
  #read = new Read<ConsentText[]>(this, () =>
    this.panel.api.consentTexts.list({ limit: 100 }).toArray(),
  )

  constructor() {
    super()
    this.value = null
  }

  protected override panelChanged(): void {
    if (!this.#read.value && !this.#read.isBusy) void this.#read.load()
  }

  protected override content(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    const { value } = this.#read
    const empty = { kind: 'personal_data', locale: panel.organization.locale, version: '1' }
    return html`<header>
        <h2>${say('consents')}</h2>
        <button class="main" @click=${() => (this.value = { ...empty, required: true })}>
          ${say('addConsent')}
        </button>
        <p>${say('consentsText')}</p>
      </header>
      ${value ? this.#list(panel, value) : waiting(panel, this.#read)}
      ${this.value ? this.#form(panel, this.value) : nothing}`
  }

  #list(panel: Panel, texts: readonly ConsentText[]): unknown {
    const say = settingsTexts(panel.language)
    if (texts.length === 0) return html`<div class="empty"><p>${say('noConsents')}</p></div>`
    return texts.map(
      ({ kind, version, locale, text, required, created_at }) =>
        html`<article class="card stack narrow">
          <div class="row">
            <strong>${say(`consent_${kind}`)}</strong>
            <span class="tag">${locale.toUpperCase()}</span>
            ${required ? html`<span class="tag">${say('required')}</span>` : nothing}
            <span class="space"></span>
            <button
              class="link"
              @click=${() => (this.value = { kind, locale, text, required, version: '' })}
            >
              ${say('newVersion')}
            </button>
          </div>
          <details>
            <summary class="muted small">
              ${say('versionOf', { version, date: panel.words.moment(created_at, panel.organization.time_zone) })}
            </summary>
            <p>${text}</p>
          </details>
        </article>`,
    )
  }

  #form(panel: Panel, value: Values): unknown {
    const say = settingsTexts(panel.language)
    return html`<side-panel .heading=${say('addConsent')} @closed=${() => this.#close(panel)}>
      <entity-form
        .schema=${operations.consentTexts.create.body}
        .fields=${this.#fields(panel)}
        .value=${value}
        .action=${say('publish')}
        .save=${(values: Values) => this.#save(panel, values)}
      ></entity-form>
    </side-panel>`
  }

  #fields({ language }: Panel): FieldPlan[] {
    const say = settingsTexts(language)
    return [
      {
        name: 'kind',
        label: say('consentKind'),
        options: kinds.map((kind) => ({ value: kind, name: say(`consent_${kind}`) })),
      },
      { name: 'version', label: say('version'), hint: say('versionHint'), isHalf: true },
      {
        name: 'locale',
        label: say('language'),
        options: [
          { value: 'ru', name: 'Русский' },
          { value: 'en', name: 'English' },
        ],
        isHalf: true,
      },
      { name: 'text', label: say('text'), as: 'long' },
      { name: 'required', label: say('requiredToBook') },
    ]
  }

  async #close(panel: Panel): Promise<void> {
    const form = this.renderRoot.querySelector<EntityForm>('entity-form')
    if (!form?.isChanged || (await mayLose(panel))) this.value = null
  }

  async #save(panel: Panel, values: Values): Promise<void> {
    await panel.api.consentTexts.create(bodyOf('consentTexts.create', values))
    this.value = null
    panel.toast({ text: settingsTexts(panel.language)('published') })
    await this.#read.load()
  }
}

customElements.define('consents-section', ConsentsSection)
