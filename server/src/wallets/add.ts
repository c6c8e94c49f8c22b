import type { TransactionDraft, WalletTransaction } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { changed } from '../appointments/change.ts'
import { settled } from '../appointments/pay.ts'
import { lockAppointment, type AppointmentRow } from '../appointments/rows.ts'
import { updatePaidBy } from '../appointments/settlement-rows.ts'
import { audit } from '../audit/append.ts'
import { findClient } from '../clients/client-rows.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { actor, type Call, type Caller } from '../http/call.ts'
import { getOrganization } from '../organizations/rows.ts'
import { payVisitFromWallet } from './post.ts'
import { latestLine, postTransaction } from './rows.ts'
import {
  checkDraft,
  presentTransaction,
  refused,
  signedAmount,
  type TransactionRow,
} from './wallet.ts'

/** A line by hand: the desk takes money in, those who answer for it do everything. */
export async function addTransaction(
  app: App,
  tx: Tx,
  call: Call<'clients.addTransaction'>,
): Promise<WalletTransaction> {
  const { body: draft, params } = call
  if (!mayAdd(call.caller, draft)) throw new Fault('forbidden')
  checkDraft(draft)
  if ((await findClient(tx, params.id)) === undefined) throw new Fault('not_found')
  if (draft.currency !== undefined && draft.currency !== (await getOrganization(tx)).currency)
    throw refused('invalid_data', '/currency', 'not_allowed')
  const row = await post(app, tx, call)
  await audit(tx, call, `client:${params.id}`, null, recorded(row))
  return presentTransaction(row)
}

function mayAdd(caller: Caller, { type }: TransactionDraft): boolean {
  if (caller.kind === 'secret') return true
  if (caller.kind !== 'staff') return false
  return type === 'deposit' || caller.role === 'admin' || caller.role === 'owner'
}

async function post(
  app: App,
  tx: Tx,
  call: Call<'clients.addTransaction'>,
): Promise<TransactionRow> {
  const { type, amount, reason, refunds, corrects } = call.body
  if (type === 'payment') return payVisit(app, tx, call)
  const clientId = call.params.id
  return postTransaction(tx, {
    clientId,
    type,
    amount: signedAmount(type, amount),
    reason,
    refunds,
    corrects: type === 'correction' ? await correctedLine(tx, clientId, corrects) : undefined,
    actor: actor(call.caller),
  })
}

/** A pending visit whose prepayment is reached becomes certain, as by every other way to pay. */
async function payVisit(
  app: App,
  tx: Tx,
  call: Call<'clients.addTransaction'>,
): Promise<TransactionRow> {
  const clientId = call.params.id
  const { amount, reason, appointment_id } = call.body
  const visit = await payableVisit(tx, clientId, appointment_id)
  const payment = { clientId, appointmentId: visit.id, amount, reason, actor: actor(call.caller) }
  const row = await payVisitFromWallet(tx, payment)
  if (visit.paid === 0) await updatePaidBy(tx, visit.id, 'wallet')
  const after = await settled(tx, visit.id)
  if (visit.status === 'pending' && after.status === 'confirmed')
    await changed(app, tx, call, 'appointment.confirmed', visit, after)
  return row
}

/** Locked before any wallet, always. Another client's visit is as unknown as none. */
async function payableVisit(
  tx: Tx,
  clientId: number,
  id: number | undefined,
): Promise<AppointmentRow> {
  const visit = id === undefined ? undefined : await lockAppointment(tx, id)
  if (visit === undefined || visit.client_id !== clientId)
    throw refused('unknown_reference', '/appointment_id', 'not_found')
  if (['cancelled', 'expired', 'no_show'].includes(visit.status))
    throw refused('unknown_reference', '/appointment_id', 'not_allowed')
  return visit
}

async function correctedLine(tx: Tx, clientId: number, named: number | undefined): Promise<number> {
  const id = named ?? (await latestLine(tx, clientId))
  if (id === undefined) throw refused('unknown_reference', '/corrects', 'not_found')
  return id
}

/** The reason may speak of the person, and the audit log outlives them. */
function recorded(row: TransactionRow): Record<string, unknown> {
  const { id, type, amount, balance_after, appointment_id, refunds, corrects } = row
  return { transaction_id: id, type, amount, balance_after, appointment_id, refunds, corrects }
}
