import { Plus, X } from 'lucide'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { scheduleTexts } from './texts/texts.ts'
import { cleared, DAYS, MIDNIGHT, minuteOf, painted, timeOf, type Hours } from './week.ts'
import { dayName } from './week-grid.ts'

/** The same week in figures: every interval may be typed, to the minute. `painted` bears the hours. */
export class DayHours extends PanelElement {
  static override properties = {
    hours: { attribute: false },
    place: { attribute: false },
    places: { attribute: false },
    isFixed: { attribute: false },
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      summary {
        padding-block: var(--s2);
        cursor: pointer;
        color: var(--accent);
      }
      .day {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s1) var(--s4);
        align-items: center;
        min-block-size: 44px;
        border-block-start: 1px solid var(--line);
      }
      .name {
        inline-size: 116px;
        text-transform: capitalize;
      }
      .span {
        display: flex;
        align-items: center;
        gap: var(--s1);
      }
      input[type='time'] {
        inline-size: 126px;
      }
    `,
  ]

  declare hours: readonly Hours[]
  declare place: number | null
  declare places: readonly { id: number; name: string }[]
  declare isFixed: boolean

  constructor() {
    super()
    this.hours = []
    this.place = null
    this.places = []
    this.isFixed = false
  }

  protected override content(panel: Panel): unknown {
    const say = scheduleTexts(panel.language)
    return html`<details>
      <summary>${say('inFigures')}</summary>
      ${DAYS.map(
        (day) =>
          html`<div class="day" role="group" aria-label=${dayName(panel, day, 'long')}>
            <span class="name">${dayName(panel, day, 'long')}</span>
            ${this.hours.filter((each) => each.day === day).map((each) => this.#span(panel, each))}
            ${
              this.isFixed
                ? nothing
                : html`<button
                    class="plain"
                    aria-label=${say('addHours')}
                    @click=${() => this.#add(day)}
                  >
                    ${icon(Plus, 16)}
                  </button>`
            }
          </div>`,
      )}
    </details>`
  }

  #span(panel: Panel, hours: Hours): unknown {
    const say = scheduleTexts(panel.language)
    const place = this.places.length > 1 && this.places.find(({ id }) => id === hours.place)
    if (this.isFixed)
      return html`<span>${timeOf(hours.from)}–${timeOf(hours.to)} ${place ? place.name : ''}</span>`
    const input = (name: 'from' | 'to') =>
      html`<input
        type="time"
        aria-label=${say(name)}
        .value=${timeOf(hours[name] % MIDNIGHT)}
        @change=${({ target }: Event) =>
          target instanceof HTMLInputElement && this.#typed(hours, name, target)}
      />`
    return html`<span class="span"
      >${input('from')}–${input('to')}
      ${place ? html`<span class="small">${place.name}</span>` : nothing}
      <button
        class="plain"
        aria-label=${say('removeHours')}
        @click=${() => this.#tell(cleared(this.hours, hours))}
      >
        ${icon(X, 16)}
      </button></span
    >`
  }

  #typed(hours: Hours, name: 'from' | 'to', input: HTMLInputElement): void {
    const typed = minuteOf(input.value)
    // Midnight at the end of a day is its end.
    const minute = name === 'to' && typed === 0 ? MIDNIGHT : typed
    const next = { ...hours, [name]: minute }
    if (!input.value || next.from >= next.to) {
      input.value = timeOf(hours[name] % MIDNIGHT)
      return
    }
    this.#tell(painted(cleared(this.hours, hours), next))
  }

  #add(day: number): void {
    const last = this.hours.findLast((each) => each.day === day)
    const from = last ? Math.min(MIDNIGHT - 60, last.to + 60) : 540
    const to = last ? Math.min(MIDNIGHT, from + 120) : 1080
    this.#tell(painted(this.hours, { day, from, to, place: this.place }))
  }

  #tell(hours: readonly Hours[]): void {
    this.dispatchEvent(new CustomEvent<readonly Hours[]>('painted', { detail: hours }))
  }
}

customElements.define('day-hours', DayHours)
