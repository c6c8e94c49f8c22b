import type { Me } from '@zapis/sdk'
import type { Booking } from './booking.ts'

const known = new WeakMap<Booking, Me>()

/** Who is signed in, once it is known. */
export function clientOf(booking: Booking): Me | undefined {
  return booking.connection.isSignedIn() ? known.get(booking) : undefined
}

export async function openClient(booking: Booking): Promise<void> {
  known.delete(booking)
  if (!booking.connection.isSignedIn()) return
  known.set(booking, await booking.connection.client.request('me.get', {}))
  booking.host.requestUpdate()
}
