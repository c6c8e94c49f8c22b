import { dayNumber } from '../availability/dates.ts'
import { statement, type Tx } from '../db/transaction.ts'
import type { Visit } from './outside.ts'

/** Appointments that are still to be, from the instant $2 on. */
const coming = (which: string) =>
  `select id, specialist_id as "specialistId", location_id as "locationId",
     floor(extract(epoch from starts_at) / 60)::integer as "from", ceil(extract(epoch from ends_at) / 60)::integer as "to"
   from appointments
   where organization_id = $1 and status in ('pending', 'confirmed', 'arrived') and starts_at > $2 and ${which}`

const ofLocation = statement('coming_of_location', coming('location_id = $3'))
const ofSpecialist = statement('coming_of_specialist', coming('specialist_id = $3'))
const between = statement(
  'coming_between',
  coming(`($3::integer is null or location_id = $3)
    and starts_at < to_timestamp($5::bigint * 60) and ends_at > to_timestamp($4::bigint * 60)`),
)

export function comingOfLocation(tx: Tx, now: Date, locationId: number): Promise<Visit[]> {
  return tx.query<Visit>(ofLocation, [tx.organizationId, now, locationId])
}

export function comingOfSpecialist(tx: Tx, now: Date, specialistId: number): Promise<Visit[]> {
  return tx.query<Visit>(ofSpecialist, [tx.organizationId, now, specialistId])
}

const DAY = 1440

/** Around local dates, whatever the zone: a day more on either side. */
export function comingAround(
  tx: Tx,
  now: Date,
  locationId: number | null,
  fromDate: string,
  toDate = fromDate,
): Promise<Visit[]> {
  const [from, to] = [(dayNumber(fromDate) - 1) * DAY, (dayNumber(toDate) + 2) * DAY]
  return tx.query<Visit>(between, [tx.organizationId, now, locationId, from, to])
}
