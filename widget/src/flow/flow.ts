import type { Alternative, Appointment, Hold, Money, Slot } from '@zapis/sdk'
import type { Chosen, Step } from '../element/events.ts'

export type { Step }

/** What the page has chosen for its visitors: these are not asked for. */
export interface Given {
  locationId?: number | undefined
  serviceId?: number | undefined
  specialistId?: number | undefined
}

/** A time that one wants: from availability, from the nearest times or from a refusal's alternatives. */
export type Wanted = Pick<Slot, 'starts_at' | 'ends_at' | 'specialist_ids'> & {
  price?: Money | undefined
}

/** A held time, and whether it was extended, which may be done once. */
export interface Held extends Hold {
  extended: boolean
}

/** Why the chosen time is not ours (any more). */
export type Trouble =
  | { kind: 'taken'; startsAt: string; alternatives: readonly Alternative[] }
  | { kind: 'over'; startsAt: string; hold: string }

/** What a visitor types; no step forward or back touches it. */
export interface Typed {
  firstName: string
  lastName: string
  phone: string
  email: string
  note: string
  promo: string
  consents: readonly string[]
  method: string | null
}

/** A booking under way. Every function here gives the next state and changes nothing. */
export interface Flow {
  step: Step
  given: Given
  locationId: number | null
  serviceId: number | null
  /** null = not asked yet; 0 = whoever is free. */
  specialistId: number | null
  wanted: Wanted | null
  held: Held | null
  trouble: Trouble | null
  typed: Typed
  visit: Appointment | null
}

/** Whoever is free. */
export const ANYBODY = 0

const nothingTyped: Typed = {
  firstName: '',
  lastName: '',
  phone: '',
  email: '',
  note: '',
  promo: '',
  consents: [],
  method: null,
}

/** What a step's skipping depends on. */
export interface Facts {
  /** Branches and services that can be chosen from; one = nothing to choose. */
  choices: number
  /** Who does the chosen service in the chosen branch. */
  able: readonly number[]
  /** Ways to pay; unknown until the time is held. */
  methods: readonly string[] | null
}

export function begin(given: Given, typed: Typed = nothingTyped): Flow {
  return {
    step: 'service',
    given,
    locationId: given.locationId ?? null,
    serviceId: null,
    specialistId: given.specialistId ?? null,
    wanted: null,
    held: null,
    trouble: null,
    typed,
    visit: null,
  }
}

/** Another branch: what was chosen there is not offered here. */
export function choosePlace(flow: Flow, locationId: number): Flow {
  if (flow.locationId === locationId) return flow
  return { ...begin(flow.given, flow.typed), locationId, held: flow.held }
}

export function chooseService(flow: Flow, serviceId: number, able: readonly number[]): Flow {
  const isSame = flow.serviceId === serviceId
  const kept = isSame ? flow.specialistId : (flow.given.specialistId ?? null)
  const specialistId = kept !== null && (kept === ANYBODY || able.includes(kept)) ? kept : null
  const next = {
    ...flow,
    serviceId,
    specialistId,
    wanted: isSame ? flow.wanted : null,
    trouble: null,
  }
  return able.length > 1 && flow.given.specialistId === undefined
    ? { ...next, step: 'specialist' }
    : { ...next, specialistId: specialistId ?? able[0] ?? ANYBODY, step: 'time' }
}

export function chooseSpecialist(flow: Flow, specialistId: number): Flow {
  const isSame = flow.specialistId === specialistId
  return { ...flow, specialistId, wanted: isSame ? flow.wanted : null, trouble: null, step: 'time' }
}

/** A time, of the calendar or one of the nearest of the first view; who was not chosen will be whoever is free. */
export function chooseTime(flow: Flow, wanted: Wanted, serviceId = flow.serviceId): Flow {
  const specialistId = flow.given.specialistId ?? flow.specialistId ?? ANYBODY
  const isService = serviceId === flow.serviceId
  return {
    ...flow,
    serviceId,
    specialistId: isService ? specialistId : (flow.given.specialistId ?? ANYBODY),
    wanted,
    trouble: null,
    // Somebody who lost a time while paying goes on paying.
    step: flow.step === 'payment' && flow.trouble ? 'payment' : 'contacts',
  }
}

