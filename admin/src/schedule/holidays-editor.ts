import type { Holiday } from '@zapis/sdk'
import { html, nothing, type CSSResultGroup } from 'lit'
import { dateIn } from '../../../widget/src/texts/calendar.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { editorSheet } from './editor-sheet.ts'
import type { OutsideVisit } from './subject.ts'
import { scheduleTexts } from './texts/texts.ts'
import { datesOf, spell, type Mark, type Span } from './year-grid.ts'
import { yearSheet } from './year-sheet.ts'
import { legend, yearTools } from './year-tools.ts'
import './holiday-form.ts'
import './outside-dialog.ts'
import './year-grid.ts'
import type { HolidayWanted } from './holiday-form.ts'

/** A branch’s year: holidays and short days, its own and those of all branches. */
export class HolidaysEditor extends PanelElement {
  static override properties = {
    locationId: { attribute: false },
    year: { state: true },
    span: { state: true },
    thought: { state: true },
    failure: { state: true },
    isBusy: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, editorSheet, yearSheet]

  declare locationId: number
  declare year: number
  declare span: Span | null
  /** What is to be put when the visits that it leaves outside are agreed to. */
  declare thought: { outside: readonly OutsideVisit[]; put: () => void } | null
  declare failure: unknown
  declare isBusy: boolean
  #read = new Read<Holiday[]>(this, () =>
    this.panel.api.holidays
      .list({
        location_id: this.locationId,
        from: `${this.year}-01-01`,
        to: `${this.year}-12-31`,
        limit: 100,
      })
      .toArray(),
  )

  constructor() {
    super()
    this.year = new Date().getFullYear()
    this.span = null
    this.thought = null
    this.isBusy = false
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('locationId') || changed.has('year')) {
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
          ['off', say('closed')],
          ['part', say('shortDay')],
        ])}
      </div>
      <div class="columns">
        <year-grid
          .year=${this.year}
          .marks=${marksOf(panel, value)}
          .span=${this.span}
          .today=${dateIn(Date.now(), panel.organization.time_zone)}
          @chosen=${({ detail }: CustomEvent<Span>) => (this.span = detail)}
          @wiped=${() => this.span && this.#remove(this.#of(value, this.span))}
        ></year-grid>
        <aside>
          ${
            this.span
              ? this.#chosen(panel, value, this.span)
              : html`<p class="muted">${say('chooseHolidays')}</p>`
          }
        </aside>
      </div>
      ${
        this.thought
          ? html`<outside-dialog
              .visits=${this.thought.outside}
              .action=${say('saveAnyway')}
              @agreed=${this.thought.put}
              @closed=${() => (this.thought = null)}
            ></outside-dialog>`
          : nothing
      }`
  }

  #of(all: readonly Holiday[], { from, to }: Span): Holiday[] {
    return all.filter(({ date }) => from <= date && date <= to)
  }

  #chosen(panel: Panel, all: readonly Holiday[], span: Span): unknown {
    const say = scheduleTexts(panel.language)
    const here = this.#of(all, span)
    const isMine = panel.may('holidays.create')
    return html`<div class="card stack">
      <h2>${spell(panel, span, panel.language)}</h2>
      ${
        here.length > 0
          ? html`<ul>
                ${here.map((each) => html`<li>${textOf(panel, each)}</li>`)}
              </ul>
              ${
                isMine
                  ? html`<button class="quiet danger" @click=${() => this.#remove(here)}>
                      ${say('clearDays')}
                    </button>`
                  : nothing
              }`
          : nothing
      }
      ${
        this.failure
          ? html`<p class="notice bad" role="alert">${reasonOf(this.failure, panel.language)}</p>`
          : nothing
      }
      ${
        isMine
          ? html`<holiday-form
              .isBusy=${this.isBusy}
              @wanted=${({ detail }: CustomEvent<HolidayWanted>) => this.#look(span, detail)}
            ></holiday-form>`
          : nothing
      }
    </div>`
  }

  /** First it is asked what would be left outside; with nothing there the days are put at once. */
  async #look(span: Span, wanted: HolidayWanted): Promise<void> {
    await this.#busy(async () => {
      const { opens, closes, isEverywhere } = wanted
      const location_id = isEverywhere ? null : this.locationId
      const plan = { ...span, opens, closes, location_id }
      const { outside } = await this.panel.api.holidays.preview(plan)
      if (outside.length === 0) await this.#put(span, wanted)
      else this.thought = { outside, put: () => void this.#busy(() => this.#put(span, wanted)) }
    })
  }

  /** A day a holiday: those that went in before a refusal stay, and are seen. */
  async #put(span: Span, { isEverywhere, ...wanted }: HolidayWanted): Promise<void> {
    this.thought = null
    const location_id = isEverywhere ? null : this.locationId
    const made: Holiday[] = []
    try {
      for (const date of datesOf(span))
        made.push(await this.panel.api.holidays.create({ ...wanted, date, location_id }))
    } finally {
      await this.#read.load()
    }
    const undo = () => this.#remove(made)
    this.panel.toast({ text: scheduleTexts(this.panel.language)('saved'), undo })
  }

  async #remove(holidays: readonly Holiday[]): Promise<void> {
    if (!this.panel.may('holidays.remove')) return
    await this.#busy(async () => {
      for (const { id } of holidays) await this.panel.api.holidays.remove(id)
      await this.#read.load()
    })
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

function marksOf(panel: Panel, all: readonly Holiday[]): Map<string, Mark> {
  return new Map(
    all.map((each) => [
      each.date,
      { tone: each.opens ? 'part' : 'off', text: textOf(panel, each) } as const,
    ]),
  )
}

function textOf({ language, words, locations }: Panel, each: Holiday): string {
  const say = scheduleTexts(language)
  const hours = each.opens && each.closes ? `${each.opens}–${each.closes}` : say('closed')
  const everywhere = each.location_id == null && locations.length > 1 ? say('everywhere') : ''
  const date = words.day(each.date, { day: 'numeric', month: 'short' })
  return [date, each.name, hours, everywhere].filter(Boolean).join(' · ')
}

customElements.define('holidays-editor', HolidaysEditor)
