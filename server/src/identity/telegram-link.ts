import type { TelegramLink } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { append } from '../outbox/append.ts'
import { offerDeepLink } from './deep-link.ts'
import type { Guard } from './guard.ts'

/** The account page's way to Telegram. */
export async function offerLink(
  app: App,
  guard: Guard,
  { caller }: Call<'me.telegramLink'>,
): Promise<TelegramLink> {
  if (caller.kind !== 'client') throw new Fault('forbidden')
  const { organizationId, clientId: id } = caller
  return offerDeepLink(app, guard, { kind: 'client', organizationId, id })
}

interface ClientRow {
  id: number
  session_version: number
}

const LIVING = 'erased_at is null and merged_into is null'
const link = statement(
  'identity_link_telegram_account',
  `update clients set telegram_id = $3 where organization_id = $1 and id = $2 and ${LIVING} and telegram_id is distinct from $3
     and not exists (select from clients o where o.organization_id = $1 and o.telegram_id = $3 and o.id <> $2 and o.erased_at is null
       and o.merged_into is null)
   returning id, session_version`,
)
const linked = statement(
  'identity_linked_client',
  `select id, session_version from clients where organization_id = $1 and id = $2 and telegram_id = $3 and ${LIVING}`,
)

/** The client of the link gets the Telegram account, unless it is another client’s: only the desk merges. */
export async function linkAccount(tx: Tx, clientId: number, userId: number): Promise<ClientRow> {
  const values = [tx.organizationId, clientId, userId]
  const row = await tx.maybe<ClientRow>(link, values)
  if (row) {
    await append(tx, 'client.updated', { kind: 'client', id: row.id }, { id: row.id })
    return row
  }
  const before = await tx.maybe<ClientRow>(linked, values)
  if (!before) throw new Fault('telegram_linked')
  return before
}
