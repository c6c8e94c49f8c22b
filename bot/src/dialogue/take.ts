import { isBookingError, type Hold } from '@zapis/sdk'
import { instantOf, minuteOf } from './free.ts'
import { ANYONE, type Step } from './step.ts'
import type { Held, Turn } from './turn.ts'

/** A hold with less than this left is taken anew: the client is still reading. */
const SPARE_MS = 15_000
/** How a time was asked for, in bits: of whoever is free; before the person had said who they are. */
const OF_ANYONE = 1
const AS_GUEST = 2

/**
 * The time of the step, held for the person. The hold's token fits into no button, so it is remembered here; where that
 * was lost, the key that it was asked for under is made again of the button's own numbers, and the server answers with the
 * same hold.
 */
export async function take(turn: Turn, step: Step): Promise<Held> {
  const own = heldHere(turn)
  if (own && isOf(own.hold, step) && isAlive(turn, own.hold)) return own
  if (own) await release(turn)
  const asked = step.asked ?? (step.nonce ? AS_GUEST : 0)
  const nonce = step.nonce ? step.nonce : freshNonce(turn)
  const isOfAnyone = (asked & OF_ANYONE) > 0 || (step.specialist ?? ANYONE) === ANYONE
  const found = await bookAs(
    turn,
    { ...step, ...(isOfAnyone ? { specialist: ANYONE } : {}) },
    {
      nonce,
      isGuest: (asked & AS_GUEST) > 0,
    },
  )
  if (isOf(found.hold, step) && isAlive(turn, found.hold)) return found
  return takeAnew(turn, step)
}

/** What was held is gone: the same time once more, with the same specialist. */
export async function takeAnew(turn: Turn, step: Step): Promise<Held> {
  await release(turn)
  return bookAs(turn, step, { nonce: freshNonce(turn) + 1, isGuest: false })
}

/** For who has not said yet who they are: a courtesy, which an address that many share may be refused. */
export async function takeAsGuest(turn: Turn, step: Step): Promise<Held | null> {
  const own = heldHere(turn)
  if (own && isOf(own.hold, step) && isAlive(turn, own.hold)) return own
  if (own) await release(turn)
  try {
    return await bookAs(turn, step, { nonce: freshNonce(turn), isGuest: true })
  } catch (error) {
    if (isBookingError(error) && error.status === 429) return null
    throw error
  }
}

export async function release(turn: Turn): Promise<void> {
  const own = heldHere(turn)
  turn.memory.held = null
  // It ends by itself, too.
  if (own)
    await turn.clinic.api.appointments.release({ hold: own.hold.hold }).catch(() => undefined)
}

export function heldHere({ memory, clinic }: Turn): Held | null {
  return memory.held?.organizationId === clinic.id ? memory.held : null
}

async function bookAs(
  turn: Turn,
  { location = 0, service = 0, specialist = ANYONE, minute = 0 }: Step,
  { nonce, isGuest }: { nonce: number; isGuest: boolean },
): Promise<Held> {
  const { clinic, memory } = turn
  const api = isGuest ? clinic.guest : clinic.api
  const hold = await api.appointments.book(
    {
      location_id: location,
      service_id: service,
      ...(specialist > 0 ? { specialist_id: specialist } : {}),
      starts_at: instantOf(minute),
    },
    { idempotencyKey: turn.ownKey(`hold ${minute} ${nonce}`) },
  )
  const asked = (specialist > 0 ? 0 : OF_ANYONE) | (isGuest ? AS_GUEST : 0)
  memory.held = { hold, organizationId: clinic.id, nonce, asked }
  return memory.held
}

/** The same for the same message, and hardly for two: tells one press on a time from the next. */
function freshNonce(turn: Turn): number {
  return 1 + (Number.parseInt(turn.key('nonce').replace(/\W/g, '').slice(-8), 36) % 1_000_000)
}

function isAlive({ now }: Turn, { expires_at }: Hold): boolean {
  return Date.parse(expires_at) > now.getTime() + SPARE_MS
}

function isOf(hold: Hold, { location, service, specialist = ANYONE, minute }: Step): boolean {
  return (
    hold.location_id === location &&
    hold.service_id === service &&
    minuteOf(Date.parse(hold.starts_at)) === minute &&
    (specialist === ANYONE || hold.specialist_id === specialist)
  )
}
