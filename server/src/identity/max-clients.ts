import { unnamed } from '../clients/client.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { append } from '../outbox/append.ts'
import type { ClientRow, Known } from './telegram-clients.ts'

const LIVING = 'c.erased_at is null and c.merged_into is null'
const byAccount = statement(
  'identity_client_by_max',
  `select c.id, c.session_version from messenger_accounts a
   join clients c on c.organization_id = a.organization_id and c.id = a.client_id
   where a.organization_id = $1 and a.messenger = 'max' and a.account_id = $2 and ${LIVING}`,
)
const byPhoneOrNew = statement(
  'identity_client_of_max',
  `with known as (
     select c.id, c.session_version, false as is_new from clients c where c.organization_id = $1 and c.phone = $2 and ${LIVING}
   ), made as (
     insert into clients (organization_id, phone, first_name, last_name, locale)
     select $1, $2, $3, $4, $5 where not exists (select from known)
     on conflict do nothing returning id, session_version, true as is_new
   )
   select * from known union all select * from made`,
)
/** An account that stayed behind with an erased client, or with the former owner of the number, goes over. */
const link = statement(
  'identity_link_max',
  `insert into messenger_accounts (organization_id, messenger, account_id, client_id) values ($1, 'max', $2, $3)
   on conflict (organization_id, messenger, account_id) do update set client_id = excluded.client_id`,
)
const claim = statement(
  'identity_claim_max',
  `insert into messenger_accounts as a (organization_id, messenger, account_id, client_id) values ($1, 'max', $2, $3)
   on conflict (organization_id, messenger, account_id) do update set client_id = excluded.client_id where a.client_id = excluded.client_id
   returning (select session_version from clients c where c.organization_id = $1 and c.id = $3 and ${LIVING})`,
)

/** The client of the MAX account, when there is one. */
export async function knownByMax(tx: Tx, accountId: number): Promise<ClientRow> {
  const found = await tx.maybe<ClientRow>(byAccount, [tx.organizationId, accountId])
  if (!found) throw new Fault('contact_required')
  return found
}

/** The client of the MAX account; else the one who has the phone; else a new one. */
export async function findOrCreateByMax(tx: Tx, known: Known): Promise<ClientRow> {
  const { user, phone, locale } = known
  // Whom the insert ran into may have been merged or erased by the time of looking: then there is room again.
  for (let attempt = 0; attempt < 3; attempt++) {
    const found = await tx.maybe<ClientRow>(byAccount, [tx.organizationId, user.id])
    if (found) return found
    const name = user.firstName || unnamed[locale]
    const values = [tx.organizationId, phone, name, user.lastName || null, locale]
    const client = await tx.maybe<ClientRow & { is_new: boolean }>(byPhoneOrNew, values)
    if (!client) continue
    await tx.query(link, [tx.organizationId, user.id, client.id])
    const type = client.is_new ? 'client.created' : 'client.updated'
    await append(tx, type, { kind: 'client', id: client.id }, { id: client.id })
    return { id: client.id, session_version: client.session_version }
  }
  throw new Fault('unavailable', { retryAfterSeconds: 1 })
}

/** The client of the link gets the account, unless it is another client’s. */
export async function linkMaxAccount(tx: Tx, clientId: number, userId: number): Promise<ClientRow> {
  const values = [tx.organizationId, userId, clientId]
  const row = await tx.maybe<{ session_version: number | null }>(claim, values)
  if (row?.session_version == null) throw new Fault('telegram_linked')
  return { id: clientId, session_version: row.session_version }
}
