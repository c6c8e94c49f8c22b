import type { ManagedAppointment } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { longDay } from '../../parts/long-day.ts'
import { spaced } from '../../parts/spaced.ts'
import { whereIs } from '../../parts/place.ts'
import { yourTime } from '../../parts/zones.ts'
import { dateIn } from '../../texts/calendar.ts'
import type { Speak } from '../../texts/speak.ts'

const OFF = ['cancelled', 'expired', 'no_show']

/** The visit as a ticket: when, what, with whom, where. */
export function ticketOf(visit: ManagedAppointment, speak: Speak): unknown {
  const { location, service, specialist, starts_at, total, status } = visit
  const zone = location.time_zone
  return html`<article class=${OFF.includes(status) ? 'ticket off' : 'ticket'} part="ticket">
    <div class="ticket-when">
      <p class="ticket-time">${speak.time(starts_at, zone)}</p>
      <p class="ticket-date">${longDay(speak, dateIn(starts_at, zone))}</p>
      ${yourTime(speak, starts_at, zone)}
    </div>
    <div class="ticket-what">
      <p><b>${service.name}</b><br />${specialist.name}</p>
      ${whereIs(speak, location)}
      ${location.phone ? html`<p><a class="link" href="tel:${location.phone}">${spaced(location.phone)}</a></p>` : nothing}
      ${total.amount > 0 ? html`<p class="small muted">${speak.money(total)}</p>` : nothing}
      ${
        service.preparation && !OFF.includes(status)
          ? html`<div class="prepare">
              <h3>${speak.say('howToPrepare')}</h3>
              <p class="tenant">${service.preparation}</p>
            </div>`
          : nothing
      }
    </div>
  </article>`
}
