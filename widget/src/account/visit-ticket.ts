import type { Appointment } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { longDay } from '../parts/long-day.ts'
import { whereIs } from '../parts/place.ts'
import { yourTime } from '../parts/zones.ts'
import { dateIn } from '../texts/calendar.ts'
import type { Account } from './account.ts'
import { serviceName, specialistName } from './known.ts'
import { whenOf, zoneOfVisit } from './move.ts'
import { dueOf, isUnpaid } from './terms.ts'

/** A visit that lies ahead, as a ticket; `actions` stand on it. */
export function visitTicket(
  account: Account,
  visit: Appointment,
  actions: unknown = nothing,
): unknown {
  const { known, speak } = account
  if (!known) return nothing
  const zone = zoneOfVisit(account, visit)
  const service = serviceName(known, visit.service_id)
  const place = known.locations.get(visit.location_id)
  // Where it does not fit, the line ends after the weekday.
  const day = longDay(speak, dateIn(visit.starts_at, zone)).replace(/(?<= .*) /g, '\u00a0')
  return html`<article
    class="visit"
    part="visit"
    data-visit=${visit.id}
    aria-label=${account.speak.say('bookAt', { service, when: whenOf(account, visit) })}
  >
    <div class="visit-when">
      <p class="visit-time" part="visit-time">${speak.time(visit.starts_at, zone)}</p>
      <p class="visit-date" part="visit-date">${day}</p>
      ${yourTime(speak, visit.starts_at, zone)}
    </div>
    <div class="visit-what">
      <p><b>${service}</b><br />${specialistName(known, visit.specialist_id)}</p>
      ${place ? whereIs(speak, place) : nothing}
      <p class="small">
        <span class="status ${visit.status}" part="status">${statusOf(account, visit)}</span>
        <span class="muted">${moneyOf(account, visit)}</span>
      </p>
      ${preparation(account, visit)} ${actions}
    </div>
  </article>`
}

function preparation({ known, speak }: Account, { service_id }: Appointment): unknown {
  const text = known?.services.get(service_id)?.preparation
  if (!text) return nothing
  return html`<details class="small">
    <summary>${speak.say('howToPrepare')}</summary>
    <p class="tenant">${text}</p>
  </details>`
}

export function statusOf(account: Account, visit: Appointment): string {
  const { tell, speak } = account
  if (!isUnpaid(visit) || visit.pending_until === null) return tell(`status_${visit.status}`)
  const until = speak.time(visit.pending_until, zoneOfVisit(account, visit))
  return tell('status_unpaid', { until })
}

/** What was paid, and what is to be paid there. */
function moneyOf({ speak }: Account, visit: Appointment): string {
  if (visit.client_package_id !== null) return ` · ${speak.say('pay_package')}`
  const left = { ...visit.total, amount: dueOf(visit) }
  const words = [
    visit.paid.amount > 0 && speak.say('paidLine', { amount: speak.money(visit.paid) }),
    left.amount > 0 && speak.say('payThere', { amount: speak.money(left) }),
  ]
  return words
    .filter(Boolean)
    .map((word) => ` · ${word}`)
    .join('')
}
