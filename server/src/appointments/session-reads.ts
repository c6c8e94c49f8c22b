import type { OperationTypes } from '@zapis/sdk/contract'
import { zone } from '../availability/zone.ts'
import { byId, key, keysetPage, type Page, type Sorts } from '../db/keyset.ts'
import type { Tx } from '../db/transaction.ts'
import { withinDates } from '../organizations/within-dates.ts'
import { minuteOf } from './present.ts'

type Wanted = OperationTypes['groupSessions.list']['query']
type GroupSession = OperationTypes['groupSessions.list']['reply']['data'][number]

interface Row extends Omit<GroupSession, 'starts_at' | 'ends_at' | 'created_at'> {
  starts_at: Date
  ends_at: Date
  created_at: Date
  time_zone: string
}

const sorts: Sorts = { starts_at: [key('starts_at', 'timestamptz'), byId] }

/** Nobody’s name is in it: the clinic’s calendar, for all who work by it. */
export async function listSessions(tx: Tx, query: Wanted): Promise<Page<GroupSession>> {
  const sessions = tx
    .builder('group_sessions as s')
    .join('locations as l', (on) =>
      on.on('l.organization_id', 's.organization_id').on('l.id', 's.location_id'),
    )
    .where('s.organization_id', tx.organizationId)
    .select('s.*', 'l.time_zone')
  for (const field of ['location_id', 'service_id', 'specialist_id'] as const) {
    const value = query[field]
    if (value !== undefined) void sessions.where(`s.${field}`, value)
  }
  await withinDates(tx, sessions, 's.starts_at', query)
  const page = await keysetPage<Row>(
    tx,
    tx.builder.from(sessions.as('s')).select('s.*'),
    sorts,
    query,
  )
  return { ...page, data: page.data.map(present) }
}

function present(row: Row): GroupSession {
  const { isoWithOffset } = zone(row.time_zone)
  return {
    id: row.id,
    location_id: row.location_id,
    service_id: row.service_id,
    specialist_id: row.specialist_id,
    workplace_id: row.workplace_id,
    starts_at: isoWithOffset(minuteOf(row.starts_at)),
    ends_at: isoWithOffset(minuteOf(row.ends_at)),
    capacity: row.capacity,
    seats_taken: row.seats_taken,
    overbooked: row.overbooked,
    created_at: row.created_at.toISOString(),
  }
}
