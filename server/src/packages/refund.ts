import type { ClientPackage } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { findClient } from '../clients/client-rows.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { actor, type Call } from '../http/call.ts'
import { paymentById } from '../payments/rows.ts'
import { refundable } from '../payments/payment.ts'
import { refundPayment } from '../payments/refund.ts'
import { externalPayment, giveBack, type Back } from './give-back.ts'
import { valueOf, type PackageRow } from './package.ts'
import { cancelPackage, lockPackage } from './rows.ts'
import { shown } from './reads.ts'

/** Its visits cannot be used any more, and what they cost goes back. Visits that are booked with it stay booked. */
export async function refundPackage(
  app: App,
  tx: Tx,
  call: Call<'clients.refundPackage'>,
): Promise<ClientPackage> {
  const { id: clientId, client_package_id: packageId } = call.params
  if ((await findClient(tx, clientId)) === undefined) throw new Fault('not_found')
  const before = await lockPackage(tx, packageId)
  if (before?.client_id !== clientId) throw new Fault('not_found')
  if (before.cancelled_at !== null) throw new Fault('invalid_transition')
  const row = await cancelPackage(tx, packageId)
  const { to = usualTarget(row), reason } = call.body
  const amount = valueOf(row, row.visits_left)
  const back = { amount, reason, actor: actor(call.caller) }
  if (to !== 'none' && amount > 0) await moneyBack(app, tx, row, { ...back, to })
  await audit(
    tx,
    call,
    `client:${clientId}`,
    { client_package_id: packageId, cancelled_at: null },
    { client_package_id: packageId, cancelled_at: row.cancelled_at, value: amount, to },
  )
  return shown(app, tx, call, row)
}

/** Cash goes to the balance, unless the desk says that it was handed back. */
function usualTarget({ paid_by }: PackageRow): 'wallet' | 'source' {
  return paid_by === 'card' ? 'source' : 'wallet'
}

async function moneyBack(
  app: App,
  tx: Tx,
  row: PackageRow,
  { to, ...back }: Back & { to: 'wallet' | 'source' },
): Promise<void> {
  const paymentId = to === 'source' ? await externalPayment(tx, row.id) : null
  const payment = paymentId === null ? undefined : await paymentById(tx, paymentId)
  if (payment === undefined) return giveBack(tx, row, back)
  const amount = Math.min(back.amount, refundable(payment) ?? 0)
  if (amount > 0)
    await refundPayment(app, tx, { ...back, paymentId: payment.id, amount, to: 'source' })
}
