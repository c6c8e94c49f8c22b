import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { actor, type Call } from '../http/call.ts'
import { read, write, type HandlersOf } from '../http/handler.ts'
import { countReach } from './reach.ts'
import {
  getBroadcast,
  insertBroadcast,
  listBroadcasts,
  presentBroadcast,
  stopRow,
  type BroadcastRow,
} from './rows.ts'
import { requireOwn } from './segment.ts'

const PER_MINUTE = 1000
const DAY_MS = 86_400_000
/** Clocks differ by so much. */
const LATE_MS = 5 * 60_000
const AHEAD_MS = 366 * DAY_MS

export function broadcastHandlers(app: App): HandlersOf<'broadcasts'> {
  return {
    'broadcasts.list': read(({ query }, tx) => listBroadcasts(tx, query)),
    'broadcasts.get': read(async ({ params }, tx) =>
      presentBroadcast(tx, await getBroadcast(tx, params.id)),
    ),
    'broadcasts.count': read(async ({ body: { segment, channels = null } }, tx) => {
      await requireOwn(tx, segment)
      return countReach(app, tx, { segment, channels })
    }),
    'broadcasts.create': write(async (call, tx) =>
      presentBroadcast(tx, await create(app, tx, call)),
    ),
    'broadcasts.stop': write(async (call, tx) => presentBroadcast(tx, await stop(tx, call))),
  }
}

async function create(app: App, tx: Tx, call: Call<'broadcasts.create'>): Promise<BroadcastRow> {
  const { segment, channels = null, title, body, url, send_at, per_minute } = call.body
  const sendAt = send_at === undefined ? null : soon(new Date(send_at), app.clock())
  await requireOwn(tx, segment)
  const { reachable } = await countReach(app, tx, { segment, channels })
  const row = await insertBroadcast(tx, {
    segment,
    channels,
    title,
    body,
    url: url ?? null,
    perMinute: per_minute ?? PER_MINUTE,
    sendAt,
    total: reachable,
    actor: actor(call.caller),
  })
  await audit(tx, call, `broadcast:${row.id}`, null, { segment, channels, title, total: row.total })
  return row
}

/** A beginning that is over, or years away, is a slip of the pen. */
function soon(at: Date, now: Date): Date {
  const ahead = at.getTime() - now.getTime()
  if (ahead >= -LATE_MS && ahead <= AHEAD_MS) return at
  const code = ahead < 0 ? 'too_small' : 'too_large'
  throw new Fault('invalid_data', { errors: [{ pointer: '/send_at', code }] })
}

/** What is on its way arrives; what waits is skipped when its turn comes, or by the duty, whoever is first. */
async function stop(tx: Tx, call: Call<'broadcasts.stop'>): Promise<BroadcastRow> {
  const stopped = await stopRow(tx, call.params.id)
  if (stopped !== undefined) {
    await audit(tx, call, `broadcast:${stopped.id}`, null, { status: stopped.status })
    return stopped
  }
  const row = await getBroadcast(tx, call.params.id)
  if (row.status !== 'stopped') throw new Fault('invalid_transition')
  return row
}
