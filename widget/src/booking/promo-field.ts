import { html } from 'lit'
import { type } from '../flow/flow.ts'
import { textField } from '../parts/text-field.ts'
import type { Booking } from './booking.ts'
import { loadQuote } from './quote.ts'

const drafts = new WeakMap<Booking, string>()

/** A promo code, tried by the quote before anything is booked. */
export function promoField(booking: Booking): unknown {
  const { speak, flow, wrong } = booking
  const { say } = speak
  const apply = (promo: string) => {
    booking.set({ flow: type(booking.flow, { promo }), wrong: {} })
    void loadQuote(booking)
  }
  if (flow.typed.promo && !wrong.promo)
    return html`<p class="row promo" role="status">
      ${say('promoApplied', { code: flow.typed.promo })}
      <button type="button" class="link" @click=${() => apply('')}>${say('remove')}</button>
    </p>`
  const draft = () => (drafts.get(booking) ?? '').trim()
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !draft()) return
    // Enter in this field is about the code, not yet about the visit.
    event.preventDefault()
    apply(draft())
  }
  return html`<div class="row promo" @keydown=${pressed}>
    ${textField({
      speak,
      name: 'promo',
      label: say('discount_promo'),
      value: drafts.get(booking) ?? '',
      wrong: wrong.promo,
      change: (value) => void drafts.set(booking, value),
    })}
    <button
      type="button"
      class="quiet"
      @click=${() => {
        if (draft()) apply(draft())
      }}
    >
      ${say('apply')}
    </button>
  </div>`
}
