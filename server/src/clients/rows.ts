/** What other nouns ask of a client's discounts, inside their own transactions. */
import { statement, type Tx } from '../db/transaction.ts'
import type { PersonalDiscount } from '../pricing/price.ts'

const discounts = statement(
  'client_discounts_of_client',
  `select id, service_id, discount_percent::float8 as percent, valid_from, valid_to, coalesce(reason, '') as reason
   from client_discounts where organization_id = $1 and client_id = $2 order by id`,
)
const best = statement(
  'client_discounts_best',
  `select id, discount_percent::float8 as percent, coalesce(reason, '') as reason from client_discounts
   where organization_id = $1 and client_id = $2 and (service_id is null or service_id = $3)
     and (valid_from is null or valid_from <= $4) and (valid_to is null or valid_to >= $4)
   order by discount_percent desc, id limit 1`,
)

interface DiscountRow {
  id: number
  service_id: number | null
  percent: number
  valid_from: string | null
  valid_to: string | null
  reason: string
}

/** All that a client has, for the pure choice among many services and dates at once. */
export async function discountsOf(
  tx: Tx,
  clientId: number,
): Promise<(PersonalDiscount & { id: number })[]> {
  const rows = await tx.query<DiscountRow>(discounts, [tx.organizationId, clientId])
  return rows.map((row) => ({
    id: row.id,
    serviceId: row.service_id,
    percent: row.percent,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    reason: row.reason,
  }))
}

/** The best that fits one service on one date of the visit, both ends of its validity included. */
export async function bestDiscount(
  tx: Tx,
  about: { clientId: number; serviceId: number; date: string },
): Promise<{ id: number; percent: number; reason: string } | null> {
  const values = [tx.organizationId, about.clientId, about.serviceId, about.date]
  return (await tx.maybe<{ id: number; percent: number; reason: string }>(best, values)) ?? null
}
