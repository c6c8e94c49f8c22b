import { html, nothing } from 'lit'
import { before } from '../flow/flow.ts'
import type { Booking } from './booking.ts'
import { contactsStep } from './contacts-step.ts'
import { doneStep } from './done-step.ts'
import { whatFailed } from './first-view.ts'
import { paymentStep } from './payment-step.ts'
import { specialistStep } from './specialist-step.ts'
import { stub } from './stub.ts'
import { goBack } from './times.ts'
import { timeStep } from './time-step.ts'
import { troubleNotice } from './trouble-notice.ts'

/** A step beside the ticket stub of what is chosen. */
export function view(booking: Booking): unknown {
  if (booking.flow.step === 'done') return doneStep(booking)
  return html`<div class="sheet" part="sheet">
    <div class="page" part="page">
      ${backButton(booking)} ${stepHeading(booking)} ${whatFailed(booking)}
      ${troubleNotice(booking)} ${stepContent(booking)}
    </div>
    ${stub(booking)}
  </div>`
}

function stepContent(booking: Booking): unknown {
  switch (booking.flow.step) {
    case 'specialist':
      return specialistStep(booking)
    case 'time':
      return timeStep(booking)
    case 'payment':
      return paymentStep(booking)
    default:
      return contactsStep(booking)
  }
}

const headings = {
  service: 'chooseService',
  specialist: 'chooseSpecialist',
  time: 'chooseTime',
  contacts: 'yourDetails',
  payment: 'howToPay',
  done: 'booked',
} as const

function stepHeading({ flow, speak }: Booking): unknown {
  return html`<h2 tabindex="-1" part="heading">${speak.say(headings[flow.step])}</h2>`
}

function backButton(booking: Booking): unknown {
  const { flow, facts, speak } = booking
  const step = before(flow, facts)
  if (!step) return nothing
  return html`<button
    type="button"
    class="link back"
    part="back"
    @click=${() => goBack(booking, step)}
  >
    <i class="arrow" aria-hidden="true"></i>${speak.say('back')}
  </button>`
}
