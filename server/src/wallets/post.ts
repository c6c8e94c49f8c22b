/** A visit and the balance: what other rooms ask for, inside their own transactions. */
import type { Tx } from '../db/transaction.ts'
import { lockPaidVisit, postTransaction, visitPayments, withdrawalOf } from './rows.ts'
import type { TransactionRow } from './wallet.ts'

export interface VisitPayment {
  clientId: number
  appointmentId: number
  amount: number
  actor: string
  reason?: string | undefined
}

/** At most what is left to pay, by the constraint. */
export async function payVisitFromWallet(tx: Tx, payment: VisitPayment): Promise<TransactionRow> {
  return postTransaction(tx, { ...payment, type: 'payment', amount: -payment.amount })
}

export interface VisitMoneyBack {
  appointmentId: number
  /** At most this. */
  amount: number
  actor: string
  reason: string
}

/** To the wallet payments of the visit, newest first. Answers how much of the amount they took; the rest was paid otherwise. */
export async function refundVisitToWallet(tx: Tx, back: VisitMoneyBack): Promise<number> {
  await lockPaidVisit(tx, back.appointmentId)
  const { actor, reason } = back
  let rest = back.amount
  for (const payment of await visitPayments(tx, back.appointmentId)) {
    const amount = Math.min(payment.left, rest)
    if (amount <= 0) continue
    const clientId = payment.client_id
    await postTransaction(tx, {
      clientId,
      type: 'refund',
      amount,
      refunds: payment.id,
      actor,
      reason,
    })
    rest -= amount
  }
  return back.amount - rest
}

export interface TakenBack {
  /** Whose it is now: the line may be of a duplicate that was merged into them. */
  clientId: number
  paymentId: number
  amount: number
  actor: string
  reason: string
}

/** What was taken from the balance to be given back outside, and was not. Answers whether there was such a thing. */
export async function correctWithdrawal(tx: Tx, taken: TakenBack): Promise<boolean> {
  const { clientId, paymentId, amount, actor, reason } = taken
  const corrects = await withdrawalOf(tx, paymentId, amount)
  if (corrects === undefined) return false
  await postTransaction(tx, {
    clientId,
    type: 'correction',
    amount,
    corrects,
    actor,
    reason,
  })
  return true
}
