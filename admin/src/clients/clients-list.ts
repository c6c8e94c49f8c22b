import { Columns3, FileUp, ListFilter, Megaphone, Plus } from 'lucide'
import type { Client, ListedClient } from '@zapis/sdk'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { hrefOf } from '../panel/router.ts'
import { addShortcuts } from '../panel/shortcuts.ts'
import { loadNames } from '../panel/names.ts'
import type { Source } from '../parts/data-table.ts'
import type { SearchBox } from '../parts/search-box.ts'
import { clientColumns, keepColumns, keptColumns } from './client-columns.ts'
import { chosenOf, readFilter, without, writeFilter, type ClientFilter } from './client-filter.ts'
import { segmentsOf } from './segments.ts'
import { sortOf } from './client-sort.ts'
import { clientTexts } from './texts/texts.ts'
import '../parts/data-table.ts'
import '../parts/page-frame.ts'
import '../parts/search-box.ts'
import './client-form.ts'
import './filter-builder.ts'

/** All clients, chosen by what they have done; the choice is in the address. */
export class ClientsList extends PanelElement {
  static override properties = {
    isBuilding: { state: true },
    isAdding: { state: true },
    shown: { state: true },
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      details {
        position: relative;
      }
      summary {
        list-style: none;
        cursor: pointer;
      }
      details > .card {
        position: absolute;
        inset-block-start: calc(100% + 4px);
        inset-inline-end: 0;
        z-index: 3;
        min-inline-size: 200px;
        box-shadow: var(--lift);
      }
      details label {
        display: flex;
        gap: var(--s2);
        align-items: center;
        min-block-size: 32px;
      }
      .segments {
        display: flex;
        gap: var(--s2);
        max-inline-size: 100%;
        padding: 3px;
        margin: -3px;
        overflow-x: auto;
      }
      @media (max-width: 720px) {
        details {
          display: none;
        }
      }
      filter-builder {
        margin-block-end: var(--s4);
      }
    `,
  ]

  declare isBuilding: boolean | undefined
  declare isAdding: boolean
  declare shown: readonly string[]
  #names = new Read(this, () => loadNames(this.panel.api, this.panel.language))
  #at: string | undefined
  #source: Source<ListedClient> | undefined
  #leave: (() => void) | undefined

  constructor() {
    super()
    this.isAdding = false
    this.shown = keptColumns()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.updateComplete.then(() => {
      const { language, may } = this.panel
      const say = clientTexts(language)
      const add = { key: 'n', text: say('addClient'), run: () => (this.isAdding = true) }
      this.#leave = addShortcuts([
        { key: '/', text: say('find'), run: () => this.#search?.focus() },
        ...(may('clients.create') ? [add] : []),
      ])
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave?.()
  }

  get #search(): SearchBox | null {
    return this.renderRoot.querySelector<SearchBox>('search-box')
  }

  protected override panelChanged(panel: Panel): void {
    if (!this.#names.value && !this.#names.isBusy) void this.#names.load()
    const { api, may } = panel
    const filter = filterOf(panel)
    const at = writeFilter(filter)
    if (at === this.#at) return
    this.#at = at
    // The figures tell what somebody pays: a call with them is refused to whoever may not know it.
    const figures = may('clients.wallet')
    this.#source = ({ sort, ...wanted }) =>
      api.clients.list({ figures, ...filter, ...sortOf(sort), ...wanted })
  }

  #choose(filter: ClientFilter): void {
    const query = writeFilter(filter)
    void this.panel.go(query ? `clients?${query}` : 'clients', { replace: true })
  }

  protected override content(panel: Panel): unknown {
    const say = clientTexts(panel.language)
    const filter = filterOf(panel)
    const count = chosenOf(filter).length
    const isBuilding = this.isBuilding ?? count > 0
    const columns = clientColumns(panel).filter(
      ({ id }) => id === 'name' || this.shown.includes(id),
    )
    return html`<page-frame heading=${say('clients')}>
        ${this.#actions(panel)}
        <div slot="filters">
          <search-box
            .label=${say('find')}
            .value=${filter.search ?? ''}
            @searched=${({ detail }: CustomEvent<string>) =>
              this.#choose({ ...filterOf(this.panel), search: detail })}
          ></search-box>
          <button
            class="quiet"
            aria-expanded=${isBuilding}
            @click=${() => (this.isBuilding = !isBuilding)}
          >
            ${icon(ListFilter, 16)} ${count ? say('filterCount', { count }) : say('filter')}
          </button>
          <div class="segments">${this.#segments(panel)}</div>
          <span class="space"></span>
          ${this.#columnChoice(panel)}
        </div>
        ${
          isBuilding
            ? html`<filter-builder
                .filter=${filter}
                .names=${this.#names.value}
                @changed=${({ detail }: CustomEvent<ClientFilter>) => this.#choose(detail)}
              ></filter-builder>`
            : nothing
        }
        <data-table
          label=${say('clients')}
          file="clients"
          .sort=${'last_name'}
          .columns=${columns}
          .source=${this.#source}
          .isPressable=${true}
          .empty=${this.#empty(panel, this.#at !== '')}
          @row-chosen=${({ detail }: CustomEvent<ListedClient>) => panel.go(`clients/${detail.id}`)}
        ></data-table>
      </page-frame>
      ${this.#adding(panel)}`
  }

  #actions({ language, may }: Panel): unknown {
    const say = clientTexts(language)
    return html`${
      may('broadcasts.create')
        ? html`<a
            slot="actions"
            class="quiet"
            href=${hrefOf(`clients/broadcasts${this.#at ? `?${this.#at}` : ''}`)}
          >
            ${icon(Megaphone, 16)} ${say('broadcasts')}
          </a>`
        : nothing
    }
    ${
      may('clients.import')
        ? html`<a slot="actions" class="quiet" href=${hrefOf('clients/import')}>
            ${icon(FileUp, 16)} ${say('import')}
          </a>`
        : nothing
    }
    ${
      may('clients.create')
        ? html`<button slot="actions" class="main" @click=${() => (this.isAdding = true)}>
            ${icon(Plus, 16)} ${say('addClient')}
          </button>`
        : nothing
    }`
  }

  #segments({ language, organization }: Panel): unknown {
    const say = clientTexts(language)
    return segmentsOf(organization.time_zone).map(({ key, filter }) => {
      const query = writeFilter(filter)
      const isChosen = this.#at === query
      return html`<button
        class="quiet"
        aria-pressed=${isChosen}
        @click=${() => this.#choose(isChosen ? {} : filter)}
      >
        ${say(key)}
      </button>`
    })
  }

  #columnChoice(panel: Panel): unknown {
    const say = clientTexts(panel.language)
    const toggle = (id: string) => {
      this.shown = this.shown.includes(id)
        ? this.shown.filter((each) => each !== id)
        : [...this.shown, id]
      keepColumns(this.shown)
    }
    return html`<details>
      <summary class="plain">${icon(Columns3, 16)} ${say('columns')}</summary>
      <div class="card">
        ${clientColumns(panel)
          .slice(1)
          .map(
            ({ id, name }) =>
              html`<label>
                <input
                  type="checkbox"
                  .checked=${this.shown.includes(id)}
                  @change=${() => toggle(id)}
                />${name}
              </label>`,
          )}
      </div>
    </details>`
  }

  #empty({ language, may }: Panel, isFiltered: boolean): unknown {
    const say = clientTexts(language)
    if (isFiltered)
      return html`<p>${say('nobodyFound')}</p>
        <button class="quiet" @click=${() => this.#choose({})}>${say('resetFilter')}</button>`
    return html`<p><strong>${say('noClients')}</strong></p>
      <p>${say('noClientsText')}</p>
      ${
        may('clients.create')
          ? html`<button class="quiet" @click=${() => (this.isAdding = true)}>
              ${say('addClient')}
            </button>`
          : nothing
      }`
  }

  #adding({ language, go }: Panel): unknown {
    if (!this.isAdding) return nothing
    return html`<client-form
      heading=${clientTexts(language)('newClient')}
      @closed=${() => (this.isAdding = false)}
      @saved=${({ detail }: CustomEvent<Client>) => {
        this.isAdding = false
        void go(`clients/${detail.id}`)
      }}
    ></client-form>`
  }
}

/** What the address says, without what the role may not ask. */
function filterOf({ route, may }: Panel): ClientFilter {
  const filter = readFilter(route.query)
  return may('clients.wallet') ? filter : without(filter, 'spent')
}

customElements.define('clients-list', ClientsList)
