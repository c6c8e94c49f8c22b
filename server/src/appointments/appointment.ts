/** The rules of a visit: no I/O, no clock. */

export type Status =
  'pending' | 'confirmed' | 'arrived' | 'completed' | 'cancelled' | 'no_show' | 'expired'
export type Source = 'widget' | 'site' | 'telegram' | 'admin' | 'api'
export type PaidBy = 'on_site' | 'wallet' | 'package' | 'card'

/** Statuses that still lie ahead: they occupy time that others cannot have. */
export const active: readonly Status[] = ['pending', 'confirmed', 'arrived']

/** From where each change may begin; the same table is a trigger in PostgreSQL, which has the last word. */
const sources = {
  confirmed: ['pending'],
  arrived: ['confirmed', 'completed', 'no_show'],
  completed: ['confirmed', 'arrived', 'no_show'],
  no_show: ['confirmed', 'arrived'],
  cancelled: ['pending', 'confirmed', 'arrived'],
  expired: ['pending'],
} as const satisfies Partial<Record<Status, readonly Status[]>>

export type Move = keyof typeof sources

export function mayBecome(from: Status, to: Move): boolean {
  const allowed: readonly Status[] = sources[to]
  return allowed.includes(from)
}

/** A client may change a visit until so many minutes before it. Exactly at the limit is still in time. */
export function inTime(startsAt: Date, now: Date, beforeMin: number): boolean {
  return startsAt.getTime() - now.getTime() >= beforeMin * 60_000
}

/** Whether a client may still call it off: late too, where the clinic takes a fee for that instead of refusing. */
export function mayCallOff(
  startsAt: Date,
  now: Date,
  { cancel_before_min, late_cancel }: { cancel_before_min: number; late_cancel: 'refuse' | 'fee' },
): boolean {
  return startsAt > now && (late_cancel === 'fee' || inTime(startsAt, now, cancel_before_min))
}

/** A visit can be moved while it has not begun for the clinic. */
export function mayMove(status: Status): boolean {
  return status === 'pending' || status === 'confirmed'
}
