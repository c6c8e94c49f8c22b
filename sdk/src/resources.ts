// Generated from contract/ by `npm run generate`. Do not edit.
import type { CallOptions, StreamOptions } from './options.ts'
import type { List } from './page.ts'
import { Resource, type Caller } from './resource.ts'
import type {
  OperationTypes,
  Agenda,
  AgendaQuery,
  ApiKey,
  ApiKeyChanges,
  ApiKeyDraft,
  Appointment,
  AppointmentChanges,
  AuditEntry,
  Availability,
  AvailabilityQuery,
  BalancesReport,
  BalancesReportQuery,
  BookRequest,
  BookingEvent,
  BookingsReport,
  BookingsReportQuery,
  Break,
  BreakDraft,
  Broadcast,
  BroadcastCount,
  BroadcastCountRequest,
  BroadcastDraft,
  CancelRequest,
  CancellationsReport,
  CancellationsReportQuery,
  Client,
  ClientChanges,
  ClientDiscount,
  ClientDiscountDraft,
  ClientDraft,
  ClientExport,
  ClientImport,
  ClientImportResult,
  ClientPackage,
  ClientsReport,
  ClientsReportQuery,
  CodeExchange,
  CodeRequest,
  CodeSent,
  ConfirmRequest,
  ConsentChange,
  ConsentRecord,
  ConsentText,
  ConsentTextDraft,
  CreatedApiKey,
  CreatedWebhookEndpoint,
  DeskBooking,
  EventStreamQuery,
  FoundedOrganization,
  GroupSession,
  Hold,
  Holiday,
  HolidayDraft,
  HolidayPlan,
  HolidayPreview,
  LedgerLine,
  LiabilitiesReport,
  LiabilitiesReportQuery,
  ListApiKeyQuery,
  ListAppointmentQuery,
  ListAuditEntryQuery,
  ListBreakQuery,
  ListBroadcastQuery,
  ListClientQuery,
  ListConsentTextQuery,
  ListGroupSessionQuery,
  ListHolidayQuery,
  ListLocationQuery,
  ListNotificationQuery,
  ListPaymentDifferenceQuery,
  ListPaymentQuery,
  ListPromoCodeQuery,
  ListReceiptQuery,
  ListServicePackageQuery,
  ListServiceQuery,
  ListSpecialistQuery,
  ListStaffQuery,
  ListTransactionQuery,
  ListWebhookDeliveryQuery,
  ListWebhookEndpointQuery,
  ListWorkplaceQuery,
  ListedClient,
  Location,
  LocationChanges,
  LocationDraft,
  LocationSchedule,
  LocationWeek,
  ManageAvailabilityQuery,
  ManageMoveRequest,
  ManagedAppointment,
  ManualDiscount,
  Me,
  MeChanges,
  MergeRequest,
  MoveRequest,
  NearestQuery,
  NearestTimes,
  Notification,
  NotificationPreferences,
  NotificationPreferencesChange,
  NotificationPreview,
  NotificationRules,
  NotificationRulesChange,
  NotificationText,
  NotificationTextChange,
  NotificationTextName,
  NotificationTextPreview,
  NotificationTexts,
  Organization,
  OrganizationChanges,
  OrganizationDraft,
  OwnNotification,
  PackagePurchase,
  PackageRefund,
  PageQuery,
  PasswordChange,
  Payment,
  PaymentDifference,
  PaymentDraft,
  PaymentRefund,
  ProfileChanges,
  PromoCode,
  PromoCodeChanges,
  PromoCodeDraft,
  PushKey,
  PushSubscription,
  PushSubscriptionDraft,
  Quote,
  QuoteRequest,
  Receipt,
  RefreshRequest,
  ReleaseRequest,
  RetentionReport,
  RetentionReportQuery,
  RevenueReport,
  RevenueReportQuery,
  Service,
  ServiceChanges,
  ServiceDraft,
  ServicePackage,
  ServicePackageChanges,
  ServicePackageDraft,
  ServicesReport,
  ServicesReportQuery,
  SettleDifference,
  SettleRequest,
  Specialist,
  SpecialistChanges,
  SpecialistDraft,
  SpecialistSchedule,
  SpecialistWeek,
  SpecialistsReport,
  SpecialistsReportQuery,
  Staff,
  StaffChanges,
  StaffDraft,
  StaffNotificationPreferences,
  StaffNotificationPreferencesChange,
  StaffSignIn,
  StaffTelegram,
  TelegramLink,
  TelegramSignIn,
  TelegramStatus,
  Tokens,
  TransactionDraft,
  UtilizationReport,
  UtilizationReportQuery,
  VisitHistory,
  VisitRefund,
  Wallet,
  WalletTransaction,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookEndpointChanges,
  WebhookEndpointDraft,
  Workplace,
  WorkplaceChanges,
  WorkplaceDraft,
} from './types.ts'

/** Method and path of what a page calls for its visitor; `key` where a key is taken and a token is not. */
export const visitorRoutes = {
  'organization.get': 'GET /organization',
  'auth.code': 'POST /auth/code key',
  'auth.token': 'POST /auth/token key',
  'auth.telegram': 'POST /auth/telegram key',
  'auth.refresh': 'POST /auth/refresh key',
  'auth.logout': 'POST /auth/logout key',
  'auth.logoutAll': 'POST /auth/logout-all',
  'locations.list': 'GET /locations',
  'locations.get': 'GET /locations/:id',
  'services.list': 'GET /services',
  'services.get': 'GET /services/:id',
  'servicePackages.list': 'GET /service-packages',
  'specialists.list': 'GET /specialists',
  'specialists.get': 'GET /specialists/:id',
  'availability.search': 'GET /availability',
  'availability.nearest': 'GET /availability/nearest',
  'appointments.book': 'POST /appointments/book',
  'appointments.release': 'POST /appointments/release',
  'appointments.confirm': 'POST /appointments/confirm',
  'appointments.quote': 'POST /appointments/quote',
  'appointments.pay': 'POST /appointments/:id/pay',
  'appointments.list': 'GET /appointments',
  'appointments.get': 'GET /appointments/:id',
  'appointments.cancel': 'POST /appointments/:id/cancel',
  'appointments.reschedule': 'POST /appointments/:id/reschedule',
  'manage.get': 'GET /manage/:code key',
  'manage.availability': 'GET /manage/:code/availability key',
  'manage.cancel': 'POST /manage/:code/cancel key',
  'manage.reschedule': 'POST /manage/:code/reschedule key',
  'manage.addPushSubscription': 'POST /manage/:code/push-subscriptions key',
  'consentTexts.list': 'GET /consent-texts',
  'me.get': 'GET /me',
  'me.update': 'PATCH /me',
  'me.appointments': 'GET /me/appointments',
  'me.discounts': 'GET /me/discounts',
  'me.consents': 'GET /me/consents',
  'me.wallet': 'GET /me/wallet',
  'me.transactions': 'GET /me/transactions',
  'me.packages': 'GET /me/packages',
  'me.buyPackage': 'POST /me/packages',
  'me.addConsent': 'POST /me/consents',
  'me.addPushSubscription': 'POST /me/push-subscriptions',
  'me.telegramLink': 'POST /me/telegram-link',
  'me.notificationPreferences': 'GET /me/notification-preferences',
  'me.updateNotificationPreferences': 'PATCH /me/notification-preferences',
  'me.export': 'POST /me/export',
  'me.erase': 'POST /me/erase',
  'pushKey.get': 'GET /push-key',
  'notificationPreferences.redeemTelegramLink': 'POST /staff/telegram key',
  'payments.create': 'POST /payments',
  'payments.get': 'GET /payments/:id',
} as const satisfies { [Id in keyof OperationTypes]?: string }

