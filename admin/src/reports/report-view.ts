import { css, html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import type { Column } from '../parts/data-table.ts'
import { digitsOf } from '../words/amount.ts'
import { changeOf, figureOf, type Figure, type Report, type Row } from './figures.ts'
import type { Series } from './figures-chart.ts'
import type { Plan } from './plans.ts'
import { pairsOf, times, withAny, type Pair } from './compared.ts'
import { brief, shown } from './show.ts'
import { reportTexts, type ReportKey } from './texts/texts.ts'
import '../parts/data-table.ts'
import './cohort-table.ts'
import './heat-map.ts'

/** The server counts in minutes and says so; here they are hours. */
const lengths: Record<string, ReportKey> = {
  sold: 'timeSold',
  offered: 'timeOffered',
  minutes: 'timeOfVisits',
}

/** A report: its figures over everything, the picture, and the table that says the same. */
export class ReportView extends PanelElement {
  static override properties = {
    plan: { attribute: false },
    group: { attribute: false },
    report: { attribute: false },
    earlier: { attribute: false },
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s3) var(--s8);
        margin-block-end: var(--s4);
      }
      dt {
        font-size: var(--small);
        color: var(--muted);
      }
      .head {
        font-size: var(--title);
        font-weight: 600;
      }
      figures-chart {
        display: block;
        min-block-size: 292px;
      }
      .picture {
        margin-block-end: var(--s4);
      }
    `,
  ]

  declare plan: Plan
  declare group: string
  declare report: Report
  declare earlier: Report | undefined

  protected override willUpdate(): void {
    // The library comes when there is something to draw.
    if (this.#isDrawn) void import('./figures-chart.ts')
  }

  get #isHeat(): boolean {
    return this.group.endsWith('weekday_hour')
  }

  /** The map of rooms says as much as hundreds of lines would. */
  get #isPictureAll(): boolean {
    return this.plan.as === 'cohorts' || this.group === 'workplace_weekday_hour'
  }

  get #isDrawn(): boolean {
    return !this.#isHeat && this.plan.as !== 'cohorts' && this.report.rows.length > 0
  }

  get #columns(): Figure[] {
    const say = reportTexts(this.panel.language)
    return this.report.columns.map((column) => {
      const length = column.unit === 'minutes' ? lengths[column.name] : undefined
      return length ? { ...column, label: say(length) } : column
    })
  }

  #figure(name: string): Figure | undefined {
    return this.#columns.find((column) => column.name === name)
  }

  protected override content(panel: Panel): unknown {
    const say = reportTexts(panel.language)
    const { rows } = this.report
    return html`${this.#heads(panel)}
    ${
      rows.length === 0
        ? html`<div class="empty">
            <p><strong>${say('nothing')}</strong></p>
            <p>${say('nothingText')}</p>
          </div>`
        : html`<div class="picture">${this.#picture(panel)}</div>
            ${this.#isPictureAll ? nothing : this.#table(panel)}`
    }`
  }

  #heads({ words, language }: Panel): unknown {
    const say = reportTexts(language)
    const { totals, currency } = this.report
    return html`<dl>
      ${this.plan.heads.map((name) => {
        const figure = this.#figure(name)
        if (!figure) return nothing
        const value = figureOf(totals, name)
        const was = this.earlier && figureOf(this.earlier.totals, name)
        const change = was === undefined ? null : changeOf(value, was)
        return html`<div>
          <dt>${figure.label}</dt>
          <dd class="head" data-figure=${name}>${shown(value, figure.unit, words, currency)}</dd>
          ${
            was === undefined
              ? nothing
              : html`<dd class="small muted">
                  ${say('was', { value: shown(was, figure.unit, words, currency) })}${
                    change === null
                      ? nothing
                      : html`,
                        ${words.number(change, {
                          style: 'percent',
                          signDisplay: 'exceptZero',
                        })}`
                  }
                </dd>`
          }
        </div>`
      })}
    </dl>`
  }

  #picture(panel: Panel): unknown {
    const { rows, currency } = this.report
    const [first = ''] = this.plan.drawn
    const figure = this.#figure(first)
    if (this.plan.as === 'cohorts') return html`<cohort-table .rows=${rows}></cohort-table>`
    if (!figure) return nothing
    if (this.#isHeat)
      return html`<heat-map .rows=${rows} .figure=${figure} .currency=${currency}></heat-map>`
    const { words } = panel
    const digits = digitsOf(currency)
    const labels = rows.map(({ label }) => label)
    return html`<figures-chart
      .labels=${labels}
      .series=${this.#series(panel)}
      .isBars=${!times.includes(this.group)}
      .format=${(value: number) => brief(value, figure.unit, words, digits)}
      text=${this.#described(figure, panel)}
    ></figures-chart>`
  }

  #series({ language }: Panel): Series[] {
    const { rows } = this.report
    const now = this.plan.drawn.flatMap((name): Series[] => {
      const figure = this.#figure(name)
      const values = rows.map(({ values: all }) => figureOf(all, name))
      return figure ? [{ name: figure.label, values }] : []
    })
    // Kinds of two periods do not come in the same order; times do.
    const [first = ''] = this.plan.drawn
    const figure = this.#figure(first)
    if (!this.earlier || !figure || !times.includes(this.group)) return now
    const { rows: old } = this.earlier
    const values = rows.map((_, at) => figureOf(old[at]?.values ?? {}, first))
    const name = reportTexts(language)('earlier', { name: figure.label })
    return [...now, { name, values, isBefore: true }]
  }

  #described({ name, label, unit }: Figure, { language, words }: Panel): string {
    const { rows, currency } = this.report
    const values = rows.flatMap(({ values: all }) => figureOf(all, name) ?? [])
    const [least, most] = [Math.min(...values), Math.max(...values)].map((value) =>
      shown(Number.isFinite(value) ? value : null, unit, words, currency),
    )
    return reportTexts(language)('chartText', {
      name: label,
      least: least ?? '',
      most: most ?? '',
      count: rows.length,
    })
  }

  #table(panel: Panel): unknown {
    const { totals, currency } = this.report
    const columns = this.#columns
    const say = reportTexts(panel.language)
    const { earlier } = this
    const pairs = pairsOf(this.report, earlier, this.group)
    const all = (values: object): Row => ({ key: 'all', label: say('total'), values })
    const table: Column<Pair>[] = [
      {
        id: 'label',
        name: '',
        cell: ({ row: { key, label }, before }) => [
          key === 'all' ? html`<strong>${label}</strong>` : label,
          before && before.label !== label ? this.#was(before.label) : nothing,
        ],
      },
      ...columns.map(({ name, label, unit }): Column<Pair> => ({
        id: name,
        name: label,
        cell: ({ row, before }) => [
          shown(figureOf(row.values, name), unit, panel.words, currency),
          earlier
            ? this.#was(shown(figureOf(before?.values ?? {}, name), unit, panel.words, currency))
            : nothing,
        ],
        align: 'end',
        isExtra: !this.plan.heads.slice(0, 2).includes(name),
      })),
    ]
    return html`<data-table
      label=${say(this.plan.name)}
      .columns=${table}
      .rows=${[
        // Of the hours of a week most are night.
        ...(this.#isHeat ? withAny(pairs, columns) : pairs),
        { row: all(totals), before: earlier && all(earlier.totals) },
      ]}
    ></data-table>`
  }

  #was(value: string): unknown {
    const say = reportTexts(this.panel.language)
    return html`<div class="small muted">${say('was', { value })}</div>`
  }
}

customElements.define('report-view', ReportView)
