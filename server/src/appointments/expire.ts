import type { App } from '../app-context.ts'
import { transaction } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { changed } from './change.ts'
import { settleEnding } from './give-back.ts'
import { policyOf } from './policy-rows.ts'
import { appointmentById, lockAppointment, updateStatus } from './rows.ts'

interface Due {
  organization_id: number
  appointment_id: number
}

/** Pending visits whose time to be confirmed has run out give their time back, and their money. Answers how many. */
export async function expirePending(app: App): Promise<number> {
  const due = await transaction(app.db, null, (tx) =>
    tx.query<Due>(`select * from due_pending(clock_timestamp(), 100)`),
  )
  let expired = 0
  for (const each of due) {
    try {
      if (await expire(app, each)) expired++
    } catch (error) {
      // One whose money cannot go back does not keep the time of the others.
      if (!(error instanceof Fault)) throw error
      app.log.error({ err: error, ...each }, 'a visit could not expire')
    }
  }
  return expired
}

const nobody = {
  caller: { kind: 'anyone', organizationId: null },
  operation: 'appointments.cancel',
} as const

/** What was paid in part, or from the balance while approval was awaited, goes back whole: the visit was never certain. */
function expire(app: App, { organization_id, appointment_id }: Due): Promise<boolean> {
  return transaction(app.db, organization_id, async (tx) => {
    const before = await lockAppointment(tx, appointment_id)
    // Confirmed or cancelled since it was listed; or given more time.
    if (before?.status !== 'pending' || (before.pending_until ?? app.clock()) > app.clock())
      return false
    const after = await updateStatus(tx, appointment_id, 'expired')
    await settleEnding(app, tx, after, {
      kept: 0,
      to: (await policyOf(tx, after)).refund_to,
      reason: 'expired',
      actor: 'system',
    })
    const settled = (await appointmentById(tx, appointment_id)) ?? after
    await changed(app, tx, nobody, 'appointment.expired', before, settled)
    return true
  })
}
