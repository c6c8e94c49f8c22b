import { statement, type Tx } from '../../db/transaction.ts'
import type { Locale } from '../../http/call.ts'

export interface Place {
  id: number
  name: string
  city: string
  address: string
  phone: string | null
  time_zone: string
  /** Of the week as it is now: for each day that is open, from 1 = Monday. */
  week: { day: number; hours: [string, string][] }[]
}

const translated = (field: string) =>
  `coalesce(l.translations -> $2 ->> '${field}', l.${field}, '')`
const places = statement(
  'site_places',
  `select l.id, ${translated('name')} as name, ${translated('city')} as city, ${translated('address')} as address,
     l.phone, l.time_zone, coalesce((
       select jsonb_agg(jsonb_build_object('day', d.day_of_week, 'hours', d.hours) order by d.day_of_week)
       from (
         select s.day_of_week,
           jsonb_agg(jsonb_build_array(to_char(s.opens, 'HH24:MI'), to_char(s.closes, 'HH24:MI')) order by s.opens) as hours
         from location_schedules s
         where s.organization_id = l.organization_id and s.location_id = l.id
           and daterange(s.valid_from, s.valid_to, '[]') @> (now() at time zone l.time_zone)::date
         group by s.day_of_week
       ) d
     ), '[]') as week
   from locations l
   where l.organization_id = $1 and l.archived_at is null
   order by l.id limit 50`,
)

export function placesOf(tx: Tx, locale: Locale): Promise<Place[]> {
  return tx.query<Place>(places, [tx.organizationId, locale])
}

/** Days that follow each other with the same hours: one line. */
export interface HoursLine {
  from: number
  to: number
  /** Empty = closed. */
  hours: [string, string][]
}

export function linesOf(week: Place['week']): HoursLine[] {
  const lines: HoursLine[] = []
  for (let day = 1; day <= 7; day++) {
    const hours = week.find((each) => each.day === day)?.hours ?? []
    const last = lines.at(-1)
    if (last && JSON.stringify(last.hours) === JSON.stringify(hours)) last.to = day
    else lines.push({ from: day, to: day, hours })
  }
  return lines
}
