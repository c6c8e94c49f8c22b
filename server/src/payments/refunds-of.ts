import { statement, type Tx } from '../db/transaction.ts'

const sums = statement(
  'payment_refunds_sums',
  `select coalesce(sum(amount), 0)::bigint as claimed, coalesce(sum(amount) filter (where status = 'pending'), 0)::bigint as pending
   from payment_refunds where organization_id = $1 and payment_id = $2 and status <> 'failed'`,
)

/** To the source: all that our books count as given back, and how much of it is still on its way. */
export function refundsOf(
  tx: Tx,
  paymentId: number,
): Promise<{ claimed: number; pending: number }> {
  return tx.one(sums, [tx.organizationId, paymentId])
}