/** The same of every call. */
export const routes = {
  ...visitorRoutes,
  'organizations.create': 'POST /organizations key',
  'organization.telegram': 'GET /organization/telegram',
  'organization.update': 'PATCH /organization',
  'auth.staff': 'POST /auth/staff key',
  'auth.password': 'POST /auth/password',
  'auth.profile': 'PATCH /auth/staff',
  'auth.whoami': 'GET /auth/staff',
  'staff.list': 'GET /staff',
  'staff.get': 'GET /staff/:id',
  'staff.create': 'POST /staff',
  'staff.update': 'PATCH /staff/:id',
  'staff.archive': 'DELETE /staff/:id',
  'staff.restore': 'POST /staff/:id/restore',
  'apiKeys.list': 'GET /api-keys',
  'apiKeys.get': 'GET /api-keys/:id',
  'apiKeys.create': 'POST /api-keys',
  'apiKeys.update': 'PATCH /api-keys/:id',
  'apiKeys.revoke': 'DELETE /api-keys/:id',
  'locations.create': 'POST /locations',
  'locations.update': 'PATCH /locations/:id',
  'locations.archive': 'DELETE /locations/:id',
  'locations.restore': 'POST /locations/:id/restore',
  'workplaces.list': 'GET /workplaces',
  'workplaces.get': 'GET /workplaces/:id',
  'workplaces.create': 'POST /workplaces',
  'workplaces.update': 'PATCH /workplaces/:id',
  'workplaces.archive': 'DELETE /workplaces/:id',
  'workplaces.restore': 'POST /workplaces/:id/restore',
  'services.create': 'POST /services',
  'services.update': 'PATCH /services/:id',
  'services.archive': 'DELETE /services/:id',
  'services.restore': 'POST /services/:id/restore',
  'servicePackages.get': 'GET /service-packages/:id',
  'servicePackages.create': 'POST /service-packages',
  'servicePackages.update': 'PATCH /service-packages/:id',
  'servicePackages.archive': 'DELETE /service-packages/:id',
  'servicePackages.restore': 'POST /service-packages/:id/restore',
  'specialists.create': 'POST /specialists',
  'specialists.update': 'PATCH /specialists/:id',
  'specialists.archive': 'DELETE /specialists/:id',
  'specialists.restore': 'POST /specialists/:id/restore',
  'locationSchedule.get': 'GET /locations/:id/schedule',
  'locationSchedule.put': 'PUT /locations/:id/schedule',
  'specialistSchedule.get': 'GET /specialists/:id/schedule',
  'specialistSchedule.put': 'PUT /specialists/:id/schedule',
  'holidays.list': 'GET /holidays',
  'holidays.get': 'GET /holidays/:id',
  'holidays.create': 'POST /holidays',
  'holidays.preview': 'POST /holidays/preview',
  'holidays.remove': 'DELETE /holidays/:id',
  'breaks.list': 'GET /breaks',
  'breaks.get': 'GET /breaks/:id',
  'breaks.create': 'POST /breaks',
  'breaks.remove': 'DELETE /breaks/:id',
  'agenda.get': 'GET /agenda',
  'appointments.create': 'POST /appointments',
  'appointments.refund': 'POST /appointments/:id/refund',
  'appointments.discount': 'POST /appointments/:id/discount',
  'appointments.history': 'GET /appointments/:id/history',
  'appointments.update': 'PATCH /appointments/:id',
  'appointments.calendar': 'GET /appointments/:id/calendar.ics',
  'appointments.invoice': 'GET /appointments/:id/invoice',
  'appointments.approve': 'POST /appointments/:id/approve',
  'appointments.acknowledge': 'POST /appointments/:id/acknowledge',
  'appointments.arrive': 'POST /appointments/:id/arrive',
  'appointments.complete': 'POST /appointments/:id/complete',
  'appointments.noShow': 'POST /appointments/:id/no-show',
  'groupSessions.list': 'GET /group-sessions',
  'manage.invoice': 'GET /manage/:code/invoice key',
  'manage.acknowledge': 'POST /manage/:code/acknowledge key',
  'manage.calendar': 'GET /manage/:code/calendar.ics key',
  'clients.list': 'GET /clients',
  'clients.get': 'GET /clients/:id',
  'clients.create': 'POST /clients',
  'clients.import': 'POST /clients/import',
  'clients.update': 'PATCH /clients/:id',
  'clients.appointments': 'GET /clients/:id/appointments',
  'clients.discounts': 'GET /clients/:id/discounts',
  'clients.addDiscount': 'POST /clients/:id/discounts',
  'clients.removeDiscount': 'DELETE /clients/:id/discounts/:discount_id',
  'clients.consents': 'GET /clients/:id/consents',
  'clients.notificationPreferences': 'GET /clients/:id/notification-preferences',
  'clients.updateNotificationPreferences': 'PATCH /clients/:id/notification-preferences',
  'clients.addConsent': 'POST /clients/:id/consents',
  'clients.wallet': 'GET /clients/:id/wallet',
  'clients.transactions': 'GET /clients/:id/transactions',
  'clients.addTransaction': 'POST /clients/:id/transactions',
  'clients.packages': 'GET /clients/:id/packages',
  'clients.sellPackage': 'POST /clients/:id/packages',
  'clients.refundPackage': 'POST /clients/:id/packages/:client_package_id/refund',
  'clients.merge': 'POST /clients/:id/merge',
  'clients.export': 'POST /clients/:id/export',
  'clients.erase': 'POST /clients/:id/erase',
  'consentTexts.create': 'POST /consent-texts',
  'me.pushSubscriptions': 'GET /me/push-subscriptions',
  'me.removePushSubscription': 'DELETE /me/push-subscriptions/:id',
  'me.notifications': 'GET /me/notifications',
  'notifications.list': 'GET /notifications',
  'notifications.get': 'GET /notifications/:id',
  'notifications.resend': 'POST /notifications/:id/resend',
  'notificationRules.get': 'GET /notification-rules',
  'notificationRules.put': 'PUT /notification-rules',
  'notificationTexts.list': 'GET /notification-texts',
  'notificationTexts.put': 'PUT /notification-texts',
  'notificationTexts.reset': 'POST /notification-texts/reset',
  'notificationTexts.preview': 'POST /notification-texts/preview',
  'notificationPreferences.get': 'GET /notification-preferences',
  'notificationPreferences.update': 'PATCH /notification-preferences',
  'notificationPreferences.telegramLink': 'POST /staff/me/telegram-link',
  'notificationPreferences.unlinkTelegram': 'DELETE /staff/me/telegram',
  'broadcasts.list': 'GET /broadcasts',
  'broadcasts.get': 'GET /broadcasts/:id',
  'broadcasts.count': 'POST /broadcasts/count',
  'broadcasts.create': 'POST /broadcasts',
  'broadcasts.stop': 'POST /broadcasts/:id/stop',
  'promoCodes.list': 'GET /promo-codes',
  'promoCodes.get': 'GET /promo-codes/:id',
  'promoCodes.create': 'POST /promo-codes',
  'promoCodes.update': 'PATCH /promo-codes/:id',
  'promoCodes.archive': 'DELETE /promo-codes/:id',
  'promoCodes.restore': 'POST /promo-codes/:id/restore',
  'transactions.list': 'GET /transactions',
  'payments.list': 'GET /payments',
  'payments.refund': 'POST /payments/:id/refund',
  'payments.webhook': 'POST /payments/webhooks/:provider key',
  'payments.differences': 'GET /payments/differences',
  'payments.settleDifference': 'POST /payments/differences/:id/settle',
  'receipts.list': 'GET /receipts',
  'receipts.get': 'GET /receipts/:id',
  'receipts.print': 'GET /receipts/:id/print',
  'receipts.retry': 'POST /receipts/:id/retry',
  'reports.revenue': 'GET /reports/revenue',
  'reports.utilization': 'GET /reports/utilization',
  'reports.services': 'GET /reports/services',
  'reports.specialists': 'GET /reports/specialists',
  'reports.clients': 'GET /reports/clients',
  'reports.cancellations': 'GET /reports/cancellations',
  'reports.bookings': 'GET /reports/bookings',
  'reports.retention': 'GET /reports/retention',
  'reports.balances': 'GET /reports/balances',
  'reports.liabilities': 'GET /reports/liabilities',
  'events.stream': 'GET /events',
  'webhookEndpoints.list': 'GET /webhook-endpoints',
  'webhookEndpoints.get': 'GET /webhook-endpoints/:id',
  'webhookEndpoints.create': 'POST /webhook-endpoints',
  'webhookEndpoints.update': 'PATCH /webhook-endpoints/:id',
  'webhookEndpoints.remove': 'DELETE /webhook-endpoints/:id',
  'webhookEndpoints.deliveries': 'GET /webhook-endpoints/:id/deliveries',
  'webhookEndpoints.resend': 'POST /webhook-endpoints/:id/deliveries/:delivery_id/resend',
  'auditLog.list': 'GET /audit-log',
} as const satisfies Record<keyof OperationTypes, string>

/** Founding an organization. */
export class OrganizationsResource extends Resource {
  /**
   * Found an organization (while SIGNUP is open).
   *
   * @param body A clinic to found, with its owner.
   * @throws {BookingError} signup_closed, already_exists, rate_limited
   */
  create(body: OrganizationDraft, options?: CallOptions): Promise<FoundedOrganization> {
    return this.client.request('organizations.create', { body }, options)
  }
}

/** One’s own organization: its name, looks and rules of booking. */
export class OrganizationResource extends Resource {
  /**
   * One’s own organization.
   *
   */
  get(options?: CallOptions): Promise<Organization> {
    return this.client.request('organization.get', {}, options)
  }

  /**
   * How the organization’s Telegram bot is.
   *
   */
  telegram(options?: CallOptions): Promise<TelegramStatus> {
    return this.client.request('organization.telegram', {}, options)
  }

  /**
   * Change one’s own organization.
   *
   * @param body What to change of the organization.
   * @throws {BookingError} version_conflict
   */
  update(body: OrganizationChanges, options?: CallOptions): Promise<Organization> {
    return this.client.request('organization.update', { body }, options)
  }
}

/** Signing in and out: staff by password, clients by a one-time code or by Telegram. */
export class AuthResource extends Resource {
  /**
   * Sign a member of staff in.
   *
   * @param body E-mail and password of a member of staff.
   * @throws {BookingError} invalid_credentials, rate_limited
   */
  staff(body: StaffSignIn, options?: CallOptions): Promise<Tokens> {
    return this.client.request('auth.staff', { body }, options)
  }

  /**
   * Send a client a one-time code.
   *
   * @param body Where to send a one-time code: an e-mail, or a phone, whose client gets it in the chat of Telegram or MAX that they have linked.
   * @throws {BookingError} rate_limited, phone_invalid, contact_required
   */
  code(body: CodeRequest = {}, options?: CallOptions): Promise<CodeSent> {
    return this.client.request('auth.code', { body }, options)
  }

  /**
   * Sign a client in by the code.
   *
   * @param body The code that arrived.
   * @throws {BookingError} invalid_code, rate_limited, phone_invalid, contact_required
   */
  token(body: CodeExchange, options?: CallOptions): Promise<Tokens> {
    return this.client.request('auth.token', { body }, options)
  }

  /**
   * Sign a client in by the init data of a Mini App of Telegram or MAX.
   *
   * @param body What Telegram gave to the Mini App, or what the bot says in its name.
   * @throws {BookingError} invalid_init_data, invalid_link, telegram_linked, telegram_unavailable, contact_required, already_exists, rate_limited
   */
  telegram(body: TelegramSignIn, options?: CallOptions): Promise<Tokens> {
    return this.client.request('auth.telegram', { body }, options)
  }

  /**
   * Exchange the refresh token. Used twice, it ends its whole family; a retry with the same Idempotency-Key is not a second use.
   *
   * @param body The refresh token.
   * @throws {BookingError} session_ended
   */
  refresh(body: RefreshRequest, options?: CallOptions): Promise<Tokens> {
    return this.client.request('auth.refresh', { body }, options)
  }

  /**
   * End the session of the refresh token.
   *
   * @param body The refresh token.
   */
  logout(body: RefreshRequest, options?: CallOptions): Promise<void> {
    return this.client.request('auth.logout', { body }, options)
  }

  /**
   * End every session of oneself.
   *
   */
  logoutAll(options?: CallOptions): Promise<void> {
    return this.client.request('auth.logoutAll', {}, options)
  }

