import type { Appointment } from '@zapis/sdk/contract'
import { zone } from '../availability/zone.ts'
import type { AppointmentRow } from './rows.ts'

export function minuteOf(instant: Date): number {
  return Math.floor(instant.getTime() / 60_000)
}

/** An appointment as the contract shows it: instants in its location's own offset. */
export function presentAppointment(row: AppointmentRow): Appointment {
  const { isoWithOffset } = zone(row.time_zone)
  const money = (amount: number) => ({ amount, currency: row.currency })
  return {
    id: row.id,
    status: row.status,
    code: row.code,
    location_id: row.location_id,
    service_id: row.service_id,
    specialist_id: row.specialist_id,
    workplace_id: row.workplace_id,
    client_id: row.client_id,
    session_id: row.session_id,
    starts_at: isoWithOffset(minuteOf(row.starts_at)),
    ends_at: isoWithOffset(minuteOf(row.ends_at)),
    price: money(row.price),
    discount: money(row.discount),
    total: money(row.total),
    discounts: row.discounts.map((each) => ({
      kind: each.kind,
      discount_percent: each.percent,
      amount: money(each.amount),
      reason: each.reason ?? '',
    })),
    prepayment: money(row.prepayment),
    paid: money(row.paid),
    client_package_id: row.client_package_id,
    payment_url: row.status === 'pending' ? row.payment_url : null,
    paid_by: row.paid_by,
    source: row.source,
    note: row.note ?? '',
    overbooked: row.overbooked,
    pending_until: row.pending_until?.toISOString() ?? null,
    cancel_reason: row.cancel_reason,
    acknowledged_at: row.acknowledged_at?.toISOString() ?? null,
    version: row.version,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}

/** What an event says of a visit: ids and times, no personal data. */
export function eventObject(row: AppointmentRow): Record<string, unknown> {
  const { isoWithOffset } = zone(row.time_zone)
  return {
    id: row.id,
    status: row.status,
    location_id: row.location_id,
    service_id: row.service_id,
    specialist_id: row.specialist_id,
    workplace_id: row.workplace_id,
    client_id: row.client_id,
    session_id: row.session_id,
    starts_at: isoWithOffset(minuteOf(row.starts_at)),
    ends_at: isoWithOffset(minuteOf(row.ends_at)),
    total: { amount: row.total, currency: row.currency },
    version: row.version,
  }
}
