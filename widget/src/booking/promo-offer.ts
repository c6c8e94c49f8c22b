import { html } from 'lit'
import type { Booking } from './booking.ts'
import { openFor } from './on-demand.ts'
import type { promoField } from './promo-field.ts'

const fields = new WeakMap<Booking, typeof promoField>()

/** Most have no promo code. */
export function promoOffer(booking: Booking): unknown {
  const field = fields.get(booking)
  if (field) return field(booking)
  const load = async () => {
    fields.set(booking, (await import('./promo-field.ts')).promoField)
  }
  // One that was typed before paying, or is refused, is shown again.
  if (booking.flow.typed.promo || booking.wrong.promo)
    void load().then(
      () => booking.set({}),
      () => undefined,
    )
  return html`<button
    type="button"
    class="link"
    part="promo"
    @click=${() => openFor(booking, load, '#promo')}
  >
    ${booking.speak.say('havePromo')}
  </button>`
}