  /**
   * Change one’s own password; ends one’s other sessions.
   *
   * @param body Old and new password.
   * @throws {BookingError} invalid_credentials
   */
  password(body: PasswordChange, options?: CallOptions): Promise<Tokens> {
    return this.client.request('auth.password', { body }, options)
  }

  /**
   * Change one’s own name, and the e-mail that one signs in with.
   *
   * @param body What is to be changed of oneself.
   * @throws {BookingError} invalid_credentials, already_exists, version_conflict
   */
  profile(body: ProfileChanges = {}, options?: CallOptions): Promise<Staff> {
    return this.client.request('auth.profile', { body }, options)
  }

  /**
   * Who is signed in.
   *
   */
  whoami(options?: CallOptions): Promise<Staff> {
    return this.client.request('auth.whoami', {}, options)
  }
}

/** Who signs in to the panel, and with which role. */
export class StaffResource extends Resource {
  /**
   * List members of staff.
   *
   * @param query Which members of staff.
   */
  list(query: ListStaffQuery = {}, options?: CallOptions): List<Staff> {
    return this.client.list('staff.list', { query }, options)
  }

  /**
   * Get a member of staff.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<Staff> {
    return this.client.request('staff.get', { params: { id } }, options)
  }

  /**
   * Add a member of staff.
   *
   * @param body A member of staff to add.
   * @throws {BookingError} unknown_reference, already_exists, invalid_data, forbidden
   */
  create(body: StaffDraft, options?: CallOptions): Promise<Staff> {
    return this.client.request('staff.create', { body }, options)
  }

  /**
   * Change a member of staff.
   *
   * @param id Identifier.
   * @param body What to change of a member of staff.
   * @throws {BookingError} not_found, version_conflict, unknown_reference, already_exists, invalid_data, forbidden
   */
  update(id: number, body: StaffChanges, options?: CallOptions): Promise<Staff> {
    return this.client.request('staff.update', { params: { id }, body }, options)
  }

  /**
   * Archive a member of staff: they can no longer sign in, and stay in history.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, version_conflict, forbidden
   */
  archive(id: number, options?: CallOptions): Promise<void> {
    return this.client.request('staff.archive', { params: { id } }, options)
  }

  /**
   * Bring a member of staff back from the archive.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, already_exists, version_conflict
   */
  restore(id: number, options?: CallOptions): Promise<Staff> {
    return this.client.request('staff.restore', { params: { id } }, options)
  }
}

/** Keys of sites (publishable) and of servers (secret). */
export class ApiKeysResource extends Resource {
  /**
   * List keys.
   *
   * @param query Which keys.
   */
  list(query: ListApiKeyQuery = {}, options?: CallOptions): List<ApiKey> {
    return this.client.list('apiKeys.list', { query }, options)
  }

  /**
   * Get a key (without its value).
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<ApiKey> {
    return this.client.request('apiKeys.get', { params: { id } }, options)
  }

  /**
   * Make a key.
   *
   * @param body A key to make.
   * @throws {BookingError} invalid_data
   */
  create(body: ApiKeyDraft, options?: CallOptions): Promise<CreatedApiKey> {
    return this.client.request('apiKeys.create', { body }, options)
  }

  /**
   * Change a key’s name, origins or scopes.
   *
   * @param id Identifier.
   * @param body What to change of the key.
   * @throws {BookingError} not_found, version_conflict
   */
  update(id: number, body: ApiKeyChanges, options?: CallOptions): Promise<ApiKey> {
    return this.client.request('apiKeys.update', { params: { id }, body }, options)
  }

  /**
   * Revoke a key. Effective everywhere within a minute.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  revoke(id: number, options?: CallOptions): Promise<void> {
    return this.client.request('apiKeys.revoke', { params: { id } }, options)
  }
}

/** Branches. */
export class LocationsResource extends Resource {
  /**
   * List branches.
   *
   * @param query Which branches.
   */
  list(query: ListLocationQuery = {}, options?: CallOptions): List<Location> {
    return this.client.list('locations.list', { query }, options)
  }

  /**
   * Get a branch.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<Location> {
    return this.client.request('locations.get', { params: { id } }, options)
  }

  /**
   * Add a branch.
   *
   * @param body A branch to add.
   * @throws {BookingError} unknown_reference, already_exists, invalid_data
   */
  create(body: LocationDraft, options?: CallOptions): Promise<Location> {
    return this.client.request('locations.create', { body }, options)
  }

  /**
   * Change a branch.
   *
   * @param id Identifier.
   * @param body What to change of a branch.
   * @throws {BookingError} not_found, version_conflict, unknown_reference, already_exists, invalid_data
   */
  update(id: number, body: LocationChanges, options?: CallOptions): Promise<Location> {
    return this.client.request('locations.update', { params: { id }, body }, options)
  }

  /**
   * Archive a branch: it leaves the public catalogue and stays in history.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, version_conflict
   */
  archive(id: number, options?: CallOptions): Promise<void> {
    return this.client.request('locations.archive', { params: { id } }, options)
  }

  /**
   * Bring a branch back from the archive.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, already_exists, version_conflict
   */
  restore(id: number, options?: CallOptions): Promise<Location> {
    return this.client.request('locations.restore', { params: { id } }, options)
  }
}

/** Rooms, chairs and machines that a visit takes. */
export class WorkplacesResource extends Resource {
  /**
   * List workplaces.
   *
   * @param query Which workplaces.
   */
  list(query: ListWorkplaceQuery = {}, options?: CallOptions): List<Workplace> {
    return this.client.list('workplaces.list', { query }, options)
  }

  /**
   * Get a workplace.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<Workplace> {
    return this.client.request('workplaces.get', { params: { id } }, options)
  }

  /**
   * Add a workplace.
   *
   * @param body A room, chair or machine to add.
   * @throws {BookingError} unknown_reference, already_exists, invalid_data
   */
  create(body: WorkplaceDraft, options?: CallOptions): Promise<Workplace> {
    return this.client.request('workplaces.create', { body }, options)
  }

  /**
   * Change a workplace.
   *
   * @param id Identifier.
   * @param body What to change of a workplace.
   * @throws {BookingError} not_found, version_conflict, unknown_reference, already_exists, invalid_data
   */
  update(id: number, body: WorkplaceChanges, options?: CallOptions): Promise<Workplace> {
    return this.client.request('workplaces.update', { params: { id }, body }, options)
  }

  /**
   * Archive a workplace: it leaves the public catalogue and stays in history.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, version_conflict
   */
  archive(id: number, options?: CallOptions): Promise<void> {
    return this.client.request('workplaces.archive', { params: { id } }, options)
  }

  /**
   * Bring a workplace back from the archive.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, already_exists, version_conflict
   */
  restore(id: number, options?: CallOptions): Promise<Workplace> {
    return this.client.request('workplaces.restore', { params: { id } }, options)
  }
}

/** What can be booked. */
export class ServicesResource extends Resource {
  /**
   * List services.
   *
   * @param query Which services.
   */
  list(query: ListServiceQuery = {}, options?: CallOptions): List<Service> {
    return this.client.list('services.list', { query }, options)
  }

  /**
   * Get a service.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<Service> {
    return this.client.request('services.get', { params: { id } }, options)
  }

  /**
   * Add a service.
   *
   * @param body A service to add.
   * @throws {BookingError} unknown_reference, already_exists, invalid_data
   */
  create(body: ServiceDraft, options?: CallOptions): Promise<Service> {
    return this.client.request('services.create', { body }, options)
  }

  /**
   * Change a service.
   *
   * @param id Identifier.
   * @param body What to change of a service.
   * @throws {BookingError} not_found, version_conflict, unknown_reference, already_exists, invalid_data
   */
  update(id: number, body: ServiceChanges, options?: CallOptions): Promise<Service> {
    return this.client.request('services.update', { params: { id }, body }, options)
  }

  /**
   * Archive a service: it leaves the public catalogue and stays in history.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, version_conflict
   */
  archive(id: number, options?: CallOptions): Promise<void> {
    return this.client.request('services.archive', { params: { id } }, options)
  }

  /**
   * Bring a service back from the archive.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, already_exists, version_conflict
   */
  restore(id: number, options?: CallOptions): Promise<Service> {
    return this.client.request('services.restore', { params: { id } }, options)
  }
}

/** Packages of visits that clients can buy. */
export class ServicePackagesResource extends Resource {
  /**
   * List packages.
   *
   * @param query Which packages.
   */
  list(query: ListServicePackageQuery = {}, options?: CallOptions): List<ServicePackage> {
    return this.client.list('servicePackages.list', { query }, options)
  }

  /**
   * Get a package.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<ServicePackage> {
    return this.client.request('servicePackages.get', { params: { id } }, options)
  }

  /**
   * Add a package.
   *
   * @param body A package to add.
   * @throws {BookingError} unknown_reference, already_exists, invalid_data
   */
  create(body: ServicePackageDraft, options?: CallOptions): Promise<ServicePackage> {
    return this.client.request('servicePackages.create', { body }, options)
  }

  /**
   * Change a package.
   *
   * @param id Identifier.
   * @param body What to change of a package.
   * @throws {BookingError} not_found, version_conflict, unknown_reference, already_exists, invalid_data
   */
  update(id: number, body: ServicePackageChanges, options?: CallOptions): Promise<ServicePackage> {
    return this.client.request('servicePackages.update', { params: { id }, body }, options)
  }

  /**
   * Archive a package: it leaves the public catalogue and stays in history.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, version_conflict
   */
  archive(id: number, options?: CallOptions): Promise<void> {
    return this.client.request('servicePackages.archive', { params: { id } }, options)
  }

  /**
   * Bring a package back from the archive.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, already_exists, version_conflict
   */
  restore(id: number, options?: CallOptions): Promise<ServicePackage> {
    return this.client.request('servicePackages.restore', { params: { id } }, options)
  }
}

/** Who gives the services. */
export class SpecialistsResource extends Resource {
  /**
   * List specialists.
   *
   * @param query Which specialists.
   */
  list(query: ListSpecialistQuery = {}, options?: CallOptions): List<Specialist> {
    return this.client.list('specialists.list', { query }, options)
  }

