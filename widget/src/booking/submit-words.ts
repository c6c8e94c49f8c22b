import type { Money } from '@zapis/sdk'
import type { Booking } from './booking.ts'

/** What is paid before the visit is certain. */
export function dueNow({ quote, flow }: Booking): Money | null {
  if (!quote) return null
  const { method } = flow.typed
  if (method === 'card' && quote.total.amount > 0) return quote.total
  return method === 'on_site' && quote.prepayment.amount > 0 ? quote.prepayment : null
}

/** The button says what it does. */
export function submitWords(booking: Booking): string {
  const { speak, flow, place, busy } = booking
  if (busy) return speak.say('submitting')
  const due = dueNow(booking)
  if (due) return speak.say('submitAndPay', { amount: speak.money(due) })
  const startsAt = flow.wanted?.starts_at
  if (!startsAt || !place) return speak.say('chooseOther')
  return speak.say('submit', { time: speak.time(startsAt, place.time_zone) })
}
