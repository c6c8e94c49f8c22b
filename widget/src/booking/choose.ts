import { loadCatalogue } from '../api/catalogue.ts'
import type { Wish } from '../element/events.ts'
import { choosePlace, chooseService, chooseSpecialist, startAgain } from '../flow/flow.ts'
import type { Booking } from './booking.ts'
import { opened } from './times.ts'

/** Goes to the times of a service, of a specialist if they are still there; nothing that was typed is lost. */
export async function choose(booking: Booking, wish: Wish): Promise<void> {
  // The first view has it by then, or says why it has not.
  if ((await loadCatalogue(booking.connection).catch(() => null)) === null) return
  const isDone = booking.flow.step === 'done'
  if (isDone) booking.set({ quote: null, days: null, wrong: {}, flow: startAgain(booking.flow) })
  const place = booking.places.find(({ id }) => id === wish.location_id)
  if (place) booking.set({ flow: choosePlace(booking.flow, place.id) })
  const service = booking.services.find(({ id }) => id === wish.service_id)
  if (!service) return
  const able = booking.able(service.id)
  const flow = chooseService(booking.flow, service.id, able)
  const { specialist_id: wanted } = wish
  const isThere = flow.step === 'specialist' && wanted !== null && able.includes(wanted)
  booking.go(isThere ? chooseSpecialist(flow, wanted) : flow)
  await opened(booking)
}
