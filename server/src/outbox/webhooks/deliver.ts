import { randomUUID } from 'node:crypto'
import type { App } from '../../app-context.ts'
import { envelope } from '../event.ts'
import type { Outcome, Post } from './post.ts'
import {
  claimDeliveries,
  disableEndpoint,
  disableIfFailing,
  finishDelivery,
  readParcel,
  retryDelivery,
  type ClaimedDelivery,
  type Parcel,
} from './rows.ts'
import { pauseAfter } from './schedule.ts'
import { openSecret, signedHeaders } from './sign.ts'

export interface CourierOptions {
  post: Post
  /** Called when there is room for more. */
  freed?: () => void
  /** Longer than a post may take. */
  leaseSeconds?: number
  /** At a time, over all endpoints, and of one. */
  most?: number
  each?: number
}

export interface Courier {
  /** Claims and sends off as many as there is room for; does not wait for the receivers. Answers whether there may be more. */
  turn(signal: AbortSignal): Promise<boolean>
  /** Waits for what is under way, a little; then breaks it off, to be tried again. */
  stop(): Promise<void>
}

const LEASE_SECONDS = 60
const MOST = 40
const EACH = 5
const FAILING_DAYS = 5
const GONE = 410
const PATIENCE_MS = 2_000

export function createCourier(app: App, options: CourierOptions): Courier {
  const { leaseSeconds = LEASE_SECONDS, most = MOST, each = EACH } = options
  const running = new Set<Promise<void>>()
  const breaking = new AbortController()

  function send(delivery: ClaimedDelivery, lease: string): void {
    const sending = deliver(app, options.post, { delivery, lease, signal: breaking.signal })
      .catch((error: unknown) => {
        // Its lease lapses, and it is tried again.
        app.log.error({ err: error, delivery: delivery.id }, 'a webhook could not be delivered')
      })
      .finally(() => {
        running.delete(sending)
        options.freed?.()
      })
    running.add(sending)
  }

  return {
    async turn(signal) {
      const room = most - running.size
      if (room <= 0 || signal.aborted) return false
      const lease = randomUUID()
      const limit = Math.min(room, most)
      const claimed = await claimDeliveries(app.db, { limit, lease, seconds: leaseSeconds, each })
      for (const delivery of claimed) send(delivery, lease)
      return claimed.length === limit
    },
    async stop() {
      const timer = setTimeout(() => breaking.abort(), PATIENCE_MS)
      await Promise.all(running)
      clearTimeout(timer)
    },
  }
}

interface Task {
  delivery: ClaimedDelivery
  lease: string
  signal: AbortSignal
}

/** Stable over retries and resends; an organization's alone. */
export function messageId(organizationId: number, eventId: number): string {
  return `evt_${organizationId}_${eventId}`
}

async function deliver(app: App, post: Post, task: Task): Promise<void> {
  const { delivery, lease } = task
  const parcel = await readParcel(app.db, delivery)
  if (parcel === undefined) {
    // Waits where it is for the endpoint to be switched on again.
    await retryDelivery(app.db, delivery, lease, { status: null, error: 'disabled', seconds: 0 })
    return
  }
  const outcome = await postParcel(app, post, task, parcel)
  if (outcome.error === null) await finishDelivery(app.db, delivery, lease, outcome.status)
  else await failed(app, task, { status: outcome.status, error: outcome.error })
}

async function postParcel(app: App, post: Post, task: Task, parcel: Parcel): Promise<Outcome> {
  const secret = openSecret(app.secrets, parcel.secret)
  if (secret === null) return { status: null, error: 'secret_unreadable' }
  const body = JSON.stringify(envelope(parcel))
  const id = messageId(task.delivery.organization_id, parcel.id)
  return post(parcel.url, signedHeaders({ id, body }, secret, app.clock()), body, task.signal)
}

async function failed(
  app: App,
  { delivery, lease }: Task,
  { status, error }: { status: number | null; error: string },
): Promise<void> {
  const gone = status === GONE
  const seconds = gone ? null : pauseAfter(delivery.attempts, Math.random())
  await retryDelivery(app.db, delivery, lease, { status, error, seconds })
  const about = { organization: delivery.organization_id, endpoint: delivery.endpoint_id }
  if (gone) {
    await disableEndpoint(app.db, delivery, String(GONE))
    app.log.info({ ...about }, 'a webhook endpoint is gone: switched off')
  } else if (seconds === null && (await disableIfFailing(app.db, delivery, FAILING_DAYS))) {
    app.log.info({ ...about }, 'a webhook endpoint has failed for days: switched off')
  }
}
