import type { Appointment } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { actor, type Call } from '../http/call.ts'
import { returnVisit } from '../packages/use.ts'
import { manualFaults, priceOf } from '../pricing/price.ts'
import { lockOwn } from './change.ts'
import { giveBack } from './give-back.ts'
import { presentAppointment } from './present.ts'
import { appointmentById } from './rows.ts'
import { insertManualDiscount } from './settlement-rows.ts'

/** Staff give money of a visit back, whatever the policy; a package's visit goes back as a whole. */
export async function refund(
  app: App,
  tx: Tx,
  call: Call<'appointments.refund'>,
): Promise<Appointment> {
  const { body, params } = call
  const before = await lockOwn(tx, call.caller, params.id, call.ifMatch)
  const amount = body.amount ?? before.paid
  if (amount === 0 || amount > before.paid) throw new Fault('refund_too_large')
  const by = actor(call.caller)
  if (before.client_package_id !== null && before.paid_by === 'package') {
    if (amount !== before.paid)
      throw new Fault('invalid_request', { errors: [{ pointer: '/amount', code: 'not_allowed' }] })
    await returnVisit(tx, { appointmentId: before.id, actor: by })
  } else
    await giveBack(app, tx, before, {
      amount,
      to: body.to ?? 'source',
      reason: body.reason,
      actor: by,
    })
  await audit(
    tx,
    call,
    `appointment:${before.id}`,
    { paid: before.paid },
    { paid: before.paid - amount, reason: body.reason },
  )
  return presentAppointment((await appointmentById(tx, before.id)) ?? before)
}

/** By hand, with a reason, while nothing more has been paid than the visit would cost then. */
export async function discountByHand(
  tx: Tx,
  call: Call<'appointments.discount'>,
): Promise<Appointment> {
  const { body, params } = call
  const before = await lockOwn(tx, call.caller, params.id, call.ifMatch)
  if (!['pending', 'confirmed', 'arrived', 'completed'].includes(before.status))
    throw new Fault('invalid_transition')
  const errors = manualFaults(body, '')
  if (errors.length > 0) throw new Fault('invalid_request', { errors })
  const [line] = priceOf(
    before.total,
    { serviceId: before.service_id, date: '' },
    { personal: [], promo: null, manual: body },
  ).discounts
  if (line === undefined || before.paid >= before.total) throw new Fault('already_paid')
  if (before.total - line.amount < before.paid) {
    const pointer = body.percent === undefined ? '/amount' : '/percent'
    throw new Fault('invalid_request', { errors: [{ pointer, code: 'too_large' }] })
  }
  await insertManualDiscount(tx, before.id, { ...line, actor: actor(call.caller) })
  await audit(
    tx,
    call,
    `appointment:${before.id}`,
    { total: before.total },
    { total: before.total - line.amount, reason: body.reason },
  )
  return presentAppointment((await appointmentById(tx, before.id)) ?? before)
}
