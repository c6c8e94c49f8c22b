import { Printer } from 'lucide'
import type { Receipt } from '@zapis/sdk'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { hrefOf } from '../panel/router.ts'
import { moneyTexts } from './texts/texts.ts'
import '../parts/client-link.ts'
import '../parts/page-frame.ts'

/** A receipt as it is printed. */
export class ReceiptPage extends PanelElement {
  static override properties = { receiptId: { attribute: false } }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      .receipt {
        max-inline-size: 420px;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: var(--s2) 0;
        border-block-end: 1px solid var(--line);
        text-align: start;
        vertical-align: baseline;
      }
      th {
        font-size: var(--small);
        font-weight: 500;
        color: var(--muted);
      }
      .end {
        text-align: end;
      }
      tfoot td {
        border: 0;
        font-weight: 600;
        font-size: var(--large);
      }
      @media print {
        .receipt {
          border: 0;
          padding: 0;
        }
      }
    `,
  ]

  declare receiptId: number
  #receipt = new Read(this, (signal) => this.panel.api.receipts.get(this.receiptId, { signal }))
  #of: number | undefined

  protected override updated(): void {
    if (this.receiptId === this.#of) return
    this.#of = this.receiptId
    void this.#receipt.load()
  }

  protected override content(panel: Panel): unknown {
    const say = moneyTexts(panel.language)
    const { value: receipt, error } = this.#receipt
    return html`<page-frame heading=${say('receiptNumber', { id: this.receiptId })}>
      <a slot="beside" class="small" href=${hrefOf('money/receipts')}>${say('receipts')}</a>
      <button slot="actions" class="quiet" @click=${() => print()}>
        ${icon(Printer, 16)} ${say('print')}
      </button>
      ${
        error
          ? html`<p class="notice bad" role="alert">${reasonOf(error, panel.language)}</p>`
          : receipt
            ? this.#shown(receipt, panel)
            : html`<i class="bone block"></i>`
      }
    </page-frame>`
  }

  #shown(receipt: Receipt, panel: Panel): unknown {
    const { words, organization, language } = panel
    const say = moneyTexts(language)
    const status = receipt.status === 'failed' ? 'receiptFailed' : receipt.status
    return html`<section class="card stack receipt">
      <div>
        <strong>${organization.name}</strong>
        <p class="muted small">
          ${say(receipt.kind)},
          ${words.date(receipt.created_at, organization.time_zone, {
            dateStyle: 'long',
            timeStyle: 'short',
          })}
        </p>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">${say('item')}</th>
            <th scope="col" class="end">${say('quantity')}</th>
            <th scope="col" class="end">${say('amount')}</th>
          </tr>
        </thead>
        <tbody>
          ${receipt.items.map(
            ({ title, quantity, amount }) =>
              html`<tr>
                <td>${title}</td>
                <td class="end">${quantity}</td>
                <td class="end">${words.money(amount)}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <td colspan="2">${say('net')}</td>
            <td class="end">${words.money(receipt.total)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="small">
        <span class="tag">${say(status)}</span>
        ${receipt.fiscal_number ? `${say('fiscalNumber')}: ${receipt.fiscal_number}` : nothing}
      </p>
      ${receipt.error ? html`<p class="small muted">${receipt.error}</p>` : nothing}
      ${
        receipt.client_id === null
          ? nothing
          : html`<p class="small">
              ${say('client')}: <client-link .clientId=${receipt.client_id}></client-link>
            </p>`
      }
    </section>`
  }
}

customElements.define('receipt-page', ReceiptPage)
