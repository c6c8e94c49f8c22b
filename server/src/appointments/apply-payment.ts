import type { App } from '../app-context.ts'
import { occupancyChanged } from '../availability/changed.ts'
import { faultOf } from '../db/constraint.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { reusePromo } from '../promos/use.ts'
import { lockResources } from './locks.ts'
import { announceConfirmed, neededOf, settled } from './pay.ts'
import { minuteOf } from './present.ts'
import { lockAppointment, updateStatus, type AppointmentRow } from './rows.ts'
import { occupyAgain } from './settlement-rows.ts'

/** What a visit needs of a payment that came. */
export interface Arrived {
  appointmentId: number
  amount: number
}

/**
 * Whether a payment from outside may count for its visit, asked before it is marked as succeeded. An expired visit takes
 * its time again if that is still free and the payment is enough; a cancelled one, one that was not approved in time, or one that is paid
 * already, does not want it any more.
 */
async function mayApply(
  tx: Tx,
  row: AppointmentRow | undefined,
  { amount }: Arrived,
): Promise<boolean> {
  if (row === undefined || row.total - row.paid < amount) return false
  if (row.status !== 'expired')
    return ['pending', 'confirmed', 'arrived', 'completed'].includes(row.status)
  if (row.awaits_approval) return false
  return row.paid + amount >= neededOf(row) && (await retake(tx, row))
}

/**
 * What the visit gave up when it expired it takes again, all of it or nothing: its time, and the use of its promo code. Under a
 * savepoint: a refusal by either’s constraint leaves the transaction whole.
 */
async function retake(tx: Tx, row: AppointmentRow): Promise<boolean> {
  await lockResources(tx, {
    specialistIds: [row.specialist_id],
    workplaceIds: row.workplace_id === null ? [] : [row.workplace_id],
  })
  await tx.query('savepoint retake')
  try {
    await updateStatus(tx, row.id, 'confirmed')
    await occupyAgain(tx, row)
    await reusePromo(tx, row.id)
    await tx.query('release savepoint retake')
    return true
  } catch (error) {
    const refusal = error instanceof Fault ? error : faultOf(error)
    if (refusal?.code !== 'slot_unavailable' && refusal?.code !== 'promo_not_valid') throw error
    await tx.query('rollback to savepoint retake')
    return false
  }
}

/**
 * A payment for a visit came: it counts for the visit and makes it certain, or the visit does not want it any more and the
 * caller puts it on the client’s balance. `succeed` marks it as succeeded, between the two questions.
 */
export async function applyPayment(
  app: App,
  tx: Tx,
  payment: Arrived,
  succeed: () => Promise<void>,
): Promise<'applied' | 'unapplied'> {
  const before = await lockAppointment(tx, payment.appointmentId)
  if (!(await mayApply(tx, before, payment))) return 'unapplied'
  await succeed()
  // What was certain already is announced once.
  if (before?.status === 'pending' || before?.status === 'expired')
    await makeCertain(app, tx, payment.appointmentId)
  return 'applied'
}

async function makeCertain(app: App, tx: Tx, appointmentId: number): Promise<void> {
  const row = await settled(tx, appointmentId)
  if (row.status !== 'confirmed') return
  await announceConfirmed(tx, row)
  const change = {
    specialistId: row.specialist_id,
    locationId: row.location_id,
    from: minuteOf(row.starts_at),
    to: minuteOf(row.ends_at),
  }
  tx.afterCommit(() => occupancyChanged(app, tx.organizationId ?? 0, [change]))
}
