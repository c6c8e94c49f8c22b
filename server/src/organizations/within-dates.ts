import type { Knex } from 'knex'
import { addDays } from '../availability/dates.ts'
import { zone } from '../availability/zone.ts'
import { statement, type Tx } from '../db/transaction.ts'

const zoneOf = statement('organization_zone', 'select time_zone from organizations where id = $1')

/** Dates are of the organization’s zone. */
export async function withinDates(
  tx: Tx,
  rows: Knex.QueryBuilder,
  column: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<void> {
  if (from === undefined && to === undefined) return
  const { time_zone } = await tx.one<{ time_zone: string }>(zoneOf, [tx.organizationId])
  if (from !== undefined) void rows.where(column, '>=', boundary(from, time_zone, 0))
  if (to !== undefined) void rows.where(column, '<', boundary(to, time_zone, 1))
}

/** An instant, or the beginning of a date (of the day after, for the last date of a range). */
function boundary(text: string, timeZone: string, days: 0 | 1): Date {
  if (text.length > 10) return new Date(text)
  // Zones are known from 2000 on, and nothing of ours is from before.
  const date = text < '2000-01-01' ? '2000-01-01' : addDays(text, days)
  return new Date(zone(timeZone).startOfDay(date) * 60_000)
}
