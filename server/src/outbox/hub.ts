import type { Readable } from 'node:stream'
import type { App } from '../app-context.ts'
import { Fault } from '../fault.ts'
import { createConnection, type Connection } from './connection.ts'
import { positionAfter, readPublished, type Position } from './published.ts'
import { createRooms } from './rooms.ts'
import type { Sees } from './sight.ts'
import type { Tail } from './tail.ts'

export interface Listening {
  organizationId: number
  /** Who it is, for the limit of streams at a time. */
  caller: string
  sees: Sees
  /** The last event seen; null = only what happens from now on. */
  lastEventId: number | null
  /** Rejects with a Fault when the credential does not count any more. */
  stillAllowed: () => Promise<unknown>
}

/** All streams of this process. */
export interface Hub {
  open(listening: Listening): Promise<Readable>
  /** Streams open now. */
  size(): number
  /** Ends every stream: listeners come back, to another process. */
  close(): Promise<void>
}

export interface HubOptions {
  beatMs?: number
  catchUpMs?: number
  /** As long as an access token. */
  longestMs?: number
  /** Told of the past in one connection; the rest in the next. */
  mostReplayed?: number
}

const MOST_PER_CALLER = 20
const PAGE = 200

interface Open {
  connection: Connection
  listening: Listening
  until: number
}

export function createHub(app: App, options: HubOptions = {}): Hub {
  const { beatMs = 15_000, catchUpMs = 10_000, longestMs = 900_000, mostReplayed = 1000 } = options
  const rooms = createRooms(app)
  const open = new Set<Open>()
  let closed = false
  const timers = [
    setInterval(() => open.forEach((each) => void beat(each)), beatMs).unref(),
    setInterval(() => rooms.catchUp(), catchUpMs).unref(),
  ]

  function admit(listening: Listening): Open {
    if (closed) throw new Fault('unavailable', { retryAfterSeconds: 1 })
    const same = [...open].filter(({ listening: { organizationId, caller } }) => {
      return organizationId === listening.organizationId && caller === listening.caller
    })
    if (same.length >= MOST_PER_CALLER) throw new Fault('rate_limited', { retryAfterSeconds: 30 })
    const connection = createConnection(listening.sees)
    const each = { connection, listening, until: performance.now() + longestMs }
    open.add(each)
    connection.body.once('close', () => {
      open.delete(each)
      rooms.leave(listening.organizationId, connection)
    })
    return each
  }

  return {
    async open(listening) {
      const { connection } = admit(listening)
      const tail = rooms.enter(listening.organizationId, connection)
      try {
        await begin(app, connection, listening, { tail, mostReplayed })
      } catch (error) {
        connection.body.destroy()
        throw error
      }
      return connection.body
    },
    size: () => open.size,
    async close() {
      closed = true
      timers.forEach(clearInterval)
      for (const { connection } of open) connection.end()
    },
  }
}

/** Shows that we are there, and looks whether they still may be. */
async function beat({ connection, listening, until }: Open): Promise<void> {
  connection.beat()
  if (performance.now() > until) {
    connection.end()
    return
  }
  try {
    await listening.stillAllowed()
  } catch (error) {
    // Any other failure says nothing about the credential.
    if (error instanceof Fault && error.code !== 'unavailable') connection.end()
  }
}

/** First the ears, then the past: what happens in between is heard, and told once. */
async function begin(
  app: App,
  connection: Connection,
  { organizationId, lastEventId }: Listening,
  { tail, mostReplayed }: { tail: Tail; mostReplayed: number },
): Promise<void> {
  await tail.heard
  const { now, from } = await positionAfter(app.db, organizationId, lastEventId)
  tail.readFrom(now)
  connection.beginAfter(from, lastEventId)
  if (lastEventId === null) {
    connection.live()
    return
  }
  replay(app, connection, { organizationId, from, most: mostReplayed }).catch((error: unknown) => {
    app.log.warn({ err: error, organization: organizationId }, 'a stream could not be resumed')
    connection.end()
  })
}

async function replay(
  app: App,
  connection: Connection,
  { organizationId, from, most }: { organizationId: number; from: Position; most: number },
): Promise<void> {
  let position = from
  for (let told = 0; told < most && !connection.body.destroyed; told += PAGE) {
    const limit = Math.min(PAGE, most - told)
    const page = await readPublished(app.db, organizationId, position, limit)
    for (const each of page.told) await connection.replay(each)
    const last = page.told.at(-1)
    if (last === undefined || page.told.length < limit) {
      connection.live()
      return
    }
    position = last.position
  }
  connection.end()
}
