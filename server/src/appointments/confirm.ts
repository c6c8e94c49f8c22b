import { randomBytes } from 'node:crypto'
import type { Appointment } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { occupancyChanged } from '../availability/changed.ts'
import { mustConsent, recordConsents } from '../clients/consents.ts'
import { faultOf } from '../db/constraint.ts'
import { transaction, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { actor, isOurs, type Call } from '../http/call.ts'
import type { Plan } from '../http/handler.ts'
import { append } from '../outbox/append.ts'
import { isDesk, sourceOf } from './caller.ts'
import { toldBy } from './change.ts'
import { awaited, chargeFor, collect, mustBeOpen } from './charge.ts'
import { noSeats, slotUnavailable } from './choose.ts'
import { busyMinutes, readHold, type HoldFacts } from './hold-token.ts'
import { keysOf, lockResources, resourcesOf } from './locks.ts'
import { standingOf } from './policy-rows.ts'
import { eventObject, presentAppointment } from './present.ts'
import { isTaken } from './occupancy-rows.ts'
import { isBarred } from './session-rows.ts'
import { appointmentByHold, insertAppointment, type AppointmentRow } from './rows.ts'
import { held, visitorOf } from './visitor.ts'

type ConfirmCall = Call<'appointments.confirm'>

/** One visit for one hold, whatever is retried, lost or killed: the hold's id is unique among appointments, and PostgreSQL decides the race. */
export async function confirm(
  app: App,
  call: ConfirmCall,
  organizationId: number,
): Promise<Plan<'appointments.confirm'>> {
  const facts = readHold(app.secrets, call.body.hold)
  if (facts === null) throw new Fault('hold_expired')
  if (facts.organizationId !== organizationId || !isBearer(facts, call))
    throw new Fault('not_found')
  // Asked before the transaction. A store that does not answer or does not remember costs only the courtesy.
  const state = await app.ephemeral.holds
    .state(organizationId, facts.id)
    .catch(() => 'lost' as const)
  return {
    organizationId,
    turn: {
      keys: keysOf(organizationId, resourcesOf(facts)),
      look: () => transaction(app.db, organizationId, (tx) => mustBeFree(tx, facts)),
    },
    run: (tx) => confirmOnce(app, call, tx, { facts, released: state === 'released' }),
    async refused(error) {
      const fault = faultOf(error)
      if (fault?.code !== 'slot_unavailable') return error
      return slotUnavailable(app, { ...facts, desk: isDesk(call.caller) }, fault.errors)
    },
  }
}

interface Held {
  facts: HoldFacts
  released: boolean
}

async function confirmOnce(
  app: App,
  call: ConfirmCall,
  tx: Tx,
  { facts, released }: Held,
): Promise<Appointment> {
  const busy = busyMinutes(facts)
  await lockResources(tx, resourcesOf(facts))
  const { passed, confirmed, policy, requiredConsents } = await standingOf(tx, facts)
  // A retry may come late, or with another guest: what was confirmed in time is the answer.
  if (confirmed) return confirmedBefore(tx, facts.id)
  if (released || passed) throw new Fault('hold_expired')
  const { body, caller } = call
  const wish = {
    method: body.payment?.method ?? 'on_site',
    promo: body.promo,
    discount: body.discount,
  }
  await mustBeOpen(app, tx, wish.method)
  const visitor = await visitorOf(tx, caller, body.client)
  if (!isOurs(caller))
    await mustConsent(tx, visitor.clientId, requiredConsents, body.consents ?? [])
  const charge = await chargeFor(tx, caller, facts, held(visitor, facts), policy, wish)
  // A promo code or the client’s discounts may have changed since the quote, though not what the hold keeps.
  if (wish.method !== 'package' && (body.total ?? charge.price.total) !== charge.price.total)
    throw new Fault('price_changed', { errors: [{ pointer: '/total', code: 'invalid' }] })
  const awaitsApproval = policy.approval && !isOurs(caller)
  const isPending = awaitsApproval || awaited(charge) > 0
  const written = await insertAppointment(tx, {
    ...facts,
    ...charge.price,
    clientId: visitor.clientId,
    busy,
    status: isPending ? 'pending' : 'confirmed',
    pendingUntil: isPending
      ? new Date(app.clock().getTime() + policy.pending_expires_min * 60_000)
      : null,
    awaitsApproval,
    prepayment: charge.prepayment,
    actor: actor(caller),
    paidBy: charge.method === 'package' ? null : charge.method,
    source: sourceOf(caller, body.source),
    code: newCode(),
    holdId: facts.id,
    note: body.note ?? '',
    overbooked: false,
    overrideReason: null,
  })
  if (written === null) return confirmedBefore(tx, facts.id)
  const row = await collect(app, tx, written, charge, { caller, returnUrl: body.return_url })
  if (call.body.consents?.length)
    await recordConsents(tx, call, visitor.clientId, call.body.consents, row.source, row.id)
  await booked(tx, row, toldBy({ caller, told_by: body.told_by }))
  tx.afterCommit(async () => {
    await app.ephemeral.holds.drop(facts.organizationId, facts.id).catch(() => undefined)
    await occupancyChanged(app, facts.organizationId, [{ ...facts, ...busy }])
  })
  return presentAppointment(row)
}

/** Most of a crowd are refused by one read instead of a transaction each; but not who is there to hear again what they have. */
async function mustBeFree(tx: Tx, facts: HoldFacts): Promise<void> {
  const wanted = { ...facts, busy: busyMinutes(facts) }
  if (facts.group) {
    const barred = await isBarred(tx, facts.id, wanted)
    if (barred === 'full') throw new Fault('slot_unavailable', { errors: noSeats })
    if (barred === 'taken') throw new Fault('slot_unavailable')
  } else if (await isTaken(tx, facts.id, wanted)) throw new Fault('slot_unavailable')
}

/** A hold with somebody's personal price is theirs alone. */
function isBearer(facts: HoldFacts, { caller }: ConfirmCall): boolean {
  return facts.clientId === null || (caller.kind === 'client' && caller.clientId === facts.clientId)
}

/** Another request of the same hold, under another key, was first: its visit is the answer. */
async function confirmedBefore(tx: Tx, holdId: string): Promise<Appointment> {
  const row = await appointmentByHold(tx, holdId)
  if (row === undefined) throw new Fault('hold_expired')
  return presentAppointment(row)
}

export async function booked(tx: Tx, row: AppointmentRow, told: object = {}): Promise<void> {
  const subject = { kind: 'appointment', id: row.id }
  await append(tx, 'appointment.booked', subject, { ...eventObject(row), ...told })
}

/** Who bears it may manage the visit: 192 random bits. */
export function newCode(): string {
  return randomBytes(24).toString('base64url')
}
