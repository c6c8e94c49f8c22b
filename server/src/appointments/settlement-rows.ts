import { statement, type Tx } from '../db/transaction.ts'
import type { PaidBy } from './appointment.ts'
import { minuteOf } from './present.ts'
import type { AppointmentRow } from './rows.ts'
import { placeOf } from './session-rows.ts'

const setPaidBy = statement(
  'appointment_paid_by',
  `update appointments set paid_by = $3, client_package_id = coalesce($4, client_package_id) where organization_id = $1 and id = $2`,
)

export async function updatePaidBy(
  tx: Tx,
  id: number,
  paidBy: PaidBy,
  clientPackageId: number | null = null,
): Promise<void> {
  await tx.query(setPaidBy, [tx.organizationId, id, paidBy, clientPackageId])
}

const addDiscount = statement(
  'appointment_add_discount',
  `with line as (
     insert into appointment_discounts (organization_id, appointment_id, kind, discount_percent, amount, reason, actor)
     values ($1, $2, 'manual', $3, $4, $5, $6)
   )
   update appointments set discount = discount + $4, total = total - $4, prepayment = least(prepayment, total - $4)
   where organization_id = $1 and id = $2`,
)

/** One more line, by hand; the trigger refuses to make the visit cheaper than what was paid. */
export async function insertManualDiscount(
  tx: Tx,
  id: number,
  line: { percent: number | null; amount: number; reason: string; actor: string },
): Promise<void> {
  await tx.query(addDiscount, [
    tx.organizationId,
    id,
    line.percent,
    line.amount,
    line.reason,
    line.actor,
  ])
}

const takeAgain = statement(
  'occupancy_take_again',
  `insert into occupancies (organization_id, resource_kind, resource_id, during, appointment_id)
   select a.organization_id, r.kind, r.id, tstzrange(a.starts_at - s.buffer_before_min * interval '1 minute', a.ends_at + s.buffer_after_min * interval '1 minute', '[)'), a.id
   from appointments a
   join services s on s.organization_id = a.organization_id and s.id = a.service_id
   cross join lateral (values ('specialist', a.specialist_id), ('workplace', a.workplace_id)) as r (kind, id)
   where a.organization_id = $1 and a.id = $2 and r.id is not null`,
)

const ofService = statement(
  'service_of_visit',
  `select capacity, buffer_before_min as before, buffer_after_min as after from services where organization_id = $1 and id = $2`,
)
const sitAgain = statement(
  'appointment_sit_again',
  `update appointments set session_id = $3, workplace_id = $4, ends_at = to_timestamp($5::integer * 60.0) where organization_id = $1 and id = $2`,
)

/** The time or the seat of an expired visit, taken again; the constraints refuse when it is not free. */
export async function occupyAgain(tx: Tx, row: AppointmentRow): Promise<void> {
  const service = await tx.one<{ capacity: number; before: number; after: number }>(ofService, [
    tx.organizationId,
    row.service_id,
  ])
  if (service.capacity === 1) {
    await tx.query(takeAgain, [tx.organizationId, row.id])
    return
  }
  const [startMin, endMin] = [minuteOf(row.starts_at), minuteOf(row.ends_at)]
  const { sessionId, ...place } = await placeOf(tx, {
    locationId: row.location_id,
    serviceId: row.service_id,
    specialistId: row.specialist_id,
    workplaceId: row.workplace_id,
    startMin,
    endMin,
    busy: { from: startMin - service.before, to: endMin + service.after },
    group: true,
    overbooked: false,
  })
  await tx.query(sitAgain, [tx.organizationId, row.id, sessionId, place.workplaceId, place.endMin])
}
