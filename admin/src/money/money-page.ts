import { html, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import type { Tab } from '../parts/tab-strip.ts'
import { moneySheet } from './money-sheet.ts'
import { moneyTexts } from './texts/texts.ts'
import '../parts/page-frame.ts'
import '../parts/tab-strip.ts'
import './attention-tab.ts'
import './liabilities-tab.ts'
import './payments-tab.ts'
import './receipt-page.ts'
import './receipts-tab.ts'
import './till-tab.ts'
import './transactions-tab.ts'
import './unpaid-tab.ts'

/** `money/till` and so on, each a tab; `money/receipts/7` is a receipt to print. */
export class MoneyPage extends PanelElement {
  static override styles: CSSResultGroup = [PanelElement.styles, moneySheet]

  protected override content(panel: Panel): unknown {
    const say = moneyTexts(panel.language)
    const tabs = tabsOf(panel)
    const [asked = '', step = ''] = panel.route.rest
    if (asked === 'receipts' && /^\d{1,10}$/.test(step))
      return html`<receipt-page .receiptId=${Number(step)}></receipt-page>`
    const chosen = tabs.find(({ id }) => id === asked)?.id ?? tabs[0]?.id ?? ''
    return html`<page-frame heading=${say('money')}>
      <tab-strip
        .tabs=${tabs}
        .chosen=${chosen}
        label=${say('money')}
        @chosen=${({ detail }: CustomEvent<string>) => panel.go(`money/${detail}`)}
      ></tab-strip>
      <section class="shown">${shownTab(chosen)}</section>
    </page-frame>`
  }
}

function tabsOf({ language, may }: Panel): Tab[] {
  const say = moneyTexts(language)
  const tab = (id: Parameters<typeof say>[0], isOffered: boolean): Tab[] =>
    isOffered ? [{ id, name: say(id) }] : []
  return [
    ...tab('till', may('reports.revenue')),
    ...tab('unpaid', true),
    ...tab('transactions', may('transactions.list')),
    ...tab('payments', may('payments.list')),
    ...tab('receipts', may('receipts.list')),
    ...tab('attention', may('payments.differences')),
    ...tab('liabilities', may('reports.liabilities')),
  ]
}

function shownTab(chosen: string): unknown {
  switch (chosen) {
    case 'till':
      return html`<till-tab></till-tab>`
    case 'transactions':
      return html`<transactions-tab></transactions-tab>`
    case 'payments':
      return html`<payments-tab></payments-tab>`
    case 'receipts':
      return html`<receipts-tab></receipts-tab>`
    case 'attention':
      return html`<attention-tab></attention-tab>`
    case 'liabilities':
      return html`<liabilities-tab></liabilities-tab>`
    default:
      return html`<unpaid-tab></unpaid-tab>`
  }
}

customElements.define('money-page', MoneyPage)
