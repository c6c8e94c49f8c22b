import type { OperationId } from '@zapis/sdk/contract'
import { initDataOf, telegramUser } from '../../identity/test/telegram.ts'
import { money, visitMoney } from './money-entries.ts'
import type { Entry } from './request.ts'
import { at, password, unique } from './things.ts'

const none: Entry = {}
/** Not known and not right are one answer: 401. */
const account = { refused: { slug: [401], email: [401] } } as const
const colleagues = { shared: ['specialist', 'break'] } as const
const visit = { id: 'appointment' } as const
const hook = { id: 'endpoint', body: () => ({ url: 'http://127.0.0.1:9/' }) } as const
const link = { bearer: 'code' } as const
const browser = {
  body: () => ({ endpoint: `https://fcm.googleapis.com/fcm/send/${unique()}` }),
}
const plain = { promo: undefined, discount: undefined }

/** One line for every operation; one without a line is not let through. */
export const entries: Record<OperationId, Entry> = {
  'organizations.create': none,
  'organization.get': none,
  'organization.telegram': none,
  'organization.update': none,

  'auth.staff': {
    ...account,
    body: (t) => ({ email: t.email, password, organization: t.slug }),
  },
  'auth.code': { body: () => ({ phone: undefined }) },
  'auth.token': {
    body: (t) => ({ phone: undefined, email: t.email, code: '123456' }),
    refused: { email: [401] },
  },
  'auth.telegram': {
    body: () => ({
      init_data: initDataOf(telegramUser(42)),
      ...{ contact: undefined, link: undefined, known_only: undefined, messenger: undefined },
    }),
  },
  'auth.refresh': { token: 'refresh', refused: { refresh: [401] } },
  'auth.logout': { token: 'refresh', refused: { refresh: [204] } },
  'auth.logoutAll': none,
  'auth.password': { body: () => ({ old_password: password }) },
  'auth.whoami': none,
  'auth.profile': { body: () => ({ email: undefined, old_password: undefined }) },

  'staff.list': none,
  'staff.get': { id: 'staff' },
  'staff.create': none,
  'staff.update': { id: 'staff' },
  'staff.archive': { id: 'staff' },
  'staff.restore': { id: 'staff' },

  'apiKeys.list': none,
  'apiKeys.get': { id: 'key' },
  'apiKeys.create': { body: () => ({ kind: 'publishable', scopes: undefined }) },
  'apiKeys.update': { id: 'key', body: () => ({ scopes: undefined }) },
  'apiKeys.revoke': { id: 'key' },

  'locations.list': none,
  'locations.get': { id: 'location' },
  'locations.create': none,
  'locations.update': { id: 'location' },
  'locations.archive': { id: 'location' },
  'locations.restore': { id: 'location' },

  'workplaces.list': none,
  'workplaces.get': { id: 'workplace' },
  'workplaces.create': none,
  'workplaces.update': { id: 'workplace' },
  'workplaces.archive': { id: 'workplace' },
  'workplaces.restore': { id: 'workplace' },

  'services.list': colleagues,
  'services.get': { id: 'service' },
  'services.create': none,
  'services.update': { id: 'service' },
  'services.archive': { id: 'service' },
  'services.restore': { id: 'service' },

  'servicePackages.list': none,
  'servicePackages.get': { id: 'package' },
  'servicePackages.create': none,
  'servicePackages.update': { id: 'package' },
  'servicePackages.archive': { id: 'package' },
  'servicePackages.restore': { id: 'package' },

  'specialists.list': none,
  'specialists.get': { id: 'specialist', ...colleagues },
  'specialists.create': none,
  'specialists.update': { id: 'specialist' },
  'specialists.archive': { id: 'specialist' },
  'specialists.restore': { id: 'specialist' },

  'locationSchedule.get': { id: 'location' },
  'locationSchedule.put': { id: 'location', body: () => ({ dry_run: undefined }) },
  'specialistSchedule.get': { id: 'specialist', ...colleagues },
  'specialistSchedule.put': { id: 'specialist', body: () => ({ dry_run: undefined }) },

  'holidays.list': none,
  'holidays.get': { id: 'holiday' },
  'holidays.create': none,
  'holidays.preview': none,
  'holidays.remove': { id: 'holiday' },

  'breaks.list': colleagues,
  'breaks.get': { id: 'break', ...colleagues },
  'breaks.create': none,
  'breaks.remove': { id: 'break' },

  'availability.search': {
    ...colleagues,
    query: (t, who) => ({ appointment_id: who === 'publishable' ? undefined : t.appointment }),
  },

  'availability.nearest': colleagues,
  'agenda.get': {
    query: (t, who) => ({ specialist_id: who === 'specialist' ? undefined : t.specialist }),
  },

  'appointments.book': { body: () => ({ hold: undefined }) },
  'appointments.release': { refused: { hold: [204] } },
  'appointments.confirm': {
    body: (t, who) => ({ ...plain, total: undefined, client: guest(t.client, who) }),
    // A token that was never ours is one that ended long ago.
    refused: { hold: [404, 410] },
  },
  'appointments.create': {
    body: (t, who) => ({ ...plain, client: guest(t.client, who) }),
  },
  ...visitMoney,
  'groupSessions.list': { shared: ['specialist'] },
  'appointments.list': none,
  'appointments.get': visit,
  'appointments.history': visit,
  'appointments.update': visit,
  'appointments.calendar': visit,
  'appointments.invoice': visit,
  'appointments.approve': { id: 'pending' },
  'appointments.cancel': visit,
  'appointments.acknowledge': visit,
  'appointments.reschedule': {
    ...visit,
    body: (t, who) => ({
      force: undefined,
      reason: undefined,
      duration_min: undefined,
      workplace_id: who === 'client' ? undefined : t.workplace,
    }),
  },
  'appointments.arrive': visit,
  'appointments.complete': visit,
  'appointments.noShow': visit,

  'manage.get': link,
  'manage.availability': link,
  'manage.cancel': link,
  'manage.acknowledge': link,
  'manage.reschedule': link,
  'manage.calendar': link,
  'manage.invoice': link,
  'manage.addPushSubscription': { ...link, ...browser },

  'clients.list': none,
  'clients.get': { id: 'client' },
  'clients.create': none,
  'clients.import': none,
  'clients.update': { id: 'client' },
  'clients.appointments': { id: 'client' },
  'clients.discounts': { id: 'client' },
  'clients.addDiscount': { id: 'client' },
  'clients.removeDiscount': { id: 'client' },
  'clients.consents': { id: 'client' },
  'clients.addConsent': { id: 'client' },
  'clients.notificationPreferences': { id: 'client' },
  'clients.updateNotificationPreferences': { id: 'client' },
  'clients.merge': { id: 'client' },
  'clients.export': { id: 'client' },
  'clients.erase': { id: 'spare' },

  'consentTexts.list': none,
  'consentTexts.create': { body: () => ({ version: `2.${unique()}` }) },

  'me.get': none,
  'me.update': none,
  'me.appointments': none,
  'me.discounts': none,
  'me.consents': none,
  'me.addConsent': none,
  'me.pushSubscriptions': none,
  'me.addPushSubscription': browser,
  'me.removePushSubscription': { id: 'subscription' },
  'me.telegramLink': none,
  'me.notifications': none,
  'me.notificationPreferences': none,
  'me.updateNotificationPreferences': none,
  'me.export': none,
  'me.erase': {
    arrange: `update appointments set status = 'cancelled' where organization_id = $1`,
  },

  'pushKey.get': none,

  ...money,

  'events.stream': none,

  'webhookEndpoints.list': none,
  'webhookEndpoints.get': { id: 'endpoint' },
  'webhookEndpoints.create': hook,
  'webhookEndpoints.update': hook,
  'webhookEndpoints.remove': { id: 'endpoint' },
  'webhookEndpoints.deliveries': { id: 'endpoint' },
  'webhookEndpoints.resend': { id: 'endpoint' },

  'notifications.list': none,
  'notifications.get': { id: 'notification' },
  'notifications.resend': { id: 'notification' },
  'notificationRules.get': none,
  'notificationRules.put': none,
  'notificationTexts.list': none,
  'notificationTexts.put': none,
  'notificationTexts.reset': none,
  'notificationTexts.preview': none,
  'notificationPreferences.get': none,
  'notificationPreferences.update': none,
  'notificationPreferences.telegramLink': none,
  'notificationPreferences.unlinkTelegram': none,
  'notificationPreferences.redeemTelegramLink': {
    body: (t) => ({ init_data: initDataOf(telegramUser(43)), link: t.invitation }),
    refused: { invitation: [401] },
  },

  'broadcasts.list': none,
  'broadcasts.get': { id: 'broadcast' },
  'broadcasts.count': none,
  'broadcasts.create': none,
  'broadcasts.stop': { id: 'broadcast' },

  'auditLog.list': { query: () => ({ from: at('00:00'), to: at('23:00') }) },
}

/** Sites name no client by id. */
function guest(id: number, who: string) {
  return who === 'publishable' || who === 'client'
    ? { first_name: 'Гость', phone: `+7918${String(1_000_000 + unique())}` }
    : { id }
}
