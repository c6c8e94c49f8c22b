import type { App } from '../app-context.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { correctWithdrawal } from '../wallets/post.ts'
import { postTransaction } from '../wallets/rows.ts'
import { announce } from './announce.ts'
import { refundable } from './payment.ts'
import { lockPayment, updatePayment, type PaymentRow } from './rows.ts'

export interface Refund {
  paymentId: number
  /** All that is left when left out. */
  amount?: number | undefined
  to: 'source' | 'wallet'
  reason: string
  actor: string
}

const promise = statement(
  'payment_refund_insert',
  `insert into payment_refunds (organization_id, payment_id, amount, status, reason, actor, finished_at)
   values ($1, $2, $3, $4::text, $5, $6, case when $4::text = 'succeeded' then now() end) returning id`,
)

/**
 * `refunded` grows at once, so nothing is given back twice. To the source: a row that the worker executes, unless the money was
 * taken at the desk, where it is handed back. To the balance: a deposit, at once.
 */
export async function refundPayment(
  app: Pick<App, 'config'>,
  tx: Tx,
  refund: Refund,
): Promise<PaymentRow> {
  const payment = await lockPayment(tx, refund.paymentId)
  const left = refundable(payment)
  if (left === null) throw new Fault('invalid_transition')
  const amount = refund.amount ?? left
  if (amount <= 0 || amount > left) throw new Fault('refund_too_large')
  if (refund.to === 'wallet') return toWallet(tx, payment, amount, refund)
  // Whom nobody has set up any more cannot be asked to give anything back.
  if (!canGiveBack(app.config, payment)) throw new Fault('payment_method_unavailable')
  if (isOnBalance(payment)) await takeFromBalance(tx, payment, amount, refund)
  const refunded = await grow(tx, payment, amount)
  const isDone = payment.provider === 'on_site'
  const { id } = await tx.one<{ id: number }>(promise, [
    tx.organizationId,
    payment.id,
    amount,
    isDone ? 'succeeded' : 'pending',
    refund.reason,
    refund.actor,
  ])
  if (isDone) await announce(tx, 'payment.refunded', refunded, { id, amount, to: 'source' })
  return refunded
}

function canGiveBack(config: App['config'], { provider }: PaymentRow): boolean {
  if (provider === 'yookassa') return config.yookassa !== null
  return provider !== 'stripe' || config.stripe !== null
}

/** Its money is, or was, on the client's balance. */
function isOnBalance({ purpose, status, client_id }: PaymentRow): boolean {
  return client_id !== null && (purpose === 'deposit' || status === 'unapplied')
}

export async function toWallet(
  tx: Tx,
  payment: PaymentRow,
  amount: number,
  { reason, actor }: Refund,
): Promise<PaymentRow> {
  if (payment.client_id === null || isOnBalance(payment)) throw new Fault('invalid_transition')
  await postTransaction(tx, {
    clientId: payment.client_id,
    type: 'deposit',
    amount,
    reason,
    paymentId: payment.id,
    actor,
  })
  const refunded = await grow(tx, payment, amount)
  await announce(tx, 'payment.refunded', refunded, { id: null, amount, to: 'wallet' })
  return refunded
}

/** Spent already: insufficient_funds. */
async function takeFromBalance(
  tx: Tx,
  payment: PaymentRow,
  amount: number,
  { reason, actor }: Refund,
): Promise<void> {
  if (payment.client_id === null) return
  await postTransaction(tx, {
    clientId: payment.client_id,
    type: 'withdraw',
    amount: -amount,
    reason,
    paymentId: payment.id,
    actor,
  })
}

function grow(tx: Tx, payment: PaymentRow, amount: number): Promise<PaymentRow> {
  const refunded = payment.refunded + amount
  return updatePayment(tx, payment.id, {
    refunded,
    ...(refunded === payment.amount ? { status: 'refunded' as const } : {}),
  })
}

/** The provider refused for good what was promised. The money is the client's all the same: it becomes their balance. */
export async function keepOnBalance(
  tx: Tx,
  payment: PaymentRow,
  { id, amount }: { id: number; amount: number },
): Promise<void> {
  const why = { reason: 'refund_refused', actor: 'system' }
  const { client_id: clientId, purpose } = payment
  const wasOnBalance =
    clientId !== null &&
    (await correctWithdrawal(tx, { clientId, paymentId: payment.id, amount, ...why }))
  if (clientId !== null && !wasOnBalance) {
    await postTransaction(tx, { clientId, type: 'deposit', amount, paymentId: payment.id, ...why })
    await announce(tx, 'payment.refunded', payment, { id, amount, to: 'wallet' })
    return
  }
  await updatePayment(tx, payment.id, {
    refunded: payment.refunded - amount,
    status: wasOnBalance && purpose !== 'deposit' ? 'unapplied' : 'succeeded',
  })
}
