import type { Database } from '../db/database.ts'
import { transaction } from '../db/transaction.ts'

const BITE = 1000
/** Of each table in one turn; what is left waits for the next. */
const BITES = 200

/**
 * How many days each is kept. The keys' 48 hours are twice what the contract promises. Deliveries go before the events
 * that they refer to, and outlive the five days that decide about a failing endpoint.
 */
const kept = [
  ['purge_idempotency_keys', 2],
  ['purge_sign_in_codes', 7],
  ['purge_notifications', 90],
  ['purge_webhook_deliveries', 30],
  ['purge_events', 30],
] as const

/** Forgets what is old, in small bites. */
export async function purge(db: Database, signal: AbortSignal): Promise<void> {
  for (const [name, days] of kept) {
    for (let bite = 0; bite < BITES && !signal.aborted; bite++) {
      const { gone } = await transaction(db, null, (tx) =>
        tx.one<{ gone: number }>(
          `select ${name}(clock_timestamp() - make_interval(days => $1), $2) as gone`,
          [days, BITE],
        ),
      )
      if (gone < BITE) break
    }
  }
}
