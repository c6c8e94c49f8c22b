import type { Database } from '../db/database.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import type { ChannelName } from './channels/channel.ts'
import type { Template } from './rules.ts'

export interface ClaimedNotification {
  organization_id: number
  id: number
  /** null: of a broadcast. */
  event_id: number | null
  client_id: number | null
  appointment_id: number | null
  channel: ChannelName
  /** Whom it shares its way with: a push service, the broadcasts, the rest. */
  lane: string
  recipient: string
  template: Template
  locale: 'ru' | 'en'
  payload: Record<string, unknown>
  attempts: number
  /** How often a channel was given it and we do not know what became of that. */
  handed: number
}

interface Claim {
  channel: ChannelName
  limit: number
  /** Of one lane, with what this process has under way of it. */
  each: number
  underWay: ReadonlyMap<string, number>
  lease: string
  seconds: number
}

const claim = statement(
  'claim_notifications',
  `select organization_id, id, event_id, client_id, appointment_id, channel, lane, recipient, template, locale, payload, attempts, handed
   from claim_notifications($1, $2, $3, $4, $5, $6, $7)`,
)

/** Of every organization, by turns; nobody else gets them while the lease lasts. */
export async function claimNotifications(db: Database, of: Claim): Promise<ClaimedNotification[]> {
  const { channel, limit, each, underWay, lease, seconds } = of
  const values = [
    channel,
    limit,
    each,
    [...underWay.keys()],
    [...underWay.values()],
    lease,
    seconds,
  ]
  return transaction(db, null, (tx) => tx.query(claim, values))
}

interface Held {
  notification: Pick<ClaimedNotification, 'organization_id' | 'id'>
  lease: string
}

const handOver = statement(
  'hand_over_notification',
  'select hand_over_notification($1, $2, $3, $4) as is_ours',
)

/** Before what cannot be taken back; false: the lease is another's, and nothing may be sent. */
export async function handOverNotification(
  db: Database,
  { notification, lease }: Held,
  seconds: number,
): Promise<boolean> {
  const { organization_id, id } = notification
  const { is_ours } = await transaction(db, null, (tx) =>
    tx.one<{ is_ours: boolean }>(handOver, [organization_id, id, lease, seconds]),
  )
  return is_ours
}

const postpone = statement('postpone_notification', 'select postpone_notification($1, $2, $3, $4)')

/** It was not tried. */
export async function postponeNotification(
  db: Database,
  { notification, lease }: Held,
  milliseconds: number,
): Promise<void> {
  const { organization_id, id } = notification
  await transaction(db, null, (tx) =>
    tx.query(postpone, [organization_id, id, lease, Math.ceil(milliseconds)]),
  )
}

const finish = statement(
  'finish_notification',
  'select finish_notification($1, $2, $3, $4, $5, $6) as is_done',
)

/** False: the lease is another's, who will finish it. */
export async function finishNotification(
  tx: Tx,
  { notification, lease }: Held,
  end: { status: 'sent' | 'skipped' | 'failed'; error?: string; providerId?: string | undefined },
): Promise<boolean> {
  const { organization_id, id } = notification
  const values = [organization_id, id, lease, end.status, end.error ?? null, end.providerId ?? null]
  return (await tx.one<{ is_done: boolean }>(finish, values)).is_done
}

const retry = statement('retry_notification', 'select retry_notification($1, $2, $3, $4, $5, $6)')

export async function retryNotification(
  db: Database,
  { notification, lease }: Held,
  { error, seconds, isUncertain }: { error: string; seconds: number; isUncertain: boolean },
): Promise<void> {
  const { organization_id, id } = notification
  const values = [organization_id, id, lease, error, seconds, isUncertain]
  await transaction(db, null, (tx) => tx.query(retry, values))
}
