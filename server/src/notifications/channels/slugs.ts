import { LRUCache } from 'lru-cache'
import type { Database } from '../../db/database.ts'
import { statement, transaction } from '../../db/transaction.ts'

const slug = statement('slug_of_organization', 'select slug from organizations where id = $1')
const MOST = 10_000

/** An organization's slug never changes. */
export function slugsOf(db: Database): (organizationId: number) => Promise<string> {
  const known = new LRUCache<number, string>({ max: MOST })
  return async (organizationId) => {
    const found =
      known.get(organizationId) ??
      (
        await transaction(db, organizationId, (tx) =>
          tx.one<{ slug: string }>(slug, [organizationId]),
        )
      ).slug
    known.set(organizationId, found)
    return found
  }
}
