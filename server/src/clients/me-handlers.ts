import type { App } from '../app-context.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Caller } from '../http/call.ts'
import { read, write, type HandlersOf } from '../http/handler.ts'
import { findClient } from './client-rows.ts'
import { presentMe, type ClientRow } from './client.ts'
import { changeConsent, listConsents } from './consents.ts'
import { listDiscountsAt } from './discounts.ts'
import { eraseClient } from './erase.ts'
import { exportClient } from './export.ts'
import { visitsOf } from './reads.ts'
import { changeClient } from './update.ts'

/** Wallets, packages, notifications and sign-in are rooms of their own. */
type Elsewhere =
  | ('wallet' | 'transactions' | 'packages' | 'buyPackage')
  | ('pushSubscriptions' | 'addPushSubscription' | 'removePushSubscription')
  | ('notifications' | 'notificationPreferences' | 'updateNotificationPreferences')
  | 'telegramLink'

export function meHandlers(app: App): Omit<HandlersOf<'me'>, `me.${Elsewhere}`> {
  return {
    'me.get': read(async (call, tx) => presentMe(await oneself(tx, call.caller))),
    'me.update': write(async (call, tx) => {
      const { id } = await oneself(tx, call.caller)
      return presentMe(await changeClient(app, tx, call, { id, changes: call.body }))
    }),
    'me.appointments': read((call, tx) =>
      visitsOf(tx, call.caller, ownId(call.caller), call.query),
    ),
    'me.discounts': read((call, tx) =>
      listDiscountsAt(tx, ownId(call.caller), app.clock(), call.query),
    ),
    'me.consents': read((call, tx) => listConsents(tx, ownId(call.caller), call.query)),
    'me.addConsent': write(async (call, tx) => {
      const { id } = await oneself(tx, call.caller)
      return changeConsent(tx, call, id, call.body)
    }),
    'me.export': write(async (call, tx) =>
      exportClient(app, tx, call, await oneself(tx, call.caller)),
    ),
    'me.erase': write(async (call, tx) => {
      const { id } = await oneself(tx, call.caller)
      await eraseClient(app, tx, call, id)
      return null
    }),
  }
}

function ownId(caller: Caller): number {
  if (caller.kind !== 'client') throw new Fault('forbidden')
  return caller.clientId
}

/** A token may outlive its client by some seconds. */
async function oneself(tx: Tx, caller: Caller): Promise<ClientRow> {
  const row = await findClient(tx, ownId(caller))
  if (row === undefined || row.erased_at !== null) throw new Fault('session_ended')
  return row
}
