import { html, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { heatOf, shadeOf, type Figure, type Row } from './figures.ts'
import { shadedTable, shades } from './shades.ts'
import { shown } from './show.ts'
import { reportTexts } from './texts/texts.ts'

/** A figure by weekday and hour: a table whose cells are the darker, the more. */
export class HeatMap extends PanelElement {
  static override properties = {
    rows: { attribute: false },
    figure: { attribute: false },
    currency: {},
  }
  static override styles: CSSResultGroup = [PanelElement.styles, shadedTable, shades]

  declare rows: readonly Row[]
  declare figure: Figure
  declare currency: string

  protected override content({ language, words }: Panel): unknown {
    const say = reportTexts(language)
    const { name, unit, label } = this.figure
    const { hours, days } = heatOf(this.rows, name)
    const most = Math.max(0, ...days.flat().map((value) => value ?? 0))
    // 1 January 2001 was a Monday.
    const weekday = (at: number) => words.day(`2001-01-0${at + 1}`, { weekday: 'short' })
    const text = (value: number | null) =>
      value === null ? '' : shown(value, unit, words, this.currency)
    return html`<div class="around" role="region" tabindex="0" aria-label=${label}>
      <table>
        <caption class="unseen">
          ${label}. ${say('heatText')}
        </caption>
        <thead>
          <tr>
            <td></td>
            ${hours.map((hour) => html`<th scope="col">${say('hour', { hour })}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${days.map(
            (values, day) =>
              html`<tr>
                <th scope="row">${weekday(day)}</th>
                ${values.map(
                  (value) =>
                    html`<td class=${value === null ? 'none' : `shade${shadeOf(value, most)}`}>
                      ${text(value)}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
  }
}

customElements.define('heat-map', HeatMap)
