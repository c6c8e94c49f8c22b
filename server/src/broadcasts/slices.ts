import type { App } from '../app-context.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import { quietAround } from '../notifications/quiet.ts'
import { readSettings } from '../notifications/setting-rows.ts'
import { insertTellings } from '../notifications/telling-rows.ts'
import { nextTargets, type Target } from './reach.ts'
import {
  dropWaiting,
  finishRow,
  lockBroadcast,
  postponeRow,
  reachedRow,
  type BroadcastRow,
} from './rows.ts'

/** As the worker's (server/src/worker.ts), which a noun does not know. */
export interface BroadcastDuty {
  name: string
  wakes: false
  everyMs: number
  turn(signal: AbortSignal): Promise<boolean>
}

const LOOK_MS = 2_000
const AT_A_TIME = 10
/** A slice lasts so long at the broadcast's pace: what is stopped has little left to stop. */
const SLICE_SECONDS = 10
const DROPPED_AT_ONCE = 1000

const due = statement('broadcasts_due', 'select organization_id, id from due_broadcasts($1)')

/** Makes the messages of broadcasts, a slice at a time, each with its place in the minute. */
export function broadcastDuty(app: App): BroadcastDuty {
  return {
    name: 'broadcasts',
    wakes: false,
    everyMs: LOOK_MS,
    async turn(signal) {
      const found = await transaction(app.db, null, (tx) =>
        tx.query<{ organization_id: number; id: number }>(due, [AT_A_TIME]),
      )
      let hasMore = false
      for (const { organization_id, id } of found) {
        if (signal.aborted) return false
        const made = await transaction(app.db, organization_id, (tx) => slice(app, tx, id))
        hasMore = hasMore || made
      }
      return hasMore
    },
  }
}

/** Whether there may be more to do at once. */
async function slice(app: App, tx: Tx, id: number): Promise<boolean> {
  const row = await lockBroadcast(tx, id)
  if (row === undefined) return false
  if (row.status === 'stopped') return drop(tx, row)
  if (row.status === 'sent') return false
  const settings = await readSettings(tx)
  const quiet = quietAround(app.clock(), settings.quiet, settings.timeZone)
  if (quiet !== null) {
    // Made now they would all wait for the morning, and go out together.
    await postponeRow(tx, id, quiet.to)
    return false
  }
  const limit = Math.max(1, Math.round((row.per_minute * SLICE_SECONDS) / 60))
  const after = row.reached_client_id
  const targets = await nextTargets(app, tx, row, { after, limit, settings })
  await writeTo(tx, row, targets)
  const isLast = targets.length < limit
  await reachedRow(tx, id, {
    status: isLast ? 'sent' : 'sending',
    clientId: targets.at(-1)?.person.id ?? after,
    seconds: (limit * 60) / row.per_minute,
  })
  return false
}

/** Whom no channel reaches takes no place in the minute. */
async function writeTo(
  tx: Tx,
  { id, per_minute, channels }: BroadcastRow,
  targets: readonly Target[],
): Promise<void> {
  const { now } = await tx.one<{ now: Date }>('select clock_timestamp() as now')
  const reachable = targets.filter(({ way }) => way !== undefined)
  for (const [index, { person, way }] of reachable.entries()) {
    const sendAt = new Date(now.getTime() + (index * 60_000) / per_minute)
    const telling = {
      eventId: null,
      broadcastId: id,
      clientId: person.id,
      appointmentId: null,
      locale: person.locale,
      payload: channels === null ? {} : { channels },
    }
    const ways = (way?.recipients ?? []).map((recipient) => ({
      template: 'broadcast' as const,
      channel: way?.channel ?? 'webpush',
      recipient,
      sendAt,
      isCopy: false,
    }))
    await insertTellings(tx, telling, ways)
  }
}

async function drop(tx: Tx, { id }: BroadcastRow): Promise<boolean> {
  if ((await dropWaiting(tx, id, DROPPED_AT_ONCE)) === DROPPED_AT_ONCE) return true
  await finishRow(tx, id)
  return false
}
