import type { Payment, PaymentDifference } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import type { Column, DataTable, Source } from '../parts/data-table.ts'
import { moneySheet } from './money-sheet.ts'
import { paymentColumns } from './payment-columns.ts'
import { moneyTexts } from './texts/texts.ts'
import '../form/entity-form.ts'
import '../parts/data-table.ts'
import '../parts/side-panel.ts'
import './refund-dialog.ts'

interface Typed extends Record<string, unknown> {
  note?: string
}

const kinds = {
  missing_here: 'missing_here',
  missing_there: 'missing_there',
  amount: 'differsAmount',
  status: 'differsStatus',
  refunded: 'differsRefunded',
} as const

/** What does not mend itself: payments that nothing takes, and where a provider’s list is not ours. */
export class AttentionTab extends PanelElement {
  static override properties = { settling: { state: true }, refunding: { state: true } }
  static override styles: CSSResultGroup = [PanelElement.styles, moneySheet]

  declare settling: PaymentDifference | undefined
  declare refunding: Payment | undefined
  readonly #begun = {}
  readonly #differences: Source<PaymentDifference> = ({ limit, cursor }) =>
    this.panel.api.payments.differences({ limit, ...(cursor ? { cursor } : {}) })
  readonly #unapplied: Source<Payment> = ({ limit, cursor }) =>
    this.panel.api.payments.list({ status: 'unapplied', limit, ...(cursor ? { cursor } : {}) })

  #again(): void {
    for (const table of this.renderRoot.querySelectorAll<DataTable>('data-table'))
      void table.reload()
  }

  protected override content(panel: Panel): unknown {
    const say = moneyTexts(panel.language)
    return html`<section>
        <h2 class="lead">${say('difference')}</h2>
        <data-table
          label=${say('difference')}
          .columns=${this.#columns(panel)}
          .source=${this.#differences}
          .empty=${html`<p>${say('noDifferences')}</p>`}
        ></data-table>
      </section>
      <section class="part">
        <h2 class="lead">${say('unappliedTitle')}</h2>
        <data-table
          label=${say('unappliedTitle')}
          .columns=${paymentColumns(panel, (payment) => (this.refunding = payment))}
          .source=${this.#unapplied}
          .empty=${html`<p>${say('noUnapplied')}</p>`}
        ></data-table>
      </section>
      ${this.settling ? this.#dialog(this.settling, panel) : nothing}
      ${
        this.refunding
          ? html`<refund-dialog
              .payment=${this.refunding}
              @closed=${() => (this.refunding = undefined)}
              @refunded=${() => {
                this.refunding = undefined
                this.#again()
              }}
            ></refund-dialog>`
          : nothing
      }`
  }

  #columns({ words, organization, language, may }: Panel): Column<PaymentDifference>[] {
    const say = moneyTexts(language)
    const day = (at: string) => words.moment(at, organization.time_zone)
    return [
      { id: 'found', name: say('found'), cell: ({ found_at }) => day(found_at) },
      { id: 'kind', name: say('difference'), cell: ({ kind }) => say(kinds[kind]) },
      {
        id: 'provider',
        name: say('provider'),
        cell: ({ provider, provider_id }) => `${say(provider)} ${provider_id}`,
        isExtra: true,
      },
      { id: 'ours', name: say('ours'), cell: ({ ours }) => ours ?? '' },
      { id: 'theirs', name: say('theirs'), cell: ({ theirs }) => theirs ?? '' },
      {
        id: 'settle',
        name: '',
        cell: (difference) =>
          difference.settled_at
            ? html`<span class="small muted"
                >${say('settledAt', { date: day(difference.settled_at) })}</span
              >`
            : may('payments.settleDifference')
              ? html`<button class="link small" @click=${() => (this.settling = difference)}>
                  ${say('settle')}
                </button>`
              : nothing,
        align: 'end',
      },
    ]
  }

  #dialog(difference: PaymentDifference, { language }: Panel): unknown {
    const say = moneyTexts(language)
    return html`<side-panel
      mode="middle"
      heading=${say('settleTitle')}
      @closed=${() => (this.settling = undefined)}
    >
      <entity-form
        .schema=${operations.payments.settleDifference.body}
        .fields=${[{ name: 'note', label: say('note'), hint: say('settleNote'), as: 'long' }]}
        .value=${this.#begun}
        .action=${say('settle')}
        .save=${({ note = '' }: Typed) => this.#settle(difference, note)}
      ></entity-form>
    </side-panel>`
  }

  async #settle({ id }: PaymentDifference, note: string): Promise<void> {
    const { api, toast, language } = this.panel
    await api.payments.settleDifference(id, { note })
    toast({ text: moneyTexts(language)('settled'), tone: 'good' })
    this.settling = undefined
    this.#again()
  }
}

customElements.define('attention-tab', AttentionTab)
