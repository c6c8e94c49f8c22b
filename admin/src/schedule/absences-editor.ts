import { html, nothing, type CSSResultGroup } from 'lit'
import { dateIn } from '../../../widget/src/texts/calendar.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { withWanted, without, type Wanted } from './absences.ts'
import { editorSheet } from './editor-sheet.ts'
import {
  leftOutside,
  putSchedule,
  readSchedule,
  type Exception,
  type OutsideVisit,
  type Subject,
} from './subject.ts'
import { scheduleTexts } from './texts/texts.ts'
import { spell, type Mark, type Span } from './year-grid.ts'
import { yearSheet } from './year-sheet.ts'
import { legend, yearTools } from './year-tools.ts'
import './outside-dialog.ts'
import './span-form.ts'
import './year-grid.ts'

/** A specialist’s year: vacations, days off, extra shifts. What is chosen is put at once, after a look at what it leaves outside. */
export class AbsencesEditor extends PanelElement {
  static override properties = {
    specialistId: { attribute: false },
    year: { state: true },
    span: { state: true },
    thought: { state: true },
    failure: { state: true },
    isBusy: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, editorSheet, yearSheet]

  declare specialistId: number
  declare year: number
  declare span: Span | null
  /** What is to be put when the visits that it leaves outside are agreed to. */
  declare thought: { exceptions: Exception[]; outside: readonly OutsideVisit[] } | null
  declare failure: unknown
  declare isBusy: boolean
  #read = new Read<readonly Exception[]>(
    this,
    async () => (await readSchedule(this.panel.api, this.#subject)).exceptions,
  )

  constructor() {
    super()
    this.year = new Date().getFullYear()
    this.span = null
    this.thought = null
    this.isBusy = false
  }

  get #subject(): Subject {
    return { kind: 'specialists', id: this.specialistId }
  }

  get #isMine(): boolean {
    return this.panel.may('specialistSchedule.put')
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('specialistId')) {
      this.span = null
      void this.#read.load()
    }
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
    return html`<div class="row">
        ${yearTools(panel, this.year, (year) => (this.year = year))}
        ${legend([
          ['off', say('legendOff')],
          ['part', say('legendPart')],
          ['more', say('legendMore')],
        ])}
      </div>
      <div class="columns">
        <year-grid
          .year=${this.year}
          .marks=${marksOf(panel, value)}
          .span=${this.span}
          .today=${dateIn(Date.now(), panel.organization.time_zone)}
          @chosen=${({ detail }: CustomEvent<Span>) => (this.span = detail)}
          @wiped=${() => this.#isMine && this.span && this.#try(without(value, this.span))}
        ></year-grid>
        <aside>
          ${
            this.span
              ? this.#chosen(panel, value, this.span)
              : html`<p class="muted">${say(this.#isMine ? 'chooseDays' : 'lookAtDays')}</p>`
          }
        </aside>
      </div>
      ${
        this.thought
          ? html`<outside-dialog
              .visits=${this.thought.outside}
              .action=${say('saveAnyway')}
              @agreed=${() => this.thought && this.#put(this.thought.exceptions)}
              @closed=${() => (this.thought = null)}
            ></outside-dialog>`
          : nothing
      }`
  }

  #chosen(panel: Panel, all: readonly Exception[], span: Span): unknown {
    const here = all.filter(({ date }) => span.from <= date && date <= span.to)
    return html`<div class="card stack">
      <h2>${spell(panel, span, panel.language)}</h2>
      ${
        here.length > 0
          ? html`<ul>
              ${here.slice(0, 31).map((each) => html`<li>${textOf(panel, each, span)}</li>`)}
            </ul>`
          : nothing
      }
      ${this.#isMine ? this.#deeds(panel, all, span, here.length > 0) : nothing}
    </div>`
  }

  #deeds(panel: Panel, all: readonly Exception[], span: Span, isAny: boolean): unknown {
    return html`${
        isAny
          ? html`<button class="quiet danger" @click=${() => this.#try(without(all, span))}>
              ${scheduleTexts(panel.language)('clearDays')}
            </button>`
          : nothing
      }
      ${
        this.failure
          ? html`<p class="notice bad" role="alert">${reasonOf(this.failure, panel.language)}</p>`
          : nothing
      }
      <span-form
        .isBusy=${this.isBusy}
        @wanted=${({ detail }: CustomEvent<Omit<Wanted, 'from' | 'to'>>) =>
          this.#try(withWanted(all, { ...detail, ...span }))}
      ></span-form>`
  }

  async #try(exceptions: Exception[]): Promise<void> {
    await this.#busy(async () => {
      const { api } = this.panel
      const now = await readSchedule(api, this.#subject)
      const outside = await leftOutside(api, this.#subject, { ...now, exceptions }, now)
      if (outside.length > 0) this.thought = { exceptions, outside }
      else await this.#done(exceptions)
    })
  }

  async #put(exceptions: Exception[]): Promise<void> {
    this.thought = null
    await this.#busy(() => this.#done(exceptions))
  }

  async #done(exceptions: Exception[]): Promise<void> {
    const before = [...(this.#read.value ?? [])]
    await this.#send(exceptions)
    this.#read.set(exceptions)
    const undo = async () => {
      await this.#send(before)
      this.#read.set(before)
    }
    this.panel.toast({ text: scheduleTexts(this.panel.language)('saved'), undo })
  }

  /** Exceptions go with the week, which is read for it: it is not changed here. */
  async #send(exceptions: readonly Exception[]): Promise<void> {
    const { periods } = await readSchedule(this.panel.api, this.#subject)
    await putSchedule(this.panel.api, this.#subject, { periods, exceptions }, false)
  }

  async #busy(deed: () => Promise<void>): Promise<void> {
    if (this.isBusy) return
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

function marksOf(panel: Panel, all: readonly Exception[]): Map<string, Mark> {
  const marks = new Map<string, Mark>()
  for (const each of all) {
    const before = marks.get(each.date)
    const tone = each.kind === 'shift' ? 'more' : each.starts === null ? 'off' : 'part'
    const text = [before?.text, textOf(panel, each)].filter(Boolean).join('; ')
    marks.set(each.date, { tone: before?.tone === 'off' ? 'off' : tone, text })
  }
  return marks
}

function textOf(panel: Panel, each: Exception, span?: Span): string {
  const say = scheduleTexts(panel.language)
  const { kind, starts, ends, reason, location_id } = each
  const place = panel.locations.find(({ id }) => id === location_id)?.name
  const parts = [
    span && span.from !== span.to
      ? panel.words.day(each.date, { day: 'numeric', month: 'short' })
      : '',
    say(kind === 'shift' ? 'shift' : starts === null ? 'dayOff' : 'hoursOff'),
    starts && ends ? `${starts}–${ends}` : '',
    panel.locations.length > 1 && place ? place : '',
    reason,
  ]
  return parts.filter(Boolean).join(' · ')
}

customElements.define('absences-editor', AbsencesEditor)
