import type { BookingClient } from '@zapis/sdk'
import { isBookingError, SlotUnavailableError } from '@zapis/sdk'
import { wallOf } from './zone.ts'

/** A visit that is wanted, new or moved. */
export interface Wish {
  locationId: number
  serviceId: number
  /** null = any who is free. */
  specialistId: number | null
  /** The instant. */
  startsAt: string
  /** The visit to be moved: its own time is not in its way. */
  appointmentId?: number
  /** How long it is to be; else as long as it is. */
  durationMin?: number | undefined
}

/** Why it was refused: in the server’s words, what stands against it, and the nearest free times. */
export interface Refusal {
  wish: Wish
  words: string
  reasons: readonly string[]
  alternatives: readonly { starts_at: string; specialist_ids: readonly number[] }[]
  /** Whether the desk may do it anyway, with a reason. */
  mayForce: boolean
}

/** Refusals of the time itself; all others are about something else. */
const ofTime = ['slot_unavailable', 'time_not_bookable'] as const

export function isAboutTime(error: unknown): boolean {
  return ofTime.some((code) => isBookingError(error, code))
}

export async function whyNot(
  api: BookingClient,
  error: unknown,
  wish: Wish,
  zone: string,
): Promise<Refusal> {
  const reasons = await explained(api, wish, zone).catch(() => [])
  return {
    wish,
    words: error instanceof Error ? error.message : '',
    reasons,
    alternatives: error instanceof SlotUnavailableError ? error.alternatives : [],
    mayForce: wish.specialistId !== null,
  }
}

/** The grid’s time that is asked for, or the last one before it. */
async function explained(api: BookingClient, wish: Wish, zone: string): Promise<string[]> {
  const date = wallOf(wish.startsAt, zone).slice(0, 10)
  const { days } = await api.availability.search({
    location_id: wish.locationId,
    service_id: wish.serviceId,
    from: date,
    to: date,
    explain: 1,
    ...(wish.specialistId === null ? {} : { specialist_id: wish.specialistId }),
    ...(wish.appointmentId === undefined ? {} : { appointment_id: wish.appointmentId }),
    ...(wish.durationMin === undefined ? {} : { duration_min: wish.durationMin }),
  })
  const wanted = Date.parse(wish.startsAt)
  const found = (days[0]?.refused ?? []).findLast(
    ({ starts_at }) =>
      Date.parse(starts_at) <= wanted && wanted - Date.parse(starts_at) < 3_600_000,
  )
  return [...new Set((found?.reasons ?? []).map(({ reason }) => reason))]
}
