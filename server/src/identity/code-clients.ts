import { unnamed } from '../clients/client.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Locale } from '../http/call.ts'
import { append } from '../outbox/append.ts'
import type { Destination } from './code-sender.ts'

interface ClientRow {
  id: number
  session_version: number
}

const LIVING = 'erased_at is null and merged_into is null'
const find = {
  phone: statement(
    'identity_client_by_phone',
    `select id, session_version from clients where organization_id = $1 and phone = $2 and ${LIVING}`,
  ),
  email: statement(
    'identity_client_by_email',
    `select id, session_version from clients where organization_id = $1 and email = $2 and ${LIVING}`,
  ),
}
const insert = {
  phone: statement(
    'identity_insert_client_by_phone',
    `insert into clients (organization_id, phone, first_name, locale) values ($1, $2, $3, $4)
     on conflict do nothing returning id, session_version`,
  ),
  email: statement(
    'identity_insert_client_by_email',
    `insert into clients (organization_id, email, first_name, locale) values ($1, $2, $3, $4)
     on conflict do nothing returning id, session_version`,
  ),
}

/** Whoever proved that the contact is theirs is the client who has it; two who come at once are one. */
export async function findOrCreateClient(
  tx: Tx,
  { kind, value }: Destination,
  locale: Locale,
): Promise<ClientRow> {
  // Whom the insert ran into may have been merged or erased by the time of looking: then there is room again.
  for (let attempt = 0; attempt < 3; attempt++) {
    const known = await tx.maybe<ClientRow>(find[kind], [tx.organizationId, value])
    if (known) return known
    const values = [tx.organizationId, value, unnamed[locale], locale]
    const made = await tx.maybe<ClientRow>(insert[kind], values)
    if (!made) continue
    await append(tx, 'client.created', { kind: 'client', id: made.id }, { id: made.id })
    return made
  }
  throw new Fault('unavailable', { retryAfterSeconds: 1 })
}
