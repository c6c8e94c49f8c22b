import type { Broadcast } from '@zapis/sdk/contract'
import type { Knex } from 'knex'
import { referencesOf, requireReferences } from '../catalogue/references.ts'
import { clientsWithFigures, narrow, narrowByFigures, needsFigures } from '../clients/filter.ts'
import type { Tx } from '../db/transaction.ts'

export type Segment = Broadcast['segment']

export function requireOwn(tx: Tx, { service_id, location_id }: Segment): Promise<void> {
  return requireReferences(tx, [
    ...referencesOf('services', '/segment/service_id', service_id),
    ...referencesOf('locations', '/segment/location_id', location_id),
  ])
}

/** Nobody is written to without their consent, nor after they were turned away. */
const always = { marketing: true, blocked: false } as const

/** Ids of the segment's clients after this one, in their order. */
export async function nextClients(
  tx: Tx,
  segment: Segment,
  { after, limit, timeZone }: { after: number; limit: number; timeZone: string },
): Promise<number[]> {
  const filter = { ...segment, ...always }
  const isCounted = needsFigures(filter)
  const rows = isCounted ? clientsWithFigures(tx, 'clients.*') : clientsOnly(tx)
  narrow(tx, rows, filter)
  if (isCounted) narrowByFigures(rows, filter, timeZone)
  const found = await tx.run<{ id: number }>(
    rows
      .clearSelect()
      .select('clients.id')
      .where('clients.id', '>', after)
      .orderBy('clients.id')
      .limit(limit),
  )
  return found.map(({ id }) => id)
}

function clientsOnly(tx: Tx): Knex.QueryBuilder {
  return tx
    .builder('clients')
    .where({ organization_id: tx.organizationId })
    .whereNull('erased_at')
    .whereNull('merged_into')
}
