import type { LedgerLine, PageQuery, WalletTransaction } from '@zapis/sdk/contract'
import { byId, key, keysetPage, type Page } from '../db/keyset.ts'
import { statement, type Tx } from '../db/transaction.ts'
import type { Call } from '../http/call.ts'
import { withinDates } from '../organizations/within-dates.ts'
import { columns } from './rows.ts'
import { presentTransaction, type TransactionRow } from './wallet.ts'

const sorts = { created_at: [key('created_at', 'timestamptz'), byId] }

const whole = statement(
  'wallet_lines_of_client',
  `select ${columns} from wallet_transactions t where t.organization_id = $1 and t.client_id in (
     select id from clients where organization_id = $1 and (id = $2 or merged_into = $2))
   order by t.created_at, t.id`,
)

/** Newest first. Lines of a duplicate stay with it when it is merged; they are this person's all the same. */
export async function listTransactions(
  tx: Tx,
  clientId: number,
  wanted: PageQuery,
): Promise<Page<WalletTransaction>> {
  const person = tx
    .builder('clients')
    .where({ organization_id: tx.organizationId })
    .whereRaw('(id = ? or merged_into = ?)', [clientId, clientId])
    .select('id')
  const lines = tx.builder
    .from(tx.builder.raw('wallet_transactions as t'))
    .where({ 't.organization_id': tx.organizationId })
    .whereIn('t.client_id', person)
    .select(tx.builder.raw(columns))
  const query = tx.builder.from(lines.as('t')).select('t.*')
  const page = await keysetPage<TransactionRow>(tx, query, sorts, {
    ...wanted,
    sort: '-created_at',
  })
  return { ...page, data: page.data.map(presentTransaction) }
}

/** The whole ledger of a person, oldest first. */
export async function transactionsOf(tx: Tx, clientId: number): Promise<WalletTransaction[]> {
  const rows = await tx.query<TransactionRow>(whole, [tx.organizationId, clientId])
  return rows.map(presentTransaction)
}

const named = `${columns}, (select btrim(concat_ws(' ', c.first_name, c.last_name)) from clients c
  where c.organization_id = t.organization_id and c.id = t.client_id) as client_name`

/** Of all clients, a duplicate's lines under its own name. */
export async function listLedger(
  tx: Tx,
  { query }: Call<'transactions.list'>,
): Promise<Page<LedgerLine>> {
  const lines = tx.builder
    .from(tx.builder.raw('wallet_transactions as t'))
    .where({ 't.organization_id': tx.organizationId })
    .select(tx.builder.raw(named))
  for (const field of ['type', 'client_id', 'actor'] as const) {
    const value = query[field]
    if (value !== undefined) void lines.where(`t.${field}`, value)
  }
  await withinDates(tx, lines, 't.created_at', query)
  const page = await keysetPage<TransactionRow & { client_name: string }>(
    tx,
    tx.builder.from(lines.as('t')).select('t.*'),
    sorts,
    { sort: '-created_at', ...query },
  )
  return {
    ...page,
    data: page.data.map(({ client_name, ...row }) => ({ ...presentTransaction(row), client_name })),
  }
}
