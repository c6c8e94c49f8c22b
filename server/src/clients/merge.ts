import type { Client } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { append } from '../outbox/append.ts'
import { auditedChange, mergedValues, nobody, presentClient } from './client.ts'
import { checked, lockWholeClients, updateClient } from './client-rows.ts'
import { putBalance, takeBalance, type Move } from './merge-money.ts'
import { signOut } from './update.ts'

/** Rows that may say another client. The ledger and the consents never change: see below. */
const movable = [
  'appointments',
  'client_discounts',
  'client_packages',
  'payments',
  'receipts',
  'promo_uses',
  'push_subscriptions',
  'notifications',
  'messenger_accounts',
]

/** Those who were merged into the duplicate before: the ledger looks for the survivor in one step. */
const adopt = statement(
  'clients_adopt_merged',
  `update clients set merged_into = $3 where organization_id = $1 and merged_into = $2`,
)

/** Two rows of one person become one: everything comes over, and the duplicate keeps nothing of the person. */
export async function mergeClients(app: App, tx: Tx, call: Call<'clients.merge'>): Promise<Client> {
  const { id } = call.params
  const duplicateId = call.body.duplicate_id
  const { survivor, duplicate } = await lockBoth(tx, { id, duplicateId, ifMatch: call.ifMatch })
  const change = { from: duplicateId, to: id }
  for (const table of movable) await move(tx, table, change)
  await joinPreferences(tx, change)
  await copyConsents(tx, change)
  const money = await takeBalance(tx, call, change)
  // The duplicate first: its phone and e-mail have to be free for the survivor.
  const gone = await updateClient(tx, duplicateId, {
    ...nobody,
    erased_at: app.clock(),
    merged_into: id,
  })
  const after = await updateClient(tx, id, mergedValues(survivor, duplicate))
  await tx.query(adopt, [tx.organizationId, duplicateId, id])
  if (money !== null) await putBalance(tx, call, change, money)
  await append(tx, 'client.updated', { kind: 'client', id }, { id, merged_id: duplicateId })
  await append(
    tx,
    'client.updated',
    { kind: 'client', id: duplicateId },
    { id: duplicateId, merged_into: id },
  )
  const [before, now] = auditedChange(survivor, after)
  await audit(tx, call, `client:${id}`, before, { ...now, merged_id: duplicateId })
  await audit(tx, call, `client:${duplicateId}`, ...auditedChange(duplicate, gone))
  signOut(app, tx, duplicateId)
  if (after.session_version !== survivor.session_version) signOut(app, tx, id)
  return presentClient(after)
}

async function lockBoth(
  tx: Tx,
  { id, duplicateId, ifMatch }: { id: number; duplicateId: number; ifMatch: number | null },
) {
  const rows = await lockWholeClients(tx, [id, duplicateId])
  const survivor = checked(
    rows.find((row) => row.id === id),
    ifMatch,
  )
  const duplicate = rows.find((row) => row.id === duplicateId)
  if (duplicate === undefined) throw refused('unknown_reference', 'not_found')
  if (id === duplicateId || duplicate.erased_at !== null) throw refused('conflict', 'not_allowed')
  if (survivor.erased_at !== null) throw new Fault('conflict')
  return { survivor, duplicate }
}

function refused(code: 'unknown_reference' | 'conflict', field: string): Fault {
  return new Fault(code, { errors: [{ pointer: '/duplicate_id', code: field }] })
}

async function move(tx: Tx, table: string, { from, to }: Move): Promise<void> {
  await tx.query(
    `update ${table} set client_id = $3 where organization_id = $1 and client_id = $2`,
    [tx.organizationId, from, to],
  )
}

/** Letters that either of them did not want, the one does not want; ways and hours are those of the card that stays, else of the other. */
async function joinPreferences(tx: Tx, { from, to }: Move): Promise<void> {
  await tx.query(
    `with gone as (
       delete from notification_preferences where organization_id = $1 and client_id = $2 returning *
     )
     insert into notification_preferences as p
       (organization_id, client_id, channels, quiet_from, quiet_to, reminders, follow_ups, calendar_by_email)
     select organization_id, $3, channels, quiet_from, quiet_to, reminders, follow_ups, calendar_by_email from gone
     on conflict (organization_id, client_id) do update set
       channels = coalesce(p.channels, excluded.channels),
       quiet_from = case when p.quiet_from is null then excluded.quiet_from else p.quiet_from end,
       quiet_to = case when p.quiet_from is null then excluded.quiet_to else p.quiet_to end,
       reminders = p.reminders and excluded.reminders, follow_ups = p.follow_ups and excluded.follow_ups`,
    [tx.organizationId, from, to],
  )
}

/** A consent is evidence and stays where it was given; the survivor gets a copy with its own date, so that the latest word still counts. */
async function copyConsents(tx: Tx, { from, to }: Move): Promise<void> {
  const evidence = `kind, text_version, text_hash, locale, granted, at, ip, user_agent, source, appointment_id`
  await tx.query(
    `insert into client_consents (organization_id, client_id, ${evidence})
     select organization_id, $3, ${evidence} from client_consents
     where organization_id = $1 and client_id = $2 order by at, id`,
    [tx.organizationId, from, to],
  )
  await tx.query(
    `update client_consents set ip = null, user_agent = null where organization_id = $1 and client_id = $2`,
    [tx.organizationId, from],
  )
}
