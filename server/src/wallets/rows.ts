/** What is written to the ledger, inside the transaction of whoever moves the money. */
import { statement, type Tx } from '../db/transaction.ts'
import { append } from '../outbox/append.ts'
import type { TransactionRow, TransactionType, WalletRow } from './wallet.ts'

/** A line under the alias `t`, with what its presentation needs. */
export const columns = `t.id, t.client_id, t.seq, t.type, t.amount, t.balance_after, t.reason, t.appointment_id,
  t.client_package_id, t.payment_id, t.refunds, t.corrects, t.actor, t.created_at,
  (select o.currency from organizations o where o.id = t.organization_id) as currency`

const one = statement(
  'wallet_of_client',
  `select w.client_id, w.balance, w.credit_limit, w.version, w.updated_at, o.currency
   from client_wallets w join organizations o on o.id = w.organization_id where w.organization_id = $1 and w.client_id = $2`,
)
export interface NewTransaction {
  clientId: number
  type: TransactionType
  /** Signed: what comes is positive, what goes is negative. */
  amount: number
  reason?: string | undefined
  appointmentId?: number | undefined
  clientPackageId?: number | undefined
  /** The external payment that a deposit comes from. */
  paymentId?: number | undefined
  /** The line that a refund gives back; its visit or package comes with it. */
  refunds?: number | undefined
  corrects?: number | undefined
  actor: string
}

const insert = statement(
  'wallet_post',
  `insert into wallet_transactions as t (organization_id, client_id, type, amount, reason, appointment_id, client_package_id,
     payment_id, refunds, corrects, actor)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${columns}`,
)
const lockVisit = statement(
  'wallet_lock_visit',
  `select from appointments where organization_id = $1 and id = $2 for no key update`,
)
const paidLines = statement(
  'wallet_payments_of_visit',
  `select t.id, coalesce(c.merged_into, c.id) as client_id, -t.amount - coalesce((select sum(r.amount) from wallet_transactions r
       where r.organization_id = t.organization_id and r.refunds = t.id), 0)::bigint as left
   from wallet_transactions t join clients c on c.organization_id = t.organization_id and c.id = t.client_id
   where t.organization_id = $1 and t.appointment_id = $2 and t.type = 'payment'
   order by t.created_at desc, t.id desc`,
)
const withdrawal = statement(
  'wallet_withdrawal_of_payment',
  `select t.id from wallet_transactions t
   where t.organization_id = $1 and t.payment_id = $2 and t.type = 'withdraw' and t.amount = -$3::bigint
     and not exists (select from wallet_transactions c where c.organization_id = t.organization_id and c.corrects = t.id)
   order by t.id desc limit 1`,
)
const latest = statement(
  'wallet_latest_line',
  `select id from wallet_transactions where organization_id = $1 and client_id = $2 order by seq desc limit 1`,
)

/**
 * One line, and the event that tells of it. Its place, the balance after it, and whether it may be at all are decided by the
 * table's trigger under the lock of the wallet; what is refused there has its code by the constraint's name.
 */
export async function postTransaction(tx: Tx, line: NewTransaction): Promise<TransactionRow> {
  const row = await tx.one<TransactionRow>(insert, [
    tx.organizationId,
    line.clientId,
    line.type,
    line.amount,
    line.reason || null,
    line.appointmentId ?? null,
    line.clientPackageId ?? null,
    line.paymentId ?? null,
    line.refunds ?? null,
    line.corrects ?? null,
    line.actor,
  ])
  const { id, client_id, type, seq, appointment_id, client_package_id, payment_id } = row
  const object = { id, client_id, type, seq, appointment_id, client_package_id, payment_id }
  await append(tx, 'wallet.transaction', { kind: 'wallet_transaction', id }, object)
  return row
}

/** Every client has one from their first moment. */
export async function walletOf(tx: Tx, clientId: number): Promise<WalletRow> {
  return tx.one<WalletRow>(one, [tx.organizationId, clientId])
}

/** Nobody else pays the visit or gives its money back meanwhile. The visit is locked before any wallet, always. */
export async function lockPaidVisit(tx: Tx, appointmentId: number): Promise<void> {
  await tx.query(lockVisit, [tx.organizationId, appointmentId])
}

export async function latestLine(tx: Tx, clientId: number): Promise<number | undefined> {
  return (await tx.maybe<{ id: number }>(latest, [tx.organizationId, clientId]))?.id
}

/** Of one visit, what is left to give back of each of its payments, the newest first; a merged duplicate's go to the survivor. */
export async function visitPayments(
  tx: Tx,
  appointmentId: number,
): Promise<{ id: number; client_id: number; left: number }[]> {
  return tx.query(paidLines, [tx.organizationId, appointmentId])
}

/** The line by which money of a payment from outside left the balance again. */
export async function withdrawalOf(
  tx: Tx,
  paymentId: number,
  amount: number,
): Promise<number | undefined> {
  return (await tx.maybe<{ id: number }>(withdrawal, [tx.organizationId, paymentId, amount]))?.id
}
