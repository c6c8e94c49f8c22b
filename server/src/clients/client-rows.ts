import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { ClientRow, ClientValues } from './client.ts'

export const clientColumns = `id, first_name, last_name, iname, birth_date, phone, email, telegram_id,
  coalesce(locale, (select o.locale from organizations o where o.id = clients.organization_id)) as locale,
  notes, tags, blocked, session_version, erased_at, version, created_at, updated_at`

const find = statement(
  'clients_find',
  `select ${clientColumns} from clients where organization_id = $1 and id = $2 and merged_into is null`,
)
const lock = statement(
  'clients_lock_one',
  `select ${clientColumns} from clients where organization_id = $1 and id = $2 and merged_into is null
   for no key update`,
)
const lockWhole = statement(
  'clients_lock',
  `select ${clientColumns} from clients where organization_id = $1 and id = any($2) and merged_into is null
   order by id for update`,
)
const seen = statement(
  'clients_seen',
  `select 1 from appointments where organization_id = $1 and client_id = $2 and specialist_id = $3 limit 1`,
)

/** One who was merged into another is not there any more. */
export async function findClient(tx: Tx, id: number): Promise<ClientRow | undefined> {
  return tx.maybe<ClientRow>(find, [tx.organizationId, id])
}

/** Against other changes; visits may still be made. */
export async function lockClient(tx: Tx, id: number, ifMatch: number | null): Promise<ClientRow> {
  return checked(await tx.maybe<ClientRow>(lock, [tx.organizationId, id]), ifMatch)
}

/**
 * In the order of their ids, so that two merges the other way round wait instead of deadlocking. Nothing that refers to
 * them, a visit above all, is made until the end of the transaction.
 */
export async function lockWholeClients(tx: Tx, ids: number[]): Promise<ClientRow[]> {
  return tx.query<ClientRow>(lockWhole, [tx.organizationId, ids])
}

export function checked(row: ClientRow | undefined, ifMatch: number | null): ClientRow {
  if (row === undefined) throw new Fault('not_found')
  if (ifMatch !== null && row.version !== ifMatch) throw new Fault('version_conflict')
  return row
}

export async function hasVisitWith(
  tx: Tx,
  clientId: number,
  specialistId: number,
): Promise<boolean> {
  return (await tx.maybe(seen, [tx.organizationId, clientId, specialistId])) !== undefined
}

export async function insertClient(tx: Tx, values: ClientValues): Promise<ClientRow> {
  const [row] = await tx.run<ClientRow>(
    tx
      .builder('clients')
      .insert({ organization_id: tx.organizationId, ...values })
      .returning(tx.builder.raw(clientColumns)),
  )
  if (row === undefined) throw new Error('nothing was inserted')
  return row
}

export async function updateClient(
  tx: Tx,
  id: number,
  values: ClientValues & { erased_at?: Date; merged_into?: number },
): Promise<ClientRow> {
  const [row] = await tx.run<ClientRow>(
    tx
      .builder('clients')
      .where({ organization_id: tx.organizationId, id })
      .update(values)
      .returning(tx.builder.raw(clientColumns)),
  )
  if (row === undefined) throw new Error('a locked client is gone')
  return row
}
