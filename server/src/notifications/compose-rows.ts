import { statement, type Tx } from '../db/transaction.ts'
import type { ChannelName } from './channels/channel.ts'
import { SOON_MIN, type Template } from './rules.ts'

/** A message as it is kept, with what is needed to say it. */
export interface Kept {
  id: number
  event_id: number | null
  broadcast_id: number | null
  client_id: number | null
  staff_id: number | null
  appointment_id: number | null
  channel: ChannelName
  recipient: string
  template: Template
  /** As they have chosen by now. */
  locale: 'ru' | 'en'
  payload: Record<string, unknown>
  round: number
  created_at: Date
  service_id: number | null
  organization: string
  slug: string
  currency: string
  /** The organization's own words. */
  own_title: string | null
  own_body: string | null
  /** Of the browser, while it is subscribed. */
  p256dh: string | null
  auth: string | null
  first_name: string | null
}

const kept = statement(
  'notification_kept',
  `select n.id, n.event_id, n.broadcast_id, n.client_id, n.staff_id, n.appointment_id, n.channel, n.recipient, n.template, w.locale,
     n.payload, n.round, n.created_at, a.service_id, o.name as organization, o.slug, o.currency, t.title as own_title, t.body as own_body,
     s.p256dh, s.auth, c.first_name
   from notifications n
   join organizations o on o.id = n.organization_id
   left join clients c on c.organization_id = n.organization_id and c.id = n.client_id
   left join appointments a on a.organization_id = n.organization_id and a.id = n.appointment_id
   left join staff m on m.organization_id = n.organization_id and m.id = n.staff_id
   cross join lateral (select coalesce(c.locale, m.locale, o.locale) as locale) w
   left join notification_texts t on t.organization_id = n.organization_id and t.template = n.template and t.locale = w.locale
   left join lateral (
     select p.p256dh, p.auth from push_subscriptions p
     where n.channel = 'webpush' and p.organization_id = n.organization_id and p.endpoint = n.recipient and p.client_id = n.client_id
       and (p.appointment_id is null or p.appointment_id = n.appointment_id)
     order by p.id limit 1) s on true
   where n.organization_id = $1 and n.id = $2`,
)

export function readKept(tx: Tx, id: number): Promise<Kept> {
  return tx.one<Kept>(kept, [tx.organizationId, id])
}

const lock = statement(
  'notification_lock_telling',
  `select pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'telling', $1::text, $2::text, $3::text, $4::text, $5::text, $6::text), 0))`,
)
const siblings = statement(
  'notification_siblings',
  `select channel, status, coalesce((payload ->> 'is_copy')::boolean, false) as is_copy from notifications
   where organization_id = $1 and event_id is not distinct from $2 and broadcast_id is not distinct from $3 and template = $4
     and client_id is not distinct from $5 and staff_id is not distinct from $6 and id <> $7`,
)

export interface Sibling {
  channel: ChannelName
  status: string
  is_copy: boolean
}

/** The other messages of one telling, which nobody adds to until the end of the transaction. */
export async function lockSiblings(tx: Tx, of: Kept): Promise<Sibling[]> {
  const telling = [of.event_id, of.broadcast_id, of.template, of.client_id, of.staff_id]
  await tx.query(lock, [tx.organizationId, ...telling])
  return tx.query<Sibling>(siblings, [tx.organizationId, ...telling, of.id])
}

const lately = statement(
  'notification_told_lately',
  `select coalesce(bool_or(status = 'sent' and sent_at > clock_timestamp() - make_interval(mins => $6)), false) as is_told,
     coalesce(bool_or(id < $5 and (status = 'sending' or (status = 'pending' and send_at <= clock_timestamp()))), false) as is_under_way
   from notifications where organization_id = $1 and client_id = $2 and template = $3 and event_id <> $4`,
)

/** Whether the client was told the like because of another event, or is about to be. */
export async function toldLately(
  tx: Tx,
  of: Kept,
  minutes: number,
): Promise<'told' | 'under way' | null> {
  const values = [tx.organizationId, of.client_id, of.template, of.event_id, of.id, minutes]
  const found = await tx.one<{ is_told: boolean; is_under_way: boolean }>(lately, values)
  if (found.is_told) return 'told'
  return found.is_under_way ? 'under way' : null
}

const coming = statement(
  'notification_has_coming_visit',
  `select exists (select from appointments where organization_id = $1 and client_id = $2 and status in ('pending', 'confirmed')
     and starts_at > $3) as coming`,
)

export async function hasComingVisit(tx: Tx, clientId: number, now: Date): Promise<boolean> {
  return (await tx.one<{ coming: boolean }>(coming, [tx.organizationId, clientId, now])).coming
}

/** `$5`: the minutes within which two reminders are one. What was merged was spoken of with another visit. */
const nearer = statement(
  'notification_reminded_nearer',
  `select exists (select from notifications where organization_id = $1 and appointment_id = $2 and client_id = $3 and template = any($4)
     and (status in ('pending', 'sending', 'sent') or error = 'merged') and send_at <= clock_timestamp() + make_interval(mins => $5)
     and payload ->> 'starts_at' = $6) as found`,
)

/** Whether one of these reminders of the same visit was sent, or is to be within the hour. */
export async function isRemindedNearer(
  tx: Tx,
  of: Kept,
  reminders: readonly Template[],
): Promise<boolean> {
  if (reminders.length === 0) return false
  const values = [
    tx.organizationId,
    of.appointment_id,
    of.client_id,
    reminders,
    SOON_MIN,
    of.payload['starts_at'],
  ]
  return (await tx.one<{ found: boolean }>(nearer, values)).found
}
