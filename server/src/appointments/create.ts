import type { Appointment } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { occupancyChanged } from '../availability/changed.ts'
import { faultOf } from '../db/constraint.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { actor, type Call } from '../http/call.ts'
import type { Plan } from '../http/handler.ts'
import { sourceOf } from './caller.ts'
import { awaited, chargeFor, collect, mustBeOpen } from './charge.ts'
import { slotUnavailable, startMinute, type Start } from './choose.ts'
import { booked, newCode } from './confirm.ts'
import { chooseForDesk, type DeskChoice } from './desk.ts'
import { keysOf, lockResources, resourcesOf } from './locks.ts'
import { policyOf } from './policy-rows.ts'
import { presentAppointment } from './present.ts'
import { insertAppointment } from './rows.ts'
import { visitorOf } from './visitor.ts'

type CreateCall = Call<'appointments.create'>

/** The desk books in one call; `force` takes a time that is not free, says why, and stays visible to everybody. */
export async function create(
  app: App,
  call: CreateCall,
  organizationId: number,
): Promise<Plan<'appointments.create'>> {
  const { body } = call
  const start: Start = {
    organizationId,
    locationId: body.location_id,
    serviceId: body.service_id,
    specialistId: ownSpecialist(call, body.specialist_id),
    startMin: startMinute(body.starts_at),
    desk: true,
  }
  const choice = await chooseForDesk(app, start, body)
  return {
    organizationId,
    turn: { keys: keysOf(organizationId, resourcesOf(choice)) },
    run: (tx) => createOnce(app, call, tx, start, choice),
    async refused(error) {
      const fault = faultOf(error)
      return fault?.code === 'slot_unavailable' ? slotUnavailable(app, start, fault.errors) : error
    },
  }
}

/** A specialist books into their own calendar only. */
export function ownSpecialist(
  { caller }: Pick<Call, 'caller'>,
  named: number | undefined,
): number | undefined {
  if (caller.kind !== 'staff' || caller.role !== 'specialist') return named
  if (named !== undefined && named !== caller.specialistId) throw new Fault('not_found')
  return caller.specialistId ?? undefined
}

async function createOnce(
  app: App,
  call: CreateCall,
  tx: Tx,
  start: Start,
  choice: DeskChoice,
): Promise<Appointment> {
  const { body } = call
  await lockResources(tx, resourcesOf(choice))
  const visitor = await visitorOf(tx, call.caller, body.client)
  const policy = await policyOf(tx, { location_id: start.locationId, service_id: start.serviceId })
  const base = { serviceId: start.serviceId, date: choice.date, price: choice.price }
  const wish = {
    method: body.payment?.method ?? 'on_site',
    promo: body.promo,
    discount: body.discount,
  }
  await mustBeOpen(app, tx, wish.method)
  const charge = await chargeFor(tx, call.caller, base, visitor, policy, wish)
  const isPending = awaited(charge) > 0
  const written = await insertAppointment(tx, {
    ...start,
    ...choice,
    ...charge.price,
    clientId: visitor.clientId,
    status: isPending ? 'pending' : 'confirmed',
    awaitsApproval: false,
    pendingUntil: isPending
      ? new Date(app.clock().getTime() + policy.pending_expires_min * 60_000)
      : null,
    prepayment: charge.prepayment,
    actor: actor(call.caller),
    paidBy: charge.method === 'package' ? null : charge.method,
    source: sourceOf(call.caller, body.source),
    code: newCode(),
    holdId: null,
    note: body.note ?? '',
    overrideReason: choice.overbooked ? (body.reason ?? null) : null,
  })
  if (written === null) throw new Error('an appointment without a hold meets no other')
  const row = await collect(app, tx, written, charge, { caller: call.caller })
  await booked(tx, row)
  await audit(tx, call, `appointment:${row.id}`, null, {
    starts_at: row.starts_at.toISOString(),
    overbooked: row.overbooked,
    ...(row.overbooked ? { reason: body.reason } : {}),
  })
  tx.afterCommit(() =>
    occupancyChanged(app, start.organizationId, [
      { ...start, specialistId: choice.specialistId, ...choice.busy },
    ]),
  )
  return presentAppointment(row)
}
