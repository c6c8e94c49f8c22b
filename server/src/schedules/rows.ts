import type { WeekInterval } from '../availability/configuration.ts'
import { statement, type Tx } from '../db/transaction.ts'
import type { DatedException } from './exceptions.ts'
import { timeOf } from './week.ts'

export type WorkInterval = WeekInterval & { locationId: number }

function minutes(column: string): string {
  return `(extract(epoch from ${column}) / 60)::integer`
}

const week = (table: string, from: string, to: string) =>
  `select location_id as "locationId", day_of_week as day, ${minutes(from)} as "from", ${minutes(to)} as "to",
     valid_from as "validFrom", valid_to as "validTo"
   from ${table} where organization_id = $1`

const locationWeeks = statement(
  'location_weeks',
  `${week('location_schedules', 'opens', 'closes')} and location_id = any($2)
   order by location_id, day_of_week, opens, valid_from nulls first`,
)
const deleteLocationWeek = statement(
  'delete_location_week',
  'delete from location_schedules where organization_id = $1 and location_id = $2',
)
const insertLocationWeek = statement(
  'insert_location_week',
  `insert into location_schedules (organization_id, location_id, day_of_week, opens, closes, valid_from, valid_to)
   select $1, $2, * from unnest($3::smallint[], $4::time[], $5::time[], $6::date[], $7::date[])`,
)

export function weeksOfLocations(tx: Tx, ids: readonly number[]): Promise<WorkInterval[]> {
  return tx.query<WorkInterval>(locationWeeks, [tx.organizationId, ids])
}

export async function replaceLocationWeek(
  tx: Tx,
  id: number,
  intervals: readonly WeekInterval[],
): Promise<void> {
  await tx.query(deleteLocationWeek, [tx.organizationId, id])
  await tx.query(insertLocationWeek, [tx.organizationId, id, ...columns(intervals)])
}

const specialistWeek = statement(
  'specialist_week',
  `${week('specialist_schedules', 'starts', 'ends')} and specialist_id = $2
   order by day_of_week, starts, valid_from nulls first, location_id`,
)
const deleteSpecialistWeek = statement(
  'delete_specialist_week',
  'delete from specialist_schedules where organization_id = $1 and specialist_id = $2',
)
const insertSpecialistWeek = statement(
  'insert_specialist_week',
  `insert into specialist_schedules
     (organization_id, specialist_id, day_of_week, starts, ends, valid_from, valid_to, location_id)
   select $1, $2, * from unnest($3::smallint[], $4::time[], $5::time[], $6::date[], $7::date[], $8::integer[])`,
)

export function weekOfSpecialist(tx: Tx, id: number): Promise<WorkInterval[]> {
  return tx.query<WorkInterval>(specialistWeek, [tx.organizationId, id])
}

export async function replaceSpecialistWeek(
  tx: Tx,
  id: number,
  intervals: readonly WorkInterval[],
): Promise<void> {
  const locations = intervals.map(({ locationId }) => locationId)
  await tx.query(deleteSpecialistWeek, [tx.organizationId, id])
  await tx.query(insertSpecialistWeek, [tx.organizationId, id, ...columns(intervals), locations])
}

function columns(intervals: readonly WeekInterval[]): unknown[] {
  return [
    intervals.map(({ day }) => day),
    intervals.map(({ from }) => timeOf(from)),
    intervals.map(({ to }) => timeOf(to)),
    intervals.map(({ validFrom }) => validFrom),
    intervals.map(({ validTo }) => validTo),
  ]
}

const exceptions = statement(
  'schedule_exceptions_of',
  `select date, kind, location_id as "locationId", ${minutes('starts')} as "from", ${minutes('ends')} as "to", reason
   from schedule_exceptions where organization_id = $1 and specialist_id = $2
   order by date, starts nulls first, kind, id`,
)
const deleteExceptions = statement(
  'delete_exceptions',
  'delete from schedule_exceptions where organization_id = $1 and specialist_id = $2',
)
const insertExceptions = statement(
  'insert_exceptions',
  `insert into schedule_exceptions (organization_id, specialist_id, date, kind, location_id, starts, ends, reason)
   select $1, $2, * from unnest($3::date[], $4::text[], $5::integer[], $6::time[], $7::time[], $8::text[])`,
)

export function exceptionsOfSpecialist(tx: Tx, id: number): Promise<DatedException[]> {
  return tx.query<DatedException>(exceptions, [tx.organizationId, id])
}

export async function replaceExceptions(
  tx: Tx,
  id: number,
  list: readonly DatedException[],
): Promise<void> {
  await tx.query(deleteExceptions, [tx.organizationId, id])
  await tx.query(insertExceptions, [
    tx.organizationId,
    id,
    list.map(({ date }) => date),
    list.map(({ kind }) => kind),
    list.map(({ locationId }) => locationId),
    list.map(({ from }) => (from === null ? null : timeOf(from))),
    list.map(({ to }) => (to === null ? null : timeOf(to))),
    list.map(({ reason }) => reason),
  ])
}