  /**
   * Get a specialist.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<Specialist> {
    return this.client.request('specialists.get', { params: { id } }, options)
  }

  /**
   * Add a specialist.
   *
   * @param body A specialist to add.
   * @throws {BookingError} unknown_reference, already_exists, invalid_data
   */
  create(body: SpecialistDraft, options?: CallOptions): Promise<Specialist> {
    return this.client.request('specialists.create', { body }, options)
  }

  /**
   * Change a specialist.
   *
   * @param id Identifier.
   * @param body What to change of a specialist.
   * @throws {BookingError} not_found, version_conflict, unknown_reference, already_exists, invalid_data
   */
  update(id: number, body: SpecialistChanges, options?: CallOptions): Promise<Specialist> {
    return this.client.request('specialists.update', { params: { id }, body }, options)
  }

  /**
   * Archive a specialist: they leave the public catalogue and stay in history.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, version_conflict
   */
  archive(id: number, options?: CallOptions): Promise<void> {
    return this.client.request('specialists.archive', { params: { id } }, options)
  }

  /**
   * Bring a specialist back from the archive.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, already_exists, version_conflict
   */
  restore(id: number, options?: CallOptions): Promise<Specialist> {
    return this.client.request('specialists.restore', { params: { id } }, options)
  }
}

/** Opening hours of a branch. */
export class LocationScheduleResource extends Resource {
  /**
   * Opening hours of a branch.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<LocationSchedule> {
    return this.client.request('locationSchedule.get', { params: { id } }, options)
  }

  /**
   * Replace the opening hours; the answer names appointments outside them now.
   *
   * @param id Identifier.
   * @param body Opening hours, put as a whole.
   * @throws {BookingError} not_found, schedule_overlap, invalid_data
   */
  put(id: number, body: LocationWeek, options?: CallOptions): Promise<LocationSchedule> {
    return this.client.request('locationSchedule.put', { params: { id }, body }, options)
  }
}

/** Working hours of a specialist, and dated exceptions to them. */
export class SpecialistScheduleResource extends Resource {
  /**
   * Working hours of a specialist.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<SpecialistSchedule> {
    return this.client.request('specialistSchedule.get', { params: { id } }, options)
  }

  /**
   * Replace the working hours; the answer names appointments outside them now.
   *
   * @param id Identifier.
   * @param body Working hours and exceptions, put as a whole. `exceptions` left out = unchanged.
   * @throws {BookingError} not_found, schedule_overlap, unknown_reference, invalid_data
   */
  put(id: number, body: SpecialistWeek, options?: CallOptions): Promise<SpecialistSchedule> {
    return this.client.request('specialistSchedule.put', { params: { id }, body }, options)
  }
}

/** Holidays and short days. */
export class HolidaysResource extends Resource {
  /**
   * List holidays and short days, by date.
   *
   * @param query Which holidays.
   */
  list(query: ListHolidayQuery = {}, options?: CallOptions): List<Holiday> {
    return this.client.list('holidays.list', { query }, options)
  }

  /**
   * Get one of the holidays.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<Holiday> {
    return this.client.request('holidays.get', { params: { id } }, options)
  }

  /**
   * Add a holiday; the answer names appointments outside the hours now.
   *
   * @param body A holiday or short day to add.
   * @throws {BookingError} unknown_reference, already_exists, invalid_data
   */
  create(body: HolidayDraft, options?: CallOptions): Promise<Holiday> {
    return this.client.request('holidays.create', { body }, options)
  }

  /**
   * Which appointments holidays would leave outside the hours that are inside now; nothing is changed.
   *
   * @param body Days that are thought of as holidays or short days.
   * @throws {BookingError} unknown_reference, invalid_data
   */
  preview(body: HolidayPlan, options?: CallOptions): Promise<HolidayPreview> {
    return this.client.request('holidays.preview', { body }, options)
  }

  /**
   * Remove a holiday.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, version_conflict
   */
  remove(id: number, options?: CallOptions): Promise<void> {
    return this.client.request('holidays.remove', { params: { id } }, options)
  }
}

/** Time that a specialist is not to be booked. */
export class BreaksResource extends Resource {
  /**
   * List breaks, by date.
   *
   * @param query Which breaks.
   */
  list(query: ListBreakQuery = {}, options?: CallOptions): List<Break> {
    return this.client.list('breaks.list', { query }, options)
  }

  /**
   * Get one of the breaks.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<Break> {
    return this.client.request('breaks.get', { params: { id } }, options)
  }

  /**
   * Add a break.
   *
   * @param body A break to add. It takes time like a visit: overlapping a visit is refused.
   * @throws {BookingError} not_found, unknown_reference, slot_unavailable, invalid_data
   */
  create(body: BreakDraft, options?: CallOptions): Promise<Break> {
    return this.client.request('breaks.create', { body }, options)
  }

  /**
   * Remove a break.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, version_conflict
   */
  remove(id: number, options?: CallOptions): Promise<void> {
    return this.client.request('breaks.remove', { params: { id } }, options)
  }
}

/** Times that can be booked. */
export class AvailabilityResource extends Resource {
  /**
   * Find times that can be booked.
   *
   * @param query What to look for.
   * @throws {BookingError} not_found, forbidden
   */
  search(query: AvailabilityQuery, options?: CallOptions): Promise<Availability> {
    return this.client.request('availability.search', { query }, options)
  }

  /**
   * The next free times of every service of a branch, for a first screen.
   *
   * @param query Where to look.
   * @throws {BookingError} not_found
   */
  nearest(query: NearestQuery, options?: CallOptions): Promise<NearestTimes> {
    return this.client.request('availability.nearest', { query }, options)
  }
}

/** The days of a branch, as its desk sees them. */
export class AgendaResource extends Resource {
  /**
   * Days of a branch in one call: hours, breaks, visits and their clients. A specialist sees their own.
   *
   * @param query Which days of which branch.
   * @throws {BookingError} not_found
   */
  get(query: AgendaQuery, options?: CallOptions): Promise<Agenda> {
    return this.client.request('agenda.get', { query }, options)
  }
}

/** Visits: hold a time, confirm it, move it, cancel it. */
export class AppointmentsResource extends Resource {
  /**
   * Hold a time for two minutes, to be confirmed.
   *
   * @param body What to hold.
   * @throws {BookingError} not_found, slot_unavailable, service_not_offered, time_not_bookable, too_many_holds
   */
  book(body: BookRequest, options?: CallOptions): Promise<Hold> {
    return this.client.request('appointments.book', { body }, options)
  }

  /**
   * Give a held time back; again = the same answer.
   *
   * @param body Which hold.
   */
  release(body: ReleaseRequest, options?: CallOptions): Promise<void> {
    return this.client.request('appointments.release', { body }, options)
  }

  /**
   * Make the held time a visit.
   *
   * @param body Makes the held time a visit.
   * @throws {BookingError} not_found, forbidden, hold_expired, slot_unavailable, contact_required, consent_required, phone_invalid, client_blocked, insufficient_funds, package_not_valid, discount_not_with_package, price_changed, payment_method_unavailable, promo_not_valid, unknown_reference
   */
  confirm(body: ConfirmRequest, options?: CallOptions): Promise<Appointment> {
    return this.client.request('appointments.confirm', { body }, options)
  }

  /**
   * Book in one call, at the desk; `force` overrides, with a reason.
   *
   * @param body A booking in one call, without a hold.
   * @throws {BookingError} not_found, promo_not_valid, already_paid, slot_unavailable, service_not_offered, time_not_bookable, contact_required, phone_invalid, reason_required, unknown_reference, payment_method_unavailable, insufficient_funds, package_not_valid, discount_not_with_package
   */
  create(body: DeskBooking, options?: CallOptions): Promise<Appointment> {
    return this.client.request('appointments.create', { body }, options)
  }

  /**
   * What confirming a hold would cost, with each discount; at the desk without a hold too.
   *
   * @param body For whom and with what: of a hold, or of a wish.
   * @throws {BookingError} unknown_reference, slot_unavailable, service_not_offered, time_not_bookable, client_blocked, not_found, forbidden, hold_expired, promo_not_valid, reason_required, contact_required
   */
  quote(body: QuoteRequest = {}, options?: CallOptions): Promise<Quote> {
    return this.client.request('appointments.quote', { body }, options)
  }

  /**
   * Pay what is left: from the balance, a package, or at the desk.
   *
   * @param id Identifier.
   * @param body Pays what is still to pay of a visit.
   * @throws {BookingError} not_found, version_conflict, invalid_transition, insufficient_funds, package_not_valid, already_paid, payment_method_unavailable
   */
  pay(id: number, body: SettleRequest, options?: CallOptions): Promise<Appointment> {
    return this.client.request('appointments.pay', { params: { id }, body }, options)
  }

  /**
   * Give money of a visit back, wholly or in part.
   *
   * @param id Identifier.
   * @param body Gives money of a visit back, to where it came from or to the balance.
   * @throws {BookingError} not_found, version_conflict, invalid_transition, refund_too_large, provider_failed
   */
  refund(id: number, body: VisitRefund, options?: CallOptions): Promise<Appointment> {
    return this.client.request('appointments.refund', { params: { id }, body }, options)
  }

  /**
   * Give a discount by hand to a visit that is not paid yet.
   *
   * @param id Identifier.
   * @param body A discount by staff, with its reason: a percent or an amount.
   * @throws {BookingError} not_found, version_conflict, invalid_transition, already_paid, invalid_data
   */
  discount(id: number, body: ManualDiscount, options?: CallOptions): Promise<Appointment> {
    return this.client.request('appointments.discount', { params: { id }, body }, options)
  }

  /**
   * List visits: a client’s and a specialist’s own, others all.
   *
   * @param query Which visits.
   */
  list(query: ListAppointmentQuery = {}, options?: CallOptions): List<Appointment> {
    return this.client.list('appointments.list', { query }, options)
  }

