import type { Specialist } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { ANYBODY, chooseSpecialist } from '../flow/flow.ts'
import { nameOf } from '../parts/name-of.ts'
import { portrait } from '../parts/portrait.ts'
import { shortDay } from '../parts/short-day.ts'
import type { Booking } from './booking.ts'
import { opened } from './times.ts'

/** Whoever is free comes first: it is what most want, and has the soonest time. */
export function specialistStep(booking: Booking): unknown {
  const team = booking.able().flatMap((id) => booking.team.get(id) ?? [])
  const choose = (id: number) => {
    booking.go(chooseSpecialist(booking.flow, id))
    void opened(booking)
  }
  return html`<ul class="people" part="specialists">
    <li>
      <button
        type="button"
        class="person"
        part="specialist"
        aria-pressed=${booking.flow.specialistId === ANYBODY}
        @click=${() => choose(ANYBODY)}
      >
        <i class="portrait any" aria-hidden="true">*</i>
        <span>
          <b>${booking.speak.say('anybody')}</b>
          <span class="small muted">${soonest(booking)}</span>
        </span>
      </button>
    </li>
    ${
      team.length > 0
        ? team.map((person) => personRow(booking, person, choose))
        : booking.able().map(
            () =>
              html`<li class="person">
                <i class="bone portrait"></i><span><i class="bone line"></i></span>
              </li>`,
          )
    }
  </ul>`
}

function soonest({ speak, nearest, place, service }: Booking): string {
  const [slot] = (service && nearest?.get(service.id)) ?? []
  if (!slot || !place) return speak.say('anybodyHint')
  const zone = place.time_zone
  const when = `${shortDay(speak, slot.starts_at, zone)}, ${speak.time(slot.starts_at, zone)}`
  return speak.say('soonest', { when })
}

function personRow(
  { flow, service, speak }: Booking,
  person: Specialist,
  choose: (id: number) => void,
): unknown {
  const own = service?.specialists.find(({ specialist_id }) => specialist_id === person.id)
  const price = service && { ...service.price, amount: own?.price ?? service.price.amount }
  const minutes = own?.duration_min ?? service?.duration_min
  return html`<li>
    <button
      type="button"
      class="person"
      part="specialist"
      aria-pressed=${flow.specialistId === person.id}
      @click=${() => choose(person.id)}
    >
      ${portrait(person)}
      <span>
        <b>${nameOf(person)}</b>
        ${person.title ? html`<span class="small muted">${person.title}</span>` : nothing}
      </span>
      <span class="cost small">
        ${price ? html`<b>${speak.money(price)}</b>` : nothing}
        ${minutes ? html`<span class="muted">${speak.length(minutes)}</span>` : nothing}
      </span>
    </button>
  </li>`
}
