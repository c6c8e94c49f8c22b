import { statement, type Tx } from '../db/transaction.ts'
import type { AppliedDiscount } from '../pricing/price.ts'
import type { PaidBy, Source, Status } from './appointment.ts'
import { leaveUnused, placeOf } from './session-rows.ts'

export interface AppointmentRow {
  id: number
  status: Status
  code: string
  location_id: number
  service_id: number
  specialist_id: number
  workplace_id: number | null
  client_id: number
  session_id: number | null
  starts_at: Date
  ends_at: Date
  /** Set by the desk; null = as the service says. */
  duration_min: number | null
  price: number
  discount: number
  total: number
  paid_by: PaidBy | null
  client_package_id: number | null
  prepayment: number
  /** Paid and not given back. */
  paid: number
  payment_url: string | null
  source: Source
  note: string | null
  overbooked: boolean
  pending_until: Date | null
  /** Nobody has approved it yet, whatever has been paid. */
  awaits_approval: boolean
  cancel_reason: string | null
  acknowledged_at: Date | null
  ics_sequence: number
  version: number
  created_at: Date
  updated_at: Date
  /** Of its location and organization, for the wire. */
  time_zone: string
  currency: string
  discounts: {
    kind: AppliedDiscount['kind']
    percent: number | null
    amount: number
    reason: string | null
  }[]
}

/** An appointment under the alias `a`. */
const own = `a.id, a.status, a.code, a.location_id, a.service_id, a.specialist_id, a.workplace_id, a.client_id, a.session_id, a.starts_at, a.ends_at, a.duration_min,
  a.price, a.discount, a.total, a.paid_by, a.client_package_id, a.prepayment, a.source, a.note, a.overbooked, a.pending_until, a.awaits_approval, a.cancel_reason, a.acknowledged_at, a.ics_sequence, a.version, a.created_at, a.updated_at,
  (select l.time_zone from locations l where l.organization_id = a.organization_id and l.id = a.location_id) as time_zone,
  (select o.currency from organizations o where o.id = a.organization_id) as currency,
  (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'percent', d.discount_percent, 'amount', d.amount, 'reason', d.reason) order by d.id), '[]')
     from appointment_discounts d where d.organization_id = a.organization_id and d.appointment_id = a.id) as discounts`

/** With what its presentation needs of the money. */
export const columns = `${own}, paid_of(a.organization_id, a.id) as paid,
  (select p.page_url from payments p where p.organization_id = a.organization_id and p.appointment_id = a.id and p.status = 'pending'
     order by p.id desc limit 1) as payment_url`

/** One that is just being written: nothing has been paid. */
const unpaid = `${own}, 0::bigint as paid, null::text as payment_url`

export interface NewAppointment {
  locationId: number
  serviceId: number
  specialistId: number
  workplaceId: number | null
  clientId: number
  startMin: number
  endMin: number
  /** With the buffers. */
  busy: { from: number; to: number }
  group: boolean
  status: 'pending' | 'confirmed'
  pendingUntil: Date | null
  awaitsApproval: boolean
  price: number
  discount: number
  discounts: AppliedDiscount[]
  actor: string
  /** A package’s visit is written once it is taken: null until then. */
  paidBy: PaidBy | null
  prepayment: number
  source: Source
  code: string
  holdId: string | null
  note: string
  overbooked: boolean
  overrideReason: string | null
}

