import type pg from 'pg'
import type { NextId } from './clinic.ts'
import type { BreakTime, Visit } from './place.ts'

const CHUNK = 20_000

/** One statement writes the visits and what they take of specialists and rooms. */
const visitsAndTime = `
  with visit as materialized (
    select * from unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[],
      $9::int[], $10::int[], $11::int[], $12::bigint[])
      as v (organization_id, id, location_id, service_id, specialist_id, workplace_id, client_id, starts, ends,
        busy_from, busy_to, price)
  ), written as (
    insert into appointments (organization_id, id, location_id, service_id, specialist_id, workplace_id, client_id,
      starts_at, ends_at, status, price, total, source, paid_by, code)
    select organization_id, id, location_id, service_id, specialist_id, workplace_id, client_id,
      to_timestamp(starts * 60.0), to_timestamp(ends * 60.0), 'confirmed', price, price, 'api', 'on_site', md5('bench' || id)
    from visit
  )
  insert into occupancies (organization_id, resource_kind, resource_id, during, appointment_id)
  select organization_id, r.kind, r.id,
    tstzrange(to_timestamp(busy_from * 60.0), to_timestamp(busy_to * 60.0), '[)'), visit.id
  from visit, lateral (values ('specialist', specialist_id), ('workplace', workplace_id)) as r (kind, id)
  order by r.kind, r.id`

export interface Booked {
  organizationId: number
  visit: Visit
}

export async function writeVisits(
  client: pg.Client,
  booked: readonly Booked[],
  next: NextId,
): Promise<void> {
  for (let at = 0; at < booked.length; at += CHUNK) {
    const chunk = booked.slice(at, at + CHUNK)
    const column = (of: (visit: Visit) => number) => chunk.map(({ visit }) => of(visit))
    await client.query(visitsAndTime, [
      chunk.map(({ organizationId }) => organizationId),
      chunk.map(() => next('appointments')),
      column((visit) => visit.locationId),
      column((visit) => visit.serviceId),
      column((visit) => visit.specialistId),
      column((visit) => visit.workplaceId),
      column((visit) => visit.clientId),
      column((visit) => visit.start),
      column((visit) => visit.end),
      column((visit) => visit.from),
      column((visit) => visit.to),
      column((visit) => visit.price),
    ])
  }
}

export async function writeBreakTimes(
  client: pg.Client,
  organizationId: number,
  breaks: readonly BreakTime[],
): Promise<void> {
  await client.query(
    `insert into occupancies (organization_id, resource_kind, resource_id, during, break_id)
     select $1, 'specialist', b.specialist_id,
       tstzrange(to_timestamp(b.starts * 60.0), to_timestamp(b.ends * 60.0), '[)'), b.id
     from unnest($2::int[], $3::int[], $4::int[], $5::int[]) as b (id, specialist_id, starts, ends)`,
    [
      organizationId,
      breaks.map(({ breakId }) => breakId),
      breaks.map(({ specialistId }) => specialistId),
      breaks.map(({ from }) => from),
      breaks.map(({ to }) => to),
    ],
  )
}
