import type { Appointment, Client, Quote, Service } from '@zapis/sdk'
import { html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { reasonOf } from '../panel/refusal.ts'
import type { Asked } from './asked.ts'
import {
  payFields,
  quoteLines,
  sumLine,
  whatFields,
  whenFields,
  type Draft,
} from './book-fields.ts'
import { bookSheet } from './book-sheet.ts'
import { nameOf, nobody, servicesOf, type Catalogue } from './catalogue.ts'
import { filled, type Guest } from './guest.ts'
import type { ClientPicker } from './client-picker.ts'
import { quoteOf } from './quote-of.ts'
import { refusalView } from './refusal-view.ts'
import { sumsSheet } from './sums-sheet.ts'
import { dayTexts } from './texts/texts.ts'
import { isAboutTime, whyNot, type Refusal, type Wish } from './why-not.ts'
import { instantOf, wallOf } from './zone.ts'
import '../parts/side-panel.ts'
import './client-picker.ts'

/**
 * A visit made at the desk: somebody known takes two clicks, the name and the button. `booked` bears the visit, `closed` ends it.
 */
export class BookDialog extends PanelElement {
  static override properties = {
    asked: { attribute: false },
    catalogue: { attribute: false },
    zone: {},
    draft: { state: true },
    refusal: { state: true },
    failure: { state: true },
    wrong: { state: true },
    isBusy: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, bookSheet, sumsSheet]

  declare asked: Asked
  declare catalogue: Catalogue
  declare zone: string
  declare draft: Draft
  declare refusal: Refusal | null
  declare failure: unknown
  declare wrong: 'client' | 'service' | 'reason' | null
  declare isBusy: boolean
  /** One for the visit that is meant, however often it is sent. */
  #key = newKey()

  /** What it would cost, and of what. */
  #quote = new Read<{ of: string; quote: Quote } | null>(this, async (signal) => {
    const { client, serviceId } = this.draft
    if (serviceId === null) return null
    const wish = this.#wish(serviceId)
    return { of: this.#what, quote: await quoteOf(this.panel.api, wish, client, signal) }
  })
  #quoted = ''

  constructor() {
    super()
    this.refusal = null
    this.wrong = null
    this.isBusy = false
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('asked')) return
    const { wall, specialistId } = this.asked
    this.draft = { wall, specialistId, serviceId: null, method: 'on_site', client: null }
    this.draft = { ...this.draft, serviceId: this.#services[0]?.id ?? null }
  }

  protected override updated(): void {
    const wish = `${this.draft.wall},${this.#what}`
    if (wish === this.#quoted) return
    this.#quoted = wish
    void this.#quote.load().then(() => this.#setMethod())
  }

  /** A way to pay that this visit has not is not kept. */
  #setMethod(): void {
    if (this.#quote.isBusy) return
    const { method } = this.draft
    if (method !== 'on_site' && !this.#quoteNow?.methods.includes(method))
      this.draft = { ...this.draft, method: 'on_site' }
  }

  protected override firstUpdated(): void {
    void this.updateComplete
      .then(() => this.#picker?.updateComplete)
      .then(() => (this.asked.clientId === null ? this.#picker?.focus() : this.#know()))
  }

  /** Who is to come was known before the time. */
  async #know(): Promise<void> {
    try {
      const client = await this.panel.api.clients.get(this.asked.clientId ?? 0)
      if (!this.draft.client) this.#picker?.choose(client)
    } catch (error) {
      this.failure = error
    }
  }

  get #picker(): ClientPicker | null {
    return this.renderRoot.querySelector<ClientPicker>('client-picker')
  }

  /** What the specialist may be booked for, in the room that was pressed. */
  get #services(): Service[] {
    const room = this.asked.workplaceId
    return servicesOf(this.catalogue, this.draft.specialistId).filter(
      ({ workplace_ids }) =>
        room === null || workplace_ids.length === 0 || workplace_ids.includes(room),
    )
  }

  protected override content(panel: Panel): unknown {
    const say = dayTexts(panel.language)
    return html`<side-panel
      mode="middle"
      .heading=${say('newVisit')}
      @closed=${(event: Event) => {
        event.stopPropagation()
        this.dispatchEvent(new CustomEvent('closed'))
      }}
    >
      ${this.#form(panel)} ${this.#refused(panel)}
      <footer slot="footer" class="foot">
        ${sumLine(panel, this.draft, this.#service, this.#quoteNow)}
        <span class="space"></span>
        <button class="main" form="book" aria-disabled=${this.isBusy}>${say('book')}</button>
      </footer>
    </side-panel>`
  }

  /** Of the wish that is meant now: what could not be quoted costs what the last one did only by chance. */
  get #quoteNow(): Quote | null {
    const { value, error } = this.#quote
    return !error && value?.of === this.#what ? value.quote : null
  }

  /** Of what a price is; the time alone hardly changes it. */
  get #what(): string {
    return [this.draft.specialistId, this.draft.serviceId, this.draft.client?.id].join()
  }

  get #service(): Service | undefined {
    return this.catalogue.services.get(this.draft.serviceId ?? 0)
  }

  #form(panel: Panel): unknown {
    const say = dayTexts(panel.language)
    const given = {
      panel,
      draft: this.draft,
      services: this.#services,
      change: (changes: Partial<Draft>) => this.#change(changes),
    }
    return html`<form
      id="book"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.#send()
      }}
    >
      <div class="field wide">
        <span class="label">${say('client')}</span>
        <client-picker
          .failure=${this.failure}
          @chosen=${({ detail }: CustomEvent<Client | null>) => this.#chosen(detail)}
        ></client-picker>
        ${
          this.wrong === 'client'
            ? html`<p class="wrong" role="alert">${say('chooseClient')}</p>`
            : nothing
        }
      </div>
      ${whenFields(given)} ${whatFields(given, this.#people(panel), this.wrong === 'service')}
      ${payFields(given, this.#quoteNow)} ${quoteLines(given, this.#quoteNow, this.#quote.error)}
      <div class="field wide">
        <label for="note">${say('note')}</label>
        <input id="note" maxlength="2000" autocomplete="off" />
      </div>
    </form>`
  }

  #people({ me, location }: Panel) {
    return [...this.catalogue.specialists.values()].filter(
      ({ id, archived_at, location_ids }) =>
        archived_at === null &&
        (me.role === 'specialist'
          ? id === me.specialist_id
          : location_ids.includes(location?.id ?? 0)),
    )
  }

  /** Another wish may be free, and the service has to be one that the specialist gives. */
  #change(changes: Partial<Draft>): void {
    this.draft = { ...this.draft, ...changes }
    this.refusal = null
    const services = this.#services
    if (!services.some(({ id }) => id === this.draft.serviceId))
      this.draft = { ...this.draft, serviceId: services[0]?.id ?? null }
  }

  #chosen(client: Client | null): void {
    this.draft = { ...this.draft, client, method: 'on_site' }
    this.wrong = null
    if (!client) return
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('.main')?.focus(),
    )
  }

  #refused(panel: Panel): unknown {
    const { refusal, failure } = this
    if (refusal)
      return refusalView({
        panel,
        refusal,
        zone: this.zone,
        specialistName: (id) => nameOf(this.catalogue.specialists.get(id) ?? nobody),
        wrong: this.wrong === 'reason' ? dayTexts(panel.language)('giveReason') : undefined,
        action: dayTexts(panel.language)('anyway'),
        choose: (startsAt, specialistId = this.draft.specialistId ?? undefined) =>
          this.#change({ wall: wallOf(startsAt, this.zone), specialistId: specialistId ?? null }),
        force: (reason) => {
          if (reason) void this.#send(reason)
          else this.wrong = 'reason'
        },
      })
    if (!failure) return nothing
    return html`<p class="notice bad" role="alert">${reasonOf(failure, panel.language)}</p>`
  }

  async #send(reason?: string): Promise<void> {
    const guest = this.#picker?.guest ?? null
    const { serviceId } = this.draft
    this.wrong = guest === null ? 'client' : serviceId === null ? 'service' : null
    if (this.isBusy || guest === null || serviceId === null) {
      if (this.wrong === 'client') this.#picker?.focus()
      return
    }
    this.isBusy = true
    this.failure = undefined
    try {
      const visit = await this.#book(guest, serviceId, reason)
      this.dispatchEvent(new CustomEvent<Appointment>('booked', { detail: visit }))
    } catch (error) {
      // Another wish is another visit: the key belongs to the one that was refused.
      this.#key = newKey()
      if (isAboutTime(error))
        this.refusal = await whyNot(this.panel.api, error, this.#wish(serviceId), this.zone)
      else this.failure = error
    } finally {
      this.isBusy = false
    }
  }

  #wish(serviceId: number): Wish {
    const { specialistId, wall } = this.draft
    const locationId = this.panel.location?.id ?? 0
    return { locationId, serviceId, specialistId, startsAt: instantOf(wall, this.zone) }
  }

  #book(guest: Guest, serviceId: number, reason: string | undefined): Promise<Appointment> {
    const { locationId, specialistId, startsAt } = this.#wish(serviceId)
    const { workplaceId } = this.asked
    const note = this.renderRoot.querySelector<HTMLInputElement>('#note')?.value.trim()
    return this.panel.api.appointments.create(
      {
        location_id: locationId,
        service_id: serviceId,
        starts_at: startsAt,
        client: filled(guest),
        payment: { method: this.draft.method },
        source: 'admin',
        ...(specialistId === null ? {} : { specialist_id: specialistId }),
        ...(workplaceId === null ? {} : { workplace_id: workplaceId }),
        ...(note ? { note } : {}),
        ...(reason ? { force: true, reason } : {}),
      },
      { idempotencyKey: this.#key },
    )
  }
}

/** `crypto.randomUUID` is missing on pages without https. */
function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-')
}

customElements.define('book-dialog', BookDialog)
