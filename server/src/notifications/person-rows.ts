import { statement, type Tx } from '../db/transaction.ts'
import type { ChannelName } from './channels/channel.ts'
import { minuteOfDay } from './quiet.ts'
import type { Person } from './ways.ts'

/** An address that took nothing is left in peace for so long, and then tried once more. */
const REFUSED_DAYS = 7

interface PersonRow {
  id: number
  locale: 'ru' | 'en'
  telegram: string | null
  max: string | null
  email: string | null
  phone: string | null
  browsers: string[]
  channels: { channel: ChannelName; enabled: boolean }[] | null
  quiet_from: string | null
  quiet_to: string | null
  reminders: boolean
  follow_ups: boolean
  calendar_by_email: boolean
  consents: boolean
}

/** `$3`: the visit whose own subscriptions count too. */
const people = statement(
  'notification_people',
  `select c.id, coalesce(c.locale, o.locale) as locale, p.channels, to_char(p.quiet_from, 'HH24:MI') as quiet_from,
     to_char(p.quiet_to, 'HH24:MI') as quiet_to, coalesce(p.reminders, true) as reminders, coalesce(p.follow_ups, true) as follow_ups,
     coalesce(p.calendar_by_email, false) as calendar_by_email, a.telegram, a.max, a.email, a.whatsapp as phone,
     array(select distinct s.endpoint from push_subscriptions s where s.organization_id = c.organization_id and s.client_id = c.id
       and (s.appointment_id is null or s.appointment_id = $3) order by s.endpoint) as browsers,
     coalesce((select k.granted from client_consents k where k.organization_id = c.organization_id and k.client_id = c.id
       and k.kind = 'marketing' order by k.at desc, k.id desc limit 1), false) as consents
   from clients c
   join organizations o on o.id = c.organization_id
   left join notification_preferences p on p.organization_id = c.organization_id and p.client_id = c.id
   cross join lateral (
     select max(w.address) filter (where w.channel = 'telegram') as telegram, max(w.address) filter (where w.channel = 'email') as email,
       max(w.address) filter (where w.channel = 'max') as max,
       max(w.address) filter (where w.channel = 'whatsapp') as whatsapp
     from (values ('telegram', c.telegram_id::text), ('email', c.email), ('whatsapp', c.phone),
       ('max', (select m.account_id::text from messenger_accounts m where m.organization_id = c.organization_id and m.client_id = c.id
         and m.messenger = 'max' order by m.created_at desc, m.account_id desc limit 1))) as w (channel, address)
     where w.address is not null and not exists (select from notification_refusals r where r.organization_id = c.organization_id
       and r.client_id = c.id and r.channel = w.channel and r.at > clock_timestamp() - interval '${REFUSED_DAYS} days'
       and r.recipient_hash = encode(sha256(convert_to(w.address, 'UTF8')), 'hex'))) a
   where c.organization_id = $1 and c.id = any($2) and c.erased_at is null and c.merged_into is null
   order by c.id`,
)

export type Client = Person & { id: number }

export async function readClients(
  tx: Tx,
  ids: readonly number[],
  appointmentId: number | null,
): Promise<Client[]> {
  const rows = await tx.query<PersonRow>(people, [tx.organizationId, ids, appointmentId])
  return rows.map(personOf)
}

export async function readClient(
  tx: Tx,
  id: number,
  appointmentId: number | null,
): Promise<Client | undefined> {
  return (await readClients(tx, [id], appointmentId))[0]
}

function personOf(row: PersonRow): Client {
  const { quiet_from, quiet_to } = row
  const some = (address: string | null) => (address === null ? [] : [address])
  return {
    id: row.id,
    locale: row.locale,
    addresses: {
      webpush: row.browsers,
      telegram: some(row.telegram),
      max: some(row.max),
      email: some(row.email),
      whatsapp: some(row.phone),
    },
    preferred: row.channels,
    quiet:
      quiet_from === null || quiet_to === null
        ? null
        : { from: minuteOfDay(quiet_from), to: minuteOfDay(quiet_to) },
    wantsReminders: row.reminders,
    wantsFollowUps: row.follow_ups,
    wantsCalendarByEmail: row.calendar_by_email,
    consentsToMarketing: row.consents,
  }
}

export interface Member {
  id: number
  locale: 'ru' | 'en'
  email: string
  telegram: string | null
}

const memberColumns =
  's.id, s.email, s.telegram_id::text as telegram, coalesce(s.locale, o.locale) as locale'
const members = (column: 'told_of_bookings' | 'told_of_cancellations') =>
  statement(
    `notification_${column}`,
    `select ${memberColumns}
     from staff s join organizations o on o.id = s.organization_id
     where s.organization_id = $1 and s.archived_at is null
       and (s.${column} = 'all' or (s.${column} = 'own' and s.specialist_id = $2)) order by s.id`,
  )
const told = {
  bookings: members('told_of_bookings'),
  cancellations: members('told_of_cancellations'),
}

/** The members of staff who want to hear of a visit to this specialist. */
export function readMembers(
  tx: Tx,
  what: 'bookings' | 'cancellations',
  specialistId: number,
): Promise<Member[]> {
  return tx.query<Member>(told[what], [tx.organizationId, specialistId])
}

const member = statement(
  'notification_member',
  `select ${memberColumns} from staff s join organizations o on o.id = s.organization_id
   where s.organization_id = $1 and s.id = $2 and s.archived_at is null`,
)

export function readMember(tx: Tx, id: number): Promise<Member | undefined> {
  return tx.maybe<Member>(member, [tx.organizationId, id])
}

const unlink = statement(
  'notification_forget_staff_telegram',
  'update staff set telegram_id = null where organization_id = $1 and id = $2 and telegram_id::text = $3',
)

/** Of this address: meanwhile there may be another. */
export async function forgetTelegram(tx: Tx, staffId: number, address: string): Promise<void> {
  await tx.query(unlink, [tx.organizationId, staffId, address])
}

export function personOfMember({ locale, email, telegram }: Member): Person {
  return {
    locale,
    addresses: { email: [email], ...(telegram === null ? {} : { telegram: [telegram] }) },
    preferred: null,
    quiet: null,
    wantsReminders: true,
    wantsFollowUps: true,
    wantsCalendarByEmail: false,
    consentsToMarketing: false,
  }
}
