import type { Notification, OwnNotification } from '@zapis/sdk/contract'
import { audit } from '../audit/append.ts'
import { byId, keysetPage, type Page, type PageWanted } from '../db/keyset.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call, Locale } from '../http/call.ts'
import { masked } from './masked.ts'
import { languages } from './texts/texts.ts'

const columns = `n.id, n.template, n.channel, n.status, n.appointment_id, n.client_id, n.staff_id, n.broadcast_id, n.recipient, n.send_at,
  n.sent_at, n.delivered_at, n.read_at, n.created_at, n.attempts, n.error, n.provider_id, n.round`

interface Row extends Omit<
  Notification,
  'send_at' | 'sent_at' | 'delivered_at' | 'read_at' | 'created_at'
> {
  send_at: Date
  sent_at: Date | null
  delivered_at: Date | null
  read_at: Date | null
  created_at: Date
}

const filters = [
  'client_id',
  'appointment_id',
  'broadcast_id',
  'status',
  'channel',
  'template',
] as const

export async function listNotifications(
  tx: Tx,
  { query }: Call<'notifications.list'>,
): Promise<Page<Notification>> {
  const rows = tx
    .builder('notifications as n')
    .where({ organization_id: tx.organizationId })
    .select(tx.builder.raw(columns))
  for (const name of filters) {
    const value = query[name]
    if (value !== undefined) void rows.where(name, value)
  }
  const { limit, cursor } = query
  const page = await keysetPage<Row>(tx, rows, { id: [byId] }, { sort: '-id', limit, cursor })
  return { ...page, data: page.data.map(present) }
}

const one = statement(
  'notification_row',
  `select ${columns} from notifications n where n.organization_id = $1 and n.id = $2`,
)

export async function getNotification(tx: Tx, id: number): Promise<Notification> {
  const row = await tx.maybe<Row>(one, [tx.organizationId, id])
  if (row === undefined) throw new Fault('not_found')
  return present(row)
}

const again = statement(
  'notification_resend',
  `update notifications n set status = 'pending', round = n.round + 1, attempts = 0, handed = 0, error = null, provider_id = null,
     sent_at = null, delivered_at = null, read_at = null, send_at = clock_timestamp()
   where n.organization_id = $1 and n.id = $2 and n.status in ('sent', 'skipped', 'failed') and n.recipient not like 'erased:%'
   returning ${columns}`,
)

/** As another round: the receiver must not take it for the first that came twice. What is not true any more is skipped again. */
export async function resend(tx: Tx, call: Call<'notifications.resend'>): Promise<Notification> {
  const before = await getNotification(tx, call.params.id)
  const row = await tx.maybe<Row>(again, [tx.organizationId, before.id])
  if (row === undefined) throw new Fault('invalid_transition')
  const { status, round } = row
  await audit(
    tx,
    call,
    `notification:${row.id}`,
    { status: before.status, round: before.round },
    { status, round },
  )
  return present(row)
}

/** What a client was told themself; another message of the same is not theirs to see. */
export async function listOwn(
  tx: Tx,
  clientId: number,
  locale: Locale,
  wanted: PageWanted,
): Promise<Page<OwnNotification>> {
  const rows = tx
    .builder('notifications as n')
    .leftJoin('broadcasts as b', (on) =>
      on.on('b.organization_id', 'n.organization_id').andOn('b.id', 'n.broadcast_id'),
    )
    .where({ 'n.organization_id': tx.organizationId, 'n.client_id': clientId })
    .select(tx.builder.raw(`${columns}, b.title as broadcast_title`))
  const page = await keysetPage<Row & { broadcast_title: string | null }>(
    tx,
    tx.builder.from(rows.as('n')).select('n.*'),
    { id: [byId] },
    { ...wanted, sort: '-id' },
  )
  return {
    ...page,
    data: page.data.map((row) => ({
      ...presentOwn(row),
      title:
        row.template === 'broadcast'
          ? (row.broadcast_title ?? '')
          : languages[locale].texts[row.template].title,
    })),
  }
}

function presentOwn(row: Row): Omit<OwnNotification, 'title'> {
  return {
    id: row.id,
    template: row.template,
    channel: row.channel,
    status: row.status,
    appointment_id: row.appointment_id,
    send_at: row.send_at.toISOString(),
    sent_at: row.sent_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
  }
}

function present(row: Row): Notification {
  return {
    ...presentOwn(row),
    client_id: row.client_id,
    staff_id: row.staff_id,
    broadcast_id: row.broadcast_id,
    recipient: masked(row.channel, row.recipient),
    delivered_at: row.delivered_at?.toISOString() ?? null,
    read_at: row.read_at?.toISOString() ?? null,
    attempts: row.attempts,
    error: row.error,
    provider_id: row.provider_id,
    round: row.round,
  }
}
