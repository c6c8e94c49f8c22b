import type { Client, WalletTransaction } from '@zapis/sdk'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { ledgerReason } from '../panel/ledger-reason.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import type { Column, DataTable, Source } from '../parts/data-table.ts'
import { clientTexts } from './texts/texts.ts'
import type { Deed } from './transaction-form.ts'
import '../parts/data-table.ts'
import './transaction-form.ts'

/** The balance and every line that made it; lines are added, never changed. */
export class WalletTab extends PanelElement {
  static override properties = { client: { attribute: false }, deed: { state: true } }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        align-items: center;
        margin-block-end: var(--s4);
      }
      .balance {
        font-size: var(--display);
        font-weight: 600;
        line-height: 1.1;
      }
      .owes {
        color: var(--danger);
      }
    `,
  ]

  declare client: Client
  declare deed: Deed | undefined
  #wallet = new Read(this, (signal) => this.panel.api.clients.wallet(this.client.id, { signal }))
  #of: number | undefined
  #source: Source<WalletTransaction> | undefined
  #leave: (() => void) | undefined

  protected override panelChanged({ live }: Panel): void {
    this.#leave ??= live.on(['wallet.'], () => this.#again())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave?.()
    this.#leave = undefined
  }

  protected override updated(): void {
    if (this.client.id === this.#of) return
    const { id } = this.client
    this.#of = id
    this.#source = ({ limit, cursor }) =>
      this.panel.api.clients.transactions(id, { limit, ...(cursor ? { cursor } : {}) })
    void this.#wallet.load()
  }

  #again(): void {
    void this.#wallet.load()
    void this.renderRoot.querySelector<DataTable>('data-table')?.reload()
  }

  protected override content(panel: Panel): unknown {
    const say = clientTexts(panel.language)
    return html`${this.#head(panel)}
      <data-table
        label=${say('tabWallet')}
        file="wallet-${this.client.id}"
        .columns=${this.#columns(panel)}
        .source=${this.#source}
        .empty=${html`<p>${say('noLines')}</p>`}
      ></data-table>
      ${
        this.deed
          ? html`<transaction-form
              .client=${this.client}
              .deed=${this.deed}
              @closed=${() => (this.deed = undefined)}
              @added=${() => {
                this.deed = undefined
                this.#again()
              }}
            ></transaction-form>`
          : nothing
      }`
  }

  #head(panel: Panel): unknown {
    const { words, language, me } = panel
    const say = clientTexts(language)
    const { value: wallet, error } = this.#wallet
    if (error)
      return html`<div class="notice bad" role="alert"><p>${reasonOf(error, language)}</p></div>`
    if (!wallet) return html`<div class="head"><i class="bone balance">&nbsp;</i></div>`
    const { balance, credit_limit } = wallet
    const isDesk = me.role === 'reception'
    const button = (deed: Deed, text: string, kind = 'quiet') =>
      html`<button class=${kind} @click=${() => (this.deed = deed)}>${text}</button>`
    return html`<div class="head">
      <div>
        <div class="balance ${balance.amount < 0 ? 'owes' : ''}">${words.money(balance)}</div>
        ${
          credit_limit.amount > 0
            ? html`<div class="small muted">
                ${say('creditLimit', { sum: words.money(credit_limit) })}
              </div>`
            : nothing
        }
      </div>
      <span class="space"></span>
      ${
        this.client.erased_at
          ? nothing
          : html`${button({ type: 'deposit' }, say('doDeposit'), 'main')}
            ${
              isDesk
                ? nothing
                : html`${button({ type: 'payment' }, say('doPayment'))}
                  ${button({ type: 'withdraw' }, say('doWithdraw'))}
                  ${button({ type: 'correction' }, say('doCorrection'))}`
            }`
      }
    </div>`
  }

  #columns(panel: Panel): Column<WalletTransaction>[] {
    const { words, organization, me } = panel
    const say = clientTexts(panel.language)
    const signed = ({ amount }: WalletTransaction) =>
      `${amount.amount > 0 ? '+' : ''}${words.money(amount)}`
    const isDesk = me.role === 'reception'
    return [
      {
        id: 'when',
        name: say('when'),
        cell: ({ created_at }) => words.moment(created_at, organization.time_zone),
      },
      { id: 'type', name: say('operation'), cell: ({ type }) => say(type) },
      {
        id: 'reason',
        name: say('reason'),
        cell: ({ reason }) => ledgerReason(panel.language, reason),
        isExtra: true,
      },
      { id: 'amount', name: say('amount'), cell: signed, align: 'end' },
      {
        id: 'after',
        name: say('balanceAfter'),
        cell: ({ balance_after }) => words.money(balance_after),
        align: 'end',
        isExtra: true,
      },
      ...(isDesk || this.client.erased_at
        ? []
        : [
            {
              id: 'deeds',
              name: '',
              cell: (line: WalletTransaction) => this.#deeds(line, panel),
              text: () => '',
              align: 'end' as const,
            },
          ]),
    ]
  }

  /** A payment may be given back, any line corrected; a package’s money goes back with the package. */
  #deeds(line: WalletTransaction, { language }: Panel): unknown {
    const say = clientTexts(language)
    const isRefundable = line.type === 'payment' && line.client_package_id === null
    return html`${
        isRefundable
          ? html`<button class="link small" @click=${() => (this.deed = { type: 'refund', line })}>
              ${say('doRefund')}
            </button>`
          : nothing
      }
      <button class="link small" @click=${() => (this.deed = { type: 'correction', line })}>
        ${say('doCorrection')}
      </button>`
  }
}

customElements.define('wallet-tab', WalletTab)
