import type { Booking } from './booking.ts'

/** What only some need is loaded for those who ask for it, and gets the focus. */
export async function openFor(
  booking: Booking,
  load: () => Promise<unknown>,
  focus: string,
): Promise<void> {
  try {
    await load()
    booking.set({})
    await booking.host.updateComplete
    booking.host.renderRoot.querySelector<HTMLElement>(focus)?.focus()
  } catch (error) {
    booking.fail(error, () => openFor(booking, load, focus))
  }
}