  /**
   * Get a visit.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<Appointment> {
    return this.client.request('appointments.get', { params: { id } }, options)
  }

  /**
   * Who did what with a visit, the last first; a specialist sees that of their own visits.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  history(id: number, options?: CallOptions): Promise<VisitHistory> {
    return this.client.request('appointments.history', { params: { id } }, options)
  }

  /**
   * Change the note of a visit.
   *
   * @param id Identifier.
   * @param body What to change.
   * @throws {BookingError} not_found, version_conflict
   */
  update(id: number, body: AppointmentChanges, options?: CallOptions): Promise<Appointment> {
    return this.client.request('appointments.update', { params: { id }, body }, options)
  }

  /**
   * The visit as a calendar file.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  calendar(id: number, options?: CallOptions): Promise<string> {
    return this.client.request('appointments.calendar', { params: { id } }, options)
  }

  /**
   * The visit as an invoice to print: what it costs, what was paid, what is left.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  invoice(id: number, options?: CallOptions): Promise<string> {
    return this.client.request('appointments.invoice', { params: { id } }, options)
  }

  /**
   * Confirm a pending visit.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, version_conflict, invalid_transition
   */
  approve(id: number, options?: CallOptions): Promise<Appointment> {
    return this.client.request('appointments.approve', { params: { id } }, options)
  }

  /**
   * Cancel a visit; again = the same answer.
   *
   * @param id Identifier.
   * @param body Why, and what becomes of the money.
   * @throws {BookingError} not_found, version_conflict, invalid_transition, outside_cancellation_window
   */
  cancel(id: number, body: CancelRequest = {}, options?: CallOptions): Promise<Appointment> {
    return this.client.request('appointments.cancel', { params: { id }, body }, options)
  }

  /**
   * The client says that they are coming; again = the same answer.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, version_conflict, invalid_transition
   */
  acknowledge(id: number, options?: CallOptions): Promise<Appointment> {
    return this.client.request('appointments.acknowledge', { params: { id } }, options)
  }

  /**
   * Move a visit: to another time, to another specialist, or make it longer or shorter; its price stays.
   *
   * @param id Identifier.
   * @param body Where to.
   * @throws {BookingError} not_found, version_conflict, invalid_transition, outside_cancellation_window, package_not_valid, slot_unavailable, service_not_offered, service_not_resizable, time_not_bookable, reason_required, unknown_reference
   */
  reschedule(id: number, body: MoveRequest, options?: CallOptions): Promise<Appointment> {
    return this.client.request('appointments.reschedule', { params: { id }, body }, options)
  }

  /**
   * The client has come.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, version_conflict, invalid_transition, promo_not_valid
   */
  arrive(id: number, options?: CallOptions): Promise<Appointment> {
    return this.client.request('appointments.arrive', { params: { id } }, options)
  }

  /**
   * The service has been given.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, version_conflict, invalid_transition, promo_not_valid
   */
  complete(id: number, options?: CallOptions): Promise<Appointment> {
    return this.client.request('appointments.complete', { params: { id } }, options)
  }

  /**
   * The client has not come.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, version_conflict, invalid_transition
   */
  noShow(id: number, options?: CallOptions): Promise<Appointment> {
    return this.client.request('appointments.noShow', { params: { id } }, options)
  }
}

/** What visits of a group service share, and how many seats are taken. */
export class GroupSessionsResource extends Resource {
  /**
   * List group sessions, by their start.
   *
   * @param query Which sessions.
   */
  list(query: ListGroupSessionQuery = {}, options?: CallOptions): List<GroupSession> {
    return this.client.list('groupSessions.list', { query }, options)
  }
}

/** A visit through its manage link, without an account. */
export class ManageResource extends Resource {
  /**
   * The visit of a manage link.
   *
   * @param code Code of the manage link.
   * @throws {BookingError} not_found
   */
  get(code: string, options?: CallOptions): Promise<ManagedAppointment> {
    return this.client.request('manage.get', { params: { code } }, options)
  }

  /**
   * Times to move the visit to; its own counts as free.
   *
   * @param code Code of the manage link.
   * @param query Which dates.
   * @throws {BookingError} not_found
   */
  availability(
    code: string,
    query: ManageAvailabilityQuery,
    options?: CallOptions,
  ): Promise<Availability> {
    return this.client.request('manage.availability', { params: { code }, query }, options)
  }

  /**
   * The visit as an invoice to print, without the name of who pays.
   *
   * @param code Code of the manage link.
   * @throws {BookingError} not_found
   */
  invoice(code: string, options?: CallOptions): Promise<string> {
    return this.client.request('manage.invoice', { params: { code } }, options)
  }

  /**
   * Cancel the visit; again = the same answer.
   *
   * @param code Code of the manage link.
   * @param body Why, and what becomes of the money.
   * @throws {BookingError} not_found, version_conflict, invalid_transition, outside_cancellation_window
   */
  cancel(
    code: string,
    body: CancelRequest = {},
    options?: CallOptions,
  ): Promise<ManagedAppointment> {
    return this.client.request('manage.cancel', { params: { code }, body }, options)
  }

  /**
   * Say that one is coming; again = the same answer.
   *
   * @param code Code of the manage link.
   * @throws {BookingError} not_found, version_conflict, invalid_transition
   */
  acknowledge(code: string, options?: CallOptions): Promise<ManagedAppointment> {
    return this.client.request('manage.acknowledge', { params: { code } }, options)
  }

  /**
   * Move the visit.
   *
   * @param code Code of the manage link.
   * @param body Where to.
   * @throws {BookingError} not_found, version_conflict, invalid_transition, outside_cancellation_window, package_not_valid, slot_unavailable, service_not_offered, time_not_bookable, unknown_reference
   */
  reschedule(
    code: string,
    body: ManageMoveRequest,
    options?: CallOptions,
  ): Promise<ManagedAppointment> {
    return this.client.request('manage.reschedule', { params: { code }, body }, options)
  }

  /**
   * Be told of this visit alone in this browser; again = the same subscription.
   *
   * @param code Code of the manage link.
   * @param body As `PushSubscription.toJSON()` of the browser gives it.
   * @throws {BookingError} not_found, address_not_allowed, conflict
   */
  addPushSubscription(
    code: string,
    body: PushSubscriptionDraft,
    options?: CallOptions,
  ): Promise<PushSubscription> {
    return this.client.request('manage.addPushSubscription', { params: { code }, body }, options)
  }

  /**
   * The visit as a calendar file.
   *
   * @param code Code of the manage link.
   * @throws {BookingError} not_found
   */
  calendar(code: string, options?: CallOptions): Promise<string> {
    return this.client.request('manage.calendar', { params: { code } }, options)
  }
}

/** Clients, their discounts and consents. */
export class ClientsResource extends Resource {
  /**
   * Find clients by any part of name, phone or e-mail; a specialist finds their own.
   *
   * @param query Which clients.
   */
  list(query: ListClientQuery = {}, options?: CallOptions): List<ListedClient> {
    return this.client.list('clients.list', { query }, options)
  }

  /**
   * Get a client.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<Client> {
    return this.client.request('clients.get', { params: { id } }, options)
  }

  /**
   * Add a client.
   *
   * @param body A client to add; a name or a contact is needed.
   * @throws {BookingError} already_exists, phone_invalid, contact_required
   */
  create(body: ClientDraft = {}, options?: CallOptions): Promise<Client> {
    return this.client.request('clients.create', { body }, options)
  }

  /**
   * Take over clients from a file: line by line, the good ones whatever the others are.
   *
   * @param body Lines of a file; a longer file comes in parts.
   * @throws {BookingError} conflict
   */
  import(body: ClientImport, options?: CallOptions): Promise<ClientImportResult> {
    return this.client.request('clients.import', { body }, options)
  }

  /**
   * Change a client.
   *
   * @param id Identifier.
   * @param body What to change of the client.
   * @throws {BookingError} not_found, version_conflict, already_exists, phone_invalid, conflict, contact_required, invalid_data
   */
  update(id: number, body: ClientChanges, options?: CallOptions): Promise<Client> {
    return this.client.request('clients.update', { params: { id }, body }, options)
  }

  /**
   * Visits of a client, newest first.
   *
   * @param id Identifier.
   * @param query Which page.
   * @throws {BookingError} not_found
   */
  appointments(id: number, query: PageQuery = {}, options?: CallOptions): List<Appointment> {
    return this.client.list('clients.appointments', { params: { id }, query }, options)
  }

  /**
   * Personal discounts of a client.
   *
   * @param id Identifier.
   * @param query Which page.
   * @throws {BookingError} not_found
   */
  discounts(id: number, query: PageQuery = {}, options?: CallOptions): List<ClientDiscount> {
    return this.client.list('clients.discounts', { params: { id }, query }, options)
  }

  /**
   * Give a personal discount.
   *
   * @param id Identifier.
   * @param body A personal discount to give.
   * @throws {BookingError} not_found, unknown_reference, invalid_data
   */
  addDiscount(
    id: number,
    body: ClientDiscountDraft,
    options?: CallOptions,
  ): Promise<ClientDiscount> {
    return this.client.request('clients.addDiscount', { params: { id }, body }, options)
  }

  /**
   * Take a personal discount away; visits keep theirs.
   *
   * @param id Identifier.
   * @param discountId The discount.
   * @throws {BookingError} not_found
   */
  removeDiscount(id: number, discountId: number, options?: CallOptions): Promise<void> {
    return this.client.request(
      'clients.removeDiscount',
      { params: { id, discount_id: discountId } },
      options,
    )
  }

  /**
   * Consents of a client, newest first.
   *
   * @param id Identifier.
   * @param query Which page.
   * @throws {BookingError} not_found
   */
  consents(id: number, query: PageQuery = {}, options?: CallOptions): List<ConsentRecord> {
    return this.client.list('clients.consents', { params: { id }, query }, options)
  }

  /**
   * How a client wants to be told.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  notificationPreferences(id: number, options?: CallOptions): Promise<NotificationPreferences> {
    return this.client.request('clients.notificationPreferences', { params: { id } }, options)
  }

  /**
   * Change how a client wants to be told, at their word.
   *
   * @param id Identifier.
   * @param body What to change.
   * @throws {BookingError} not_found, version_conflict, invalid_data
   */
  updateNotificationPreferences(
    id: number,
    body: NotificationPreferencesChange,
    options?: CallOptions,
  ): Promise<NotificationPreferences> {
    return this.client.request(
      'clients.updateNotificationPreferences',
      { params: { id }, body },
      options,
    )
  }

