import { isBookingError, type Appointment, type ErrorCode } from '@zapis/sdk'
import { instantOf } from '../free.ts'
import type { Reply } from '../reply.ts'
import type { Step } from '../step.ts'
import { take, takeAnew } from '../take.ts'
import type { Turn } from '../turn.ts'
import { askContact } from './contact.ts'
import { hold, METHODS } from './hold.ts'
import { taken } from './taken.ts'
import { visitCard } from './visit.ts'

/** What the person can mend on the screen before. */
const ASK_AGAIN: ErrorCode[] = [
  'price_changed',
  'insufficient_funds',
  'package_not_valid',
  'discount_not_with_package',
  'payment_method_unavailable',
  'consent_required',
]

/** The held time becomes a visit; a hold that is gone is taken anew, so that neither a restart nor a slow reader loses it. */
export async function confirm(turn: Turn, step: Step): Promise<Reply> {
  if (!(await turn.clinic.isKnown())) return askContact(turn, { ...step, screen: 'hold', nonce: 0 })
  try {
    return await booked(turn, await confirmHeld(turn, step))
  } catch (error) {
    if (isBookingError(error, 'slot_unavailable')) {
      turn.memory.held = null
      const own = await ownVisit(turn, step)
      return own ? booked(turn, own) : taken(turn, step, error.alternatives)
    }
    if (isBookingError(error) && ASK_AGAIN.some((code) => code === error.code))
      return hold(turn, { ...step, screen: 'hold', nonce: 0, asked: 0 }, error.detail)
    throw error
  }
}

async function confirmHeld(turn: Turn, step: Step): Promise<Appointment> {
  const { hold: held } = await take(turn, step)
  try {
    return await confirmWith(turn, step, held.hold, 'confirm')
  } catch (error) {
    if (!isBookingError(error, 'hold_expired')) throw error
    const { hold: anew } = await takeAnew(turn, step)
    return confirmWith(turn, step, anew.hold, 'confirm-anew')
  }
}

async function confirmWith(
  turn: Turn,
  { method = 0, total = 0 }: Step,
  token: string,
  purpose: string,
): Promise<Appointment> {
  const way = METHODS[method] ?? 'on_site'
  const visit = await turn.clinic.api.appointments.confirm(
    {
      hold: token,
      payment: { method: way },
      source: turn.clinic.source,
      told_by: turn.clinic.messenger,
      // A package charges nothing, whatever the price is now.
      ...(way === 'package' ? {} : { total }),
      ...(way === 'card' && turn.clinic.appUrl !== null ? { return_url: turn.clinic.appUrl } : {}),
    },
    { idempotencyKey: turn.key(purpose) },
  )
  turn.memory.held = null
  return visit
}

/** Pressed twice, or delivered again after a restart: the time is taken, by themselves. */
async function ownVisit(
  { clinic }: Turn,
  { minute = 0, service, location }: Step,
): Promise<Appointment | undefined> {
  const from = instantOf(minute)
  const { data } = await clinic.api.appointments.list({ from, to: instantOf(minute + 1) })
  return data.find(
    (visit) =>
      visit.service_id === service &&
      visit.location_id === location &&
      ['pending', 'confirmed'].includes(visit.status),
  )
}

async function booked(turn: Turn, visit: Appointment): Promise<Reply> {
  const title =
    visit.status === 'confirmed' ? 'booked' : visit.payment_url ? 'bookedToPay' : 'bookedToApprove'
  return visitCard(turn, visit, turn.say(title))
}
