import type { Appointment } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { actor, type Call } from '../http/call.ts'
import { mayBecome, mayCallOff } from './appointment.ts'
import { changed, isBound, lockOwn, type Doing, type Party } from './change.ts'
import { settleEnding } from './give-back.ts'
import { policyOf } from './policy-rows.ts'
import { presentAppointment } from './present.ts'
import { appointmentById, updateStatus } from './rows.ts'
import { keptIfCancelled } from './terms.ts'

export interface CancelWish {
  reason?: string | undefined
  /** Staff may give everything or nothing back; else the policy says. */
  refund?: 'policy' | 'full' | 'none' | undefined
  told_by?: Doing['told_by']
}

/** The time is free again and the money settled, or nothing changed. Cancelling what is cancelled is the same answer. */
export async function cancel(
  app: App,
  tx: Tx,
  call: Pick<Call, 'caller' | 'operation' | 'ifMatch'>,
  party: Party,
  id: number,
  { reason, refund = 'policy', told_by }: CancelWish,
): Promise<Appointment> {
  const before = await lockOwn(tx, party, id, call.ifMatch)
  if (before.status === 'cancelled') return presentAppointment(before)
  if (!mayBecome(before.status, 'cancelled')) throw new Fault('invalid_transition')
  if (refund !== 'policy') mayOverride(party, reason)
  const policy = await policyOf(tx, before)
  if (isBound(party) && !mayCallOff(before.starts_at, app.clock(), policy))
    throw new Fault('outside_cancellation_window')
  const byPolicy = keptIfCancelled(policy, before, app.clock())
  const kept = refund === 'policy' ? byPolicy : refund === 'full' ? 0 : before.total
  const after = await updateStatus(tx, id, 'cancelled', { by: party.kind, reason: reason ?? null })
  await settleEnding(app, tx, after, {
    kept,
    to: policy.refund_to,
    reason: reason ?? 'cancelled',
    actor: actor(call.caller),
  })
  const settled = (await appointmentById(tx, id)) ?? after
  if (refund !== 'policy')
    await audit(
      tx,
      call,
      `appointment:${id}`,
      { paid: before.paid },
      { paid: settled.paid, refund, reason },
    )
  return changed(app, tx, { ...call, told_by }, 'appointment.cancelled', before, settled)
}

/** Against the policy only the desk decides, and says why. */
function mayOverride(party: Party, reason: string | undefined): void {
  if (isBound(party) || (party.kind === 'staff' && party.role === 'specialist'))
    throw new Fault('forbidden', { errors: [{ pointer: '/refund', code: 'not_allowed' }] })
  if ((reason ?? '').trim() === '')
    throw new Fault('invalid_request', { errors: [{ pointer: '/reason', code: 'required' }] })
}
