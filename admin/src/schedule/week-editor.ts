import { addDays, dateIn } from '../../../widget/src/texts/calendar.ts'
import { html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import {
  leftOutside,
  putSchedule,
  readSchedule,
  type OutsideVisit,
  type Schedule,
  type Subject,
} from './subject.ts'
import { scheduleTexts } from './texts/texts.ts'
import { copied, periodOn, split, type Hours, type Period } from './week.ts'
import { brushes, inAll, periodTabs, stepOf, takeWeek, validity } from './week-tools.ts'
import { editorSheet } from './editor-sheet.ts'
import './copy-day.ts'
import './day-hours.ts'
import './outside-dialog.ts'
import './week-grid.ts'

/** The weeks of a branch or a specialist, one for each span of dates, painted and put as a whole. */
export class WeekEditor extends PanelElement {
  static override properties = {
    kind: {},
    subjectId: { attribute: false },
    others: { attribute: false },
    periods: { state: true },
    at: { state: true },
    place: { state: true },
    isAll: { state: true },
    isBusy: { state: true },
    failure: { state: true },
    outside: { state: true },
    isCopying: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, editorSheet]

  declare kind: Subject['kind']
  declare subjectId: number
  declare others: readonly { id: number; name: string }[]
  declare periods: readonly Period[]
  declare at: number
  declare place: number | null
  declare isAll: boolean
  declare isBusy: boolean
  declare failure: unknown
  /** What the weeks would leave outside: asked about before they are put. */
  declare outside: readonly OutsideVisit[] | null
  declare isCopying: boolean
  #saved: readonly Period[] = []
  #letGo: (() => void) | undefined
  #read = new Read<Schedule>(this, async () => {
    const schedule = await readSchedule(this.panel.api, this.#subject)
    this.#begin(schedule.periods)
    return schedule
  })

  constructor() {
    super()
    this.others = []
    this.periods = []
    this.at = 0
    this.place = null
    this.isAll = false
    this.isBusy = false
    this.outside = null
    this.isCopying = false
  }

  get #subject(): Subject {
    return { kind: this.kind, id: this.subjectId }
  }

  get #isChanged(): boolean {
    return JSON.stringify(this.periods) !== JSON.stringify(this.#saved)
  }

  get #isMine(): boolean {
    const isPlace = this.kind === 'locations'
    return this.panel.may(isPlace ? 'locationSchedule.put' : 'specialistSchedule.put')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#letGo?.()
    this.#letGo = undefined
  }

  protected override panelChanged(panel: Panel): void {
    this.#letGo ??= panel.guard(() => this.isConnected && this.#isChanged && !this.isBusy)
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('kind') || changed.has('subjectId')) void this.#read.load()
  }

  #begin(periods: readonly Period[]): void {
    const { location, organization } = this.panel
    this.#saved = periods
    this.periods = periods
    this.at = periodOn(periods, dateIn(Date.now(), location?.time_zone ?? organization.time_zone))
    const used = periods[this.at]?.hours[0]?.place
    this.place = this.kind === 'specialists' ? (used ?? location?.id ?? null) : null
    this.failure = undefined
  }

  get #period(): Period {
    return this.periods[this.at] ?? { validFrom: null, validTo: null, hours: [] }
  }

  #set(changes: Partial<Period>): void {
    this.periods = this.periods.map((each, index) =>
      index === this.at ? { ...each, ...changes } : each,
    )
  }

  protected override content(panel: Panel): unknown {
    const say = scheduleTexts(panel.language)
    const { value, error } = this.#read
    if (error)
      return html`<div class="notice bad" role="alert">
        <p>${reasonOf(error, panel.language)}</p>
        <button class="quiet" @click=${() => this.#read.load()}>${say('again')}</button>
      </div>`
    if (!value) return html`<p><i class="bone tall"></i></p>`
    return html`${periodTabs(panel, this.periods, this.at, (at) => (this.at = at))}
      ${this.#tools(panel)}
      <week-grid
        .hours=${this.#period.hours}
        .step=${stepOf(panel, this.kind === 'locations' ? this.subjectId : this.place)}
        .place=${this.place}
        .places=${this.kind === 'specialists' ? panel.locations : []}
        .isFixed=${!this.#isMine}
        .isAll=${this.isAll}
        @painted=${({ detail }: CustomEvent<readonly Hours[]>) => this.#set({ hours: detail })}
      ></week-grid>
      <p class="small muted">${this.#isMine ? say('how') : ''}</p>
      <day-hours
        .hours=${this.#period.hours}
        .place=${this.place}
        .places=${this.kind === 'specialists' ? panel.locations : []}
        .isFixed=${!this.#isMine}
        @painted=${({ detail }: CustomEvent<readonly Hours[]>) => this.#set({ hours: detail })}
      ></day-hours>
      ${this.#isMine ? this.#foot(panel) : nothing} ${this.#dialogs(panel)}`
  }

  #tools(panel: Panel): unknown {
    const say = scheduleTexts(panel.language)
    const isWide = this.isAll
    const isInBranches = this.kind === 'specialists' && panel.locations.length > 1
    const others = this.others.filter(({ id }) => id !== this.subjectId)
    return html`<div class="row tools">
      ${
        isInBranches && this.#isMine
          ? brushes(panel, this.place, (place) => (this.place = place))
          : nothing
      }
      <button class="quiet" aria-pressed=${isWide} @click=${() => (this.isAll = !isWide)}>
        ${say('allHours')}
      </button>
      ${
        this.#isMine
          ? html`<button class="quiet" @click=${() => (this.isCopying = true)}>
                ${say('copyDay')}
              </button>
              ${takeWeek(panel, others, (id) => void this.#take(id))}`
          : nothing
      }
      <span class="space"></span>
      <span class="muted small" role="status">${inAll(panel, this.#period.hours)}</span>
    </div>`
  }

  async #take(id: number): Promise<void> {
    try {
      const { periods } = await readSchedule(this.panel.api, { kind: this.kind, id })
      const today = dateIn(Date.now(), this.panel.organization.time_zone)
      const before = this.#period.hours
      this.#set({ hours: periods[periodOn(periods, today)]?.hours ?? [] })
      const text = scheduleTexts(this.panel.language)('taken')
      this.panel.toast({ text, undo: () => this.#set({ hours: before }) })
    } catch (error) {
      this.panel.refused(error)
    }
  }

  #foot(panel: Panel): unknown {
    const say = scheduleTexts(panel.language)
    return html`${
        this.failure
          ? html`<p class="notice bad" role="alert">${reasonOf(this.failure, panel.language)}</p>`
          : nothing
      }
      <footer>
        ${validity(panel, this.#period, (changes) => this.#set(changes))}
        <button class="quiet" @click=${() => this.#divide()}>${say('newPeriod')}</button>
        ${
          this.periods.length > 1
            ? html`<button class="quiet danger" @click=${() => this.#drop()}>
                ${say('dropPeriod')}
              </button>`
            : nothing
        }
        <span class="space"></span>
        ${
          this.#isChanged
            ? html`<button class="quiet" @click=${() => this.#begin(this.#saved)}>
                ${say('revert')}
              </button>`
            : nothing
        }
        <button
          class="main"
          aria-disabled=${this.isBusy || !this.#isChanged}
          @click=${() => this.#try()}
        >
          ${say('save')}
        </button>
      </footer>`
  }

  #divide(): void {
    const today = dateIn(Date.now(), this.panel.organization.time_zone)
    const next = addDays(this.#period.validFrom ?? today, 7)
    const from = this.#period.validFrom && next < today ? today : next
    this.periods = split(this.periods, this.at, { from, dayBefore: addDays(from, -1) })
    this.at++
  }

  #drop(): void {
    this.periods = this.periods.filter((_, index) => index !== this.at)
    this.at = Math.max(0, this.at - 1)
  }

  #dialogs(panel: Panel): unknown {
    if (this.isCopying)
      return html`<copy-day
        .hours=${this.#period.hours}
        @copied=${({ detail }: CustomEvent<{ from: number; onto: number[] }>) => {
          this.#set({ hours: copied(this.#period.hours, detail.from, detail.onto) })
          this.isCopying = false
        }}
        @closed=${() => (this.isCopying = false)}
      ></copy-day>`
    if (!this.outside) return nothing
    return html`<outside-dialog
      .visits=${this.outside}
      .action=${scheduleTexts(panel.language)('saveAnyway')}
      @agreed=${() => this.#put()}
      @closed=${() => (this.outside = null)}
    ></outside-dialog>`
  }

  /** First it is asked what would be left outside; with nothing there the weeks are put at once. */
  async #try(): Promise<void> {
    if (this.isBusy || !this.#isChanged) return
    await this.#busy(async () => {
      const { periods } = this
      const now = { periods: this.#saved }
      const outside = await leftOutside(this.panel.api, this.#subject, { periods }, now)
      if (outside.length > 0) this.outside = outside
      else await this.#send(periods)
    })
  }

  async #put(): Promise<void> {
    this.outside = null
    await this.#busy(() => this.#send(this.periods))
  }

  async #send(periods: readonly Period[]): Promise<void> {
    const { panel } = this
    const before = this.#saved
    await putSchedule(panel.api, this.#subject, { periods }, false)
    this.#saved = periods
    const undo = async () => {
      await putSchedule(panel.api, this.#subject, { periods: before }, false)
      this.#begin(before)
    }
    panel.toast({ text: scheduleTexts(panel.language)('saved'), undo })
  }

  async #busy(deed: () => Promise<void>): Promise<void> {
    this.isBusy = true
    this.failure = undefined
    try {
      await deed()
    } catch (error) {
      this.failure = error
    } finally {
      this.isBusy = false
    }
  }
}

customElements.define('week-editor', WeekEditor)
