import type { BookingClient, Client, Quote } from '@zapis/sdk'
import type { Wish } from './why-not.ts'

/** What a visit would cost, before it is booked. */
export function quoteOf(
  { appointments }: BookingClient,
  { locationId, serviceId, specialistId, startsAt }: Wish,
  client: Client | null,
  signal: AbortSignal,
): Promise<Quote> {
  return appointments.quote(
    {
      wish: {
        location_id: locationId,
        service_id: serviceId,
        starts_at: startsAt,
        ...(specialistId === null ? {} : { specialist_id: specialistId }),
      },
      ...(client ? { client: { id: client.id } } : {}),
    },
    { signal },
  )
}
