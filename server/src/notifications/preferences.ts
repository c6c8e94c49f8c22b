import type { NotificationPreferences, StaffNotificationPreferences } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { availableChannels } from './available.ts'
import type { ChannelName } from './channels/channel.ts'

type Changes = Call<'me.updateNotificationPreferences'>['body']

interface Row {
  channels: { channel: ChannelName; enabled: boolean }[] | null
  quiet_from: string | null
  quiet_to: string | null
  reminders: boolean
  follow_ups: boolean
  calendar_by_email: boolean
  marketing: boolean
  version: number
  slug: string
}

const read = statement(
  'notification_preferences',
  `select p.channels, to_char(p.quiet_from, 'HH24:MI') as quiet_from, to_char(p.quiet_to, 'HH24:MI') as quiet_to,
     coalesce(p.reminders, true) as reminders, coalesce(p.follow_ups, true) as follow_ups, coalesce(p.calendar_by_email, false) as calendar_by_email, coalesce(p.version, 1) as version, o.slug,
     coalesce((select k.granted from client_consents k where k.organization_id = c.organization_id and k.client_id = c.id
       and k.kind = 'marketing' order by k.at desc, k.id desc limit 1), false) as marketing
   from clients c
   join organizations o on o.id = c.organization_id
   left join notification_preferences p on p.organization_id = c.organization_id and p.client_id = c.id
   where c.organization_id = $1 and c.id = $2 and c.erased_at is null`,
)

export async function getPreferences(
  { config }: Pick<App, 'config'>,
  tx: Tx,
  clientId: number,
): Promise<NotificationPreferences> {
  const row = await tx.maybe<Row>(read, [tx.organizationId, clientId])
  if (row === undefined) throw new Fault('not_found')
  const { slug, channels, ...others } = row
  const available = [...availableChannels(config, slug)]
  return { ...others, channels: channels ?? [], available }
}

const found = statement(
  'notification_preferences_found',
  'insert into notification_preferences (organization_id, client_id) values ($1, $2) on conflict do nothing',
)
const lock = statement(
  'notification_preferences_lock',
  'select version from notification_preferences where organization_id = $1 and client_id = $2 for no key update',
)

export async function changePreferences(
  app: Pick<App, 'config'>,
  tx: Tx,
  clientId: number,
  { body, ifMatch }: { body: Changes; ifMatch: number | null },
): Promise<NotificationPreferences> {
  mustBeOnce(body.channels ?? [])
  const values = [tx.organizationId, clientId]
  await tx.query(found, values)
  const { version } = await tx.one<{ version: number }>(lock, values)
  if (ifMatch !== null && version !== ifMatch) throw new Fault('version_conflict')
  const { channels, ...others } = body
  await tx.run(
    tx
      .builder('notification_preferences')
      .where({ organization_id: tx.organizationId, client_id: clientId })
      .update({
        ...others,
        ...(channels === undefined ? {} : { channels: JSON.stringify(channels) }),
      }),
  )
  return getPreferences(app, tx, clientId)
}

const stop = statement(
  'notification_stop_follow_ups',
  `insert into notification_preferences as p (organization_id, client_id, follow_ups) values ($1, $2, false)
   on conflict (organization_id, client_id) do update set follow_ups = false where p.follow_ups`,
)

export async function stopFollowUps(tx: Tx, clientId: number): Promise<void> {
  await tx.query(stop, [tx.organizationId, clientId])
}

function mustBeOnce(channels: NonNullable<Changes['channels']>): void {
  const twice = channels.findIndex(
    ({ channel }, index) => channels.findIndex((other) => other.channel === channel) !== index,
  )
  if (twice >= 0)
    throw new Fault('invalid_data', {
      errors: [{ pointer: `/channels/${twice}/channel`, code: 'invalid' }],
    })
}

type OfStaff = Call<'notificationPreferences.update'>

const staffRead = statement(
  'notification_staff_preferences',
  `select s.told_of_bookings as bookings, s.told_of_cancellations as cancellations, s.telegram_id is not null as is_linked, s.version, o.slug
   from staff s join organizations o on o.id = s.organization_id where s.organization_id = $1 and s.id = $2`,
)
const staffUpdate = statement(
  'notification_staff_preferences_update',
  `update staff set told_of_bookings = coalesce($3, told_of_bookings), told_of_cancellations = coalesce($4, told_of_cancellations)
   where organization_id = $1 and id = $2`,
)

interface StaffRow {
  bookings: 'none' | 'own' | 'all'
  cancellations: 'none' | 'own' | 'all'
  is_linked: boolean
  version: number
  slug: string
}

export async function getStaffPreferences(
  { config }: Pick<App, 'config'>,
  tx: Tx,
  caller: Call['caller'],
): Promise<StaffNotificationPreferences> {
  if (caller.kind !== 'staff') throw new Fault('forbidden')
  const values = [tx.organizationId, caller.staffId]
  const { is_linked, slug, ...row } = await tx.one<StaffRow>(staffRead, values)
  const isThere = availableChannels(config, slug).has('telegram')
  return { ...row, telegram: !isThere ? 'unavailable' : is_linked ? 'linked' : 'unlinked' }
}

export async function changeStaffPreferences(
  app: Pick<App, 'config'>,
  tx: Tx,
  { caller, body }: Pick<OfStaff, 'caller' | 'body'>,
): Promise<StaffNotificationPreferences> {
  if (caller.kind !== 'staff') throw new Fault('forbidden')
  const { bookings = null, cancellations = null } = body
  await tx.query(staffUpdate, [tx.organizationId, caller.staffId, bookings, cancellations])
  return getStaffPreferences(app, tx, caller)
}