  /**
   * Record that a client gave or withdrew a consent.
   *
   * @param id Identifier.
   * @param body Give or withdraw a consent.
   * @throws {BookingError} not_found, unknown_reference
   */
  addConsent(id: number, body: ConsentChange, options?: CallOptions): Promise<ConsentRecord> {
    return this.client.request('clients.addConsent', { params: { id }, body }, options)
  }

  /**
   * The balance of a client.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  wallet(id: number, options?: CallOptions): Promise<Wallet> {
    return this.client.request('clients.wallet', { params: { id } }, options)
  }

  /**
   * The ledger of a client, newest first.
   *
   * @param id Identifier.
   * @param query Which page.
   * @throws {BookingError} not_found
   */
  transactions(id: number, query: PageQuery = {}, options?: CallOptions): List<WalletTransaction> {
    return this.client.list('clients.transactions', { params: { id }, query }, options)
  }

  /**
   * Add a line to the ledger: reception deposits, admins everything.
   *
   * @param id Identifier.
   * @param body A line to add.
   * @throws {BookingError} not_found, insufficient_funds, refund_too_large, package_refund_needed, reason_required, unknown_reference, already_paid, invalid_data, conflict
   */
  addTransaction(
    id: number,
    body: TransactionDraft,
    options?: CallOptions,
  ): Promise<WalletTransaction> {
    return this.client.request('clients.addTransaction', { params: { id }, body }, options)
  }

  /**
   * Packages of a client, newest first.
   *
   * @param id Identifier.
   * @param query Which page.
   * @throws {BookingError} not_found
   */
  packages(id: number, query: PageQuery = {}, options?: CallOptions): List<ClientPackage> {
    return this.client.list('clients.packages', { params: { id }, query }, options)
  }

  /**
   * Sell a package to a client.
   *
   * @param id Identifier.
   * @param body A package to buy. By card: through /payments with purpose package.
   * @throws {BookingError} not_found, unknown_reference, insufficient_funds, payment_method_unavailable, archived
   */
  sellPackage(id: number, body: PackagePurchase, options?: CallOptions): Promise<ClientPackage> {
    return this.client.request('clients.sellPackage', { params: { id }, body }, options)
  }

  /**
   * Take a package back and give the money of its unused visits back.
   *
   * @param id Identifier.
   * @param clientPackageId The client’s package.
   * @param body Takes a package back; what its unused visits cost is given back.
   * @throws {BookingError} not_found, invalid_transition, payment_method_unavailable, provider_failed
   */
  refundPackage(
    id: number,
    clientPackageId: number,
    body: PackageRefund,
    options?: CallOptions,
  ): Promise<ClientPackage> {
    return this.client.request(
      'clients.refundPackage',
      { params: { id, client_package_id: clientPackageId }, body },
      options,
    )
  }

  /**
   * Merge a duplicate into this client: visits, money and packages come over.
   *
   * @param id Identifier.
   * @param body The duplicate.
   * @throws {BookingError} not_found, unknown_reference, conflict, version_conflict, invalid_data
   */
  merge(id: number, body: MergeRequest, options?: CallOptions): Promise<Client> {
    return this.client.request('clients.merge', { params: { id }, body }, options)
  }

  /**
   * All that is kept of a client.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  export(id: number, options?: CallOptions): Promise<ClientExport> {
    return this.client.request('clients.export', { params: { id } }, options)
  }

  /**
   * Erase the personal data; visits and the ledger stay without it. Coming visits must be cancelled first.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, still_in_use, version_conflict
   */
  erase(id: number, options?: CallOptions): Promise<Client> {
    return this.client.request('clients.erase', { params: { id } }, options)
  }
}

/** Texts of consents, version by version. */
export class ConsentTextsResource extends Resource {
  /**
   * The latest texts of consents.
   *
   * @param query Which texts.
   */
  list(query: ListConsentTextQuery = {}, options?: CallOptions): List<ConsentText> {
    return this.client.list('consentTexts.list', { query }, options)
  }

  /**
   * Publish a new version of a text.
   *
   * @param body A new version of a text.
   * @throws {BookingError} already_exists, invalid_data
   */
  create(body: ConsentTextDraft, options?: CallOptions): Promise<ConsentText> {
    return this.client.request('consentTexts.create', { body }, options)
  }
}

/** The signed-in client’s own. */
export class MeResource extends Resource {
  /**
   * The signed-in client.
   *
   */
  get(options?: CallOptions): Promise<Me> {
    return this.client.request('me.get', {}, options)
  }

  /**
   * Change one’s name, birthday or language; the contacts that one signs in by stay.
   *
   * @param body What to change.
   * @throws {BookingError} version_conflict
   */
  update(body: MeChanges, options?: CallOptions): Promise<Me> {
    return this.client.request('me.update', { body }, options)
  }

  /**
   * One’s visits, newest first.
   *
   * @param query Which page.
   */
  appointments(query: PageQuery = {}, options?: CallOptions): List<Appointment> {
    return this.client.list('me.appointments', { query }, options)
  }

  /**
   * One’s personal discounts that hold today.
   *
   * @param query Which page.
   */
  discounts(query: PageQuery = {}, options?: CallOptions): List<ClientDiscount> {
    return this.client.list('me.discounts', { query }, options)
  }

  /**
   * One’s consents, newest first.
   *
   * @param query Which page.
   */
  consents(query: PageQuery = {}, options?: CallOptions): List<ConsentRecord> {
    return this.client.list('me.consents', { query }, options)
  }

  /**
   * One’s balance.
   *
   */
  wallet(options?: CallOptions): Promise<Wallet> {
    return this.client.request('me.wallet', {}, options)
  }

  /**
   * One’s ledger, newest first.
   *
   * @param query Which page.
   */
  transactions(query: PageQuery = {}, options?: CallOptions): List<WalletTransaction> {
    return this.client.list('me.transactions', { query }, options)
  }

  /**
   * One’s packages, newest first.
   *
   * @param query Which page.
   */
  packages(query: PageQuery = {}, options?: CallOptions): List<ClientPackage> {
    return this.client.list('me.packages', { query }, options)
  }

  /**
   * Buy a package from one’s balance.
   *
   * @param body A package to buy. By card: through /payments with purpose package.
   * @throws {BookingError} unknown_reference, insufficient_funds, payment_method_unavailable, archived
   */
  buyPackage(body: PackagePurchase, options?: CallOptions): Promise<ClientPackage> {
    return this.client.request('me.buyPackage', { body }, options)
  }

  /**
   * Give or withdraw a consent.
   *
   * @param body Give or withdraw a consent.
   * @throws {BookingError} unknown_reference
   */
  addConsent(body: ConsentChange, options?: CallOptions): Promise<ConsentRecord> {
    return this.client.request('me.addConsent', { body }, options)
  }

  /**
   * The browsers that are told of one’s visits, newest first.
   *
   * @param query Which page.
   */
  pushSubscriptions(query: PageQuery = {}, options?: CallOptions): List<PushSubscription> {
    return this.client.list('me.pushSubscriptions', { query }, options)
  }

  /**
   * Be told of all one’s visits in this browser; again = the same subscription.
   *
   * @param body As `PushSubscription.toJSON()` of the browser gives it.
   * @throws {BookingError} address_not_allowed, conflict
   */
  addPushSubscription(
    body: PushSubscriptionDraft,
    options?: CallOptions,
  ): Promise<PushSubscription> {
    return this.client.request('me.addPushSubscription', { body }, options)
  }

  /**
   * Be told no more in that browser.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  removePushSubscription(id: number, options?: CallOptions): Promise<void> {
    return this.client.request('me.removePushSubscription', { params: { id } }, options)
  }

  /**
   * A one-use link that binds one’s Telegram account, for ten minutes.
   *
   * @throws {BookingError} telegram_unavailable, unavailable, rate_limited
   */
  telegramLink(options?: CallOptions): Promise<TelegramLink> {
    return this.client.request('me.telegramLink', {}, options)
  }

  /**
   * What one was told, newest first.
   *
   * @param query Which page.
   */
  notifications(query: PageQuery = {}, options?: CallOptions): List<OwnNotification> {
    return this.client.list('me.notifications', { query }, options)
  }

  /**
   * How one wants to be told.
   *
   */
  notificationPreferences(options?: CallOptions): Promise<NotificationPreferences> {
    return this.client.request('me.notificationPreferences', {}, options)
  }

  /**
   * Change how one wants to be told.
   *
   * @param body What to change.
   * @throws {BookingError} version_conflict, invalid_data
   */
  updateNotificationPreferences(
    body: NotificationPreferencesChange,
    options?: CallOptions,
  ): Promise<NotificationPreferences> {
    return this.client.request('me.updateNotificationPreferences', { body }, options)
  }

  /**
   * All that is kept of oneself.
   *
   */
  export(options?: CallOptions): Promise<ClientExport> {
    return this.client.request('me.export', {}, options)
  }

  /**
   * Erase one’s personal data. Coming visits must be cancelled first.
   *
   * @throws {BookingError} still_in_use
   */
  erase(options?: CallOptions): Promise<void> {
    return this.client.request('me.erase', {}, options)
  }
}

/** Web push. */
export class PushKeyResource extends Resource {
  /**
   * The key that a browser subscribes to web push with.
   *
   */
  get(options?: CallOptions): Promise<PushKey> {
    return this.client.request('pushKey.get', {}, options)
  }
}

/** What people were told, and by which channel. */
export class NotificationsResource extends Resource {
  /**
   * What people were told, and are to be told; newest first.
   *
   * @param query Which messages.
   */
  list(query: ListNotificationQuery = {}, options?: CallOptions): List<Notification> {
    return this.client.list('notifications.list', { query }, options)
  }

