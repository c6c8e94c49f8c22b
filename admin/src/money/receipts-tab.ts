import type { Receipt } from '@zapis/sdk'
import { html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { hrefOf } from '../panel/router.ts'
import type { Column, DataTable, Source } from '../parts/data-table.ts'
import { choiceFilter, chosenOf } from './filter-bar.ts'
import { moneySheet } from './money-sheet.ts'
import { moneyTexts } from './texts/texts.ts'
import '../parts/client-link.ts'
import '../parts/data-table.ts'

const statuses = ['queued', 'sent', 'registered', 'failed'] as const

/** Fiscal documents, and those that wait for somebody. */
export class ReceiptsTab extends PanelElement {
  static override styles: CSSResultGroup = [PanelElement.styles, moneySheet]

  #asked: string | undefined
  #source: Source<Receipt> | undefined

  protected override panelChanged(panel: Panel): void {
    const status = chosenOf(panel, 'status', statuses)
    if ((status ?? '') === this.#asked) return
    this.#asked = status ?? ''
    this.#source = ({ limit, cursor }) =>
      panel.api.receipts.list({
        ...(status ? { status } : {}),
        limit,
        ...(cursor ? { cursor } : {}),
      })
  }

  protected override content(panel: Panel): unknown {
    const say = moneyTexts(panel.language)
    return html`<div class="filters">
        ${choiceFilter(panel, {
          name: 'status',
          label: say('status'),
          any: say('anyStatus'),
          options: statuses.map((each) => [each, say(each === 'failed' ? 'receiptFailed' : each)]),
        })}
      </div>
      <data-table
        label=${say('receipts')}
        file="receipts"
        .columns=${this.#columns(panel)}
        .source=${this.#source}
        .isPressable=${true}
        .empty=${html`<p>${say('noReceipts')}</p>`}
        @row-chosen=${({ detail }: CustomEvent<Receipt>) => panel.go(`money/receipts/${detail.id}`)}
      ></data-table>`
  }

  #columns({ words, organization, language, may }: Panel): Column<Receipt>[] {
    const say = moneyTexts(language)
    const status = (receipt: Receipt) =>
      say(receipt.status === 'failed' ? 'receiptFailed' : receipt.status)
    const retry = async (event: Event, receipt: Receipt) => {
      // The row under it leads to the receipt.
      event.stopPropagation()
      await this.#retry(receipt)
    }
    return [
      {
        id: 'when',
        name: say('when'),
        cell: ({ created_at }) => words.moment(created_at, organization.time_zone),
      },
      {
        id: 'id',
        name: say('receipt'),
        cell: ({ id }) =>
          html`<a href=${hrefOf(`money/receipts/${id}`)}>${say('receiptNumber', { id })}</a>`,
        text: ({ id }) => String(id),
      },
      { id: 'kind', name: say('kind'), cell: ({ kind }) => say(kind), isExtra: true },
      {
        id: 'client',
        name: say('client'),
        cell: ({ client_id }) =>
          client_id === null ? '' : html`<client-link .clientId=${client_id}></client-link>`,
        text: ({ client_id }) => String(client_id ?? ''),
        isExtra: true,
      },
      {
        id: 'status',
        name: say('status'),
        cell: (receipt) =>
          html`<span class="tag" title=${receipt.error ?? ''}>${status(receipt)}</span> ${
              receipt.status === 'failed' && may('receipts.retry')
                ? html`<button class="link small" @click=${(event: Event) => retry(event, receipt)}>
                    ${say('retry')}
                  </button>`
                : nothing
            }`,
        text: status,
      },
      { id: 'total', name: say('amount'), cell: ({ total }) => words.money(total), align: 'end' },
    ]
  }

  async #retry({ id }: Receipt): Promise<void> {
    const { api, toast, refused, language } = this.panel
    try {
      await api.receipts.retry(id)
      toast({ text: moneyTexts(language)('retried'), tone: 'good' })
      await this.renderRoot.querySelector<DataTable>('data-table')?.reload()
    } catch (error) {
      refused(error)
    }
  }
}

customElements.define('receipts-tab', ReceiptsTab)
