import { isBookingError } from '@zapis/sdk'
import { type } from '../flow/flow.ts'
import type { Booking } from './booking.ts'

/** Of several that are on their way the one that was asked for last counts. */
const latest = new WeakMap<Booking, string>()

/** What it will cost with everything that is known now; the sum that is shown is the sum that is charged. */
export async function loadQuote(booking: Booking): Promise<void> {
  const { held, typed } = booking.flow
  if (!held) return
  const promo = typed.promo.trim()
  latest.set(booking, held.hold + promo)
  try {
    const quote = await booking.connection.client.request('appointments.quote', {
      body: {
        hold: held.hold,
        promo: promo || undefined,
      },
    })
    if (latest.get(booking) !== held.hold + promo) return
    const { method } = booking.flow.typed
    const isOpen = quote.methods.some((each) => each === method)
    const { promo: refused, ...others } = booking.wrong
    // Asked again without the code that was refused: what was said about it stays.
    const wrong = refused && !promo ? booking.wrong : others
    booking.set({
      quote,
      wrong,
      flow: isOpen ? booking.flow : type(booking.flow, { method: likeliest(quote.methods) }),
    })
  } catch (error) {
    if (isBookingError(error, 'promo_not_valid')) {
      const wrong = { ...booking.wrong, promo: error.message }
      booking.set({ wrong, flow: type(booking.flow, { promo: '' }) })
      await loadQuote(booking)
      return
    }
    // Confirming says what is wrong, if it still is; until then there is only no breakdown of the price.
    if (!isBookingError(error, 'hold_expired')) booking.fail(error, () => loadQuote(booking))
  }
}

/** A visit that is paid for already goes before money; money at the desk before money now. */
function likeliest(methods: readonly string[]): string | null {
  return ['package', 'on_site'].find((each) => methods.includes(each)) ?? methods[0] ?? null
}
