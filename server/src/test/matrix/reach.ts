import type { OperationId } from '@zapis/sdk/contract'

/**
 * Whom the contract trusts least with an operation, said a second time by hand: to open one to more people, one has to
 * say so here too. What is in no list is for admins and keys.
 */
export const reach = {
  publishable: [
    'organizations.create',
    'organization.get',
    ...['auth.staff', 'auth.code', 'auth.token', 'auth.telegram', 'auth.refresh', 'auth.logout'],
    ...['locations.list', 'locations.get', 'workplaces.list', 'workplaces.get'],
    ...['services.list', 'services.get', 'servicePackages.list', 'servicePackages.get'],
    ...['specialists.list', 'specialists.get', 'locationSchedule.get'],
    ...['holidays.list', 'holidays.get', 'consentTexts.list'],
    ...['availability.search', 'availability.nearest'],
    ...['appointments.book', 'appointments.release', 'appointments.confirm'],
    ...['appointments.quote', 'payments.webhook'],
    ...['manage.get', 'manage.availability', 'manage.calendar', 'manage.invoice'],
    ...['manage.cancel', 'manage.acknowledge', 'manage.reschedule'],
    ...['manage.addPushSubscription', 'pushKey.get'],
    'notificationPreferences.redeemTelegramLink',
  ],
  client: [
    'auth.logoutAll',
    ...['appointments.list', 'appointments.get', 'appointments.calendar', 'appointments.invoice'],
    ...['appointments.cancel', 'appointments.acknowledge', 'appointments.reschedule'],
    ...['me.get', 'me.update', 'me.appointments', 'me.discounts', 'me.consents'],
    ...[
      'me.addConsent',
      'me.telegramLink',
      'me.notifications',
      'me.notificationPreferences',
      'me.updateNotificationPreferences',
      'me.export',
      'me.erase',
    ],
    ...['me.pushSubscriptions', 'me.addPushSubscription', 'me.removePushSubscription'],
    ...['me.wallet', 'me.transactions', 'me.packages', 'me.buyPackage', 'appointments.pay'],
    ...['payments.create', 'payments.list', 'payments.get'],
    ...['receipts.list', 'receipts.get', 'receipts.print'],
    'events.stream',
  ],
  specialist: [
    ...[
      'auth.password',
      'auth.whoami',
      'auth.profile',
      'specialistSchedule.get',
      'specialistSchedule.put',
    ],
    ...['breaks.list', 'breaks.get', 'breaks.create', 'breaks.remove'],
    ...['groupSessions.list', 'agenda.get'],
    ...['appointments.create', 'appointments.update', 'appointments.history'],
    ...['appointments.arrive', 'appointments.complete', 'appointments.noShow'],
    ...['clients.list', 'clients.get', 'clients.appointments'],
    ...['clients.discounts', 'clients.consents', 'clients.packages'],
    ...[
      'clients.notificationPreferences',
      'notificationPreferences.get',
      'notificationPreferences.update',
      'notificationPreferences.telegramLink',
      'notificationPreferences.unlinkTelegram',
    ],
  ],
  reception: [
    ...['appointments.approve', 'clients.create', 'clients.update', 'clients.addConsent'],
    ...['appointments.discount', 'promoCodes.list', 'promoCodes.get'],
    ...[
      'clients.updateNotificationPreferences',
      'notifications.list',
      'notifications.get',
      'notifications.resend',
    ],
    ...['clients.wallet', 'clients.transactions', 'clients.addTransaction', 'clients.sellPackage'],
    'transactions.list',
  ],
} as const satisfies Record<string, OperationId[]>
