import { html, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { figureOf, shadeOf, type Row } from './figures.ts'
import { shadedTable, shades } from './shades.ts'
import { reportTexts } from './texts/texts.ts'

const MONTHS = Array.from({ length: 12 }, (_, age) => age + 1)

/** Who comes again: a row a month of first visits, a column for each month after it. */
export class CohortTable extends PanelElement {
  static override properties = { rows: { attribute: false } }
  static override styles: CSSResultGroup = [PanelElement.styles, shadedTable, shades]

  declare rows: readonly Row[]

  /** From the first month in which anybody came. */
  get #begun(): readonly Row[] {
    const first = this.rows.findIndex(({ values }) => (figureOf(values, 'clients') ?? 0) > 0)
    return this.rows.slice(Math.max(first, 0))
  }

  protected override content({ language, words }: Panel): unknown {
    const say = reportTexts(language)
    return html`<div class="around" role="region" tabindex="0" aria-label=${say('retention')}>
      <table>
        <caption class="unseen">
          ${say('retentionAbout')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${say('cohort')}</th>
            <th scope="col" class="count">${say('clientsCount')}</th>
            ${MONTHS.map((count) => html`<th scope="col">${say('after', { count })}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.#begun.map(({ label, values }) => {
            const count = figureOf(values, 'clients') ?? 0
            return html`<tr>
              <th scope="row">${label}</th>
              <td class="count">${words.number(count)}</td>
              ${MONTHS.map((age) => {
                const share = count > 0 ? figureOf(values, `month_${age}`) : null
                return html`<td class=${share === null ? 'none' : `shade${shadeOf(share, 100)}`}>
                  ${share === null ? '' : words.percent(share / 100)}
                </td>`
              })}
            </tr>`
          })}
        </tbody>
      </table>
    </div>`
  }
}

customElements.define('cohort-table', CohortTable)