  /**
   * One message.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<Notification> {
    return this.client.request('notifications.get', { params: { id } }, options)
  }

  /**
   * Send it again now, if it is still true; not what is waiting or on its way.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, invalid_transition
   */
  resend(id: number, options?: CallOptions): Promise<Notification> {
    return this.client.request('notifications.resend', { params: { id } }, options)
  }
}

/** Who is told what, and when. */
export class NotificationRulesResource extends Resource {
  /**
   * Who is told what, when and by which channel; the quiet hours.
   *
   */
  get(options?: CallOptions): Promise<NotificationRules> {
    return this.client.request('notificationRules.get', {}, options)
  }

  /**
   * Replace the settings; messages that are planned already keep their time.
   *
   * @param body The settings as a whole. A rule that is not named is as it comes.
   * @throws {BookingError} version_conflict, unknown_reference, invalid_data
   */
  put(body: NotificationRulesChange, options?: CallOptions): Promise<NotificationRules> {
    return this.client.request('notificationRules.put', { body }, options)
  }
}

/** What is said, in both languages. */
export class NotificationTextsResource extends Resource {
  /**
   * Every text in both languages, and what may stand in it.
   *
   */
  list(options?: CallOptions): Promise<NotificationTexts> {
    return this.client.request('notificationTexts.list', {}, options)
  }

  /**
   * Say it in one’s own words.
   *
   * @param body The words.
   * @throws {BookingError} unknown_placeholder
   */
  put(body: NotificationTextChange, options?: CallOptions): Promise<NotificationText> {
    return this.client.request('notificationTexts.put', { body }, options)
  }

  /**
   * Say it again as it comes with the program.
   *
   * @param body Which text.
   */
  reset(body: NotificationTextName, options?: CallOptions): Promise<NotificationText> {
    return this.client.request('notificationTexts.reset', { body }, options)
  }

  /**
   * A text with the facts of an example; nothing is kept.
   *
   * @param body What to show.
   * @throws {BookingError} unknown_placeholder
   */
  preview(body: NotificationTextPreview, options?: CallOptions): Promise<NotificationPreview> {
    return this.client.request('notificationTexts.preview', { body }, options)
  }
}

/** What a member of staff wants to be told of. */
export class NotificationPreferencesResource extends Resource {
  /**
   * What the signed-in member of staff is told of.
   *
   */
  get(options?: CallOptions): Promise<StaffNotificationPreferences> {
    return this.client.request('notificationPreferences.get', {}, options)
  }

  /**
   * Change what one is told of, as a member of staff.
   *
   * @param body What to change.
   */
  update(
    body: StaffNotificationPreferencesChange,
    options?: CallOptions,
  ): Promise<StaffNotificationPreferences> {
    return this.client.request('notificationPreferences.update', { body }, options)
  }

  /**
   * A one-use link by which one is told by Telegram, for ten minutes.
   *
   * @throws {BookingError} telegram_unavailable, unavailable, rate_limited
   */
  telegramLink(options?: CallOptions): Promise<TelegramLink> {
    return this.client.request('notificationPreferences.telegramLink', {}, options)
  }

  /**
   * Be told by e-mail again. Again: the same.
   *
   */
  unlinkTelegram(options?: CallOptions): Promise<void> {
    return this.client.request('notificationPreferences.unlinkTelegram', {}, options)
  }

  /**
   * What the bot says when its person has come by such a link.
   *
   * @param body Who has come, and by which link.
   * @throws {BookingError} invalid_init_data, invalid_link, telegram_unavailable, rate_limited
   */
  redeemTelegramLink(body: StaffTelegram, options?: CallOptions): Promise<void> {
    return this.client.request('notificationPreferences.redeemTelegramLink', { body }, options)
  }
}

/** Messages to many clients at once. */
export class BroadcastsResource extends Resource {
  /**
   * Broadcasts, newest first.
   *
   * @param query Which page.
   */
  list(query: ListBroadcastQuery = {}, options?: CallOptions): List<Broadcast> {
    return this.client.list('broadcasts.list', { query }, options)
  }

  /**
   * A broadcast, and how far it has come.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<Broadcast> {
    return this.client.request('broadcasts.get', { params: { id } }, options)
  }

  /**
   * Whom a broadcast would reach; nothing is sent.
   *
   * @param body Whom it would reach.
   * @throws {BookingError} unknown_reference
   */
  count(body: BroadcastCountRequest, options?: CallOptions): Promise<BroadcastCount> {
    return this.client.request('broadcasts.count', { body }, options)
  }

  /**
   * Write to the clients of a segment who consented to marketing.
   *
   * @param body A message to many.
   * @throws {BookingError} unknown_reference, invalid_data
   */
  create(body: BroadcastDraft, options?: CallOptions): Promise<Broadcast> {
    return this.client.request('broadcasts.create', { body }, options)
  }

  /**
   * Write to nobody more; again = the same answer. What is sent is sent.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, invalid_transition
   */
  stop(id: number, options?: CallOptions): Promise<Broadcast> {
    return this.client.request('broadcasts.stop', { params: { id } }, options)
  }
}

/** Promo codes. */
export class PromoCodesResource extends Resource {
  /**
   * List promo codes.
   *
   * @param query Which promo codes.
   */
  list(query: ListPromoCodeQuery = {}, options?: CallOptions): List<PromoCode> {
    return this.client.list('promoCodes.list', { query }, options)
  }

  /**
   * Get a promo code.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<PromoCode> {
    return this.client.request('promoCodes.get', { params: { id } }, options)
  }

  /**
   * Add a promo code.
   *
   * @param body A promo code to make.
   * @throws {BookingError} unknown_reference, already_exists, invalid_data
   */
  create(body: PromoCodeDraft, options?: CallOptions): Promise<PromoCode> {
    return this.client.request('promoCodes.create', { body }, options)
  }

  /**
   * Change a promo code.
   *
   * @param id Identifier.
   * @param body What to change of a promo code.
   * @throws {BookingError} not_found, version_conflict, unknown_reference, already_exists, invalid_data
   */
  update(id: number, body: PromoCodeChanges, options?: CallOptions): Promise<PromoCode> {
    return this.client.request('promoCodes.update', { params: { id }, body }, options)
  }

  /**
   * Archive a promo code: it leaves the public catalogue and stays in history.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, version_conflict
   */
  archive(id: number, options?: CallOptions): Promise<void> {
    return this.client.request('promoCodes.archive', { params: { id } }, options)
  }

  /**
   * Bring a promo code back from the archive.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, already_exists, version_conflict
   */
  restore(id: number, options?: CallOptions): Promise<PromoCode> {
    return this.client.request('promoCodes.restore', { params: { id } }, options)
  }
}

/** The ledger of all balances. */
export class TransactionsResource extends Resource {
  /**
   * The ledger of all clients, newest first.
   *
   * @param query Which lines.
   */
  list(query: ListTransactionQuery = {}, options?: CallOptions): List<LedgerLine> {
    return this.client.list('transactions.list', { query }, options)
  }
}

/** Money from outside: by card through a provider, or at the desk. */
export class PaymentsResource extends Resource {
  /**
   * Begin an external payment; the answer’s `url` is where it is paid.
   *
   * @param body What to pay for: a visit of one’s own, a package, or one’s balance.
   * @throws {BookingError} not_found, unknown_reference, payment_method_unavailable, invalid_transition, already_paid, invalid_data
   */
  create(body: PaymentDraft, options?: CallOptions): Promise<Payment> {
    return this.client.request('payments.create', { body }, options)
  }

  /**
   * List payments, newest first; a client’s own.
   *
   * @param query Which payments.
   */
  list(query: ListPaymentQuery = {}, options?: CallOptions): List<Payment> {
    return this.client.list('payments.list', { query }, options)
  }

  /**
   * Get a payment; asks the provider when it is still pending.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<Payment> {
    return this.client.request('payments.get', { params: { id } }, options)
  }

  /**
   * Give money back, to the card or to the balance.
   *
   * @param id Identifier.
   * @param body Gives money back.
   * @throws {BookingError} not_found, version_conflict, refund_too_large, package_refund_needed, invalid_transition, insufficient_funds, payment_method_unavailable
   */
  refund(id: number, body: PaymentRefund, options?: CallOptions): Promise<Payment> {
    return this.client.request('payments.refund', { params: { id }, body }, options)
  }

  /**
   * Where the providers’ lists and the books do not agree.
   *
   * @param query Which page.
   */
  differences(
    query: ListPaymentDifferenceQuery = {},
    options?: CallOptions,
  ): List<PaymentDifference> {
    return this.client.list('payments.differences', { query }, options)
  }

  /**
   * Mark a difference as looked at.
   *
   * @param id Identifier.
   * @param body What was done.
   * @throws {BookingError} not_found
   */
  settleDifference(
    id: number,
    body: SettleDifference,
    options?: CallOptions,
  ): Promise<PaymentDifference> {
    return this.client.request('payments.settleDifference', { params: { id }, body }, options)
  }
}

/** Fiscal documents (54-ФЗ). */
export class ReceiptsResource extends Resource {
  /**
   * List receipts, newest first; a client’s own.
   *
   * @param query Which receipts.
   */
  list(query: ListReceiptQuery = {}, options?: CallOptions): List<Receipt> {
    return this.client.list('receipts.list', { query }, options)
  }

  /**
   * Get a receipt.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<Receipt> {
    return this.client.request('receipts.get', { params: { id } }, options)
  }

  /**
   * The receipt as a page to print.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  print(id: number, options?: CallOptions): Promise<string> {
    return this.client.request('receipts.print', { params: { id } }, options)
  }

  /**
   * Queue a failed receipt again.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found, invalid_transition
   */
  retry(id: number, options?: CallOptions): Promise<Receipt> {
    return this.client.request('receipts.retry', { params: { id } }, options)
  }
}

/** How the business does. */
export class ReportsResource extends Resource {
  /**
   * Money that came and went back, and visits sold.
   *
   * @param query Which figures.
   */
  revenue(query: RevenueReportQuery, options?: CallOptions): Promise<RevenueReport> {
    return this.client.request('reports.revenue', { query }, options)
  }

