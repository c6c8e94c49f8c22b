import type { App } from '../app-context.ts'
import { applyPayment } from '../appointments/apply-payment.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { grantPackage } from '../packages/grant.ts'
import { postTransaction } from '../wallets/rows.ts'
import { announce } from './announce.ts'
import { noteDifference } from './differences.ts'
import { canBecome, describeSum, sameSum, type Sum } from './payment.ts'
import { updatePayment, type PaymentRow } from './rows.ts'

/** What the provider has said, having been asked. */
export interface Facts extends Sum {
  providerId: string
}

/** In the ledger: nobody of ours has acted. */
const byProvider = ({ provider }: PaymentRow) => `provider:${provider}`

/**
 * The only place where money from outside becomes ours. The payment is locked by the caller, after its visit.
 * Another sum than ours is written down for staff and applied to nothing.
 */
export async function succeed(
  app: App,
  tx: Tx,
  payment: PaymentRow,
  facts: Facts,
): Promise<PaymentRow> {
  if (!canBecome(payment.status, 'succeeded')) return payment
  if (!sameSum(payment, facts)) {
    await noteDifference(tx, {
      provider: payment.provider,
      providerId: facts.providerId,
      paymentId: payment.id,
      kind: 'amount',
      ours: describeSum(payment.status, payment),
      theirs: describeSum('succeeded', facts),
    })
    app.log.error({ payment: payment.id, provider: payment.provider }, 'another sum was paid')
    return payment
  }
  const row = (await apply(app, tx, payment)) ?? (await keepForClient(tx, payment))
  await announce(tx, 'payment.succeeded', row)
  return row
}

/** null: what it was for is gone. */
async function apply(app: App, tx: Tx, payment: PaymentRow): Promise<PaymentRow | null> {
  if (payment.purpose === 'appointment') return forVisit(app, tx, payment)
  if (payment.purpose === 'package') return forPackage(tx, payment)
  const row = await mark(tx, payment, 'succeeded')
  await deposit(tx, payment)
  return row
}

async function forVisit(app: App, tx: Tx, payment: PaymentRow): Promise<PaymentRow | null> {
  const { appointment_id: appointmentId, amount } = payment
  if (appointmentId === null) return null
  let row: PaymentRow | null = null
  const outcome = await applyPayment(app, tx, { appointmentId, amount }, async () => {
    row = await mark(tx, payment, 'succeeded')
  })
  return outcome === 'applied' ? row : null
}

async function forPackage(tx: Tx, payment: PaymentRow): Promise<PaymentRow | null> {
  const { client_id: clientId, package_id: packageId, package_visits: visits } = payment
  if (clientId === null || packageId === null) return null
  await tx.query('savepoint grant_package')
  try {
    const bought = await grantPackage(tx, {
      ...{ clientId, packageId },
      paidBy: 'card',
      pricePaid: payment.amount,
      terms: visits === null ? undefined : { visits, validDays: payment.package_valid_days },
      actor: byProvider(payment),
    })
    await tx.query('release savepoint grant_package')
    return await mark(tx, payment, 'succeeded', bought.id)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    await tx.query('rollback to savepoint grant_package')
    return null
  }
}

async function keepForClient(tx: Tx, payment: PaymentRow): Promise<PaymentRow> {
  const row = await mark(tx, payment, 'unapplied')
  await deposit(tx, payment)
  return row
}

async function deposit(tx: Tx, payment: PaymentRow): Promise<void> {
  if (payment.client_id === null) return
  await postTransaction(tx, {
    clientId: payment.client_id,
    type: 'deposit',
    amount: payment.amount,
    paymentId: payment.id,
    actor: byProvider(payment),
  })
}

function mark(
  tx: Tx,
  payment: PaymentRow,
  status: 'succeeded' | 'unapplied',
  clientPackageId: number | null = payment.client_package_id,
): Promise<PaymentRow> {
  return updatePayment(tx, payment.id, {
    status,
    error: null,
    succeeded_at: new Date(),
    client_package_id: clientPackageId,
  })
}
