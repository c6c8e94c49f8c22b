import type { Appointment, SettleRequest } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { actor, isOurs, type Call } from '../http/call.ts'
import { append } from '../outbox/append.ts'
import { takeVisit } from '../packages/use.ts'
import { takeOnSite } from '../payments/begin.ts'
import { payVisitFromWallet } from '../wallets/post.ts'
import { changed, lockOwn } from './change.ts'
import { eventObject, presentAppointment } from './present.ts'
import { appointmentById, updateStatus, type AppointmentRow } from './rows.ts'
import { updatePaidBy } from './settlement-rows.ts'

/** Pays what is left, or a part of it; a pending visit whose prepayment is reached becomes certain. */
export async function pay(app: App, tx: Tx, call: Call<'appointments.pay'>): Promise<Appointment> {
  const before = await lockOwn(tx, call.caller, call.params.id, call.ifMatch)
  if (!['pending', 'confirmed', 'arrived', 'completed'].includes(before.status))
    throw new Fault('invalid_transition')
  if (call.body.method === 'on_site' && !isOurs(call.caller))
    throw new Fault('payment_method_unavailable', {
      errors: [{ pointer: '/method', code: 'not_allowed' }],
    })
  const left = before.total - before.paid
  const amount = call.body.amount ?? left
  if (left <= 0) throw new Fault('already_paid')
  if (amount > left) throw invalidAmount('too_large')
  if (call.body.method === 'package' && amount < left) throw invalidAmount('not_allowed')
  await take(tx, call, before, call.body, amount)
  const after = await settled(tx, before.id)
  if (before.status === 'pending' && after.status === 'confirmed')
    return changed(app, tx, call, 'appointment.confirmed', before, after)
  const line = { method: call.body.method, paid: after.paid }
  await audit(tx, call, `appointment:${after.id}`, { paid: before.paid }, line)
  return presentAppointment(after)
}

function invalidAmount(code: 'too_large' | 'not_allowed'): Fault {
  return new Fault('invalid_request', { errors: [{ pointer: '/amount', code }] })
}

async function take(
  tx: Tx,
  call: Call<'appointments.pay'>,
  row: AppointmentRow,
  { method }: SettleRequest,
  amount: number,
): Promise<void> {
  const about = { appointmentId: row.id, clientId: row.client_id, actor: actor(call.caller) }
  if (method === 'package') {
    if (row.paid > 0) throw new Fault('already_paid')
    const { clientPackageId } = await takeVisit(tx, {
      ...about,
      serviceId: row.service_id,
      startsAt: row.starts_at,
    })
    return updatePaidBy(tx, row.id, 'package', clientPackageId)
  }
  if (method === 'wallet') await payVisitFromWallet(tx, { ...about, amount })
  else await takeOnSite(tx, { ...about, amount })
  if (row.paid === 0) await updatePaidBy(tx, row.id, method)
}

/** The visit after money came: certain, once the prepayment (by card: all) has been reached. */
export async function settled(tx: Tx, id: number): Promise<AppointmentRow> {
  const row = await appointmentById(tx, id)
  if (row === undefined) throw new Fault('not_found')
  const needed = neededOf(row)
  if (row.status !== 'pending' || row.awaits_approval || needed === 0 || row.paid < needed)
    return row
  return updateStatus(tx, id, 'confirmed')
}

/** What makes it certain: by card all of it, else the prepayment. */
export function neededOf({
  paid_by,
  total,
  prepayment,
}: Pick<AppointmentRow, 'paid_by' | 'total' | 'prepayment'>): number {
  return paid_by === 'card' ? total : prepayment
}

/** For those who hear of it through a provider. */
export async function announceConfirmed(tx: Tx, row: AppointmentRow): Promise<void> {
  await append(tx, 'appointment.confirmed', { kind: 'appointment', id: row.id }, eventObject(row))
}
