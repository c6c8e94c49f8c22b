import type { Database } from '../db/database.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import { envelope, type Envelope, type OutboxEvent } from './event.ts'

/**
 * A place in the order in which events were published. Not the order of ids: these are given before the commit, and the
 * lower may be committed after the higher was told.
 */
export interface Position {
  /** Microseconds since 1970, by PostgreSQL's clock. */
  at: number
  id: number
}

/** An event as it is told to streams. */
export interface Told {
  event: Envelope
  /** The event as JSON, made once for all who hear it. */
  text: string
  /** null: heard live. */
  position: Position | null
}

const micros = (expression: string) => `(extract(epoch from ${expression}) * 1000000)::bigint`

const page = statement(
  'events_published',
  `select id, type, subject_id, payload, created_at, ${micros('published_at')} as at from events
   where organization_id = $1
     and (published_at, id) > (timestamptz 'epoch' + $2::float8 * interval '1 microsecond', $3::bigint)
   order by published_at, id limit $4`,
)
const place = statement(
  'event_position',
  `select ${micros('published_at')} as at from events where organization_id = $1 and id = $2`,
)
const earliest = statement(
  'events_after_id',
  `select ${micros('min(published_at)')} as at from events where organization_id = $1 and id > $2`,
)
const clock = statement('clock', `select ${micros('clock_timestamp()')} as at`)

interface Row extends Pick<OutboxEvent, 'id' | 'type' | 'subject_id' | 'payload' | 'created_at'> {
  at: number
}

export interface Asked {
  /** What is published from now on comes after it. */
  now: Position
  /** Where the stream goes on: after the event that was seen last, or from now. */
  from: Position
}

export async function positionAfter(
  db: Database,
  organizationId: number,
  lastEventId: number | null,
): Promise<Asked> {
  return transaction(db, organizationId, async (tx) => {
    const now = await timeOf(tx)
    if (lastEventId === null) return { now, from: now }
    return { now, from: (await after(tx, lastEventId)) ?? now }
  })
}

/** null: nothing was published after it. */
async function after(tx: Tx, id: number): Promise<Position | null> {
  const seen = await tx.maybe<{ at: number | null }>(place, [tx.organizationId, id])
  if (seen?.at != null) return { at: seen.at, id }
  // Forgotten by now, never ours, or told by a process that died before it could finish: the ids are what is left.
  const { at } = await tx.one<{ at: number | null }>(earliest, [tx.organizationId, id])
  return at === null ? null : { at, id: 0 }
}

/** The next page after the position, in the order of publication, and the time at which it was read. */
export async function readPublished(
  db: Database,
  organizationId: number,
  after: Position,
  limit: number,
): Promise<{ now: Position; told: (Told & { position: Position })[] }> {
  return transaction(db, organizationId, async (tx) => {
    const now = await timeOf(tx)
    const rows = await tx.query<Row>(page, [organizationId, after.at, after.id, limit])
    return { now, told: rows.map(toldOf) }
  })
}

function toldOf(row: Row): Told & { position: Position } {
  const event = envelope(row)
  return { event, text: JSON.stringify(event), position: { at: row.at, id: row.id } }
}

async function timeOf(tx: Tx): Promise<Position> {
  return { at: (await tx.one<{ at: number }>(clock)).at, id: 0 }
}

export function isAfter(a: Position, b: Position): boolean {
  return a.at > b.at || (a.at === b.at && a.id > b.id)
}
