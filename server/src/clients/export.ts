import type { ClientExport } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { presentAppointment } from '../appointments/present.ts'
import { columns as visitColumns, type AppointmentRow } from '../appointments/rows.ts'
import { audit } from '../audit/append.ts'
import type { Page } from '../db/keyset.ts'
import { statement, type Tx } from '../db/transaction.ts'
import type { Call } from '../http/call.ts'
import { listPackages } from '../packages/reads.ts'
import { transactionsOf } from '../wallets/reads.ts'
import { presentClient, type ClientRow } from './client.ts'
import { listConsents } from './consents.ts'
import { listDiscounts } from './discounts.ts'

const visits = statement(
  'clients_export_visits',
  `select ${visitColumns} from appointments a where a.organization_id = $1 and a.client_id = $2 order by a.starts_at, a.id`,
)

/** All that is kept of a person, the notes of the staff too: it is theirs to know. */
export async function exportClient(
  app: Pick<App, 'clock'>,
  tx: Tx,
  call: Pick<Call, 'caller' | 'operation' | 'locale'>,
  row: ClientRow,
): Promise<ClientExport> {
  const values = [tx.organizationId, row.id]
  await audit(tx, call, `client:${row.id}`, null, null)
  return {
    client: presentClient(row),
    discounts: await everyPage((wanted) => listDiscounts(tx, row.id, wanted)),
    consents: await everyPage((wanted) => listConsents(tx, row.id, wanted)),
    appointments: (await tx.query<AppointmentRow>(visits, values)).map(presentAppointment),
    transactions: await transactionsOf(tx, row.id),
    packages: await everyPage((query) => listPackages(app, tx, { ...call, query }, row.id)),
    exported_at: app.clock().toISOString(),
  }
}

async function everyPage<Item>(
  list: (wanted: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null | undefined
  do {
    const page = await list({ limit: 100, ...(cursor ? { cursor } : {}) })
    items.push(...page.data)
    cursor = page.next_cursor
  } while (cursor !== null)
  return items
}
