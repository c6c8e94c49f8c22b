/** What a bought package is worth and when it can be used. No I/O, no clock. */
import type { ClientPackage } from '@zapis/sdk/contract'

export type PaidBy = ClientPackage['paid_by']

/** As it is stored, with the text and the currency that are shown for it. */
export interface PackageRow {
  id: number
  client_id: number
  package_id: number
  service_id: number
  visits_total: number
  visits_left: number
  expires_at: Date | null
  price_paid: number
  paid_by: PaidBy | null
  cancelled_at: Date | null
  version: number
  created_at: Date
  updated_at: Date
  name: string
  translations: { [Language in 'ru' | 'en']?: { name?: string } }
  currency: string
}

type Standing = Pick<PackageRow, 'visits_left' | 'expires_at' | 'cancelled_at'>
type Bought = Pick<PackageRow, 'price_paid' | 'visits_total'>

/** For a visit that begins then; the moment at which it expires is not in it. */
export function isUsable({ visits_left, expires_at, cancelled_at }: Standing, at: Date): boolean {
  return visits_left > 0 && cancelled_at === null && (expires_at === null || expires_at > at)
}

/** What so many of its visits cost, half up; of all of them it is the price. */
export function valueOf({ price_paid, visits_total }: Bought, visits: number): number {
  const total = BigInt(visits_total)
  return Number((BigInt(price_paid) * BigInt(visits) * 2n + total) / (total * 2n))
}

/** What the clinic still owes for it, in visits or their money. */
export function liabilityOf(bought: Bought & Standing): number {
  return bought.cancelled_at === null ? valueOf(bought, bought.visits_left) : 0
}

export function presentPackage(row: PackageRow, name: string, now: Date): ClientPackage {
  const { id, client_id, package_id, service_id, visits_total, visits_left, version } = row
  return {
    ...{ id, client_id, package_id, service_id, name, visits_total, visits_left },
    expires_at: row.expires_at?.toISOString() ?? null,
    price_paid: { amount: row.price_paid, currency: row.currency },
    paid_by: row.paid_by ?? 'on_site',
    usable: isUsable(row, now),
    cancelled_at: row.cancelled_at?.toISOString() ?? null,
    version,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}

/** Of the three events: ids and counts, no personal data. */
export function eventObject(row: PackageRow) {
  const { id, client_id, package_id, service_id, visits_total, visits_left, version } = row
  return { id, client_id, package_id, service_id, visits_total, visits_left, version }
}