  /**
   * Time sold of time offered.
   *
   * @param query Which figures.
   */
  utilization(query: UtilizationReportQuery, options?: CallOptions): Promise<UtilizationReport> {
    return this.client.request('reports.utilization', { query }, options)
  }

  /**
   * Visits and sales by service.
   *
   * @param query Which figures.
   */
  services(query: ServicesReportQuery, options?: CallOptions): Promise<ServicesReport> {
    return this.client.request('reports.services', { query }, options)
  }

  /**
   * Visits and sales by specialist.
   *
   * @param query Which figures.
   */
  specialists(query: SpecialistsReportQuery, options?: CallOptions): Promise<SpecialistsReport> {
    return this.client.request('reports.specialists', { query }, options)
  }

  /**
   * New and returning clients.
   *
   * @param query Which figures.
   */
  clients(query: ClientsReportQuery, options?: CallOptions): Promise<ClientsReport> {
    return this.client.request('reports.clients', { query }, options)
  }

  /**
   * Cancellations and no-shows, and what they cost.
   *
   * @param query Which figures.
   */
  cancellations(
    query: CancellationsReportQuery,
    options?: CallOptions,
  ): Promise<CancellationsReport> {
    return this.client.request('reports.cancellations', { query }, options)
  }

  /**
   * How far ahead, where from and when visits are booked.
   *
   * @param query Which figures.
   */
  bookings(query: BookingsReportQuery, options?: CallOptions): Promise<BookingsReport> {
    return this.client.request('reports.bookings', { query }, options)
  }

  /**
   * Who comes again, by the month of their first visit.
   *
   * @param query Which figures.
   */
  retention(query: RetentionReportQuery, options?: CallOptions): Promise<RetentionReport> {
    return this.client.request('reports.retention', { query }, options)
  }

  /**
   * Balances of clients, and what moved them.
   *
   * @param query Which figures.
   */
  balances(query: BalancesReportQuery, options?: CallOptions): Promise<BalancesReport> {
    return this.client.request('reports.balances', { query }, options)
  }

  /**
   * What is owed at the end of `to`: balances, and visits sold but not yet given.
   *
   * @param query Which figures.
   */
  liabilities(query: LiabilitiesReportQuery, options?: CallOptions): Promise<LiabilitiesReport> {
    return this.client.request('reports.liabilities', { query }, options)
  }
}

/** The live stream of what happens. */
export class EventsResource extends Resource {
  /**
   * A live stream (server-sent events) of what happens; a client sees their own. `Last-Event-ID` resumes.
   *
   * @param query Which events.
   */
  stream(query: EventStreamQuery = {}, options?: StreamOptions): AsyncIterable<BookingEvent> {
    return this.client.stream('events.stream', { query }, options)
  }
}

/** Addresses that events are posted to, and what was sent there. */
export class WebhookEndpointsResource extends Resource {
  /**
   * List webhook endpoints.
   *
   * @param query Which page.
   */
  list(query: ListWebhookEndpointQuery = {}, options?: CallOptions): List<WebhookEndpoint> {
    return this.client.list('webhookEndpoints.list', { query }, options)
  }

  /**
   * Get a webhook endpoint.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  get(id: number, options?: CallOptions): Promise<WebhookEndpoint> {
    return this.client.request('webhookEndpoints.get', { params: { id } }, options)
  }

  /**
   * Add a webhook endpoint.
   *
   * @param body An endpoint to add.
   * @throws {BookingError} address_not_allowed
   */
  create(body: WebhookEndpointDraft, options?: CallOptions): Promise<CreatedWebhookEndpoint> {
    return this.client.request('webhookEndpoints.create', { body }, options)
  }

  /**
   * Change a webhook endpoint.
   *
   * @param id Identifier.
   * @param body What to change.
   * @throws {BookingError} not_found, version_conflict, address_not_allowed
   */
  update(
    id: number,
    body: WebhookEndpointChanges,
    options?: CallOptions,
  ): Promise<WebhookEndpoint> {
    return this.client.request('webhookEndpoints.update', { params: { id }, body }, options)
  }

  /**
   * Remove a webhook endpoint.
   *
   * @param id Identifier.
   * @throws {BookingError} not_found
   */
  remove(id: number, options?: CallOptions): Promise<void> {
    return this.client.request('webhookEndpoints.remove', { params: { id } }, options)
  }

  /**
   * What was sent, newest first.
   *
   * @param id Identifier.
   * @param query Which deliveries.
   * @throws {BookingError} not_found
   */
  deliveries(
    id: number,
    query: ListWebhookDeliveryQuery = {},
    options?: CallOptions,
  ): List<WebhookDelivery> {
    return this.client.list('webhookEndpoints.deliveries', { params: { id }, query }, options)
  }

  /**
   * Send it again now.
   *
   * @param id Identifier.
   * @param deliveryId The delivery.
   * @throws {BookingError} not_found
   */
  resend(id: number, deliveryId: number, options?: CallOptions): Promise<WebhookDelivery> {
    return this.client.request(
      'webhookEndpoints.resend',
      { params: { id, delivery_id: deliveryId } },
      options,
    )
  }
}

/** Who changed what. */
export class AuditLogResource extends Resource {
  /**
   * Who changed what, newest first.
   *
   * @param query Which changes.
   */
  list(query: ListAuditEntryQuery = {}, options?: CallOptions): List<AuditEntry> {
    return this.client.list('auditLog.list', { query }, options)
  }
}

/** Every noun of the API. */
export interface Resources {
  /** Founding an organization. */
  readonly organizations: OrganizationsResource
  /** One’s own organization: its name, looks and rules of booking. */
  readonly organization: OrganizationResource
  /** Signing in and out: staff by password, clients by a one-time code or by Telegram. */
  readonly auth: AuthResource
  /** Who signs in to the panel, and with which role. */
  readonly staff: StaffResource
  /** Keys of sites (publishable) and of servers (secret). */
  readonly apiKeys: ApiKeysResource
  /** Branches. */
  readonly locations: LocationsResource
  /** Rooms, chairs and machines that a visit takes. */
  readonly workplaces: WorkplacesResource
  /** What can be booked. */
  readonly services: ServicesResource
  /** Packages of visits that clients can buy. */
  readonly servicePackages: ServicePackagesResource
  /** Who gives the services. */
  readonly specialists: SpecialistsResource
  /** Opening hours of a branch. */
  readonly locationSchedule: LocationScheduleResource
  /** Working hours of a specialist, and dated exceptions to them. */
  readonly specialistSchedule: SpecialistScheduleResource
  /** Holidays and short days. */
  readonly holidays: HolidaysResource
  /** Time that a specialist is not to be booked. */
  readonly breaks: BreaksResource
  /** Times that can be booked. */
  readonly availability: AvailabilityResource
  /** The days of a branch, as its desk sees them. */
  readonly agenda: AgendaResource
  /** Visits: hold a time, confirm it, move it, cancel it. */
  readonly appointments: AppointmentsResource
  /** What visits of a group service share, and how many seats are taken. */
  readonly groupSessions: GroupSessionsResource
  /** A visit through its manage link, without an account. */
  readonly manage: ManageResource
  /** Clients, their discounts and consents. */
  readonly clients: ClientsResource
  /** Texts of consents, version by version. */
  readonly consentTexts: ConsentTextsResource
  /** The signed-in client’s own. */
  readonly me: MeResource
  /** Web push. */
  readonly pushKey: PushKeyResource
  /** What people were told, and by which channel. */
  readonly notifications: NotificationsResource
  /** Who is told what, and when. */
  readonly notificationRules: NotificationRulesResource
  /** What is said, in both languages. */
  readonly notificationTexts: NotificationTextsResource
  /** What a member of staff wants to be told of. */
  readonly notificationPreferences: NotificationPreferencesResource
  /** Messages to many clients at once. */
  readonly broadcasts: BroadcastsResource
  /** Promo codes. */
  readonly promoCodes: PromoCodesResource
  /** The ledger of all balances. */
  readonly transactions: TransactionsResource
  /** Money from outside: by card through a provider, or at the desk. */
  readonly payments: PaymentsResource
  /** Fiscal documents (54-ФЗ). */
  readonly receipts: ReceiptsResource
  /** How the business does. */
  readonly reports: ReportsResource
  /** The live stream of what happens. */
  readonly events: EventsResource
  /** Addresses that events are posted to, and what was sent there. */
  readonly webhookEndpoints: WebhookEndpointsResource
  /** Who changed what. */
  readonly auditLog: AuditLogResource
}

/** The resources over one client. */
export function createResources(client: Caller): Resources {
  return {
    organizations: new OrganizationsResource(client),
    organization: new OrganizationResource(client),
    auth: new AuthResource(client),
    staff: new StaffResource(client),
    apiKeys: new ApiKeysResource(client),
    locations: new LocationsResource(client),
    workplaces: new WorkplacesResource(client),
    services: new ServicesResource(client),
    servicePackages: new ServicePackagesResource(client),
    specialists: new SpecialistsResource(client),
    locationSchedule: new LocationScheduleResource(client),
    specialistSchedule: new SpecialistScheduleResource(client),
    holidays: new HolidaysResource(client),
    breaks: new BreaksResource(client),
    availability: new AvailabilityResource(client),
    agenda: new AgendaResource(client),
    appointments: new AppointmentsResource(client),
    groupSessions: new GroupSessionsResource(client),
    manage: new ManageResource(client),
    clients: new ClientsResource(client),
    consentTexts: new ConsentTextsResource(client),
    me: new MeResource(client),
    pushKey: new PushKeyResource(client),
    notifications: new NotificationsResource(client),
    notificationRules: new NotificationRulesResource(client),
    notificationTexts: new NotificationTextsResource(client),
    notificationPreferences: new NotificationPreferencesResource(client),
    broadcasts: new BroadcastsResource(client),
    promoCodes: new PromoCodesResource(client),
    transactions: new TransactionsResource(client),
    payments: new PaymentsResource(client),
    receipts: new ReceiptsResource(client),
    reports: new ReportsResource(client),
    events: new EventsResource(client),
    webhookEndpoints: new WebhookEndpointsResource(client),
    auditLog: new AuditLogResource(client),
  }
}
