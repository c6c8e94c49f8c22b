import type { Database } from '../db/database.ts'
import type { Metrics } from '../http/metrics.ts'
import { readBacklog, type Backlog } from '../outbox/backlog.ts'

const gauges = {
  events: 'Events not yet published.',
  oldest_event_seconds: 'Age of the oldest of them.',
  dead_events: 'Events given up: somebody has to look.',
  notifications: 'Notifications that are due.',
  webhook_deliveries: 'Webhook deliveries that are due.',
} satisfies Record<keyof Backlog, string>

const FRESH_MS = 1000

/** What the worker owes, asked once for all gauges of one scrape. */
export function backlogGauges(metrics: Metrics, db: Database): void {
  let last: { at: number; backlog: Promise<Backlog> } | undefined
  const read = () => {
    if (last === undefined || Date.now() - last.at > FRESH_MS)
      last = { at: Date.now(), backlog: readBacklog(db) }
    return last.backlog
  }
  for (const [name, help] of Object.entries(gauges))
    metrics.gauge(`zapis_outbox_${name}`, help, async () => {
      // While the database is away its figures are unknown; the others are still told.
      const backlog = await read().catch(() => null)
      return backlog?.[name as keyof Backlog] ?? Number.NaN
    })
}
