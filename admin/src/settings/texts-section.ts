import type { NotificationText } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import type { EntityForm } from '../form/entity-form.ts'
import { bodyOf } from '../form/body.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { mayLose } from './may-lose.ts'
import { sectionSheet } from './section-sheet.ts'
import { settingsTexts } from './texts/texts.ts'
import { waiting } from './waiting.ts'
import '../form/entity-form.ts'
import '../parts/side-panel.ts'
import './text-preview.ts'

type Values = Readonly<Record<string, unknown>>

/** The words of notifications in both languages, with what they look like. */
export class TextsSection extends PanelElement {
  static override properties = { shown: { state: true }, typed: { state: true } }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    sectionSheet,
    css`
      ul.all {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
      }
      .all li + li {
        border-block-start: 1px solid var(--line);
      }
      .all button {
        display: flex;
        gap: var(--s3);
        align-items: center;
        inline-size: 100%;
        min-block-size: 44px;
        padding: var(--s2) var(--s4);
      }
      .all button:hover {
        background: var(--wash);
      }
      .deeds {
        margin-inline-end: auto;
      }
    `,
  ]

  declare shown: NotificationText | null
  /** What stands in the form now: the preview is of it. */
  declare typed: { title: string; body: string }
  #value: Values = {}
  #read = new Read<NotificationText[]>(
    this,
    async () => (await this.panel.api.notificationTexts.list()).data,
  )

  constructor() {
    super()
    this.shown = null
    this.typed = { title: '', body: '' }
  }

  protected override panelChanged(): void {
    if (!this.#read.value && !this.#read.isBusy) void this.#read.load()
  }

  protected override content(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    const { value } = this.#read
    return html`<header>
        <h2>${say('texts')}</h2>
        <p>${say('textsText')}</p>
      </header>
      ${
        value
          ? html`<ul class="all narrow">
              ${value.map(
                (each) =>
                  html`<li>
                    <button @click=${() => this.#open(each)}>
                      <span>${say(`template_${each.template}`)}</span>
                      <span class="tag">${each.locale.toUpperCase()}</span>
                      ${each.is_default ? nothing : html`<span class="tag">${say('own')}</span>`}
                    </button>
                  </li>`,
              )}
            </ul>`
          : waiting(panel, this.#read)
      }
      ${this.shown ? this.#card(panel, this.shown) : nothing}`
  }

  #open(text: NotificationText): void {
    const { title, body } = text
    this.#value = { title, body }
    this.typed = { title, body }
    this.shown = text
  }

  #card(panel: Panel, text: NotificationText): unknown {
    const say = settingsTexts(panel.language)
    const { template, locale, placeholders, is_default } = text
    const edited = ({ detail }: CustomEvent<Values>) =>
      (this.typed = { title: String(detail['title']), body: String(detail['body']) })
    return html`<side-panel
      .heading=${`${say(`template_${template}`)}, ${locale.toUpperCase()}`}
      @closed=${() => this.#close(panel)}
    >
      <div class="stack">
        <entity-form
          .schema=${operations.notificationTexts.put.body}
          .value=${this.#value}
          .fields=${[
            { name: 'title', label: say('title') },
            {
              name: 'body',
              label: say('body'),
              as: 'long',
              hint: `${say('placeholders')}: ${placeholders.map((each) => `{${each}}`).join(' ')}`,
            },
          ]}
          @edited=${edited}
          .save=${(values: Values) => this.#save(panel, text, values)}
        >
          ${
            is_default
              ? nothing
              : html`<button
                  slot="beside"
                  type="button"
                  class="quiet deeds"
                  @click=${() => this.#reset(panel, text)}
                >
                  ${say('asItComes')}
                </button>`
          }
        </entity-form>
        <text-preview .template=${template} .locale=${locale} .words=${this.typed}></text-preview>
      </div>
    </side-panel>`
  }

  async #close(panel: Panel): Promise<void> {
    const form = this.renderRoot.querySelector<EntityForm>('entity-form')
    if (!form?.isChanged || (await mayLose(panel))) this.shown = null
  }

  async #save(panel: Panel, { template, locale }: NotificationText, values: Values) {
    const { title, body } = values
    const words = bodyOf('notificationTexts.put', { template, locale, title, body })
    await panel.api.notificationTexts.put(words)
    await this.#done(panel)
  }

  async #reset(panel: Panel, { template, locale }: NotificationText): Promise<void> {
    try {
      await panel.api.notificationTexts.reset({ template, locale })
      await this.#done(panel)
    } catch (error) {
      panel.refused(error)
    }
  }

  async #done(panel: Panel): Promise<void> {
    this.shown = null
    panel.toast({ text: settingsTexts(panel.language)('saved') })
    await this.#read.load()
  }
}

customElements.define('texts-section', TextsSection)
