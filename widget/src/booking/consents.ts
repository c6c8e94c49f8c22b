import type { ConsentText } from '@zapis/sdk'
import { loadConsents } from '../api/catalogue.ts'
import type { Booking } from './booking.ts'

const loaded = new WeakMap<Booking, readonly ConsentText[]>()

/** Each consent once, in the visitor's language where there is one. */
export function consentsOf(booking: Booking): readonly ConsentText[] {
  const texts = loaded.get(booking) ?? []
  const { language } = booking.speak
  const kinds = [...new Set(texts.map(({ kind }) => kind))]
  return kinds.flatMap((kind) => {
    const same = texts.filter((text) => text.kind === kind)
    return same.find((text) => text.locale === language) ?? same[0] ?? []
  })
}

export async function openConsents(booking: Booking): Promise<void> {
  if (loaded.has(booking)) return
  loaded.set(booking, await loadConsents(booking.connection))
  booking.host.requestUpdate()
}

/** Without which nobody is booked. */
export async function required(booking: Booking): Promise<string[]> {
  // The server asks for them again: a visitor must not be stopped by a list that did not come.
  await openConsents(booking).catch(() => undefined)
  return consentsOf(booking)
    .filter((text) => text.required)
    .map(({ kind }) => kind)
}
