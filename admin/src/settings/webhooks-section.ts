import type { WebhookEndpoint } from '@zapis/sdk'
import { eventTypes, operations } from '@zapis/sdk/contract'
import { html, nothing, type CSSResultGroup } from 'lit'
import { bodyOf } from '../form/body.ts'
import type { EntityForm } from '../form/entity-form.ts'
import type { FieldPlan } from '../form/field-plan.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import type { Column, DataTable, Source } from '../parts/data-table.ts'
import { mayLose } from './may-lose.ts'
import { sectionSheet } from './section-sheet.ts'
import { settingsTexts } from './texts/texts.ts'
import '../form/entity-form.ts'
import '../parts/data-table.ts'
import '../parts/side-panel.ts'
import './deliveries-list.ts'
import './secret-once.ts'

type Values = Readonly<Record<string, unknown>>

/** Programs that are told of events, and what they were told. */
export class WebhooksSection extends PanelElement {
  static override properties = { shown: { state: true }, secret: { state: true } }
  static override styles: CSSResultGroup = [PanelElement.styles, sectionSheet]

  /** Whose card is open; null = a new one’s. */
  declare shown: WebhookEndpoint | null | undefined
  declare secret: string | undefined
  #value: Values = {}
  #source: Source<WebhookEndpoint> = ({ limit, cursor }) =>
    this.panel.api.webhookEndpoints.list({ limit, ...(cursor === undefined ? {} : { cursor }) })

  protected override content(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    return html`<header>
        <h2>${say('webhooks')}</h2>
        <button class="main" @click=${() => this.#open(null)}>${say('addWebhook')}</button>
        <p>${say('webhooksText')}</p>
      </header>
      <data-table
        .label=${say('webhooks')}
        .columns=${this.#columns(panel)}
        .source=${this.#source}
        .isPressable=${true}
        .empty=${html`<p>${say('noWebhooks')}</p>`}
        @row-chosen=${({ detail }: CustomEvent<WebhookEndpoint>) => this.#open(detail)}
      ></data-table>
      ${this.shown === undefined ? nothing : this.#card(panel, this.shown)}
      ${
        this.secret === undefined
          ? nothing
          : html`<side-panel
              mode="middle"
              .heading=${say('webhookMade')}
              @closed=${() => (this.secret = undefined)}
            >
              <secret-once .value=${this.secret} .text=${say('webhookSecret')}></secret-once>
              <footer slot="footer">
                <button class="main" @click=${() => (this.secret = undefined)}>
                  ${say('copiedIt')}
                </button>
              </footer>
            </side-panel>`
      }`
  }

  #columns({ language }: Panel): Column<WebhookEndpoint>[] {
    const say = settingsTexts(language)
    return [
      { id: 'url', name: say('address'), cell: ({ url }) => url },
      {
        id: 'types',
        name: say('events'),
        isExtra: true,
        cell: ({ types }) => (types.length === 0 ? say('allEvents') : types.join(', ')),
      },
      {
        id: 'state',
        name: say('state'),
        text: (each) => say(each.enabled ? 'on' : 'off'),
        cell: ({ enabled, disabled_reason }) =>
          html`<span class="tag" title=${disabled_reason ?? nothing}
            >${say(enabled ? 'on' : 'off')}</span
          >`,
      },
    ]
  }

  #open(endpoint: WebhookEndpoint | null): void {
    this.#value = endpoint
      ? { url: endpoint.url, types: endpoint.types, enabled: endpoint.enabled }
      : { enabled: true, types: [] }
    this.shown = endpoint
  }

  #card(panel: Panel, endpoint: WebhookEndpoint | null): unknown {
    const say = settingsTexts(panel.language)
    const { create, update } = operations.webhookEndpoints
    return html`<side-panel
      .heading=${endpoint ? endpoint.url : say('addWebhook')}
      @closed=${() => this.#close(panel)}
    >
      ${
        endpoint?.disabled_reason
          ? html`<p class="notice bad">
              ${say('switchedOff', { reason: endpoint.disabled_reason })}
            </p>`
          : nothing
      }
      <entity-form
        .schema=${endpoint ? update.body : create.body}
        .fields=${fieldsOf(panel)}
        .value=${this.#value}
        .action=${endpoint ? undefined : say('create')}
        .save=${(values: Values, changes: Values) => this.#save(panel, endpoint, values, changes)}
      >
        ${
          endpoint
            ? html`<button
                slot="beside"
                type="button"
                class="quiet danger"
                @click=${() => this.#remove(panel, endpoint)}
              >
                ${say('remove')}
              </button>`
            : nothing
        }
      </entity-form>
      ${
        endpoint
          ? html`<h3>${say('deliveries')}</h3>
              <deliveries-list .endpointId=${endpoint.id}></deliveries-list>`
          : nothing
      }
    </side-panel>`
  }

  async #close(panel: Panel): Promise<void> {
    const form = this.renderRoot.querySelector<EntityForm>('entity-form')
    if (!form?.isChanged || (await mayLose(panel))) this.shown = undefined
  }

  async #save(panel: Panel, endpoint: WebhookEndpoint | null, values: Values, changes: Values) {
    const { webhookEndpoints } = panel.api
    if (!endpoint) {
      const { secret } = await webhookEndpoints.create(bodyOf('webhookEndpoints.create', values))
      this.secret = secret
    } else if (Object.keys(changes).length > 0) {
      const body = bodyOf('webhookEndpoints.update', changes)
      await webhookEndpoints.update(endpoint.id, body, { ifMatch: endpoint.version })
      panel.toast({ text: settingsTexts(panel.language)('saved') })
    }
    this.shown = undefined
    this.#reload()
  }

  async #remove(panel: Panel, { id, url }: WebhookEndpoint): Promise<void> {
    const say = settingsTexts(panel.language)
    const isSure = await panel.confirm({
      title: say('removeTitle', { name: url }),
      action: say('remove'),
      tone: 'danger',
    })
    if (!isSure) return
    try {
      await panel.api.webhookEndpoints.remove(id)
      this.shown = undefined
      this.#reload()
    } catch (error) {
      panel.refused(error)
    }
  }

  #reload(): void {
    void this.renderRoot.querySelector<DataTable>('data-table')?.reload()
  }
}

function fieldsOf({ language }: Panel): FieldPlan[] {
  const say = settingsTexts(language)
  return [
    { name: 'url', label: say('address'), hint: say('webhookHint'), as: 'text' },
    { name: 'enabled', label: say('enabled') },
    {
      name: 'types',
      label: say('events'),
      hint: say('eventsHint'),
      options: Object.keys(eventTypes).map((type) => ({ value: type, name: type })),
    },
  ]
}

customElements.define('webhooks-section', WebhooksSection)
