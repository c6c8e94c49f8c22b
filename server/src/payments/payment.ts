/** What may become of a payment. No I/O, no clock. */

export type PaymentStatus =
  'pending' | 'succeeded' | 'unapplied' | 'failed' | 'cancelled' | 'refunded'
export type Purpose = 'appointment' | 'package' | 'deposit'
export type ExternalProvider = 'demo' | 'yookassa' | 'stripe'
export type ProviderName = ExternalProvider | 'on_site'

/** How it stands at the provider; what was given back is a number beside it. */
export type TruthStatus = 'pending' | 'succeeded' | 'failed' | 'cancelled'

export interface Sum {
  amount: number
  currency: string
}

/** Only forward: money that came is never unsaid, and what failed may still succeed, for the late truth wins. */
const next: Record<PaymentStatus, readonly PaymentStatus[]> = {
  pending: ['succeeded', 'unapplied', 'failed', 'cancelled'],
  failed: ['succeeded', 'unapplied'],
  cancelled: ['succeeded', 'unapplied'],
  succeeded: ['refunded'],
  unapplied: ['refunded'],
  refunded: [],
}

export function canBecome(from: PaymentStatus, to: PaymentStatus): boolean {
  return next[from].includes(to)
}

/** The money is or was with us. */
export function hasCome(status: PaymentStatus): boolean {
  return status === 'succeeded' || status === 'unapplied' || status === 'refunded'
}

/** What the provider's word changes; null = nothing that we do not know. */
export function heard(status: PaymentStatus, truth: TruthStatus): TruthStatus | null {
  return truth !== 'pending' && canBecome(status, truth) ? truth : null
}

export function sameSum(ours: Sum, theirs: Sum): boolean {
  return ours.amount === theirs.amount && ours.currency === theirs.currency
}

/** What can still be given back; null = nothing can, in this status. */
export function refundable(payment: {
  status: PaymentStatus
  amount: number
  refunded: number
}): number | null {
  const { status, amount, refunded } = payment
  return status === 'succeeded' || status === 'unapplied' ? amount - refunded : null
}

export function describeSum(status: string, { amount, currency }: Sum): string {
  return `${status} ${amount} ${currency}`
}

const MINUTE_MS = 60_000
const LONGEST_MS = 60 * MINUTE_MS

/** Until the next try: a minute, then twice as long each time, at most an hour. */
export function pauseMs(attempts: number): number {
  return Math.min(LONGEST_MS, MINUTE_MS * 2 ** Math.min(attempts, 6))
}
