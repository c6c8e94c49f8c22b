import type { LiabilitiesReport } from '@zapis/sdk'
import { html, type CSSResultGroup } from 'lit'
import { dateIn } from '../../../widget/src/texts/calendar.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { shellTexts } from '../shell/texts/texts.ts'
import type { Column } from '../parts/data-table.ts'
import { dateFilter, dateOf } from './filter-bar.ts'
import { moneySheet } from './money-sheet.ts'
import { moneyTexts } from './texts/texts.ts'
import '../parts/data-table.ts'

type Row = LiabilitiesReport['rows'][number]

/** What is owed at the end of a day: balances, and visits sold but not yet given. */
export class LiabilitiesTab extends PanelElement {
  static override styles: CSSResultGroup = [PanelElement.styles, moneySheet]

  #reports = new Read(this, async (signal) => {
    const to = this.#date(this.panel)
    const ask = (group_by: 'kind' | 'package') =>
      this.panel.api.reports.liabilities({ to, group_by }, { signal })
    const [kinds, packages] = await Promise.all([ask('kind'), ask('package')])
    return { kinds, packages }
  })
  #asked = ''

  #date(panel: Panel): string {
    return dateOf(panel, 'date') ?? dateIn(Date.now(), panel.organization.time_zone)
  }

  protected override panelChanged(panel: Panel): void {
    const asked = `${this.#date(panel)} ${panel.language}`
    if (asked === this.#asked) return
    this.#asked = asked
    void this.#reports.load()
  }

  protected override content(panel: Panel): unknown {
    const say = moneyTexts(panel.language)
    return html`<div class="filters">
        ${dateFilter(panel, 'date', say('asOf'), this.#date(panel))}
      </div>
      <p class="lead">${say('owedToClients')}</p>
      ${this.#shown(panel)}`
  }

  #shown(panel: Panel): unknown {
    const { language, words } = panel
    const say = moneyTexts(language)
    const { value, error } = this.#reports
    if (error)
      return html`<div class="notice bad" role="alert">
        <p>${reasonOf(error, language)}</p>
        <button class="quiet" @click=${() => this.#reports.load()}>
          ${shellTexts(language)('again')}
        </button>
      </div>`
    if (!value) return html`<i class="bone block"></i>`
    const { kinds, packages } = value
    const { value: owed, booked_value: booked, debts = 0 } = kinds.totals
    return html`<dl class="figures">
        <div>
          <dt>${say('value')}</dt>
          <dd>${words.sum(owed, kinds.currency)}</dd>
        </div>
        <div>
          <dt>${say('bookedAhead')}</dt>
          <dd>${words.sum(booked, kinds.currency)}</dd>
        </div>
        <div>
          <dt>${say('debts')}</dt>
          <dd>${words.sum(debts, kinds.currency)}</dd>
        </div>
      </dl>
      <data-table
        label=${say('liabilities')}
        file="liabilities"
        .columns=${columnsOf(panel, kinds.currency)}
        .rows=${kinds.rows}
        .empty=${html`<p>${say('noLiabilities')}</p>`}
      ></data-table>
      ${
        packages.rows.length > 0
          ? html`<section class="part">
              <h2>${say('byPackage')}</h2>
              <data-table
                label=${say('byPackage')}
                file="liabilities-packages"
                .columns=${columnsOf(panel, packages.currency)}
                .rows=${packages.rows}
              ></data-table>
            </section>`
          : ''
      }`
  }
}

function columnsOf({ language, words }: Panel, currency: string): Column<Row>[] {
  const say = moneyTexts(language)
  return [
    { id: 'what', name: say('what'), cell: ({ label }) => label },
    { id: 'count', name: say('count'), cell: ({ values }) => values.count, align: 'end' },
    {
      id: 'visits',
      name: say('visitsLeft'),
      cell: ({ values }) => values.visits_left,
      align: 'end',
      isExtra: true,
    },
    {
      id: 'value',
      name: say('value'),
      cell: ({ values }) => words.sum(values.value, currency),
      align: 'end',
    },
    {
      id: 'booked',
      name: say('bookedAhead'),
      cell: ({ values }) =>
        values.booked > 0 ? `${values.booked} · ${words.sum(values.booked_value, currency)}` : '',
      align: 'end',
      isExtra: true,
    },
  ]
}

customElements.define('liabilities-tab', LiabilitiesTab)
