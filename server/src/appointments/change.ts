import type { Appointment, EventType } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { occupancyChanged, type Change } from '../availability/changed.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call, Caller } from '../http/call.ts'
import { append } from '../outbox/append.ts'
import { eventObject, minuteOf, presentAppointment } from './present.ts'
import { lockAppointment, type AppointmentRow } from './rows.ts'

/** Who acts on a visit: a credential, or the bearer of its manage link. */
export type Party = Caller | { kind: 'bearer'; organizationId: number }

/** The visit, locked and the caller's to change; what is not theirs is not there. */
export async function lockOwn(
  tx: Tx,
  party: Party,
  id: number,
  ifMatch: number | null,
): Promise<AppointmentRow> {
  const row = await lockAppointment(tx, id)
  if (row === undefined || !isOwn(party, row)) throw new Fault('not_found')
  if (ifMatch !== null && ifMatch !== row.version) throw new Fault('version_conflict')
  return row
}

export function isOwn(
  party: Party,
  row: Pick<AppointmentRow, 'client_id' | 'specialist_id'>,
): boolean {
  if (party.kind === 'client') return row.client_id === party.clientId
  if (party.kind === 'staff' && party.role === 'specialist')
    return row.specialist_id === party.specialistId
  return party.kind === 'staff' || party.kind === 'secret' || party.kind === 'bearer'
}

/** Clients and bearers of a link are bound by the policy; staff decide for themselves. */
export function isBound(party: Party): boolean {
  return party.kind === 'client' || party.kind === 'bearer'
}

/** By what a visit is changed, and the bot in whose chat the client sees it done. */
export interface Doing extends Pick<Call, 'caller' | 'operation'> {
  told_by?: 'telegram' | 'max' | undefined
}

/** Of the event. Nobody else says that the client has been told. */
export function toldBy({ caller, told_by }: Omit<Doing, 'operation'>): Pick<Doing, 'told_by'> {
  return caller.kind === 'client' && told_by !== undefined ? { told_by } : {}
}

/** What every change of a visit owes: the event, the line of its history, and the caches after the commit. */
export async function changed(
  app: App,
  tx: Tx,
  call: Doing,
  type: EventType,
  before: AppointmentRow,
  after: AppointmentRow,
): Promise<Appointment> {
  await append(
    tx,
    type,
    { kind: 'appointment', id: after.id },
    { ...eventObject(after), ...toldBy(call), previous: previous(before) },
  )
  await audit(tx, call, `appointment:${after.id}`, audited(before), audited(after))
  tx.afterCommit(() =>
    occupancyChanged(app, tx.organizationId ?? 0, [timeOf(before), timeOf(after)]),
  )
  return presentAppointment(after)
}

function previous(row: AppointmentRow): Record<string, unknown> {
  const { status, starts_at, ends_at, specialist_id, version } = eventObject(row)
  return { status, starts_at, ends_at, specialist_id, version }
}

function audited(row: AppointmentRow): Record<string, unknown> {
  return {
    status: row.status,
    starts_at: row.starts_at.toISOString(),
    ends_at: row.ends_at.toISOString(),
    specialist_id: row.specialist_id,
    workplace_id: row.workplace_id,
    overbooked: row.overbooked,
    note: row.note,
    cancel_reason: row.cancel_reason,
  }
}

const LONGEST_BUFFER_MIN = 240

/** The buffers of then are not kept with the visit; the longest that may be covers them. */
function timeOf(row: AppointmentRow): Change {
  return {
    specialistId: row.specialist_id,
    locationId: row.location_id,
    from: minuteOf(row.starts_at) - LONGEST_BUFFER_MIN,
    to: minuteOf(row.ends_at) + LONGEST_BUFFER_MIN,
  }
}
