import type { Receipt } from '@zapis/sdk/contract'
import { audit } from '../audit/append.ts'
import { byId, keysetPage } from '../db/keyset.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call, Caller } from '../http/call.ts'
import { RawReply, read, write, type HandlersOf } from '../http/handler.ts'
import { contentPolicy, htmlPage, pageHeaders } from '../pages/html.ts'
import { receiptPage } from './print.ts'
import { receiptById, receiptColumns, type ReceiptRow } from './rows.ts'

export function receiptHandlers(): HandlersOf<'receipts'> {
  return {
    'receipts.list': read((call, tx) => listReceipts(tx, call)),
    'receipts.get': read(async (call, tx) =>
      presentReceipt(await visible(tx, call.caller, call.params.id)),
    ),
    'receipts.print': read((call, tx) => print(tx, call)),
    'receipts.retry': write((call, tx) => retry(tx, call)),
  }
}

async function visible(tx: Tx, caller: Caller, id: number): Promise<ReceiptRow> {
  const row = await receiptById(tx, id)
  if (row === undefined || (caller.kind === 'client' && row.client_id !== caller.clientId))
    throw new Fault('not_found')
  return row
}

function presentReceipt(row: ReceiptRow): Receipt {
  const money = (amount: number) => ({ amount, currency: row.currency })
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    client_id: row.client_id,
    appointment_id: row.appointment_id,
    payment_id: row.payment_id,
    total: money(row.total),
    items: row.items.map((item) => ({ ...item, amount: money(item.amount) })),
    offset_of: row.offset_of,
    fiscal_number: row.fiscal_number,
    error: row.error,
    attempts: row.attempts,
    created_at: row.created_at.toISOString(),
    registered_at: row.registered_at?.toISOString() ?? null,
  }
}

async function listReceipts(tx: Tx, { caller, query }: Call<'receipts.list'>) {
  const { client_id, appointment_id, status, ...wanted } = query
  const filters = Object.entries({ client_id, appointment_id, status }).filter(
    ([, value]) => value !== undefined,
  )
  const found = tx
    .builder('receipts as r')
    .where({ organization_id: tx.organizationId, ...Object.fromEntries(filters) })
    .select(tx.builder.raw(receiptColumns))
  if (caller.kind === 'client') found.where({ client_id: caller.clientId })
  const page = await keysetPage<ReceiptRow>(tx, found, { id: [byId] }, { ...wanted, sort: '-id' })
  return { ...page, data: page.data.map(presentReceipt) }
}

const seller = statement(
  'receipt_seller',
  'select name, time_zone from organizations where id = $1',
)

async function print(tx: Tx, call: Call<'receipts.print'>): Promise<RawReply> {
  const row = await visible(tx, call.caller, call.params.id)
  const organization = await tx.one<{ name: string; time_zone: string }>(seller, [
    tx.organizationId,
  ])
  const page = receiptPage(row, organization, call.locale)
  return new RawReply(htmlPage(page), {
    ...pageHeaders,
    'content-security-policy': contentPolicy(),
  })
}

const queueAgain = statement(
  'receipt_queue_again',
  `update receipts r set status = 'queued', next_at = clock_timestamp(), error = null, provider_id = null, round = round + 1
   where r.organization_id = $1 and r.id = $2 and r.status = 'failed' returning ${receiptColumns}`,
)

async function retry(tx: Tx, call: Call<'receipts.retry'>): Promise<Receipt> {
  const before = await visible(tx, call.caller, call.params.id)
  const row = await tx.maybe<ReceiptRow>(queueAgain, [tx.organizationId, before.id])
  if (row === undefined) throw new Fault('invalid_transition')
  await audit(tx, call, `receipt:${row.id}`, { status: before.status }, { status: row.status })
  return presentReceipt(row)
}
