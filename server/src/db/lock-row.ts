import { Fault } from '../fault.ts'
import type { Tx } from './transaction.ts'

/**
 * The row as it is, kept so until the end of the transaction: a stale If-Match is refused before anything is written.
 * Foreign keys may still be made to it.
 */
export async function lockRow<Row extends { version: number }>(
  tx: Tx,
  table: string,
  id: number,
  ifMatch: number | null,
): Promise<Row> {
  const [row] = await tx.run<Row>(
    tx
      .builder(table)
      .where({ organization_id: tx.organizationId, id })
      .select('*')
      .forNoKeyUpdate(),
  )
  if (row === undefined) throw new Fault('not_found')
  if (ifMatch !== null && row.version !== ifMatch) throw new Fault('version_conflict')
  return row
}
