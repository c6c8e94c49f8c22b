import { html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import { nameIn } from '../panel/names.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { heatOf, shadeOf, type Figure, type Row } from './figures.ts'
import { shadedTable, shades } from './shades.ts'
import { shown } from './show.ts'
import { reportTexts } from './texts/texts.ts'

/** A figure by weekday and hour, of all or of each room: a table whose cells are the darker, the more. */
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

  #rooms = new Read(this, () =>
    this.panel.api.workplaces.list({ archived: true, limit: 100 }).toArray(),
  )

  protected override willUpdate(changed: Map<string, unknown>): void {
    const isOfRooms = this.rows.some(({ key }) => /^\d+-\d-/.test(key))
    // A read asks for an update: not within one.
    if (changed.has('rows') && isOfRooms) void this.updateComplete.then(() => this.#rooms.load())
  }

  #nameOf(id: number, { language }: Panel): string {
    const room = this.#rooms.value?.find((each) => each.id === id)
    return room ? nameIn(room, language) : ''
  }

  protected override content(panel: Panel): unknown {
    const { language, words } = panel
    const say = reportTexts(language)
    const { name, unit, label } = this.figure
    const { hours, rooms } = heatOf(this.rows, name)
    const most = Math.max(0, ...rooms.flatMap(({ days }) => days.flat()).map((each) => each ?? 0))
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
        ${rooms.map(
          ({ room, days }) =>
            html`<tbody>
              ${
                room === null
                  ? nothing
                  : html`<tr>
                      <th scope="rowgroup" colspan=${hours.length + 1}>
                        ${this.#nameOf(room, panel)}
                      </th>
                    </tr>`
              }
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
            </tbody>`,
        )}
      </table>
    </div>`
  }
}

customElements.define('heat-map', HeatMap)
