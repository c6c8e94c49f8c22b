import { html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { scheduleTexts } from './texts/texts.ts'
import { cleared, DAYS, MIDNIGHT, painted, shownHours, timeOf, type Hours } from './week.ts'
import { gridSheet } from './week-grid-sheet.ts'

interface Cell {
  day: number
  minute: number
}

/**
 * A week to be painted. A drag paints, or wipes where it began on hours; arrows walk, with Shift they paint, Space turns a cell,
 * Delete wipes the day. `painted` bears the hours.
 */
export class WeekGrid extends PanelElement {
  static override properties = {
    hours: { attribute: false },
    step: { attribute: false },
    place: { attribute: false },
    places: { attribute: false },
    isFixed: { attribute: false },
    isAll: { attribute: false },
    at: { state: true },
    stroke: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, gridSheet]

  declare hours: readonly Hours[]
  /** Length of a cell, minutes. */
  declare step: number
  /** The branch that is painted. */
  declare place: number | null
  /** Branches in the order of their colours. */
  declare places: readonly { id: number; name: string }[]
  declare isFixed: boolean
  declare isAll: boolean
  declare at: Cell
  /** What is being dragged over. */
  declare stroke: { from: Cell; to: Cell; isOn: boolean } | undefined

  constructor() {
    super()
    this.hours = []
    this.step = 30
    this.place = null
    this.places = []
    this.isFixed = false
    this.isAll = false
    this.at = { day: 1, minute: 540 }
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('pointerup', this.#released)
    addEventListener('pointercancel', this.#given)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('pointerup', this.#released)
    removeEventListener('pointercancel', this.#given)
  }

  protected override content(panel: Panel): unknown {
    const say = scheduleTexts(panel.language)
    const shown = this.#shown
    const minutes = []
    for (let minute = shown.from; minute < shown.to; minute += this.step) minutes.push(minute)
    return html`<div
        class="grid"
        role="grid"
        aria-multiselectable="true"
        aria-readonly=${this.isFixed}
        aria-label=${say('week')}
        aria-describedby="how"
        @keydown=${this.#pressed}
        @pointerdown=${this.#began}
        @pointermove=${this.#moved}
      >
        <div role="row" class="head">
          <span role="columnheader" class="corner"><span class="unseen">${say('time')}</span></span>
          ${DAYS.map((day) => html`<span role="columnheader">${dayName(panel, day, 'short')}</span>`)}
        </div>
        ${minutes.map((minute) => this.#row(panel, minute))}
      </div>
      <p id="how" class="unseen">${say('how')}</p>`
  }

  get #shown() {
    const { from, to } = shownHours(this.hours, this.isAll)
    // From midnight the cells of a step of forty minutes still end at midnight.
    return { from: Math.floor(from / this.step) * this.step, to }
  }

  #row(panel: Panel, minute: number): unknown {
    const isHour = minute % 60 === 0
    return html`<div role="row" class=${isHour ? 'hour' : ''}>
      <span role="rowheader"
        >${isHour ? timeOf(minute) : html`<span class="unseen">${timeOf(minute)}</span>`}</span
      >
      ${DAYS.map((day) => this.#cell(panel, { day, minute }))}
    </div>`
  }

  #cell(panel: Panel, cell: Cell): unknown {
    const hours = this.#after.find((each) => isIn(cell, each, this.step))
    const isHere = cell.day === this.at.day && cell.minute === this.at.minute
    const place = this.places.findIndex(({ id }) => id === hours?.place)
    const where = this.places.length > 1 ? this.places[place]?.name : undefined
    const label = [dayName(panel, cell.day, 'long'), timeOf(cell.minute), where]
    const isPart = hours !== undefined && (hours.from > cell.minute || hours.to < this.#endOf(cell))
    return html`<span
      role="gridcell"
      class="cell ${hours ? `on tone-${Math.max(0, place) % 6}` : ''} ${isPart ? 'part' : ''}"
      tabindex=${isHere ? 0 : -1}
      aria-selected=${hours !== undefined}
      aria-label=${label.filter(Boolean).join(' ')}
      data-day=${cell.day}
      data-minute=${cell.minute}
      >${hours && this.#isFirst(cell, hours) ? html`<i>${timeOf(hours.from)}–${timeOf(hours.to)}</i>` : nothing}</span
    >`
  }

  #isFirst({ minute }: Cell, hours: Hours): boolean {
    return Math.floor(Math.max(hours.from, this.#shown.from) / this.step) * this.step === minute
  }

  #endOf({ minute }: Cell): number {
    return Math.min(MIDNIGHT, minute + this.step)
  }

  /** As it will be when the button is let go. */
  get #after(): readonly Hours[] {
    return this.stroke ? this.#with(this.stroke) : this.hours
  }

  #with({ from, to, isOn }: { from: Cell; to: Cell; isOn: boolean }): Hours[] {
    const days = DAYS.filter((day) => between(day, from.day, to.day))
    const first = Math.min(from.minute, to.minute)
    const last = Math.min(MIDNIGHT, Math.max(from.minute, to.minute) + this.step)
    return days.reduce<Hours[]>(
      (hours, day) => {
        const span = { day, from: first, to: last, place: this.place }
        return isOn ? painted(hours, span) : cleared(hours, span)
      },
      [...this.hours],
    )
  }

  /** Hours of the branch that is painted are wiped, those of another give way. */
  #isOn(cell: Cell): boolean {
    const hours = this.hours.find((each) => isIn(cell, each, this.step))
    return hours !== undefined && hours.place === this.place
  }

  #began = (event: PointerEvent): void => {
    const cell = cellOf(event.composedPath())
    if (!cell || this.isFixed || event.button !== 0) return
    // A finger that scrolls is told from one that paints by the browser: cells take no touch scrolling sideways.
    event.preventDefault()
    this.at = cell
    this.stroke = { from: cell, to: cell, isOn: !this.#isOn(cell) }
    this.#focus()
  }

  #moved = (event: PointerEvent): void => {
    if (!this.stroke) return
    const under = this.shadowRoot?.elementFromPoint(event.clientX, event.clientY)
    const cell = under ? cellOf([under]) : undefined
    if (!cell) return
    this.at = cell
    this.stroke = { ...this.stroke, to: cell }
  }

  /** The browser took the finger for scrolling: nothing is painted. */
  #given = (): void => {
    this.stroke = undefined
  }

  #released = (): void => {
    if (!this.stroke) return
    const hours = this.#with(this.stroke)
    this.stroke = undefined
    this.#tell(hours)
  }

  #pressed = (event: KeyboardEvent): void => {
    const steps: Record<string, [number, number]> = {
      ArrowUp: [0, -this.step],
      ArrowDown: [0, this.step],
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
    }
    const step = steps[event.key]
    if (step) this.#walk(step, event.shiftKey && !this.isFixed)
    else if (this.isFixed) return
    else if (event.key === ' ')
      this.#tell(this.#with({ ...this.#here, isOn: !this.#isOn(this.at) }))
    else if (event.key === 'Delete' || event.key === 'Backspace')
      this.#tell(cleared(this.hours, { day: this.at.day, from: 0, to: MIDNIGHT }))
    else return
    event.preventDefault()
  }

  get #here() {
    return { from: this.at, to: this.at }
  }

  #walk([days, minutes]: [number, number], isPainting: boolean): void {
    const { from, to } = this.#shown
    const day = Math.min(7, Math.max(1, this.at.day + days))
    const minute = Math.min(to - this.step, Math.max(from, this.at.minute + minutes))
    const next = { day, minute }
    if (isPainting) this.#tell(this.#with({ from: this.at, to: next, isOn: true }))
    this.at = next
    this.#focus()
  }

  #focus(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus(),
    )
  }

  #tell(hours: readonly Hours[]): void {
    this.hours = hours
    this.dispatchEvent(new CustomEvent<readonly Hours[]>('painted', { detail: hours }))
  }
}

function isIn({ day, minute }: Cell, hours: Hours, step: number): boolean {
  return hours.day === day && hours.from < minute + step && minute < hours.to
}

const between = (value: number, a: number, b: number) =>
  Math.min(a, b) <= value && value <= Math.max(a, b)

function cellOf(path: readonly EventTarget[]): Cell | undefined {
  const element = path.find(
    (each) => each instanceof HTMLElement && each.dataset['minute'] !== undefined,
  )
  if (!(element instanceof HTMLElement)) {
    const [first] = path
    const around = first instanceof Element ? first.closest<HTMLElement>('[data-minute]') : null
    return around ? readCell(around) : undefined
  }
  return readCell(element)
}

const readCell = ({ dataset }: HTMLElement): Cell => ({
  day: Number(dataset['day']),
  minute: Number(dataset['minute']),
})

/** 1 = Monday: a week that had one on the fourth. */
export function dayName({ words }: Panel, day: number, weekday: 'short' | 'long'): string {
  return words.day(`2027-01-${String(day + 3).padStart(2, '0')}`, { weekday })
}

customElements.define('week-grid', WeekGrid)
