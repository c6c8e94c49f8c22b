import type { Appointment } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { startAgain } from '../flow/flow.ts'
import { longDay } from '../parts/long-day.ts'
import { nameOf } from '../parts/name-of.ts'
import { whereIs } from '../parts/place.ts'
import { yourTime } from '../parts/zones.ts'
import { dateIn } from '../texts/calendar.ts'
import type { Booking } from './booking.ts'
import { whatFailed } from './first-view.ts'

/** The ticket is torn off: when and where, how to prepare, and what to do with it. */
export function doneStep(booking: Booking): unknown {
  const { flow, speak } = booking
  const { visit } = flow
  if (!visit) return nothing
  const isUnpaid = visit.status === 'pending' && visit.payment_url !== null
  const isGone = visit.status === 'expired' || visit.status === 'cancelled'
  const title = isGone
    ? 'visitGone'
    : isUnpaid
      ? 'unpaid'
      : visit.status === 'pending'
        ? 'waiting'
        : 'booked'
  return html`<div class="page done" part="page">
    ${title === 'booked' || title === 'waiting' ? html`<i class="mark" aria-hidden="true"></i>` : nothing}
    <h2 tabindex="-1" part="heading">${speak.say(title)}</h2>
    ${whatFailed(booking)}
    ${title === 'waiting' ? html`<p>${speak.say('waitingHint')}</p>` : nothing}
    ${isUnpaid ? booking.unpaid?.(visit) : nothing} ${isGone ? nothing : ticket(booking, visit)}
    ${isUnpaid || isGone ? nothing : html`<slot name="success"></slot>`}
    <div class="row actions">
      ${isUnpaid || isGone ? nothing : keepButtons(booking, visit)}
      ${anotherButton(booking, isGone)}
    </div>
  </div>`
}

function ticket(booking: Booking, visit: Appointment): unknown {
  const { speak, catalogue, team } = booking
  const place = catalogue?.locations.find(({ id }) => id === visit.location_id)
  const service = catalogue?.services.find(({ id }) => id === visit.service_id)
  const person = team.get(visit.specialist_id)
  if (!place) return nothing
  const zone = place.time_zone
  return html`<article class="ticket" part="ticket">
    <div class="ticket-when">
      <p class="ticket-time" part="ticket-time">${speak.time(visit.starts_at, zone)}</p>
      <p class="ticket-date" part="ticket-date">${longDay(speak, dateIn(visit.starts_at, zone))}</p>
      ${yourTime(speak, visit.starts_at, zone)}
    </div>
    <div class="ticket-what">
      <p><b>${service?.name}</b>${person ? html`<br />${nameOf(person)}` : nothing}</p>
      ${whereIs(speak, place)}
      ${visit.status === 'pending' ? nothing : html`<p class="small muted">${paidWords(booking, visit)}</p>`}
      ${
        service?.preparation
          ? html`<div class="prepare" part="preparation">
              <h3>${speak.say('howToPrepare')}</h3>
              <p class="tenant">${service.preparation}</p>
            </div>`
          : nothing
      }
    </div>
  </article>`
}

function paidWords({ speak }: Booking, visit: Appointment): string {
  if (visit.client_package_id !== null) return speak.say('pay_package')
  const left = visit.total.amount - visit.paid.amount
  const words = [
    visit.paid.amount > 0 && speak.say('paidLine', { amount: speak.money(visit.paid) }),
    left > 0 && speak.say('payThere', { amount: speak.money({ ...visit.total, amount: left }) }),
  ]
  return words.filter(Boolean).join(' · ')
}

function keepButtons({ speak, connection }: Booking, { code }: Appointment): unknown {
  const path = encodeURIComponent(code)
  return html`<a
      class="quiet"
      part="calendar-file"
      href="${connection.url}/v1/manage/${path}/calendar.ics"
    >
      ${speak.say('toCalendar')}
    </a>
    <a class="quiet" part="manage" href="${connection.url}/manage/${path}"
      >${speak.say('manageVisit')}</a
    >`
}

function anotherButton(booking: Booking, isGone: boolean): unknown {
  const again = () => {
    booking.set({ quote: null, days: null, wrong: {} })
    booking.go(startAgain(booking.flow))
    void booking.load()
  }
  return html`<button type="button" class="quiet" part="another" @click=${again}>
    ${booking.speak.say(isGone ? 'bookAnew' : 'another')}
  </button>`
}
