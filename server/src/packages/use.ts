/** What booking asks of packages, inside its own transaction: the appointment's row is locked first, then the package. */
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { append } from '../outbox/append.ts'
import { giveBack } from './give-back.ts'
import { eventObject, valueOf, type PackageRow } from './package.ts'
import { packageById } from './rows.ts'

/** The package that ends first is used up first. A row that others changed meanwhile is looked at again under its lock. */
const choice = `select p.id, p.visits_left from client_packages p
  where p.organization_id = $1 and p.client_id = $2 and p.service_id = $3 and p.visits_left > 0
    and p.cancelled_at is null and (p.expires_at is null or p.expires_at > $4)
  order by p.expires_at nulls last, p.id limit 1`

const choose = statement('package_choose', choice)
const chooseLocked = statement('package_choose_locked', `${choice} for no key update`)
const use = statement(
  'package_use',
  `insert into package_uses (organization_id, client_package_id, appointment_id, kind, actor) values ($1, $2, $3, $4, $5)`,
)
const usedBy = statement(
  'package_used_by',
  `select client_package_id as id from package_uses where organization_id = $1 and appointment_id = $2
   group by client_package_id having count(*) filter (where kind = 'take') > count(*) filter (where kind = 'return')`,
)

interface Wanted {
  clientId: number
  serviceId: number
  startsAt: Date
}

/** The package that `takeVisit` would use. */
export async function usablePackage(
  tx: Tx,
  { clientId, serviceId, startsAt }: Wanted,
): Promise<{ id: number; visitsLeft: number } | null> {
  const values = [tx.organizationId, clientId, serviceId, startsAt]
  const found = await tx.maybe<{ id: number; visits_left: number }>(choose, values)
  return found ? { id: found.id, visitsLeft: found.visits_left } : null
}

/** One visit of a package pays the whole of the appointment. */
export async function takeVisit(
  tx: Tx,
  wanted: Wanted & { appointmentId: number; actor: string },
): Promise<{ clientPackageId: number }> {
  const { appointmentId, clientId, serviceId, startsAt, actor } = wanted
  const values = [tx.organizationId, clientId, serviceId, startsAt]
  const found = await tx.maybe<{ id: number }>(chooseLocked, values)
  if (found === undefined) throw new Fault('package_not_valid')
  await tx.query(use, [tx.organizationId, found.id, appointmentId, 'take', actor])
  await tell(tx, 'package.used', await packageById(tx, found.id), appointmentId)
  return { clientPackageId: found.id }
}

/** A visit of a package does not outlive it by being moved. */
export async function mustStillHold(
  tx: Tx,
  { clientPackageId, startsAt }: { clientPackageId: number; startsAt: Date },
): Promise<void> {
  const { expires_at: expiresAt } = await packageById(tx, clientPackageId)
  if (expiresAt !== null && expiresAt <= startsAt) throw new Fault('package_not_valid')
}

/** null = no package was used for the appointment, or its visit was given back before. */
export async function returnVisit(
  tx: Tx,
  { appointmentId, actor }: { appointmentId: number; actor: string },
): Promise<{ clientPackageId: number } | null> {
  const used = await tx.maybe<{ id: number }>(usedBy, [tx.organizationId, appointmentId])
  if (used === undefined) return null
  await tx.query(use, [tx.organizationId, used.id, appointmentId, 'return', actor])
  const row = await packageById(tx, used.id)
  await tell(tx, 'package.returned', row, appointmentId)
  // The visit of a package that was taken back meanwhile is of no use: its money follows that of the others.
  if (row.cancelled_at !== null) {
    const amount = valueOf(row, row.visits_left) - valueOf(row, row.visits_left - 1)
    await giveBack(tx, row, { amount, actor, reason: row.name })
  }
  return { clientPackageId: used.id }
}

async function tell(
  tx: Tx,
  type: 'package.used' | 'package.returned',
  row: PackageRow,
  appointmentId: number,
): Promise<void> {
  const object = { ...eventObject(row), appointment_id: appointmentId }
  await append(tx, type, { kind: 'client_package', id: row.id }, object)
}
