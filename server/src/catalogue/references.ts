import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'

export interface Reference {
  table: 'locations' | 'workplaces' | 'services' | 'specialists'
  id: number
  /** Where the body names it. */
  pointer: string
}

/** None when nothing is given; a list names each of its places. */
export function referencesOf(
  table: Reference['table'],
  pointer: string,
  given: number | readonly number[] | undefined,
): Reference[] {
  if (given === undefined) return []
  if (typeof given === 'number') return [{ table, id: given, pointer }]
  return given.map((id, index) => ({ table, id, pointer: `${pointer}/${index}` }))
}

/** The foreign keys refuse the same, without saying which of a list it is. */
export async function requireReferences(tx: Tx, references: readonly Reference[]): Promise<void> {
  const missing: Reference[] = []
  for (const table of new Set(references.map((each) => each.table))) {
    const named = references.filter((each) => each.table === table)
    const found = await tx.query<{ id: number }>(
      `select id from ${table} where organization_id = $1 and id = any($2)`,
      [tx.organizationId, named.map(({ id }) => id)],
    )
    const known = new Set(found.map(({ id }) => id))
    missing.push(...named.filter(({ id }) => !known.has(id)))
  }
  if (missing.length === 0) return
  throw new Fault('unknown_reference', {
    errors: missing.map(({ pointer }) => ({ pointer, code: 'not_found' })),
  })
}
