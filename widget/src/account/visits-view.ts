import type { Appointment } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { bookAgain } from '../element/book-again.ts'
import { callLink } from '../parts/place.ts'
import { pastDay } from './past-day.ts'
import type { Account } from './account.ts'
import { policiesOf, serviceName, specialistName } from './known.ts'
import { morePast } from './load.ts'
import { startMove, whenOf, zoneOfVisit } from './move.ts'
import { dueOf, isActive, isUnpaid, termsOf } from './terms.ts'
import { statusOf, visitTicket } from './visit-ticket.ts'

/** What is coming, as tickets; what was, as lines. */
export function visitsTab(account: Account): unknown {
  const { coming, past, cancelled, tell } = account
  const shown = new Set(coming?.map(({ id }) => id))
  const history = [...cancelled, ...(past?.items ?? [])].filter(({ id }) => !shown.has(id))
  return html`<section aria-label=${tell('coming')} class="stack">
      ${
        coming?.length
          ? coming.map((visit) => visitTicket(account, visit, actions(account, visit)))
          : noneComing(account)
      }
    </section>
    <section aria-labelledby="history" class="lines">
      <h3 id="history">${tell('history')}</h3>
      ${history.length ? nothing : html`<p class="muted">${tell('noHistory')}</p>`}
      <ul>
        ${history.map((visit) => pastLine(account, visit))}
      </ul>
      ${
        past?.next
          ? html`<button
              type="button"
              class="quiet more"
              part="more"
              aria-disabled=${account.busy}
              @click=${() => morePast(account)}
            >
              ${tell('more')}
            </button>`
          : nothing
      }
    </section>`
}

function noneComing(account: Account): unknown {
  const { tell, speak, host, known } = account
  const book = () => {
    const wish = { location_id: null, service_id: null, specialist_id: null }
    if (known) bookAgain(host, known.organization.slug, wish)
  }
  return html`<div class="empty" part="empty">
    <p><b>${tell('noComing')}</b></p>
    <p class="muted">${tell('noComingHint')}</p>
    <button type="button" class="main" part="book" @click=${book}>${speak.say('book')}</button>
  </div>`
}

function actions(account: Account, visit: Appointment): unknown {
  const { known, tell, speak, connection } = account
  if (!known) return nothing
  const { canMove, canCancel } = termsOf(visit, policiesOf(known, visit), Date.now())
  const due = { ...visit.total, amount: isUnpaid(visit) ? firstOf(visit) : dueOf(visit) }
  const phone = known.locations.get(visit.location_id)?.phone
  const button = (name: 'move' | 'cancelVisit', act: () => unknown) =>
    html`<button
      type="button"
      class="link"
      part=${name === 'move' ? 'move' : 'cancel'}
      @click=${act}
    >
      ${tell(name)}
    </button>`
  return html`<div class="row actions">
      ${
        due.amount > 0
          ? html`<button
              type="button"
              class=${isUnpaid(visit) ? 'main' : 'quiet'}
              part="pay"
              @click=${() => account.go({ name: 'pay', visit })}
            >
              ${tell('pay', { amount: speak.money(due) })}
            </button>`
          : nothing
      }
      ${canMove ? button('move', () => startMove(account, visit)) : nothing}
      ${canCancel ? button('cancelVisit', () => account.go({ name: 'cancel', visit })) : nothing}
      <a
        class="link"
        part="calendar-file"
        href="${connection.url}/v1/manage/${encodeURIComponent(visit.code)}/calendar.ics"
        >${tell('calendar')}</a
      >
    </div>
    ${
      canMove || canCancel
        ? nothing
        : html`<p class="small muted">${tell('tooLate')} ${callLink(speak, phone)}</p>`
    }`
}

/** What makes it certain. */
function firstOf({ prepayment, paid, total }: Appointment): number {
  const first = prepayment.amount - paid.amount
  return first > 0 ? first : total.amount - paid.amount
}

function pastLine(account: Account, visit: Appointment): unknown {
  const { known, speak, tell, host } = account
  if (!known) return nothing
  const { location_id, service_id, specialist_id } = visit
  const date = pastDay(speak, visit.starts_at, zoneOfVisit(account, visit))
  const service = serviceName(known, service_id)
  const again = () =>
    bookAgain(host, known.organization.slug, { location_id, service_id, specialist_id })
  const isOver = !isActive(visit)
  return html`<li class="line" part="past-visit">
    <span class="muted line-date">${date}</span>
    <span class="line-what">
      <b>${service}</b>
      <span class="small muted">
        ${[specialistName(known, specialist_id), isOver && statusOf(account, visit)].filter(Boolean).join(' · ')}
      </span>
    </span>
    <span class="line-sum">${visit.total.amount > 0 ? speak.money(visit.total) : ''}</span>
    <button
      type="button"
      class="link"
      part="again"
      aria-label="${tell('again')}: ${speak.say('bookAt', { service, when: whenOf(account, visit) })}"
      @click=${again}
    >
      ${tell('again')}
    </button>
  </li>`
}
