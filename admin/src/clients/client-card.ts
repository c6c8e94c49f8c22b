import { CalendarPlus, Ellipsis, Pencil } from 'lucide'
import type { Client } from '@zapis/sdk'
import { html, nothing, type CSSResultGroup } from 'lit'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { bookPlace } from '../panel/places.ts'
import { reasonOf } from '../panel/refusal.ts'
import { hrefOf } from '../panel/router.ts'
import { addShortcuts } from '../panel/shortcuts.ts'
import type { Tab } from '../parts/tab-strip.ts'
import { shellTexts } from '../shell/texts/texts.ts'
import { download } from '../words/csv.ts'
import { cardSheet } from './card-sheet.ts'
import { nameOf } from './client-name.ts'
import { contactCard } from './contact-card.ts'
import { clientTexts } from './texts/texts.ts'
import '../parts/page-frame.ts'
import '../parts/tab-strip.ts'
import './client-form.ts'
import './consents-tab.ts'
import './discounts-tab.ts'
import './erase-dialog.ts'
import './merge-dialog.ts'
import './messages-tab.ts'
import './packages-tab.ts'
import './visits-tab.ts'
import './wallet-tab.ts'

type Dialog = 'edit' | 'merge' | 'erase'

/** All that is known of somebody, and what may be done for them. */
export class ClientCard extends PanelElement {
  static override properties = {
    clientId: { attribute: false },
    dialog: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, cardSheet]

  declare clientId: number
  declare dialog: Dialog | undefined
  #client = new Read(this, (signal) => this.panel.api.clients.get(this.clientId, { signal }))
  #ofClient: number | undefined
  #leave: (() => void)[] = []

  protected override panelChanged({ live, language, may }: Panel): void {
    if (this.#leave.length > 0) return
    this.#leave = [
      // What is typed in a dialog stands on the version that was read.
      live.on(['client.'], () => this.dialog || void this.#client.load()),
      ...(may('clients.update')
        ? [
            addShortcuts([
              { key: 'e', text: clientTexts(language)('edit'), run: () => (this.dialog = 'edit') },
            ]),
          ]
        : []),
    ]
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const leave of this.#leave.splice(0)) leave()
  }

  protected override willUpdate(): void {
    if (this.clientId === this.#ofClient || !this.isConnected) return
    this.#ofClient = this.clientId
    this.#client.value = undefined
    this.dialog = undefined
  }

  protected override updated(): void {
    const { value, isBusy, error } = this.#client
    if (!value && !isBusy && !error) void this.#client.load()
  }

  protected override content(panel: Panel): unknown {
    const { value: client, error } = this.#client
    if (error) return this.#failed(panel, error)
    if (!client)
      return html`<page-frame heading="…" aria-busy="true">
        <div class="two">
          <div class="card stack">${[1, 2, 3, 4].map(() => html`<i class="bone line"></i>`)}</div>
          <div class="card stack">
            ${[1, 2, 3, 4, 5, 6].map(() => html`<i class="bone line"></i>`)}
          </div>
        </div>
      </page-frame>`
    const say = clientTexts(panel.language)
    const name = nameOf(client) || say(client.erased_at ? 'erased' : 'noName')
    return html`<page-frame heading=${name}>
        <a slot="beside" class="small" href=${hrefOf('clients')}>${say('clients')}</a>
        ${client.erased_at ? nothing : this.#actions(client, panel)}
        ${client.erased_at ? this.#erased(client.erased_at, panel) : nothing}
        <div class="two">
          ${contactCard(client, panel)}
          <div>${this.#tabs(client, panel)}</div>
        </div>
      </page-frame>
      ${this.#dialogs(client, panel)}`
  }

  #failed({ language }: Panel, error: unknown): unknown {
    return html`<page-frame heading=${clientTexts(language)('clients')}>
      <div class="empty" role="alert">
        <p>${reasonOf(error, language)}</p>
        <div class="row">
          <button class="quiet" @click=${() => this.#client.load()}>
            ${shellTexts(language)('again')}
          </button>
          <a class="quiet" href=${hrefOf('clients')}>${clientTexts(language)('toClients')}</a>
        </div>
      </div>
    </page-frame>`
  }

  #erased(at: string, { language, words, organization }: Panel): unknown {
    const date = words.date(at, organization.time_zone, { dateStyle: 'long' })
    return html`<p class="notice">${clientTexts(language)('erasedText', { date })}</p>`
  }

