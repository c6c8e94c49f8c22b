import { isBookingError, type Hold } from '@zapis/sdk'
import {
  chooseTime,
  chosen,
  dropHold,
  endHold,
  hold,
  isHeld,
  loseTime,
  type Wanted,
} from '../flow/flow.ts'
import { zoneHere } from '../parts/zones.ts'
import type { Booking } from './booking.ts'
import { loadQuote } from './quote.ts'

/** So long before its end one is asked whether to go on. */
const WARNING_MS = 30_000
const LIFE_MS = 120_000
const ASKEW_MS = 10_000

interface Clock {
  /** By the visitor's own clock. */
  from: number
  until: number
  timers: ReturnType<typeof setTimeout>[]
  isEnding: boolean
}

const clocks = new WeakMap<Booking, Clock>()
const queues = new WeakMap<Booking, Promise<unknown>>()

/** From when until when the time is held, by the visitor's clock. */
export function clockOf(booking: Booking): Readonly<Clock> | undefined {
  return clocks.get(booking)
}

/** A time was chosen: it is held while the contacts are typed. */
export async function takeTime(
  booking: Booking,
  wanted: Wanted,
  serviceId = booking.flow.serviceId,
): Promise<void> {
  booking.go(chooseTime(booking.flow, wanted, serviceId))
  booking.host.emit('booking-slot-select', chosen(booking.flow))
  void booking.loadTeam().catch(() => undefined)
  await take(booking)
}

/** Holds the wanted time, in place of what is held already. Whether it is ours. */
export async function take(booking: Booking, isExtended = false): Promise<boolean> {
  const { wanted } = booking.flow
  // One after the other: each gives up the hold of the one before.
  const turn = (queues.get(booking) ?? Promise.resolve()).then(async () => {
    const { flow } = booking
    if (flow.wanted !== wanted || (isHeld(flow) && !isExtended)) return isHeld(flow)
    return askFor(booking, isExtended)
  })
  queues.set(booking, turn)
  return turn
}

async function askFor(booking: Booking, isExtended: boolean): Promise<boolean> {
  const { locationId, serviceId, specialistId, wanted, held, trouble } = booking.flow
  if (locationId === null || serviceId === null || wanted === null) return false
  const own = held?.hold ?? (trouble?.kind === 'over' ? trouble.hold : undefined)
  try {
    const taken = await booking.connection.client.request('appointments.book', {
      body: {
        location_id: locationId,
        service_id: serviceId,
        specialist_id: (isExtended ? held?.specialist_id : specialistId) || undefined,
        starts_at: wanted.starts_at,
        hold: own,
      },
    })
    keep(booking, taken, isExtended)
    return true
  } catch (error) {
    if (isBookingError(error, 'slot_unavailable')) {
      lose(booking, error.alternatives)
      return false
    }
    booking.fail(error, () => take(booking, isExtended))
    return false
  }
}

function keep(booking: Booking, taken: Hold, isExtended: boolean): void {
  const { wanted } = booking.flow
  const now = Date.now()
  const life = Date.parse(taken.expires_at) - now
  // A clock that is wrong must not end the hold at once, nor keep it for hours.
  const until = now + (Math.abs(life - LIFE_MS) < ASKEW_MS ? life : LIFE_MS)
  stopClock(booking)
  clocks.set(booking, {
    from: now,
    until,
    isEnding: false,
    timers: [
      setTimeout(() => warn(booking), until - now - WARNING_MS),
      setTimeout(() => over(booking), until - now),
    ],
  })
  const flow = hold(booking.flow, taken, isExtended)
  // Somebody has changed their mind while it was on its way: it stays held, to be given up with the next.
  booking.set({ flow: wanted ? flow : { ...flow, wanted: null }, failure: null })
  if (isExtended) {
    const time = { until: booking.speak.time(until, zoneHere()) }
    booking.set({ said: booking.speak.say('holdExtended', time) })
  }
  booking.host.emit('booking-hold', { ...chosen(flow), expires_at: taken.expires_at })
  void loadQuote(booking)
}

/** Somebody else has it: the nearest alternatives are in the refusal. */
export function lose(booking: Booking, alternatives: Parameters<typeof loseTime>[1]): void {
  if (booking.flow.held && isHeld(booking.flow)) stopClock(booking)
  booking.set({ flow: loseTime(booking.flow, alternatives), days: null, busy: false })
}

function warn(booking: Booking): void {
  const clock = clocks.get(booking)
  if (!clock) return
  clock.isEnding = true
  booking.set({ said: booking.speak.say('holdEnding') })
}

function over(booking: Booking): void {
  // What is being sent has its own answer.
  if (!booking.busy) booking.set({ flow: endHold(booking.flow) })
  stopClock(booking)
}

/** Timers stand still while a page is kept aside. */
export function wake(booking: Booking): void {
  if ((clocks.get(booking)?.until ?? Infinity) <= Date.now()) over(booking)
}

function stopClock(booking: Booking): void {
  for (const timer of clocks.get(booking)?.timers ?? []) clearTimeout(timer)
  clocks.delete(booking)
}

/** Once, for two more minutes. */
export async function extend(booking: Booking): Promise<void> {
  if (booking.flow.held?.extended === false) await take(booking, true)
}

/** The hold is spent or not wanted any more: its clock stops, nothing is asked for. */
export function forget(booking: Booking): void {
  stopClock(booking)
  booking.set({ flow: dropHold(booking.flow) })
}

/** Gives the time back, also from a page that is being left. */
export function release(booking: Booking): void {
  const { held } = booking.flow
  if (!held) return
  forget(booking)
  booking.connection.client
    .request(
      'appointments.release',
      { body: { hold: held.hold } },
      { keepalive: true, maxRetries: 0 },
    )
    // It ends by itself soon.
    .catch(() => undefined)
}
