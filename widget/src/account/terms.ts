/** What the clinic's rules say of a visit that a client wants to change. No I/O, no clock: the server has the last word. */
import type { Appointment, Policy } from '@zapis/sdk'

export interface Terms {
  canMove: boolean
  canCancel: boolean
  /** Until when cancelling costs nothing, as `Date.now()`. */
  freeUntil: number
  /** Cancelled now, it is late. */
  isLate: boolean
  /** What the clinic keeps, minor units. */
  fee: number
  /** What comes back, minor units. */
  back: number
  /** Where money from outside goes back to. */
  to: 'wallet' | 'source'
}

const MINUTE_MS = 60_000

/** `policies` from the general to the particular: organization, branch, service; the last that says something holds. */
export function termsOf(visit: Appointment, policies: readonly Policy[], now: number): Terms {
  const last = <Name extends keyof Policy>(name: Name): Policy[Name] =>
    policies.reduce<Policy[Name]>((found, policy) => policy[name] ?? found, undefined)
  const cancelBefore = last('cancel_before_min') ?? 0
  const moveBefore = last('reschedule_before_min') ?? cancelBefore
  const startsAt = Date.parse(visit.starts_at)
  const isAhead = startsAt > now
  const freeUntil = startsAt - cancelBefore * MINUTE_MS
  const isLate = now > freeUntil
  const fee = isLate ? percentOf(visit.total.amount, last('late_cancel_fee_percent') ?? 0) : 0
  return {
    canMove:
      isAhead &&
      (visit.status === 'pending' || visit.status === 'confirmed') &&
      startsAt - now >= moveBefore * MINUTE_MS,
    canCancel: isAhead && isActive(visit) && (!isLate || last('late_cancel') === 'fee'),
    freeUntil,
    isLate,
    fee,
    back: visit.client_package_id === null ? Math.max(0, visit.paid.amount - fee) : 0,
    to: last('refund_to') ?? 'source',
  }
}

export function isActive({ status }: Appointment): boolean {
  return status === 'pending' || status === 'confirmed' || status === 'arrived'
}

/** It waits for money, not for the clinic. */
export function isUnpaid({ status, prepayment, paid, total, paid_by }: Appointment): boolean {
  const due = paid_by === 'card' ? total.amount : prepayment.amount
  return status === 'pending' && paid.amount < due
}

/** What is still to pay. */
export function dueOf({ total, paid, client_package_id }: Appointment): number {
  return client_package_id === null ? Math.max(0, total.amount - paid.amount) : 0
}

/** Half up, to the minor unit, as the server counts. */
function percentOf(amount: number, percent: number): number {
  return Math.round((amount * Math.round(percent * 100)) / 10_000)
}