  #actions(client: Client, panel: Panel): unknown {
    const say = clientTexts(panel.language)
    const { may } = panel
    const item = (text: string, run: () => unknown, tone = '') =>
      html`<button
        class="plain ${tone}"
        popovertarget="more"
        popovertargetaction="hide"
        @click=${run}
      >
        ${text}
      </button>`
    return html`${
      may('appointments.create')
        ? html`<a slot="actions" class="main" href=${hrefOf(bookPlace(client.id))}>
            ${icon(CalendarPlus, 16)} ${say('bookVisit')}
          </a>`
        : nothing
    }
    ${
      may('clients.update')
        ? html`<button slot="actions" class="quiet" @click=${() => (this.dialog = 'edit')}>
            ${icon(Pencil, 16)} ${say('edit')}
          </button>`
        : nothing
    }
    ${
      may('clients.merge')
        ? html`<span slot="actions" class="menu">
            <button class="quiet" popovertarget="more">${icon(Ellipsis, 16)} ${say('more')}</button>
            <div class="card" id="more" popover>
              ${item(say('merge'), () => (this.dialog = 'merge'))}
              ${item(say('export'), () => this.#export(client))}
              ${item(say('erase'), () => (this.dialog = 'erase'), 'danger')}
            </div>
          </span>`
        : nothing
    }`
  }

  async #export({ id }: Client): Promise<void> {
    const { api, toast, refused, language } = this.panel
    try {
      const all = await api.clients.export(id)
      download(`client-${id}.json`, JSON.stringify(all, null, 2), 'application/json')
      toast({ text: clientTexts(language)('exported'), tone: 'good' })
    } catch (error) {
      refused(error)
    }
  }

  #tabs(client: Client, panel: Panel): unknown {
    const tabs = tabsOf(panel)
    const asked = panel.route.query.get('tab') ?? ''
    const chosen = tabs.find(({ id }) => id === asked)?.id ?? 'visits'
    const go = ({ detail }: CustomEvent<string>) =>
      panel.go(`clients/${client.id}${detail === 'visits' ? '' : `?tab=${detail}`}`, {
        replace: true,
      })
    return html`<tab-strip
        .tabs=${tabs}
        .chosen=${chosen}
        label=${clientTexts(panel.language)('clients')}
        @chosen=${go}
      ></tab-strip>
      <section class="shown">${shownTab(chosen, client)}</section>`
  }

  #dialogs(client: Client, { language, go }: Panel): unknown {
    const close = () => (this.dialog = undefined)
    const changed = ({ detail }: CustomEvent<Client>) => {
      close()
      this.#client.set(detail)
    }
    switch (this.dialog) {
      case 'edit':
        return html`<client-form
          heading=${clientTexts(language)('edit')}
          .client=${client}
          @closed=${close}
          @saved=${changed}
        ></client-form>`
      case 'merge':
        return html`<merge-dialog
          .client=${client}
          @closed=${close}
          @merged=${(event: CustomEvent<Client>) => {
            changed(event)
            void go(`clients/${client.id}`, { replace: true })
          }}
        ></merge-dialog>`
      case 'erase':
        return html`<erase-dialog
          .client=${client}
          @closed=${close}
          @erased=${changed}
        ></erase-dialog>`
      default:
        return nothing
    }
  }
}

function tabsOf({ language, may }: Panel): Tab[] {
  const say = clientTexts(language)
  return [
    { id: 'visits', name: say('tabVisits') },
    ...(may('clients.wallet') ? [{ id: 'wallet', name: say('tabWallet') }] : []),
    { id: 'packages', name: say('tabPackages') },
    { id: 'discounts', name: say('tabDiscounts') },
    { id: 'consents', name: say('tabConsents') },
    ...(may('notifications.list') ? [{ id: 'messages', name: say('tabMessages') }] : []),
  ]
}

function shownTab(chosen: string, client: Client): unknown {
  switch (chosen) {
    case 'wallet':
      return html`<wallet-tab .client=${client}></wallet-tab>`
    case 'packages':
      return html`<packages-tab .client=${client}></packages-tab>`
    case 'discounts':
      return html`<discounts-tab .client=${client}></discounts-tab>`
    case 'consents':
      return html`<consents-tab .client=${client}></consents-tab>`
    case 'messages':
      return html`<messages-tab .client=${client}></messages-tab>`
    default:
      return html`<visits-tab .client=${client}></visits-tab>`
  }
}

customElements.define('client-card', ClientCard)
