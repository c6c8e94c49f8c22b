import { html, nothing } from 'lit'
import { shortDay } from '../parts/short-day.ts'
import type { Booking } from './booking.ts'
import { takeTime } from './hold.ts'
import { goBack } from './times.ts'

/** The time is not ours: why, and the nearest that may be. */
export function troubleNotice(booking: Booking): unknown {
  const { flow, speak, place } = booking
  const { trouble } = flow
  if (!trouble || !place) return nothing
  const zone = place.time_zone
  const time = speak.time(trouble.startsAt, zone)
  const otherButton = html`<button
    type="button"
    class="link"
    part="other-times"
    @click=${() => goBack(booking, 'time')}
  >
    ${speak.say('chooseOther')}
  </button>`
  if (trouble.kind === 'over')
    return html`<div class="notice" part="notice" role="alert">
      <p>${speak.say('holdOver', { time })}</p>
      ${otherButton}
    </div>`
  const { alternatives } = trouble
  return html`<div class="notice bad" part="notice" role="alert">
    <p>
      <strong>${speak.say('slotTaken', { time })}</strong>
      ${speak.say(alternatives.length > 0 ? 'nearest' : 'noAlternatives')}
    </p>
    <div class="times">
      ${alternatives.slice(0, 6).map(
        (slot) =>
          html`<button
            type="button"
            class="pill"
            part="slot"
            @click=${() => takeTime(booking, slot)}
          >
            <span>${speak.time(slot.starts_at, zone)}</span>
            <span class="when">${shortDay(speak, slot.starts_at, zone)}</span>
          </button>`,
      )}
    </div>
    ${flow.step === 'time' ? nothing : otherButton}
  </div>`
}
