import type { App } from '../app-context.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import { announce } from './announce.ts'
import { noteDifference } from './differences.ts'
import { describeSum, pauseMs } from './payment.ts'
import { ProviderFailed, type RefundTruth } from './providers/provider.ts'
import { providerOf } from './providers/providers.ts'
import { keepOnBalance } from './refund.ts'
import { refundsOf } from './refunds-of.ts'
import { lockPayment, paymentById, type PaymentRow } from './rows.ts'

interface RefundRow {
  id: number
  payment_id: number
  amount: number
  provider_id: string | null
  attempts: number
}

const BATCH = 20
/** A try that was killed is made again after this. */
const LEASE_SECONDS = 60

const due = statement(
  'payment_refunds_due',
  'select organization_id, id from due_payment_refunds($1)',
)
const claim = statement(
  'payment_refund_claim',
  `update payment_refunds set next_at = clock_timestamp() + make_interval(secs => $3), attempts = attempts + 1
   where organization_id = $1 and id = $2 and status = 'pending' and next_at <= clock_timestamp()
   returning id, payment_id, amount, provider_id, attempts`,
)
const finish = statement(
  'payment_refund_finish',
  `update payment_refunds set status = $3, provider_id = coalesce($4, provider_id), error = left($5, 2000), finished_at = clock_timestamp()
   where organization_id = $1 and id = $2 and status = 'pending' returning id`,
)
const postpone = statement(
  'payment_refund_postpone',
  `update payment_refunds set next_at = clock_timestamp() + make_interval(secs => $3), provider_id = coalesce($4, provider_id), error = left($5, 2000)
   where organization_id = $1 and id = $2 and status = 'pending'`,
)

/** Promises to give money back are kept, outside any transaction, until the provider says yes or a definite no. Answers whether there may be more. */
export async function executeRefunds(
  app: App,
  signal: Pick<AbortSignal, 'aborted'>,
): Promise<boolean> {
  const found = await transaction(app.db, null, (tx) =>
    tx.query<{ organization_id: number; id: number }>(due, [BATCH]),
  )
  for (const { organization_id: organizationId, id } of found) {
    if (signal.aborted) return false
    await executeRefund(app, organizationId, id)
  }
  return found.length === BATCH
}

async function executeRefund(app: App, organizationId: number, id: number): Promise<void> {
  const claimed = await transaction(app.db, organizationId, async (tx) => {
    const refund = await tx.maybe<RefundRow>(claim, [organizationId, id, LEASE_SECONDS])
    const payment = refund && (await paymentById(tx, refund.payment_id))
    return refund && payment ? { refund, payment } : null
  })
  if (claimed === null) return
  const { refund, payment } = claimed
  const outcome = await attempt(app, refund, payment)
  await transaction(app.db, organizationId, (tx) => conclude(app, tx, refund, outcome))
}

async function attempt(
  app: App,
  refund: RefundRow,
  payment: PaymentRow,
): Promise<RefundTruth | Error> {
  const provider = providerOf(app.config, payment.provider)
  if (provider === undefined || payment.provider_id === null)
    return new ProviderFailed(`${payment.provider} is not set up`, true)
  try {
    return await provider.refund({
      key: `refund:${payment.organization_id}:${refund.id}`,
      providerId: payment.provider_id,
      amount: refund.amount,
      currency: payment.currency,
      again: refund.attempts > 1,
    })
  } catch (error) {
    if (error instanceof ProviderFailed) return error
    throw error
  }
}

async function conclude(app: App, tx: Tx, refund: RefundRow, outcome: RefundTruth | Error) {
  if (outcome instanceof Error) {
    if (outcome instanceof ProviderFailed && !outcome.isPassing)
      return refuse(app, tx, refund, outcome.message)
    return later(tx, refund, null, outcome.message)
  }
  if (outcome.status === 'pending') return later(tx, refund, outcome.providerId, null)
  if (outcome.status === 'failed') return refuse(app, tx, refund, outcome.error ?? 'refused')
  const payment = await lockPayment(tx, refund.payment_id)
  const values = [tx.organizationId, refund.id, 'succeeded', outcome.providerId, null]
  if ((await tx.query(finish, values)).length === 0) return
  const { id, amount } = refund
  await announce(tx, 'payment.refunded', payment, { id, amount, to: 'source' })
}

async function later(tx: Tx, refund: RefundRow, providerId: string | null, error: string | null) {
  const seconds = pauseMs(refund.attempts - 1) / 1000
  await tx.query(postpone, [tx.organizationId, refund.id, seconds, providerId, error])
}

/** What we counted as given back was not: it becomes the client’s balance, and staff are told. */
async function refuse(app: App, tx: Tx, refund: RefundRow, error: string): Promise<void> {
  const payment = await lockPayment(tx, refund.payment_id)
  const values = [tx.organizationId, refund.id, 'failed', null, error]
  if ((await tx.query(finish, values)).length === 0) return
  app.log.error({ payment: payment.id, refund: refund.id, error }, 'a refund was refused')
  await keepOnBalance(tx, payment, refund)
  const { currency } = payment
  const { claimed } = await refundsOf(tx, payment.id)
  await noteDifference(tx, {
    provider: payment.provider,
    providerId: payment.provider_id ?? '',
    paymentId: payment.id,
    kind: 'refunded',
    ours: describeSum('refunded', { amount: claimed + refund.amount, currency }),
    theirs: describeSum('refunded', { amount: claimed, currency }),
  })
}
