import type { Tx } from '../db/transaction.ts'
import { instantOf } from './clock.ts'
import { idsBy, insertRows } from './rows.ts'
import { takesTime, type Visit } from './visit.ts'

export type SessionOf = (visit: Visit) => number | null

/** The demo’s clients never come at one time: each visit of a group that stands has begun a session, with seats for others. */
export async function insertSessions(tx: Tx, visits: readonly Visit[]): Promise<SessionOf> {
  const seated = visits.filter(({ capacity, status }) => capacity > 1 && takesTime(status))
  const rows = seated.map((visit) => ({
    location_id: visit.locationId,
    service_id: visit.serviceId,
    specialist_id: visit.specialistId,
    workplace_id: visit.workplaceId,
    starts_at: instantOf(visit.startMin),
    ends_at: instantOf(visit.endMin),
    capacity: visit.capacity,
  }))
  const id = idsBy(seated, await insertRows(tx, 'group_sessions', rows))
  const all = new Set(seated)
  return (visit) => (all.has(visit) ? id(visit) : null)
}
