import { statement, type Tx } from '../db/transaction.ts'
import type { PackageRow } from './package.ts'

/** A package under the alias `p`, with what its presentation needs. */
export const packageColumns = `p.id, p.client_id, p.package_id, p.service_id, p.visits_total, p.visits_left, p.expires_at, p.price_paid, p.paid_by,
  p.cancelled_at, p.version, p.created_at, p.updated_at,
  (select s.name from service_packages s where s.organization_id = p.organization_id and s.id = p.package_id) as name,
  (select s.translations from service_packages s where s.organization_id = p.organization_id and s.id = p.package_id) as translations,
  (select o.currency from organizations o where o.id = p.organization_id) as currency`

const byId = statement(
  'client_package_by_id',
  `select ${packageColumns} from client_packages p where p.organization_id = $1 and p.id = $2`,
)
const locked = statement(
  'client_package_locked',
  `select ${packageColumns} from client_packages p where p.organization_id = $1 and p.id = $2 for no key update of p`,
)
const cancel = statement(
  'client_package_cancel',
  `update client_packages p set cancelled_at = now() where p.organization_id = $1 and p.id = $2 returning ${packageColumns}`,
)

export function packageById(tx: Tx, id: number): Promise<PackageRow> {
  return tx.one(byId, [tx.organizationId, id])
}

export function lockPackage(tx: Tx, id: number): Promise<PackageRow | undefined> {
  return tx.maybe(locked, [tx.organizationId, id])
}

/** Its visits cannot be used any more. */
export function cancelPackage(tx: Tx, id: number): Promise<PackageRow> {
  return tx.one(cancel, [tx.organizationId, id])
}
