import type { Client, ClientDraft } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { html } from 'lit'
import type { FieldPlan } from '../form/field-plan.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { clientTexts } from './texts/texts.ts'
import '../form/entity-form.ts'
import '../parts/side-panel.ts'

/** Tags are typed as a line. */
interface Typed extends Record<string, unknown> {
  tags?: string
}

/** A new client, or another word about one (`client`); `saved` bears them. */
export class ClientForm extends PanelElement {
  static override properties = { client: { attribute: false }, heading: {} }

  declare client: Client | undefined
  declare heading: string
  #value: Record<string, unknown> | undefined

  protected override content(panel: Panel): unknown {
    this.#value ??= this.client ? valuesOf(this.client) : { locale: panel.organization.locale }
    return html`<side-panel
      heading=${this.heading}
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      <entity-form
        .schema=${operations.clients.create.body}
        .fields=${fieldsOf(panel)}
        .value=${this.#value}
        .save=${(_: Typed, changes: Typed) => this.#save(changes)}
      ></entity-form>
    </side-panel>`
  }

  async #save(changes: Typed): Promise<void> {
    const { api, toast, language } = this.panel
    const { tags, ...rest } = changes
    const body: ClientDraft = tags === undefined ? rest : { ...rest, tags: tagsOf(tags) }
    const { client } = this
    const saved = client
      ? await api.clients.update(client.id, body, { ifMatch: client.version })
      : await api.clients.create({ locale: this.panel.organization.locale, ...body })
    toast({ text: clientTexts(language)(client ? 'saved' : 'added'), tone: 'good' })
    this.dispatchEvent(new CustomEvent<Client>('saved', { detail: saved }))
  }
}

function valuesOf(client: Client): Record<string, unknown> {
  const { first_name, last_name, iname, birth_date, phone, email, locale, notes, blocked } = client
  const tags = client.tags.join(', ')
  return { first_name, last_name, iname, birth_date, phone, email, locale, notes, blocked, tags }
}

export function tagsOf(text: string): string[] {
  const all = text.split(',').map((tag) => tag.trim())
  return [...new Set(all)].filter(Boolean)
}

function fieldsOf({ language }: Panel): FieldPlan[] {
  const say = clientTexts(language)
  return [
    { name: 'last_name', label: say('lastName'), isHalf: true },
    { name: 'first_name', label: say('firstName'), isHalf: true },
    { name: 'iname', label: say('iname'), isHalf: true },
    { name: 'birth_date', label: say('birthday'), isHalf: true },
    { name: 'phone', label: say('phone'), isHalf: true },
    { name: 'email', label: say('email'), isHalf: true },
    {
      name: 'locale',
      label: say('language'),
      options: [
        { value: 'ru', name: 'Русский' },
        { value: 'en', name: 'English' },
      ],
    },
    { name: 'tags', label: say('tags'), hint: say('tagsHint'), as: 'text' },
    { name: 'notes', label: say('notes'), hint: say('notesHint'), as: 'long' },
    { name: 'blocked', label: say('blockedField') },
  ]
}

customElements.define('client-form', ClientForm)
