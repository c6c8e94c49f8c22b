import {
  createCalendar,
  destroyCalendar,
  Interaction,
  ResourceTimeGrid,
  TimeGrid,
  type Calendar,
} from '@event-calendar/core'
import calendarCss from '@event-calendar/core/index.css'
import { html, LitElement, unsafeCSS, type CSSResultGroup } from 'lit'
import { ground, tokens } from '../../../widget/src/design/tokens.ts'
import { panelSheet } from '../design/panel-sheet.ts'
import { calendarSheet } from './calendar-sheet.ts'
import { firstDayOf, nameOf, visitOf, wallIn } from './calendar-values.ts'
import { showChanges, shownOf, type Shown } from './event-changes.ts'
import { neighbourOf } from './neighbour.ts'
import type { ColumnOf, Shade } from './shown-day.ts'
import { visitContent, type ShownVisit } from './visit-content.ts'
import { clockOf } from './zone.ts'

const tableNames = ['role', 'aria-colindex', 'aria-rowindex', 'aria-colcount', 'aria-rowcount']
const tableWords = ':is([role], [aria-colindex], [aria-rowindex])'

export interface DroppedVisit {
  id: number
  /** The new start, a wall. */
  from: string
  /** The new end, a wall, of one whose length was changed. */
  until: string | null
  /** The column it was dropped in; null where there are no columns, in a week. */
  columnId: number | null
  /** Puts it back where it was. */
  revert(): void
}

export interface PickedTime {
  wall: string
  columnId: number | null
}

/**
 * The calendar of a day or a week, over a library: it shows what it is given and tells what is wanted (`time-picked`,
 * `visit-picked`, `visit-dropped`). Times are walls of the branch.
 */
export class DayCalendar extends LitElement {
  static override properties = {
    view: {},
    date: {},
    columns: { attribute: false },
    visits: { attribute: false },
    shades: { attribute: false },
    hours: { attribute: false },
    offset: {},
    tag: {},
    isEditable: { attribute: false },
    firstDay: { attribute: false },
    label: {},
  }
  static override styles: CSSResultGroup = [
    tokens,
    ground,
    panelSheet,
    unsafeCSS(calendarCss),
    calendarSheet,
  ]

  declare view: 'day' | 'week'
  declare date: string
  declare columns: readonly ColumnOf[]
  declare visits: readonly ShownVisit[]
  declare shades: readonly Shade[]
  /** Minutes of the day. */
  declare hours: { from: number; to: number }
  /** Of the branch from UTC, `+03:00`: where the line of now stands. */
  declare offset: string
  /** Language of dates. */
  declare tag: string
  declare isEditable: boolean
  /** 1 = Monday … 7 = Sunday. */
  declare firstDay: number
  /** For screen readers. */
  declare label: string
  #calendar: Calendar | undefined
  #isDragging = false
  #shown: Shown = new Map()
  #shownColumns = ''
  #watch = new MutationObserver(() => this.#plain())

  override connectedCallback(): void {
    super.connectedCallback()
    this.addEventListener('keydown', this.#pressed)
    this.addEventListener('pointerdown', this.#held)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.removeEventListener('keydown', this.#pressed)
    this.removeEventListener('pointerdown', this.#held)
    removeEventListener('pointercancel', this.#let)
    this.#watch.disconnect()
    if (this.#calendar) void destroyCalendar(this.#calendar)
    this.#calendar = undefined
  }

  protected override render(): unknown {
    return html`<div class="place" role="region" aria-label=${this.label}></div>`
  }

  protected override updated(changed: Map<string, unknown>): void {
    const place = this.renderRoot.querySelector('.place')
    if (!this.#calendar && place) {
      this.#calendar = createCalendar(
        place,
        [TimeGrid, ResourceTimeGrid, Interaction],
        this.#options(),
      )
      this.#shown = shownOf(this.#events(), this.tag)
      this.#shownColumns = JSON.stringify(this.columns)
      this.#plain()
      this.#watch.observe(place, { childList: true, subtree: true })
      return
    }
    if (!this.#calendar) return
    this.#showEvents(this.#calendar)
    const columns = JSON.stringify(this.columns)
    if (columns !== this.#shownColumns) this.#calendar.setOption('resources', this.#resources())
    this.#shownColumns = columns
    const { slotMinTime, slotMaxTime, view, timeZone, locale, editable, date } = this.#options()
    const told = { slotMinTime, slotMaxTime, timeZone, locale, editable, date, view }
    if (['view', 'date', 'hours', 'offset', 'tag', 'isEditable'].some((name) => changed.has(name)))
      for (const [name, value] of Object.entries(told))
        if (this.#calendar.getOption(nameOf(name)) !== value)
          this.#calendar.setOption(nameOf(name), value)
  }

  #options(): Calendar.Options {
    return {
      view: this.view === 'day' ? 'resourceTimeGridDay' : 'timeGridWeek',
      date: this.date,
      timeZone: this.offset,
      locale: this.tag,
      firstDay: firstDayOf(this.firstDay),
      resources: this.#resources(),
      events: this.#events(),
      editable: this.isEditable,
      eventDurationEditable: false,
      allDaySlot: false,
      nowIndicator: true,
      pointer: true,
      slotEventOverlap: false,
      height: '100%',
      headerToolbar: { start: '', center: '', end: '' },
      slotMinTime: clockOf(this.hours.from),
      slotMaxTime: clockOf(this.hours.to),
      slotDuration: '00:30',
      snapDuration: '00:15',
      slotLabelInterval: '01:00',
      slotHeight: 36,
      columnWidth: this.view === 'day' ? 'minmax(136px, 1fr)' : 'minmax(110px, 1fr)',
      slotLabelFormat: { hour: '2-digit', minute: '2-digit' },
      dayHeaderFormat: { weekday: 'short', day: 'numeric', month: 'short' },
      eventDragMinDistance: 4,
      // Words that nobody sees: the visit has its own. For hundreds of them `Intl` takes longer than a drag may.
      eventTimeFormat: () => '',
      // On the root they change the cursor of all that is inside, one element after another.
      theme: (theme) => ({ ...theme, dragging: '', resizingY: '' }),
      eventContent: ({ event }) => this.#content(event),
      eventDragStart: () => this.#taken(),
      eventDragStop: () => this.#let(),
      eventResizeStart: () => this.#taken(),
      eventResizeStop: () => this.#let(),
      dateClick: ({ date, resource }) =>
        this.#tell<PickedTime>('time-picked', {
          wall: wallIn(date),
          columnId: resource ? Number(resource.id) : null,
        }),
      eventDrop: ({ event, newResource, revert }) =>
        this.#tell<DroppedVisit>('visit-dropped', {
          id: Number(event.id),
          from: wallIn(event.start),
          until: null,
          columnId: newResource ? Number(newResource.id) : null,
          revert,
        }),
      eventResize: ({ event, revert }) =>
        this.#tell<DroppedVisit>('visit-dropped', {
          id: Number(event.id),
          from: wallIn(event.start),
          until: wallIn(event.end),
          columnId: null,
          revert,
        }),
    }
  }

