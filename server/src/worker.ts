import type { App } from './app-context.ts'
import { expirePending } from './appointments/expire.ts'
import { startLoop, type Loop } from './loop.ts'
import { purge } from './outbox/purge.ts'
import { relay, type Maker } from './outbox/relay.ts'
import { OUTBOX_WAKE } from './outbox/wake.ts'
import { createCourier } from './outbox/webhooks/deliver.ts'
import { createPoster } from './outbox/webhooks/post.ts'

export interface Worker {
  /** Within seconds: what is under way is finished or given back. */
  stop(): Promise<void>
}

/** What is looked after by turns. */
export interface Duty {
  name: string
  /** Whether a commit anywhere may have made work for it, or only what the relay makes of one; yes when left out. */
  wakes?: boolean | 'by relay'
  everyMs: number
  /** For a duty that knows itself when it has more to do. */
  listen?(wake: () => void): void
  turn(signal: AbortSignal): Promise<boolean>
  /** After the last turn: ends what the turns have begun. */
  stop?(): Promise<void>
}

export interface WorkerOptions {
  /** What else is made of each event, in the relay's transaction. */
  makers?: readonly Maker[]
  duties?: readonly Duty[]
}

const LOOK_MS = 1_000
const EXPIRE_MS = 5_000
const HOUR_MS = 3_600_000
/** As many as expirePending looks at in one go. */
const EXPIRED_AT_A_TIME = 100

/** The loops of the worker. Each ends, fails and waits for itself; all of them keep nothing in memory that matters. */
export function startWorker(app: App, { makers = [], duties = [] }: WorkerOptions = {}): Worker {
  const poster = createPoster({ allowPrivate: app.config.webhookPrivate })
  const loops: Loop[] = []
  const wakeable: Loop[] = []
  const relayed: Loop[] = []
  const start = (duty: Duty) => {
    const loop = startLoop({ ...duty, log: app.log })
    loops.push(loop)
    if (duty.wakes === 'by relay') relayed.push(loop)
    else if (duty.wakes !== false) wakeable.push(loop)
    duty.listen?.(() => loop.wake())
    return loop
  }
  const courier = createCourier(app, { post: poster.post, freed: () => webhooks.wake() })
  const webhooks = start({ name: 'webhooks', everyMs: LOOK_MS, turn: courier.turn })
  relayed.push(webhooks)
  const delivered = () => relayed.forEach((loop) => loop.wake())
  start({
    name: 'relay',
    everyMs: LOOK_MS,
    turn: (signal) => relay(app, signal, { makers, delivered }),
  })
  start({
    name: 'expire pending',
    everyMs: EXPIRE_MS,
    wakes: false,
    turn: async () => (await expirePending(app)) >= EXPIRED_AT_A_TIME,
  })
  start({
    name: 'purge',
    everyMs: HOUR_MS,
    wakes: false,
    turn: async (signal) => {
      await purge(app.db, signal)
      return false
    },
  })
  for (const duty of duties) start(duty)
  const woken = app.ephemeral.subscribe(OUTBOX_WAKE, () => wakeable.forEach((loop) => loop.wake()))

  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
      await Promise.all([courier.stop(), ...duties.map((duty) => duty.stop?.())])
      await poster.close()
      const unsubscribe = await woken
      await unsubscribe()
    },
  }
}
