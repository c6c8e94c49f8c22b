import type { Availability, Location } from '@zapis/sdk'
import { dateOf, dayFrom, dayOf, minuteOfDay } from './dates.ts'
import type { Step } from './step.ts'
import type { Turn } from './turn.ts'

/** The most that may be asked for at once. */
const DAYS_AHEAD = 61

export type Slot = Availability['days'][number]['slots'][number]

export interface OpenDay {
  day: number
  slots: Slot[]
}

/** Days with free times, from today on. */
export async function openDays(turn: Turn, wish: Step, location: Location): Promise<OpenDay[]> {
  const today = dayOf(turn.now.getTime(), location.time_zone)
  return freeTimes(turn, wish, location, today, today + DAYS_AHEAD)
}

/** Free times of the dates; those that begin a minute from now are gone before they are chosen. */
export async function freeTimes(
  turn: Turn,
  wish: Step,
  location: Location,
  from: number,
  to: number,
): Promise<OpenDay[]> {
  const { memory, clinic } = turn
  const { days } = await clinic.api.availability.search(
    {
      location_id: location.id,
      service_id: wish.service ?? 0,
      ...((wish.specialist ?? 0) > 0 ? { specialist_id: wish.specialist } : {}),
      from: dateOf(from),
      to: dateOf(to),
    },
    // The time that they hold themselves is theirs to choose again.
    memory.held?.organizationId === clinic.id ? { hold: memory.held.hold.hold } : {},
  )
  return days.flatMap(({ date, slots }) =>
    slots.length > 0 ? [{ day: dayFrom(date), slots }] : [],
  )
}

/** Those that begin in the part of the day that is wished for. */
export function within(
  slots: readonly Slot[],
  { from = 0, to = 0 }: Step,
  timeZone: string,
): Slot[] {
  if (to === 0) return [...slots]
  return slots.filter(({ starts_at }) => {
    const minute = minuteOfDay(Date.parse(starts_at), timeZone)
    return minute >= from && minute < to
  })
}

export function minuteOf(instant: number): number {
  return Math.floor(instant / 60_000)
}

export function instantOf(minute: number): string {
  return new Date(minute * 60_000).toISOString()
}
