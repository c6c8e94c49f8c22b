import { html, nothing } from 'lit'
import type { Speak } from '../texts/speak.ts'
import { addressOf } from './address.ts'

interface Place {
  name: string
  city: string | null
  address: string | null
}

/** A branch by its name and address, and the way there. */
export function whereIs({ say }: Speak, place: Place): unknown {
  const address = addressOf(place)
  const map = say('mapAddress', { address: encodeURIComponent(address) })
  return html`<p>
    ${place.name}<br /><span class="muted">${address}</span>
    ${address ? html`<a href=${map} target="_blank" rel="noopener noreferrer">${say('onMap')}</a>` : nothing}
  </p>`
}

/** Where nothing can be booked, somebody may still answer. */
export function callLink({ say }: Speak, phone: string | null | undefined): unknown {
  return phone
    ? html`<a class="link" part="call" href="tel:${phone}">${say('callUs', { phone })}</a>`
    : nothing
}
