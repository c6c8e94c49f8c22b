import type { Tx } from '../db/transaction.ts'
import { announce } from './announce.ts'
import { pendingPaymentsOf, updatePayment, type PaymentRow } from './rows.ts'

/** Locked by the caller, and pending. */
export async function fail(
  tx: Tx,
  payment: PaymentRow,
  status: 'failed' | 'cancelled',
  error: string | null,
): Promise<PaymentRow> {
  const row = await updatePayment(tx, payment.id, { status, error: error?.slice(0, 500) ?? null })
  await announce(tx, 'payment.failed', row)
  return row
}

/**
 * What was begun for a visit that does not take place is not to be paid any more; the visit is locked by the caller. Its page at
 * the provider is closed by the worker, soon: no network inside a transaction.
 */
export async function stopPayments(tx: Tx, appointmentId: number): Promise<void> {
  for (const payment of await pendingPaymentsOf(tx, appointmentId)) {
    await updatePayment(tx, payment.id, { next_at: new Date() })
    await fail(tx, payment, 'cancelled', 'visit_ended')
  }
}
