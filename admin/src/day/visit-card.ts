import type { Appointment, Client, Notification, VisitHistory } from '@zapis/sdk'
import { html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import { hrefOf } from '../panel/router.ts'
import { zoneOf } from '../panel/zone-of.ts'
import { cancelSoon } from './cancel.ts'
import { cardSheet } from './card-sheet.ts'
import { nameOf, takersOf, type Catalogue } from './catalogue.ts'
import { mayResize } from './may-resize.ts'
import { minutesOf, type Place } from './move.ts'
import { sumsSheet } from './sums-sheet.ts'
import { dayTexts } from './texts/texts.ts'
import { visitDeeds, type Mode } from './visit-deeds.ts'
import { visitFacts } from './visit-facts.ts'
import { cancelForm, discountForm, moveForm, payForm } from './visit-forms.ts'
import { visitHistory } from './visit-history.ts'
import { visitMessages } from './visit-messages.ts'
import { visitMoney } from './visit-money.ts'
import { instantOf, wallOf } from './zone.ts'
import '../parts/side-panel.ts'

interface Loaded {
  visit: Appointment
  client: Client | null
}

/** A visit with everything about it: who, what it costs and why, what was paid, where it goes next, what has happened. */
export class VisitCard extends PanelElement {
  static override properties = {
    visitId: { attribute: false },
    catalogue: { attribute: false },
    move: { attribute: false },
    leaving: { attribute: false },
    mode: { state: true },
    isBusy: { state: true },
    failure: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, cardSheet, sumsSheet]

  declare visitId: number
  declare catalogue: Catalogue
  /** Moves it, and explains where it could not; whether it has moved. */
  declare move: (visit: Appointment, to: Place) => Promise<boolean>
  /** Shows it as gone while its cancelling can still be taken back. */
  declare leaving: (id: number, isLeaving: boolean) => void
  declare mode: Mode | 'look'
  declare isBusy: boolean
  declare failure: unknown
  #leave: (() => void) | undefined

  #loaded = new Read<Loaded>(this, async (signal) => {
    const { api } = this.panel
    const visit = await api.appointments.get(this.visitId, { signal })
    const client =
      visit.client_id === null ? null : await api.clients.get(visit.client_id, { signal })
    return { visit, client }
  })
  #history = new Read<VisitHistory>(this, (signal) =>
    this.panel.api.appointments.history(this.visitId, { signal }),
  )

  #messages = new Read<Notification[]>(this, async (signal) => {
    const { api, may } = this.panel
    if (!may('notifications.list')) return []
    const about = { appointment_id: this.visitId, limit: 30 }
    return (await api.notifications.list(about, { signal })).data
  })

  constructor() {
    super()
    this.mode = 'look'
    this.isBusy = false
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('visitId') && this.isConnected) void this.#open()
  }

  protected override panelChanged(panel: Panel): void {
    this.#leave ??= panel.live.on(['appointment.', 'payment.'], (event) => {
      const about: unknown = event?.data.object
      const id: unknown = typeof about === 'object' && about ? Reflect.get(about, 'id') : undefined
      if (event === null || id === this.visitId) void this.#load()
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave?.()
    this.#leave = undefined
  }

  /** `visit-read` bears the visit once it is known. */
  async #open(): Promise<void> {
    await this.#load()
    const visit = this.#loaded.value?.visit
    if (visit?.id === this.visitId)
      this.dispatchEvent(new CustomEvent<Appointment>('visit-read', { detail: visit }))
  }

  #load(): Promise<void> {
    void this.#history.load()
    void this.#messages.load()
    return this.#loaded.load()
  }

  protected override content(panel: Panel): unknown {
    const say = dayTexts(panel.language)
    const { value, error } = this.#loaded
    return html`<side-panel
      .heading=${value?.client ? nameOf(value.client) || (value.client.phone ?? say('guest')) : say('visit')}
      @closed=${(event: Event) => {
        event.stopPropagation()
        this.#close()
      }}
    >
      ${error ? html`<p class="notice bad" role="alert">${reasonOf(error, panel.language)}</p>` : nothing}
      ${value ? this.#card(panel, value) : html`<i class="bone"></i>`}
    </side-panel>`
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('closed'))
  }

  #card(panel: Panel, { visit, client }: Loaded): unknown {
    const zone = zoneOf(panel, visit)
    return html`<div class="stack">
      ${this.#who(panel, visit, client)} ${visitFacts(panel, visit, this.catalogue)}
      ${
        this.failure
          ? html`<p class="notice bad" role="alert">${reasonOf(this.failure, panel.language)}</p>`
          : nothing
      }
      ${visitDeeds({
        panel,
        visit,
        isBusy: this.isBusy,
        set: (verb) => void this.#do((id, options) => panel.api.appointments[verb](id, options)),
        open: (mode) => (this.mode = this.mode === mode ? 'look' : mode),
      })}
      ${this.#form(panel, visit, client)} ${visitMoney(panel, visit)} ${this.#note(panel, visit)}
      ${
        panel.may('notifications.list')
          ? visitMessages(panel, this.#messages.value ?? [], zone, () => void this.#messages.load())
          : nothing
      }
      ${visitHistory(panel, visit, this.#history.value, { zone, catalogue: this.catalogue })}
    </div>`
  }

  #who(panel: Panel, visit: Appointment, client: Client | null): unknown {
    const say = dayTexts(panel.language)
    return html`<p class="row">
        <span class="tag status ${visit.status}">${say(visit.status)}</span>
        ${visit.overbooked ? html`<span class="tag warn">${say('overbooked')}</span>` : nothing}
        ${visit.acknowledged_at ? html`<span class="tag">${say('acknowledged')}</span>` : nothing}
      </p>
      ${
        client
          ? html`<p class="row">
              ${client.phone ? html`<a href="tel:${client.phone}">${client.phone}</a>` : nothing}
              ${client.email ? html`<a href="mailto:${client.email}">${client.email}</a>` : nothing}
              <a href=${hrefOf(`clients/${client.id}`)}>${say('openClient')}</a>
            </p>`
          : html`<p class="muted">${say('erased')}</p>`
      }`
  }

  #form(panel: Panel, visit: Appointment, client: Client | null): unknown {
    const given = { panel, visit, isBusy: this.isBusy, close: () => (this.mode = 'look') }
    const zone = zoneOf(panel, visit)
    if (this.mode === 'move')
      return moveForm({
        ...given,
        wall: wallOf(visit.starts_at, zone),
        people: takersOf(this.catalogue, panel.me, visit),
        minutes: mayResize(panel, this.catalogue.services.get(visit.service_id))
          ? minutesOf(visit)
          : null,
        move: ({ wall, specialistId, minutes }) =>
          void this.#moveTo(visit, {
            starts_at: instantOf(wall, zone),
            specialist_id: specialistId,
            ...(minutes && minutes !== minutesOf(visit) ? { duration_min: minutes } : {}),
          }),
      })
    if (this.mode === 'cancel')
      return cancelForm({
        ...given,
        cancel: (request) => {
          cancelSoon(panel, visit, request, {
            name: client ? nameOf(client) : '',
            hidden: (isLeaving) => this.leaving(visit.id, isLeaving),
            changed: () => undefined,
          })
          this.#close()
        },
      })
    if (this.mode === 'pay')
      return payForm({
        ...given,
        pay: (body) =>
          void this.#do((id, options) => this.panel.api.appointments.pay(id, body, options)),
      })
    if (this.mode === 'discount')
      return discountForm({
        ...given,
        give: (body) =>
          void this.#do((id, options) => this.panel.api.appointments.discount(id, body, options)),
      })
    return nothing
  }

  #note({ language, may }: Panel, visit: Appointment): unknown {
    const say = dayTexts(language)
    const save = ({ target }: Event) => {
      if (!(target instanceof HTMLTextAreaElement) || target.value === visit.note) return
      const note = target.value
      void this.#do((id, options) =>
        this.panel.api.appointments.update(id, { note }, options),
      ).then(() => this.panel.toast({ text: say('note_saved') }))
    }
    return html`<div class="field">
      <label for="note">${say('note')}</label>
      <textarea
        id="note"
        rows="2"
        maxlength="2000"
        ?readonly=${!may('appointments.update')}
        .value=${visit.note}
        @change=${save}
      ></textarea>
    </div>`
  }

  async #moveTo(visit: Appointment, to: Place): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    await this.move(visit, to)
    this.isBusy = false
    // Over the calendar the way back, in the toast, could not be pressed.
    this.#close()
  }

  /** One call that changes the visit, meant for the version that is shown. */
  async #do(
    call: (id: number, options: { ifMatch: number }) => Promise<Appointment>,
  ): Promise<void> {
    const { value } = this.#loaded
    if (!value || this.isBusy) return
    this.isBusy = true
    this.failure = undefined
    try {
      const visit = await call(value.visit.id, { ifMatch: value.visit.version })
      this.#loaded.set({ ...value, visit })
      this.mode = 'look'
      this.dispatchEvent(new CustomEvent<Appointment>('visit-changed', { detail: visit }))
      void this.#history.load()
    } catch (error) {
      this.failure = error
      // Somebody else was there: what they made of it is shown beside why ours was refused.
      void this.#loaded.load()
    } finally {
      this.isBusy = false
    }
  }
}

customElements.define('visit-card', VisitCard)
