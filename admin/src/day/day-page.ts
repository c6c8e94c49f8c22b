import type { Agenda, Appointment } from '@zapis/sdk'
import { html, nothing, type CSSResultGroup } from 'lit'
import { addDays, dateIn, firstWeekday, weekdayOf } from '../../../widget/src/texts/calendar.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { zoneOf } from '../panel/zone-of.ts'
import { addShortcuts } from '../panel/shortcuts.ts'
import { shellTexts } from '../shell/texts/texts.ts'
import { askedOf, type Asked } from './asked.ts'
import { loadCatalogue, type Catalogue } from './catalogue.ts'
import type { DroppedVisit } from './day-calendar.ts'
import { countedVisits, headingOf } from './day-head.ts'
import { dayKeys } from './day-keys.ts'
import { dayOver, type Refused } from './day-over.ts'
import { daySheet } from './day-sheet.ts'
import { dayShown } from './day-shown.ts'
import { awaited, dayTools, placeChoice } from './day-tools.ts'
import { dayView, readDayView, type DayView } from './day-view.ts'
import { minutesOf, moveVisit, type Place } from './move.ts'
import { columnsOf, type By, type ColumnOf } from './shown-day.ts'
import { whoOf } from './shown-visits.ts'
import { dayTexts } from './texts/texts.ts'
import { isAboutTime, whyNot } from './why-not.ts'
import { instantOf } from './zone.ts'
import '../parts/page-frame.ts'
import './day-list.ts'

/** The first screen: the branch’s day or week, live. */
export class DayPage extends PanelElement {
  static override properties = {
    isCalendarHere: { state: true },
    asked: { state: true },
    shown: { state: true },
    refused: { state: true },
    leaving: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, daySheet]

