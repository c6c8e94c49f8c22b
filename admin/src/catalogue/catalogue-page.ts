import { Plus } from 'lucide'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { addShortcuts } from '../panel/shortcuts.ts'
import type { Column, DataTable, Source } from '../parts/data-table.ts'
import { readKnown } from './known.ts'
import { locations } from './locations.ts'
import type { Ask, Known, Noun, Row } from './noun.ts'
import { servicePackages } from './packages.ts'
import { promoCodes } from './promo-codes.ts'
import { services } from './services.ts'
import { specialists } from './specialists.ts'
import { catalogueTexts } from './texts/texts.ts'
import { workplaces } from './workplaces.ts'
import '../parts/data-table.ts'
import '../parts/page-frame.ts'
import '../parts/tab-strip.ts'
import './catalogue-card.ts'

const nouns: readonly Noun[] = [
  services,
  specialists,
  servicePackages,
  promoCodes,
  workplaces,
  locations,
]

/** What is sold, by whom and where: a tab a noun, `catalogue/services/7` its card. */
export class CataloguePage extends PanelElement {
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2) var(--s4);
        align-items: center;
        padding-block: var(--s3);
      }
      .filters label {
        display: flex;
        gap: var(--s2);
        align-items: center;
      }
      .filters select {
        inline-size: auto;
        max-inline-size: 260px;
      }
    `,
  ]

  #known = new Read<Known>(this, () => readKnown(this.panel.api))
  #source: Source<Row> | undefined
  #key = ''
  #letGo: (() => void) | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#letGo?.()
    this.#letGo = undefined
  }

  protected override panelChanged(panel: Panel): void {
    if (panel.route.area !== 'catalogue') return
    if (!this.#known.value && !this.#known.isBusy) void this.#known.load()
    const say = catalogueTexts(panel.language)
    if (this.#mayAdd)
      this.#letGo ??= addShortcuts([{ key: 'n', text: say('addOne'), run: () => this.#add() }])
    const { query } = panel.route
    const archived = query.has('archived')
    const filter = query.get('of') ?? ''
    // A table begins anew with a new source: only for another question.
    const key = `${this.#noun.id} ${archived} ${filter} ${panel.language}`
    if (key === this.#key) return
    this.#key = key
    const noun = this.#noun
    this.#source = (wanted) => noun.list(this.panel.api, { ...wanted, archived, filter })
  }

  get #noun(): Noun {
    const [tab] = this.panel.route.rest
    return nouns.find(({ id }) => id === tab) ?? services
  }

  get #mayAdd(): boolean {
    return this.panel.may('services.create')
  }

  #add(): void {
    void this.panel.go(`catalogue/${this.#noun.id}/new`)
  }

  protected override content(panel: Panel): unknown {
    const say = catalogueTexts(panel.language)
    const noun = this.#noun
    const { value: known } = this.#known
    return html`<page-frame heading=${say('catalogue')}>
        ${
          this.#mayAdd
            ? html`<button slot="actions" class="main" @click=${() => this.#add()}>
                ${icon(Plus)} ${say(noun.add)}
              </button>`
            : nothing
        }
        <tab-strip
          .label=${say('catalogue')}
          .tabs=${nouns.map(({ id, name }) => ({ id, name: say(name) }))}
          .chosen=${noun.id}
          @chosen=${({ detail }: CustomEvent<string>) => void panel.go(`catalogue/${detail}`)}
        ></tab-strip>
        ${known ? this.#listed({ panel, say, known }) : this.#waiting(panel)}
      </page-frame>
      ${known ? this.#card({ panel, say, known }) : nothing}`
  }

  #waiting({ language }: Panel): unknown {
    if (!this.#known.error)
      return html`<data-table .source=${never} .columns=${bones}></data-table>`
    return html`<div class="notice bad" role="alert">
      <p>${reasonOf(this.#known.error, language)}</p>
      <button class="quiet" @click=${() => this.#known.load()}>
        ${catalogueTexts(language)('again')}
      </button>
    </div>`
  }

  #listed(ask: Ask): unknown {
    const noun = this.#noun
    const { say } = ask
    const add = html`<p>${say(noun.none)}</p>
      ${
        this.#mayAdd
          ? html`<button class="quiet" @click=${() => this.#add()}>${say(noun.add)}</button>`
          : nothing
      }`
    return html`${this.#filters(ask)}
      <data-table
        .label=${say(noun.name)}
        .columns=${[...noun.columns(ask), stateColumn(ask)]}
        .source=${this.#source}
        .isPressable=${this.#mayAdd}
        .empty=${add}
        .file=${noun.id}
        @row-chosen=${({ detail }: CustomEvent<Row>) =>
          void ask.panel.go(`catalogue/${noun.id}/${detail.id}${this.#search}`)}
      ></data-table>`
  }

  get #search(): string {
    const search = String(this.panel.route.query)
    return search && `?${search}`
  }

  #filters(ask: Ask): unknown {
    const { say, panel } = ask
    const { filter } = this.#noun
    const options = filter?.options(ask) ?? []
    const { query } = panel.route
    return html`<div class="filters">
      ${
        filter && options.length > 1
          ? html`<label
              ><span class="unseen">${say(filter.name)}</span
              ><select
                @change=${({ target }: Event) =>
                  target instanceof HTMLSelectElement && this.#ask('of', target.value)}
              >
                <option value="">${say(`any_${filter.name}`)}</option>
                ${options.map(
                  ({ value, name }) =>
                    html`<option value=${value} ?selected=${String(value) === query.get('of')}>
                      ${name}
                    </option>`,
                )}
              </select></label
            >`
          : nothing
      }
      <label
        ><input
          type="checkbox"
          .checked=${query.has('archived')}
          @change=${({ target }: Event) =>
            this.#ask('archived', target instanceof HTMLInputElement && target.checked ? '1' : '')}
        /><span>${say('withArchived')}</span></label
      >
    </div>`
  }

  #ask(name: string, value: string): void {
    const query = new URLSearchParams(this.panel.route.query)
    if (value) query.set(name, value)
    else query.delete(name)
    const search = String(query)
    void this.panel.go(`catalogue/${this.#noun.id}${search && `?${search}`}`, { replace: true })
  }

  #card(ask: Ask): unknown {
    const [, which] = ask.panel.route.rest
    if (which === undefined || !this.#mayAdd) return nothing
    return html`<catalogue-card
      .noun=${this.#noun}
      .which=${which === 'new' ? null : Number(which)}
      .known=${ask.known}
      @changed=${() => this.#changed()}
      @closed=${() => void ask.panel.go(`catalogue/${this.#noun.id}${this.#search}`)}
    ></catalogue-card>`
  }

  #changed(): void {
    void this.#known.load()
    void this.renderRoot.querySelector<DataTable>('data-table')?.reload()
  }
}

const bones = [0, 1, 2, 3].map((id) => ({ id: String(id), name: '', cell: () => '' }))
const never = () => new Promise<never>(() => undefined)

function stateColumn({ say }: Ask): Column<Row> {
  return {
    id: 'state',
    name: '',
    text: ({ archived_at }) => (archived_at ? say('archived') : ''),
    cell: ({ archived_at }) =>
      archived_at ? html`<span class="tag">${say('archived')}</span>` : '',
  }
}

customElements.define('catalogue-page', CataloguePage)
