import { unnamed } from '../clients/client.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Locale } from '../http/call.ts'
import { append } from '../outbox/append.ts'
import type { TelegramUser } from './init-data.ts'

export interface ClientRow {
  id: number
  session_version: number
}

const LIVING = 'erased_at is null and merged_into is null'
const byTelegram = statement(
  'identity_client_by_telegram',
  `select id, session_version, phone from clients where organization_id = $1 and telegram_id = $2 and ${LIVING}`,
)
/** Whose number it was before is not this Telegram account's any more. */
const linkPhone = statement(
  'identity_link_telegram',
  `update clients set telegram_id = $3
   where organization_id = $1 and phone = $2 and ${LIVING}
   returning id, session_version`,
)
const addPhone = statement(
  'identity_telegram_phone',
  `update clients set phone = $3
   where organization_id = $1 and id = $2 and phone is null and ${LIVING}
     and not exists (select from clients o where o.organization_id = $1 and o.phone = $3 and o.erased_at is null
       and o.merged_into is null)
   returning id, session_version`,
)
const insert = statement(
  'identity_insert_client_by_telegram',
  `insert into clients (organization_id, telegram_id, phone, first_name, last_name, locale)
   values ($1, $2, $3, $4, $5, $6)
   on conflict do nothing returning id, session_version`,
)

export interface Known {
  user: TelegramUser
  /** Proved by Telegram to be the user's; null when it was not shared. */
  phone: string | null
  locale: Locale
}

/**
 * The client of the Telegram account; else the one who has the phone; else a new one. Two clients of one person, one by
 * Telegram and one by phone, stay two: only the desk merges.
 */
export async function findOrCreateByTelegram(tx: Tx, known: Known): Promise<ClientRow> {
  const { user, phone, locale } = known
  // Whom the insert ran into may have been merged or erased by the time of looking: then there is room again.
  for (let attempt = 0; attempt < 3; attempt++) {
    const found = await tx.maybe<ClientRow & { phone: string | null }>(byTelegram, [
      tx.organizationId,
      user.id,
    ])
    if (found) return found.phone === null ? withPhone(tx, found, phone) : found
    const linked = phone && (await changed(tx, linkPhone, [phone, user.id]))
    if (linked) return linked
    const name = user.firstName || unnamed[locale]
    const values = [tx.organizationId, user.id, phone, name, user.lastName || null, locale]
    const made = await tx.maybe<ClientRow>(insert, values)
    if (!made) continue
    await append(tx, 'client.created', { kind: 'client', id: made.id }, { id: made.id })
    return made
  }
  throw new Fault('unavailable', { retryAfterSeconds: 1 })
}

/** The client of the Telegram account, when there is one. */
export async function knownByTelegram(tx: Tx, accountId: number): Promise<ClientRow> {
  const found = await tx.maybe<ClientRow>(byTelegram, [tx.organizationId, accountId])
  if (!found) throw new Fault('contact_required')
  return found
}

async function withPhone(tx: Tx, found: ClientRow, phone: string | null): Promise<ClientRow> {
  return (phone && (await changed(tx, addPhone, [found.id, phone]))) || found
}

async function changed(
  tx: Tx,
  sql: ReturnType<typeof statement>,
  values: unknown[],
): Promise<ClientRow | undefined> {
  const row = await tx.maybe<ClientRow>(sql, [tx.organizationId, ...values])
  if (row) await append(tx, 'client.updated', { kind: 'client', id: row.id }, { id: row.id })
  return row
}
