import type { App } from '../app-context.ts'
import { findClient } from '../clients/client-rows.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Caller } from '../http/call.ts'
import { read, write, type Handlers } from '../http/handler.ts'
import { addTransaction } from './add.ts'
import { listLedger, listTransactions } from './reads.ts'
import { walletOf } from './rows.ts'
import { presentWallet } from './wallet.ts'

type Operations =
  | 'clients.wallet'
  | 'clients.transactions'
  | 'clients.addTransaction'
  | 'transactions.list'
  | 'me.wallet'
  | 'me.transactions'

export function walletHandlers(app: App): Pick<Handlers, Operations> {
  return {
    'clients.wallet': read(async (call, tx) =>
      presentWallet(await walletOf(tx, await knownClient(tx, call.params.id))),
    ),
    'clients.transactions': read(async (call, tx) =>
      listTransactions(tx, await knownClient(tx, call.params.id), call.query),
    ),
    'clients.addTransaction': write((call, tx) => addTransaction(app, tx, call)),
    'transactions.list': read((call, tx) => listLedger(tx, call)),
    'me.wallet': read(async (call, tx) => presentWallet(await walletOf(tx, ownId(call.caller)))),
    'me.transactions': read((call, tx) => listTransactions(tx, ownId(call.caller), call.query)),
  }
}

/** One who was merged into another is asked for under the other's number. */
async function knownClient(tx: Tx, id: number): Promise<number> {
  if ((await findClient(tx, id)) === undefined) throw new Fault('not_found')
  return id
}

function ownId(caller: Caller): number {
  if (caller.kind !== 'client') throw new Fault('forbidden')
  return caller.clientId
}
