import { statement, type Statement, type Tx } from '../db/transaction.ts'

/** Related ids by the id of what they belong to, ascending; none for one without any. */
export type Related = (id: number) => number[]

async function related(
  tx: Tx,
  sql: Statement,
  ids: readonly number[],
  ...more: unknown[]
): Promise<Related> {
  const rows = await tx.query<{ of_id: number; ids: number[] }>(sql, [
    tx.organizationId,
    ids,
    ...more,
  ])
  const byId = new Map(rows.map((row) => [row.of_id, row.ids]))
  return (id) => byId.get(id) ?? []
}

/** Pairs (of_id, id) for the ids in $2. */
function grouped(pairs: string): string {
  return `select of_id, array_agg(distinct id order by id) as ids from (${pairs}) pairs where of_id = any($2) group by of_id`
}

/** Where specialists work today or will, in $1 at the instant $3; what is archived counts for nothing. */
const works = `
  select w.specialist_id, w.location_id, l.time_zone
  from (
    select organization_id, specialist_id, location_id, valid_to as until from specialist_schedules
    union all
    select organization_id, specialist_id, location_id, date from schedule_exceptions where kind = 'shift'
  ) w
  join locations l on l.organization_id = w.organization_id and l.id = w.location_id and l.archived_at is null
  join specialists s on s.organization_id = w.organization_id and s.id = w.specialist_id and s.archived_at is null
  where w.organization_id = $1 and (w.until is null or w.until >= ($3::timestamptz at time zone l.time_zone)::date)`

const specialists = statement(
  'specialists_of_locations',
  grouped(`select location_id as of_id, specialist_id as id from (${works}) w`),
)
const locations = statement(
  'locations_of_specialists',
  grouped(`select specialist_id as of_id, location_id as id from (${works}) w`),
)
const zones = statement(
  'zones_of_specialist',
  `select time_zone, min(location_id) as location_id from (${works}) w where specialist_id = $2
   group by time_zone order by time_zone`,
)
/** A service that some room can host needs one, and here. Who works where comes first and once: a week has many rows. */
const services = statement(
  'services_of_locations',
  `with working as (
     select distinct w.location_id, w.specialist_id from (${works}) w where w.location_id = any($2)
   ), done as (
     select distinct w.location_id as of_id, d.service_id as id from working w
     join service_specialists d on d.organization_id = $1 and d.specialist_id = w.specialist_id
   )
   select of_id, array_agg(done.id order by done.id) as ids from done
   join services v on v.organization_id = $1 and v.id = done.id and v.archived_at is null
   where not exists (
       select from workplace_services t where t.organization_id = $1 and t.service_id = done.id)
     or exists (
       select from workplace_services t
       join workplaces p on p.organization_id = $1 and p.id = t.workplace_id and p.archived_at is null
       where t.organization_id = $1 and t.service_id = done.id and p.location_id = done.of_id)
   group by of_id`,
)
const workplaces = statement(
  'workplaces_of_locations',
  grouped(
    'select location_id as of_id, id from workplaces where organization_id = $1 and archived_at is null',
  ),
)

export function specialistsOfLocations(tx: Tx, ids: readonly number[], now: Date) {
  return related(tx, specialists, ids, now)
}
export function locationsOfSpecialists(tx: Tx, ids: readonly number[], now: Date) {
  return related(tx, locations, ids, now)
}
export function servicesOfLocations(tx: Tx, ids: readonly number[], now: Date) {
  return related(tx, services, ids, now)
}
export function workplacesOfLocations(tx: Tx, ids: readonly number[]) {
  return related(tx, workplaces, ids)
}

/** The time zones that a specialist works in, each with one of its locations. */
export function zonesOfSpecialist(tx: Tx, id: number, now: Date) {
  return tx.query<{ time_zone: string; location_id: number }>(zones, [tx.organizationId, id, now])
}

/** The links of a table, with the far side's archive or without. */
function links(table: string, of: string, id: string, far: string): string {
  return grouped(`
    select t.${of} as of_id, t.${id} as id from ${table} t
    join ${far} f on f.organization_id = t.organization_id and f.id = t.${id}
    where t.organization_id = $1 and ($3 or f.archived_at is null)`)
}

const servicesOfEach = statement(
  'linked_services_of_specialists',
  links('service_specialists', 'specialist_id', 'service_id', 'services'),
)
const servicesHosted = statement(
  'linked_services_of_workplaces',
  links('workplace_services', 'workplace_id', 'service_id', 'services'),
)
const hosts = statement(
  'linked_workplaces_of_services',
  links('workplace_services', 'service_id', 'workplace_id', 'workplaces'),
)

export function servicesOfSpecialists(tx: Tx, ids: readonly number[]) {
  return related(tx, servicesOfEach, ids, false)
}
export function servicesOfWorkplaces(tx: Tx, ids: readonly number[], archived: boolean) {
  return related(tx, servicesHosted, ids, archived)
}
export function workplacesOfServices(tx: Tx, ids: readonly number[], archived: boolean) {
  return related(tx, hosts, ids, archived)
}

export interface Performer {
  service_id: number
  specialist_id: number
  price: number | null
  duration_min: number | null
  archived: boolean
}

const performers = statement(
  'performers_of_services',
  `select d.service_id, d.specialist_id, d.price, d.duration_min, s.archived_at is not null as archived
   from service_specialists d
   join specialists s on s.organization_id = d.organization_id and s.id = d.specialist_id
   where d.organization_id = $1 and d.service_id = any($2) order by d.specialist_id`,
)

export async function specialistsOfServices(
  tx: Tx,
  ids: readonly number[],
): Promise<(id: number) => Performer[]> {
  const rows = await tx.query<Performer>(performers, [tx.organizationId, ids])
  const byService = new Map<number, Performer[]>(ids.map((id) => [id, []]))
  for (const row of rows) byService.get(row.service_id)?.push(row)
  return (id) => byService.get(id) ?? []
}
