import type { App } from '../app-context.ts'
import { CONFIGURATION } from '../availability/changed.ts'
import { statement, type Tx } from '../db/transaction.ts'

const lock = statement(
  'lock_catalogue',
  'select from organizations where id = $1 for no key update',
)

/**
 * Changes of one catalogue take turns: each of them bumps its version in this row by a trigger, so two that touched
 * their own rows first would wait for each other.
 */
export async function lockCatalogue(tx: Tx): Promise<void> {
  await tx.query(lock, [tx.organizationId])
}

/** A courtesy to caches: the truth is `catalogue_version`, so a store that is down costs nothing but a log line. */
export function configurationChanged(app: Pick<App, 'ephemeral' | 'log'>, tx: Tx): void {
  const { organizationId } = tx
  if (organizationId === null) throw new Error('a change of no organization')
  tx.afterCommit(async () => {
    try {
      await app.ephemeral.versions.bump(organizationId, [CONFIGURATION])
    } catch (error) {
      app.log.warn({ err: error, organization_id: organizationId }, 'cache version not bumped')
    }
  })
}