  /** The free time under the pointer is looked for with every step of it; whose visit is held looks for the new time alone. */
  #held = (event: PointerEvent): void => {
    if (visitOf(event) === undefined) return
    this.#calendar?.setOption('pointer', false)
    for (const end of ['pointerup', 'pointercancel'])
      addEventListener(end, this.#released, { once: true })
  }
  #released = (): void => void this.#calendar?.setOption('pointer', true)

  #taken(): void {
    this.#isDragging = true
    // A drag that the system breaks off has no stop of its own.
    addEventListener('pointercancel', this.#let)
  }

  #let = (): void => {
    removeEventListener('pointercancel', this.#let)
    this.#isDragging = false
    this.requestUpdate('visits')
  }

  #tell<Detail>(name: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent<Detail>(name, { detail }))
  }

  #resources(): Calendar.ResourceInput[] {
    return this.columns.map(({ id, name }) => ({ id, title: name }))
  }

  #events(): Calendar.EventInput[] {
    const shades = this.shades.map(
      ({ columnId, from, to, kind, text }, at): Calendar.EventInput => ({
        id: `shade-${at}`,
        start: `${from}:00`,
        end: `${to}:00`,
        resourceIds: [columnId],
        display: 'background',
        title: text,
        classNames: [kind],
      }),
    )
    const visits = this.visits.map((visit): Calendar.EventInput => ({
      id: visit.id,
      start: `${visit.from}:00`,
      end: `${visit.to}:00`,
      resourceIds: [visit.columnId],
      startEditable: visit.isMovable,
      durationEditable: visit.isResizable,
      classNames: ['visit', visit.status, `visit-${visit.id}`],
      styles: [`--own: ${visit.colour}`],
      extendedProps: { visit },
    }))
    return [...shades, ...visits]
  }

  #content({ id, title }: Calendar.Event): Calendar.Content {
    const visit = this.visits.find((each) => String(each.id) === id)
    if (!visit) return title
    const where = this.columns.find((column) => column.id === visit.columnId)?.name ?? ''
    const open = () => this.#tell('visit-picked', visit.id)
    return { domNodes: [visitContent(visit, where, open)] }
  }

  /** What is the same stays as it is, and nothing changes under a finger that drags. */
  #showEvents(calendar: Calendar): void {
    if (this.#isDragging) return
    const events = this.#events()
    const before = this.#shown
    this.#shown = shownOf(events, this.tag)
    showChanges(calendar, events, before, this.#shown)
  }

  /** The library calls its grid a table without rows; its columns are said by each visit instead. */
  #plain(): void {
    for (const each of this.renderRoot.querySelectorAll(`.ec${tableWords}, .ec ${tableWords}`))
      for (const name of tableNames) each.removeAttribute(name)
  }

  /** Arrow keys walk among visits. */
  #pressed = (event: KeyboardEvent): void => {
    const id = visitOf(event)
    if (id === undefined) return
    const order = this.columns.map((column) => column.id)
    const next = neighbourOf(this.visits, order, Number(id), event.key)
    if (next === undefined) return
    event.preventDefault()
    this.focusVisit(next)
  }

  /** The first visit, when none is named. */
  focusVisit(id?: number): void {
    const name = id === undefined ? '[data-visit]' : `[data-visit="${id}"]`
    const found = this.renderRoot.querySelector<HTMLElement>(name)
    found?.focus()
    found?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
}

customElements.define('day-calendar', DayCalendar)
