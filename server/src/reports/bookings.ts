import {
  count,
  localDate,
  money,
  share,
  visitTables,
  type Figure,
  type FigureName,
  type Report,
} from './report.ts'

/** Days from the booking to the visit; what the desk writes down afterwards is of the same day. */
const lead = `(a.starts_at at time zone l.time_zone)::date - (a.created_at at time zone l.time_zone)::date`

/** One of `leadTimes`. */
const leadTime = `case when lead <= 0 then '0' when lead = 1 then '1' when lead <= 3 then '2-3' when lead <= 7 then '4-7'
      when lead <= 14 then '8-14' when lead <= 30 then '15-30' else '31' end`

const asked = `a.organization_id = $1
      and a.created_at >= ($2::date - 1)::timestamp at time zone 'UTC' and a.created_at < ($3::date + 2)::timestamp at time zone 'UTC'
      and ($4::integer is null or a.location_id = $4) and ($5::integer is null or a.specialist_id = $5)`

const sql = `entries as (
    select ${localDate('a.created_at', 'l.time_zone')} as date, a.source, a.status, a.total, lead, ${leadTime} as lead_time,
      extract(isodow from a.created_at at time zone l.time_zone) || '-' || to_char(a.created_at at time zone l.time_zone, 'HH24') as weekday_hour
    from ${visitTables}
    cross join lateral (select ${lead} as lead) d
    where ${asked} and a.status <> 'expired'
  )`

const all = 'count(*)'
const cancelled = `count(*) filter (where status = 'cancelled')`
const missed = `count(*) filter (where status = 'no_show')`

type Name = FigureName<'reports.bookings'>

const figures: readonly Figure<Name>[] = [
  count('booked', 'Записались', 'Booked', all),
  count('cancelled', 'Отменены', 'Cancelled', cancelled),
  count('no_show', 'Неявки', 'No-shows', missed),
  share('lost_percent', 'Не состоялись, %', 'Lost, %', [`${cancelled} + ${missed}`, all]),
  money(
    'sold',
    'Продано',
    'Sold',
    `sum(total) filter (where status not in ('cancelled', 'no_show'))`,
  ),
  {
    ...count('lead_days', 'За сколько дней', 'Days ahead', 'round(avg(greatest(lead, 0)))'),
    nullable: true,
  },
]

export const bookings: Report<'reports.bookings'> = {
  id: 'reports.bookings',
  filtered: true,
  main: ['booked', 'sold'],
  figures: () => figures,
  sql: () => sql,
}
