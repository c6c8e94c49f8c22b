import type { App } from '../app-context.ts'
import { findByCode } from '../appointments/reads.ts'
import { lockClient } from '../clients/client-rows.ts'
import { visibleClient } from '../clients/reads.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Caller } from '../http/call.ts'
import { bare, planned, read, write, type HandlersOf } from '../http/handler.ts'
import { vapidOf } from './channels/vapid.ts'
import { getNotification, listNotifications, listOwn, resend } from './log.ts'
import {
  changePreferences,
  changeStaffPreferences,
  getPreferences,
  getStaffPreferences,
} from './preferences.ts'
import { getRules, putRules } from './rule-settings.ts'
import { addSubscription, listSubscriptions, removeSubscription } from './subscriptions.ts'
import { listTexts, previewText, putText, resetText } from './text-settings.ts'

/** Of other nouns' operations, those that are about being told. */
export type Telling =
  | 'manage.addPushSubscription'
  | 'me.pushSubscriptions'
  | 'me.addPushSubscription'
  | 'me.removePushSubscription'
  | 'me.notifications'
  | PreferenceTelling

type PreferenceTelling =
  `${'me' | 'clients'}.${'notificationPreferences' | 'updateNotificationPreferences'}`

type StaffPreferences = Pick<
  HandlersOf<'notificationPreferences'>,
  `notificationPreferences.${'get' | 'update'}`
>
type Settings = HandlersOf<'notifications' | 'notificationRules' | 'notificationTexts'> &
  StaffPreferences
type Others = Pick<HandlersOf<'me'> & HandlersOf<'manage'> & HandlersOf<'clients'>, Telling>

export function notificationHandlers(app: App): HandlersOf<'pushKey'> & Settings & Others {
  return { ...pushes(app), ...settings(), ...preferences(app) }
}

function settings(): Omit<Settings, keyof StaffPreferences> {
  return {
    'notifications.list': read((call, tx) => listNotifications(tx, call)),
    'notifications.get': read(({ params }, tx) => getNotification(tx, params.id)),
    'notifications.resend': write((call, tx) => resend(tx, call)),
    'notificationRules.get': read((_call, tx) => getRules(tx)),
    'notificationRules.put': write((call, tx) => putRules(tx, call)),
    'notificationTexts.list': read((_call, tx) => listTexts(tx)),
    'notificationTexts.put': write((call, tx) => putText(tx, call)),
    'notificationTexts.reset': write((call, tx) => resetText(tx, call)),
    'notificationTexts.preview': bare(async (call) => previewText(call)),
  }
}

type PreferenceHandlers = StaffPreferences & Pick<Others, PreferenceTelling>

function preferences(app: App): PreferenceHandlers {
  return {
    'notificationPreferences.get': read(({ caller }, tx) => getStaffPreferences(app, tx, caller)),
    'notificationPreferences.update': write((call, tx) => changeStaffPreferences(app, tx, call)),
    'me.notificationPreferences': read(({ caller }, tx) => getPreferences(app, tx, ownId(caller))),
    'me.updateNotificationPreferences': write(async (call, tx) => {
      await lockClient(tx, ownId(call.caller), null)
      return changePreferences(app, tx, ownId(call.caller), call)
    }),
    'clients.notificationPreferences': read(async ({ caller, params }, tx) => {
      const { id } = await visibleClient(tx, caller, params.id)
      return getPreferences(app, tx, id)
    }),
    'clients.updateNotificationPreferences': write(async (call, tx) => {
      // Kept from being merged or erased meanwhile.
      const { id, erased_at } = await lockClient(tx, call.params.id, null)
      if (erased_at !== null) throw new Fault('not_found')
      return changePreferences(app, tx, id, call)
    }),
  }
}

type PushHandlers = HandlersOf<'pushKey'> & Omit<Others, PreferenceTelling>

function pushes(app: App): PushHandlers {
  const { publicKey } = vapidOf(app)
  return {
    'pushKey.get': bare(async () => ({ public_key: publicKey })),
    'me.notifications': read(({ caller, locale, query }, tx) =>
      listOwn(tx, ownId(caller), locale, query),
    ),
    'me.pushSubscriptions': read(({ caller, query }, tx) =>
      listSubscriptions(tx, ownId(caller), query),
    ),
    'me.addPushSubscription': write(({ caller, body, userAgent }, tx) =>
      addSubscription(
        app,
        tx,
        { clientId: ownId(caller), appointmentId: null },
        { draft: body, userAgent },
      ),
    ),
    'me.removePushSubscription': write(({ caller, params }, tx) =>
      removeSubscription(tx, ownId(caller), params.id),
    ),
    'manage.addPushSubscription': planned(async ({ params, body, userAgent }) => {
      const found = await findByCode(app.db, params.code)
      if (!found) return null
      return {
        organizationId: found.organizationId,
        async run(tx) {
          const of = { clientId: await clientOf(tx, found.id), appointmentId: found.id }
          return addSubscription(app, tx, of, { draft: body, userAgent })
        },
      }
    }),
  }
}

function ownId(caller: Caller): number {
  if (caller.kind !== 'client') throw new Fault('forbidden')
  return caller.clientId
}

const client = statement(
  'push_client_of_visit',
  'select client_id from appointments where organization_id = $1 and id = $2',
)

async function clientOf(tx: Tx, appointmentId: number): Promise<number> {
  const row = await tx.maybe<{ client_id: number | null }>(client, [
    tx.organizationId,
    appointmentId,
  ])
  if (row?.client_id == null) throw new Fault('not_found')
  return row.client_id
}
