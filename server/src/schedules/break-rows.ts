import type { OperationTypes } from '@zapis/sdk/contract'
import type { Knex } from 'knex'
import { zone } from '../availability/zone.ts'
import { statement, type Tx } from '../db/transaction.ts'

type Break = OperationTypes['breaks.get']['reply']

export interface BreakRow {
  id: number
  specialist_id: number
  location_id: number | null
  date: string
  start_time: string
  end_time: string
  reason: string | null
  version: number
  updated_at: Date
  time_zone: string
  starts_min: number
  ends_min: number
}

/** A break is what its occupancy takes; the instants are those that were taken, whatever became of the zone since. */
export function breaks(tx: Tx): Knex.QueryBuilder {
  return tx
    .builder('breaks as b')
    .join('occupancies as o', (on) =>
      on.on('o.organization_id', 'b.organization_id').on('o.break_id', 'b.id'),
    )
    .join('organizations as g', 'g.id', 'b.organization_id')
    .leftJoin('locations as l', (on) =>
      on.on('l.organization_id', 'b.organization_id').on('l.id', 'b.location_id'),
    )
    .where('b.organization_id', tx.organizationId)
    .select('b.*', 'o.starts_min', 'o.ends_min')
    .select(tx.builder.raw('coalesce(l.time_zone, g.time_zone) as time_zone'))
}

export function toWire(row: BreakRow): Break {
  const { isoWithOffset } = zone(row.time_zone)
  return {
    id: row.id,
    specialist_id: row.specialist_id,
    date: row.date,
    start_time: row.start_time.slice(0, 5),
    end_time: row.end_time.slice(0, 5),
    reason: row.reason ?? '',
    starts_at: isoWithOffset(row.starts_min),
    ends_at: isoWithOffset(row.ends_min),
    version: row.version,
    updated_at: row.updated_at.toISOString(),
  }
}

const insert = statement(
  'insert_break',
  `with made as (
     insert into breaks (organization_id, specialist_id, location_id, date, start_time, end_time, reason)
     values ($1, $2, $3, $4, $5, $6, $7) returning id
   )
   insert into occupancies (organization_id, resource_kind, resource_id, break_id, during)
   select $1, 'specialist', $2, id, tstzrange(to_timestamp($8::bigint * 60), to_timestamp($9::bigint * 60))
   from made
   returning break_id as id`,
)

/** The row and what it takes, in one statement. */
export async function insertBreak(
  tx: Tx,
  draft: OperationTypes['breaks.create']['body'],
  locationId: number | null,
  { from, to }: { from: number; to: number },
): Promise<number> {
  const { specialist_id, date, start_time, end_time, reason = null } = draft
  const { id } = await tx.one<{ id: number }>(insert, [
    ...[tx.organizationId, specialist_id, locationId, date, start_time, end_time, reason],
    ...[from, to],
  ])
  return id
}
