import { statement, type Tx } from '../db/transaction.ts'
import type { Planned } from './plan.ts'
import { rules, templates } from './rules.ts'

/** Nobody reaches the client yet: the way is chosen when it is due. */
export function anyWayOf(clientId: number): string {
  return `client:${clientId}`
}

/** One message that is to be sent; exactly one of event and broadcast is its cause. */
export interface NewTelling {
  eventId: number | null
  broadcastId?: number
  clientId: number | null
  staffId?: number
  appointmentId: number | null
  locale: 'ru' | 'en'
  payload: Record<string, unknown>
}

export type Addressed = Pick<Planned, 'template' | 'channel' | 'isCopy'> & {
  recipient: string
  /** null: now. */
  sendAt: Date | null
}

const insert = statement(
  'notifications_insert',
  `insert into notifications (organization_id, event_id, broadcast_id, client_id, staff_id, appointment_id, locale, payload,
     channel, recipient, template, send_at)
   select $1, $2, $3, $4, $5, $6, $7, $8::jsonb || case when w.is_copy then '{"is_copy": true}'::jsonb else '{}' end,
     w.channel, w.recipient, w.template, coalesce(w.send_at, clock_timestamp())
   from unnest($9::text[], $10::text[], $11::text[], $12::timestamptz[], $13::boolean[]) as w (channel, recipient, template, send_at, is_copy)
   on conflict do nothing`,
)

/** What is there already stays as it is: an event that comes again adds nothing. */
export async function insertTellings(
  tx: Tx,
  telling: NewTelling,
  ways: readonly Addressed[],
): Promise<void> {
  if (ways.length === 0) return
  await tx.query(insert, [
    tx.organizationId,
    telling.eventId,
    telling.broadcastId ?? null,
    telling.clientId,
    telling.staffId ?? null,
    telling.appointmentId,
    telling.locale,
    JSON.stringify(telling.payload),
    ways.map(({ channel }) => channel),
    ways.map(({ recipient }) => recipient),
    ways.map(({ template }) => template),
    ways.map(({ sendAt }) => sendAt),
    ways.map(({ isCopy }) => isCopy),
  ])
}

const reminders = templates.filter((template) => rules[template].isReminder)

const drop = statement(
  'notifications_drop_reminders',
  `update notifications set status = 'skipped', error = 'outdated'
   where organization_id = $1 and appointment_id = $2 and status = 'pending' and template = any($3) and event_id < $4`,
)

/** What was planned before this event; what the event itself has planned stays when it comes again. */
export async function dropReminders(tx: Tx, appointmentId: number, eventId: number): Promise<void> {
  await tx.query(drop, [tx.organizationId, appointmentId, reminders, eventId])
}
