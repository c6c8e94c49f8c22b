import type { Interval } from '../availability/configuration.ts'
import { zone } from '../availability/zone.ts'
import type { Tx } from '../db/transaction.ts'
import type { Calendar } from './calendar.ts'
import { ends, instantOf, minuteOfDay } from './clock.ts'
import type { CatalogueIds } from './insert-catalogue.ts'
import { insertRows } from './rows.ts'
import { locations } from './texts-places.ts'
import { take } from './visits.ts'

/** Their time is taken like that of visits. */
export async function insertBreaks(
  tx: Tx,
  ids: CatalogueIds,
  { breaks }: Calendar,
  taken: Map<string, Interval[]>,
): Promise<void> {
  const rows = breaks.map(({ specialist, location, date, hours, reason }) => {
    const [start_time, end_time] = ends(hours)
    return {
      specialist_id: ids.specialist(specialist),
      location_id: ids.location(location),
      date,
      start_time,
      end_time,
      reason,
    }
  })
  const breakIds = await insertRows(tx, 'breaks', rows)
  const occupied = breaks.map((each, index) => {
    const specialistId = ids.specialist(each.specialist)
    const { from, to } = instantsOf(each)
    take(taken, `s${specialistId}`, { from, to })
    return {
      resource_kind: 'specialist',
      resource_id: specialistId,
      during: `[${instantOf(from)},${instantOf(to)})`,
      break_id: breakIds[index],
      overbooked: false,
    }
  })
  await insertRows(tx, 'occupancies', occupied)
}

function instantsOf({ location, date, hours }: Calendar['breaks'][number]): Interval {
  const place = locations.find(({ key }) => key === location)
  const [from, to] = ends(hours).map(
    (clock) => zone(place?.row.time_zone ?? '').instantsOf(date, minuteOfDay(clock))[0],
  )
  if (from === undefined || to === undefined) throw new Error(`no ${hours} on ${date}`)
  return { from, to }
}
