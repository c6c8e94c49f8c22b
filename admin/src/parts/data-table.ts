import { ArrowDown, ArrowUp, Download } from 'lucide'
import type { Page } from '@zapis/sdk'
import { html, nothing, type CSSResultGroup } from 'lit'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { reasonOf } from '../panel/refusal.ts'
import { shellTexts } from '../shell/texts/texts.ts'
import { csvOf, download } from '../words/csv.ts'
import { tableSheet } from './table-sheet.ts'

export interface Column<Row> {
  id: string
  name: string
  /** What the cell shows. */
  cell(row: Row): unknown
  /** The same as bare text, for the CSV; `cell` when that is text already. */
  text?(row: Row): string
  align?: 'end'
  /** The API’s name of the order by this column. */
  sort?: string
  /** Left out on a phone. */
  isExtra?: boolean
}

export interface Wanted {
  limit: number
  cursor?: string
  sort?: string
}

/** Gives a page of rows: `(wanted) => api.clients.list({ ...wanted, q })`. */
export type Source<Row> = (wanted: Wanted) => PromiseLike<Page<Row>>

const LIMIT = 50

/**
 * A table of what a list of the API gives, a page at a time: order by pressing a head, “show more” at the end, a press or Enter on
 * a row (`row-chosen`), all rows as CSV. A new `source` begins anew. Rows that are known already may be given as `rows`.
 */
export class DataTable extends PanelElement {
  static override properties = {
    columns: { attribute: false },
    source: { attribute: false },
    rows: { attribute: false },
    label: {},
    empty: { attribute: false },
    file: {},
    isPressable: { attribute: false },
    sort: { attribute: false },
    isBusy: { state: true },
    failure: { state: true },
    cursor: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, tableSheet]

  declare columns: readonly Column<unknown>[]
  declare source: Source<unknown> | undefined
  declare rows: readonly unknown[]
  /** What the table is of, for screen readers. */
  declare label: string
  /** Shown when there is nothing. */
  declare empty: unknown
  /** Name of the CSV; left out, none is offered. */
  declare file: string | undefined
  declare isPressable: boolean
  /** The order now, `-starts_at` being the last first. */
  declare sort: string | undefined
  declare isBusy: boolean
  declare failure: unknown
  declare cursor: string | null
  #asked = 0

  constructor() {
    super()
    this.columns = []
    this.rows = []
    this.label = ''
    this.isPressable = false
    this.isBusy = false
    this.cursor = null
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('source') && this.source) void this.reload()
  }

  /** Reads the first page again. */
  async reload(): Promise<void> {
    await this.#load(undefined)
  }

  async #load(cursor: string | undefined): Promise<void> {
    if (!this.source) return
    const asked = ++this.#asked
    this.isBusy = true
    this.failure = undefined
    try {
      const { data, next_cursor } = await this.source(this.#wanted(cursor))
      if (asked !== this.#asked) return
      this.rows = cursor ? [...this.rows, ...data] : data
      this.cursor = next_cursor
    } catch (error) {
      if (asked === this.#asked) this.failure = error
    }
    if (asked === this.#asked) this.isBusy = false
  }

  #wanted(cursor: string | undefined): Wanted {
    return {
      limit: LIMIT,
      ...(cursor === undefined ? {} : { cursor }),
      ...(this.sort === undefined ? {} : { sort: this.sort }),
    }
  }

  protected override content(panel: Panel): unknown {
    const say = shellTexts(panel.language)
    const isEmpty = this.rows.length === 0
    if (isEmpty && !this.isBusy && !this.failure)
      return html`<div class="empty">${this.empty ?? html`<p>${say('nothingHere')}</p>`}</div>`
    return html`<div class="around" role="region" tabindex="0" aria-label=${this.label}>
        <table aria-busy=${this.isBusy}>
          <thead>
            <tr>
              ${this.columns.map((column) => this.#head(column))}
            </tr>
          </thead>
          <tbody>
            ${isEmpty && this.isBusy ? this.#bones() : this.rows.map((row) => this.#row(row))}
          </tbody>
        </table>
      </div>
      ${this.failure ? this.#failed(panel) : nothing} ${this.#foot(panel)}`
  }

  #head({ name, sort, align, isExtra }: Column<unknown>): unknown {
    const order =
      this.sort === sort ? 'ascending' : this.sort === `-${sort}` ? 'descending' : 'none'
    const classes = `${align ?? ''} ${isExtra ? 'extra' : ''}`
    if (!name) return html`<td class=${classes}></td>`
    if (!sort) return html`<th scope="col" class=${classes}>${name}</th>`
    const turn = () => {
      this.sort = order === 'ascending' ? `-${sort}` : sort
      void this.reload()
    }
    return html`<th scope="col" class=${classes} aria-sort=${order}>
      <button @click=${turn}>
        ${name}${order === 'none' ? nothing : icon(order === 'ascending' ? ArrowUp : ArrowDown, 14)}
      </button>
    </th>`
  }

  #row(row: unknown): unknown {
    const choose = () => this.dispatchEvent(new CustomEvent('row-chosen', { detail: row }))
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) choose()
    }
    const cells = this.columns.map(
      ({ cell, align, isExtra }) =>
        html`<td class="${align ?? ''} ${isExtra ? 'extra' : ''}">${cell(row)}</td>`,
    )
    return this.isPressable
      ? html`<tr class="pressable" tabindex="0" @click=${choose} @keydown=${pressed}>
          ${cells}
        </tr>`
      : html`<tr>
          ${cells}
        </tr>`
  }

  #bones(): unknown {
    return Array.from(
      { length: 6 },
      () =>
        html`<tr aria-hidden="true">
          ${this.columns.map(
            ({ isExtra }) => html`<td class=${isExtra ? 'extra' : ''}><i class="bone"></i></td>`,
          )}
        </tr>`,
    )
  }

  #failed({ language }: Panel): unknown {
    const again = () =>
      void this.#load(this.rows.length > 0 ? (this.cursor ?? undefined) : undefined)
    return html`<div class="notice bad" role="alert">
      <p>${reasonOf(this.failure, language)}</p>
      <button class="quiet" @click=${again}>${shellTexts(language)('again')}</button>
    </div>`
  }

  #foot({ language }: Panel): unknown {
    const say = shellTexts(language)
    const more = () => void this.#load(this.cursor ?? undefined)
    return html`<footer>
      <span class="muted small" role="status">${say('rows', { count: this.rows.length })}</span>
      ${
        this.cursor
          ? html`<button class="quiet" aria-disabled=${this.isBusy} @click=${more}>
              ${say('showMore')}
            </button>`
          : nothing
      }
      <span class="space"></span>
      ${
        this.file && this.rows.length > 0
          ? html`<button class="plain" @click=${() => this.#save()}>
              ${icon(Download, 16)} ${say('csv')}
            </button>`
          : nothing
      }
    </footer>`
  }

  /** Every row of every page, also those that are not shown yet. */
  async #save(): Promise<void> {
    try {
      const rows = [...this.rows]
      for (let cursor = this.cursor; cursor && this.source;) {
        const page = await this.source(this.#wanted(cursor))
        rows.push(...page.data)
        cursor = page.next_cursor
      }
      const lines = rows.map((row) => this.columns.map((column) => textOf(column, row)))
      download(`${this.file}.csv`, csvOf([this.columns.map(({ name }) => name), ...lines]))
    } catch (error) {
      this.panel.refused(error)
    }
  }
}

function textOf({ text, cell }: Column<unknown>, row: unknown): string {
  const value = text ? text(row) : cell(row)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

customElements.define('data-table', DataTable)
