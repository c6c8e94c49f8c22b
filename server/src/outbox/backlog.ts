import type { Database } from '../db/database.ts'
import { transaction } from '../db/transaction.ts'

/** What the worker owes, over all organizations. */
export interface Backlog {
  events: number
  oldest_event_seconds: number
  /** Given up after many refusals: somebody has to look. */
  dead_events: number
  notifications: number
  webhook_deliveries: number
}

export async function readBacklog(db: Database): Promise<Backlog> {
  return transaction(db, null, (tx) => tx.one<Backlog>('select * from outbox_backlog()'))
}
