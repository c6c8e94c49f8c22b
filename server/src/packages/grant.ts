import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { append } from '../outbox/append.ts'
import { eventObject, type PackageRow, type PaidBy } from './package.ts'
import { packageColumns } from './rows.ts'

/** Days of the organization's calendar: the end is at the same time of day, summer time or not. */
const grant = statement(
  'package_grant',
  `insert into client_packages as p (organization_id, client_id, package_id, service_id, visits_total, visits_left, price_paid, paid_by, expires_at)
   select s.organization_id, $3, s.id, s.service_id, t.visits, t.visits, $4, $5,
     ((now() at time zone o.time_zone) + t.valid_days * interval '1 day') at time zone o.time_zone
   from service_packages s join organizations o on o.id = s.organization_id
   cross join lateral (select coalesce($6::integer, s.visits) as visits, case when $6::integer is null then s.valid_days else $7::integer end as valid_days) t
   where s.organization_id = $1 and s.id = $2 returning ${packageColumns}`,
)

export interface Grant {
  clientId: number
  packageId: number
  paidBy: PaidBy
  pricePaid: number
  /** As it was sold, if that was before; else as it is on sale. */
  terms?: { visits: number; validDays: number | null } | undefined
  actor: string
}

/** The client has it from now on; whoever calls this has the money. An archived one is granted too: it was on sale when its payment began. */
export async function grantPackage(tx: Tx, bought: Grant): Promise<PackageRow> {
  const { clientId, packageId, pricePaid, paidBy, terms, actor } = bought
  const values = [
    ...[tx.organizationId, packageId, clientId, pricePaid, paidBy],
    ...[terms?.visits ?? null, terms?.validDays ?? null],
  ]
  const row = await tx.maybe<PackageRow>(grant, values)
  if (row === undefined) throw unknownPackage()
  const subject = { kind: 'client_package', id: row.id }
  const { price_paid, currency, paid_by } = row
  const price = { amount: price_paid, currency }
  await append(tx, 'package.purchased', subject, {
    ...eventObject(row),
    ...{ price_paid: price, paid_by, actor },
  })
  return row
}

export function unknownPackage(): Fault {
  return new Fault('unknown_reference', { errors: [{ pointer: '/package_id', code: 'not_found' }] })
}
