import type { App } from '../app-context.ts'
import { channelOf, type Envelope } from './event.ts'
import { readPublished, type Position, type Told } from './published.ts'

/** What happens in one organization: heard at once from pub/sub, and read from the table a little later, so that a message that got lost costs seconds and no event. */
export interface Tail {
  /** Resolves when pub/sub is heard, or cannot be for now. */
  heard: Promise<void>
  /** From where the table is read; the first to say so decides. */
  readFrom(position: Position): void
  /** Reads what the table has got since. */
  catchUp(): Promise<void>
  end(): void
}

const PAGE = 500
const PAGES = 20
/** How long after its time an event may become visible: the commit follows the clock. */
const OVERLAP_MICROS = 10_000_000

/** The listener hears many an event twice, and knows what it has had. */
export function createTail(app: App, organizationId: number, listener: (told: Told) => void): Tail {
  let from: Position | null = null
  let reading = false
  let ended = false
  const subscription = app.ephemeral.subscribe(channelOf(organizationId), (text) => {
    const event = ended ? null : parse(text)
    if (event !== null) listener({ event, text, position: null })
  })

  async function read(begin: Position): Promise<void> {
    let after = begin
    for (let page = 0; page < PAGES && !ended; page++) {
      const { now, told } = await readPublished(app.db, organizationId, after, PAGE)
      told.forEach(listener)
      after = told.at(-1)?.position ?? after
      const read = told.length < PAGE ? now.at : after.at
      from = { at: Math.max(begin.at, read - OVERLAP_MICROS), id: 0 }
      if (told.length < PAGE) return
    }
  }

  return {
    heard: subscription.then(() => undefined),
    readFrom: (position) => void (from ??= position),
    async catchUp() {
      if (from === null || reading) return
      reading = true
      try {
        await read(from)
      } finally {
        reading = false
      }
    },
    end() {
      ended = true
      void subscription.then((unsubscribe) => unsubscribe())
    },
  }
}

/** null: not of ours. Whoever can reach the store can publish there. */
function parse(text: string): Envelope | null {
  try {
    const event: unknown = JSON.parse(text)
    const fits = typeof event === 'object' && event !== null && 'type' in event && 'data' in event
    return fits ? (event as Envelope) : null
  } catch {
    return null
  }
}
