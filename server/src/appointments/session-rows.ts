import { statement, type Tx } from '../db/transaction.ts'

/** Where a visit wants to be. */
export interface Place {
  locationId: number
  serviceId: number
  specialistId: number
  workplaceId: number | null
  startMin: number
  endMin: number
  /** With the buffers. */
  busy: { from: number; to: number }
  group: boolean
  overbooked: boolean
}

/** Where it is: in a session, that has its own room and end. */
export interface Placed {
  sessionId: number | null
  workplaceId: number | null
  endMin: number
}

/**
 * The session that is there, locked, or a new one, which takes the time like any visit. Its seats are counted when visits name it.
 * One without a seat taken is new: the last one out takes the session along.
 */
const enter = statement(
  'session_enter',
  `with session as (
     insert into group_sessions as s (organization_id, location_id, service_id, specialist_id, workplace_id, starts_at, ends_at, capacity, overbooked)
     select $1, $2, v.id, $4, $5, to_timestamp($6::integer * 60.0), to_timestamp($7::integer * 60.0), v.capacity, $10
     from services v where v.organization_id = $1 and v.id = $3
     on conflict (organization_id, location_id, service_id, starts_at, specialist_id) do update set capacity = s.capacity
     returning s.id, s.workplace_id, s.ends_at, s.seats_taken
   ), taken as (
     insert into occupancies (organization_id, resource_kind, resource_id, during, session_id, overbooked)
     select $1, r.kind, r.id, tstzrange(to_timestamp($8::integer * 60.0), to_timestamp($9::integer * 60.0), '[)'), session.id, $10
     from session, (values ('specialist', $4::integer), ('workplace', $5::integer)) as r (kind, id)
     where session.seats_taken = 0 and r.id is not null
   )
   select id as "sessionId", workplace_id as "workplaceId", (extract(epoch from ends_at) / 60)::integer as "endMin" from session`,
)

/** Of a visit that takes its time by itself: as it wants. */
export async function placeOf(tx: Tx, wanted: Place): Promise<Placed> {
  const { workplaceId, endMin } = wanted
  if (!wanted.group) return { sessionId: null, workplaceId, endMin }
  return tx.one<Placed>(enter, [
    tx.organizationId,
    wanted.locationId,
    wanted.serviceId,
    wanted.specialistId,
    workplaceId,
    wanted.startMin,
    endMin,
    wanted.busy.from,
    wanted.busy.to,
    wanted.overbooked,
  ])
}

const removeUnused = statement(
  'session_remove_unused',
  `delete from group_sessions where organization_id = $1 and id = $2 and seats_taken = 0`,
)

/** No visit came of it. */
export async function leaveUnused(tx: Tx, { sessionId }: Placed): Promise<void> {
  if (sessionId !== null) await tx.query(removeUnused, [tx.organizationId, sessionId])
}

/** As `occupancy_taken`, but past the session itself while it has a seat. */
const barred = statement(
  'session_barred',
  `select case
     when exists (select from appointments a where a.organization_id = $1 and a.hold_id = $2) then 'no'
     when s.id is not null then case when s.seats_taken >= s.capacity then 'full' else 'no' end
     when exists (select from occupancies q
       where q.organization_id = $1 and q.resource in ($3::integer, - $4::integer) and not q.overbooked
         and q.starts_min >= $5::integer - 2881 and q.starts_min < $6::integer and q.ends_min > $5::integer) then 'taken'
     else 'no' end as barred
   from (values (1)) one
   left join group_sessions s on s.organization_id = $1 and s.location_id = $7 and s.service_id = $8
     and s.specialist_id = $3 and s.starts_at = to_timestamp($9::integer * 60.0)`,
)

/** Whether nobody more can come, and why; asked without a lock, so that only a yes is to be relied on. */
export async function isBarred(
  tx: Tx,
  holdId: string,
  wanted: Omit<Place, 'group' | 'overbooked'>,
): Promise<'no' | 'full' | 'taken'> {
  const row = await tx.one<{ barred: 'no' | 'full' | 'taken' }>(barred, [
    tx.organizationId,
    holdId,
    wanted.specialistId,
    wanted.workplaceId,
    wanted.busy.from,
    wanted.busy.to,
    wanted.locationId,
    wanted.serviceId,
    wanted.startMin,
  ])
  return row.barred
}
