import type { Configuration } from '../availability/configuration.ts'
import { readConfiguration } from '../availability/load-configuration.ts'
import type { Tx } from '../db/transaction.ts'

/** Read inside the transaction that changes it: what the process keeps is of before. */
export async function changedConfiguration(
  tx: Tx,
  organizationId = tx.organizationId,
): Promise<Configuration> {
  const configuration = organizationId === null ? null : await readConfiguration(tx, organizationId)
  if (configuration === null) throw new Error('the organization of a transaction exists')
  return configuration
}
