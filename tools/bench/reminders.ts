import { createECDH, randomBytes } from 'node:crypto'
import pg from 'pg'
import { addDays } from '../../server/src/availability/dates.ts'
import { makeBenchData } from './data.ts'

/** For ten thousand. */
const ORGANIZATIONS = 265
/** More than there are clients: nearly everybody has one then. */
const VISITS_OF_A_CLIENT = 3
const CLIENTS_OF_ONE = 40

interface Step {
  text: string
  values?: unknown[]
}

/** Of a hundred people sixty have a browser, fifteen Telegram, fifteen e-mail, ten WhatsApp; everybody has one visit to come to. */
function steps(count: number, pushOrigin: string): Step[] {
  const p256dh = createECDH('prime256v1').generateKeys('base64url')
  const auth = randomBytes(16).toString('base64url')
  return [
    {
      text: `create temp table chosen as
        select c.*, case when n % 100 < 60 then 'webpush' when n % 100 < 75 then 'telegram' when n % 100 < 90 then 'email'
          else 'whatsapp' end as channel, 'c' || n || '@clients.example' as email, 1000000 + n as chat
        from (select v.*, row_number() over (order by md5(v.organization_id || '-' || v.id)) as n
          from (select distinct on (organization_id, client_id) organization_id, id, client_id, starts_at from appointments
            where status = 'confirmed' and client_id is not null and starts_at > now() + interval '6 hours'
            order by organization_id, client_id, starts_at) v) c
        where n <= $1`,
      values: [count],
    },
    { text: 'update clients set email = null, telegram_id = null' },
    {
      text: `update clients c set telegram_id = case h.channel when 'telegram' then h.chat end,
          email = case h.channel when 'email' then h.email end
        from chosen h where h.organization_id = c.organization_id and h.client_id = c.id`,
    },
    {
      text: `insert into push_subscriptions (organization_id, client_id, endpoint, p256dh, auth)
        select organization_id, client_id, $1 || n, $2, $3 from chosen where channel = 'webpush'`,
      values: [`${pushOrigin}/push/`, p256dh, auth],
    },
    {
      text: `insert into notification_settings (organization_id, quiet_from, quiet_to)
        select id, '00:00', '00:00' from organizations`,
    },
    {
      text: `insert into notification_rules (organization_id, template, channels)
        select id, 'reminder_day', array['telegram', 'webpush', 'email', 'whatsapp'] from organizations`,
    },
    {
      text: `insert into events (organization_id, type, subject_kind, published_at)
        select id, 'appointment.booked', 'appointment', now() from organizations`,
    },
    {
      text: `insert into notifications (organization_id, event_id, client_id, appointment_id, channel, recipient, template, locale,
          payload, send_at)
        select h.organization_id, e.id, h.client_id, h.id, h.channel, case h.channel when 'webpush' then $1 || n
          when 'telegram' then chat::text when 'email' then h.email else c.phone end,
          'reminder_day', 'ru', jsonb_build_object('starts_at', to_jsonb(h.starts_at)), '2199-01-01'
        from chosen h
        join clients c on c.organization_id = h.organization_id and c.id = h.client_id
        join (select organization_id, max(id) as id from events group by 1) e on e.organization_id = h.organization_id`,
      values: [`${pushOrigin}/push/`],
    },
    { text: 'analyze' },
  ]
}

/** So many reminders, none of them due yet; answers how many there are of each channel. */
export async function fillReminders(
  url: string,
  { count, pushOrigin }: { count: number; pushOrigin: string },
): Promise<Map<string, number>> {
  const organizations = Math.ceil((ORGANIZATIONS * count) / 10_000)
  const from = addDays(new Date().toISOString().slice(0, 10), 1)
  const appointments = organizations * CLIENTS_OF_ONE * VISITS_OF_A_CLIENT
  await makeBenchData(url, { organizations, appointments, from, days: 30 })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const { text, values } of steps(count, pushOrigin)) await client.query(text, values)
    const { rows } = await client.query<{ channel: string; count: number }>(
      'select channel, count(*)::integer as count from notifications group by channel',
    )
    return new Map(rows.map((row) => [row.channel, row.count]))
  } finally {
    await client.end()
  }
}
