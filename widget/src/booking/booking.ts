import type { Appointment, Location, Quote, Service, Slot, Specialist } from '@zapis/sdk'
import { isBookingError } from '@zapis/sdk'
import { loadCatalogue, loadSpecialists, type Catalogue } from '../api/catalogue.ts'
import type { Connection } from '../api/connect.ts'
import { explain } from '../api/explain.ts'
import { loadNearest, type Nearest } from '../api/nearest.ts'
import {
  begin,
  choosePlace,
  chooseService,
  chosen,
  type Facts,
  type Flow,
  type Given,
} from '../flow/flow.ts'
import { zoneHere } from '../parts/zones.ts'
import type { Speak } from '../texts/speak.ts'
import type { BookingWidget } from './booking-widget.ts'

/** What did not work, in the visitor's words, and how to try it again. */
export interface Failure {
  /** Said when it is shown: the language may still be on its way. */
  text(speak: Speak): string
  retry: (() => unknown) | null
}

/** A booking in an element: the flow, what the server has said, and what is under way. */
export class Booking {
  readonly host: BookingWidget
  readonly connection: Connection
  flow: Flow
  catalogue: Catalogue | null = null
  nearest: Nearest | null = null
  team: ReadonlyMap<number, Specialist> = new Map()
  failure: Failure | null = null
  /** For screen readers: what has changed without them. */
  said = ''
  /** Something is being sent. */
  busy = false

  /** Services of the first view: what is looked for, and whether all of them are shown. */
  query = ''
  unfolded = false

  /** Free times by date, of the chosen service; and which month and date are looked at. */
  days: ReadonlyMap<string, readonly Slot[]> | null = null
  month = ''
  date = ''

  quote: Quote | null = null
  /** What is wrong with which field. */
  wrong: Readonly<Record<string, string>> = {}

  /** What stands on a visit that is not paid; those who come back from paying bring it. */
  unpaid: ((visit: Appointment) => unknown) | null = null

  constructor(host: BookingWidget, connection: Connection, given: Given) {
    this.host = host
    this.connection = connection
    this.flow = begin(given)
  }

  get speak(): Speak {
    // The element renders nothing of this before its language is there.
    if (!this.host.speak) throw new Error('no language yet')
    return this.host.speak
  }

  set(changes: Partial<Booking>): void {
    Object.assign(this, changes)
    this.host.requestUpdate()
  }

  /** To a next state; a step that is new is told to the page and gets the focus. */
  go(flow: Flow): void {
    const isStep = flow.step !== this.flow.step
    this.set({ flow, failure: null, said: '' })
    if (!isStep) return
    this.host.emit('booking-step', { ...chosen(flow), step: flow.step })
    this.host.stepShown()
  }

  /** Catalogue first, then the nearest times: the third request has the first time in it. */
  async load(): Promise<void> {
    try {
      this.catalogue = await loadCatalogue(this.connection)
      const { locationId } = this.flow
      const place = this.places.find(({ id }) => id === locationId) ?? this.likelyPlace()
      if (place) this.flow = choosePlace(this.flow, place.id)
      this.set({ failure: null })
      const [only] = this.facts.choices === 1 ? this.services : []
      if (only) this.flow = chooseService(this.flow, only.id, this.able(only.id))
      await (only ? this.host.with((later) => later.opened(this)) : this.loadNearest())
      this.host.emit('booking-ready', {})
    } catch (error) {
      this.fail(error, () => this.load())
    }
  }

  async loadNearest(): Promise<void> {
    const { place, flow } = this
    if (!place) return
    const nearest = await loadNearest(this.connection, {
      location_id: place.id,
      service_id: flow.given.serviceId,
      specialist_id: flow.given.specialistId,
    })
    if (this.place?.id === place.id) this.set({ nearest })
  }

  /** Whoever lives by a branch's clock is most likely to go there. */
  private likelyPlace(): Location | undefined {
    const zone = zoneHere()
    return this.places.find(({ time_zone }) => time_zone === zone) ?? this.places[0]
  }

  get places(): readonly Location[] {
    const { given } = this.flow
    return (this.catalogue?.locations ?? []).filter(
      ({ id, service_ids, specialist_ids }) =>
        (given.locationId === undefined || given.locationId === id) &&
        (given.serviceId === undefined || service_ids.includes(given.serviceId)) &&
        (given.specialistId === undefined || specialist_ids.includes(given.specialistId)),
    )
  }

  get place(): Location | undefined {
    return this.places.find(({ id }) => id === this.flow.locationId)
  }

  /** What can be booked in the chosen branch, of what the page allows. */
  get services(): readonly Service[] {
    const { place, catalogue } = this
    const { serviceId, specialistId } = this.flow.given
    return (catalogue?.services ?? []).filter(
      ({ id, specialist_ids }) =>
        place?.service_ids.includes(id) &&
        (serviceId === undefined || serviceId === id) &&
        (specialistId === undefined || specialist_ids.includes(specialistId)),
    )
  }

  get service(): Service | undefined {
    return this.services.find(({ id }) => id === this.flow.serviceId)
  }

  /** Who does a service in the chosen branch. */
  able(serviceId = this.flow.serviceId): readonly number[] {
    const service = this.services.find(({ id }) => id === serviceId)
    const here = this.place?.specialist_ids ?? []
    return (service?.specialist_ids ?? []).filter((id) => here.includes(id))
  }

  get facts(): Facts {
    return {
      choices: this.places.length * this.services.length,
      able: this.able(),
      methods: this.quote?.methods ?? null,
    }
  }

  async loadTeam(): Promise<void> {
    if (this.team.size > 0) return
    const team = await loadSpecialists(this.connection)
    this.set({ team: new Map(team.map((specialist) => [specialist.id, specialist])) })
  }

  /** Nothing is lost: what happened is said, and may be tried again. */
  fail(error: unknown, retry: Failure['retry'] = null): void {
    const isKnown = isBookingError(error)
    this.host.emit('booking-error', {
      code: isKnown ? error.code : 'unknown',
      request_id: (isKnown && error.requestId) || null,
    })
    this.set({ failure: { text: (speak) => explain(error, speak), retry }, busy: false })
  }
}
