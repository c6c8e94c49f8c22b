import type { Appointment, EventType } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { actor, type Call } from '../http/call.ts'
import { reusePromo } from '../promos/use.ts'
import { mayBecome, type Move } from './appointment.ts'
import { changed, lockOwn } from './change.ts'
import { settleEnding } from './give-back.ts'
import { policyOf } from './policy-rows.ts'
import { presentAppointment } from './present.ts'
import { appointmentById, updateNote, updateStatus } from './rows.ts'
import { keptOf } from './terms.ts'

const events = {
  confirmed: 'appointment.confirmed',
  arrived: 'appointment.arrived',
  completed: 'appointment.completed',
  no_show: 'appointment.no_show',
} as const satisfies Partial<Record<Move, EventType>>

type Asked = Pick<Call, 'caller' | 'operation' | 'ifMatch'>

/** approve, arrive, complete, no-show; repeated, the same answer. */
export async function setStatus(
  app: App,
  tx: Tx,
  call: Asked,
  id: number,
  to: keyof typeof events,
): Promise<Appointment> {
  const before = await lockOwn(tx, call.caller, id, call.ifMatch)
  if (before.status === to) return presentAppointment(before)
  if (!mayBecome(before.status, to)) throw new Fault('invalid_transition')
  const after = await updateStatus(tx, id, to)
  if (before.status === 'no_show') await reusePromo(tx, id)
  if (to === 'no_show') {
    const policy = await policyOf(tx, after)
    await settleEnding(app, tx, after, {
      kept: keptOf(policy, after.total, 'no_show'),
      to: policy.refund_to,
      reason: 'no_show',
      actor: actor(call.caller),
    })
  }
  return changed(app, tx, call, events[to], before, (await appointmentById(tx, id)) ?? after)
}

export async function changeNote(
  tx: Tx,
  call: Pick<Call, 'caller' | 'ifMatch'>,
  id: number,
  note: string,
): Promise<Appointment> {
  await lockOwn(tx, call.caller, id, call.ifMatch)
  return presentAppointment(await updateNote(tx, id, note))
}
