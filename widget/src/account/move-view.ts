import type { Slot } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { calendarMonth } from '../parts/calendar-month.ts'
import { longDay } from '../parts/long-day.ts'
import { failureNotice } from '../parts/failure-notice.ts'
import { callLink } from '../parts/place.ts'
import { slotBones, slotList } from '../parts/slot-list.ts'
import { addDays, dateIn } from '../texts/calendar.ts'
import type { Account } from './account.ts'
import { backButton } from './back-button.ts'
import { policiesOf, serviceName, specialistName } from './known.ts'
import {
  chooseDate,
  chooseSlot,
  move,
  nextMonth,
  showMonth,
  startMove,
  whenOf,
  zoneOfVisit,
  type Moving,
} from './move.ts'

/** How far clients may book, when the clinic does not say. */
const HORIZON_DAYS = 60

/** A month beside the times of a day; the visit moves by a button that says where to. */
export function moveView(account: Account): unknown {
  const { tell, speak, moving, failure, known } = account
  if (!moving || !known) return nothing
  const { visit, wanted } = moving
  return html`${backButton(account)}
    <div>
      <h2 tabindex="-1" part="heading">${tell('moveTitle')}</h2>
      <p class="muted">
        ${serviceName(known, visit.service_id)}. ${tell('was', { when: whenOf(account, visit) })}
      </p>
    </div>
    ${failure ? failureNotice(speak, failure) : nothing} ${calendar(account, moving)}
    <div class="choice">
      ${
        wanted
          ? html`<button
              type="button"
              class="main"
              part="submit"
              aria-disabled=${account.busy}
              @click=${() => move(account)}
            >
              ${tell('moveTo', { when: whenOf(account, visit, wanted.starts_at) })}
            </button>`
          : nothing
      }
      ${whoButton(account, moving)}
    </div>
    <div class="unseen" role="status">${wanted ? withWhom(account, wanted) : ''}</div>`
}

function calendar(account: Account, moving: Moving): unknown {
  const { speak, known } = account
  const { visit, days, month, date } = moving
  const today = dateIn(Date.now(), zoneOfVisit(account, visit))
  const horizon =
    known &&
    policiesOf(known, visit).reduce<number | undefined>(
      (found, policy) => policy.horizon_days ?? found,
      undefined,
    )
  return html`<div class="calendar">
    ${calendarMonth({
      speak,
      month,
      chosen: date,
      today,
      last: addDays(today, horizon ?? HORIZON_DAYS),
      free: (day) => days?.get(day)?.length ?? null,
      choose: (day) => chooseDate(account, day),
      turn: (next) => void showMonth(account, next),
    })}
    <div class="day" part="day">
      ${days === null ? slotBones() : date ? times(account, moving) : noneFree(account)}
    </div>
  </div>`
}

function times(account: Account, moving: Moving): unknown {
  const { speak } = account
  const { days, date, visit, wanted, isAnyone } = moving
  return html`<h3 aria-live="polite">${longDay(speak, date)}</h3>
    ${slotList({
      speak,
      slots: days?.get(date) ?? [],
      zone: zoneOfVisit(account, visit),
      chosen: wanted?.starts_at,
      note: (slot) => (isAnyone ? shortName(account, slot) : ''),
      choose: (slot) => chooseSlot(account, slot),
    })}`
}

/** Whoever would do it at that time: the visit's own specialist, if they are free. */
function whoOf({ moving }: Account, { specialist_ids }: Slot): number {
  const own = moving?.visit.specialist_id ?? 0
  return specialist_ids.includes(own) ? own : (specialist_ids[0] ?? own)
}

function shortName(account: Account, slot: Slot): string {
  return account.known?.team.get(whoOf(account, slot))?.first_name ?? ''
}

function withWhom(account: Account, slot: Slot): string {
  const name = account.known ? specialistName(account.known, whoOf(account, slot)) : ''
  return name ? account.tell('withWhom', { name }) : ''
}

function noneFree(account: Account): unknown {
  const { speak, known, moving, busy } = account
  const phone = moving ? known?.locations.get(moving.visit.location_id)?.phone : null
  return html`<div class="notice" part="notice">
    <p>${speak.say('noTimesInMonth')}</p>
    <button type="button" class="quiet" aria-disabled=${busy} @click=${() => nextMonth(account)}>
      ${speak.say('nextMonth')}
    </button>
    ${callLink(speak, phone)}
  </div>`
}

/** The same specialist, or whoever is free, where there is more than one. */
function whoButton(account: Account, { visit, isAnyone }: Moving): unknown {
  const { known, tell } = account
  const service = known?.services.get(visit.service_id)
  if (!known || !service || service.specialist_ids.length < 2) return nothing
  const name = specialistName(known, visit.specialist_id)
  return html`<button
    type="button"
    class="link"
    part="anyone"
    @click=${() => startMove(account, visit, !isAnyone)}
  >
    ${isAnyone ? tell('sameOne', { name }) : tell('anyone')}
  </button>`
}
