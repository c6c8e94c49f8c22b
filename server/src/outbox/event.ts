import type { EventType, OperationTypes } from '@zapis/sdk/contract'
import type { Change } from '../availability/changed.ts'

export type Envelope = OperationTypes['events.stream']['reply']

/** A row of the outbox. */
export interface OutboxEvent {
  organization_id: number
  id: number
  type: EventType
  subject_kind: string
  subject_id: number | null
  payload: Record<string, unknown>
  created_at: Date
  attempts: number
}

type Shown = Pick<OutboxEvent, 'id' | 'type' | 'subject_id' | 'payload' | 'created_at'>

/** Standard Webhooks asks for less than 20 kB. */
const LARGEST_PAYLOAD = 19_000

/** What streams and webhooks say. Whoever needs more than ids and times asks the API. */
export function envelope(event: Shown): Envelope {
  const { id, type, payload, created_at } = event
  const fits = Buffer.byteLength(JSON.stringify(payload)) <= LARGEST_PAYLOAD
  const data = fits ? payload : { object: { id: event.subject_id } }
  return { id, type, created_at: created_at.toISOString(), data }
}

/** Events of one organization, as envelopes. */
export function channelOf(organizationId: number): string {
  return `events:${organizationId}`
}

/** Visits of all organizations, in short: `created:{id}`. */
export const SHORT_CHANNEL = 'appointments'

/** null: not of a visit. */
export function shortForm({
  type,
  subject_id,
}: Pick<OutboxEvent, 'type' | 'subject_id'>): string | null {
  const [noun, verb = ''] = type.split('.')
  if (noun !== 'appointment' || subject_id === null) return null
  return `${verb === 'booked' ? 'created' : verb}:${subject_id}`
}

/** The longest that the contract allows: which buffers a visit had is not said by its event. */
const LONGEST_BUFFER_MIN = 240

/** The times that a visit takes or gives back, before and after the event. */
export function changesOf({ type, payload }: Pick<OutboxEvent, 'type' | 'payload'>): Change[] {
  if (!type.startsWith('appointment.')) return []
  const now = members(payload['object'])
  const before = members(now['previous'])
  // What `previous` leaves out was as it is.
  return [now, { ...now, ...before }].flatMap((visit) => change(visit) ?? [])
}

function change(visit: Record<string, unknown>): Change | null {
  const { specialist_id, location_id, starts_at, ends_at } = visit
  const from = minute(starts_at) - LONGEST_BUFFER_MIN
  const to = minute(ends_at) + LONGEST_BUFFER_MIN
  if (typeof specialist_id !== 'number' || typeof location_id !== 'number') return null
  return Number.isFinite(from) && Number.isFinite(to)
    ? { specialistId: specialist_id, locationId: location_id, from, to }
    : null
}

function minute(instant: unknown): number {
  return typeof instant === 'string' ? Math.floor(Date.parse(instant) / 60_000) : NaN
}

export function members(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
