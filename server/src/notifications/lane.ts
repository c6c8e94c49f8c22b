import { randomUUID } from 'node:crypto'
import type { App } from '../app-context.ts'
import type { Paces } from '../redis/pace.ts'
import type { Channel } from './channels/channel.ts'
import { compose } from './compose.ts'
import { deliver, type Sender, type Task } from './deliver.ts'
import { createEven } from './even.ts'
import { createGate } from './gate.ts'
import { claimNotifications } from './lease-rows.ts'
import { PATIENCE_MS } from './take-turn.ts'

export interface LaneOptions {
  channel: Channel
  paces: Paces
  /** Longer than a channel may take. */
  leaseSeconds?: number
  /** What is said, and whether still; in its place a test says its own. */
  compose?: Sender['compose']
}

/** A duty of the worker (server/src/worker.ts), which a noun does not know: one channel, which delays no other. */
export interface Lane {
  name: string
  everyMs: number
  /** What it does is made by the relay. */
  wakes: 'by relay'
  /** Told how to be woken when there is room again. */
  listen(wake: () => void): void
  /** Claims and sends off as many as there is room for; does not wait for the receivers. Never more at once. */
  turn(signal: AbortSignal): Promise<boolean>
  /** Waits for what is under way, a little; then breaks it off, to be tried again. */
  stop(): Promise<void>
}

const LOOK_MS = 1_000
const LEASE_SECONDS = 60
/** Of the database, at a time: four lanes leave some of the ten connections of a process to the others. */
const ASKING = 2
const GATHER_MS = 250
const STOP_PATIENCE_MS = 2_000

export function createLane(app: App, options: LaneOptions): Lane {
  const { channel, paces, leaseSeconds = LEASE_SECONDS } = options
  const sayWhat = options.compose ?? compose
  const { account, limits } = channel
  const { room } = limits
  const running = new Map<Promise<void>, string>()
  const stopping = new AbortController()
  const breaking = new AbortController()
  const sender = {
    app,
    channel,
    paces,
    even: createEven(limits.everyMs),
    leaseSeconds,
    sending: createGate(limits.atOnce ?? room),
    asking: createGate(ASKING),
    compose: sayWhat,
    stopping: stopping.signal,
    breaking: breaking.signal,
  }
  // Half of the room is all that one lane may have.
  const rouser = createRouser(room / 8)

  function send(task: Task): void {
    const sending = deliver(sender, task)
      .catch((error: unknown) => {
        // Its lease lapses, and it is tried again.
        const { id } = task.notification
        app.log.error({ err: error, notification: id }, 'a notification was not sent')
      })
      .finally(() => {
        running.delete(sending)
        rouser.freed()
      })
    running.set(sending, task.notification.lane)
  }

  return {
    name: `notifications: ${channel.name}`,
    everyMs: LOOK_MS,
    wakes: 'by relay',
    listen: (wake) => rouser.listen(wake),
    async turn(signal) {
      const limit = room - running.size
      if (limit <= 0 || signal.aborted) return false
      // What would only be put back is not claimed.
      if (account !== null && (await paces.wait(account)) > PATIENCE_MS) return false
      const lease = randomUUID()
      const each = Math.ceil(room / 2)
      const underWay = countOf(running.values())
      const of = { channel: channel.name, limit, each, underWay, lease, seconds: leaseSeconds }
      const claimed = await claimNotifications(app.db, of)
      for (const notification of claimed) send({ notification, lease })
      // What is left waits for room, and is woken by it.
      return false
    },
    async stop() {
      stopping.abort()
      rouser.stop()
      const timer = setTimeout(() => breaking.abort(), STOP_PATIENCE_MS)
      await Promise.all(running.keys())
      clearTimeout(timer)
      await channel.close()
    },
  }
}

/** Wakes at once when much has become free, else a little later: a claim costs the database much the same for one as for many. */
function createRouser(much: number) {
  let wake: () => void = () => undefined
  let gathering: NodeJS.Timeout | undefined
  let free = 0
  const stop = () => {
    clearTimeout(gathering)
    gathering = undefined
  }
  const rouse = () => {
    stop()
    free = 0
    wake()
  }
  return {
    stop,
    listen: (wakeLane: () => void) => void (wake = wakeLane),
    freed() {
      if (++free >= much) rouse()
      else gathering ??= setTimeout(rouse, GATHER_MS)
    },
  }
}

function countOf(names: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
