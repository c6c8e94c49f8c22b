import type { Payment, PaymentRefund } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { html } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { moneyTexts } from './texts/texts.ts'
import '../form/entity-form.ts'
import '../parts/side-panel.ts'

interface Typed extends Record<string, unknown> {
  amount?: number
  reason?: string
  to?: string
}

/** Gives money of a payment back; `refunded` when it is on its way. */
export class RefundDialog extends PanelElement {
  static override properties = { payment: { attribute: false } }

  declare payment: Payment
  #value: Typed | undefined

  protected override content({ language, words }: Panel): unknown {
    const say = moneyTexts(language)
    const { amount, refunded } = this.payment
    this.#value ??= { amount: amount.amount - refunded.amount, to: 'source' }
    return html`<side-panel
      mode="middle"
      heading=${say('refundTitle', { sum: words.money(amount) })}
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      <entity-form
        .schema=${operations.payments.refund.body}
        .fields=${[
          { name: 'amount', label: say('amount'), as: 'money' },
          {
            name: 'to',
            label: say('refundTo'),
            options: [
              { value: 'source', name: say('source') },
              { value: 'wallet', name: say('wallet') },
            ],
          },
          { name: 'reason', label: say('reason'), as: 'long' },
        ]}
        .value=${this.#value}
        .action=${say('doRefund')}
        .save=${(values: Typed) => this.#refund(values)}
      ></entity-form>
    </side-panel>`
  }

  async #refund({ amount, reason = '', to }: Typed): Promise<void> {
    const { api, toast, language } = this.panel
    const { id, version } = this.payment
    const body: PaymentRefund = {
      reason,
      ...(amount === undefined ? {} : { amount }),
      to: to === 'wallet' ? 'wallet' : 'source',
    }
    await api.payments.refund(id, body, { ifMatch: version })
    toast({ text: moneyTexts(language)('refundDone'), tone: 'good' })
    this.dispatchEvent(new CustomEvent('refunded'))
  }
}

customElements.define('refund-dialog', RefundDialog)