  declare isCalendarHere: boolean
  /** A time was pressed: who is to come? */
  declare asked: Asked | null
  /** The visit whose card is open. */
  declare shown: number | null
  declare refused: Refused | null
  /** Visits that are being cancelled. */
  declare leaving: ReadonlySet<number>
  #view: DayView | undefined
  #asking = ''
  #spoken: Panel['language'] | undefined
  #leave: (() => void)[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #catalogue = new Read<Catalogue>(this, () => loadCatalogue(this.panel.api))
  #agenda = new Read<Agenda>(this, (signal) => {
    const { from, to } = this.#range
    const location_id = this.panel.location?.id ?? 0
    return this.panel.api.agenda.get({ location_id, from, to }, { signal })
  })

  constructor() {
    super()
    this.isCalendarHere = false
    this.asked = null
    this.shown = null
    this.refused = null
    this.leaving = new Set()
  }

  get #zone(): string {
    return this.panel.location?.time_zone ?? this.panel.organization.time_zone
  }

  get #range(): { from: string; to: string } {
    const { date = '', view } = this.#view ?? {}
    if (view !== 'week') return { from: date, to: date }
    const first = firstWeekday(this.panel.words.tag)
    const from = addDays(date, -((weekdayOf(date) - first + 7) % 7))
    return { from, to: addDays(from, 6) }
  }

  protected override panelChanged(panel: Panel): void {
    if (panel.route.area !== 'day') return
    this.#view = readDayView(panel.route, dateIn(Date.now(), this.#zone))
    if (panel.language !== this.#spoken) this.#begin(panel)
    const { from, to } = this.#range
    const asking = [panel.location?.id, from, to, panel.language].join()
    if (asking === this.#asking || !panel.location) return
    if (!this.#asking.endsWith(panel.language)) void this.#catalogue.load()
    this.#asking = asking
    void this.#agenda.load()
  }

  /** Anew in another language: the names of the keys are in it. */
  #begin(panel: Panel): void {
    this.#end()
    this.#spoken = panel.language
    void import('./day-calendar.ts').then(() => {
      this.isCalendarHere = true
      // Whoever presses a time types at once: the dialog is there before.
      return Promise.all([import('./book-dialog.ts'), import('./visit-card.ts')])
    })
    this.#leave = [
      panel.live.on(['appointment.', 'schedule.'], () => this.#lookAgain()),
      addShortcuts(
        dayKeys(panel.language, {
          book: () => this.#ask(null, null, 'specialists'),
          go: (changes) => this.#go(changes),
          step: (direction) => this.#step(direction),
        }),
      ),
    ]
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#end()
    this.#asking = ''
  }

  #end(): void {
    for (const leave of this.#leave) leave()
    this.#leave = []
    this.#spoken = undefined
  }

  #booked(): void {
    this.asked = null
    if (this.#view?.client) this.#go({ client: null })
    this.#lookAgain()
  }

  #lookAgain(): void {
    clearTimeout(this.#timer)
    // Several events of one deed are one look.
    this.#timer = setTimeout(() => void this.#agenda.load(), 150)
  }

  #go(changes: Partial<DayView>): void {
    if (this.#view) void this.panel.go(dayView({ ...this.#view, ...changes }))
  }

  #step(direction: 1 | -1): void {
    const { date = '', view } = this.#view ?? {}
    this.#go({ date: addDays(date, direction * (view === 'week' ? 7 : 1)) })
  }

  /** What is known of a changed visit is shown at once; the stream brings the rest. */
  #changed = (after: Appointment): void => {
    const agenda = this.#agenda.value
    if (!agenda) return
    const visits = agenda.visits.map((visit) => (visit.id === after.id ? after : visit))
    this.#agenda.set({ ...agenda, visits })
    this.#lookAgain()
  }

  protected override content(panel: Panel): unknown {
    const say = dayTexts(panel.language)
    const view = this.#view
    if (!panel.location)
      return html`<page-frame .heading=${say('day')}
        ><p class="empty">${say('noLocation')}</p></page-frame
      >`
    if (!view) return nothing
    return html`<page-frame .heading=${headingOf(panel.words, this.#range)}>
        ${placeChoice(panel)} ${countedVisits(panel, this.#agenda.value)}
        ${dayTools({
          panel,
          view,
          people: this.#people(panel),
          go: (changes) => this.#go(changes),
          step: (direction) => this.#step(direction),
          book: () => this.#ask(null, null, 'specialists'),
        })}
        ${awaited(panel, view, () => this.#go({ client: null }))} ${this.#failed(panel)}
        ${this.#shown(panel, view)}
      </page-frame>
      ${this.#over(panel)}`
  }

  #failed({ language }: Panel): unknown {
    const error = this.#agenda.error ?? this.#catalogue.error
    if (!error) return nothing
    return html`<div class="notice bad" role="alert">
      <p>${reasonOf(error, language)}</p>
      <button class="quiet" @click=${() => this.#agenda.load()}>
        ${shellTexts(language)('again')}
      </button>
    </div>`
  }

  /** Whose week may be looked at. */
  #people({ language, location }: Panel): ColumnOf[] {
    const [agenda, catalogue] = [this.#agenda.value, this.#catalogue.value]
    if (!agenda || !catalogue || this.#view?.view !== 'week') return []
    const noRoom = dayTexts(language)('noRoom')
    return columnsOf(agenda, catalogue, {
      by: 'specialists',
      locationId: location?.id ?? 0,
      noRoom,
    })
  }

  #shown(panel: Panel, view: DayView): unknown {
    return dayShown({
      panel,
      view,
      from: this.#range.from,
      agenda: this.#agenda.value,
      catalogue: this.#catalogue.value,
      isCalendarHere: this.isCalendarHere,
      leaving: this.leaving,
      ask: ({ wall, columnId }, by) => this.#ask(wall, columnId, by),
      open: (id) => void import('./visit-card.ts').then(() => (this.shown = id)),
      drop: (dropped, by) => void this.#dropped(dropped, by),
    })
  }

  #ask(wall: string | null, columnId: number | null, by: By): void {
    if (!this.panel.may('appointments.create') || !this.#view) return
    const asked = askedOf(this.panel, this.#view, { wall, columnId, by })
    void import('./book-dialog.ts').then(() => (this.asked = asked))
  }

  async #dropped({ id, from, until, columnId, revert }: DroppedVisit, by: By): Promise<void> {
    const visit = this.#agenda.value?.visits.find((each) => each.id === id)
    if (!visit) return
    const to: Place = { starts_at: instantOf(from, this.#zone) }
    if (until) to.duration_min = minutesOf({ ...to, ends_at: instantOf(until, this.#zone) })
    if (columnId && by === 'specialists') to.specialist_id = columnId
    if (columnId && by === 'rooms') to.workplace_id = columnId
    if (!(await this.#move(visit, to))) revert()
  }

  async #move(
    visit: Appointment,
    to: Place & { force?: boolean; reason?: string },
  ): Promise<boolean> {
    const options = {
      name: whoOf(this.#agenda.value, visit, this.panel.language),
      zone: zoneOf(this.panel, visit),
      changed: this.#changed,
    }
    try {
      await moveVisit(this.panel, visit, to, options)
      this.refused = null
      return true
    } catch (error) {
      if (isAboutTime(error)) await this.#explain(error, visit, to)
      else this.panel.refused(error)
      this.#lookAgain()
      return false
    }
  }

  async #explain(error: unknown, visit: Appointment, to: Place): Promise<void> {
    const wish = {
      locationId: visit.location_id,
      serviceId: visit.service_id,
      specialistId: to.specialist_id ?? visit.specialist_id,
      startsAt: to.starts_at,
      appointmentId: visit.id,
      durationMin: to.duration_min,
    }
    await import('./refusal-dialog.ts')
    const zone = zoneOf(this.panel, visit)
    this.refused = { visit, to, refusal: await whyNot(this.panel.api, error, wish, zone) }
  }

  #setLeaving(id: number, isLeaving: boolean): void {
    const leaving = new Set(this.leaving)
    if (isLeaving) leaving.add(id)
    else leaving.delete(id)
    this.leaving = leaving
    if (!isLeaving) this.#lookAgain()
  }

  #over(panel: Panel): unknown {
    const catalogue = this.#catalogue.value
    if (!catalogue) return nothing
    return dayOver({
      panel,
      catalogue,
      zone: this.#zone,
      asked: this.asked,
      shown: this.shown,
      refused: this.refused,
      move: (visit, to) => this.#move(visit, to),
      changed: this.#changed,
      leaving: (id, isLeaving) => this.#setLeaving(id, isLeaving),
      booked: () => this.#booked(),
      close: () => Object.assign(this, { asked: null, shown: null, refused: null }),
    })
  }
}

customElements.define('day-page', DayPage)
