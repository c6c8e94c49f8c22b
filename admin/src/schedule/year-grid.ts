import { css, html, nothing, type CSSResultGroup } from 'lit'
import { addDays, firstWeekday, weeksOf } from '../../../widget/src/texts/calendar.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { scheduleTexts } from './texts/texts.ts'

/** How a date stands out, and why. */
export interface Mark {
  tone: 'off' | 'part' | 'more'
  text: string
}

export interface Span {
  from: string
  to: string
}

/**
 * A year, month by month, of which a span of dates is chosen: by a drag, by Shift and arrows, or by a press and a press with Shift.
 * `chosen` bears it.
 */
export class YearGrid extends PanelElement {
  static override properties = {
    year: { attribute: false },
    marks: { attribute: false },
    span: { attribute: false },
    today: {},
    at: { state: true },
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      .year {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(212px, 1fr));
        gap: var(--s6) var(--s6);
        user-select: none;
      }
      h2 {
        margin: 0 0 var(--s2);
        font-size: var(--size);
        font-weight: 600;
        text-transform: capitalize;
      }
      [role='row'] {
        display: grid;
        grid-template-columns: repeat(7, minmax(0, 1fr));
      }
      [role='columnheader'] {
        text-align: center;
        font-size: 11px;
        color: var(--muted);
      }
      [role='gridcell'] {
        display: grid;
        place-items: center;
        block-size: 28px;
        border-radius: 6px;
        font-size: var(--small);
        cursor: pointer;
        touch-action: pan-y;
      }
      .empty-cell {
        cursor: default;
      }
      [role='gridcell'][data-date]:hover {
        background: var(--wash);
      }
      .today {
        font-weight: 700;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .off {
        background: color-mix(in oklab, var(--danger), var(--paper) 78%);
      }
      .part {
        background: color-mix(in oklab, var(--caution), var(--paper) 76%);
      }
      .more {
        background: color-mix(in oklab, var(--accent), var(--paper) 74%);
      }
      [aria-selected='true'] {
        border-radius: 0;
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      @media (pointer: coarse) {
        [role='gridcell'] {
          block-size: 40px;
        }
      }
    `,
  ]

  declare year: number
  /** What stands out, by date. */
  declare marks: ReadonlyMap<string, Mark>
  declare span: Span | null
  declare today: string
  /** Where the keys are, and where a stroke began. */
  declare at: string
  #anchor = ''
  #isDragging = false

  constructor() {
    super()
    this.marks = new Map()
    this.span = null
    this.today = ''
    this.at = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('pointerup', this.#released)
    addEventListener('pointercancel', this.#released)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('pointerup', this.#released)
    removeEventListener('pointercancel', this.#released)
  }

  #released = (): void => {
    this.#isDragging = false
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('.today')?.scrollIntoView({ block: 'nearest' })
  }

  protected override content(panel: Panel): unknown {
    const first = firstWeekday(panel.words.tag)
    const months = Array.from(
      { length: 12 },
      (_, index) => `${this.year}-${String(index + 1).padStart(2, '0')}`,
    )
    return html`<div
      class="year"
      @keydown=${this.#pressed}
      @pointerdown=${this.#began}
      @pointermove=${this.#moved}
    >
      ${months.map((month) => this.#month(panel, month, first))}
    </div>`
  }

  #month(panel: Panel, month: string, first: number): unknown {
    const { words } = panel
    const name = words.day(`${month}-01`, { month: 'long' })
    const weeks = weeksOf(month, first)
    return html`<section>
      <h2>${name}</h2>
      <div role="grid" aria-multiselectable="true" aria-label=${`${name} ${this.year}`}>
        <div role="row">
          ${weeks[0]?.map(
            (date) =>
              html`<span role="columnheader">${words.day(date, { weekday: 'short' })}</span>`,
          )}
        </div>
        ${weeks.map(
          (week) =>
            html`<div role="row">${week.map((date) => this.#day(panel, month, date))}</div>`,
        )}
      </div>
    </section>`
  }

  #day(panel: Panel, month: string, date: string): unknown {
    if (!date.startsWith(month)) return html`<span role="gridcell" class="empty-cell"></span>`
    const mark = this.marks.get(date)
    const isIn = this.span !== null && this.span.from <= date && date <= this.span.to
    const focused =
      this.at || (this.today.startsWith(String(this.year)) ? this.today : `${this.year}-01-01`)
    const label = [panel.words.day(date, { day: 'numeric', month: 'long' }), mark?.text]
    return html`<span
      role="gridcell"
      class="${mark?.tone ?? ''} ${date === this.today ? 'today' : ''}"
      tabindex=${date === focused ? 0 : -1}
      aria-selected=${isIn}
      aria-label=${label.filter(Boolean).join(', ')}
      title=${mark?.text ?? nothing}
      data-date=${date}
      >${Number(date.slice(8))}</span
    >`
  }

  #began = (event: PointerEvent): void => {
    const date = dateOf(event.target)
    if (!date || event.button !== 0) return
    event.preventDefault()
    this.#isDragging = true
    if (event.shiftKey && this.#anchor) this.#choose(this.#anchor, date)
    else {
      this.#anchor = date
      this.#choose(date, date)
    }
    this.#focus(date)
  }

  #moved = (event: PointerEvent): void => {
    if (!this.#isDragging) return
    const date = dateOf(this.shadowRoot?.elementFromPoint(event.clientX, event.clientY) ?? null)
    if (date && date !== this.at) {
      this.at = date
      this.#choose(this.#anchor, date)
    }
  }

  #pressed = (event: KeyboardEvent): void => {
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key]
    const here = dateOf(event.target)
    if (!here) return
    if (event.key === 'Enter' || event.key === ' ') this.#choose((this.#anchor = here), here)
    else if (event.key === 'Delete' || event.key === 'Backspace')
      this.dispatchEvent(new CustomEvent('wiped'))
    else if (days === undefined) return
    else this.#walk(here, addDays(here, days), event.shiftKey)
    event.preventDefault()
  }

  #walk(here: string, date: string, isChoosing: boolean): void {
    if (!date.startsWith(String(this.year))) return
    if (!isChoosing) this.#anchor = date
    else {
      if (!this.span || !this.#anchor) this.#anchor = here
      this.#choose(this.#anchor, date)
    }
    this.#focus(date)
  }

  #choose(a: string, b: string): void {
    this.span = a < b ? { from: a, to: b } : { from: b, to: a }
    this.dispatchEvent(new CustomEvent<Span>('chosen', { detail: this.span }))
  }

  #focus(date: string): void {
    this.at = date
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus(),
    )
  }
}

function dateOf(target: EventTarget | null): string | undefined {
  return target instanceof Element
    ? target.closest<HTMLElement>('[data-date]')?.dataset['date']
    : undefined
}

/** Every date of a span. */
export function datesOf({ from, to }: Span): string[] {
  const dates = []
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date)
  return dates
}

export function spell({ words }: Panel, { from, to }: Span, language: Panel['language']): string {
  if (from === to) return words.day(from, { day: 'numeric', month: 'long', weekday: 'long' })
  const count = datesOf({ from, to }).length
  const short = { day: 'numeric', month: 'long' } as const
  return `${words.day(from, short)} – ${words.day(to, short)}, ${scheduleTexts(language)('days', { count })}`
}

customElements.define('year-grid', YearGrid)
