import { isBookingError, type Appointment } from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Connection } from '../api/connect.ts'
import { chosen, finish } from '../flow/flow.ts'
import { zoneHere } from '../parts/zones.ts'
import type { Booking } from './booking.ts'
import { goAndPay, placeOf, type Left } from './pay.ts'
import { submit } from './submit.ts'

/** Whether somebody comes back from paying; then their booking goes on where it was. */
export async function comeBack(booking: Booking): Promise<boolean> {
  const left = takeLeft(booking.connection)
  if (!left) return false
  booking.unpaid = (visit) => unpaidNotice(booking, visit)
  booking.busy = false
  booking.flow = {
    ...booking.flow,
    typed: left.typed,
    locationId: left.visit.location_id,
    serviceId: left.visit.service_id,
    specialistId: left.visit.specialist_id,
    wanted: { ...left.visit, specialist_ids: [left.visit.specialist_id], price: left.visit.price },
  }
  void booking.loadTeam().catch(() => undefined)
  await look(booking, left.visit)
  return true
}

function unpaidNotice(booking: Booking, visit: Appointment): unknown {
  const { speak, busy, place, said } = booking
  const until = visit.pending_until
  const time = place ? speak.time(visit.starts_at, place.time_zone) : ''
  return html`<div class="notice bad" part="notice" role="alert">
    ${until ? html`<p>${speak.say('unpaidHint', { time, until: speak.time(until, zoneHere()) })}</p>` : nothing}
    ${said ? html`<p>${said}</p>` : nothing}
    <div class="row">
      <button
        type="button"
        class="main"
        part="pay-again"
        aria-disabled=${busy}
        @click=${() => payAgain(booking, visit)}
      >
        ${speak.say(busy ? 'goingToPay' : 'payAgain')}
      </button>
      <button type="button" class="link" part="check-again" @click=${() => look(booking, visit)}>
        ${speak.say('checkAgain')}
      </button>
    </div>
  </div>`
}

/** How it stands with a visit that is to be paid; the server asks the provider on the way back. */
async function look(booking: Booking, visit: Appointment): Promise<void> {
  try {
    const { status } = await booking.connection.client.request('manage.get', {
      params: { code: visit.code },
    })
    const isPaid = status === 'confirmed'
    const now: Appointment = {
      ...visit,
      status,
      paid: isPaid ? (visit.paid_by === 'card' ? visit.total : visit.prepayment) : visit.paid,
    }
    const isNews = booking.flow.visit?.status !== status
    booking.go(finish(booking.flow, now))
    if (isPaid && isNews)
      booking.host.emit('booking-success', {
        ...chosen(booking.flow),
        appointment_id: visit.id,
        status,
        price: visit.total,
      })
    else if (!isNews) booking.set({ said: booking.speak.say('payNotSeen') })
  } catch (error) {
    booking.go(finish(booking.flow, visit))
    booking.fail(error, () => look(booking, visit))
  }
}

/** A signed-in client begins another payment of the same visit; a guest books the same time again. */
async function payAgain(booking: Booking, visit: Appointment): Promise<void> {
  const { client } = booking.connection
  booking.set({ busy: true, failure: null })
  try {
    if (booking.connection.isSignedIn()) {
      const { url } = await client.request('payments.create', {
        body: {
          purpose: 'appointment',
          appointment_id: visit.id,
          return_url: location.href,
        },
      })
      goAndPay(booking, { ...visit, payment_url: url })
      return
    }
    await client.request('manage.cancel', { params: { code: visit.code }, body: {} })
    booking.set({ busy: false, flow: { ...booking.flow, visit: null, step: 'payment' } })
    await submit(booking)
  } catch (error) {
    // Too late to be cancelled is not too late to be paid.
    if (isBookingError(error, 'outside_cancellation_window') && visit.payment_url)
      goAndPay(booking, visit)
    else booking.fail(error, () => payAgain(booking, visit))
  }
}

/** What was left before paying; once. */
function takeLeft(connection: Connection): Left | null {
  try {
    const name = placeOf(connection)
    const text = sessionStorage.getItem(name)
    sessionStorage.removeItem(name)
    // We wrote it ourselves.
    return text === null ? null : (JSON.parse(text) as Left)
  } catch {
    return null
  }
}
