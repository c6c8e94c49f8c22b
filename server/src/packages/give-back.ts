import { statement, type Tx } from '../db/transaction.ts'
import { refundable } from '../payments/payment.ts'
import { toWallet } from '../payments/refund.ts'
import { lockPayment } from '../payments/rows.ts'
import { postTransaction } from '../wallets/rows.ts'
import type { PackageRow } from './package.ts'

const walletLine = statement(
  'package_wallet_payment',
  `select t.id, -t.amount - coalesce((select sum(r.amount) from wallet_transactions r
     where r.organization_id = t.organization_id and r.refunds = t.id), 0)::bigint as left
   from wallet_transactions t where t.organization_id = $1 and t.client_package_id = $2 and t.type = 'payment'
   order by t.id limit 1`,
)
const external = statement(
  'package_external_payment',
  `select id from payments where organization_id = $1 and client_package_id = $2 order by id limit 1`,
)

export interface Back {
  amount: number
  reason: string
  actor: string
}

/** null = it was not paid from outside. */
export async function externalPayment(tx: Tx, packageId: number): Promise<number | null> {
  const found = await tx.maybe<{ id: number }>(external, [tx.organizationId, packageId])
  return found?.id ?? null
}

/** To the client's balance, and never more than is left of what was paid for the package. */
export async function giveBack(tx: Tx, row: PackageRow, back: Back): Promise<void> {
  const { reason, actor } = back
  const clientId = row.client_id
  const line = await tx.maybe<{ id: number; left: number }>(walletLine, [tx.organizationId, row.id])
  if (line) {
    const amount = Math.min(back.amount, line.left)
    if (amount > 0)
      await postTransaction(tx, {
        clientId,
        type: 'refund',
        amount,
        refunds: line.id,
        reason,
        actor,
      })
    return
  }
  const paymentId = await externalPayment(tx, row.id)
  if (paymentId !== null) {
    const payment = await lockPayment(tx, paymentId)
    const amount = Math.min(back.amount, refundable(payment) ?? 0)
    if (amount > 0) await toWallet(tx, payment, amount, { paymentId, to: 'wallet', reason, actor })
    return
  }
  // Bought before its payment was kept here.
  if (back.amount > 0)
    await postTransaction(tx, {
      ...{ clientId, type: 'deposit' as const, clientPackageId: row.id },
      ...{ amount: back.amount, reason, actor },
    })
}
