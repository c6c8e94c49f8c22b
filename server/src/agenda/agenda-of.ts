import type { Agenda, AgendaQuery } from '@zapis/sdk/contract'
import { presentAppointment } from '../appointments/present.ts'
import type { Configuration, Interval } from '../availability/configuration.ts'
import { locationHours, specialistHours } from '../availability/hours.ts'
import { knownDays } from '../availability/range.ts'
import { zone } from '../availability/zone.ts'
import type { Tx } from '../db/transaction.ts'
import { toWire } from '../schedules/break-rows.ts'
import { breaksOf, clientsOf, visitsOf } from './reads.ts'

/** Hours by the same rules that offer times; visits and breaks as they are in the books. */
export async function agendaOf(
  tx: Tx,
  configuration: Configuration,
  { location_id: locationId, from, to, specialist_id: specialistId }: AgendaQuery,
): Promise<Agenda> {
  const location = configuration.locations.get(locationId)
  const place = zone(location?.timeZone ?? 'UTC')
  const days = knownDays(from, to)
  const range = days === null ? { from: 0, to: 0 } : place.spanOf(days.from, days.to)
  const those = [...configuration.specialists.values()]
    .filter(({ id, archived }) => !archived && (specialistId === undefined || id === specialistId))
    .map(({ id }) => id)
  const span = ({ from: start, to: end }: Interval) => ({
    starts_at: place.isoWithOffset(start),
    ends_at: place.isoWithOffset(end),
  })
  const visits = await visitsOf(tx, { locationId, specialistId, range })
  const breaks = await breaksOf(tx, { specialistIds: those, range })
  return {
    time_zone: place.name,
    open: locationHours(configuration, locationId, from, to).map(span),
    working: those.flatMap((id) =>
      specialistHours(configuration, id, locationId, from, to).map((each) => ({
        specialist_id: id,
        ...span(each),
      })),
    ),
    breaks: breaks.map(toWire),
    visits: visits.map(presentAppointment),
    clients: await clientsOf(tx, visits),
  }
}
