import type { Broadcast } from '@zapis/sdk/contract'
import { byId, keysetPage, type Page, type PageWanted } from '../db/keyset.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'

type Figure = 'pending' | 'sent' | 'failed' | 'skipped'

export interface BroadcastRow extends Omit<
  Broadcast,
  Figure | 'send_at' | 'created_at' | 'updated_at'
> {
  send_at: Date
  created_at: Date
  updated_at: Date
  reached_client_id: number
  finished_at: Date | null
}

const columns = `id, segment, channels, title, body, url, per_minute, status, send_at, total, version, created_at, updated_at,
  reached_client_id, finished_at`

const figures = statement(
  'broadcast_figures',
  `select broadcast_id as id, count(*) filter (where status in ('pending', 'sending'))::integer as pending,
     count(distinct client_id) filter (where status = 'sent')::integer as sent,
     count(*) filter (where status = 'failed')::integer as failed, count(*) filter (where status = 'skipped')::integer as skipped
   from notifications where organization_id = $1 and broadcast_id = any($2) group by broadcast_id`,
)

const none = { pending: 0, sent: 0, failed: 0, skipped: 0 }

/** With how far each has come. */
export async function presentBroadcasts(
  tx: Tx,
  rows: readonly BroadcastRow[],
): Promise<Broadcast[]> {
  const ids = rows.map(({ id }) => id)
  const counted = await tx.query<Record<Figure | 'id', number>>(figures, [tx.organizationId, ids])
  return rows.map(({ reached_client_id: _reached, finished_at: _finished, ...row }) => {
    const { id: _id, ...counts } = counted.find(({ id }) => id === row.id) ?? {
      id: row.id,
      ...none,
    }
    return {
      ...row,
      ...counts,
      send_at: row.send_at.toISOString(),
      created_at: row.created_at.toISOString(),
      updated_at: row.updated_at.toISOString(),
    }
  })
}

export async function presentBroadcast(tx: Tx, row: BroadcastRow): Promise<Broadcast> {
  const [item] = await presentBroadcasts(tx, [row])
  if (item === undefined) throw new Error('a row without an item')
  return item
}

export async function listBroadcasts(tx: Tx, wanted: PageWanted): Promise<Page<Broadcast>> {
  const query = tx
    .builder('broadcasts')
    .where({ organization_id: tx.organizationId })
    .select(tx.builder.raw(columns))
  const page = await keysetPage<BroadcastRow>(tx, query, { id: [byId] }, { ...wanted, sort: '-id' })
  return { ...page, data: await presentBroadcasts(tx, page.data) }
}

const one = statement(
  'broadcast_row',
  `select ${columns} from broadcasts where organization_id = $1 and id = $2`,
)

export async function getBroadcast(tx: Tx, id: number): Promise<BroadcastRow> {
  const row = await tx.maybe<BroadcastRow>(one, [tx.organizationId, id])
  if (row === undefined) throw new Fault('not_found')
  return row
}

const lock = statement(
  'broadcast_lock',
  `select ${columns} from broadcasts where organization_id = $1 and id = $2 for no key update skip locked`,
)

/** undefined: another process is at it. */
export function lockBroadcast(tx: Tx, id: number): Promise<BroadcastRow | undefined> {
  return tx.maybe<BroadcastRow>(lock, [tx.organizationId, id])
}

const insert = statement(
  'broadcast_insert',
  `insert into broadcasts (organization_id, segment, channels, title, body, url, per_minute, send_at, next_at, total, actor)
   select $1, $2, $3, $4, $5, $6, $7, w.at, w.at, $9, $10 from (select coalesce($8::timestamptz, clock_timestamp()) as at) w
   returning ${columns}`,
)

export interface NewBroadcast {
  segment: Broadcast['segment']
  channels: Broadcast['channels']
  title: string
  body: string
  url: string | null
  perMinute: number
  /** null: now. */
  sendAt: Date | null
  total: number
  actor: string
}

export function insertBroadcast(tx: Tx, made: NewBroadcast): Promise<BroadcastRow> {
  return tx.one<BroadcastRow>(insert, [
    tx.organizationId,
    JSON.stringify(made.segment),
    made.channels,
    made.title,
    made.body,
    made.url,
    made.perMinute,
    made.sendAt,
    made.total,
    made.actor,
  ])
}

/** The last slice is made while its messages, and those before, may still wait: then there is something to stop. */
const stop = statement(
  'broadcast_stop',
  `update broadcasts b set status = 'stopped', stopped_at = clock_timestamp(), finished_at = null
   where b.organization_id = $1 and b.id = $2 and (b.status in ('scheduled', 'sending') or (b.status = 'sent' and exists (
     select from notifications n where n.organization_id = $1 and n.broadcast_id = $2 and n.status = 'pending')))
   returning ${columns}`,
)

export function stopRow(tx: Tx, id: number): Promise<BroadcastRow | undefined> {
  return tx.maybe<BroadcastRow>(stop, [tx.organizationId, id])
}

const reached = statement(
  'broadcast_reached',
  `update broadcasts set status = $3, reached_client_id = $4, next_at = clock_timestamp() + make_interval(secs => $5),
     finished_at = case $3 when 'sent' then clock_timestamp() end
   where organization_id = $1 and id = $2`,
)

/** `seconds` until the next slice, from now: a worker that was away does not make up for it in a rush. */
export async function reachedRow(
  tx: Tx,
  id: number,
  to: { status: 'sending' | 'sent'; clientId: number; seconds: number },
): Promise<void> {
  await tx.query(reached, [tx.organizationId, id, to.status, to.clientId, to.seconds])
}

const postpone = statement(
  'broadcast_postpone',
  'update broadcasts set next_at = $3 where organization_id = $1 and id = $2',
)

export async function postponeRow(tx: Tx, id: number, until: Date): Promise<void> {
  await tx.query(postpone, [tx.organizationId, id, until])
}

const drop = statement(
  'broadcast_drop',
  `with waiting as (
     select organization_id, id from notifications where organization_id = $1 and broadcast_id = $2 and status = 'pending'
     order by id limit $3 for update skip locked
   ), gone as (
     update notifications n set status = 'skipped', error = 'stopped' from waiting w
     where n.organization_id = w.organization_id and n.id = w.id returning 1
   )
   select count(*)::integer as dropped from gone`,
)
const finish = statement(
  'broadcast_finish',
  'update broadcasts set finished_at = clock_timestamp() where organization_id = $1 and id = $2',
)

/** Of one that was stopped: so many of its messages that wait. */
export async function dropWaiting(tx: Tx, id: number, limit: number): Promise<number> {
  return (await tx.one<{ dropped: number }>(drop, [tx.organizationId, id, limit])).dropped
}

export async function finishRow(tx: Tx, id: number): Promise<void> {
  await tx.query(finish, [tx.organizationId, id])
}
