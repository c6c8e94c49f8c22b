import type { Appointment } from '@zapis/sdk'
import type { Connection } from '../api/connect.ts'
import type { Typed } from '../flow/flow.ts'
import type { Booking } from './booking.ts'

/** What is kept of a booking while its visitor is on the payment page; in this tab only, and taken away on return. */
export interface Left {
  visit: Appointment
  typed: Typed
}

export function placeOf({ apiKey, url }: Connection): string {
  return `zapis-payment:${apiKey}@${url}`
}

/** To the payment page in this tab; it comes back to this address. */
export function goAndPay(booking: Booking, visit: Appointment): void {
  const left: Left = { visit, typed: booking.flow.typed }
  try {
    sessionStorage.setItem(placeOf(booking.connection), JSON.stringify(left))
  } catch {
    // The visit is booked all the same; its link has been sent to the visitor.
  }
  booking.set({
    flow: { ...booking.flow, visit },
    said: booking.speak.say('goingToPay'),
    busy: true,
  })
  location.assign(visit.payment_url ?? '')
}

/** Whether somebody has left for a payment page, in this tab. */
export function hasLeft(connection: Connection): boolean {
  try {
    return sessionStorage.getItem(placeOf(connection)) !== null
  } catch {
    return false
  }
}
