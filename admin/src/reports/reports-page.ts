import { Download, Printer } from 'lucide'
import { html, type CSSResultGroup } from 'lit'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { shellTexts } from '../shell/texts/texts.ts'
import { loadNames } from '../panel/names.ts'
import { csvOf, download } from '../words/csv.ts'
import { beforeOf, readWish, type Wish } from './asked.ts'
import { comparedLines } from './compared.ts'
import { reportFilters } from './report-filters.ts'
import { reportSheet } from './report-sheet.ts'
import type { Report } from './figures.ts'
import { plans } from './plans.ts'
import { reportTexts } from './texts/texts.ts'
import '../parts/page-frame.ts'
import '../parts/tab-strip.ts'
import './report-view.ts'

interface Answer {
  wish: Wish
  report: Report
  before: Report | undefined
}

/** `reports/revenue` and so on; period, comparison and grouping are in the address. */
export class ReportsPage extends PanelElement {
  static override styles: CSSResultGroup = [PanelElement.styles, reportSheet]

  #names = new Read(this, () => loadNames(this.panel.api, this.panel.language))
  #answer = new Read<Answer>(this, async (signal) => {
    const { panel } = this
    const wish = readWish(panel)
    const { reports } = panel.api
    const earlier = beforeOf(wish)
    const [report, before] = await Promise.all([
      wish.plan.load(reports, wish.asked, wish.group, signal),
      earlier && wish.plan.load(reports, earlier, wish.group, signal),
    ])
    return { wish, report, before }
  })
  #asked = ''

  protected override panelChanged(panel: Panel): void {
    if (!this.#names.value && !this.#names.isBusy) void this.#names.load()
    const asked = `${panel.route.path} ${panel.language}`
    if (panel.route.area !== 'reports' || asked === this.#asked) return
    this.#asked = asked
    void this.#answer.load()
  }

  protected override content(panel: Panel): unknown {
    const say = reportTexts(panel.language)
    const wish = readWish(panel)
    return html`<page-frame heading=${say('reports')}>
      <button slot="actions" class="quiet" @click=${() => print()}>
        ${icon(Printer, 16)} ${say('print')}
      </button>
      <button slot="actions" class="quiet" @click=${() => this.#save(wish)}>
        ${icon(Download, 16)} ${say('csv')}
      </button>
      <tab-strip
        .tabs=${plans.map(({ id, name }) => ({ id, name: say(name) }))}
        .chosen=${wish.plan.id}
        label=${say('reports')}
        @chosen=${({ detail }: CustomEvent<string>) => this.#open(detail)}
      ></tab-strip>
      ${reportFilters(panel, wish, this.#names.value)}
      <p class="about">${say(wish.plan.about)}</p>
      ${this.#shown(panel)}
    </page-frame>`
  }

  /** Another report of the same period. */
  #open(id: string): void {
    const { route, go } = this.panel
    const query = new URLSearchParams(route.query)
    query.delete('group')
    const text = query.toString()
    void go(`reports/${id}${text && `?${text}`}`)
  }

  #shown({ language }: Panel): unknown {
    const { value: answer, error, isBusy } = this.#answer
    if (error)
      return html`<div class="notice bad" role="alert">
        <p>${reasonOf(error, language)}</p>
        <button class="quiet" @click=${() => this.#answer.load()}>
          ${shellTexts(language)('again')}
        </button>
      </div>`
    if (!answer)
      return html`<div class="stack" aria-busy="true">
        <i class="bone heads"></i><i class="bone chart"></i>
      </div>`
    const { wish, report, before } = answer
    return html`<report-view
      class=${isBusy ? 'stale' : ''}
      .plan=${wish.plan}
      .group=${wish.group}
      .report=${report}
      .earlier=${before}
    ></report-view>`
  }

  #compared(): string | null {
    const { value: answer, isBusy } = this.#answer
    if (!answer?.before || isBusy || answer.wish.plan.as === 'cohorts') return null
    const say = reportTexts(this.panel.language)
    const { report, before: earlier, wish } = answer
    return csvOf(
      comparedLines({
        report,
        earlier,
        columns: report.columns,
        group: wish.group,
        total: say('total'),
        nameBefore: (name) => say('earlier', { name }),
      }),
    )
  }

  /** As the server makes it: money in major units, for a spreadsheet; what is compared is put together here. */
  async #save({ plan, asked, group }: Wish): Promise<void> {
    const { api, refused } = this.panel
    try {
      const text = this.#compared() ?? (await plan.csv(api.reports, asked, group))
      if (typeof text === 'string') download(`${plan.id}-${asked.from}-${asked.to}.csv`, text)
    } catch (error) {
      refused(error)
    }
  }
}

customElements.define('reports-page', ReportsPage)
