import type { Client, Notification } from '@zapis/sdk'
import { html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import type { Column, DataTable, Source } from '../parts/data-table.ts'
import { clientTexts, type ClientKey } from './texts/texts.ts'
import '../parts/data-table.ts'
import '../parts/resend-button.ts'
import './telling-card.ts'

const states: Record<Notification['status'], ClientKey> = {
  pending: 'waits',
  sending: 'sending',
  sent: 'sent',
  skipped: 'isSkippedMessage',
  failed: 'failed',
}

function stateOf({ status, delivered_at, read_at }: Notification): ClientKey {
  return read_at ? 'isRead' : delivered_at ? 'isDelivered' : states[status]
}

/** What somebody was told, and is to be told. */
export class MessagesTab extends PanelElement {
  static override properties = { client: { attribute: false } }
  static override styles: CSSResultGroup = [PanelElement.styles]

  declare client: Client
  #of: number | undefined
  #source: Source<Notification> | undefined

  #again: Column<Notification> = {
    id: 'again',
    name: '',
    align: 'end',
    cell: (message) =>
      html`<resend-button
        .message=${message}
        @resent=${() => void this.renderRoot.querySelector<DataTable>('data-table')?.reload()}
      ></resend-button>`,
  }

  protected override content(panel: Panel): unknown {
    const say = clientTexts(panel.language)
    const { id } = this.client
    if (id !== this.#of) {
      this.#of = id
      this.#source = ({ limit, cursor }) =>
        panel.api.notifications.list({ client_id: id, limit, ...(cursor ? { cursor } : {}) })
    }
    const isErased = this.client.erased_at !== null
    return html`${isErased ? nothing : html`<telling-card .client=${this.client}></telling-card>`}
      <data-table
        label=${say('tabMessages')}
        .columns=${[...columnsOf(panel), this.#again]}
        .source=${this.#source}
        .empty=${html`<p>${say('noMessages')}</p>`}
      ></data-table>`
  }
}

function columnsOf({ language, words, organization }: Panel): Column<Notification>[] {
  const say = clientTexts(language)
  return [
    {
      id: 'when',
      name: say('when'),
      cell: ({ sent_at, send_at }) => words.moment(sent_at ?? send_at, organization.time_zone),
    },
    { id: 'what', name: say('message'), cell: ({ template }) => say(template) },
    {
      id: 'channel',
      name: say('channel'),
      cell: ({ channel, recipient }) => `${channel} ${recipient}`,
      isExtra: true,
    },
    {
      id: 'status',
      name: say('status'),
      cell: (message) =>
        html`<span class="tag" title=${message.error ?? ''}>${say(stateOf(message))}</span>`,
      text: (message) => say(stateOf(message)),
    },
  ]
}

customElements.define('messages-tab', MessagesTab)
