import { statement, type Tx } from '../db/transaction.ts'
import { columns, type AppointmentRow } from './rows.ts'
import { placeOf, type Place } from './session-rows.ts'

export interface NewTime extends Place {
  overrideReason: string | null
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
       overbooked = $9, override_reason = coalesce($10, override_reason), ics_sequence = ics_sequence + 1, session_id = $11, acknowledged_at = null
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
  ])
}
