import type { Payment } from '@zapis/sdk'
import { html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import type { DataTable, Source } from '../parts/data-table.ts'
import { choiceFilter, chosenOf } from './filter-bar.ts'
import { moneySheet } from './money-sheet.ts'
import { paymentColumns } from './payment-columns.ts'
import { moneyTexts } from './texts/texts.ts'
import '../parts/data-table.ts'
import './refund-dialog.ts'

const statuses = ['succeeded', 'refunded', 'unapplied', 'pending', 'failed', 'cancelled'] as const

/** Money from outside: at the desk and by card; given back from here. */
export class PaymentsTab extends PanelElement {
  static override properties = { refunded: { state: true } }
  static override styles: CSSResultGroup = [PanelElement.styles, moneySheet]

  declare refunded: Payment | undefined
  #asked: string | undefined
  #source: Source<Payment> | undefined
  #leave: (() => void) | undefined

  protected override panelChanged(panel: Panel): void {
    this.#leave ??= panel.live.on(['payment.'], () => this.refunded ?? this.#again())
    const status = chosenOf(panel, 'status', statuses)
    if ((status ?? '') === this.#asked) return
    this.#asked = status ?? ''
    this.#source = ({ limit, cursor }) =>
      panel.api.payments.list({
        ...(status ? { status } : {}),
        limit,
        ...(cursor ? { cursor } : {}),
      })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave?.()
    this.#leave = undefined
  }

  #again(): void {
    void this.renderRoot.querySelector<DataTable>('data-table')?.reload()
  }

  protected override content(panel: Panel): unknown {
    const say = moneyTexts(panel.language)
    const close = () => (this.refunded = undefined)
    return html`<div class="filters">
        ${choiceFilter(panel, {
          name: 'status',
          label: say('status'),
          any: say('anyStatus'),
          options: statuses.map((each) => [each, say(each === 'refunded' ? 'isRefunded' : each)]),
        })}
      </div>
      <data-table
        label=${say('payments')}
        file="payments"
        .columns=${paymentColumns(panel, (payment) => (this.refunded = payment))}
        .source=${this.#source}
        .empty=${html`<p>${say('noPayments')}</p>`}
      ></data-table>
      ${
        this.refunded
          ? html`<refund-dialog
              .payment=${this.refunded}
              @closed=${close}
              @refunded=${() => {
                close()
                this.#again()
              }}
            ></refund-dialog>`
          : nothing
      }`
  }
}

customElements.define('payments-tab', PaymentsTab)
