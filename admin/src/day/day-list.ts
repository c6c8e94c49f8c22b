import { css, html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import type { ColumnOf } from './shown-day.ts'
import { dayTexts } from './texts/texts.ts'
import type { ShownVisit } from './visit-content.ts'

/** The same visits as lines in the order of time: for phones, and for paper. */
export class DayList extends PanelElement {
  static override properties = { visits: { attribute: false }, columns: { attribute: false } }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      h2 {
        padding-block: var(--s4) var(--s2);
      }
      button {
        display: grid;
        grid-template-columns: 52px 1fr auto;
        gap: 0 var(--s3);
        align-items: baseline;
        inline-size: 100%;
        padding: var(--s2) var(--s3);
        border-inline-start: 4px solid var(--own);
        border-radius: 6px;
        background: color-mix(in oklab, var(--own), var(--raised) 88%);
      }
      li + li {
        margin-block-start: var(--s1);
      }
      .time {
        font-weight: 600;
      }
      .second {
        grid-column: 2 / -1;
      }
      .cancelled strong,
      .expired strong,
      .no_show strong {
        text-decoration: line-through;
      }
    `,
  ]

  declare visits: readonly ShownVisit[]
  declare columns: readonly ColumnOf[]

  protected override content(panel: Panel): unknown {
    const say = dayTexts(panel.language)
    if (this.visits.length === 0) return html`<p class="empty">${say('noVisits')}</p>`
    const dates = [...new Set(this.visits.map(({ from }) => from.slice(0, 10)))].sort()
    return dates.map((date) => {
      const those = this.visits
        .filter(({ from }) => from.startsWith(date))
        .toSorted((a, b) => a.from.localeCompare(b.from))
      return html`${
          dates.length > 1
            ? html`<h2>
                ${panel.words.day(date, { weekday: 'short', day: 'numeric', month: 'long' })}
              </h2>`
            : nothing
        }
        <ul>
          ${those.map((visit) => this.#line(visit))}
        </ul>`
    })
  }

  #line(visit: ShownVisit): unknown {
    const column = this.columns.find(({ id }) => id === visit.columnId)
    const open = () => this.dispatchEvent(new CustomEvent('visit-picked', { detail: visit.id }))
    return html`<li>
      <button class=${visit.status} .style=${`--own: ${visit.colour}`} @click=${open}>
        <span class="time">${visit.from.slice(11)}</span>
        <strong>${visit.name}</strong>
        <span class="small">${visit.statusText}</span>
        <span class="second small muted"
          >${[visit.service, column?.name, visit.beside].filter(Boolean).join(' · ')}</span
        >
      </button>
    </li>`
  }
}

customElements.define('day-list', DayList)
