import type { App } from '../app-context.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { returnVisit } from '../packages/use.ts'
import { stopPayments } from '../payments/fail.ts'
import { refundPayment } from '../payments/refund.ts'
import { releasePromo } from '../promos/use.ts'
import { refundVisitToWallet } from '../wallets/post.ts'
import type { AppointmentRow } from './rows.ts'

export interface GivingBack {
  amount: number
  /** Where money from outside goes; what came from the balance goes back to it. */
  to: 'wallet' | 'source'
  reason: string
  actor: string
}

const external = statement(
  'payments_of_visit',
  `select id, provider, amount - refunded as left from payments
   where organization_id = $1 and appointment_id = $2 and status = 'succeeded' and amount > refunded
   order by id desc for no key update`,
)

/** Money of a visit goes back, the balance's part first, then what came from outside, the last payment first. */
export async function giveBack(
  app: App,
  tx: Tx,
  row: AppointmentRow,
  { amount, to, reason, actor }: GivingBack,
): Promise<void> {
  let left = amount
  if (left > 0)
    left -= await refundVisitToWallet(tx, { appointmentId: row.id, amount: left, actor, reason })
  if (left === 0) return
  const payments = await tx.query<{ id: number; left: number }>(external, [
    tx.organizationId,
    row.id,
  ])
  for (const payment of payments) {
    const part = Math.min(left, payment.left)
    if (part === 0) continue
    await refundPayment(app, tx, { paymentId: payment.id, amount: part, to, reason, actor })
    left -= part
  }
  if (left > 0) throw new Fault('refund_too_large')
}

export interface Ended {
  /** What the clinic keeps of the total. */
  kept: number
  to: 'wallet' | 'source'
  reason: string
  actor: string
}

/** A visit that does not take place: what is more than the clinic keeps goes back, a package's visit only when nothing is kept. */
export async function settleEnding(
  app: App,
  tx: Tx,
  row: AppointmentRow,
  ended: Ended,
): Promise<void> {
  const { kept, to, reason, actor } = ended
  await stopPayments(tx, row.id)
  if (kept === 0) await releasePromo(tx, row.id)
  // One that was given back before, and the visit paid otherwise since, has nothing to say.
  if (row.paid_by === 'package') {
    if (kept === 0) await returnVisit(tx, { appointmentId: row.id, actor })
    return
  }
  const amount = Math.max(0, row.paid - kept)
  if (amount > 0) await giveBack(app, tx, row, { amount, to, reason, actor })
}
