import { statement, type Tx } from '../db/transaction.ts'
import type { ProviderName } from './payment.ts'

export type DifferenceKind = 'missing_here' | 'missing_there' | 'amount' | 'status' | 'refunded'

export interface Difference {
  provider: ProviderName
  providerId: string
  paymentId: number | null
  kind: DifferenceKind
  ours: string | null
  theirs: string | null
}

export interface DifferenceRow {
  id: number
  provider: ProviderName
  provider_id: string
  payment_id: number | null
  kind: DifferenceKind
  ours: string | null
  theirs: string | null
  note: string | null
  found_at: Date
  settled_at: Date | null
}

export const differenceColumns =
  'id, provider, provider_id, payment_id, kind, ours, theirs, note, found_at, settled_at'

/** One that somebody has looked at stays settled as long as it is the same. */
const insert = statement(
  'payment_difference_note',
  `insert into payment_differences (organization_id, provider, provider_id, payment_id, kind, ours, theirs)
   select $1, $2::text, $3::text, $4::integer, $5::text, $6::text, $7::text
   where not exists (select from payment_differences d where d.organization_id = $1 and d.provider = $2 and d.provider_id = $3 and d.kind = $5
     and d.note is not null and d.ours is not distinct from $6 and d.theirs is not distinct from $7)
   on conflict (organization_id, provider, provider_id, kind) where settled_at is null
   do update set ours = excluded.ours, theirs = excluded.theirs, payment_id = excluded.payment_id`,
)
const open = statement(
  'payment_differences_open',
  `select ${differenceColumns} from payment_differences where organization_id = $1 and provider = $2 and settled_at is null`,
)
const close = statement(
  'payment_difference_close',
  `update payment_differences set settled_at = clock_timestamp() where organization_id = $1 and id = $2 and settled_at is null`,
)

export async function noteDifference(tx: Tx, found: Difference): Promise<void> {
  const { provider, providerId, paymentId, kind, ours, theirs } = found
  await tx.query(insert, [tx.organizationId, provider, providerId, paymentId, kind, ours, theirs])
}

export function openDifferences(tx: Tx, provider: ProviderName): Promise<DifferenceRow[]> {
  return tx.query(open, [tx.organizationId, provider])
}

/** It is gone by itself. */
export async function closeDifference(tx: Tx, id: number): Promise<void> {
  await tx.query(close, [tx.organizationId, id])
}
