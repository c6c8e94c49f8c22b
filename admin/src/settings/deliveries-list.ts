import { RotateCw } from 'lucide'
import type { WebhookDelivery } from '@zapis/sdk'
import { html, type CSSResultGroup } from 'lit'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import type { Column, DataTable, Source } from '../parts/data-table.ts'
import { sectionSheet } from './section-sheet.ts'
import { settingsTexts } from './texts/texts.ts'
import '../parts/data-table.ts'

/** What an endpoint was sent, newest first; anything may be sent again. */
export class DeliveriesList extends PanelElement {
  static override properties = { endpointId: { attribute: false } }
  static override styles: CSSResultGroup = [PanelElement.styles, sectionSheet]

  declare endpointId: number
  #source: Source<WebhookDelivery> = ({ limit, cursor }) =>
    this.panel.api.webhookEndpoints.deliveries(this.endpointId, {
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    })

  protected override content(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    return html`<data-table
      .label=${say('deliveries')}
      .columns=${this.#columns(panel)}
      .source=${this.#source}
      .empty=${html`<p>${say('noDeliveries')}</p>`}
    ></data-table>`
  }

  #columns(panel: Panel): Column<WebhookDelivery>[] {
    const say = settingsTexts(panel.language)
    const { words, organization } = panel
    return [
      {
        id: 'at',
        name: say('when'),
        cell: ({ created_at }) => words.moment(created_at, organization.time_zone),
      },
      { id: 'type', name: say('event'), cell: ({ type }) => type },
      {
        id: 'status',
        name: say('state'),
        text: ({ status }) => say(`delivery_${status}`),
        cell: ({ status, response_status, error, attempts }) =>
          html`<span class=${status === 'failed' ? 'danger' : ''} title=${error ?? ''}
            >${say(`delivery_${status}`)}${response_status ? ` · ${response_status}` : ''}${
              attempts > 1 ? ` · ×${attempts}` : ''
            }</span
          >`,
      },
      {
        id: 'again',
        name: '',
        align: 'end',
        cell: (each) =>
          html`<button
            class="plain"
            aria-label=${say('resend')}
            title=${say('resend')}
            @click=${() => this.#resend(panel, each)}
          >
            ${icon(RotateCw, 16)}
          </button>`,
      },
    ]
  }

  async #resend(panel: Panel, { id }: WebhookDelivery): Promise<void> {
    try {
      await panel.api.webhookEndpoints.resend(this.endpointId, id)
      panel.toast({ text: settingsTexts(panel.language)('resent') })
      await this.renderRoot.querySelector<DataTable>('data-table')?.reload()
    } catch (error) {
      panel.refused(error)
    }
  }
}

customElements.define('deliveries-list', DeliveriesList)
