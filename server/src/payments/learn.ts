import type { App } from '../app-context.ts'
import type { Tx } from '../db/transaction.ts'
import { noteDifference } from './differences.ts'
import { fail } from './fail.ts'
import { describeSum, hasCome, heard } from './payment.ts'
import type { Truth } from './providers/provider.ts'
import { refundsOf } from './refunds-of.ts'
import { lockPayment, updatePayment, type PaymentRow } from './rows.ts'
import { succeed } from './succeed.ts'

/** What the provider says of a payment, made ours. Heard again, or late, it changes nothing more. */
export async function learn(app: App, tx: Tx, id: number, truth: Truth): Promise<PaymentRow> {
  const payment = await lockPayment(tx, id)
  if (payment.provider_id !== null && payment.provider_id !== truth.providerId) {
    // The provider has forgotten our key and made a second one.
    await missingHere(tx, payment, truth)
    return payment
  }
  const met = await meet(tx, payment, truth)
  const row = await follow(app, tx, met, truth)
  if (hasCome(row.status) && truth.refunded > 0) await compareRefunds(tx, row, truth)
  return row
}

async function meet(tx: Tx, payment: PaymentRow, truth: Truth): Promise<PaymentRow> {
  const isLast = truth.status !== 'pending' && payment.closed_at === null
  if (payment.provider_id !== null && !isLast) return payment
  return updatePayment(tx, payment.id, {
    ...(payment.provider_id === null ? { provider_id: truth.providerId } : {}),
    ...(truth.url === null ? {} : { payment_url: truth.url }),
    ...(isLast ? { closed_at: new Date() } : {}),
  })
}

async function follow(app: App, tx: Tx, payment: PaymentRow, truth: Truth): Promise<PaymentRow> {
  const status = heard(payment.status, truth.status)
  if (status === 'succeeded') return succeed(app, tx, payment, truth)
  if (status !== 'failed' && status !== 'cancelled') return payment
  return fail(tx, payment, status, truth.error)
}

/** Somebody gave money back in the provider's own cabinet: staff must say what it was for. */
async function compareRefunds(tx: Tx, payment: PaymentRow, truth: Truth): Promise<void> {
  const { claimed } = await refundsOf(tx, payment.id)
  if (truth.refunded <= claimed) return
  const { currency } = payment
  await noteDifference(tx, {
    provider: payment.provider,
    providerId: truth.providerId,
    paymentId: payment.id,
    kind: 'refunded',
    ours: describeSum('refunded', { amount: claimed, currency }),
    theirs: describeSum('refunded', { amount: truth.refunded, currency }),
  })
}

async function missingHere(tx: Tx, payment: PaymentRow, truth: Truth): Promise<void> {
  if (truth.status !== 'succeeded') return
  await noteDifference(tx, {
    provider: payment.provider,
    providerId: truth.providerId,
    paymentId: payment.id,
    kind: 'missing_here',
    ours: null,
    theirs: describeSum(truth.status, truth),
  })
}
