import { statement, type Tx } from '../db/transaction.ts'
import { actor, type Call } from '../http/call.ts'
import { postTransaction } from '../wallets/rows.ts'

const wallets = statement(
  'merge_wallets',
  `select w.client_id, w.balance, w.credit_limit,
     (select max(t.id) from wallet_transactions t
      where t.organization_id = w.organization_id and t.client_id = w.client_id) as last_line
   from client_wallets w where w.organization_id = $1 and w.client_id = any($2) order by w.client_id for update of w`,
)
const setLimit = statement(
  'merge_credit_limit',
  `update client_wallets set credit_limit = $3 where organization_id = $1 and client_id = $2`,
)

/** The client who ceases to be, and the one who stays. */
export interface Move {
  from: number
  to: number
}

interface Wallet {
  client_id: number
  balance: number
  credit_limit: number
  last_line: number | null
}

export interface Taken {
  amount: number
  /** The line that took it out, for the one that puts it in to name. */
  line: number
}

/**
 * Lines of the ledger stay as they were written: the balance goes over by two corrections whose sum is nothing. This is the
 * first, and has to come before the duplicate is marked as merged, when its wallet closes; the second comes after.
 */
export async function takeBalance(
  tx: Tx,
  call: Call<'clients.merge'>,
  { from, to }: Move,
): Promise<Taken | null> {
  const rows = await tx.query<Wallet>(wallets, [tx.organizationId, [from, to]])
  const wallet = (id: number) => rows.find((row) => row.client_id === id)
  const [source, target] = [wallet(from), wallet(to)]
  if (source === undefined || target === undefined) throw new Error('a client without a wallet')
  const limit = mergedLimit(source, target)
  if (limit !== target.credit_limit) await tx.query(setLimit, [tx.organizationId, to, limit])
  if (source.balance === 0) return null
  const line = { client: from, other: to, amount: -source.balance, corrects: source.last_line }
  return { amount: source.balance, line: await post(tx, call, line) }
}

export async function putBalance(
  tx: Tx,
  call: Call<'clients.merge'>,
  { from, to }: Move,
  { amount, line }: Taken,
): Promise<void> {
  await post(tx, call, { client: to, other: from, amount, corrects: line })
}

interface Line {
  client: number
  other: number
  amount: number
  corrects: number | null
}

async function post(tx: Tx, call: Call<'clients.merge'>, line: Line): Promise<number> {
  const { id } = await postTransaction(tx, {
    clientId: line.client,
    type: 'correction',
    amount: line.amount,
    corrects: line.corrects ?? undefined,
    reason: `merge: client ${line.other}`,
    actor: actor(call.caller),
  })
  return id
}

/** The better of the two, and never less than what both owe together. */
function mergedLimit(source: Wallet, target: Wallet): number {
  return Math.max(source.credit_limit, target.credit_limit, -(source.balance + target.balance))
}
