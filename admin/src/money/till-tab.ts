import { ChevronLeft, ChevronRight, Printer } from 'lucide'
import type { RevenueReport } from '@zapis/sdk'
import { html, type CSSResultGroup } from 'lit'
import { addDays, dateIn } from '../../../widget/src/texts/calendar.ts'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { withQuery } from '../panel/query.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { shellTexts } from '../shell/texts/texts.ts'
import type { Column } from '../parts/data-table.ts'
import { choiceFilter, dateFilter, dateOf } from './filter-bar.ts'
import { moneySheet } from './money-sheet.ts'
import { moneyTexts, type MoneyKey } from './texts/texts.ts'
import '../parts/data-table.ts'

type Row = RevenueReport['rows'][number]

const figures: readonly (readonly [
  'for_visits' | 'for_packages' | 'for_balances' | 'received' | 'refunded' | 'net',
  MoneyKey,
])[] = [
  ['for_visits', 'forVisits'],
  ['for_packages', 'forPackages'],
  ['for_balances', 'forBalances'],
  ['received', 'received'],
  ['refunded', 'refunded'],
  ['net', 'net'],
]

/** What came and went on a day, by how: what has to lie in the till. */
export class TillTab extends PanelElement {
  static override styles: CSSResultGroup = [PanelElement.styles, moneySheet]

  #report = new Read(this, (signal) => {
    const { date, branch } = this.#wanted(this.panel)
    return this.panel.api.reports.revenue(
      {
        from: date,
        to: date,
        group_by: 'method',
        ...(branch === undefined ? {} : { location_id: branch }),
      },
      { signal },
    )
  })
  #asked = ''
  #leave: (() => void) | undefined

  #wanted(panel: Panel): { date: string; branch: number | undefined } {
    const { organization, route } = panel
    const branch = Number(route.query.get('branch'))
    return {
      date: dateOf(panel, 'date') ?? dateIn(Date.now(), organization.time_zone),
      branch: branch > 0 ? branch : undefined,
    }
  }

  protected override panelChanged(panel: Panel): void {
    this.#leave ??= panel.live.on(['payment.', 'wallet.'], () => void this.#report.load())
    const asked = JSON.stringify([this.#wanted(panel), panel.language])
    if (asked === this.#asked) return
    this.#asked = asked
    void this.#report.load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave?.()
    this.#leave = undefined
  }

  protected override content(panel: Panel): unknown {
    const say = moneyTexts(panel.language)
    const { date, branch } = this.#wanted(panel)
    const go = (day: string) =>
      void panel.go(withQuery(panel.route, { date: day }), { replace: true })
    const branchName = panel.locations.find(({ id }) => id === branch)?.name ?? say('allBranches')
    return html`<div class="filters">
        <button
          class="plain"
          aria-label=${say('previousDay')}
          @click=${() => go(addDays(date, -1))}
        >
          ${icon(ChevronLeft)}
        </button>
        ${dateFilter(panel, 'date', say('date'), date)}
        <button class="plain" aria-label=${say('nextDay')} @click=${() => go(addDays(date, 1))}>
          ${icon(ChevronRight)}
        </button>
        <button class="quiet" @click=${() => go('')}>${say('today')}</button>
        ${choiceFilter(panel, {
          name: 'branch',
          label: say('branch'),
          any: say('allBranches'),
          options: panel.locations.map(({ id, name }) => [String(id), name]),
        })}
        <span class="space"></span>
        <button class="quiet" @click=${() => print()}>${icon(Printer, 16)} ${say('print')}</button>
      </div>
      <p class="lead">${say('tillText')}</p>
      <div class="paper">
        <h2>${say('till')}, ${panel.words.day(date, { dateStyle: 'full' })}</h2>
        <p>${panel.organization.name}, ${branchName}</p>
        <p class="small">
          ${say('printedAt', {
            at: panel.words.moment(Date.now(), panel.organization.time_zone),
            who: panel.me.name || panel.me.email,
          })}
        </p>
      </div>
      ${this.#shown(panel, date)}`
  }

  #shown(panel: Panel, date: string): unknown {
    const { language, words } = panel
    const say = moneyTexts(language)
    const { value: report, error } = this.#report
    if (error)
      return html`<div class="notice bad" role="alert">
        <p>${reasonOf(error, language)}</p>
        <button class="quiet" @click=${() => this.#report.load()}>
          ${shellTexts(language)('again')}
        </button>
      </div>`
    if (!report) return html`<i class="bone block"></i>`
    const all: Row = { key: 'all', label: say('all'), values: report.totals }
    return html`<dl class="figures">
        ${(['received', 'refunded', 'net'] as const).map(
          (name) =>
            html`<div>
              <dt>${say(name)}</dt>
              <dd data-figure=${name}>${words.sum(report.totals[name], report.currency)}</dd>
            </div>`,
        )}
      </dl>
      ${
        report.rows.length > 0
          ? html`<data-table
              label=${say('till')}
              file="till-${date}"
              .columns=${columnsOf(panel, report.currency)}
              .rows=${[...report.rows, all]}
            ></data-table>`
          : html`<div class="empty"><p>${say('nothingThatDay')}</p></div>`
      }`
  }
}

function columnsOf({ language, words }: Panel, currency: string): Column<Row>[] {
  const say = moneyTexts(language)
  return [
    {
      id: 'method',
      name: say('method'),
      cell: ({ key, label }) => (key === 'all' ? html`<strong>${label}</strong>` : label),
      text: ({ label }) => label,
    },
    ...figures.map(([name, key]): Column<Row> => ({
      id: name,
      name: say(key),
      cell: ({ values }) => words.sum(values[name], currency),
      align: 'end',
      isExtra: name.startsWith('for_'),
    })),
  ]
}

customElements.define('till-tab', TillTab)
