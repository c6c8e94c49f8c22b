import type { ConsentText } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { type } from '../flow/flow.ts'
import type { Booking } from './booking.ts'
import { consentsOf } from './consents.ts'

/** Each consent is asked for by itself, and none is ticked beforehand. */
export function consentFields(booking: Booking): unknown {
  return consentsOf(booking).map((text) => consentField(booking, text))
}

function consentField(booking: Booking, { kind, text, required }: ConsentText): unknown {
  const { speak, flow } = booking
  const id = `consent_${kind}` as const
  const wrong = booking.wrong[id]
  const change = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return
    const others = flow.typed.consents.filter((each) => each !== kind)
    const { [id]: _given, ...rest } = booking.wrong
    booking.set({
      flow: type(booking.flow, { consents: target.checked ? [...others, kind] : others }),
      wrong: rest,
    })
  }
  return html`<div class="check" part="consent">
    <input
      type="checkbox"
      id=${id}
      ?required=${required}
      aria-invalid=${wrong ? 'true' : 'false'}
      aria-describedby=${wrong ? `${id}-wrong` : nothing}
      .checked=${flow.typed.consents.includes(kind)}
      @change=${change}
    />
    <label for=${id}>
      ${speak.say(id)}
      ${required ? nothing : html`<span class="muted small">${speak.say('optional')}</span>`}
    </label>
    ${wrong ? html`<p class="wrong" id="${id}-wrong" part="error">${wrong}</p>` : nothing}
    <details class="small">
      <summary class="muted">${speak.say('consentText')}</summary>
      <p class="tenant">${text}</p>
    </details>
  </div>`
}
