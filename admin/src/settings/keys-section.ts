import type { ApiKey } from '@zapis/sdk'
import { operations, scopes } from '@zapis/sdk/contract'
import { html, nothing, type CSSResultGroup } from 'lit'
import { bodyOf } from '../form/body.ts'
import type { EntityForm } from '../form/entity-form.ts'
import type { FieldPlan } from '../form/field-plan.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import type { Column, DataTable, Source } from '../parts/data-table.ts'
import { originsField } from './origins.ts'
import { mayLose } from './may-lose.ts'
import { sectionSheet } from './section-sheet.ts'
import { settingsTexts } from './texts/texts.ts'
import '../form/entity-form.ts'
import '../parts/data-table.ts'
import '../parts/side-panel.ts'
import './secret-once.ts'

type Values = Readonly<Record<string, unknown>>

/** Keys of sites and of programs. A secret one is seen once, when it is made. */
export class KeysSection extends PanelElement {
  static override properties = {
    shown: { state: true },
    secret: { state: true },
    kind: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, sectionSheet]

  /** Whose card is open; null = a new one’s. */
  declare shown: ApiKey | null | undefined
  /** Of the key that was made just now; only here, only until it is closed. */
  declare secret: string | undefined
  declare kind: string
  #value: Values = {}
  #source: Source<ApiKey> = ({ limit, cursor }) =>
    this.panel.api.apiKeys.list({ limit, ...(cursor === undefined ? {} : { cursor }) })

  constructor() {
    super()
    this.kind = 'publishable'
  }

  protected override content(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    return html`<header>
        <h2>${say('keys')}</h2>
        <button class="main" @click=${() => this.#open(null)}>${say('addKey')}</button>
        <p>${say('keysText')}</p>
      </header>
      <data-table
        .label=${say('keys')}
        .columns=${this.#columns(panel)}
        .source=${this.#source}
        .isPressable=${true}
        @row-chosen=${({ detail }: CustomEvent<ApiKey>) => this.#open(detail)}
      ></data-table>
      ${this.shown === undefined ? nothing : this.#card(panel, this.shown)}
      ${this.secret === undefined ? nothing : this.#once(panel, this.secret)}`
  }

  #columns({ language, words, organization }: Panel): Column<ApiKey>[] {
    const say = settingsTexts(language)
    return [
      { id: 'name', name: say('name'), cell: ({ name }) => name },
      { id: 'kind', name: say('kind'), cell: ({ kind }) => say(`kind_${kind}`), isExtra: true },
      {
        id: 'prefix',
        name: say('begins'),
        text: ({ prefix }) => prefix,
        cell: ({ prefix }) => html`<code>${prefix}…</code>`,
      },
      {
        id: 'made',
        name: say('made'),
        isExtra: true,
        cell: ({ created_at }) => words.moment(created_at, organization.time_zone),
      },
      {
        id: 'state',
        name: '',
        text: ({ revoked_at }) => (revoked_at ? say('revoked') : ''),
        cell: ({ revoked_at }) =>
          revoked_at ? html`<span class="tag">${say('revoked')}</span>` : '',
      },
    ]
  }

  #open(key: ApiKey | null): void {
    this.#value = key
      ? { name: key.name, allowed_origins: key.allowed_origins, scopes: key.scopes }
      : { kind: 'publishable', allowed_origins: [] }
    this.kind = key?.kind ?? 'publishable'
    this.shown = key
  }

  #card(panel: Panel, key: ApiKey | null): unknown {
    const say = settingsTexts(panel.language)
    const { create, update } = operations.apiKeys
    return html`<side-panel
      .heading=${key ? key.name : say('addKey')}
      @closed=${() => this.#close(panel)}
    >
      <entity-form
        .schema=${key ? update.body : create.body}
        .fields=${this.#fields(panel, key)}
        .value=${this.#value}
        .action=${key ? undefined : say('create')}
        @edited=${({ detail }: CustomEvent<Values>) =>
          !key && (this.kind = detail['kind'] === 'secret' ? 'secret' : 'publishable')}
        .save=${(values: Values, changes: Values) => this.#save(panel, key, values, changes)}
      >
        ${
          key && !key.revoked_at
            ? html`<button
                slot="beside"
                type="button"
                class="quiet danger"
                @click=${() => this.#revoke(panel, key)}
              >
                ${say('revoke')}
              </button>`
            : nothing
        }
      </entity-form>
    </side-panel>`
  }

  #fields(panel: Panel, key: ApiKey | null): FieldPlan[] {
    const say = settingsTexts(panel.language)
    const kinds = (['publishable', 'secret'] as const).map((kind) => ({
      value: kind,
      name: say(`kind_${kind}`),
    }))
    const kind: FieldPlan = { name: 'kind', label: say('kind'), options: kinds }
    return [
      { name: 'name', label: say('name'), hint: say('keyNameHint') },
      ...(key ? [] : [kind]),
      this.kind === 'secret'
        ? {
            name: 'scopes',
            label: say('scopes'),
            hint: say('scopesHint'),
            options: scopes.map((scope) => ({ value: scope, name: scope })),
          }
        : originsField({
            name: 'allowed_origins',
            label: say('origins'),
            hint: say('originsHint'),
          }),
    ]
  }

  async #close(panel: Panel): Promise<void> {
    const form = this.renderRoot.querySelector<EntityForm>('entity-form')
    if (!form?.isChanged || (await mayLose(panel))) this.shown = undefined
  }

  async #save(panel: Panel, key: ApiKey | null, values: Values, changes: Values) {
    const { apiKeys } = panel.api
    if (key) {
      if (Object.keys(changes).length > 0)
        await apiKeys.update(key.id, bodyOf('apiKeys.update', changes), { ifMatch: key.version })
    } else {
      const { kind, name, allowed_origins, scopes: chosen } = values
      const isSecret = kind === 'secret'
      const isNarrow = Array.isArray(chosen) && chosen.length > 0
      const body = isSecret
        ? { kind, name, ...(isNarrow ? { scopes: chosen } : {}) }
        : { kind, name, allowed_origins }
      const made = await apiKeys.create(bodyOf('apiKeys.create', body))
      this.secret = made.key
    }
    this.shown = undefined
    this.#reload()
  }

  #once(panel: Panel, secret: string): unknown {
    const say = settingsTexts(panel.language)
    return html`<side-panel
      mode="middle"
      .heading=${say('keyMade')}
      @closed=${() => (this.secret = undefined)}
    >
      <secret-once
        .value=${secret}
        .text=${say(secret.startsWith('sk_') ? 'secretOnce' : 'publishableOnce')}
      ></secret-once>
      <footer slot="footer">
        <button class="main" @click=${() => (this.secret = undefined)}>${say('copiedIt')}</button>
      </footer>
    </side-panel>`
  }

  async #revoke(panel: Panel, key: ApiKey): Promise<void> {
    const say = settingsTexts(panel.language)
    const isSure = await panel.confirm({
      title: say('revokeTitle', { name: key.name }),
      text: say('revokeText'),
      action: say('revoke'),
      tone: 'danger',
    })
    if (!isSure) return
    try {
      await panel.api.apiKeys.revoke(key.id)
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

customElements.define('keys-section', KeysSection)
