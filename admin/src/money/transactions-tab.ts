import type { LedgerLine, Staff } from '@zapis/sdk'
import { html, type CSSResultGroup } from 'lit'
import { actorName } from '../panel/actor-name.ts'
import { ledgerReason } from '../panel/ledger-reason.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { clientPlace } from '../panel/places.ts'
import { Read } from '../panel/read.ts'
import { hrefOf } from '../panel/router.ts'
import type { Column, Source } from '../parts/data-table.ts'
import { choiceFilter, chosenOf, dateFilter, dateOf } from './filter-bar.ts'
import { moneySheet } from './money-sheet.ts'
import { moneyTexts } from './texts/texts.ts'
import '../parts/data-table.ts'

const types = ['deposit', 'withdraw', 'payment', 'refund', 'correction'] as const

/** The ledger of all clients. */
export class TransactionsTab extends PanelElement {
  static override styles: CSSResultGroup = [PanelElement.styles, moneySheet]

  #asked = ''
  #staff = new Read<Staff[]>(this, () =>
    this.panel.api.staff.list({ archived: true, limit: 100 }).toArray(),
  )
  #source: Source<LedgerLine> | undefined

  protected override panelChanged(panel: Panel): void {
    // Reception does not know the staff: to them it is a number.
    if (panel.may('staff.list') && !this.#staff.value && !this.#staff.isBusy)
      void this.#staff.load()
    const type = chosenOf(panel, 'type', types)
    const from = dateOf(panel, 'from')
    const to = dateOf(panel, 'to')
    const query = { ...(type && { type }), ...(from && { from }), ...(to && { to }) }
    const asked = JSON.stringify(query)
    if (asked === this.#asked) return
    this.#asked = asked
    this.#source = ({ limit, cursor, sort }) =>
      panel.api.transactions.list({
        ...query,
        limit,
        ...(cursor ? { cursor } : {}),
        sort: sort === 'created_at' ? 'created_at' : '-created_at',
      })
  }

  protected override content(panel: Panel): unknown {
    const say = moneyTexts(panel.language)
    return html`<div class="filters">
        ${choiceFilter(panel, {
          name: 'type',
          label: say('type'),
          any: say('anyType'),
          options: types.map((each) => [each, say(each)]),
        })}
        ${dateFilter(panel, 'from', say('from'))} ${dateFilter(panel, 'to', say('to'))}
      </div>
      <data-table
        label=${say('transactions')}
        file="transactions"
        .sort=${'-created_at'}
        .columns=${columnsOf(panel, this.#staff.value)}
        .source=${this.#source}
        .empty=${html`<p>${say('noTransactions')}</p>`}
      ></data-table>`
  }
}

function columnsOf(
  { words, organization, language }: Panel,
  staff: Staff[] | undefined,
): Column<LedgerLine>[] {
  const say = moneyTexts(language)
  return [
    {
      id: 'when',
      name: say('when'),
      cell: ({ created_at }) => words.moment(created_at, organization.time_zone),
      sort: 'created_at',
    },
    {
      id: 'client',
      name: say('client'),
      cell: ({ client_id, client_name }) =>
        html`<a href=${hrefOf(`${clientPlace(client_id)}?tab=wallet`)}
          >${client_name || `№ ${client_id}`}</a
        >`,
      text: ({ client_name }) => client_name,
    },
    { id: 'type', name: say('type'), cell: ({ type }) => say(type) },
    {
      id: 'reason',
      name: say('reason'),
      cell: ({ reason }) => ledgerReason(language, reason),
      isExtra: true,
    },
    {
      id: 'amount',
      name: say('amount'),
      cell: ({ amount }) => `${amount.amount > 0 ? '+' : ''}${words.money(amount)}`,
      align: 'end',
    },
    {
      id: 'after',
      name: say('balanceAfter'),
      cell: ({ balance_after }) => words.money(balance_after),
      align: 'end',
      isExtra: true,
    },
    {
      id: 'actor',
      name: say('actor'),
      cell: ({ actor }) => actorName(language, actor, staff),
      isExtra: true,
    },
  ]
}

customElements.define('transactions-tab', TransactionsTab)
