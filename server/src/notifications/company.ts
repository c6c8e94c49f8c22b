import { addDays } from '../availability/dates.ts'
import { zone } from '../availability/zone.ts'
import { statement, type Tx } from '../db/transaction.ts'
import type { Kept } from './compose-rows.ts'

const MINUTE_MS = 60_000
/** So short before a visit its reminder waits for no other. */
const PRESSING_MS = 30 * MINUTE_MS

export interface Visit {
  id: number
  startsAt: Date
}

/** What becomes of a reminder, as other visits of the client on that day have theirs. */
export type Company =
  /** It speaks of these visits, its own the first. */
  | { kind: 'speaks'; of: number[] }
  /** Another has spoken of it. */
  | { kind: 'spoken' }
  /** Another is about to. */
  | { kind: 'waits' }

interface Other {
  id: number
  starts_at: Date
  is_coming: boolean
  /** Its reminder is due, and is neither sent nor given up. */
  is_under_way: boolean
}

const others = statement(
  'notification_visits_of_day',
  `select a.id, a.starts_at, a.status = 'confirmed' as is_coming, exists (select from notifications n where n.organization_id = a.organization_id and n.appointment_id = a.id
       and n.client_id = a.client_id and n.template = $3 and n.status in ('pending', 'sending')
       and (n.status = 'sending' or n.send_at <= clock_timestamp())) as is_under_way
   from appointments a
   where a.organization_id = $1 and a.client_id = $2 and a.id <> $4
     and a.starts_at >= $5 and a.starts_at < $6
   order by a.starts_at, a.id`,
)
const spoken = statement(
  'notification_spoken_of',
  `select exists (select from notifications where organization_id = $1 and client_id = $2 and template = $3 and status = 'sent'
     and appointment_id <> $4 and payload -> 'visits' @> jsonb_build_array(jsonb_build_object('id', $4::integer, 'starts_at', $5::text))) as found`,
)
const speak = statement(
  'notification_speak_of',
  `update notifications set payload = payload || jsonb_build_object('visits', $3::jsonb) where organization_id = $1 and id = $2`,
)

/**
 * One message speaks of all visits of a day that begin soon after each other. The earliest visit's goes first, and the others
 * wait until it is settled: when it is sent they have been spoken of, and when nothing comes of it the next one goes.
 */
export async function companyOf(
  tx: Tx,
  kept: Kept,
  visit: Visit,
  { timeZone, mergesMin, now }: { timeZone: string; mergesMin: number; now: Date },
): Promise<Company> {
  const values = [tx.organizationId, kept.client_id, kept.template, visit.id]
  const rows = await tx.query<Other>(others, [...values, ...dayAround(visit.startsAt, timeZone)])
  // As with nearly everybody.
  if (rows.length === 0) return { kind: 'speaks', of: [visit.id] }
  // Asked after who is under way: one that is sent between the two questions is found by the second.
  const startsAt = visit.startsAt.toISOString()
  const { found } = await tx.one<{ found: boolean }>(spoken, [...values, startsAt])
  if (found && kept.round === 0) return { kind: 'spoken' }
  const near = rows.filter(
    ({ starts_at, is_coming }) =>
      is_coming &&
      Math.abs(starts_at.getTime() - visit.startsAt.getTime()) <= mergesMin * MINUTE_MS,
  )
  const isPressing = visit.startsAt.getTime() - now.getTime() < PRESSING_MS
  if (!isPressing && near.some((other) => other.is_under_way && isBefore(other, visit)))
    return { kind: 'waits' }
  const later = near.filter((other) => !isBefore(other, visit) && other.starts_at > now)
  const all = [
    { id: visit.id, starts_at: startsAt },
    ...later.map(({ id, starts_at }) => ({ id, starts_at: starts_at.toISOString() })),
  ]
  await tx.query(speak, [tx.organizationId, kept.id, JSON.stringify(all)])
  return { kind: 'speaks', of: all.map(({ id }) => id) }
}

function isBefore({ id, starts_at }: Other, visit: Visit): boolean {
  const apart = starts_at.getTime() - visit.startsAt.getTime()
  return apart < 0 || (apart === 0 && id < visit.id)
}

function dayAround(at: Date, timeZone: string): [Date, Date] {
  const { localOf, startOfDay } = zone(timeZone)
  const { date } = localOf(Math.floor(at.getTime() / MINUTE_MS))
  return [
    new Date(startOfDay(date) * MINUTE_MS),
    new Date(startOfDay(addDays(date, 1)) * MINUTE_MS),
  ]
}
