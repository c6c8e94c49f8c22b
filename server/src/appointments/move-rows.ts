import { statement, type Tx } from '../db/transaction.ts'
import { columns, type AppointmentRow } from './rows.ts'
import { placeOf, type Place } from './session-rows.ts'

export interface NewTime extends Place {
  overrideReason: string | null
  /** Set by the desk. */
  durationMin?: number | undefined
}

/** What it takes, or its seat. */
const leave = statement(
  'appointment_leave',
  `with freed as (delete from occupancies where organization_id = $1 and appointment_id = $2)
   update appointments set session_id = null where organization_id = $1 and id = $2 and session_id is not null`,
)
const move = statement(
  'appointment_move',
  `with visit as (
     update appointments a set specialist_id = $3, workplace_id = $4, starts_at = to_timestamp($5::integer * 60.0), ends_at = to_timestamp($6::integer * 60.0),
       overbooked = $9, override_reason = coalesce($10, override_reason), ics_sequence = ics_sequence + 1, session_id = $11,
       -- What the service gives anyway is not set by hand.
       duration_min = (select nullif($12::integer, coalesce(p.duration_min, s.duration_min)) from services s
         left join service_specialists p on p.organization_id = $1 and p.service_id = s.id and p.specialist_id = $3
         where s.organization_id = $1 and s.id = a.service_id and s.capacity = 1),
       -- Who said that they are coming, comes at the same time.
       acknowledged_at = case when a.starts_at = to_timestamp($5::integer * 60.0) and a.specialist_id = $3 then a.acknowledged_at end
     where a.organization_id = $1 and a.id = $2 returning ${columns}
   ), taken as (
     insert into occupancies (organization_id, resource_kind, resource_id, during, appointment_id, overbooked)
     select $1, r.kind, r.id, tstzrange(to_timestamp($7::integer * 60.0), to_timestamp($8::integer * 60.0), '[)'), $2, $9
     from (values ('specialist', $3::integer), ('workplace', $4::integer)) as r (kind, id)
     where r.id is not null and $11::integer is null
   )
   select * from visit`,
)

/** In place: the same row, its old time or seat given up and the new one taken in one transaction. */
export async function moveAppointment(tx: Tx, id: number, time: NewTime): Promise<AppointmentRow> {
  await tx.query(leave, [tx.organizationId, id])
  const { workplaceId, endMin, sessionId } = await placeOf(tx, time)
  return tx.one(move, [
    tx.organizationId,
    id,
    time.specialistId,
    workplaceId,
    time.startMin,
    endMin,
    time.busy.from,
    time.busy.to,
    time.overbooked,
    time.overrideReason,
    sessionId,
    time.durationMin ?? null,
  ])
}

const resizable = statement(
  'service_resizable',
  `select resizable and capacity = 1 as resizable from services where organization_id = $1 and id = $2`,
)

/** A group session has one length for all. */
export async function mayResize(tx: Tx, serviceId: number): Promise<boolean> {
  const row = await tx.one<{ resizable: boolean }>(resizable, [tx.organizationId, serviceId])
  return row.resizable
}
