import type { App } from '../app-context.ts'
import { Fault } from '../fault.ts'
import { bare, planned, read, write, type Handlers, type HandlersOf } from '../http/handler.ts'
import { createCodeSender } from './code-sender.ts'
import { exchangeCode, sendCode } from './codes.ts'
import { createGuard } from './guard.ts'
import { getKey, keyItem, listKeys } from './key-rows.ts'
import { createKey, revokeKey, updateKey } from './keys.ts'
import { changePassword, logoutAll } from './own-account.ts'
import { changeProfile } from './profile.ts'
import { logout, refresh } from './refresh.ts'
import { getStaff, listStaff, staffItem } from './staff-rows.ts'
import { signInStaff } from './staff-sign-in.ts'
import { offerStaffLink, redeemStaffLink, unlinkStaff } from './staff-telegram.ts'
import { archiveStaff, createStaff, restoreStaff, updateStaff } from './staff.ts'
import { offerLink } from './telegram-link.ts'
import { telegramStatus } from './telegram-status.ts'
import { signInByTelegram } from './telegram.ts'

/** Of other nouns' operations, those that say whose Telegram account it is. */
export type Linking =
  | 'me.telegramLink'
  | 'organization.telegram'
  | `notificationPreferences.${'telegramLink' | 'redeemTelegramLink' | 'unlinkTelegram'}`

export function identityHandlers(
  app: App,
  sender = createCodeSender(app),
): HandlersOf<'auth' | 'staff' | 'apiKeys'> & Pick<Handlers, Linking> {
  const guard = createGuard(app)
  return {
    'auth.staff': bare((call) => signInStaff(app, guard, call)),
    'auth.code': bare((call) => sendCode(app, guard, sender, call)),
    'auth.token': bare((call) => exchangeCode(app, guard, call)),
    'auth.telegram': bare((call) => signInByTelegram(app, guard, call)),
    'organization.telegram': bare((call) => telegramStatus(app, call)),
    'me.telegramLink': bare((call) => offerLink(app, guard, call)),
    'notificationPreferences.telegramLink': bare((call) => offerStaffLink(app, guard, call)),
    'notificationPreferences.redeemTelegramLink': bare((call) => redeemStaffLink(app, guard, call)),
    'notificationPreferences.unlinkTelegram': write((call, tx) => unlinkStaff(tx, call)),
    'auth.refresh': bare((call) => refresh(app, call)),
    'auth.logout': bare((call) => logout(app, call)),
    'auth.logoutAll': write((call, tx) => logoutAll(app, call, tx)),
    'auth.password': bare((call) => changePassword(app, guard, call)),
    'auth.profile': planned((call) => changeProfile(app, guard, call)),
    'auth.whoami': read(async ({ caller }, tx) => {
      if (caller.kind !== 'staff') throw new Fault('forbidden')
      return staffItem(tx, await getStaff(tx, caller.staffId))
    }),
    'staff.list': read((call, tx) => listStaff(tx, call.query)),
    'staff.get': read(async ({ params }, tx) => staffItem(tx, await getStaff(tx, params.id))),
    'staff.create': write(createStaff),
    'staff.update': write((call, tx) => updateStaff(app, call, tx)),
    'staff.archive': write((call, tx) => archiveStaff(app, call, tx)),
    'staff.restore': write((call, tx) => restoreStaff(app, call, tx)),
    'apiKeys.list': read((call, tx) => listKeys(tx, call.query)),
    'apiKeys.get': read(async ({ params }, tx) => keyItem(await getKey(tx, params.id))),
    'apiKeys.create': write(createKey),
    'apiKeys.update': write((call, tx) => updateKey(app, call, tx)),
    'apiKeys.revoke': write((call, tx) => revokeKey(app, call, tx)),
  }
}
