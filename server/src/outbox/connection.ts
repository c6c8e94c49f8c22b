import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import { isAfter, type Position, type Told } from './published.ts'
import type { Sees } from './sight.ts'

/** One listener's stream of server-sent events. */
export interface Connection {
  readonly body: Readable
  /** Where it begins: nothing published earlier is told. */
  beginAfter(position: Position, lastEventId: number | null): void
  /** An event from the tail. Kept back until the past has been told. */
  offer(told: Told): void
  /** An event of the past; resolves when there is room for more. */
  replay(told: Told): Promise<void>
  /** The past has been told: what was kept back is next. */
  live(): void
  /** Shows both ends that the other is there. */
  beat(): void
  end(): void
}

const RETRY_MS = 2000
const MOST_BYTES = 256 * 1024
const MOST_KEPT_BACK = 1000
const MOST_REMEMBERED = 5000
const PATIENCE_MS = 30_000
const FAREWELL_MS = 3_000

export function createConnection(sees: Sees): Connection {
  const body = new PassThrough()
  const had = new Set<number>()
  let begin: Position = { at: 0, id: 0 }
  let keptBack: Told[] | null = []

  write(`retry: ${RETRY_MS}\n\n`)

  function write(text: string): void {
    if (body.writableEnded || body.destroyed) return
    body.write(text)
    // Too slow: it comes back and resumes. Whoever does not read must not fill our memory.
    if (body.writableLength + body.readableLength > MOST_BYTES) body.destroy()
  }

  function tell({ event, text, position }: Told): void {
    if (position !== null && !isAfter(position, begin)) return
    // A hold has no id: nothing is resumed after it.
    const isKept = event.id > 0
    if (isKept && had.has(event.id)) return
    if (isKept) remember(had, event.id)
    write(`${isKept ? `id: ${event.id}\n` : ''}data: ${text}\n\n`)
  }

  return {
    body,
    beginAfter(position, lastEventId) {
      begin = position
      if (lastEventId !== null) remember(had, lastEventId)
    },
    offer(told) {
      if (!sees(told.event)) return
      if (keptBack === null) tell(told)
      else if (keptBack.push(told) > MOST_KEPT_BACK) body.destroy()
    },
    async replay(told) {
      if (!sees(told.event)) return
      tell(told)
      if (body.writableNeedDrain && !(await drained(body))) body.destroy()
    },
    live() {
      const told = keptBack ?? []
      keptBack = null
      told.forEach(tell)
    },
    beat: () => write(': beat\n\n'),
    end() {
      body.end()
      // One that does not read would never hear the end.
      setTimeout(() => body.destroy(), FAREWELL_MS).unref()
    },
  }
}

async function drained(body: PassThrough): Promise<boolean> {
  const done = new AbortController()
  const patience = setTimeout(() => done.abort(), PATIENCE_MS)
  const { signal } = done
  const drain = once(body, 'drain', { signal }).then(() => true)
  const close = once(body, 'close', { signal }).then(() => false)
  try {
    return await Promise.race([drain, close])
  } catch {
    return false
  } finally {
    clearTimeout(patience)
    done.abort()
  }
}

/** The oldest are forgotten: what comes twice comes within seconds, or with the lease of a killed process. */
function remember(had: Set<number>, id: number): void {
  had.add(id)
  const [oldest] = had
  if (had.size > MOST_REMEMBERED && oldest !== undefined) had.delete(oldest)
}
