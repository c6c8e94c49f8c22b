import type { ClientPackage, PageQuery } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { text, viewerOf } from '../catalogue/viewer.ts'
import { byId, keysetPage, type Page } from '../db/keyset.ts'
import type { Tx } from '../db/transaction.ts'
import type { Call } from '../http/call.ts'
import { presentPackage, type PackageRow } from './package.ts'
import { packageColumns } from './rows.ts'

type Asked = Pick<Call, 'caller' | 'locale'>

/** Newest first. */
export async function listPackages(
  app: Pick<App, 'clock'>,
  tx: Tx,
  call: Asked & { query: PageQuery },
  clientId: number,
): Promise<Page<ClientPackage>> {
  const query = tx
    .builder('client_packages as p')
    .where({ organization_id: tx.organizationId, client_id: clientId })
    .select(tx.builder.raw(packageColumns))
  const wanted = { ...call.query, sort: '-id' }
  const page = await keysetPage<PackageRow>(tx, query, { id: [byId] }, wanted)
  const viewer = await viewerOf(app, call, tx)
  const data = page.data.map((row) => presentPackage(row, text(row, 'name', viewer), viewer.now))
  return { ...page, data }
}

export async function shown(
  app: Pick<App, 'clock'>,
  tx: Tx,
  call: Asked,
  row: PackageRow,
): Promise<ClientPackage> {
  const viewer = await viewerOf(app, call, tx)
  return presentPackage(row, text(row, 'name', viewer), viewer.now)
}
