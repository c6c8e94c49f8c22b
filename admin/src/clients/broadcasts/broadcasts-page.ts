import { Plus } from 'lucide'
import type { Broadcast } from '@zapis/sdk'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { icon } from '../../design/icons.ts'
import { PanelElement } from '../../panel/panel-element.ts'
import type { Panel } from '../../panel/panel.ts'
import { hrefOf } from '../../panel/router.ts'
import type { Column, DataTable, Source } from '../../parts/data-table.ts'
import { broadcastTexts } from './texts/texts.ts'
import '../../parts/data-table.ts'
import '../../parts/page-frame.ts'
import '../../parts/side-panel.ts'
import './broadcast-form.ts'

/** Messages to many: what was sent and how far it has come; a new one goes to whom the address chooses. */
export class BroadcastsPage extends PanelElement {
  static override properties = { shown: { state: true } }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: var(--s2) var(--s4);
        margin: var(--s4) 0 0;
      }
      dt {
        color: var(--muted);
      }
      dd {
        margin: 0;
      }
      .words {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ]

  /** Whose card is open; null = a new one’s. */
  declare shown: Broadcast | null | undefined
  #source: Source<Broadcast> = ({ limit, cursor }) =>
    this.panel.api.broadcasts.list({ limit, ...(cursor === undefined ? {} : { cursor }) })

  protected override content(panel: Panel): unknown {
    const say = broadcastTexts(panel.language)
    return html`<page-frame heading=${say('broadcasts')}>
        <a slot="actions" class="quiet" href=${hrefOf('clients')}>${say('toClients')}</a>
        <button slot="actions" class="main" @click=${() => (this.shown = null)}>
          ${icon(Plus, 16)} ${say('newBroadcast')}
        </button>
        <data-table
          label=${say('broadcasts')}
          .columns=${columnsOf(panel)}
          .source=${this.#source}
          .isPressable=${true}
          .empty=${html`<p><strong>${say('noBroadcasts')}</strong></p>
            <p>${say('noBroadcastsText')}</p>`}
          @row-chosen=${({ detail }: CustomEvent<Broadcast>) => (this.shown = detail)}
        ></data-table>
      </page-frame>
      ${this.#card(panel)}`
  }

  #card(panel: Panel): unknown {
    if (this.shown === undefined) return nothing
    if (this.shown === null)
      return html`<broadcast-form
        @closed=${() => (this.shown = undefined)}
        @begun=${() => this.#changed()}
      ></broadcast-form>`
    return this.#details(panel, this.shown)
  }

  #details(panel: Panel, broadcast: Broadcast): unknown {
    const say = broadcastTexts(panel.language)
    const { title, body, url, status, pending, failed, skipped } = broadcast
    const isOn = status === 'scheduled' || status === 'sending' || pending > 0
    const line = (name: string, value: unknown) =>
      html`<dt>${name}</dt>
        <dd>${value}</dd>`
    return html`<side-panel heading=${title} @closed=${() => (this.shown = undefined)}>
      <p class="words">${body}</p>
      ${url ? html`<p class="words">${url}</p>` : nothing}
      <dl>
        ${line(say('status'), say(status))} ${line(say('sendAt'), startOf(panel, broadcast))}
        ${line(say('progress'), progressOf(panel, broadcast))} ${line(say('pending'), pending)}
        ${line(say('failed'), failed)} ${line(say('skipped'), skipped)}
      </dl>
      ${
        isOn && status !== 'stopped'
          ? html`<footer slot="footer">
              <button class="quiet danger" @click=${() => this.#stop(panel, broadcast)}>
                ${say('stop')}
              </button>
            </footer>`
          : nothing
      }
    </side-panel>`
  }

  async #stop(panel: Panel, { id }: Broadcast): Promise<void> {
    const say = broadcastTexts(panel.language)
    const isSure = await panel.confirm({
      title: say('stopTitle'),
      text: say('stopText'),
      action: say('stop'),
      tone: 'danger',
    })
    if (!isSure) return
    try {
      await panel.api.broadcasts.stop(id)
      panel.toast({ text: say('isStopped') })
      this.#changed()
    } catch (error) {
      panel.refused(error)
    }
  }

  #changed(): void {
    this.shown = undefined
    void this.renderRoot.querySelector<DataTable>('data-table')?.reload()
  }
}

function columnsOf(panel: Panel): Column<Broadcast>[] {
  const say = broadcastTexts(panel.language)
  return [
    { id: 'title', name: say('title'), cell: ({ title }) => title },
    { id: 'at', name: say('sendAt'), cell: (each) => startOf(panel, each), isExtra: true },
    {
      id: 'status',
      name: say('status'),
      text: ({ status }) => say(status),
      cell: ({ status }) => html`<span class="tag">${say(status)}</span>`,
    },
    {
      id: 'progress',
      name: say('progress'),
      cell: (each) => progressOf(panel, each),
      align: 'end',
    },
  ]
}

function startOf({ words, organization }: Panel, { send_at }: Broadcast): string {
  return words.moment(send_at, organization.time_zone)
}

function progressOf({ language }: Panel, { sent, total }: Broadcast): string {
  return broadcastTexts(language)('of', { sent, total })
}

customElements.define('broadcasts-page', BroadcastsPage)