/** The visit, its occupied time (or its seat: a trigger counts it) and its discounts in one statement. Nothing when this hold was confirmed before. */
const insert = statement(
  'appointment_insert',
  `with visit as (
     insert into appointments as a (organization_id, location_id, service_id, specialist_id, workplace_id, client_id, starts_at, ends_at, status, pending_until,
       price, discount, total, paid_by, source, code, hold_id, note, overbooked, override_reason, prepayment, session_id, awaits_approval)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::integer * 60.0), to_timestamp($8::integer * 60.0), $9, $10, $11::bigint, $12::bigint, $11::bigint - $12::bigint, $13, $14, $15, $16, $17, $18, $19, $24, $25, $26)
     on conflict (organization_id, hold_id) do nothing
     returning ${unpaid}
   ), taken as (
     insert into occupancies (organization_id, resource_kind, resource_id, during, appointment_id, overbooked)
     select $1, r.kind, r.id, tstzrange(to_timestamp($20::integer * 60.0), to_timestamp($21::integer * 60.0), '[)'), visit.id, $18
     from visit, (values ('specialist', $4::integer), ('workplace', $5::integer)) as r (kind, id)
     where r.id is not null and $25::integer is null
   ), discounted as (
     insert into appointment_discounts (organization_id, appointment_id, kind, discount_percent, amount, reason, promo_code_id, actor)
     select $1, visit.id, d.kind, d.percent, d.amount, d.reason, d."promoCodeId", $23
     from visit, jsonb_to_recordset($22::jsonb) as d (kind text, percent numeric, amount bigint, reason text, "promoCodeId" integer)
   )
   select * from visit`,
)

export async function insertAppointment(
  tx: Tx,
  visit: NewAppointment,
): Promise<AppointmentRow | null> {
  const place = await placeOf(tx, visit)
  const row = await tx.maybe<AppointmentRow>(insert, [
    tx.organizationId,
    visit.locationId,
    visit.serviceId,
    visit.specialistId,
    place.workplaceId,
    visit.clientId,
    visit.startMin,
    place.endMin,
    visit.status,
    visit.pendingUntil,
    visit.price,
    visit.discount,
    visit.paidBy,
    visit.source,
    visit.code,
    visit.holdId,
    visit.note,
    visit.overbooked,
    visit.overrideReason,
    visit.busy.from,
    visit.busy.to,
    JSON.stringify(visit.discounts),
    visit.actor,
    visit.prepayment,
    place.sessionId,
    visit.awaitsApproval,
  ])
  if (row === undefined) await leaveUnused(tx, place)
  // The statement's own discount rows are not visible to it yet.
  return row ? { ...row, discounts: visit.discounts } : null
}

const byId = statement(
  'appointment_by_id',
  `select ${columns} from appointments a where a.organization_id = $1 and a.id = $2`,
)
const byHold = statement(
  'appointment_by_hold',
  `select ${columns} from appointments a where a.organization_id = $1 and a.hold_id = $2`,
)
const lock = statement(
  'appointment_lock',
  `select 1 from appointments where organization_id = $1 and id = $2 for no key update`,
)

export function appointmentById(tx: Tx, id: number): Promise<AppointmentRow | undefined> {
  return tx.maybe(byId, [tx.organizationId, id])
}
export function appointmentByHold(tx: Tx, holdId: string): Promise<AppointmentRow | undefined> {
  return tx.maybe(byHold, [tx.organizationId, holdId])
}
/**
 * Nobody else changes it, or pays for it, until the transaction ends. Read by a second statement: what was paid while the
 * lock was waited for is not in the first one's snapshot.
 */
export async function lockAppointment(tx: Tx, id: number): Promise<AppointmentRow | undefined> {
  await tx.query(lock, [tx.organizationId, id])
  return appointmentById(tx, id)
}

const setStatus = statement(
  'appointment_status',
  `update appointments a set status = $3, cancelled_by = coalesce($4, cancelled_by), cancel_reason = coalesce($5, cancel_reason),
     pending_until = case when $3 = 'pending' then pending_until end, awaits_approval = awaits_approval and $3 <> 'confirmed', ics_sequence = ics_sequence + 1
   where a.organization_id = $1 and a.id = $2 returning ${columns}`,
)

/** Leaving for cancelled or expired gives the time back, or the seat: the trigger deletes its occupancies, and leaves its session. */
export function updateStatus(
  tx: Tx,
  id: number,
  status: Status,
  cancel?: { by: string; reason: string | null },
): Promise<AppointmentRow> {
  return tx.one(setStatus, [
    tx.organizationId,
    id,
    status,
    cancel?.by ?? null,
    cancel?.reason ?? null,
  ])
}

const setNote = statement(
  'appointment_note',
  `update appointments a set note = $3 where a.organization_id = $1 and a.id = $2 returning ${columns}`,
)

export function updateNote(tx: Tx, id: number, note: string): Promise<AppointmentRow> {
  return tx.one(setNote, [tx.organizationId, id, note])
}