/** The time that one holds is the one that is wanted: nothing to be asked for. */
export function isHeld({ held, wanted, serviceId, specialistId }: Flow): boolean {
  return (
    held !== null &&
    wanted !== null &&
    Date.parse(held.starts_at) === Date.parse(wanted.starts_at) &&
    held.service_id === serviceId &&
    (!specialistId || held.specialist_id === specialistId)
  )
}

export function hold(flow: Flow, held: Hold, extended = false): Flow {
  return { ...flow, held: { ...held, extended }, trouble: null }
}

/** Somebody else has the time. */
export function loseTime(flow: Flow, alternatives: readonly Alternative[]): Flow {
  const startsAt = flow.wanted?.starts_at
  if (startsAt === undefined) return flow
  // Whoever is refused another time keeps what they hold.
  const held = isHeld(flow) ? null : flow.held
  return { ...flow, held, wanted: null, trouble: { kind: 'taken', startsAt, alternatives } }
}

/** The hold has run out; the time may still be free. */
export function endHold(flow: Flow): Flow {
  if (flow.held === null || flow.step === 'done') return flow
  const { starts_at: startsAt, hold: token } = flow.held
  // By the server’s clock it may not be over yet: then it is given up with the next one.
  const trouble = flow.wanted ? ({ kind: 'over', startsAt, hold: token } as const) : null
  return { ...flow, held: null, trouble }
}

export function dropHold(flow: Flow): Flow {
  return { ...flow, held: null }
}

export function type(flow: Flow, typed: Partial<Typed>): Flow {
  return { ...flow, typed: { ...flow.typed, ...typed } }
}

/** From the contacts: to the payment, when there is something to choose. */
export function goToPayment(flow: Flow): Flow {
  return { ...flow, step: 'payment' }
}

export function finish(flow: Flow, visit: Appointment): Flow {
  return { ...flow, step: 'done', held: null, trouble: null, visit }
}

/** Another booking by the same person at the same place. */
export function startAgain(flow: Flow): Flow {
  const { locationId, typed, given } = flow
  return { ...begin(given, { ...typed, note: '', promo: '', method: null }), locationId }
}

/** The steps that this visitor passes. */
export function stepsOf({ given }: Flow, { choices, able, methods }: Facts): Step[] {
  const steps: Step[] = []
  if (choices !== 1) steps.push('service')
  if (given.specialistId === undefined && able.length > 1) steps.push('specialist')
  steps.push('time', 'contacts')
  if (asksForPayment(methods)) steps.push('payment')
  return steps
}

/** Paying where one comes to is nothing to choose; unless it must be paid before. */
export function asksForPayment(methods: readonly string[] | null): boolean {
  return methods === null || methods.length !== 1 || methods[0] !== 'on_site'
}

/** The step before, among those that are passed; null on the first. */
export function before(flow: Flow, facts: Facts): Step | null {
  const steps = stepsOf(flow, facts)
  const at = steps.indexOf(flow.step)
  if (flow.step === 'done' || at <= 0) return null
  return steps[at - 1] ?? null
}

/** Back to a step that was passed; everything that is chosen and typed stays. */
export function goTo(flow: Flow, step: Step): Flow {
  return flow.step === 'done' ? flow : { ...flow, step, trouble: null }
}

/** For events. */
export function chosen({ locationId, serviceId, specialistId, wanted, held }: Flow): Chosen {
  return {
    location_id: locationId,
    service_id: serviceId,
    specialist_id: held?.specialist_id ?? (specialistId || null),
    starts_at: wanted?.starts_at ?? null,
    price: held?.price ?? wanted?.price ?? null,
  }
}
