// Generated from contract/ by `npm run generate`. Do not edit.

/**
 * What comes in and goes out of each operation.
 */
export interface OperationTypes {
  /**
   * Found an organization (while SIGNUP is open).
   */
  'organizations.create': {
    params: null
    query: null
    body: OrganizationDraft
    reply: FoundedOrganization
  }
  /**
   * One’s own organization.
   */
  'organization.get': {
    params: null
    query: null
    body: null
    reply: Organization
  }
  /**
   * How the organization’s Telegram bot is.
   */
  'organization.telegram': {
    params: null
    query: null
    body: null
    reply: TelegramStatus
  }
  /**
   * Change one’s own organization.
   */
  'organization.update': {
    params: null
    query: null
    body: OrganizationChanges
    reply: Organization
  }
  /**
   * Sign a member of staff in.
   */
  'auth.staff': {
    params: null
    query: null
    body: StaffSignIn
    reply: Tokens
  }
  /**
   * Send a client a one-time code.
   */
  'auth.code': {
    params: null
    query: null
    body: CodeRequest
    reply: CodeSent
  }
  /**
   * Sign a client in by the code.
   */
  'auth.token': {
    params: null
    query: null
    body: CodeExchange
    reply: Tokens
  }
  /**
   * Sign a client in by the init data of a Mini App of Telegram or MAX.
   */
  'auth.telegram': {
    params: null
    query: null
    body: TelegramSignIn
    reply: Tokens
  }
  /**
   * Exchange the refresh token. Used twice, it ends its whole family; a retry with the same Idempotency-Key is not a second use.
   */
  'auth.refresh': {
    params: null
    query: null
    body: RefreshRequest
    reply: Tokens
  }
  /**
   * End the session of the refresh token.
   */
  'auth.logout': {
    params: null
    query: null
    body: RefreshRequest
    reply: null
  }
  /**
   * End every session of oneself.
   */
  'auth.logoutAll': {
    params: null
    query: null
    body: null
    reply: null
  }
  /**
   * Change one’s own password; ends one’s other sessions.
   */
  'auth.password': {
    params: null
    query: null
    body: PasswordChange
    reply: Tokens
  }
  /**
   * Change one’s own name, and the e-mail that one signs in with.
   */
  'auth.profile': {
    params: null
    query: null
    body: ProfileChanges
    reply: Staff
  }
  /**
   * Who is signed in.
   */
  'auth.whoami': {
    params: null
    query: null
    body: null
    reply: Staff
  }
  /**
   * List members of staff.
   */
  'staff.list': {
    params: null
    query: ListStaffQuery
    body: null
    reply: StaffPage
  }
  /**
   * Get a member of staff.
   */
  'staff.get': {
    params: IdParams
    query: null
    body: null
    reply: Staff
  }
  /**
   * Add a member of staff.
   */
  'staff.create': {
    params: null
    query: null
    body: StaffDraft
    reply: Staff
  }
  /**
   * Change a member of staff.
   */
  'staff.update': {
    params: IdParams
    query: null
    body: StaffChanges
    reply: Staff
  }
  /**
   * Archive a member of staff: they can no longer sign in, and stay in history.
   */
  'staff.archive': {
    params: IdParams
    query: null
    body: null
    reply: null
  }
  /**
   * Bring a member of staff back from the archive.
   */
  'staff.restore': {
    params: IdParams
    query: null
    body: null
    reply: Staff
  }
  /**
   * List keys.
   */
  'apiKeys.list': {
    params: null
    query: ListApiKeyQuery
    body: null
    reply: ApiKeyPage
  }
  /**
   * Get a key (without its value).
   */
  'apiKeys.get': {
    params: IdParams
    query: null
    body: null
    reply: ApiKey
  }
  /**
   * Make a key.
   */
  'apiKeys.create': {
    params: null
    query: null
    body: ApiKeyDraft
    reply: CreatedApiKey
  }
  /**
   * Change a key’s name, origins or scopes.
   */
  'apiKeys.update': {
    params: IdParams
    query: null
    body: ApiKeyChanges
    reply: ApiKey
  }
  /**
   * Revoke a key. Effective everywhere within a minute.
   */
  'apiKeys.revoke': {
    params: IdParams
    query: null
    body: null
    reply: null
  }
  /**
   * List branches.
   */
  'locations.list': {
    params: null
    query: ListLocationQuery
    body: null
    reply: LocationPage
  }
  /**
   * Get a branch.
   */
  'locations.get': {
    params: IdParams
    query: null
    body: null
    reply: Location
  }
  /**
   * Add a branch.
   */
  'locations.create': {
    params: null
    query: null
    body: LocationDraft
    reply: Location
  }
  /**
   * Change a branch.
   */
  'locations.update': {
    params: IdParams
    query: null
    body: LocationChanges
    reply: Location
  }
  /**
   * Archive a branch: it leaves the public catalogue and stays in history.
   */
  'locations.archive': {
    params: IdParams
    query: null
    body: null
    reply: null
  }
  /**
   * Bring a branch back from the archive.
   */
  'locations.restore': {
    params: IdParams
    query: null
    body: null
    reply: Location
  }
  /**
   * List workplaces.
   */
  'workplaces.list': {
    params: null
    query: ListWorkplaceQuery
    body: null
    reply: WorkplacePage
  }
  /**
   * Get a workplace.
   */
  'workplaces.get': {
    params: IdParams
    query: null
    body: null
    reply: Workplace
  }
  /**
   * Add a workplace.
   */
  'workplaces.create': {
    params: null
    query: null
    body: WorkplaceDraft
    reply: Workplace
  }
  /**
   * Change a workplace.
   */
  'workplaces.update': {
    params: IdParams
    query: null
    body: WorkplaceChanges
    reply: Workplace
  }
  /**
   * Archive a workplace: it leaves the public catalogue and stays in history.
   */
  'workplaces.archive': {
    params: IdParams
    query: null
    body: null
    reply: null
  }
  /**
   * Bring a workplace back from the archive.
   */
  'workplaces.restore': {
    params: IdParams
    query: null
    body: null
    reply: Workplace
  }
  /**
   * List services.
   */
  'services.list': {
    params: null
    query: ListServiceQuery
    body: null
    reply: ServicePage
  }
  /**
   * Get a service.
   */
  'services.get': {
    params: IdParams
    query: null
    body: null
    reply: Service
  }
  /**
   * Add a service.
   */
  'services.create': {
    params: null
    query: null
    body: ServiceDraft
    reply: Service
  }
  /**
   * Change a service.
   */
  'services.update': {
    params: IdParams
    query: null
    body: ServiceChanges
    reply: Service
  }
  /**
   * Archive a service: it leaves the public catalogue and stays in history.
   */
  'services.archive': {
    params: IdParams
    query: null
    body: null
    reply: null
  }
  /**
   * Bring a service back from the archive.
   */
  'services.restore': {
    params: IdParams
    query: null
    body: null
    reply: Service
  }
  /**
   * List packages.
   */
  'servicePackages.list': {
    params: null
    query: ListServicePackageQuery
    body: null
    reply: ServicePackagePage
  }
  /**
   * Get a package.
   */
  'servicePackages.get': {
    params: IdParams
    query: null
    body: null
    reply: ServicePackage
  }
  /**
   * Add a package.
   */
  'servicePackages.create': {
    params: null
    query: null
    body: ServicePackageDraft
    reply: ServicePackage
  }
  /**
   * Change a package.
   */
  'servicePackages.update': {
    params: IdParams
    query: null
    body: ServicePackageChanges
    reply: ServicePackage
  }
  /**
   * Archive a package: it leaves the public catalogue and stays in history.
   */
  'servicePackages.archive': {
    params: IdParams
    query: null
    body: null
    reply: null
  }
  /**
   * Bring a package back from the archive.
   */
  'servicePackages.restore': {
    params: IdParams
    query: null
    body: null
    reply: ServicePackage
  }
  /**
   * List specialists.
   */
  'specialists.list': {
    params: null
    query: ListSpecialistQuery
    body: null
    reply: SpecialistPage
  }
  /**
   * Get a specialist.
   */
  'specialists.get': {
    params: IdParams
    query: null
    body: null
    reply: Specialist
  }
  /**
   * Add a specialist.
   */
  'specialists.create': {
    params: null
    query: null
    body: SpecialistDraft
    reply: Specialist
  }
  /**
   * Change a specialist.
   */
  'specialists.update': {
    params: IdParams
    query: null
    body: SpecialistChanges
    reply: Specialist
  }
  /**
   * Archive a specialist: they leave the public catalogue and stay in history.
   */
  'specialists.archive': {
    params: IdParams
    query: null
    body: null
    reply: null
  }
  /**
   * Bring a specialist back from the archive.
   */
  'specialists.restore': {
    params: IdParams
    query: null
    body: null
    reply: Specialist
  }
  /**
   * Opening hours of a branch.
   */
  'locationSchedule.get': {
    params: IdParams
    query: null
    body: null
    reply: LocationSchedule
  }
  /**
   * Replace the opening hours; the answer names appointments outside them now.
   */
  'locationSchedule.put': {
    params: IdParams
    query: null
    body: LocationWeek
    reply: LocationSchedule
  }
  /**
   * Working hours of a specialist.
   */
  'specialistSchedule.get': {
    params: IdParams
    query: null
    body: null
    reply: SpecialistSchedule
  }
  /**
   * Replace the working hours; the answer names appointments outside them now.
   */
  'specialistSchedule.put': {
    params: IdParams
    query: null
    body: SpecialistWeek
    reply: SpecialistSchedule
  }
  /**
   * List holidays and short days, by date.
   */
  'holidays.list': {
    params: null
    query: ListHolidayQuery
    body: null
    reply: HolidayPage
  }
  /**
   * Get one of the holidays.
   */
  'holidays.get': {
    params: IdParams
    query: null
    body: null
    reply: Holiday
  }
  /**
   * Add a holiday; the answer names appointments outside the hours now.
   */
  'holidays.create': {
    params: null
    query: null
    body: HolidayDraft
    reply: Holiday
  }
  /**
   * Which appointments holidays would leave outside the hours that are inside now; nothing is changed.
   */
  'holidays.preview': {
    params: null
    query: null
    body: HolidayPlan
    reply: HolidayPreview
  }
  /**
   * Remove a holiday.
   */
  'holidays.remove': {
    params: IdParams
    query: null
    body: null
    reply: null
  }
  /**
   * List breaks, by date.
   */
  'breaks.list': {
    params: null
    query: ListBreakQuery
    body: null
    reply: BreakPage
  }
  /**
   * Get one of the breaks.
   */
  'breaks.get': {
    params: IdParams
    query: null
    body: null
    reply: Break
  }
  /**
   * Add a break.
   */
  'breaks.create': {
    params: null
    query: null
    body: BreakDraft
    reply: Break
  }
  /**
   * Remove a break.
   */
  'breaks.remove': {
    params: IdParams
    query: null
    body: null
    reply: null
  }
  /**
   * Find times that can be booked.
   */
  'availability.search': {
    params: null
    query: AvailabilityQuery
    body: null
    reply: Availability
  }
  /**
   * The next free times of every service of a branch, for a first screen.
   */
  'availability.nearest': {
    params: null
    query: NearestQuery
    body: null
    reply: NearestTimes
  }
  /**
   * Days of a branch in one call: hours, breaks, visits and their clients. A specialist sees their own.
   */
  'agenda.get': {
    params: null
    query: AgendaQuery
    body: null
    reply: Agenda
  }
  /**
   * Hold a time for two minutes, to be confirmed.
   */
  'appointments.book': {
    params: null
    query: null
    body: BookRequest
    reply: Hold
  }
  /**
   * Give a held time back; again = the same answer.
   */
  'appointments.release': {
    params: null
    query: null
    body: ReleaseRequest
    reply: null
  }
  /**
   * Make the held time a visit.
   */
  'appointments.confirm': {
    params: null
    query: null
    body: ConfirmRequest
    reply: Appointment
  }
  /**
   * Book in one call, at the desk; `force` overrides, with a reason.
   */
  'appointments.create': {
    params: null
    query: null
    body: DeskBooking
    reply: Appointment
  }
  /**
   * What confirming a hold would cost, with each discount; at the desk without a hold too.
   */
  'appointments.quote': {
    params: null
    query: null
    body: QuoteRequest
    reply: Quote
  }
  /**
   * Pay what is left: from the balance, a package, or at the desk.
   */
  'appointments.pay': {
    params: IdParams
    query: null
    body: SettleRequest
    reply: Appointment
  }
  /**
   * Give money of a visit back, wholly or in part.
   */
  'appointments.refund': {
    params: IdParams
    query: null
    body: VisitRefund
    reply: Appointment
  }
  /**
   * Give a discount by hand to a visit that is not paid yet.
   */
  'appointments.discount': {
    params: IdParams
    query: null
    body: ManualDiscount
    reply: Appointment
  }
  /**
   * List visits: a client’s and a specialist’s own, others all.
   */
  'appointments.list': {
    params: null
    query: ListAppointmentQuery
    body: null
    reply: AppointmentPage
  }
  /**
   * Get a visit.
   */
  'appointments.get': {
    params: IdParams
    query: null
    body: null
    reply: Appointment
  }
  /**
   * Who did what with a visit, the last first; a specialist sees that of their own visits.
   */
  'appointments.history': {
    params: IdParams
    query: null
    body: null
    reply: VisitHistory
  }
  /**
   * Change the note of a visit.
   */
  'appointments.update': {
    params: IdParams
    query: null
    body: AppointmentChanges
    reply: Appointment
  }
  /**
   * The visit as a calendar file.
   */
  'appointments.calendar': {
    params: IdParams
    query: null
    body: null
    /**
     * An iCalendar file (RFC 5545).
     *
     * @example "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…\r\nEND:VCALENDAR\r\n"
     */
    reply: string
  }
  /**
   * The visit as an invoice to print: what it costs, what was paid, what is left.
   */
  'appointments.invoice': {
    params: IdParams
    query: null
    body: null
    /**
     * An HTML page.
     *
     * @example "<!doctype html>…"
     */
    reply: string
  }
  /**
   * Confirm a pending visit.
   */
  'appointments.approve': {
    params: IdParams
    query: null
    body: null
    reply: Appointment
  }
  /**
   * Cancel a visit; again = the same answer.
   */
  'appointments.cancel': {
    params: IdParams
    query: null
    body: CancelRequest
    reply: Appointment
  }
  /**
   * The client says that they are coming; again = the same answer.
   */
  'appointments.acknowledge': {
    params: IdParams
    query: null
    body: null
    reply: Appointment
  }
  /**
   * Move a visit: to another time, to another specialist, or make it longer or shorter; its price stays.
   */
  'appointments.reschedule': {
    params: IdParams
    query: null
    body: MoveRequest
    reply: Appointment
  }
  /**
   * The client has come.
   */
  'appointments.arrive': {
    params: IdParams
    query: null
    body: null
    reply: Appointment
  }
  /**
   * The service has been given.
   */
  'appointments.complete': {
    params: IdParams
    query: null
    body: null
    reply: Appointment
  }
  /**
   * The client has not come.
   */
  'appointments.noShow': {
    params: IdParams
    query: null
    body: null
    reply: Appointment
  }
  /**
   * List group sessions, by their start.
   */
  'groupSessions.list': {
    params: null
    query: ListGroupSessionQuery
    body: null
    reply: GroupSessionPage
  }
  /**
   * The visit of a manage link.
   */
  'manage.get': {
    params: ManageParams
    query: null
    body: null
    reply: ManagedAppointment
  }
  /**
   * Times to move the visit to; its own counts as free.
   */
  'manage.availability': {
    params: ManageParams
    query: ManageAvailabilityQuery
    body: null
    reply: Availability
  }
  /**
   * The visit as an invoice to print, without the name of who pays.
   */
  'manage.invoice': {
    params: ManageParams
    query: null
    body: null
    /**
     * An HTML page.
     *
     * @example "<!doctype html>…"
     */
    reply: string
  }
  /**
   * Cancel the visit; again = the same answer.
   */
  'manage.cancel': {
    params: ManageParams
    query: null
    body: CancelRequest
    reply: ManagedAppointment
  }
  /**
   * Say that one is coming; again = the same answer.
   */
  'manage.acknowledge': {
    params: ManageParams
    query: null
    body: null
    reply: ManagedAppointment
  }
  /**
   * Move the visit.
   */
  'manage.reschedule': {
    params: ManageParams
    query: null
    body: ManageMoveRequest
    reply: ManagedAppointment
  }
  /**
   * Be told of this visit alone in this browser; again = the same subscription.
   */
  'manage.addPushSubscription': {
    params: ManageParams
    query: null
    body: PushSubscriptionDraft
    reply: PushSubscription
  }
  /**
   * The visit as a calendar file.
   */
  'manage.calendar': {
    params: ManageParams
    query: null
    body: null
    /**
     * An iCalendar file (RFC 5545).
     *
     * @example "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…\r\nEND:VCALENDAR\r\n"
     */
    reply: string
  }
  /**
   * Find clients by any part of name, phone or e-mail; a specialist finds their own.
   */
  'clients.list': {
    params: null
    query: ListClientQuery
    body: null
    reply: ListedClientPage
  }
  /**
   * Get a client.
   */
  'clients.get': {
    params: IdParams
    query: null
    body: null
    reply: Client
  }
  /**
   * Add a client.
   */
  'clients.create': {
    params: null
    query: null
    body: ClientDraft
    reply: Client
  }
  /**
   * Take over clients from a file: line by line, the good ones whatever the others are.
   */
  'clients.import': {
    params: null
    query: null
    body: ClientImport
    reply: ClientImportResult
  }
  /**
   * Change a client.
   */
  'clients.update': {
    params: IdParams
    query: null
    body: ClientChanges
    reply: Client
  }
  /**
   * Visits of a client, newest first.
   */
  'clients.appointments': {
    params: IdParams
    query: PageQuery
    body: null
    reply: AppointmentPage
  }
  /**
   * Personal discounts of a client.
   */
  'clients.discounts': {
    params: IdParams
    query: PageQuery
    body: null
    reply: ClientDiscountPage
  }
  /**
   * Give a personal discount.
   */
  'clients.addDiscount': {
    params: IdParams
    query: null
    body: ClientDiscountDraft
    reply: ClientDiscount
  }
  /**
   * Take a personal discount away; visits keep theirs.
   */
  'clients.removeDiscount': {
    params: ClientDiscountParams
    query: null
    body: null
    reply: null
  }
  /**
   * Consents of a client, newest first.
   */
  'clients.consents': {
    params: IdParams
    query: PageQuery
    body: null
    reply: ConsentRecordPage
  }
  /**
   * How a client wants to be told.
   */
  'clients.notificationPreferences': {
    params: IdParams
    query: null
    body: null
    reply: NotificationPreferences
  }
  /**
   * Change how a client wants to be told, at their word.
   */
  'clients.updateNotificationPreferences': {
    params: IdParams
    query: null
    body: NotificationPreferencesChange
    reply: NotificationPreferences
  }
  /**
   * Record that a client gave or withdrew a consent.
   */
  'clients.addConsent': {
    params: IdParams
    query: null
    body: ConsentChange
    reply: ConsentRecord
  }
  /**
   * The balance of a client.
   */
  'clients.wallet': {
    params: IdParams
    query: null
    body: null
    reply: Wallet
  }
  /**
   * The ledger of a client, newest first.
   */
  'clients.transactions': {
    params: IdParams
    query: PageQuery
    body: null
    reply: WalletTransactionPage
  }
  /**
   * Add a line to the ledger: reception deposits, admins everything.
   */
  'clients.addTransaction': {
    params: IdParams
    query: null
    body: TransactionDraft
    reply: WalletTransaction
  }
  /**
   * Packages of a client, newest first.
   */
  'clients.packages': {
    params: IdParams
    query: PageQuery
    body: null
    reply: ClientPackagePage
  }
  /**
   * Sell a package to a client.
   */
  'clients.sellPackage': {
    params: IdParams
    query: null
    body: PackagePurchase
    reply: ClientPackage
  }
  /**
   * Take a package back and give the money of its unused visits back.
   */
  'clients.refundPackage': {
    params: ClientPackageParams
    query: null
    body: PackageRefund
    reply: ClientPackage
  }
  /**
   * Merge a duplicate into this client: visits, money and packages come over.
   */
  'clients.merge': {
    params: IdParams
    query: null
    body: MergeRequest
    reply: Client
  }
  /**
   * All that is kept of a client.
   */
  'clients.export': {
    params: IdParams
    query: null
    body: null
    reply: ClientExport
  }
  /**
   * Erase the personal data; visits and the ledger stay without it. Coming visits must be cancelled first.
   */
  'clients.erase': {
    params: IdParams
    query: null
    body: null
    reply: Client
  }
  /**
   * The latest texts of consents.
   */
  'consentTexts.list': {
    params: null
    query: ListConsentTextQuery
    body: null
    reply: ConsentTextPage
  }
  /**
   * Publish a new version of a text.
   */
  'consentTexts.create': {
    params: null
    query: null
    body: ConsentTextDraft
    reply: ConsentText
  }
  /**
   * The signed-in client.
   */
  'me.get': {
    params: null
    query: null
    body: null
    reply: Me
  }
  /**
   * Change one’s name, birthday or language; the contacts that one signs in by stay.
   */
  'me.update': {
    params: null
    query: null
    body: MeChanges
    reply: Me
  }
  /**
   * One’s visits, newest first.
   */
  'me.appointments': {
    params: null
    query: PageQuery
    body: null
    reply: AppointmentPage
  }
  /**
   * One’s personal discounts that hold today.
   */
  'me.discounts': {
    params: null
    query: PageQuery
    body: null
    reply: ClientDiscountPage
  }
  /**
   * One’s consents, newest first.
   */
  'me.consents': {
    params: null
    query: PageQuery
    body: null
    reply: ConsentRecordPage
  }
  /**
   * One’s balance.
   */
  'me.wallet': {
    params: null
    query: null
    body: null
    reply: Wallet
  }
  /**
   * One’s ledger, newest first.
   */
  'me.transactions': {
    params: null
    query: PageQuery
    body: null
    reply: WalletTransactionPage
  }
  /**
   * One’s packages, newest first.
   */
  'me.packages': {
    params: null
    query: PageQuery
    body: null
    reply: ClientPackagePage
  }
  /**
   * Buy a package from one’s balance.
   */
  'me.buyPackage': {
    params: null
    query: null
    body: PackagePurchase
    reply: ClientPackage
  }
  /**
   * Give or withdraw a consent.
   */
  'me.addConsent': {
    params: null
    query: null
    body: ConsentChange
    reply: ConsentRecord
  }
  /**
   * The browsers that are told of one’s visits, newest first.
   */
  'me.pushSubscriptions': {
    params: null
    query: PageQuery
    body: null
    reply: PushSubscriptionPage
  }
  /**
   * Be told of all one’s visits in this browser; again = the same subscription.
   */
  'me.addPushSubscription': {
    params: null
    query: null
    body: PushSubscriptionDraft
    reply: PushSubscription
  }
  /**
   * Be told no more in that browser.
   */
  'me.removePushSubscription': {
    params: IdParams
    query: null
    body: null
    reply: null
  }
  /**
   * A one-use link that binds one’s Telegram account, for ten minutes.
   */
  'me.telegramLink': {
    params: null
    query: null
    body: null
    reply: TelegramLink
  }
  /**
   * What one was told, newest first.
   */
  'me.notifications': {
    params: null
    query: PageQuery
    body: null
    reply: OwnNotificationPage
  }
  /**
   * How one wants to be told.
   */
  'me.notificationPreferences': {
    params: null
    query: null
    body: null
    reply: NotificationPreferences
  }
  /**
   * Change how one wants to be told.
   */
  'me.updateNotificationPreferences': {
    params: null
    query: null
    body: NotificationPreferencesChange
    reply: NotificationPreferences
  }
  /**
   * All that is kept of oneself.
   */
  'me.export': {
    params: null
    query: null
    body: null
    reply: ClientExport
  }
  /**
   * Erase one’s personal data. Coming visits must be cancelled first.
   */
  'me.erase': {
    params: null
    query: null
    body: null
    reply: null
  }
  /**
   * The key that a browser subscribes to web push with.
   */
  'pushKey.get': {
    params: null
    query: null
    body: null
    reply: PushKey
  }
  /**
   * What people were told, and are to be told; newest first.
   */
  'notifications.list': {
    params: null
    query: ListNotificationQuery
    body: null
    reply: NotificationPage
  }
  /**
   * One message.
   */
  'notifications.get': {
    params: IdParams
    query: null
    body: null
    reply: Notification
  }
  /**
   * Send it again now, if it is still true; not what is waiting or on its way.
   */
  'notifications.resend': {
    params: IdParams
    query: null
    body: null
    reply: Notification
  }
  /**
   * Who is told what, when and by which channel; the quiet hours.
   */
  'notificationRules.get': {
    params: null
    query: null
    body: null
    reply: NotificationRules
  }
  /**
   * Replace the settings; messages that are planned already keep their time.
   */
  'notificationRules.put': {
    params: null
    query: null
    body: NotificationRulesChange
    reply: NotificationRules
  }
  /**
   * Every text in both languages, and what may stand in it.
   */
  'notificationTexts.list': {
    params: null
    query: null
    body: null
    reply: NotificationTexts
  }
  /**
   * Say it in one’s own words.
   */
  'notificationTexts.put': {
    params: null
    query: null
    body: NotificationTextChange
    reply: NotificationText
  }
  /**
   * Say it again as it comes with the program.
   */
  'notificationTexts.reset': {
    params: null
    query: null
    body: NotificationTextName
    reply: NotificationText
  }
  /**
   * A text with the facts of an example; nothing is kept.
   */
  'notificationTexts.preview': {
    params: null
    query: null
    body: NotificationTextPreview
    reply: NotificationPreview
  }
  /**
   * What the signed-in member of staff is told of.
   */
  'notificationPreferences.get': {
    params: null
    query: null
    body: null
    reply: StaffNotificationPreferences
  }
  /**
   * Change what one is told of, as a member of staff.
   */
  'notificationPreferences.update': {
    params: null
    query: null
    body: StaffNotificationPreferencesChange
    reply: StaffNotificationPreferences
  }
  /**
   * A one-use link by which one is told by Telegram, for ten minutes.
   */
  'notificationPreferences.telegramLink': {
    params: null
    query: null
    body: null
    reply: TelegramLink
  }
  /**
   * Be told by e-mail again. Again: the same.
   */
  'notificationPreferences.unlinkTelegram': {
    params: null
    query: null
    body: null
    reply: null
  }
  /**
   * What the bot says when its person has come by such a link.
   */
  'notificationPreferences.redeemTelegramLink': {
    params: null
    query: null
    body: StaffTelegram
    reply: null
  }
  /**
   * Broadcasts, newest first.
   */
  'broadcasts.list': {
    params: null
    query: ListBroadcastQuery
    body: null
    reply: BroadcastPage
  }
  /**
   * A broadcast, and how far it has come.
   */
  'broadcasts.get': {
    params: IdParams
    query: null
    body: null
    reply: Broadcast
  }
  /**
   * Whom a broadcast would reach; nothing is sent.
   */
  'broadcasts.count': {
    params: null
    query: null
    body: BroadcastCountRequest
    reply: BroadcastCount
  }
  /**
   * Write to the clients of a segment who consented to marketing.
   */
  'broadcasts.create': {
    params: null
    query: null
    body: BroadcastDraft
    reply: Broadcast
  }
  /**
   * Write to nobody more; again = the same answer. What is sent is sent.
   */
  'broadcasts.stop': {
    params: IdParams
    query: null
    body: null
    reply: Broadcast
  }
  /**
   * List promo codes.
   */
  'promoCodes.list': {
    params: null
    query: ListPromoCodeQuery
    body: null
    reply: PromoCodePage
  }
  /**
   * Get a promo code.
   */
  'promoCodes.get': {
    params: IdParams
    query: null
    body: null
    reply: PromoCode
  }
  /**
   * Add a promo code.
   */
  'promoCodes.create': {
    params: null
    query: null
    body: PromoCodeDraft
    reply: PromoCode
  }
  /**
   * Change a promo code.
   */
  'promoCodes.update': {
    params: IdParams
    query: null
    body: PromoCodeChanges
    reply: PromoCode
  }
  /**
   * Archive a promo code: it leaves the public catalogue and stays in history.
   */
  'promoCodes.archive': {
    params: IdParams
    query: null
    body: null
    reply: null
  }
  /**
   * Bring a promo code back from the archive.
   */
  'promoCodes.restore': {
    params: IdParams
    query: null
    body: null
    reply: PromoCode
  }
  /**
   * The ledger of all clients, newest first.
   */
  'transactions.list': {
    params: null
    query: ListTransactionQuery
    body: null
    reply: LedgerLinePage
  }
  /**
   * Begin an external payment; the answer’s `url` is where it is paid.
   */
  'payments.create': {
    params: null
    query: null
    body: PaymentDraft
    reply: Payment
  }
  /**
   * List payments, newest first; a client’s own.
   */
  'payments.list': {
    params: null
    query: ListPaymentQuery
    body: null
    reply: PaymentPage
  }
  /**
   * Get a payment; asks the provider when it is still pending.
   */
  'payments.get': {
    params: IdParams
    query: null
    body: null
    reply: Payment
  }
  /**
   * Give money back, to the card or to the balance.
   */
  'payments.refund': {
    params: IdParams
    query: null
    body: PaymentRefund
    reply: Payment
  }
  /**
   * What a provider tells. Believed only when it is signed or fetched again.
   */
  'payments.webhook': {
    params: PaymentWebhookParams
    query: null
    body: null
    reply: WebhookTaken
  }
  /**
   * Where the providers’ lists and the books do not agree.
   */
  'payments.differences': {
    params: null
    query: ListPaymentDifferenceQuery
    body: null
    reply: PaymentDifferencePage
  }
  /**
   * Mark a difference as looked at.
   */
  'payments.settleDifference': {
    params: PaymentDifferenceParams
    query: null
    body: SettleDifference
    reply: PaymentDifference
  }
  /**
   * List receipts, newest first; a client’s own.
   */
  'receipts.list': {
    params: null
    query: ListReceiptQuery
    body: null
    reply: ReceiptPage
  }
  /**
   * Get a receipt.
   */
  'receipts.get': {
    params: IdParams
    query: null
    body: null
    reply: Receipt
  }
  /**
   * The receipt as a page to print.
   */
  'receipts.print': {
    params: IdParams
    query: null
    body: null
    /**
     * An HTML page.
     *
     * @example "<!doctype html>…"
     */
    reply: string
  }
  /**
   * Queue a failed receipt again.
   */
  'receipts.retry': {
    params: IdParams
    query: null
    body: null
    reply: Receipt
  }
  /**
   * Money that came and went back, and visits sold.
   */
  'reports.revenue': {
    params: null
    query: RevenueReportQuery
    body: null
    reply: RevenueReport
  }
  /**
   * Time sold of time offered.
   */
  'reports.utilization': {
    params: null
    query: UtilizationReportQuery
    body: null
    reply: UtilizationReport
  }
  /**
   * Visits and sales by service.
   */
  'reports.services': {
    params: null
    query: ServicesReportQuery
    body: null
    reply: ServicesReport
  }
  /**
   * Visits and sales by specialist.
   */
  'reports.specialists': {
    params: null
    query: SpecialistsReportQuery
    body: null
    reply: SpecialistsReport
  }
  /**
   * New and returning clients.
   */
  'reports.clients': {
    params: null
    query: ClientsReportQuery
    body: null
    reply: ClientsReport
  }
  /**
   * Cancellations and no-shows, and what they cost.
   */
  'reports.cancellations': {
    params: null
    query: CancellationsReportQuery
    body: null
    reply: CancellationsReport
  }
  /**
   * How far ahead, where from and when visits are booked.
   */
  'reports.bookings': {
    params: null
    query: BookingsReportQuery
    body: null
    reply: BookingsReport
  }
  /**
   * Who comes again, by the month of their first visit.
   */
  'reports.retention': {
    params: null
    query: RetentionReportQuery
    body: null
    reply: RetentionReport
  }
  /**
   * Balances of clients, and what moved them.
   */
  'reports.balances': {
    params: null
    query: BalancesReportQuery
    body: null
    reply: BalancesReport
  }
  /**
   * What is owed at the end of `to`: balances, and visits sold but not yet given.
   */
  'reports.liabilities': {
    params: null
    query: LiabilitiesReportQuery
    body: null
    reply: LiabilitiesReport
  }
  /**
   * A live stream (server-sent events) of what happens; a client sees their own. `Last-Event-ID` resumes.
   */
  'events.stream': {
    params: null
    query: EventStreamQuery
    body: null
    reply: BookingEvent
  }
  /**
   * List webhook endpoints.
   */
  'webhookEndpoints.list': {
    params: null
    query: ListWebhookEndpointQuery
    body: null
    reply: WebhookEndpointPage
  }
  /**
   * Get a webhook endpoint.
   */
  'webhookEndpoints.get': {
    params: IdParams
    query: null
    body: null
    reply: WebhookEndpoint
  }
  /**
   * Add a webhook endpoint.
   */
  'webhookEndpoints.create': {
    params: null
    query: null
    body: WebhookEndpointDraft
    reply: CreatedWebhookEndpoint
  }
  /**
   * Change a webhook endpoint.
   */
  'webhookEndpoints.update': {
    params: IdParams
    query: null
    body: WebhookEndpointChanges
    reply: WebhookEndpoint
  }
  /**
   * Remove a webhook endpoint.
   */
  'webhookEndpoints.remove': {
    params: IdParams
    query: null
    body: null
    reply: null
  }
  /**
   * What was sent, newest first.
   */
  'webhookEndpoints.deliveries': {
    params: IdParams
    query: ListWebhookDeliveryQuery
    body: null
    reply: WebhookDeliveryPage
  }
  /**
   * Send it again now.
   */
  'webhookEndpoints.resend': {
    params: WebhookDeliveryParams
    query: null
    body: null
    reply: WebhookDelivery
  }
  /**
   * Who changed what, newest first.
   */
  'auditLog.list': {
    params: null
    query: ListAuditEntryQuery
    body: null
    reply: AuditEntryPage
  }
}
/**
 * A clinic to found, with its owner.
 */
export interface OrganizationDraft {
  /**
   * Name.
   *
   * @example "Клиника на Арбате"
   */
  name: string
  /**
   * Short name in addresses: lower-case latin letters, digits, hyphens.
   *
   * @example "arbat-clinic"
   */
  slug: string
  /**
   * ISO 4217 currency.
   *
   * @example "RUB"
   */
  currency: string
  /**
   * IANA time zone.
   *
   * @example "Europe/Moscow"
   */
  time_zone: string
  /**
   * Language of the catalogue’s own texts.
   *
   * @example "ru"
   */
  locale: 'ru' | 'en'
  owner: OwnerDraft
}
/**
 * Who owns it.
 */
export interface OwnerDraft {
  /**
   * E-mail address.
   *
   * @example "anna@example.com"
   */
  email: string
  /**
   * Password, at least 10 characters.
   *
   * @example "correct horse battery"
   */
  password: string
}
/**
 * The new, empty clinic. The secret key is shown only here.
 */
export interface FoundedOrganization {
  organization: Organization
  tokens: Tokens
  /**
   * For sites; any origin until you restrict it.
   *
   * @example "pk_…"
   */
  publishable_key: string
  /**
   * For servers. Shown only now.
   *
   * @example "sk_…"
   */
  secret_key: string
}
/**
 * A clinic, studio or business: the tenant.
 */
export interface Organization {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Name.
   *
   * @example "Клиника на Арбате"
   */
  name: string
  /**
   * Short name in addresses: lower-case latin letters, digits, hyphens.
   *
   * @example "arbat-clinic"
   */
  slug: string
  /**
   * ISO 4217 currency.
   *
   * @example "RUB"
   */
  currency: string
  /**
   * IANA time zone.
   *
   * @example "Europe/Moscow"
   */
  time_zone: string
  /**
   * Language of the catalogue’s own texts.
   *
   * @example "ru"
   */
  locale: 'ru' | 'en'
  branding: Branding
  policies: Policy
  translations: OrganizationTranslations
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * Looks of the client site and the widget.
 */
export interface Branding {
  /**
   * Brand colour, #rrggbb.
   *
   * @example "#0a6e5c"
   */
  color?: string
  /**
   * Logo, https.
   *
   * @example "https://clinic.example/logo.svg"
   */
  logo_url?: string
  /**
   * A few words about the clinic.
   *
   * @example "Клиника массажа и реабилитации"
   */
  about?: string
}
/**
 * Rules of booking for all branches.
 *
 * @example {}
 */
export interface Policy {
  /**
   * How long before the visit a client may still book, minutes.
   *
   * @example 60
   */
  lead_time_min?: number
  /**
   * How many days ahead clients may book.
   *
   * @example 60
   */
  horizon_days?: number
  /**
   * Until how long before the visit a client may cancel, minutes.
   *
   * @example 1440
   */
  cancel_before_min?: number
  /**
   * Until how long before the visit a client may move it, minutes; else as for cancelling.
   *
   * @example 1440
   */
  reschedule_before_min?: number
  /**
   * A client’s booking waits for the staff’s approval.
   *
   * @example false
   */
  approval?: boolean
  prepayment?: PrepaymentPolicy
  /**
   * What a client may do after the deadline: nothing, or cancel and lose the fee.
   *
   * @example "refuse"
   */
  late_cancel?: 'refuse' | 'fee'
  /**
   * Kept of the total when cancelled late.
   *
   * @example 50
   */
  late_cancel_fee_percent?: number
  /**
   * Kept of the total when the client does not come.
   *
   * @example 100
   */
  no_show_fee_percent?: number
  /**
   * Where a card payment goes back to by itself.
   *
   * @example "wallet"
   */
  refund_to?: 'wallet' | 'source'
  /**
   * How long a pending booking occupies its time, minutes.
   *
   * @example 30
   */
  pending_expires_min?: number
}
/**
 * What a client pays before the visit is certain.
 */
export interface PrepaymentPolicy {
  /**
   * Nothing, a fixed amount, a percent of the total, or all of it.
   *
   * @example "none"
   */
  kind: 'none' | 'fixed' | 'percent' | 'full'
  /**
   * How much (kind fixed), minor units.
   *
   * @example 50000
   */
  amount?: number
  /**
   * How much (kind percent).
   *
   * @example 30
   */
  percent?: number
  /**
   * Only of those who have not been here.
   *
   * @example false
   */
  new_clients_only?: boolean
}
/**
 * Texts in other languages.
 */
export interface OrganizationTranslations {
  ru?: OrganizationTexts
  en?: OrganizationTexts
}
/**
 * Texts in one language.
 */
export interface OrganizationTexts {
  /**
   * Name.
   *
   * @example "Clinic on Arbat"
   */
  name?: string
  /**
   * A few words about the clinic.
   *
   * @example "Massage and rehabilitation"
   */
  about?: string
}
/**
 * A signed-in session.
 */
export interface Tokens {
  /**
   * JWT for `Authorization: Bearer`.
   *
   * @example "eyJ…"
   */
  access_token: string
  /**
   * Exchange it once, for the next pair.
   *
   * @example "rt_…"
   */
  refresh_token: string
  /**
   * Life of the access token, seconds.
   *
   * @example 900
   */
  expires_in: number
  /**
   * Always Bearer.
   *
   * @example "Bearer"
   */
  token_type: 'Bearer'
}
/**
 * The organization’s Telegram bot, as Telegram tells of it; never its token.
 */
export interface TelegramStatus {
  /**
   * Whose it is: `shared` is that of the whole installation; `none` = there is none.
   *
   * @example "own"
   */
  bot: 'own' | 'shared' | 'none'
  /**
   * Whether Telegram knows it: `refused` = the token is not valid (any more), `unreachable` = Telegram does not answer just now.
   *
   * @example "ok"
   */
  state: 'ok' | 'refused' | 'unreachable' | 'none'
  /**
   * Its name in `t.me` links.
   *
   * @example "arbat_bot"
   */
  username: string | null
  /**
   * How it hears of messages: Telegram brings them, or the bot asks for them.
   *
   * @example "webhook"
   */
  updates: 'webhook' | 'polling' | null
  /**
   * Messages that Telegram could not hand over yet.
   *
   * @example 0
   */
  waiting: number
  /**
   * The last failure of the webhook, in Telegram’s words.
   *
   * @example "Bad Gateway"
   */
  error: string | null
  /**
   * When that was.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  error_at: string | null
}
/**
 * What to change of the organization.
 */
export interface OrganizationChanges {
  /**
   * Name.
   *
   * @example "Клиника на Арбате"
   */
  name?: string
  /**
   * Language of the catalogue’s own texts.
   *
   * @example "ru"
   */
  locale?: 'ru' | 'en'
  /**
   * IANA time zone.
   *
   * @example "Europe/Moscow"
   */
  time_zone?: string
  branding?: Branding
  policies?: Policy
  translations?: OrganizationTranslations
}
/**
 * E-mail and password of a member of staff.
 */
export interface StaffSignIn {
  /**
   * E-mail address.
   *
   * @example "anna@example.com"
   */
  email: string
  /**
   * Password.
   *
   * @example "demo-owner-password"
   */
  password: string
  /**
   * The organization’s slug; needed without a publishable key.
   *
   * @example "demo"
   */
  organization?: string
}
/**
 * Where to send a one-time code: an e-mail, or a phone, whose client gets it in the chat of Telegram or MAX that they have linked.
 */
export interface CodeRequest {
  /**
   * Phone; or give an e-mail.
   *
   * @example "+79161234567"
   */
  phone?: string
  /**
   * E-mail; or give a phone.
   *
   * @example "anna@example.com"
   */
  email?: string
}
/**
 * Always the same answer, whether the client is known or not.
 */
export interface CodeSent {
  /**
   * The code is on its way.
   *
   * @example "sent"
   */
  status: 'sent'
  /**
   * Life of the code, seconds.
   *
   * @example 600
   */
  expires_in: number
  /**
   * The code itself, in the demo clinic only.
   *
   * @example "123456"
   */
  demo_code?: string
}
/**
 * The code that arrived.
 */
export interface CodeExchange {
  /**
   * Phone; or give an e-mail.
   *
   * @example "+79161234567"
   */
  phone?: string
  /**
   * E-mail; or give a phone.
   *
   * @example "anna@example.com"
   */
  email?: string
  /**
   * Six digits.
   *
   * @example "123456"
   */
  code: string
}
/**
 * What Telegram gave to the Mini App, or what the bot says in its name.
 */
export interface TelegramSignIn {
  /**
   * `Telegram.WebApp.initData` as it is; at most an hour old.
   *
   * @example "query_id=AAHdF6IQAAAAAN0XohDhrOrc&user=%7B%22id%22%3A279058397%7D&auth_date=1662771648&hash=c501b71e…"
   */
  init_data: string
  /**
   * What the client shared when the Mini App asked for the phone, signed by the messenger as well (in MAX the `phone`, `authDate` and `hash` of its bridge): the phone becomes theirs, with the visits booked by it.
   *
   * @example "contact=%7B%22user_id%22%3A279058397%2C%22phone_number%22%3A%22%2B79161234567%22%7D&auth_date=1662771648&hash=1f2e3d…"
   */
  contact?: string
  /**
   * One-use code of `POST /me/telegram-link`: the Telegram account becomes that client’s.
   *
   * @example "link_kX3vT9qLm2WcR7yZ0bNf8A"
   */
  link?: string
  /**
   * Which messenger it is of.
   *
   * @example "telegram"
   */
  messenger?: 'telegram' | 'max'
  /**
   * Sign in only whom the clinic knows by this Telegram account already; anybody else is `contact_required`, and no client is made.
   *
   * @example true
   */
  known_only?: boolean
}
/**
 * The refresh token.
 */
export interface RefreshRequest {
  /**
   * Refresh token.
   *
   * @example "rt_…"
   */
  refresh_token: string
}
/**
 * Old and new password.
 */
export interface PasswordChange {
  /**
   * The old one.
   *
   * @example "demo-owner-password"
   */
  old_password: string
  /**
   * Password, at least 10 characters.
   *
   * @example "correct horse battery"
   */
  password: string
}
/**
 * What is to be changed of oneself.
 */
export interface ProfileChanges {
  /**
   * Name.
   *
   * @example "Ольга"
   */
  name?: string
  /**
   * The e-mail that one signs in with; needs the password.
   *
   * @example "olga@clinic.example"
   */
  email?: string
  /**
   * The password, where the e-mail changes.
   *
   * @example "demo-owner-password"
   */
  old_password?: string
}
/**
 * Somebody who signs in to the panel.
 */
export interface Staff {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * E-mail address.
   *
   * @example "anna@example.com"
   */
  email: string
  /**
   * Name.
   *
   * @example "Ольга"
   */
  name: string
  /**
   * What they may do.
   *
   * @example "owner"
   */
  role: 'owner' | 'admin' | 'reception' | 'specialist'
  /**
   * The specialist they are; needed by the role specialist.
   *
   * @example null
   */
  specialist_id: number | null
  /**
   * Language.
   *
   * @example "ru"
   */
  locale: 'ru' | 'en'
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was archived; null while in use.
   *
   * @example null
   */
  archived_at: string | null
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * Which members of staff.
 */
export interface ListStaffQuery {
  /**
   * Also what is archived (staff and secret keys).
   *
   * @example false
   */
  archived?: boolean
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface StaffPage {
  /**
   * The page, in the order asked for.
   */
  data: Staff[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * Which one.
 */
export interface IdParams {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
}
/**
 * A member of staff to add.
 */
export interface StaffDraft {
  /**
   * E-mail address.
   *
   * @example "anna@example.com"
   */
  email: string
  /**
   * Password, at least 10 characters.
   *
   * @example "correct horse battery"
   */
  password: string
  /**
   * Name.
   *
   * @example "Ольга"
   */
  name?: string
  /**
   * What they may do.
   *
   * @example "reception"
   */
  role: 'owner' | 'admin' | 'reception' | 'specialist'
  /**
   * The specialist they are.
   *
   * @example null
   */
  specialist_id?: number | null
  /**
   * Language.
   *
   * @example "ru"
   */
  locale?: 'ru' | 'en'
}
/**
 * What to change of a member of staff.
 */
export interface StaffChanges {
  /**
   * E-mail address.
   *
   * @example "anna@example.com"
   */
  email?: string
  /**
   * Password, at least 10 characters.
   *
   * @example "correct horse battery"
   */
  password?: string
  /**
   * Name.
   *
   * @example "Ольга"
   */
  name?: string
  /**
   * What they may do.
   *
   * @example "reception"
   */
  role?: 'owner' | 'admin' | 'reception' | 'specialist'
  /**
   * The specialist they are.
   *
   * @example null
   */
  specialist_id?: number | null
  /**
   * Language.
   *
   * @example "ru"
   */
  locale?: 'ru' | 'en'
}
/**
 * Which keys.
 */
export interface ListApiKeyQuery {
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface ApiKeyPage {
  /**
   * The page, in the order asked for.
   */
  data: ApiKey[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A key. Only its hash is stored.
 */
export interface ApiKey {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * publishable = for sites, secret = for servers.
   *
   * @example "publishable"
   */
  kind: 'publishable' | 'secret'
  /**
   * What it is for.
   *
   * @example "Сайт клиники"
   */
  name: string
  /**
   * Origins a publishable key works from; empty = any.
   *
   * @maxItems 100
   */
  allowed_origins: string[]
  /**
   * What a secret key may do; left out = everything.
   *
   * @example ["appointments:read"]
   *
   * @maxItems 11
   */
  scopes: (
    | 'catalogue:read'
    | 'catalogue:write'
    | 'appointments:read'
    | 'appointments:write'
    | 'clients:read'
    | 'clients:write'
    | 'money:read'
    | 'money:write'
    | 'reports:read'
    | 'settings:read'
    | 'settings:write'
  )[]
  /**
   * Its first characters.
   *
   * @example "pk_demo"
   */
  prefix: string
  /**
   * When it was revoked; null while it works.
   *
   * @example null
   */
  revoked_at: string | null
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
}
/**
 * A key to make.
 */
export interface ApiKeyDraft {
  /**
   * publishable = for sites, secret = for servers.
   *
   * @example "publishable"
   */
  kind: 'publishable' | 'secret'
  /**
   * What it is for.
   *
   * @example "Сайт клиники"
   */
  name: string
  /**
   * Origins a publishable key works from; empty = any.
   *
   * @maxItems 100
   */
  allowed_origins?: string[]
  /**
   * What a secret key may do; left out = everything.
   *
   * @example ["appointments:read"]
   *
   * @maxItems 11
   */
  scopes?: (
    | 'catalogue:read'
    | 'catalogue:write'
    | 'appointments:read'
    | 'appointments:write'
    | 'clients:read'
    | 'clients:write'
    | 'money:read'
    | 'money:write'
    | 'reports:read'
    | 'settings:read'
    | 'settings:write'
  )[]
}
/**
 * The new key, with its value.
 */
export interface CreatedApiKey {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * publishable = for sites, secret = for servers.
   *
   * @example "publishable"
   */
  kind: 'publishable' | 'secret'
  /**
   * What it is for.
   *
   * @example "Сайт клиники"
   */
  name: string
  /**
   * Origins a publishable key works from; empty = any.
   *
   * @maxItems 100
   */
  allowed_origins: string[]
  /**
   * What a secret key may do; left out = everything.
   *
   * @example ["appointments:read"]
   *
   * @maxItems 11
   */
  scopes: (
    | 'catalogue:read'
    | 'catalogue:write'
    | 'appointments:read'
    | 'appointments:write'
    | 'clients:read'
    | 'clients:write'
    | 'money:read'
    | 'money:write'
    | 'reports:read'
    | 'settings:read'
    | 'settings:write'
  )[]
  /**
   * Its first characters.
   *
   * @example "pk_demo"
   */
  prefix: string
  /**
   * When it was revoked; null while it works.
   *
   * @example null
   */
  revoked_at: string | null
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * The key itself. A secret one is shown only now.
   *
   * @example "sk_…"
   */
  key: string
}
/**
 * What to change of the key.
 */
export interface ApiKeyChanges {
  /**
   * What it is for.
   *
   * @example "Сайт клиники"
   */
  name?: string
  /**
   * Origins a publishable key works from; empty = any.
   *
   * @maxItems 100
   */
  allowed_origins?: string[]
  /**
   * What a secret key may do; left out = everything.
   *
   * @example ["appointments:read"]
   *
   * @maxItems 11
   */
  scopes?: (
    | 'catalogue:read'
    | 'catalogue:write'
    | 'appointments:read'
    | 'appointments:write'
    | 'clients:read'
    | 'clients:write'
    | 'money:read'
    | 'money:write'
    | 'reports:read'
    | 'settings:read'
    | 'settings:write'
  )[]
}
/**
 * Which branches.
 */
export interface ListLocationQuery {
  /**
   * Also what is archived (staff and secret keys).
   *
   * @example false
   */
  archived?: boolean
  /**
   * Order; a leading minus turns it round.
   *
   * @example "id"
   */
  sort?: 'id' | '-id' | 'name' | '-name'
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface LocationPage {
  /**
   * The page, in the order asked for.
   */
  data: Location[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A branch.
 */
export interface Location {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Name of the branch.
   *
   * @example "Клиника на Арбате"
   */
  name: string
  /**
   * City.
   *
   * @example "Москва"
   */
  city: string
  /**
   * Street address.
   *
   * @example "ул. Арбат, 10"
   */
  address: string
  /**
   * Phone of the branch.
   *
   * @example "+74951234567"
   */
  phone: string | null
  /**
   * IANA time zone.
   *
   * @example "Europe/Moscow"
   */
  time_zone: string
  /**
   * Grid of start times, minutes; divides a day.
   *
   * @example 15
   */
  slot_step_min: number
  policies: Policy
  translations: LocationTranslations
  /**
   * Its rooms in use.
   *
   * @example [1,2]
   *
   * @maxItems 500
   */
  workplace_ids: number[]
  /**
   * Who works there by their schedule.
   *
   * @example [1,2]
   *
   * @maxItems 500
   */
  specialist_ids: number[]
  /**
   * Services that somebody can be booked for there.
   *
   * @example [1,2]
   *
   * @maxItems 500
   */
  service_ids: number[]
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was archived; null while in use.
   *
   * @example null
   */
  archived_at: string | null
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * Texts in other languages.
 */
export interface LocationTranslations {
  ru?: LocationTexts
  en?: LocationTexts
}
/**
 * Texts in one language.
 */
export interface LocationTexts {
  /**
   * Name.
   *
   * @example "Arbat clinic"
   */
  name?: string
  /**
   * City.
   *
   * @example "Moscow"
   */
  city?: string
  /**
   * Address.
   *
   * @example "10 Arbat St"
   */
  address?: string
}
/**
 * A branch to add.
 */
export interface LocationDraft {
  /**
   * Name of the branch.
   *
   * @example "Клиника на Арбате"
   */
  name: string
  /**
   * City.
   *
   * @example "Москва"
   */
  city?: string
  /**
   * Street address.
   *
   * @example "ул. Арбат, 10"
   */
  address?: string
  /**
   * Phone of the branch.
   *
   * @example "+74951234567"
   */
  phone?: string | null
  /**
   * IANA time zone.
   *
   * @example "Europe/Moscow"
   */
  time_zone: string
  /**
   * Grid of start times, minutes; divides a day.
   *
   * @example 15
   */
  slot_step_min?: number
  policies?: Policy
  translations?: LocationTranslations
}
/**
 * What to change of a branch.
 */
export interface LocationChanges {
  /**
   * Name of the branch.
   *
   * @example "Клиника на Арбате"
   */
  name?: string
  /**
   * City.
   *
   * @example "Москва"
   */
  city?: string
  /**
   * Street address.
   *
   * @example "ул. Арбат, 10"
   */
  address?: string
  /**
   * Phone of the branch.
   *
   * @example "+74951234567"
   */
  phone?: string | null
  /**
   * IANA time zone.
   *
   * @example "Europe/Moscow"
   */
  time_zone?: string
  /**
   * Grid of start times, minutes; divides a day.
   *
   * @example 15
   */
  slot_step_min?: number
  policies?: Policy
  translations?: LocationTranslations
}
/**
 * Which workplaces.
 */
export interface ListWorkplaceQuery {
  /**
   * Of this branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * Also what is archived (staff and secret keys).
   *
   * @example false
   */
  archived?: boolean
  /**
   * Order; a leading minus turns it round.
   *
   * @example "id"
   */
  sort?: 'id' | '-id' | 'name' | '-name'
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface WorkplacePage {
  /**
   * The page, in the order asked for.
   */
  data: Workplace[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A room, chair or machine that one visit at a time takes.
 */
export interface Workplace {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Its branch.
   *
   * @example 1
   */
  location_id: number
  /**
   * Name.
   *
   * @example "Кабинет 1"
   */
  name: string
  /**
   * What it is.
   *
   * @example "room"
   */
  kind: 'room' | 'chair' | 'machine' | 'other'
  /**
   * Services it can host.
   *
   * @example [1,2]
   *
   * @maxItems 500
   */
  service_ids: number[]
  translations: WorkplaceTranslations
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was archived; null while in use.
   *
   * @example null
   */
  archived_at: string | null
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * Texts in other languages.
 */
export interface WorkplaceTranslations {
  ru?: WorkplaceTexts
  en?: WorkplaceTexts
}
/**
 * Texts in one language.
 */
export interface WorkplaceTexts {
  /**
   * Name.
   *
   * @example "Room 1"
   */
  name?: string
}
/**
 * A room, chair or machine to add.
 */
export interface WorkplaceDraft {
  /**
   * Its branch.
   *
   * @example 1
   */
  location_id: number
  /**
   * Name.
   *
   * @example "Кабинет 1"
   */
  name: string
  /**
   * What it is.
   *
   * @example "room"
   */
  kind?: 'room' | 'chair' | 'machine' | 'other'
  /**
   * Services it can host.
   *
   * @example [1,2]
   *
   * @maxItems 500
   */
  service_ids?: number[]
  translations?: WorkplaceTranslations
}
/**
 * What to change of a workplace.
 */
export interface WorkplaceChanges {
  /**
   * Its branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * Name.
   *
   * @example "Кабинет 1"
   */
  name?: string
  /**
   * What it is.
   *
   * @example "room"
   */
  kind?: 'room' | 'chair' | 'machine' | 'other'
  /**
   * Services it can host.
   *
   * @example [1,2]
   *
   * @maxItems 500
   */
  service_ids?: number[]
  translations?: WorkplaceTranslations
}
/**
 * Which services.
 */
export interface ListServiceQuery {
  /**
   * That can be booked in this branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * That this specialist does.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * Of this category.
   *
   * @example "Массаж"
   */
  category?: string
  /**
   * Also what is archived (staff and secret keys).
   *
   * @example false
   */
  archived?: boolean
  /**
   * Order; a leading minus turns it round.
   *
   * @example "position"
   */
  sort?: 'position' | '-position' | 'name' | '-name' | 'id' | '-id'
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface ServicePage {
  /**
   * The page, in the order asked for.
   */
  data: Service[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A service.
 */
export interface Service {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Name.
   *
   * @example "Массаж 60 мин"
   */
  name: string
  /**
   * Category, a heading of the catalogue.
   *
   * @example "Массаж"
   */
  category: string
  /**
   * What it is.
   *
   * @example "Классический массаж спины"
   */
  description: string
  /**
   * How to prepare; shown after booking.
   *
   * @example "Не ешьте за час до визита"
   */
  preparation: string
  /**
   * Length, minutes.
   *
   * @example 60
   */
  duration_min: number
  /**
   * Time kept free before, minutes.
   *
   * @example 0
   */
  buffer_before_min: number
  /**
   * Time kept free after, minutes.
   *
   * @example 10
   */
  buffer_after_min: number
  /**
   * The desk may make a visit longer or shorter; its price stays as it was booked. A group session has one length for all.
   *
   * @example false
   */
  resizable: boolean
  price: Money
  /**
   * Seats of one session; more than 1 = a group service, whose visits share a session. A change is for new sessions only.
   *
   * @example 1
   */
  capacity: number
  /**
   * Colour in calendars, #rrggbb.
   *
   * @example "#4f7cac"
   */
  color: string
  /**
   * Photo.
   *
   * @example "https://clinic.example/photo.jpg"
   */
  photo_url: string | null
  /**
   * Clients may book it themselves.
   *
   * @example true
   */
  online_bookable: boolean
  /**
   * Order in the catalogue.
   *
   * @example 1
   */
  position: number
  /**
   * Who does it.
   *
   * @example [{"specialist_id":1}]
   *
   * @maxItems 500
   */
  specialists: ServiceSpecialist[]
  /**
   * Which rooms can host it; none at all = it needs no room.
   *
   * @example [1,2]
   *
   * @maxItems 500
   */
  workplace_ids: number[]
  policies: Policy
  translations: ServiceTranslations
  /**
   * Who does it.
   *
   * @example [1,2]
   *
   * @maxItems 500
   */
  specialist_ids: number[]
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was archived; null while in use.
   *
   * @example null
   */
  archived_at: string | null
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * Price; a specialist’s own may differ.
 */
export interface Money {
  /**
   * Minor units (kopeks, cents).
   *
   * @example 250000
   */
  amount: number
  /**
   * ISO 4217 currency.
   *
   * @example "RUB"
   */
  currency: string
}
/**
 * Who does a service, at which price and length.
 */
export interface ServiceSpecialist {
  /**
   * The specialist.
   *
   * @example 1
   */
  specialist_id: number
  /**
   * Their own price; null = the service’s.
   *
   * @example null
   */
  price?: number | null
  /**
   * Their own length, minutes; null = the service’s.
   *
   * @example 60
   */
  duration_min?: number | null
}
/**
 * Texts in other languages.
 */
export interface ServiceTranslations {
  ru?: ServiceTexts
  en?: ServiceTexts
}
/**
 * Texts in one language.
 */
export interface ServiceTexts {
  /**
   * Name.
   *
   * @example "Massage, 60 min"
   */
  name?: string
  /**
   * Category.
   *
   * @example "Massage"
   */
  category?: string
  /**
   * Description.
   *
   * @example "A classic back massage"
   */
  description?: string
  /**
   * Preparation.
   *
   * @example "Do not eat for an hour before"
   */
  preparation?: string
}
/**
 * A service to add.
 */
export interface ServiceDraft {
  /**
   * Name.
   *
   * @example "Массаж 60 мин"
   */
  name: string
  /**
   * Category, a heading of the catalogue.
   *
   * @example "Массаж"
   */
  category?: string
  /**
   * What it is.
   *
   * @example "Классический массаж спины"
   */
  description?: string
  /**
   * How to prepare; shown after booking.
   *
   * @example "Не ешьте за час до визита"
   */
  preparation?: string
  /**
   * Length, minutes.
   *
   * @example 60
   */
  duration_min: number
  /**
   * Time kept free before, minutes.
   *
   * @example 0
   */
  buffer_before_min?: number
  /**
   * Time kept free after, minutes.
   *
   * @example 10
   */
  buffer_after_min?: number
  /**
   * The desk may make a visit longer or shorter; its price stays as it was booked. A group session has one length for all.
   *
   * @example false
   */
  resizable?: boolean
  /**
   * Price in minor units; of a group service, of one seat.
   *
   * @example 250000
   */
  price: number
  /**
   * Seats of one session; more than 1 = a group service, whose visits share a session. A change is for new sessions only.
   *
   * @example 1
   */
  capacity?: number
  /**
   * Colour in calendars, #rrggbb.
   *
   * @example "#4f7cac"
   */
  color?: string
  /**
   * Photo.
   *
   * @example "https://clinic.example/photo.jpg"
   */
  photo_url?: string | null
  /**
   * Clients may book it themselves.
   *
   * @example true
   */
  online_bookable?: boolean
  /**
   * Order in the catalogue.
   *
   * @example 1
   */
  position?: number
  /**
   * Who does it.
   *
   * @example [{"specialist_id":1}]
   *
   * @maxItems 500
   */
  specialists?: ServiceSpecialist[]
  /**
   * Which rooms can host it; none at all = it needs no room.
   *
   * @example [1,2]
   *
   * @maxItems 500
   */
  workplace_ids?: number[]
  policies?: Policy
  translations?: ServiceTranslations
}
/**
 * What to change of a service.
 */
export interface ServiceChanges {
  /**
   * Name.
   *
   * @example "Массаж 60 мин"
   */
  name?: string
  /**
   * Category, a heading of the catalogue.
   *
   * @example "Массаж"
   */
  category?: string
  /**
   * What it is.
   *
   * @example "Классический массаж спины"
   */
  description?: string
  /**
   * How to prepare; shown after booking.
   *
   * @example "Не ешьте за час до визита"
   */
  preparation?: string
  /**
   * Length, minutes.
   *
   * @example 60
   */
  duration_min?: number
  /**
   * Time kept free before, minutes.
   *
   * @example 0
   */
  buffer_before_min?: number
  /**
   * Time kept free after, minutes.
   *
   * @example 10
   */
  buffer_after_min?: number
  /**
   * The desk may make a visit longer or shorter; its price stays as it was booked. A group session has one length for all.
   *
   * @example false
   */
  resizable?: boolean
  /**
   * Price in minor units; of a group service, of one seat.
   *
   * @example 250000
   */
  price?: number
  /**
   * Seats of one session; more than 1 = a group service, whose visits share a session. A change is for new sessions only.
   *
   * @example 1
   */
  capacity?: number
  /**
   * Colour in calendars, #rrggbb.
   *
   * @example "#4f7cac"
   */
  color?: string
  /**
   * Photo.
   *
   * @example "https://clinic.example/photo.jpg"
   */
  photo_url?: string | null
  /**
   * Clients may book it themselves.
   *
   * @example true
   */
  online_bookable?: boolean
  /**
   * Order in the catalogue.
   *
   * @example 1
   */
  position?: number
  /**
   * Who does it.
   *
   * @example [{"specialist_id":1}]
   *
   * @maxItems 500
   */
  specialists?: ServiceSpecialist[]
  /**
   * Which rooms can host it; none at all = it needs no room.
   *
   * @example [1,2]
   *
   * @maxItems 500
   */
  workplace_ids?: number[]
  policies?: Policy
  translations?: ServiceTranslations
}
/**
 * Which packages.
 */
export interface ListServicePackageQuery {
  /**
   * Of this service.
   *
   * @example 1
   */
  service_id?: number
  /**
   * Also what is archived (staff and secret keys).
   *
   * @example false
   */
  archived?: boolean
  /**
   * Order; a leading minus turns it round.
   *
   * @example "id"
   */
  sort?: 'id' | '-id' | 'name' | '-name'
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface ServicePackagePage {
  /**
   * The page, in the order asked for.
   */
  data: ServicePackage[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A package of visits that clients can buy.
 */
export interface ServicePackage {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Name.
   *
   * @example "5 массажей по цене 4"
   */
  name: string
  /**
   * The service of its visits.
   *
   * @example 1
   */
  service_id: number
  /**
   * How many visits.
   *
   * @example 5
   */
  visits: number
  price: Money
  /**
   * How long it is valid after the purchase, days; null = without end.
   *
   * @example 180
   */
  valid_days: number | null
  translations: ServicePackageTranslations
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was archived; null while in use.
   *
   * @example null
   */
  archived_at: string | null
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * Texts in other languages.
 */
export interface ServicePackageTranslations {
  ru?: ServicePackageTexts
  en?: ServicePackageTexts
}
/**
 * Texts in one language.
 */
export interface ServicePackageTexts {
  /**
   * Name.
   *
   * @example "5 massages for the price of 4"
   */
  name?: string
}
/**
 * A package to add.
 */
export interface ServicePackageDraft {
  /**
   * Name.
   *
   * @example "5 массажей по цене 4"
   */
  name: string
  /**
   * The service of its visits.
   *
   * @example 1
   */
  service_id: number
  /**
   * How many visits.
   *
   * @example 5
   */
  visits: number
  /**
   * Price of the whole, minor units.
   *
   * @example 1000000
   */
  price: number
  /**
   * How long it is valid after the purchase, days; null = without end.
   *
   * @example 180
   */
  valid_days?: number | null
  translations?: ServicePackageTranslations
}
/**
 * What to change of a package.
 */
export interface ServicePackageChanges {
  /**
   * Name.
   *
   * @example "5 массажей по цене 4"
   */
  name?: string
  /**
   * The service of its visits.
   *
   * @example 1
   */
  service_id?: number
  /**
   * How many visits.
   *
   * @example 5
   */
  visits?: number
  /**
   * Price of the whole, minor units.
   *
   * @example 1000000
   */
  price?: number
  /**
   * How long it is valid after the purchase, days; null = without end.
   *
   * @example 180
   */
  valid_days?: number | null
  translations?: ServicePackageTranslations
}
/**
 * Which specialists.
 */
export interface ListSpecialistQuery {
  /**
   * Who work in this branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * Who do this service.
   *
   * @example 1
   */
  service_id?: number
  /**
   * Also what is archived (staff and secret keys).
   *
   * @example false
   */
  archived?: boolean
  /**
   * Order; a leading minus turns it round.
   *
   * @example "id"
   */
  sort?: 'id' | '-id' | 'last_name' | '-last_name'
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface SpecialistPage {
  /**
   * The page, in the order asked for.
   */
  data: Specialist[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * Who gives the services.
 */
export interface Specialist {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Given name.
   *
   * @example "Анна"
   */
  first_name: string
  /**
   * Family name.
   *
   * @example "Иванова"
   */
  last_name: string
  /**
   * Patronymic.
   *
   * @example "Сергеевна"
   */
  iname: string
  /**
   * What they are.
   *
   * @example "Массажист"
   */
  title: string
  /**
   * About them.
   *
   * @example "Стаж 10 лет"
   */
  bio: string
  /**
   * Photo.
   *
   * @example "https://clinic.example/photo.jpg"
   */
  photo_url: string | null
  translations: SpecialistTranslations
  /**
   * What they do.
   *
   * @example [1,2]
   *
   * @maxItems 500
   */
  service_ids: number[]
  /**
   * Where they work by their schedule.
   *
   * @example [1,2]
   *
   * @maxItems 500
   */
  location_ids: number[]
  /**
   * Phone; staff only.
   *
   * @example "+79161234567"
   */
  phone?: string | null
  /**
   * E-mail; staff only.
   *
   * @example "anna@example.com"
   */
  email?: string | null
  /**
   * Birthday; staff only.
   *
   * @example "1985-04-12"
   */
  birth_date?: string | null
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was archived; null while in use.
   *
   * @example null
   */
  archived_at: string | null
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * Texts in other languages.
 */
export interface SpecialistTranslations {
  ru?: SpecialistTexts
  en?: SpecialistTexts
}
/**
 * Texts in one language.
 */
export interface SpecialistTexts {
  /**
   * Given name.
   *
   * @example "Anna"
   */
  first_name?: string
  /**
   * Family name.
   *
   * @example "Ivanova"
   */
  last_name?: string
  /**
   * Patronymic.
   *
   * @example "Sergeevna"
   */
  iname?: string
  /**
   * What they are.
   *
   * @example "Massage therapist"
   */
  title?: string
  /**
   * About them.
   *
   * @example "Ten years of practice"
   */
  bio?: string
}
/**
 * A specialist to add.
 */
export interface SpecialistDraft {
  /**
   * Given name.
   *
   * @example "Анна"
   */
  first_name: string
  /**
   * Family name.
   *
   * @example "Иванова"
   */
  last_name?: string
  /**
   * Patronymic.
   *
   * @example "Сергеевна"
   */
  iname?: string
  /**
   * What they are.
   *
   * @example "Массажист"
   */
  title?: string
  /**
   * About them.
   *
   * @example "Стаж 10 лет"
   */
  bio?: string
  /**
   * Photo.
   *
   * @example "https://clinic.example/photo.jpg"
   */
  photo_url?: string | null
  translations?: SpecialistTranslations
  /**
   * Phone; staff only.
   *
   * @example "+79161234567"
   */
  phone?: string | null
  /**
   * E-mail; staff only.
   *
   * @example "anna@example.com"
   */
  email?: string | null
  /**
   * Birthday; staff only.
   *
   * @example "1985-04-12"
   */
  birth_date?: string | null
}
/**
 * What to change of a specialist.
 */
export interface SpecialistChanges {
  /**
   * Given name.
   *
   * @example "Анна"
   */
  first_name?: string
  /**
   * Family name.
   *
   * @example "Иванова"
   */
  last_name?: string
  /**
   * Patronymic.
   *
   * @example "Сергеевна"
   */
  iname?: string
  /**
   * What they are.
   *
   * @example "Массажист"
   */
  title?: string
  /**
   * About them.
   *
   * @example "Стаж 10 лет"
   */
  bio?: string
  /**
   * Photo.
   *
   * @example "https://clinic.example/photo.jpg"
   */
  photo_url?: string | null
  translations?: SpecialistTranslations
  /**
   * Phone; staff only.
   *
   * @example "+79161234567"
   */
  phone?: string | null
  /**
   * E-mail; staff only.
   *
   * @example "anna@example.com"
   */
  email?: string | null
  /**
   * Birthday; staff only.
   *
   * @example "1985-04-12"
   */
  birth_date?: string | null
}
/**
 * Opening hours of a branch.
 */
export interface LocationSchedule {
  /**
   * All intervals.
   *
   * @maxItems 500
   */
  week: OpenInterval[]
  /**
   * Coming appointments that fall outside now. They stay as they are: move or cancel them.
   *
   * @maxItems 10000
   */
  outside?: OutsideAppointment[]
}
/**
 * Hours of one weekday; a day may have several, none overlapping.
 */
export interface OpenInterval {
  /**
   * 1 = Monday … 7 = Sunday.
   *
   * @example 1
   */
  day_of_week: number
  /**
   * A local time of the location, HH:MM; 24:00 is the end of the day.
   *
   * @example "09:00"
   */
  opens: string
  /**
   * End, HH:MM; 24:00 = midnight.
   *
   * @example "20:00"
   */
  closes: string
  /**
   * First day of validity; null = always was.
   *
   * @example null
   */
  valid_from?: string | null
  /**
   * Last day of validity; null = until changed.
   *
   * @example null
   */
  valid_to?: string | null
}
/**
 * A coming appointment that is outside the hours now.
 */
export interface OutsideAppointment {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * An instant, RFC 3339 with an offset.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  starts_at: string
  /**
   * The end.
   *
   * @example "2027-01-11T11:00:00+03:00"
   */
  ends_at: string
  /**
   * Its specialist.
   *
   * @example 1
   */
  specialist_id: number
  /**
   * Its branch.
   *
   * @example 1
   */
  location_id: number
}
/**
 * Opening hours, put as a whole.
 */
export interface LocationWeek {
  /**
   * All intervals.
   *
   * @maxItems 500
   */
  week: OpenInterval[]
  /**
   * Only tell what would be outside; nothing is changed.
   *
   * @example true
   */
  dry_run?: boolean
}
/**
 * Working hours of a specialist.
 */
export interface SpecialistSchedule {
  /**
   * All intervals.
   *
   * @maxItems 500
   */
  week: WorkInterval[]
  /**
   * All dated exceptions.
   *
   * @maxItems 2000
   */
  exceptions: ScheduleException[]
  /**
   * Coming appointments that fall outside now. They stay as they are: move or cancel them.
   *
   * @maxItems 10000
   */
  outside?: OutsideAppointment[]
}
/**
 * Working hours of one weekday in one branch.
 */
export interface WorkInterval {
  /**
   * The branch.
   *
   * @example 1
   */
  location_id: number
  /**
   * 1 = Monday … 7 = Sunday.
   *
   * @example 1
   */
  day_of_week: number
  /**
   * A local time of the location, HH:MM; 24:00 is the end of the day.
   *
   * @example "09:00"
   */
  starts: string
  /**
   * End, HH:MM; 24:00 = midnight.
   *
   * @example "18:00"
   */
  ends: string
  /**
   * First day of validity; null = always was.
   *
   * @example null
   */
  valid_from?: string | null
  /**
   * Last day of validity; null = until changed.
   *
   * @example null
   */
  valid_to?: string | null
}
/**
 * A dated change of the week: a day (or hours) off, or an extra shift.
 */
export interface ScheduleException {
  /**
   * A calendar date of the location, YYYY-MM-DD.
   *
   * @example "2027-01-11"
   */
  date: string
  /**
   * off takes time away, shift adds it.
   *
   * @example "off"
   */
  kind: 'off' | 'shift'
  /**
   * The branch; needed by a shift, null for a day off everywhere.
   *
   * @example 1
   */
  location_id?: number | null
  /**
   * From; null = the whole day (off).
   *
   * @example "09:00"
   */
  starts?: string | null
  /**
   * To; null = the whole day (off).
   *
   * @example "18:00"
   */
  ends?: string | null
  /**
   * Why; not shown to clients.
   *
   * @example "Отпуск"
   */
  reason?: string
}
/**
 * Working hours and exceptions, put as a whole. `exceptions` left out = unchanged.
 */
export interface SpecialistWeek {
  /**
   * All intervals.
   *
   * @maxItems 500
   */
  week: WorkInterval[]
  /**
   * All dated exceptions.
   *
   * @maxItems 2000
   */
  exceptions?: ScheduleException[]
  /**
   * Only tell what would be outside; nothing is changed.
   *
   * @example true
   */
  dry_run?: boolean
}
/**
 * Which holidays.
 */
export interface ListHolidayQuery {
  /**
   * That hold for this branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * First date.
   *
   * @example "2027-01-01"
   */
  from?: string
  /**
   * Last date.
   *
   * @example "2027-12-31"
   */
  to?: string
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface HolidayPage {
  /**
   * The page, in the order asked for.
   */
  data: Holiday[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A holiday, or a short day with hours of its own.
 */
export interface Holiday {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * The branch; null = every branch.
   *
   * @example null
   */
  location_id: number | null
  /**
   * A calendar date of the location, YYYY-MM-DD.
   *
   * @example "2027-01-11"
   */
  date: string
  /**
   * Name.
   *
   * @example "Новый год"
   */
  name: string
  /**
   * Opens on this short day; null = closed.
   *
   * @example null
   */
  opens: string | null
  /**
   * Closes on this short day; null = closed.
   *
   * @example null
   */
  closes: string | null
  /**
   * Coming appointments that fall outside now. They stay as they are: move or cancel them.
   *
   * @maxItems 10000
   */
  outside?: OutsideAppointment[]
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * A holiday or short day to add.
 */
export interface HolidayDraft {
  /**
   * The branch; null = every branch.
   *
   * @example null
   */
  location_id?: number | null
  /**
   * A calendar date of the location, YYYY-MM-DD.
   *
   * @example "2027-01-11"
   */
  date: string
  /**
   * Name.
   *
   * @example "Новый год"
   */
  name: string
  /**
   * Opens on this short day; null = closed.
   *
   * @example null
   */
  opens?: string | null
  /**
   * Closes on this short day; null = closed.
   *
   * @example null
   */
  closes?: string | null
}
/**
 * Days that are thought of as holidays or short days.
 */
export interface HolidayPlan {
  /**
   * The branch; null = every branch.
   *
   * @example null
   */
  location_id?: number | null
  /**
   * First date.
   *
   * @example "2027-01-01"
   */
  from: string
  /**
   * Last date; at most 366 days.
   *
   * @example "2027-01-08"
   */
  to: string
  /**
   * Opens on this short day; null = closed.
   *
   * @example null
   */
  opens?: string | null
  /**
   * Closes on this short day; null = closed.
   *
   * @example null
   */
  closes?: string | null
}
/**
 * What holidays would do.
 */
export interface HolidayPreview {
  /**
   * Coming appointments that fall outside now. They stay as they are: move or cancel them.
   *
   * @maxItems 10000
   */
  outside: OutsideAppointment[]
}
/**
 * Which breaks.
 */
export interface ListBreakQuery {
  /**
   * Of this specialist.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * First date.
   *
   * @example "2027-01-01"
   */
  from?: string
  /**
   * Last date.
   *
   * @example "2027-12-31"
   */
  to?: string
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface BreakPage {
  /**
   * The page, in the order asked for.
   */
  data: Break[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * Time that a specialist is not to be booked.
 */
export interface Break {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Whose break.
   *
   * @example 1
   */
  specialist_id: number
  /**
   * A calendar date of the location, YYYY-MM-DD.
   *
   * @example "2027-01-11"
   */
  date: string
  /**
   * From.
   *
   * @example "13:00"
   */
  start_time: string
  /**
   * To.
   *
   * @example "14:00"
   */
  end_time: string
  /**
   * Why; staff only.
   *
   * @example "Обед"
   */
  reason: string
  /**
   * An instant, RFC 3339 with an offset.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  starts_at: string
  /**
   * The end.
   *
   * @example "2027-01-11T11:00:00+03:00"
   */
  ends_at: string
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * A break to add. It takes time like a visit: overlapping a visit is refused.
 */
export interface BreakDraft {
  /**
   * Whose break.
   *
   * @example 1
   */
  specialist_id: number
  /**
   * A calendar date of the location, YYYY-MM-DD.
   *
   * @example "2027-01-11"
   */
  date: string
  /**
   * From.
   *
   * @example "13:00"
   */
  start_time: string
  /**
   * To.
   *
   * @example "14:00"
   */
  end_time: string
  /**
   * Why; staff only.
   *
   * @example "Обед"
   */
  reason?: string
  /**
   * In the time zone of this branch; needed when the specialist works in several zones.
   *
   * @example 1
   */
  location_id?: number
}
/**
 * What to look for.
 */
export interface AvailabilityQuery {
  /**
   * The branch.
   *
   * @example 1
   */
  location_id: number
  /**
   * The service.
   *
   * @example 1
   */
  service_id: number
  /**
   * Only this specialist; left out = any.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date; at most 62 days.
   *
   * @example "2027-01-17"
   */
  to: string
  /**
   * A visit to be moved: its own time counts as free (the visit must be one’s own).
   *
   * @example 1
   */
  appointment_id?: number
  /**
   * How long the visit to be moved is to be, minutes (desk); left out = as long as it is.
   *
   * @example 90
   */
  duration_min?: number
  /**
   * 1 = say why each other time is not offered (staff).
   *
   * @example 0
   */
  explain?: 0 | 1
}
/**
 * Times that can be booked.
 */
export interface Availability {
  /**
   * IANA time zone.
   *
   * @example "Europe/Moscow"
   */
  time_zone: string
  /**
   * Every date asked for, also the empty ones.
   *
   * @maxItems 62
   */
  days: Day[]
}
/**
 * One local date.
 */
export interface Day {
  /**
   * A calendar date of the location, YYYY-MM-DD.
   *
   * @example "2027-01-11"
   */
  date: string
  /**
   * Times in ascending order.
   *
   * @maxItems 2000
   */
  slots: Slot[]
  /**
   * With explain=1: grid times not offered.
   *
   * @maxItems 2000
   */
  refused?: SlotRefusal[]
}
/**
 * A time that can be booked now.
 */
export interface Slot {
  /**
   * An instant, RFC 3339 with an offset.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  starts_at: string
  /**
   * End, for the first of `specialist_ids`.
   *
   * @example "2027-01-11T11:00:00+03:00"
   */
  ends_at: string
  /**
   * Who is free, in ascending order.
   *
   * @maxItems 1000
   */
  specialist_ids: number[]
  /**
   * Of a group service only: free seats of the session that has most of them, one that would begin with this booking included.
   *
   * @example 3
   */
  seats_left?: number
  price: Money
}
/**
 * A time that is not offered, and why.
 */
export interface SlotRefusal {
  /**
   * An instant, RFC 3339 with an offset.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  starts_at: string
  /**
   * All that stands against it.
   *
   * @maxItems 2000
   */
  reasons: SlotRefusalReason[]
}
/**
 * Why not, for one specialist or for all.
 */
export interface SlotRefusalReason {
  /**
   * The specialist; null = whoever.
   *
   * @example 1
   */
  specialist_id: number | null
  /**
   * What stands against it.
   *
   * @example "appointment"
   */
  reason:
    | 'closed'
    | 'holiday'
    | 'specialist_off'
    | 'specialist_not_at_location'
    | 'break'
    | 'appointment'
    | 'hold'
    | 'full'
    | 'workplace_busy'
    | 'no_workplace'
    | 'too_soon'
    | 'too_far'
    | 'not_offered'
}
/**
 * Where to look.
 */
export interface NearestQuery {
  /**
   * The branch.
   *
   * @example 1
   */
  location_id: number
  /**
   * Only this service.
   *
   * @example 1
   */
  service_id?: number
  /**
   * Only this specialist.
   *
   * @example 1
   */
  specialist_id?: number
}
/**
 * The next free times of a branch, by service.
 */
export interface NearestTimes {
  /**
   * The branch.
   *
   * @example 1
   */
  location_id: number
  /**
   * IANA time zone.
   *
   * @example "Europe/Moscow"
   */
  time_zone: string
  /**
   * Every service that can be booked online here, in ascending order of id.
   *
   * @maxItems 1000
   */
  data: NearestOfService[]
}
/**
 * The next free times of one service.
 */
export interface NearestOfService {
  /**
   * The service.
   *
   * @example 1
   */
  service_id: number
  /**
   * At most three, the soonest first; none within 31 days: empty.
   *
   * @maxItems 3
   */
  slots: Slot[]
}
/**
 * Which days of which branch.
 */
export interface AgendaQuery {
  /**
   * The branch.
   *
   * @example 1
   */
  location_id: number
  /**
   * First date, of the branch.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date; at most 62 days.
   *
   * @example "2027-01-17"
   */
  to: string
  /**
   * Only this specialist.
   *
   * @example 1
   */
  specialist_id?: number
}
/**
 * What a branch’s day is made of.
 */
export interface Agenda {
  /**
   * IANA time zone.
   *
   * @example "Europe/Moscow"
   */
  time_zone: string
  /**
   * Opening hours, with holidays.
   *
   * @maxItems 500
   */
  open: OpenSpan[]
  /**
   * Working hours, with exceptions, inside the opening hours.
   *
   * @maxItems 50000
   */
  working: WorkingSpan[]
  /**
   * Breaks of the specialists who work there.
   *
   * @maxItems 50000
   */
  breaks: Break[]
  /**
   * Visits that begin or are under way then, in any status, by start.
   *
   * @maxItems 50000
   */
  visits: Appointment[]
  /**
   * The clients of these visits.
   *
   * @maxItems 50000
   */
  clients: AgendaClient[]
}
/**
 * When the branch is open.
 */
export interface OpenSpan {
  /**
   * From.
   *
   * @example "2027-01-11T09:00:00+03:00"
   */
  starts_at: string
  /**
   * To.
   *
   * @example "2027-01-11T18:00:00+03:00"
   */
  ends_at: string
}
/**
 * When a specialist works there.
 */
export interface WorkingSpan {
  /**
   * Who.
   *
   * @example 1
   */
  specialist_id: number
  /**
   * From.
   *
   * @example "2027-01-11T09:00:00+03:00"
   */
  starts_at: string
  /**
   * To.
   *
   * @example "2027-01-11T18:00:00+03:00"
   */
  ends_at: string
}
/**
 * A visit.
 */
export interface Appointment {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * pending → confirmed → arrived → completed; exits cancelled, no_show, expired.
   *
   * @example "confirmed"
   */
  status: 'pending' | 'confirmed' | 'arrived' | 'completed' | 'cancelled' | 'no_show' | 'expired'
  /**
   * Code of the manage link; who bears it, may see, move and cancel.
   *
   * @example "kX3vT9qLm2WcR7yZ0bNf8A"
   */
  code: string
  /**
   * The branch.
   *
   * @example 1
   */
  location_id: number
  /**
   * The service.
   *
   * @example 1
   */
  service_id: number
  /**
   * The specialist.
   *
   * @example 1
   */
  specialist_id: number
  /**
   * The room.
   *
   * @example 1
   */
  workplace_id: number | null
  /**
   * The client.
   *
   * @example 1
   */
  client_id: number | null
  /**
   * The group session it has a seat in, shared with other visits; null = it has its time to itself, or has been called off.
   *
   * @example null
   */
  session_id: number | null
  /**
   * An instant, RFC 3339 with an offset.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  starts_at: string
  /**
   * The end.
   *
   * @example "2027-01-11T11:00:00+03:00"
   */
  ends_at: string
  price: Money
  discount: Money
  total: Money
  /**
   * Each discount.
   *
   * @maxItems 10
   */
  discounts: AppliedDiscount[]
  prepayment: Money
  paid: Money
  /**
   * The package it is paid from.
   *
   * @example null
   */
  client_package_id: number | null
  /**
   * Where a pending card payment is paid.
   *
   * @example "https://pay.example/1"
   */
  payment_url: string | null
  /**
   * How it is paid; null = not yet chosen.
   *
   * @example "on_site"
   */
  paid_by: 'on_site' | 'wallet' | 'package' | 'card' | null
  /**
   * Where it was booked.
   *
   * @example "widget"
   */
  source: 'widget' | 'site' | 'telegram' | 'admin' | 'api'
  /**
   * From the client.
   *
   * @example "Впервые"
   */
  note: string
  /**
   * Made by override at a taken time.
   *
   * @example false
   */
  overbooked: boolean
  /**
   * Until when a pending booking keeps its time.
   *
   * @example null
   */
  pending_until: string | null
  /**
   * Why it was cancelled.
   *
   * @example "Заболел"
   */
  cancel_reason: string | null
  /**
   * When the client said that they are coming; null = not said, or moved since.
   *
   * @example null
   */
  acknowledged_at: string | null
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * A discount inside the price.
 */
export interface AppliedDiscount {
  /**
   * Whose it is.
   *
   * @example "client"
   */
  kind: 'client' | 'promo' | 'manual'
  /**
   * Percent; null when it was an amount.
   *
   * @example 10
   */
  discount_percent: number | null
  amount: Money
  /**
   * Why.
   *
   * @example "Постоянный клиент"
   */
  reason: string
}
/**
 * Who comes, as the day shows them.
 */
export interface AgendaClient {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Given name.
   *
   * @example "Анна"
   */
  first_name: string
  /**
   * Family name.
   *
   * @example "Петрова"
   */
  last_name: string
  /**
   * Phone, E.164.
   *
   * @example "+79161234567"
   */
  phone: string | null
}
/**
 * What to hold.
 */
export interface BookRequest {
  /**
   * The branch.
   *
   * @example 1
   */
  location_id: number
  /**
   * The service.
   *
   * @example 1
   */
  service_id: number
  /**
   * The specialist; left out = any free one, the least loaded first.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * The start, from availability.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  starts_at: string
  /**
   * One’s own hold to give up in the same step.
   *
   * @example "hold_eyJpIjo3fQ.c2ln"
   */
  hold?: string
}
/**
 * A time, or a seat in a group session, kept for its bearer until `expires_at`.
 */
export interface Hold {
  /**
   * Token of the hold: who bears it, may confirm or release it.
   *
   * @example "hold_eyJpIjo3fQ.c2ln"
   */
  hold: string
  /**
   * Until when it is kept.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  expires_at: string
  /**
   * The branch.
   *
   * @example 1
   */
  location_id: number
  /**
   * The service.
   *
   * @example 1
   */
  service_id: number
  /**
   * The specialist, chosen if none was named.
   *
   * @example 1
   */
  specialist_id: number
  /**
   * The room; null when the service needs none.
   *
   * @example 1
   */
  workplace_id: number | null
  /**
   * An instant, RFC 3339 with an offset.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  starts_at: string
  /**
   * The end.
   *
   * @example "2027-01-11T11:00:00+03:00"
   */
  ends_at: string
  price: Money
}
/**
 * Which hold.
 */
export interface ReleaseRequest {
  /**
   * Token of the hold: who bears it, may confirm or release it.
   *
   * @example "hold_eyJpIjo3fQ.c2ln"
   */
  hold: string
}
/**
 * Makes the held time a visit.
 */
export interface ConfirmRequest {
  /**
   * Token of the hold: who bears it, may confirm or release it.
   *
   * @example "hold_eyJpIjo3fQ.c2ln"
   */
  hold: string
  client?: Guest
  payment?: PaymentChoice
  /**
   * Promo code; not with a package.
   *
   * @example "SPRING"
   */
  promo?: string
  /**
   * For the clinic.
   *
   * @example "Впервые"
   */
  note?: string
  /**
   * Consents given.
   *
   * @maxItems 10
   */
  consents?: ConsentGiven[]
  /**
   * Where it was booked.
   *
   * @example "widget"
   */
  source?: 'widget' | 'site' | 'telegram' | 'admin' | 'api'
  /**
   * What the quote said; when another sum would be charged, nothing is booked. A package charges nothing.
   *
   * @example 250000
   */
  total?: number
  discount?: ManualDiscount
  /**
   * Where a card payment comes back to.
   *
   * @example "https://clinic.example/thanks"
   */
  return_url?: string
  /**
   * The bot in whose chat the client sees this done: there they are not told of it once more. Counts only from the client themself, whose message it is.
   *
   * @example "telegram"
   */
  told_by?: 'telegram' | 'max'
}
/**
 * Who comes; left out by a signed-in client.
 */
export interface Guest {
  /**
   * An existing client; staff and secret keys only.
   *
   * @example 1
   */
  id?: number
  /**
   * Given name.
   *
   * @example "Анна"
   */
  first_name?: string
  /**
   * Family name.
   *
   * @example "Петрова"
   */
  last_name?: string
  /**
   * Phone number; E.164 in answers. A number without a country code is read as one of the organization’s country.
   *
   * @example "+79161234567"
   */
  phone?: string
  /**
   * E-mail address.
   *
   * @example "anna@example.com"
   */
  email?: string
  /**
   * Language.
   *
   * @example "ru"
   */
  locale?: 'ru' | 'en'
}
/**
 * How it is paid.
 */
export interface PaymentChoice {
  /**
   * How.
   *
   * @example "on_site"
   */
  method: 'on_site' | 'wallet' | 'package' | 'card'
}
/**
 * A consent given with the booking; each is separate.
 */
export interface ConsentGiven {
  /**
   * What is consented to.
   *
   * @example "personal_data"
   */
  kind: 'personal_data' | 'marketing' | 'third_party'
  /**
   * Version of the text that was shown.
   *
   * @example "1"
   */
  version: string
}
/**
 * A discount by staff; not with a package.
 */
export interface ManualDiscount {
  /**
   * Percent off, at most two decimals; this or the amount.
   *
   * @example 15
   */
  percent?: number
  /**
   * Minor units off; this or the percent.
   *
   * @example 250000
   */
  amount?: number
  /**
   * Why.
   *
   * @example "Извинение за ожидание"
   */
  reason: string
}
/**
 * A booking in one call, without a hold.
 */
export interface DeskBooking {
  /**
   * The branch.
   *
   * @example 1
   */
  location_id: number
  /**
   * The service.
   *
   * @example 1
   */
  service_id: number
  /**
   * The specialist; left out = any free one.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * The room; left out = any free one.
   *
   * @example 1
   */
  workplace_id?: number
  /**
   * The start; any minute.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  starts_at: string
  client: Guest
  payment?: PaymentChoice
  discount?: ManualDiscount
  /**
   * Promo code; not with a package.
   *
   * @example "SPRING"
   */
  promo?: string
  /**
   * Note.
   *
   * @example "Впервые"
   */
  note?: string
  /**
   * Book although the time is taken or outside hours; needs `reason`, and is written to the audit log. A group session never gets more visits than it has seats.
   *
   * @example false
   */
  force?: boolean
  /**
   * Why it is forced.
   *
   * @example "По просьбе врача"
   */
  reason?: string
  /**
   * Where it was booked.
   *
   * @example "admin"
   */
  source?: 'widget' | 'site' | 'telegram' | 'admin' | 'api'
}
/**
 * For whom and with what: of a hold, or of a wish.
 */
export interface QuoteRequest {
  /**
   * The hold; this or `wish`.
   *
   * @example "hold_eyJpIjo3fQ.c2ln"
   */
  hold?: string
  wish?: QuoteWish
  client?: Guest
  /**
   * Promo code.
   *
   * @example "SPRING"
   */
  promo?: string
  discount?: ManualDiscount
}
/**
 * Without a hold, at the desk (staff, secret keys).
 */
export interface QuoteWish {
  /**
   * The branch.
   *
   * @example 1
   */
  location_id: number
  /**
   * The service.
   *
   * @example 1
   */
  service_id: number
  /**
   * The specialist, free or not; left out = whoever is free and would be chosen.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * The start; any minute.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  starts_at: string
}
/**
 * What confirming would cost; it is what will be charged.
 */
export interface Quote {
  price: Money
  discount: Money
  total: Money
  /**
   * Each discount, in the order they count.
   *
   * @maxItems 10
   */
  discounts: AppliedDiscount[]
  prepayment: Money
  /**
   * Ways to pay that are open to this caller; with a promo code or a discount by staff a package is none.
   *
   * @maxItems 4
   */
  methods: ('on_site' | 'wallet' | 'package' | 'card')[]
  /**
   * The balance of the client who is signed in, or whom the desk has named; a specialist is not told.
   */
  balance: Money | null
  /**
   * Visits left in the package that would be used.
   *
   * @example 4
   */
  package_visits_left: number | null
}
/**
 * Pays what is still to pay of a visit.
 */
export interface SettleRequest {
  /**
   * How; on_site is for staff.
   *
   * @example "wallet"
   */
  method: 'on_site' | 'wallet' | 'package'
  /**
   * How much; left out = all that is left.
   *
   * @example 250000
   */
  amount?: number
}
/**
 * Gives money of a visit back, to where it came from or to the balance.
 */
export interface VisitRefund {
  /**
   * How much; left out = all that was paid.
   *
   * @example 250000
   */
  amount?: number
  /**
   * Where to.
   *
   * @example "source"
   */
  to?: 'source' | 'wallet'
  /**
   * Why.
   *
   * @example "Жалоба"
   */
  reason: string
}
/**
 * Which visits.
 */
export interface ListAppointmentQuery {
  /**
   * Starting at or after: an instant, or a date in the organization’s zone.
   *
   * @example "2027-01-11"
   */
  from?: string
  /**
   * Starting before: an instant, or through the end of a date.
   *
   * @example "2027-01-17"
   */
  to?: string
  /**
   * In this branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * With this specialist.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * Of this client.
   *
   * @example 1
   */
  client_id?: number
  /**
   * With a seat in this group session.
   *
   * @example 1
   */
  session_id?: number
  /**
   * In this status.
   *
   * @example "confirmed"
   */
  status?: 'pending' | 'confirmed' | 'arrived' | 'completed' | 'cancelled' | 'no_show' | 'expired'
  /**
   * Only those with something left to pay: neither cancelled nor expired, and the client came or is to come.
   *
   * @example true
   */
  unpaid?: boolean
  /**
   * Order.
   *
   * @example "starts_at"
   */
  sort?: 'starts_at' | '-starts_at' | 'id' | '-id'
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface AppointmentPage {
  /**
   * The page, in the order asked for.
   */
  data: Appointment[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * What was done with a visit.
 */
export interface VisitHistory {
  /**
   * The last first.
   *
   * @maxItems 200
   */
  data: VisitChange[]
}
/**
 * Something that was done with a visit.
 */
export interface VisitChange {
  /**
   * An instant, RFC 3339 with an offset.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  at: string
  /**
   * What: the operation.
   *
   * @example "appointments.reschedule"
   */
  action: string
  /**
   * Who: `link` is the bearer of the manage link.
   *
   * @example "staff"
   */
  by: 'staff' | 'key' | 'client' | 'link' | 'system'
  /**
   * Of the member of staff: their name, else their e-mail.
   *
   * @example "Ольга"
   */
  name: string | null
  /**
   * What differed before; texts about a person are left out.
   *
   * @example {"status":"confirmed"}
   */
  before: {
    [k: string]: unknown
  } | null
  /**
   * What differs after.
   *
   * @example {"status":"arrived"}
   */
  after: {
    [k: string]: unknown
  } | null
}
/**
 * What to change.
 */
export interface AppointmentChanges {
  /**
   * Note.
   *
   * @example "Впервые"
   */
  note: string
}
/**
 * Why, and what becomes of the money.
 */
export interface CancelRequest {
  /**
   * Why.
   *
   * @example "Заболел"
   */
  reason?: string
  /**
   * What is given back: by the policy (else), everything, nothing; against the policy the desk only, with a reason.
   *
   * @example "policy"
   */
  refund?: 'policy' | 'full' | 'none'
  /**
   * The bot in whose chat the client sees this done: there they are not told of it once more. Counts only from the client themself, whose message it is.
   *
   * @example "telegram"
   */
  told_by?: 'telegram' | 'max'
}
/**
 * Where to.
 */
export interface MoveRequest {
  /**
   * The new start.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  starts_at: string
  /**
   * Another specialist; left out = the same.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * Move although the time is taken or outside hours (staff); needs `reason`.
   *
   * @example false
   */
  force?: boolean
  /**
   * Why.
   *
   * @example "По просьбе клиента"
   */
  reason?: string
  /**
   * The room (staff); left out = any free one.
   *
   * @example 1
   */
  workplace_id?: number
  /**
   * How long it is to be, minutes (desk; where the service is `resizable`): it keeps this length when it is moved again, and its price. Left out = as long as it is.
   *
   * @example 90
   */
  duration_min?: number
  /**
   * The bot in whose chat the client sees this done: there they are not told of it once more. Counts only from the client themself, whose message it is.
   *
   * @example "telegram"
   */
  told_by?: 'telegram' | 'max'
}
/**
 * Which sessions.
 */
export interface ListGroupSessionQuery {
  /**
   * Starting at or after: an instant, or a date in the organization’s zone.
   *
   * @example "2027-01-11"
   */
  from?: string
  /**
   * Starting before: an instant, or through the end of a date.
   *
   * @example "2027-01-17"
   */
  to?: string
  /**
   * In this branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * Of this service.
   *
   * @example 1
   */
  service_id?: number
  /**
   * With this specialist.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface GroupSessionPage {
  /**
   * The page, in the order asked for.
   */
  data: GroupSession[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * What visits of a group service share: a specialist, a room and a time. It begins with its first visit and goes with its last.
 */
export interface GroupSession {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * The branch.
   *
   * @example 1
   */
  location_id: number
  /**
   * The service.
   *
   * @example 1
   */
  service_id: number
  /**
   * The specialist.
   *
   * @example 1
   */
  specialist_id: number
  /**
   * The room; null when the service needs none.
   *
   * @example 1
   */
  workplace_id: number | null
  /**
   * An instant, RFC 3339 with an offset.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  starts_at: string
  /**
   * The end.
   *
   * @example "2027-01-11T11:00:00+03:00"
   */
  ends_at: string
  /**
   * Its seats: as many as the service had when it began.
   *
   * @example 8
   */
  capacity: number
  /**
   * Visits in it; GET /appointments?session_id= lists them.
   *
   * @example 3
   */
  seats_taken: number
  /**
   * Begun by override at a taken time.
   *
   * @example false
   */
  overbooked: boolean
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
}
/**
 * Which visit.
 */
export interface ManageParams {
  /**
   * Code of the manage link.
   *
   * @example "kX3vT9qLm2WcR7yZ0bNf8A"
   */
  code: string
}
/**
 * A visit as its manage link shows it.
 */
export interface ManagedAppointment {
  /**
   * pending → confirmed → arrived → completed; exits cancelled, no_show, expired.
   *
   * @example "confirmed"
   */
  status: 'pending' | 'confirmed' | 'arrived' | 'completed' | 'cancelled' | 'no_show' | 'expired'
  /**
   * The clinic.
   *
   * @example "Клиника на Арбате"
   */
  organization_name: string
  location: ManagedLocation
  service: ManagedService
  specialist: ManagedSpecialist
  /**
   * An instant, RFC 3339 with an offset.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  starts_at: string
  /**
   * The end.
   *
   * @example "2027-01-11T11:00:00+03:00"
   */
  ends_at: string
  total: Money
  /**
   * Where a pending card payment is paid.
   *
   * @example "https://pay.example/1"
   */
  payment_url: string | null
  /**
   * It may be cancelled now.
   *
   * @example true
   */
  can_cancel: boolean
  cancel_fee: Money
  /**
   * Cancelled now, the visit of a package is spent.
   *
   * @example false
   */
  cancel_keeps_visit: boolean
  /**
   * It may be moved now.
   *
   * @example true
   */
  can_reschedule: boolean
  /**
   * When the client said that they are coming; null = not said, or moved since.
   *
   * @example null
   */
  acknowledged_at: string | null
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
}
/**
 * Where.
 */
export interface ManagedLocation {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Name.
   *
   * @example "Клиника на Арбате"
   */
  name: string
  /**
   * Address.
   *
   * @example "ул. Арбат, 10"
   */
  address: string
  /**
   * City.
   *
   * @example "Москва"
   */
  city: string
  /**
   * Phone number; E.164 in answers. A number without a country code is read as one of the organization’s country.
   *
   * @example "+79161234567"
   */
  phone: string | null
  /**
   * IANA time zone.
   *
   * @example "Europe/Moscow"
   */
  time_zone: string
}
/**
 * What.
 */
export interface ManagedService {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Name.
   *
   * @example "Массаж 60 мин"
   */
  name: string
  /**
   * How to prepare.
   *
   * @example "Не ешьте за час до визита"
   */
  preparation: string
}
/**
 * With whom.
 */
export interface ManagedSpecialist {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Name.
   *
   * @example "Анна Сергеевна Иванова"
   */
  name: string
}
/**
 * Which dates.
 */
export interface ManageAvailabilityQuery {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date; at most 62 days.
   *
   * @example "2027-01-17"
   */
  to: string
  /**
   * With another specialist.
   *
   * @example 1
   */
  specialist_id?: number
}
/**
 * Where to.
 */
export interface ManageMoveRequest {
  /**
   * The new start.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  starts_at: string
  /**
   * Another specialist; left out = the same.
   *
   * @example 1
   */
  specialist_id?: number
}
/**
 * As `PushSubscription.toJSON()` of the browser gives it.
 */
export interface PushSubscriptionDraft {
  /**
   * Address at the browser’s push service; of the known ones only.
   *
   * @example "https://fcm.googleapis.com/fcm/send/dA1…"
   */
  endpoint: string
  keys: PushSubscriptionKeys
}
/**
 * What the message is encrypted with.
 */
export interface PushSubscriptionKeys {
  /**
   * The browser’s public key, base64url.
   *
   * @example "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
   */
  p256dh: string
  /**
   * Authentication secret, base64url.
   *
   * @example "BTBZMqHH6r4Tts7J_aSIgg"
   */
  auth: string
}
/**
 * A browser that is told of visits by web push.
 */
export interface PushSubscription {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Address at the browser’s push service.
   *
   * @example "https://fcm.googleapis.com/fcm/send/dA1…"
   */
  endpoint: string
  /**
   * The one visit that it is told of; null = of all.
   *
   * @example 1
   */
  appointment_id: number | null
  /**
   * Which browser.
   *
   * @example "Mozilla/5.0 (Android 16; Mobile)"
   */
  user_agent: string
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
}
/**
 * Which clients.
 */
export interface ListClientQuery {
  /**
   * Part of a name, phone or e-mail; several words must all match.
   *
   * @example "петр"
   */
  search?: string
  /**
   * With this tag.
   *
   * @example "vip"
   */
  tag?: string
  /**
   * At least so many visits took place.
   *
   * @example 3
   */
  visits_from?: number
  /**
   * At most so many.
   *
   * @example 10
   */
  visits_to?: number
  /**
   * At least so much was sold to them, minor units.
   *
   * @example 250000
   */
  spent_from?: number
  /**
   * At most so much.
   *
   * @example 250000
   */
  spent_to?: number
  /**
   * Their latest visit was on this date or later.
   *
   * @example "2027-01-11"
   */
  last_visit_from?: string
  /**
   * It was on this date or earlier.
   *
   * @example "2027-06-30"
   */
  last_visit_to?: string
  /**
   * Had a visit of this service.
   *
   * @example 1
   */
  service_id?: number
  /**
   * Had a visit in this branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * Born in this month.
   *
   * @example 5
   */
  birth_month?: number
  /**
   * Whether they agree to advertising.
   *
   * @example true
   */
  marketing?: boolean
  /**
   * Whether they may not book online.
   *
   * @example false
   */
  blocked?: boolean
  /**
   * Also what each has done.
   *
   * @example true
   */
  figures?: boolean
  /**
   * Order; by visits, spent and last visit too.
   *
   * @example "id"
   */
  sort?:
    | 'id'
    | '-id'
    | 'last_name'
    | '-last_name'
    | 'created_at'
    | '-created_at'
    | 'visits'
    | '-visits'
    | 'spent'
    | '-spent'
    | 'last_visit_at'
    | '-last_visit_at'
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface ListedClientPage {
  /**
   * The page, in the order asked for.
   */
  data: ListedClient[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A client in a list.
 */
export interface ListedClient {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Given name.
   *
   * @example "Анна"
   */
  first_name: string
  /**
   * Family name.
   *
   * @example "Петрова"
   */
  last_name: string
  /**
   * Patronymic.
   *
   * @example "Ивановна"
   */
  iname: string
  /**
   * Birthday.
   *
   * @example "1990-05-17"
   */
  birth_date: string | null
  /**
   * Phone number; E.164 in answers. A number without a country code is read as one of the organization’s country.
   *
   * @example "+79161234567"
   */
  phone: string | null
  /**
   * E-mail address.
   *
   * @example "anna@example.com"
   */
  email: string | null
  /**
   * Language to write to them in.
   *
   * @example "ru"
   */
  locale: 'ru' | 'en'
  /**
   * Telegram id.
   *
   * @example "1234567"
   */
  telegram_id: string | null
  /**
   * Notes of the staff; the client does not see them.
   *
   * @example "Аллергия на лаванду"
   */
  notes: string
  /**
   * Tags.
   *
   * @maxItems 50
   */
  tags: string[]
  /**
   * May not book online.
   *
   * @example false
   */
  blocked: boolean
  /**
   * When their personal data was erased.
   *
   * @example null
   */
  erased_at: string | null
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
  /**
   * With `figures=true`; else null.
   */
  figures: ClientFigures | null
}
/**
 * With `figures=true`; else null.
 */
export interface ClientFigures {
  /**
   * Visits that took place.
   *
   * @example 12
   */
  visits: number
  spent: Money
  /**
   * When the latest of them began.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  last_visit_at: string | null
  /**
   * When the next one that is booked begins.
   *
   * @example null
   */
  next_visit_at: string | null
  balance: Money
}
/**
 * A client.
 */
export interface Client {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Given name.
   *
   * @example "Анна"
   */
  first_name: string
  /**
   * Family name.
   *
   * @example "Петрова"
   */
  last_name: string
  /**
   * Patronymic.
   *
   * @example "Ивановна"
   */
  iname: string
  /**
   * Birthday.
   *
   * @example "1990-05-17"
   */
  birth_date: string | null
  /**
   * Phone number; E.164 in answers. A number without a country code is read as one of the organization’s country.
   *
   * @example "+79161234567"
   */
  phone: string | null
  /**
   * E-mail address.
   *
   * @example "anna@example.com"
   */
  email: string | null
  /**
   * Language to write to them in.
   *
   * @example "ru"
   */
  locale: 'ru' | 'en'
  /**
   * Telegram id.
   *
   * @example "1234567"
   */
  telegram_id: string | null
  /**
   * Notes of the staff; the client does not see them.
   *
   * @example "Аллергия на лаванду"
   */
  notes: string
  /**
   * Tags.
   *
   * @maxItems 50
   */
  tags: string[]
  /**
   * May not book online.
   *
   * @example false
   */
  blocked: boolean
  /**
   * When their personal data was erased.
   *
   * @example null
   */
  erased_at: string | null
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * A client to add; a name or a contact is needed.
 */
export interface ClientDraft {
  /**
   * Given name.
   *
   * @example "Анна"
   */
  first_name?: string
  /**
   * Family name.
   *
   * @example "Петрова"
   */
  last_name?: string
  /**
   * Patronymic.
   *
   * @example "Ивановна"
   */
  iname?: string
  /**
   * Birthday.
   *
   * @example "1990-05-17"
   */
  birth_date?: string | null
  /**
   * Phone number; E.164 in answers. A number without a country code is read as one of the organization’s country.
   *
   * @example "+79161234567"
   */
  phone?: string | null
  /**
   * E-mail address.
   *
   * @example "anna@example.com"
   */
  email?: string | null
  /**
   * Language to write to them in.
   *
   * @example "ru"
   */
  locale?: 'ru' | 'en'
  /**
   * Notes of the staff; the client does not see them.
   *
   * @example "Аллергия на лаванду"
   */
  notes?: string
  /**
   * Tags.
   *
   * @maxItems 50
   */
  tags?: string[]
  /**
   * May not book online.
   *
   * @example false
   */
  blocked?: boolean
}
/**
 * Lines of a file; a longer file comes in parts.
 */
export interface ClientImport {
  /**
   * The lines.
   *
   * @minItems 1
   * @maxItems 500
   */
  rows: ImportedClient[]
  /**
   * What to do with one whose phone or e-mail is known: leave them, or write over what the line says.
   *
   * @example "skip"
   */
  on_match?: 'skip' | 'update'
  /**
   * Only tell what would be done.
   *
   * @example true
   */
  dry_run?: boolean
}
/**
 * A line of a file, as it stands there; what is empty says nothing.
 */
export interface ImportedClient {
  /**
   * Given name.
   *
   * @example "Анна"
   */
  first_name?: string
  /**
   * Family name.
   *
   * @example "Петрова"
   */
  last_name?: string
  /**
   * Patronymic.
   *
   * @example "Ивановна"
   */
  iname?: string
  /**
   * Birthday: 1990-05-17 or 17.05.1990.
   *
   * @example "17.05.1990"
   */
  birth_date?: string
  /**
   * Phone, in any spelling.
   *
   * @example "8 (916) 123-45-67"
   */
  phone?: string
  /**
   * E-mail.
   *
   * @example "anna@example.com"
   */
  email?: string
  /**
   * Notes of the staff.
   *
   * @example "Аллергия на лаванду"
   */
  notes?: string
  /**
   * Tags with commas between.
   *
   * @example "vip, массаж"
   */
  tags?: string
}
/**
 * What was done, or would be.
 */
export interface ClientImportResult {
  /**
   * New clients.
   *
   * @example 1
   */
  created: number
  /**
   * Known ones, written over.
   *
   * @example 1
   */
  updated: number
  /**
   * Known ones, left.
   *
   * @example 1
   */
  skipped: number
  /**
   * Lines not taken.
   *
   * @example 1
   */
  invalid: number
  /**
   * Every line, in their order.
   *
   * @maxItems 500
   */
  rows: ImportOutcome[]
}
/**
 * What became of a line, or would.
 */
export interface ImportOutcome {
  /**
   * Its place among the lines sent, from 0.
   *
   * @example 0
   */
  row: number
  /**
   * invalid = not taken, see `errors`.
   *
   * @example "created"
   */
  outcome: 'created' | 'updated' | 'skipped' | 'invalid'
  /**
   * Who it is now; null when nobody is made yet.
   *
   * @example 1
   */
  client_id: number | null
  /**
   * What is wrong with it.
   *
   * @maxItems 20
   */
  errors: ImportError[]
}
/**
 * What is wrong with a line.
 */
export interface ImportError {
  /**
   * Of the line.
   *
   * @example "phone"
   */
  field: string
  /**
   * As of `errors` of a refused call.
   *
   * @example "wrong_format"
   */
  code: string
  /**
   * In the caller’s language.
   *
   * @example "Неверный формат"
   */
  detail: string
}
/**
 * What to change of the client.
 */
export interface ClientChanges {
  /**
   * Given name.
   *
   * @example "Анна"
   */
  first_name?: string
  /**
   * Family name.
   *
   * @example "Петрова"
   */
  last_name?: string
  /**
   * Patronymic.
   *
   * @example "Ивановна"
   */
  iname?: string
  /**
   * Birthday.
   *
   * @example "1990-05-17"
   */
  birth_date?: string | null
  /**
   * Phone number; E.164 in answers. A number without a country code is read as one of the organization’s country.
   *
   * @example "+79161234567"
   */
  phone?: string | null
  /**
   * E-mail address.
   *
   * @example "anna@example.com"
   */
  email?: string | null
  /**
   * Language to write to them in.
   *
   * @example "ru"
   */
  locale?: 'ru' | 'en'
  /**
   * Notes of the staff; the client does not see them.
   *
   * @example "Аллергия на лаванду"
   */
  notes?: string
  /**
   * Tags.
   *
   * @maxItems 50
   */
  tags?: string[]
  /**
   * May not book online.
   *
   * @example false
   */
  blocked?: boolean
}
/**
 * Which page.
 */
export interface PageQuery {
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface ClientDiscountPage {
  /**
   * The page, in the order asked for.
   */
  data: ClientDiscount[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A personal discount. Of several that fit, the best counts.
 */
export interface ClientDiscount {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Whose.
   *
   * @example 1
   */
  client_id: number
  /**
   * For this service; null = for all.
   *
   * @example null
   */
  service_id: number | null
  /**
   * Percent off, above 0, at most 100.
   *
   * @example 10
   */
  discount_percent: number
  /**
   * First day (of the visit).
   *
   * @example null
   */
  valid_from: string | null
  /**
   * Last day (of the visit).
   *
   * @example null
   */
  valid_to: string | null
  /**
   * Why.
   *
   * @example "Постоянный клиент"
   */
  reason: string
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
}
/**
 * A personal discount to give.
 */
export interface ClientDiscountDraft {
  /**
   * For this service; null = for all.
   *
   * @example null
   */
  service_id?: number | null
  /**
   * Percent off, above 0, at most 100.
   *
   * @example 10
   */
  discount_percent: number
  /**
   * First day (of the visit).
   *
   * @example null
   */
  valid_from?: string | null
  /**
   * Last day (of the visit).
   *
   * @example null
   */
  valid_to?: string | null
  /**
   * Why.
   *
   * @example "Постоянный клиент"
   */
  reason?: string
}
/**
 * Which discount.
 */
export interface ClientDiscountParams {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * The discount.
   *
   * @example 1
   */
  discount_id: number
}
/**
 * One page of a list.
 */
export interface ConsentRecordPage {
  /**
   * The page, in the order asked for.
   */
  data: ConsentRecord[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A consent given or withdrawn. Records are never changed.
 */
export interface ConsentRecord {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Whose.
   *
   * @example 1
   */
  client_id: number
  /**
   * To what.
   *
   * @example "personal_data"
   */
  kind: 'personal_data' | 'marketing' | 'third_party'
  /**
   * Version of the text.
   *
   * @example "1"
   */
  version: string
  /**
   * Language.
   *
   * @example "ru"
   */
  locale: 'ru' | 'en'
  /**
   * true = given, false = withdrawn.
   *
   * @example true
   */
  granted: boolean
  /**
   * An instant, RFC 3339 with an offset.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  at: string
  /**
   * Where it was given.
   *
   * @example "widget"
   */
  source: string
  /**
   * SHA-256 of the text that was shown.
   *
   * @example "9f86d081884c7d65…"
   */
  text_hash: string
}
/**
 * How a client wants to be told. Marketing is a consent of its own.
 */
export interface NotificationPreferences {
  /**
   * The ways, the best first; what is not named comes after them. WhatsApp is used only when it is on here or the clinic has chosen it.
   *
   * @maxItems 5
   */
  channels: ChannelPreference[]
  /**
   * From when one is not woken; null = as the clinic says.
   *
   * @example "22:00"
   */
  quiet_from: string | null
  /**
   * Until when; set together with `quiet_from`.
   *
   * @example "08:00"
   */
  quiet_to: string | null
  /**
   * Whether to be reminded of visits.
   *
   * @example true
   */
  reminders: boolean
  /**
   * Whether to be written to after a visit: thanks, a review, the next one.
   *
   * @example true
   */
  follow_ups: boolean
  /**
   * A calendar file of every booking by e-mail too, besides the message itself.
   *
   * @example false
   */
  calendar_by_email: boolean
  /**
   * The ways by which the clinic writes at all.
   *
   * @maxItems 5
   */
  available: ('webpush' | 'telegram' | 'max' | 'email' | 'whatsapp')[]
  /**
   * Whether there is a consent to marketing; changed as consents are.
   *
   * @example false
   */
  marketing: boolean
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
}
/**
 * One way of being told.
 */
export interface ChannelPreference {
  /**
   * The way it goes.
   *
   * @example "telegram"
   */
  channel: 'webpush' | 'telegram' | 'max' | 'email' | 'whatsapp'
  /**
   * Whether it may be used.
   *
   * @example true
   */
  enabled: boolean
}
/**
 * What to change.
 */
export interface NotificationPreferencesChange {
  /**
   * The ways, the best first; what is not named comes after them. WhatsApp is used only when it is on here or the clinic has chosen it.
   *
   * @maxItems 5
   */
  channels?: ChannelPreference[]
  /**
   * From when one is not woken; null = as the clinic says.
   *
   * @example "22:00"
   */
  quiet_from?: string | null
  /**
   * Until when; set together with `quiet_from`.
   *
   * @example "08:00"
   */
  quiet_to?: string | null
  /**
   * Whether to be reminded of visits.
   *
   * @example true
   */
  reminders?: boolean
  /**
   * Whether to be written to after a visit: thanks, a review, the next one.
   *
   * @example true
   */
  follow_ups?: boolean
  /**
   * A calendar file of every booking by e-mail too, besides the message itself.
   *
   * @example false
   */
  calendar_by_email?: boolean
}
/**
 * Give or withdraw a consent.
 */
export interface ConsentChange {
  /**
   * To what.
   *
   * @example "personal_data"
   */
  kind: 'personal_data' | 'marketing' | 'third_party'
  /**
   * Version of the text; left out = the latest.
   *
   * @example "1"
   */
  version?: string
  /**
   * true = give, false = withdraw.
   *
   * @example true
   */
  granted: boolean
}
/**
 * A client’s balance: always the sum of its transactions.
 */
export interface Wallet {
  /**
   * Whose.
   *
   * @example 1
   */
  client_id: number
  balance: Money
  credit_limit: Money
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * One page of a list.
 */
export interface WalletTransactionPage {
  /**
   * The page, in the order asked for.
   */
  data: WalletTransaction[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A line of the ledger. Lines are never changed.
 */
export interface WalletTransaction {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Whose.
   *
   * @example 1
   */
  client_id: number
  /**
   * Its place in the wallet, without gaps.
   *
   * @example 1
   */
  seq: number
  /**
   * What it is.
   *
   * @example "deposit"
   */
  type: 'deposit' | 'withdraw' | 'payment' | 'refund' | 'correction'
  amount: Money
  balance_after: Money
  /**
   * Why.
   *
   * @example "Пополнение на кассе"
   */
  reason: string
  /**
   * The visit it pays or gives back.
   *
   * @example null
   */
  appointment_id: number | null
  /**
   * The package it pays or gives back.
   *
   * @example null
   */
  client_package_id: number | null
  /**
   * The external payment it came from.
   *
   * @example null
   */
  payment_id: number | null
  /**
   * The payment it gives back.
   *
   * @example null
   */
  refunds: number | null
  /**
   * The line it corrects.
   *
   * @example null
   */
  corrects: number | null
  /**
   * Who made it.
   *
   * @example "staff:3"
   */
  actor: string
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
}
/**
 * A line to add.
 */
export interface TransactionDraft {
  /**
   * What it is.
   *
   * @example "deposit"
   */
  type: 'deposit' | 'withdraw' | 'payment' | 'refund' | 'correction'
  /**
   * Minor units, above 0; a correction may take away, and is then below 0.
   *
   * @example 100000
   */
  amount: number
  /**
   * Why; a correction needs it.
   *
   * @example "Пополнение на кассе"
   */
  reason?: string
  /**
   * The payment that a refund gives back.
   *
   * @example 1
   */
  refunds?: number
  /**
   * The line that a correction corrects; left out = the wallet’s last one.
   *
   * @example 1
   */
  corrects?: number
  /**
   * The visit that a payment pays.
   *
   * @example 1
   */
  appointment_id?: number
  /**
   * If given, it must be the organization’s.
   *
   * @example "RUB"
   */
  currency?: string
}
/**
 * One page of a list.
 */
export interface ClientPackagePage {
  /**
   * The page, in the order asked for.
   */
  data: ClientPackage[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A package that a client has bought.
 */
export interface ClientPackage {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Whose.
   *
   * @example 1
   */
  client_id: number
  /**
   * What was bought.
   *
   * @example 1
   */
  package_id: number
  /**
   * The service of its visits.
   *
   * @example 1
   */
  service_id: number
  /**
   * Name of the package.
   *
   * @example "5 массажей по цене 4"
   */
  name: string
  /**
   * Visits bought.
   *
   * @example 5
   */
  visits_total: number
  /**
   * Visits left.
   *
   * @example 4
   */
  visits_left: number
  /**
   * Until when; null = without end.
   *
   * @example null
   */
  expires_at: string | null
  price_paid: Money
  /**
   * How it was paid.
   *
   * @example "on_site"
   */
  paid_by: 'on_site' | 'wallet' | 'card'
  /**
   * Visits are left and it has not expired.
   *
   * @example true
   */
  usable: boolean
  /**
   * When it was taken back.
   *
   * @example null
   */
  cancelled_at: string | null
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * A package to buy. By card: through /payments with purpose package.
 */
export interface PackagePurchase {
  /**
   * Which package.
   *
   * @example 1
   */
  package_id: number
  payment: PackagePayment
}
/**
 * How it is paid.
 */
export interface PackagePayment {
  /**
   * How; clients pay from their balance, on_site is for staff.
   *
   * @example "wallet"
   */
  method: 'on_site' | 'wallet' | 'card'
}
/**
 * Which package.
 */
export interface ClientPackageParams {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * The client’s package.
   *
   * @example 1
   */
  client_package_id: number
}
/**
 * Takes a package back; what its unused visits cost is given back.
 */
export interface PackageRefund {
  /**
   * Why.
   *
   * @example "Переезд"
   */
  reason: string
  /**
   * Where the money goes.
   *
   * @example "wallet"
   */
  to?: 'wallet' | 'source' | 'none'
}
/**
 * The duplicate.
 */
export interface MergeRequest {
  /**
   * The client who ceases to be.
   *
   * @example 2
   */
  duplicate_id: number
}
/**
 * All that is kept of a client.
 */
export interface ClientExport {
  client: Client
  /**
   * Personal discounts.
   */
  discounts: ClientDiscount[]
  /**
   * Consents.
   */
  consents: ConsentRecord[]
  /**
   * Visits.
   */
  appointments: Appointment[]
  /**
   * Lines of the ledger.
   */
  transactions: WalletTransaction[]
  /**
   * Packages that were bought.
   */
  packages: ClientPackage[]
  /**
   * An instant, RFC 3339 with an offset.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  exported_at: string
}
/**
 * Which texts.
 */
export interface ListConsentTextQuery {
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface ConsentTextPage {
  /**
   * The page, in the order asked for.
   */
  data: ConsentText[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * The text of a consent. A text never changes; a new version is a new text.
 */
export interface ConsentText {
  /**
   * To what.
   *
   * @example "personal_data"
   */
  kind: 'personal_data' | 'marketing' | 'third_party'
  /**
   * Version.
   *
   * @example "1"
   */
  version: string
  /**
   * Language.
   *
   * @example "ru"
   */
  locale: 'ru' | 'en'
  /**
   * The text.
   *
   * @example "Я даю согласие на обработку персональных данных."
   */
  text: string
  /**
   * Booking needs it.
   *
   * @example true
   */
  required: boolean
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
}
/**
 * A new version of a text.
 */
export interface ConsentTextDraft {
  /**
   * To what.
   *
   * @example "personal_data"
   */
  kind: 'personal_data' | 'marketing' | 'third_party'
  /**
   * Version.
   *
   * @example "1"
   */
  version: string
  /**
   * Language.
   *
   * @example "ru"
   */
  locale: 'ru' | 'en'
  /**
   * The text.
   *
   * @example "Я даю согласие на обработку персональных данных."
   */
  text: string
  /**
   * Booking needs it.
   *
   * @example true
   */
  required?: boolean
}
/**
 * The signed-in client.
 */
export interface Me {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Given name.
   *
   * @example "Анна"
   */
  first_name: string
  /**
   * Family name.
   *
   * @example "Петрова"
   */
  last_name: string
  /**
   * Patronymic.
   *
   * @example "Ивановна"
   */
  iname: string
  /**
   * Birthday.
   *
   * @example "1990-05-17"
   */
  birth_date: string | null
  /**
   * Phone number; E.164 in answers. A number without a country code is read as one of the organization’s country.
   *
   * @example "+79161234567"
   */
  phone: string | null
  /**
   * E-mail address.
   *
   * @example "anna@example.com"
   */
  email: string | null
  /**
   * Language to write to them in.
   *
   * @example "ru"
   */
  locale: 'ru' | 'en'
  /**
   * Whether a Telegram account is linked; else `POST /me/telegram-link`.
   *
   * @example false
   */
  telegram_linked: boolean
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * What to change.
 */
export interface MeChanges {
  /**
   * Given name.
   *
   * @example "Анна"
   */
  first_name?: string
  /**
   * Family name.
   *
   * @example "Петрова"
   */
  last_name?: string
  /**
   * Patronymic.
   *
   * @example "Ивановна"
   */
  iname?: string
  /**
   * Birthday.
   *
   * @example "1990-05-17"
   */
  birth_date?: string | null
  /**
   * Language to write to them in.
   *
   * @example "ru"
   */
  locale?: 'ru' | 'en'
}
/**
 * One page of a list.
 */
export interface PushSubscriptionPage {
  /**
   * The page, in the order asked for.
   */
  data: PushSubscription[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A deep link into the bot of the clinic.
 */
export interface TelegramLink {
  /**
   * Opens the bot, which links the Telegram account to whose link it is. Works once.
   *
   * @example "https://t.me/arbat_bot?start=link_kX3vT9qLm2WcR7yZ0bNf8A"
   */
  url: string
  /**
   * Until when.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  expires_at: string
}
/**
 * One page of a list.
 */
export interface OwnNotificationPage {
  /**
   * The page, in the order asked for.
   */
  data: OwnNotification[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A message that one was sent.
 */
export interface OwnNotification {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * What it tells of.
   *
   * @example "confirmed"
   */
  template:
    | 'confirmed'
    | 'moved'
    | 'cancelled'
    | 'reminder_day'
    | 'reminder_hours'
    | 'thanks'
    | 'review'
    | 'next_visit'
    | 'package_low'
    | 'package_expiring'
    | 'balance'
    | 'staff_booked'
    | 'staff_cancelled'
    | 'broadcast'
  /**
   * The way it goes.
   *
   * @example "telegram"
   */
  channel: 'webpush' | 'telegram' | 'max' | 'email' | 'whatsapp'
  /**
   * pending = waits for its time or is tried again; sending = on its way; skipped = not true or not wanted any more; failed = given up.
   *
   * @example "sent"
   */
  status: 'pending' | 'sending' | 'sent' | 'skipped' | 'failed'
  /**
   * The visit that it is about.
   *
   * @example 1
   */
  appointment_id: number | null
  /**
   * When it is due, or was.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  send_at: string
  /**
   * When the channel took it.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  sent_at: string | null
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * What it is about, in words.
   *
   * @example "Напоминание о визите"
   */
  title: string
}
/**
 * Whose messages the browser is to let in.
 */
export interface PushKey {
  /**
   * `applicationServerKey` of `PushManager.subscribe()`, base64url (VAPID, RFC 8292).
   *
   * @example "BDd3_hVL9fZi9Ybo2UUzA284WG5FZR30_95YeZJsiApwXKpNcF1rRPF3foIiBHXRdJI2Qhumhf6_LFTeZaNndIo"
   */
  public_key: string
}
/**
 * Which messages.
 */
export interface ListNotificationQuery {
  /**
   * To this client.
   *
   * @example 1
   */
  client_id?: number
  /**
   * About this visit.
   *
   * @example 1
   */
  appointment_id?: number
  /**
   * Of this broadcast.
   *
   * @example 1
   */
  broadcast_id?: number
  /**
   * In this status.
   *
   * @example "sent"
   */
  status?: 'pending' | 'sending' | 'sent' | 'skipped' | 'failed'
  /**
   * By this channel.
   *
   * @example "telegram"
   */
  channel?: 'webpush' | 'telegram' | 'max' | 'email' | 'whatsapp'
  /**
   * Of this kind.
   *
   * @example "confirmed"
   */
  template?:
    | 'confirmed'
    | 'moved'
    | 'cancelled'
    | 'reminder_day'
    | 'reminder_hours'
    | 'thanks'
    | 'review'
    | 'next_visit'
    | 'package_low'
    | 'package_expiring'
    | 'balance'
    | 'staff_booked'
    | 'staff_cancelled'
    | 'broadcast'
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface NotificationPage {
  /**
   * The page, in the order asked for.
   */
  data: Notification[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A message to one person by one channel.
 */
export interface Notification {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * What it tells of.
   *
   * @example "confirmed"
   */
  template:
    | 'confirmed'
    | 'moved'
    | 'cancelled'
    | 'reminder_day'
    | 'reminder_hours'
    | 'thanks'
    | 'review'
    | 'next_visit'
    | 'package_low'
    | 'package_expiring'
    | 'balance'
    | 'staff_booked'
    | 'staff_cancelled'
    | 'broadcast'
  /**
   * The way it goes.
   *
   * @example "telegram"
   */
  channel: 'webpush' | 'telegram' | 'max' | 'email' | 'whatsapp'
  /**
   * pending = waits for its time or is tried again; sending = on its way; skipped = not true or not wanted any more; failed = given up.
   *
   * @example "sent"
   */
  status: 'pending' | 'sending' | 'sent' | 'skipped' | 'failed'
  /**
   * The visit that it is about.
   *
   * @example 1
   */
  appointment_id: number | null
  /**
   * When it is due, or was.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  send_at: string
  /**
   * When the channel took it.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  sent_at: string | null
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * To this client.
   *
   * @example 1
   */
  client_id: number | null
  /**
   * To this member of staff.
   *
   * @example null
   */
  staff_id: number | null
  /**
   * Of this broadcast.
   *
   * @example null
   */
  broadcast_id: number | null
  /**
   * The address, all but its ends hidden.
   *
   * @example "a…@example.com"
   */
  recipient: string
  /**
   * When it arrived, where the channel tells (WhatsApp).
   *
   * @example null
   */
  delivered_at: string | null
  /**
   * When it was read, where the channel tells.
   *
   * @example null
   */
  read_at: string | null
  /**
   * How often it was tried.
   *
   * @example 1
   */
  attempts: number
  /**
   * Why it was skipped, or what went wrong the last time.
   *
   * @example "outdated"
   */
  error: string | null
  /**
   * Its name at the provider.
   *
   * @example "4711"
   */
  provider_id: string | null
  /**
   * How often the desk has sent it again.
   *
   * @example 0
   */
  round: number
}
/**
 * Who is told what, and when.
 */
export interface NotificationRules {
  /**
   * From when nobody is woken, local time of the visit.
   *
   * @example "22:00"
   */
  quiet_from: string
  /**
   * Until when; the same as `quiet_from` = no quiet hours.
   *
   * @example "08:00"
   */
  quiet_to: string
  /**
   * Whether the preview of a push names the service and the specialist.
   *
   * @example false
   */
  shows_service: boolean
  /**
   * Where reviews are written.
   *
   * @example null
   */
  review_url: string | null
  /**
   * Every rule as it holds, those of single services after them.
   *
   * @maxItems 1000
   */
  rules: NotificationRule[]
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
}
/**
 * Whether, when and how something is told.
 */
export interface NotificationRule {
  /**
   * What it tells of.
   *
   * @example "confirmed"
   */
  template:
    | 'confirmed'
    | 'moved'
    | 'cancelled'
    | 'reminder_day'
    | 'reminder_hours'
    | 'thanks'
    | 'review'
    | 'next_visit'
    | 'package_low'
    | 'package_expiring'
    | 'balance'
    | 'staff_booked'
    | 'staff_cancelled'
  /**
   * For this service only; null = for all.
   *
   * @example null
   */
  service_id: number | null
  /**
   * Whether it is told.
   *
   * @example true
   */
  enabled: boolean
  /**
   * How far from the visit (or the end of the package), minutes; 0 for what is told at once.
   *
   * @example 1440
   */
  offset_min: number
  /**
   * By which channels, the best first; the first that reaches the person is taken.
   *
   * @minItems 1
   * @maxItems 5
   */
  channels: ('webpush' | 'telegram' | 'max' | 'email' | 'whatsapp')[]
  /**
   * Nothing of it was set here.
   *
   * @example true
   */
  is_default: boolean
  /**
   * Why nothing is sent though it is enabled: a review needs `review_url`.
   *
   * @example "no_review_url"
   */
  blocked_by: 'no_review_url' | null
}
/**
 * The settings as a whole. A rule that is not named is as it comes.
 */
export interface NotificationRulesChange {
  /**
   * From when nobody is woken, local time of the visit.
   *
   * @example "22:00"
   */
  quiet_from?: string
  /**
   * Until when; the same as `quiet_from` = no quiet hours.
   *
   * @example "08:00"
   */
  quiet_to?: string
  /**
   * Whether the preview of a push names the service and the specialist.
   *
   * @example false
   */
  shows_service?: boolean
  /**
   * Where reviews are written.
   *
   * @example null
   */
  review_url?: string | null
  /**
   * What differs.
   *
   * @maxItems 500
   */
  rules: NotificationRuleChange[]
}
/**
 * What differs from the default; for a service: from what holds for all.
 */
export interface NotificationRuleChange {
  /**
   * What it tells of.
   *
   * @example "confirmed"
   */
  template:
    | 'confirmed'
    | 'moved'
    | 'cancelled'
    | 'reminder_day'
    | 'reminder_hours'
    | 'thanks'
    | 'review'
    | 'next_visit'
    | 'package_low'
    | 'package_expiring'
    | 'balance'
    | 'staff_booked'
    | 'staff_cancelled'
  /**
   * For this service only; null or left out = for all.
   *
   * @example null
   */
  service_id?: number | null
  /**
   * Whether it is told.
   *
   * @example true
   */
  enabled?: boolean
  /**
   * How far from the visit (or the end of the package), minutes; 0 for what is told at once.
   *
   * @example 1440
   */
  offset_min?: number
  /**
   * By which channels, the best first; the first that reaches the person is taken.
   *
   * @minItems 1
   * @maxItems 5
   */
  channels?: ('webpush' | 'telegram' | 'max' | 'email' | 'whatsapp')[]
}
/**
 * The texts.
 */
export interface NotificationTexts {
  /**
   * Every one.
   *
   * @maxItems 100
   */
  data: NotificationText[]
}
/**
 * What is said.
 */
export interface NotificationText {
  /**
   * What it tells of.
   *
   * @example "confirmed"
   */
  template:
    | 'confirmed'
    | 'moved'
    | 'cancelled'
    | 'reminder_day'
    | 'reminder_hours'
    | 'thanks'
    | 'review'
    | 'next_visit'
    | 'package_low'
    | 'package_expiring'
    | 'balance'
    | 'staff_booked'
    | 'staff_cancelled'
  /**
   * Language.
   *
   * @example "ru"
   */
  locale: 'ru' | 'en'
  /**
   * The first line; `{placeholders}` as listed.
   *
   * @example "Запись подтверждена"
   */
  title: string
  /**
   * The rest. A line with a placeholder that says nothing is left out.
   *
   * @example "{when}\n{where}"
   */
  body: string
  /**
   * What may stand in braces.
   *
   * @maxItems 30
   */
  placeholders: string[]
  /**
   * As it comes with the program.
   *
   * @example true
   */
  is_default: boolean
}
/**
 * The words.
 */
export interface NotificationTextChange {
  /**
   * What it tells of.
   *
   * @example "confirmed"
   */
  template:
    | 'confirmed'
    | 'moved'
    | 'cancelled'
    | 'reminder_day'
    | 'reminder_hours'
    | 'thanks'
    | 'review'
    | 'next_visit'
    | 'package_low'
    | 'package_expiring'
    | 'balance'
    | 'staff_booked'
    | 'staff_cancelled'
  /**
   * Language.
   *
   * @example "ru"
   */
  locale: 'ru' | 'en'
  /**
   * The first line; `{placeholders}` as listed.
   *
   * @example "Запись подтверждена"
   */
  title: string
  /**
   * The rest. A line with a placeholder that says nothing is left out.
   *
   * @example "{when}\n{where}"
   */
  body: string
}
/**
 * Which text.
 */
export interface NotificationTextName {
  /**
   * What it tells of.
   *
   * @example "confirmed"
   */
  template:
    | 'confirmed'
    | 'moved'
    | 'cancelled'
    | 'reminder_day'
    | 'reminder_hours'
    | 'thanks'
    | 'review'
    | 'next_visit'
    | 'package_low'
    | 'package_expiring'
    | 'balance'
    | 'staff_booked'
    | 'staff_cancelled'
  /**
   * Language.
   *
   * @example "ru"
   */
  locale: 'ru' | 'en'
}
/**
 * What to show.
 */
export interface NotificationTextPreview {
  /**
   * What it tells of.
   *
   * @example "confirmed"
   */
  template:
    | 'confirmed'
    | 'moved'
    | 'cancelled'
    | 'reminder_day'
    | 'reminder_hours'
    | 'thanks'
    | 'review'
    | 'next_visit'
    | 'package_low'
    | 'package_expiring'
    | 'balance'
    | 'staff_booked'
    | 'staff_cancelled'
  /**
   * Language.
   *
   * @example "ru"
   */
  locale: 'ru' | 'en'
  /**
   * The first line; `{placeholders}` as listed.
   *
   * @example "Запись подтверждена"
   */
  title: string
  /**
   * The rest. A line with a placeholder that says nothing is left out.
   *
   * @example "{when}\n{where}"
   */
  body: string
}
/**
 * A text as people would read it.
 */
export interface NotificationPreview {
  /**
   * The first line.
   *
   * @example "Запись подтверждена"
   */
  title: string
  /**
   * The rest.
   *
   * @example "вт, 12 января в 10:30"
   */
  body: string
  push: NotificationPushPreview
}
/**
 * As a locked phone shows it.
 */
export interface NotificationPushPreview {
  /**
   * The first line.
   *
   * @example "Запись подтверждена"
   */
  title: string
  /**
   * The rest.
   *
   * @example "вт, 12 января в 10:30"
   */
  body: string
}
/**
 * What a member of staff is told of: by Telegram where it is linked, else by e-mail.
 */
export interface StaffNotificationPreferences {
  /**
   * Of whose new bookings: nobody’s, one’s own as a specialist, everybody’s.
   *
   * @example "own"
   */
  bookings: 'none' | 'own' | 'all'
  /**
   * Of whose cancellations.
   *
   * @example "own"
   */
  cancellations: 'none' | 'own' | 'all'
  /**
   * Whether one is told by Telegram; unavailable = the clinic has no bot.
   *
   * @example "linked"
   */
  telegram: 'linked' | 'unlinked' | 'unavailable'
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
}
/**
 * What to change.
 */
export interface StaffNotificationPreferencesChange {
  /**
   * Of whose new bookings: nobody’s, one’s own as a specialist, everybody’s.
   *
   * @example "own"
   */
  bookings?: 'none' | 'own' | 'all'
  /**
   * Of whose cancellations.
   *
   * @example "own"
   */
  cancellations?: 'none' | 'own' | 'all'
}
/**
 * Who has come, and by which link.
 */
export interface StaffTelegram {
  /**
   * Who it is, in the words of a Mini App’s init data, signed with the bot’s token.
   *
   * @example "user=%7B%22id%22%3A279058397%7D&auth_date=1662771648&hash=c501b71e…"
   */
  init_data: string
  /**
   * The one-use code of the link.
   *
   * @example "staff_kX3vT9qLm2WcR7yZ0bNf8A"
   */
  link: string
}
/**
 * Which page.
 */
export interface ListBroadcastQuery {
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface BroadcastPage {
  /**
   * The page, in the order asked for.
   */
  data: Broadcast[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A message to many, and how far it has come.
 */
export interface Broadcast {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  segment: BroadcastSegment
  /**
   * By these channels only; left out = by any.
   *
   * @minItems 1
   * @maxItems 5
   */
  channels: ('webpush' | 'telegram' | 'max' | 'email' | 'whatsapp')[] | null
  /**
   * The first line.
   *
   * @example "Массаж со скидкой в декабре"
   */
  title: string
  /**
   * The rest.
   *
   * @example "Только до 15 декабря, по вторникам."
   */
  body: string
  /**
   * Where it leads.
   *
   * @example null
   */
  url: string | null
  /**
   * When it begins.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  send_at: string
  /**
   * How many messages a minute at most.
   *
   * @example 1000
   */
  per_minute: number
  /**
   * scheduled → sending → sent; stopped = nobody more is written to.
   *
   * @example "sending"
   */
  status: 'scheduled' | 'sending' | 'sent' | 'stopped'
  /**
   * Whom it was to reach when it was made.
   *
   * @example 95
   */
  total: number
  /**
   * Messages that are made and wait.
   *
   * @example 10
   */
  pending: number
  /**
   * Messages that a channel took.
   *
   * @example 80
   */
  sent: number
  /**
   * Messages that were given up.
   *
   * @example 2
   */
  failed: number
  /**
   * Messages that were not wanted any more, or were stopped.
   *
   * @example 3
   */
  skipped: number
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * Which clients, chosen as in their list. Always only those who consented to marketing and are not blocked.
 */
export interface BroadcastSegment {
  /**
   * With this tag.
   *
   * @example "vip"
   */
  tag?: string
  /**
   * At least so many visits took place.
   *
   * @example 3
   */
  visits_from?: number
  /**
   * At most so many.
   *
   * @example 10
   */
  visits_to?: number
  /**
   * At least so much was sold to them, minor units.
   *
   * @example 250000
   */
  spent_from?: number
  /**
   * At most so much.
   *
   * @example 250000
   */
  spent_to?: number
  /**
   * Their latest visit was on this date or later.
   *
   * @example "2027-01-11"
   */
  last_visit_from?: string
  /**
   * It was on this date or earlier.
   *
   * @example "2027-06-30"
   */
  last_visit_to?: string
  /**
   * Had a visit of this service.
   *
   * @example 1
   */
  service_id?: number
  /**
   * Had a visit in this branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * Born in this month.
   *
   * @example 5
   */
  birth_month?: number
}
/**
 * Whom it would reach.
 */
export interface BroadcastCountRequest {
  segment: BroadcastSegment
  /**
   * By these channels only; left out = by any.
   *
   * @minItems 1
   * @maxItems 5
   */
  channels?: ('webpush' | 'telegram' | 'max' | 'email' | 'whatsapp')[]
}
/**
 * Whom it would reach now.
 */
export interface BroadcastCount {
  /**
   * Clients of the segment who consented to marketing.
   *
   * @example 100
   */
  consented: number
  /**
   * Of them, those whom a channel reaches.
   *
   * @example 95
   */
  reachable: number
  by_channel: BroadcastReach
}
/**
 * How many by each channel.
 */
export interface BroadcastReach {
  /**
   * By Telegram.
   *
   * @example 60
   */
  telegram: number
  /**
   * By MAX.
   *
   * @example 0
   */
  max: number
  /**
   * By web push.
   *
   * @example 20
   */
  webpush: number
  /**
   * By e-mail.
   *
   * @example 15
   */
  email: number
  /**
   * By WhatsApp.
   *
   * @example 0
   */
  whatsapp: number
}
/**
 * A message to many.
 */
export interface BroadcastDraft {
  segment: BroadcastSegment
  /**
   * By these channels only; left out = by any.
   *
   * @minItems 1
   * @maxItems 5
   */
  channels?: ('webpush' | 'telegram' | 'max' | 'email' | 'whatsapp')[]
  /**
   * The first line.
   *
   * @example "Массаж со скидкой в декабре"
   */
  title: string
  /**
   * The rest.
   *
   * @example "Только до 15 декабря, по вторникам."
   */
  body: string
  /**
   * Where it leads.
   *
   * @example "https://clinic.example/december"
   */
  url?: string
  /**
   * When to begin, within a year; left out = now.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  send_at?: string
  /**
   * How many messages a minute at most.
   *
   * @example 1000
   */
  per_minute?: number
}
/**
 * Which promo codes.
 */
export interface ListPromoCodeQuery {
  /**
   * Also what is archived (staff and secret keys).
   *
   * @example false
   */
  archived?: boolean
  /**
   * Order; a leading minus turns it round.
   *
   * @example "id"
   */
  sort?: 'id' | '-id' | 'code' | '-code'
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface PromoCodePage {
  /**
   * The page, in the order asked for.
   */
  data: PromoCode[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A promo code.
 */
export interface PromoCode {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * What clients type; case does not matter.
   *
   * @example "SPRING"
   */
  code: string
  /**
   * Percent off; or give an amount.
   *
   * @example 10
   */
  discount_percent: number | null
  /**
   * Amount off, minor units; or give a percent.
   *
   * @example null
   */
  discount_amount: number | null
  /**
   * For this service; null = for all.
   *
   * @example null
   */
  service_id: number | null
  /**
   * First day (of booking).
   *
   * @example null
   */
  valid_from: string | null
  /**
   * Last day (of booking).
   *
   * @example null
   */
  valid_to: string | null
  /**
   * How many times in all; null = any number.
   *
   * @example 100
   */
  uses_limit: number | null
  /**
   * How many times by one client; null = any number.
   *
   * @example 1
   */
  uses_per_client: number | null
  /**
   * Only for somebody’s first visit.
   *
   * @example false
   */
  first_visit_only: boolean
  /**
   * Times used and not given back.
   *
   * @example 0
   */
  uses: number
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was archived; null while in use.
   *
   * @example null
   */
  archived_at: string | null
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * A promo code to make.
 */
export interface PromoCodeDraft {
  /**
   * What clients type; case does not matter.
   *
   * @example "SPRING"
   */
  code: string
  /**
   * Percent off; or give an amount.
   *
   * @example 10
   */
  discount_percent?: number | null
  /**
   * Amount off, minor units; or give a percent.
   *
   * @example null
   */
  discount_amount?: number | null
  /**
   * For this service; null = for all.
   *
   * @example null
   */
  service_id?: number | null
  /**
   * First day (of booking).
   *
   * @example null
   */
  valid_from?: string | null
  /**
   * Last day (of booking).
   *
   * @example null
   */
  valid_to?: string | null
  /**
   * How many times in all; null = any number.
   *
   * @example 100
   */
  uses_limit?: number | null
  /**
   * How many times by one client; null = any number.
   *
   * @example 1
   */
  uses_per_client?: number | null
  /**
   * Only for somebody’s first visit.
   *
   * @example false
   */
  first_visit_only?: boolean
}
/**
 * What to change of a promo code.
 */
export interface PromoCodeChanges {
  /**
   * What clients type; case does not matter.
   *
   * @example "SPRING"
   */
  code?: string
  /**
   * Percent off; or give an amount.
   *
   * @example 10
   */
  discount_percent?: number | null
  /**
   * Amount off, minor units; or give a percent.
   *
   * @example null
   */
  discount_amount?: number | null
  /**
   * For this service; null = for all.
   *
   * @example null
   */
  service_id?: number | null
  /**
   * First day (of booking).
   *
   * @example null
   */
  valid_from?: string | null
  /**
   * Last day (of booking).
   *
   * @example null
   */
  valid_to?: string | null
  /**
   * How many times in all; null = any number.
   *
   * @example 100
   */
  uses_limit?: number | null
  /**
   * How many times by one client; null = any number.
   *
   * @example 1
   */
  uses_per_client?: number | null
  /**
   * Only for somebody’s first visit.
   *
   * @example false
   */
  first_visit_only?: boolean
}
/**
 * Which lines.
 */
export interface ListTransactionQuery {
  /**
   * First date.
   *
   * @example "2027-01-01"
   */
  from?: string
  /**
   * Last date.
   *
   * @example "2027-12-31"
   */
  to?: string
  /**
   * Of this type.
   *
   * @example "deposit"
   */
  type?: 'deposit' | 'withdraw' | 'payment' | 'refund' | 'correction'
  /**
   * Of this client.
   *
   * @example 1
   */
  client_id?: number
  /**
   * Made by.
   *
   * @example "staff:3"
   */
  actor?: string
  /**
   * Order.
   *
   * @example "-created_at"
   */
  sort?: '-created_at' | 'created_at'
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface LedgerLinePage {
  /**
   * The page, in the order asked for.
   */
  data: LedgerLine[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A line of the ledger, and whose it is.
 */
export interface LedgerLine {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Whose.
   *
   * @example 1
   */
  client_id: number
  /**
   * Its place in the wallet, without gaps.
   *
   * @example 1
   */
  seq: number
  /**
   * What it is.
   *
   * @example "deposit"
   */
  type: 'deposit' | 'withdraw' | 'payment' | 'refund' | 'correction'
  amount: Money
  balance_after: Money
  /**
   * Why.
   *
   * @example "Пополнение на кассе"
   */
  reason: string
  /**
   * The visit it pays or gives back.
   *
   * @example null
   */
  appointment_id: number | null
  /**
   * The package it pays or gives back.
   *
   * @example null
   */
  client_package_id: number | null
  /**
   * The external payment it came from.
   *
   * @example null
   */
  payment_id: number | null
  /**
   * The payment it gives back.
   *
   * @example null
   */
  refunds: number | null
  /**
   * The line it corrects.
   *
   * @example null
   */
  corrects: number | null
  /**
   * Who made it.
   *
   * @example "staff:3"
   */
  actor: string
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * Name of the client.
   *
   * @example "Анна Петрова"
   */
  client_name: string
}
/**
 * What to pay for: a visit of one’s own, a package, or one’s balance.
 */
export interface PaymentDraft {
  /**
   * What for.
   *
   * @example "appointment"
   */
  purpose: 'appointment' | 'package' | 'deposit'
  /**
   * The visit (purpose appointment).
   *
   * @example 1
   */
  appointment_id?: number
  /**
   * The package (purpose package).
   *
   * @example 1
   */
  package_id?: number
  /**
   * How much (purpose deposit), minor units.
   *
   * @example 100000
   */
  amount?: number
  /**
   * For whom; staff and secret keys only.
   *
   * @example 1
   */
  client_id?: number
  /**
   * Which provider; left out = the first that is set up.
   *
   * @example "demo"
   */
  provider?: 'demo' | 'yookassa' | 'stripe'
  /**
   * Where the payer comes back to; the client site by default.
   *
   * @example "https://clinic.example/thanks"
   */
  return_url?: string
}
/**
 * Money from outside: by card through a provider, or taken at the desk.
 */
export interface Payment {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Who pays.
   *
   * @example 1
   */
  client_id: number | null
  /**
   * Who takes the money.
   *
   * @example "demo"
   */
  provider: 'demo' | 'yookassa' | 'stripe' | 'on_site'
  /**
   * unapplied = the money came but what it was for is gone; it is on the client’s balance or waits for staff.
   *
   * @example "succeeded"
   */
  status: 'pending' | 'succeeded' | 'unapplied' | 'failed' | 'cancelled' | 'refunded'
  amount: Money
  refunded: Money
  /**
   * What for.
   *
   * @example "appointment"
   */
  purpose: 'appointment' | 'package' | 'deposit'
  /**
   * The visit.
   *
   * @example 1
   */
  appointment_id: number | null
  /**
   * The package to buy.
   *
   * @example null
   */
  package_id: number | null
  /**
   * The package bought by it.
   *
   * @example null
   */
  client_package_id: number | null
  /**
   * Page where it is paid.
   *
   * @example "https://pay.example/1"
   */
  url: string | null
  /**
   * Why it failed.
   *
   * @example "card_declined"
   */
  error: string | null
  /**
   * When the money came.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  succeeded_at: string | null
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * Which payments.
 */
export interface ListPaymentQuery {
  /**
   * Of this client.
   *
   * @example 1
   */
  client_id?: number
  /**
   * Of this visit.
   *
   * @example 1
   */
  appointment_id?: number
  /**
   * In this status.
   *
   * @example "succeeded"
   */
  status?: 'pending' | 'succeeded' | 'unapplied' | 'failed' | 'cancelled' | 'refunded'
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface PaymentPage {
  /**
   * The page, in the order asked for.
   */
  data: Payment[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * Gives money back.
 */
export interface PaymentRefund {
  /**
   * How much; left out = all that is left.
   *
   * @example 250000
   */
  amount?: number
  /**
   * Why.
   *
   * @example "Отмена визита"
   */
  reason: string
  /**
   * Where to: the card it came from, or the client’s balance.
   *
   * @example "source"
   */
  to?: 'source' | 'wallet'
}
/**
 * From which provider.
 */
export interface PaymentWebhookParams {
  /**
   * The provider.
   *
   * @example "demo"
   */
  provider: 'demo' | 'yookassa' | 'stripe'
}
/**
 * It was taken.
 */
export interface WebhookTaken {
  /**
   * Always true.
   *
   * @example true
   */
  received: boolean
}
/**
 * Which page.
 */
export interface ListPaymentDifferenceQuery {
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface PaymentDifferencePage {
  /**
   * The page, in the order asked for.
   */
  data: PaymentDifference[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * The provider and the books do not agree. Nothing is mended by itself.
 */
export interface PaymentDifference {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * Which provider.
   *
   * @example "yookassa"
   */
  provider: 'demo' | 'yookassa' | 'stripe' | 'on_site'
  /**
   * Its id of the payment.
   *
   * @example "2a1b…"
   */
  provider_id: string
  /**
   * Ours.
   *
   * @example 1
   */
  payment_id: number | null
  /**
   * What differs.
   *
   * @example "missing_here"
   */
  kind: 'missing_here' | 'missing_there' | 'amount' | 'status' | 'refunded'
  /**
   * What we have.
   *
   * @example "pending 250000"
   */
  ours: string | null
  /**
   * What they have.
   *
   * @example "succeeded 250000"
   */
  theirs: string | null
  /**
   * When it was found.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  found_at: string
  /**
   * When it was gone or marked as looked at.
   *
   * @example null
   */
  settled_at: string | null
}
/**
 * Which difference.
 */
export interface PaymentDifferenceParams {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
}
/**
 * What was done.
 */
export interface SettleDifference {
  /**
   * What was done.
   *
   * @example "Возвращено вручную"
   */
  note: string
}
/**
 * Which receipts.
 */
export interface ListReceiptQuery {
  /**
   * Of this client.
   *
   * @example 1
   */
  client_id?: number
  /**
   * Of this visit.
   *
   * @example 1
   */
  appointment_id?: number
  /**
   * In this status.
   *
   * @example "queued"
   */
  status?: 'queued' | 'sent' | 'registered' | 'failed'
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface ReceiptPage {
  /**
   * The page, in the order asked for.
   */
  data: Receipt[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A fiscal document (54-ФЗ): prepayment, offset when the service is given, refund.
 */
export interface Receipt {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * income = money came or the service was given; income_refund = money went back.
   *
   * @example "income"
   */
  kind: 'income' | 'income_refund'
  /**
   * queued → sent → registered; failed waits for staff.
   *
   * @example "queued"
   */
  status: 'queued' | 'sent' | 'registered' | 'failed'
  /**
   * The buyer.
   *
   * @example 1
   */
  client_id: number | null
  /**
   * The visit.
   *
   * @example null
   */
  appointment_id: number | null
  /**
   * The payment.
   *
   * @example 1
   */
  payment_id: number | null
  total: Money
  /**
   * Its lines.
   *
   * @maxItems 30
   */
  items: ReceiptItem[]
  /**
   * The prepayment receipt that this one offsets.
   *
   * @example null
   */
  offset_of: number | null
  /**
   * Number given by the fiscal service.
   *
   * @example "9282440300000001"
   */
  fiscal_number: string | null
  /**
   * What went wrong.
   *
   * @example "timeout"
   */
  error: string | null
  /**
   * Attempts made.
   *
   * @example 1
   */
  attempts: number
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it was registered.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  registered_at: string | null
}
/**
 * A line of a receipt.
 */
export interface ReceiptItem {
  /**
   * What.
   *
   * @example "Массаж 60 мин"
   */
  title: string
  /**
   * How many.
   *
   * @example 1
   */
  quantity: number
  amount: Money
  /**
   * VAT code of the fiscal service.
   *
   * @example "none"
   */
  vat: string
  /**
   * 54-ФЗ: the sign of the way of settlement.
   *
   * @example "full_prepayment"
   */
  payment_method: 'full_prepayment' | 'prepayment' | 'advance' | 'full_payment'
  /**
   * 54-ФЗ: the sign of the object.
   *
   * @example "service"
   */
  payment_object: 'service' | 'payment'
}
/**
 * Which figures.
 */
export interface RevenueReportQuery {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date; at most 366 days.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for; `day` when left out.
   *
   * @example "day"
   */
  group_by?: 'day' | 'week' | 'month' | 'location' | 'service' | 'specialist' | 'method'
  /**
   * Only what belongs to this branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * Only what belongs to this specialist.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * json, or csv for a spreadsheet: text/csv with a header, money in major units.
   *
   * @example "json"
   */
  format?: 'json' | 'csv'
}
/**
 * Two bases side by side. Cash: `received`, `refunded` and `net` are money that crossed the clinic's border, on the date when it did: payments from outside (by card, or on_site at the desk) and deposits taken at the desk; what moves between a client's balance, visits and packages inside is not counted again. A top-up is no revenue but a liability, so it stands apart in `for_balances` (see /reports/liabilities). A correction of a desk deposit or of a withdrawal corrects `received` or `refunded`, on its own date. Accrual: `sold` and `given` are visits by their own date, whatever paid for them and whenever; a visit from a package counts as its total. Dates are inclusive and local to the branch of each visit; a visit belongs to the date on which it begins. Money without a branch is dated in the organization's zone, and is not in the figures of one branch or specialist; a package belongs to its service. Deposits and withdrawals at the desk are of the method on_site.
 */
export interface RevenueReport {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for.
   *
   * @example "day"
   */
  group_by: string
  /**
   * ISO 4217 currency.
   *
   * @example "RUB"
   */
  currency: string
  /**
   * The figures, in their order.
   */
  columns: ReportColumn[]
  /**
   * A row a group: days, weeks, months and weekdays all, in the order of time; others as far as they have figures, the greatest first.
   */
  rows: RevenueReportRow[]
  totals: RevenueFigures
}
/**
 * What a figure is.
 */
export interface ReportColumn {
  /**
   * Its name in `values`.
   *
   * @example "received"
   */
  name: string
  /**
   * What to show.
   *
   * @example "Получено"
   */
  label: string
  /**
   * Minor units of the currency, a number, minutes, or percent.
   *
   * @example "money"
   */
  unit: 'money' | 'count' | 'minutes' | 'percent'
}
/**
 * One group.
 */
export interface RevenueReportRow {
  /**
   * Date, month, id or word of the group; `none` = it has none.
   *
   * @example "2027-01-11"
   */
  key: string
  /**
   * What to show.
   *
   * @example "11 января"
   */
  label: string
  values: RevenueFigures
}
/**
 * The figures of a group or of all.
 *
 * @example {"received":350000,"for_visits":250000,"for_packages":0,"for_balances":100000,"refunded":50000,"net":300000,"sold":500000,"given":250000}
 */
export interface RevenueFigures {
  /**
   * for_visits + for_packages + for_balances. Minor units.
   *
   * @example 350000
   */
  received: number
  /**
   * Came from outside for visits. Minor units.
   *
   * @example 250000
   */
  for_visits: number
  /**
   * Came from outside for packages. Minor units.
   *
   * @example 0
   */
  for_packages: number
  /**
   * Came from outside onto balances: top-ups, and payments whose visit was gone. Minor units.
   *
   * @example 100000
   */
  for_balances: number
  /**
   * Went back outside: to cards, from the till, withdrawn from balances. Minor units.
   *
   * @example 50000
   */
  refunded: number
  /**
   * received − refunded. Minor units.
   *
   * @example 300000
   */
  net: number
  /**
   * Total of the visits that are neither cancelled nor expired. Minor units.
   *
   * @example 500000
   */
  sold: number
  /**
   * Of it, the visits that are completed. Minor units.
   *
   * @example 250000
   */
  given: number
}
/**
 * Which figures.
 */
export interface UtilizationReportQuery {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date; at most 366 days.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for; `day` when left out.
   *
   * @example "day"
   */
  group_by?:
    | 'day'
    | 'specialist'
    | 'workplace'
    | 'location'
    | 'weekday'
    | 'weekday_hour'
    | 'workplace_weekday_hour'
  /**
   * Only what belongs to this branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * Only what belongs to this specialist.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * json, or csv for a spreadsheet: text/csv with a header, money in major units.
   *
   * @example "json"
   */
  format?: 'json' | 'csv'
}
/**
 * `sold` is the length of the visits that are neither cancelled nor expired, without buffers; `offered` is what the schedules say now, of the past too: hours of specialists within those of their branch, less breaks, holidays and absences; by workplace, the hours of the branch for each of its workplaces, whoever works there; by `workplace_weekday_hour`, the same in each hour of the week, `12-3-10` being workplace 12 on Wednesdays from ten to eleven. Visits outside the schedule can make it more than 100 %. Dates are inclusive and local to the branch of each visit; a visit belongs to the date on which it begins.
 */
export interface UtilizationReport {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for.
   *
   * @example "day"
   */
  group_by: string
  /**
   * ISO 4217 currency.
   *
   * @example "RUB"
   */
  currency: string
  /**
   * The figures, in their order.
   */
  columns: ReportColumn[]
  /**
   * A row a group: days, weeks, months and weekdays all, in the order of time; others as far as they have figures, the greatest first.
   */
  rows: UtilizationReportRow[]
  totals: UtilizationFigures
}
/**
 * One group.
 */
export interface UtilizationReportRow {
  /**
   * Date, month, id or word of the group; `none` = it has none.
   *
   * @example "2027-01-11"
   */
  key: string
  /**
   * What to show.
   *
   * @example "11 января"
   */
  label: string
  values: UtilizationFigures
}
/**
 * The figures of a group or of all.
 *
 * @example {"offered":480,"sold":360,"percent":75}
 */
export interface UtilizationFigures {
  /**
   * Minutes offered.
   *
   * @example 480
   */
  offered: number
  /**
   * Minutes sold.
   *
   * @example 360
   */
  sold: number
  /**
   * sold of offered. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 75
   */
  percent: number | null
}
/**
 * Which figures.
 */
export interface ServicesReportQuery {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date; at most 366 days.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for; `service` when left out.
   *
   * @example "service"
   */
  group_by?: 'service' | 'category' | 'month'
  /**
   * Only what belongs to this branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * Only what belongs to this specialist.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * json, or csv for a spreadsheet: text/csv with a header, money in major units.
   *
   * @example "json"
   */
  format?: 'json' | 'csv'
}
/**
 * Visits by service. A visit from a package counts as its total. Dates are inclusive and local to the branch of each visit; a visit belongs to the date on which it begins.
 */
export interface ServicesReport {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for.
   *
   * @example "day"
   */
  group_by: string
  /**
   * ISO 4217 currency.
   *
   * @example "RUB"
   */
  currency: string
  /**
   * The figures, in their order.
   */
  columns: ReportColumn[]
  /**
   * A row a group: days, weeks, months and weekdays all, in the order of time; others as far as they have figures, the greatest first.
   */
  rows: ServicesReportRow[]
  totals: ServicesFigures
}
/**
 * One group.
 */
export interface ServicesReportRow {
  /**
   * Date, month, id or word of the group; `none` = it has none.
   *
   * @example "2027-01-11"
   */
  key: string
  /**
   * What to show.
   *
   * @example "11 января"
   */
  label: string
  values: ServicesFigures
}
/**
 * The figures of a group or of all.
 *
 * @example {"visits":10,"completed":8,"no_show":1,"cancelled":2,"sold":2500000,"average_price":250000,"minutes":600}
 */
export interface ServicesFigures {
  /**
   * Neither cancelled nor expired.
   *
   * @example 10
   */
  visits: number
  /**
   * Of them, completed.
   *
   * @example 8
   */
  completed: number
  /**
   * Of them, the client did not come.
   *
   * @example 1
   */
  no_show: number
  /**
   * Cancelled; not in `visits`.
   *
   * @example 2
   */
  cancelled: number
  /**
   * Total of `visits`. Minor units.
   *
   * @example 2500000
   */
  sold: number
  /**
   * sold / visits, rounded half up; null without visits. Minor units.
   *
   * @example 250000
   */
  average_price: number | null
  /**
   * Length of `visits`.
   *
   * @example 600
   */
  minutes: number
}
/**
 * Which figures.
 */
export interface SpecialistsReportQuery {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date; at most 366 days.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for; `specialist` when left out.
   *
   * @example "specialist"
   */
  group_by?: 'specialist' | 'month'
  /**
   * Only what belongs to this branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * Only what belongs to this specialist.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * json, or csv for a spreadsheet: text/csv with a header, money in major units.
   *
   * @example "json"
   */
  format?: 'json' | 'csv'
}
/**
 * Visits by specialist. A visit from a package counts as its total. Dates are inclusive and local to the branch of each visit; a visit belongs to the date on which it begins.
 */
export interface SpecialistsReport {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for.
   *
   * @example "day"
   */
  group_by: string
  /**
   * ISO 4217 currency.
   *
   * @example "RUB"
   */
  currency: string
  /**
   * The figures, in their order.
   */
  columns: ReportColumn[]
  /**
   * A row a group: days, weeks, months and weekdays all, in the order of time; others as far as they have figures, the greatest first.
   */
  rows: SpecialistsReportRow[]
  totals: SpecialistsFigures
}
/**
 * One group.
 */
export interface SpecialistsReportRow {
  /**
   * Date, month, id or word of the group; `none` = it has none.
   *
   * @example "2027-01-11"
   */
  key: string
  /**
   * What to show.
   *
   * @example "11 января"
   */
  label: string
  values: SpecialistsFigures
}
/**
 * The figures of a group or of all.
 *
 * @example {"visits":10,"completed":8,"no_show":1,"cancelled":2,"sold":2500000,"average_price":250000,"minutes":600}
 */
export interface SpecialistsFigures {
  /**
   * Neither cancelled nor expired.
   *
   * @example 10
   */
  visits: number
  /**
   * Of them, completed.
   *
   * @example 8
   */
  completed: number
  /**
   * Of them, the client did not come.
   *
   * @example 1
   */
  no_show: number
  /**
   * Cancelled; not in `visits`.
   *
   * @example 2
   */
  cancelled: number
  /**
   * Total of `visits`. Minor units.
   *
   * @example 2500000
   */
  sold: number
  /**
   * sold / visits, rounded half up; null without visits. Minor units.
   *
   * @example 250000
   */
  average_price: number | null
  /**
   * Length of `visits`.
   *
   * @example 600
   */
  minutes: number
}
/**
 * Which figures.
 */
export interface ClientsReportQuery {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date; at most 366 days.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for; `day` when left out.
   *
   * @example "day"
   */
  group_by?: 'day' | 'week' | 'month' | 'source'
  /**
   * Only what belongs to this branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * Only what belongs to this specialist.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * json, or csv for a spreadsheet: text/csv with a header, money in major units.
   *
   * @example "json"
   */
  format?: 'json' | 'csv'
}
/**
 * Who came: only visits that took place (arrived or completed) are counted. The first visit of a client is the first to the organization, at any branch. A client is one in each row and in the totals, so rows may add up to more. Dates are inclusive and local to the branch of each visit; a visit belongs to the date on which it begins.
 */
export interface ClientsReport {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for.
   *
   * @example "day"
   */
  group_by: string
  /**
   * ISO 4217 currency.
   *
   * @example "RUB"
   */
  currency: string
  /**
   * The figures, in their order.
   */
  columns: ReportColumn[]
  /**
   * A row a group: days, weeks, months and weekdays all, in the order of time; others as far as they have figures, the greatest first.
   */
  rows: ClientsReportRow[]
  totals: ClientsFigures
}
/**
 * One group.
 */
export interface ClientsReportRow {
  /**
   * Date, month, id or word of the group; `none` = it has none.
   *
   * @example "2027-01-11"
   */
  key: string
  /**
   * What to show.
   *
   * @example "11 января"
   */
  label: string
  values: ClientsFigures
}
/**
 * The figures of a group or of all.
 *
 * @example {"clients":10,"new":4,"returning":6,"visits":12,"returned":2,"retention_percent":50}
 */
export interface ClientsFigures {
  /**
   * Different clients: new + returning.
   *
   * @example 10
   */
  clients: number
  /**
   * Their first visit of all is here.
   *
   * @example 4
   */
  new: number
  /**
   * They had been before.
   *
   * @example 6
   */
  returning: number
  /**
   * Visits that took place.
   *
   * @example 12
   */
  visits: number
  /**
   * Of the new, came again on another day within 90 days of the first visit, as known now.
   *
   * @example 2
   */
  returned: number
  /**
   * returned of new. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 50
   */
  retention_percent: number | null
}
/**
 * Which figures.
 */
export interface CancellationsReportQuery {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date; at most 366 days.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for; `day` when left out.
   *
   * @example "day"
   */
  group_by?: 'day' | 'week' | 'month' | 'location' | 'service' | 'specialist' | 'reason'
  /**
   * Only what belongs to this branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * Only what belongs to this specialist.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * json, or csv for a spreadsheet: text/csv with a header, money in major units.
   *
   * @example "json"
   */
  format?: 'json' | 'csv'
}
/**
 * Visits that were cancelled or to which nobody came, by the date for which they were booked. Late = after the deadline of the rules as they stand now, whoever cancelled. By `reason`, `visits` and `rate_percent` are left out. Dates are inclusive and local to the branch of each visit; a visit belongs to the date on which it begins.
 */
export interface CancellationsReport {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for.
   *
   * @example "day"
   */
  group_by: string
  /**
   * ISO 4217 currency.
   *
   * @example "RUB"
   */
  currency: string
  /**
   * The figures, in their order.
   */
  columns: ReportColumn[]
  /**
   * A row a group: days, weeks, months and weekdays all, in the order of time; others as far as they have figures, the greatest first.
   */
  rows: CancellationsReportRow[]
  totals: CancellationsFigures
}
/**
 * One group.
 */
export interface CancellationsReportRow {
  /**
   * Date, month, id or word of the group; `none` = it has none.
   *
   * @example "2027-01-11"
   */
  key: string
  /**
   * What to show.
   *
   * @example "11 января"
   */
  label: string
  values: CancellationsFigures
}
/**
 * The figures of a group or of all.
 *
 * @example {"visits":20,"cancelled_in_time":2,"cancelled_late":1,"no_show":1,"rate_percent":20,"lost":1000000,"kept":250000}
 */
export interface CancellationsFigures {
  /**
   * Booked: all but expired ones.
   *
   * @example 20
   */
  visits?: number
  /**
   * Cancelled before the deadline.
   *
   * @example 2
   */
  cancelled_in_time: number
  /**
   * Cancelled after it.
   *
   * @example 1
   */
  cancelled_late: number
  /**
   * The client did not come.
   *
   * @example 1
   */
  no_show: number
  /**
   * Cancelled and not come, of visits. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 20
   */
  rate_percent?: number | null
  /**
   * Total of those cancelled and not come to. Minor units.
   *
   * @example 1000000
   */
  lost: number
  /**
   * Paid for them and not given back; a package’s visit that was not returned counts as its total. Minor units.
   *
   * @example 250000
   */
  kept: number
}
/**
 * Which figures.
 */
export interface BookingsReportQuery {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date; at most 366 days.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for; `lead_time` when left out.
   *
   * @example "lead_time"
   */
  group_by?: 'lead_time' | 'source' | 'day' | 'week' | 'month' | 'weekday_hour'
  /**
   * Only what belongs to this branch.
   *
   * @example 1
   */
  location_id?: number
  /**
   * Only what belongs to this specialist.
   *
   * @example 1
   */
  specialist_id?: number
  /**
   * json, or csv for a spreadsheet: text/csv with a header, money in major units.
   *
   * @example "json"
   */
  format?: 'json' | 'csv'
}
/**
 * How visits are booked: by the date on which they were booked, local to their branch, whatever became of them; expired ones are left out. By `lead_time`, a row for so many days from the booking to the visit; by `source`, where it came from; by `weekday_hour`, when people book.
 */
export interface BookingsReport {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for.
   *
   * @example "day"
   */
  group_by: string
  /**
   * ISO 4217 currency.
   *
   * @example "RUB"
   */
  currency: string
  /**
   * The figures, in their order.
   */
  columns: ReportColumn[]
  /**
   * A row a group: days, weeks, months and weekdays all, in the order of time; others as far as they have figures, the greatest first.
   */
  rows: BookingsReportRow[]
  totals: BookingsFigures
}
/**
 * One group.
 */
export interface BookingsReportRow {
  /**
   * Date, month, id or word of the group; `none` = it has none.
   *
   * @example "2027-01-11"
   */
  key: string
  /**
   * What to show.
   *
   * @example "11 января"
   */
  label: string
  values: BookingsFigures
}
/**
 * The figures of a group or of all.
 *
 * @example {"booked":20,"cancelled":2,"no_show":1,"lost_percent":15,"sold":4250000,"lead_days":4}
 */
export interface BookingsFigures {
  /**
   * Visits booked.
   *
   * @example 20
   */
  booked: number
  /**
   * Of them, cancelled by now.
   *
   * @example 2
   */
  cancelled: number
  /**
   * Of them, the client did not come.
   *
   * @example 1
   */
  no_show: number
  /**
   * cancelled and no_show of booked. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 15
   */
  lost_percent: number | null
  /**
   * Total of those that stand. Minor units.
   *
   * @example 4250000
   */
  sold: number
  /**
   * Days from the booking to the visit, on average; null without bookings.
   *
   * @example 4
   */
  lead_days: number | null
}
/**
 * Which figures.
 */
export interface RetentionReportQuery {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date; at most 366 days.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for; `month` when left out.
   *
   * @example "month"
   */
  group_by?: 'month'
  /**
   * json, or csv for a spreadsheet: text/csv with a header, money in major units.
   *
   * @example "json"
   */
  format?: 'json' | 'csv'
}
/**
 * Who comes again: clients by the month of their first visit of all, and the part of them that came in each of the twelve months after it. Only visits that took place count, each by its date in its branch. A month that has not come yet is null.
 */
export interface RetentionReport {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for.
   *
   * @example "day"
   */
  group_by: string
  /**
   * ISO 4217 currency.
   *
   * @example "RUB"
   */
  currency: string
  /**
   * The figures, in their order.
   */
  columns: ReportColumn[]
  /**
   * A row a group: days, weeks, months and weekdays all, in the order of time; others as far as they have figures, the greatest first.
   */
  rows: RetentionReportRow[]
  totals: RetentionFigures
}
/**
 * One group.
 */
export interface RetentionReportRow {
  /**
   * Date, month, id or word of the group; `none` = it has none.
   *
   * @example "2027-01-11"
   */
  key: string
  /**
   * What to show.
   *
   * @example "11 января"
   */
  label: string
  values: RetentionFigures
}
/**
 * The figures of a group or of all.
 *
 * @example {"clients":24,"month_1":40,"month_2":40,"month_3":40,"month_4":40,"month_5":40,"month_6":40,"month_7":40,"month_8":40,"month_9":40,"month_10":40,"month_11":40,"month_12":40}
 */
export interface RetentionFigures {
  /**
   * Whose first visit it was.
   *
   * @example 24
   */
  clients: number
  /**
   * Of them, who came 1 calendar months later. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 40
   */
  month_1: number | null
  /**
   * Of them, who came 2 calendar months later. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 40
   */
  month_2: number | null
  /**
   * Of them, who came 3 calendar months later. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 40
   */
  month_3: number | null
  /**
   * Of them, who came 4 calendar months later. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 40
   */
  month_4: number | null
  /**
   * Of them, who came 5 calendar months later. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 40
   */
  month_5: number | null
  /**
   * Of them, who came 6 calendar months later. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 40
   */
  month_6: number | null
  /**
   * Of them, who came 7 calendar months later. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 40
   */
  month_7: number | null
  /**
   * Of them, who came 8 calendar months later. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 40
   */
  month_8: number | null
  /**
   * Of them, who came 9 calendar months later. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 40
   */
  month_9: number | null
  /**
   * Of them, who came 10 calendar months later. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 40
   */
  month_10: number | null
  /**
   * Of them, who came 11 calendar months later. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 40
   */
  month_11: number | null
  /**
   * Of them, who came 12 calendar months later. Percent, to two decimals; null when there is nothing to divide by.
   *
   * @example 40
   */
  month_12: number | null
}
/**
 * Which figures.
 */
export interface BalancesReportQuery {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date; at most 366 days.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for; `type` when left out.
   *
   * @example "type"
   */
  group_by?: 'type' | 'day' | 'month'
  /**
   * json, or csv for a spreadsheet: text/csv with a header, money in major units.
   *
   * @example "json"
   */
  format?: 'json' | 'csv'
}
/**
 * The ledger of all balances, dated in the organization’s zone. Signed: opening + deposits + withdrawals + payments + refunds + corrections = closing; by `type`, opening + amount = closing.
 */
export interface BalancesReport {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for.
   *
   * @example "day"
   */
  group_by: string
  /**
   * ISO 4217 currency.
   *
   * @example "RUB"
   */
  currency: string
  /**
   * The figures, in their order.
   */
  columns: ReportColumn[]
  /**
   * A row a group: days, weeks, months and weekdays all, in the order of time; others as far as they have figures, the greatest first.
   */
  rows: BalancesReportRow[]
  totals: BalancesFigures
}
/**
 * One group.
 */
export interface BalancesReportRow {
  /**
   * Date, month, id or word of the group; `none` = it has none.
   *
   * @example "2027-01-11"
   */
  key: string
  /**
   * What to show.
   *
   * @example "11 января"
   */
  label: string
  values: BalancesFigures
}
/**
 * The figures of a group or of all.
 *
 * @example {"opening":500000,"deposits":100000,"withdrawals":-50000,"payments":-250000,"refunds":0,"corrections":0,"closing":300000,"lines":3,"amount":-200000}
 */
export interface BalancesFigures {
  /**
   * All balances before; by type, in the totals only. Minor units.
   *
   * @example 500000
   */
  opening?: number
  /**
   * Came. Minor units.
   *
   * @example 100000
   */
  deposits?: number
  /**
   * Taken out; below 0. Minor units.
   *
   * @example -50000
   */
  withdrawals?: number
  /**
   * Paid for visits and packages; below 0. Minor units.
   *
   * @example -250000
   */
  payments?: number
  /**
   * Payments given back. Minor units.
   *
   * @example 0
   */
  refunds?: number
  /**
   * Corrected, either way. Minor units.
   *
   * @example 0
   */
  corrections?: number
  /**
   * All balances after; by type, in the totals only. Minor units.
   *
   * @example 300000
   */
  closing?: number
  /**
   * Lines of the ledger; by type.
   *
   * @example 3
   */
  lines?: number
  /**
   * Their sum; by type. Minor units.
   *
   * @example -200000
   */
  amount?: number
}
/**
 * Which figures.
 */
export interface LiabilitiesReportQuery {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from?: string
  /**
   * Last date; at most 366 days.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for; `kind` when left out.
   *
   * @example "kind"
   */
  group_by?: 'kind' | 'package'
  /**
   * json, or csv for a spreadsheet: text/csv with a header, money in major units.
   *
   * @example "json"
   */
  format?: 'json' | 'csv'
}
/**
 * As of the end of `to` in the organization’s zone; `from` changes nothing. Balances: what stands above zero; below zero is `debts`, so value − debts of the row wallet is the closing of /reports/balances. Packages neither expired nor taken back by then: price paid × visits left / visits bought, half up for each; a visit is taken when it is booked, and stands as `booked` until its time comes: it is owed too.
 */
export interface LiabilitiesReport {
  /**
   * First date.
   *
   * @example "2027-01-11"
   */
  from: string
  /**
   * Last date.
   *
   * @example "2027-01-31"
   */
  to: string
  /**
   * What a row stands for.
   *
   * @example "day"
   */
  group_by: string
  /**
   * ISO 4217 currency.
   *
   * @example "RUB"
   */
  currency: string
  /**
   * The figures, in their order.
   */
  columns: ReportColumn[]
  /**
   * A row a group: days, weeks, months and weekdays all, in the order of time; others as far as they have figures, the greatest first.
   */
  rows: LiabilitiesReportRow[]
  totals: LiabilitiesFigures
}
/**
 * One group.
 */
export interface LiabilitiesReportRow {
  /**
   * Date, month, id or word of the group; `none` = it has none.
   *
   * @example "2027-01-11"
   */
  key: string
  /**
   * What to show.
   *
   * @example "11 января"
   */
  label: string
  values: LiabilitiesFigures
}
/**
 * The figures of a group or of all.
 *
 * @example {"count":12,"visits_left":30,"value":6000000,"booked":4,"booked_value":800000,"debts":0}
 */
export interface LiabilitiesFigures {
  /**
   * Balances above zero, packages with visits left.
   *
   * @example 12
   */
  count: number
  /**
   * Visits bought and not yet taken.
   *
   * @example 30
   */
  visits_left: number
  /**
   * Owed to clients. Minor units.
   *
   * @example 6000000
   */
  value: number
  /**
   * Visits of packages that are booked for later.
   *
   * @example 4
   */
  booked: number
  /**
   * What was paid for these, owed as well. Minor units.
   *
   * @example 800000
   */
  booked_value: number
  /**
   * Owed by clients: balances below zero; by kind. Minor units.
   *
   * @example 0
   */
  debts?: number
}
/**
 * Which events.
 */
export interface EventStreamQuery {
  /**
   * Comma-separated types; left out = all.
   *
   * @example "appointment.booked"
   */
  types?: string
}
/**
 * Something that happened.
 */
export interface BookingEvent {
  /**
   * Grows with time.
   *
   * @example 1
   */
  id: number
  /**
   * What happened.
   *
   * @example "appointment.booked"
   */
  type:
    | 'appointment.booked'
    | 'appointment.rescheduled'
    | 'appointment.cancelled'
    | 'appointment.arrived'
    | 'appointment.completed'
    | 'appointment.no_show'
    | 'appointment.acknowledged'
    | 'appointment.confirmed'
    | 'appointment.expired'
    | 'hold.created'
    | 'hold.released'
    | 'wallet.transaction'
    | 'package.purchased'
    | 'package.used'
    | 'package.returned'
    | 'payment.succeeded'
    | 'payment.failed'
    | 'payment.refunded'
    | 'schedule.changed'
    | 'client.created'
    | 'client.updated'
    | 'client.erased'
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  data: EventData
}
/**
 * What it happened to.
 *
 * @example {"object":{"id":1,"status":"confirmed"}}
 */
export interface EventData {
  /**
   * The thing as it was after the event, without personal data.
   *
   * @example {"id":1,"status":"confirmed"}
   */
  object?: {
    [k: string]: unknown
  }
  [k: string]: unknown
}
/**
 * Which page.
 */
export interface ListWebhookEndpointQuery {
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface WebhookEndpointPage {
  /**
   * The page, in the order asked for.
   */
  data: WebhookEndpoint[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * Where events are posted, signed by Standard Webhooks.
 */
export interface WebhookEndpoint {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * https address that takes POSTs; not a private one.
   *
   * @example "https://clinic.example/hooks"
   */
  url: string
  /**
   * Which events; empty = all.
   *
   * @example ["appointment.booked"]
   *
   * @maxItems 100
   */
  types: (
    | 'appointment.booked'
    | 'appointment.rescheduled'
    | 'appointment.cancelled'
    | 'appointment.arrived'
    | 'appointment.completed'
    | 'appointment.no_show'
    | 'appointment.acknowledged'
    | 'appointment.confirmed'
    | 'appointment.expired'
    | 'hold.created'
    | 'hold.released'
    | 'wallet.transaction'
    | 'package.purchased'
    | 'package.used'
    | 'package.returned'
    | 'payment.succeeded'
    | 'payment.failed'
    | 'payment.refunded'
    | 'schedule.changed'
    | 'client.created'
    | 'client.updated'
    | 'client.erased'
  )[]
  /**
   * Whether events are sent.
   *
   * @example true
   */
  enabled: boolean
  /**
   * Why it was switched off after failures; null while it was not.
   *
   * @example "410"
   */
  disabled_reason: string | null
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was archived; null while in use.
   *
   * @example null
   */
  archived_at: string | null
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
}
/**
 * An endpoint to add.
 */
export interface WebhookEndpointDraft {
  /**
   * https address that takes POSTs; not a private one.
   *
   * @example "https://clinic.example/hooks"
   */
  url: string
  /**
   * Which events; empty = all.
   *
   * @example ["appointment.booked"]
   *
   * @maxItems 100
   */
  types?: (
    | 'appointment.booked'
    | 'appointment.rescheduled'
    | 'appointment.cancelled'
    | 'appointment.arrived'
    | 'appointment.completed'
    | 'appointment.no_show'
    | 'appointment.acknowledged'
    | 'appointment.confirmed'
    | 'appointment.expired'
    | 'hold.created'
    | 'hold.released'
    | 'wallet.transaction'
    | 'package.purchased'
    | 'package.used'
    | 'package.returned'
    | 'payment.succeeded'
    | 'payment.failed'
    | 'payment.refunded'
    | 'schedule.changed'
    | 'client.created'
    | 'client.updated'
    | 'client.erased'
  )[]
  /**
   * Whether events are sent.
   *
   * @example true
   */
  enabled?: boolean
}
/**
 * The new endpoint, with its signing secret, shown only now.
 */
export interface CreatedWebhookEndpoint {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * https address that takes POSTs; not a private one.
   *
   * @example "https://clinic.example/hooks"
   */
  url: string
  /**
   * Which events; empty = all.
   *
   * @example ["appointment.booked"]
   *
   * @maxItems 100
   */
  types: (
    | 'appointment.booked'
    | 'appointment.rescheduled'
    | 'appointment.cancelled'
    | 'appointment.arrived'
    | 'appointment.completed'
    | 'appointment.no_show'
    | 'appointment.acknowledged'
    | 'appointment.confirmed'
    | 'appointment.expired'
    | 'hold.created'
    | 'hold.released'
    | 'wallet.transaction'
    | 'package.purchased'
    | 'package.used'
    | 'package.returned'
    | 'payment.succeeded'
    | 'payment.failed'
    | 'payment.refunded'
    | 'schedule.changed'
    | 'client.created'
    | 'client.updated'
    | 'client.erased'
  )[]
  /**
   * Whether events are sent.
   *
   * @example true
   */
  enabled: boolean
  /**
   * Why it was switched off after failures; null while it was not.
   *
   * @example "410"
   */
  disabled_reason: string | null
  /**
   * Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.
   *
   * @example 1
   */
  version: number
  /**
   * When it was archived; null while in use.
   *
   * @example null
   */
  archived_at: string | null
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
  /**
   * When it last changed.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  updated_at: string
  /**
   * Signing secret.
   *
   * @example "whsec_…"
   */
  secret: string
}
/**
 * What to change.
 */
export interface WebhookEndpointChanges {
  /**
   * https address that takes POSTs; not a private one.
   *
   * @example "https://clinic.example/hooks"
   */
  url?: string
  /**
   * Which events; empty = all.
   *
   * @example ["appointment.booked"]
   *
   * @maxItems 100
   */
  types?: (
    | 'appointment.booked'
    | 'appointment.rescheduled'
    | 'appointment.cancelled'
    | 'appointment.arrived'
    | 'appointment.completed'
    | 'appointment.no_show'
    | 'appointment.acknowledged'
    | 'appointment.confirmed'
    | 'appointment.expired'
    | 'hold.created'
    | 'hold.released'
    | 'wallet.transaction'
    | 'package.purchased'
    | 'package.used'
    | 'package.returned'
    | 'payment.succeeded'
    | 'payment.failed'
    | 'payment.refunded'
    | 'schedule.changed'
    | 'client.created'
    | 'client.updated'
    | 'client.erased'
  )[]
  /**
   * Whether events are sent.
   *
   * @example true
   */
  enabled?: boolean
}
/**
 * Which deliveries.
 */
export interface ListWebhookDeliveryQuery {
  /**
   * In this status.
   *
   * @example "pending"
   */
  status?: 'pending' | 'delivered' | 'failed'
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface WebhookDeliveryPage {
  /**
   * The page, in the order asked for.
   */
  data: WebhookDelivery[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * An event on its way to an endpoint.
 */
export interface WebhookDelivery {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * The endpoint.
   *
   * @example 1
   */
  endpoint_id: number
  /**
   * The event.
   *
   * @example 1
   */
  event_id: number
  /**
   * What happened.
   *
   * @example "appointment.booked"
   */
  type:
    | 'appointment.booked'
    | 'appointment.rescheduled'
    | 'appointment.cancelled'
    | 'appointment.arrived'
    | 'appointment.completed'
    | 'appointment.no_show'
    | 'appointment.acknowledged'
    | 'appointment.confirmed'
    | 'appointment.expired'
    | 'hold.created'
    | 'hold.released'
    | 'wallet.transaction'
    | 'package.purchased'
    | 'package.used'
    | 'package.returned'
    | 'payment.succeeded'
    | 'payment.failed'
    | 'payment.refunded'
    | 'schedule.changed'
    | 'client.created'
    | 'client.updated'
    | 'client.erased'
  /**
   * pending = waiting or retrying; failed = given up.
   *
   * @example "pending"
   */
  status: 'pending' | 'delivered' | 'failed'
  /**
   * Attempts made.
   *
   * @example 1
   */
  attempts: number
  /**
   * HTTP status of the last answer.
   *
   * @example 200
   */
  response_status: number | null
  /**
   * What went wrong the last time.
   *
   * @example "timeout"
   */
  error: string | null
  /**
   * When it is tried again.
   *
   * @example null
   */
  next_attempt_at: string | null
  /**
   * When it arrived.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  delivered_at: string | null
  /**
   * When it was made.
   *
   * @example "2026-11-22T09:00:00Z"
   */
  created_at: string
}
/**
 * Which delivery.
 */
export interface WebhookDeliveryParams {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * The delivery.
   *
   * @example 1
   */
  delivery_id: number
}
/**
 * Which changes.
 */
export interface ListAuditEntryQuery {
  /**
   * Of this subject.
   *
   * @example "service:4"
   */
  subject?: string
  /**
   * By this actor.
   *
   * @example "staff:3"
   */
  actor?: string
  /**
   * Not before.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  from?: string
  /**
   * Before.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  to?: string
  /**
   * How many at most.
   *
   * @example 20
   */
  limit?: number
  /**
   * `next_cursor` of the page before.
   *
   * @example "eyJpZCI6MjB9"
   */
  cursor?: string
}
/**
 * One page of a list.
 */
export interface AuditEntryPage {
  /**
   * The page, in the order asked for.
   */
  data: AuditEntry[]
  /**
   * Whether another page follows.
   *
   * @example false
   */
  has_more: boolean
  /**
   * Give it as `cursor` for the next page; null on the last one.
   *
   * @example null
   */
  next_cursor: string | null
}
/**
 * A change that somebody made.
 */
export interface AuditEntry {
  /**
   * Identifier.
   *
   * @example 1
   */
  id: number
  /**
   * An instant, RFC 3339 with an offset.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  at: string
  /**
   * Who: staff:3, key:2, client:12, system.
   *
   * @example "staff:3"
   */
  actor: string
  /**
   * What: operation or fact.
   *
   * @example "services.update"
   */
  action: string
  /**
   * Of what.
   *
   * @example "service:4"
   */
  subject: string
  /**
   * Changed fields before (personal values are left out).
   *
   * @example {"price":250000}
   */
  before: {
    [k: string]: unknown
  } | null
  /**
   * Changed fields after.
   *
   * @example {"price":270000}
   */
  after: {
    [k: string]: unknown
  } | null
}
/**
 * Why a call was refused (RFC 9457, application/problem+json).
 *
 * This interface was referenced by `OperationTypes`'s JSON-Schema
 * via the `definition` "Problem".
 */
export interface Problem {
  /**
   * Address of the documentation of the code.
   *
   * @example "https://booking.example/docs#error-slot_unavailable"
   */
  type: string
  /**
   * What happened, in English, the same every time.
   *
   * @example "Slot unavailable"
   */
  title: string
  /**
   * HTTP status.
   *
   * @example 409
   */
  status: number
  /**
   * What happened, in the caller’s language.
   *
   * @example "Это время уже занято. Выберите другое."
   */
  detail: string
  /**
   * What happened, in a word that never changes.
   *
   * @example "slot_unavailable"
   */
  code:
    | 'invalid_request'
    | 'malformed_body'
    | 'unauthenticated'
    | 'insufficient_funds'
    | 'package_not_valid'
    | 'forbidden'
    | 'origin_not_allowed'
    | 'signup_closed'
    | 'client_blocked'
    | 'not_found'
    | 'method_not_allowed'
    | 'conflict'
    | 'slot_unavailable'
    | 'outside_cancellation_window'
    | 'invalid_transition'
    | 'idempotency_in_flight'
    | 'archived'
    | 'already_exists'
    | 'schedule_overlap'
    | 'still_in_use'
    | 'hold_expired'
    | 'version_conflict'
    | 'body_too_large'
    | 'unsupported_media_type'
    | 'idempotency_mismatch'
    | 'time_not_bookable'
    | 'service_not_offered'
    | 'service_not_resizable'
    | 'unknown_reference'
    | 'phone_invalid'
    | 'consent_required'
    | 'contact_required'
    | 'reason_required'
    | 'payment_method_unavailable'
    | 'promo_not_valid'
    | 'address_not_allowed'
    | 'invalid_data'
    | 'unknown_placeholder'
    | 'too_many_holds'
    | 'rate_limited'
    | 'internal_error'
    | 'unavailable'
    | 'provider_failed'
    | 'signature_invalid'
    | 'already_paid'
    | 'price_changed'
    | 'package_refund_needed'
    | 'discount_not_with_package'
    | 'refund_too_large'
    | 'invalid_credentials'
    | 'invalid_code'
    | 'invalid_init_data'
    | 'invalid_link'
    | 'telegram_linked'
    | 'session_ended'
    | 'telegram_unavailable'
  /**
   * Names the call in the server’s log.
   *
   * @example "01JD3Q7Z6W"
   */
  request_id: string
  /**
   * What is wrong with which member of the request.
   *
   * @maxItems 50
   */
  errors?: ProblemField[]
  /**
   * With slot_unavailable: the nearest free times.
   *
   * @maxItems 10
   */
  alternatives?: Alternative[]
  [k: string]: unknown
}
/**
 * What is wrong with one member of the request.
 */
export interface ProblemField {
  /**
   * JSON Pointer into the body, or `#name` of a query parameter.
   *
   * @example "/client/phone"
   */
  pointer: string
  /**
   * What is wrong, in a word that never changes.
   *
   * @example "required"
   */
  code:
    | 'unknown_field'
    | 'required'
    | 'wrong_type'
    | 'too_small'
    | 'too_large'
    | 'too_short'
    | 'too_long'
    | 'wrong_format'
    | 'not_allowed'
    | 'not_found'
    | 'full'
    | 'invalid'
  /**
   * The same in the caller’s language.
   *
   * @example "Обязательное поле"
   */
  detail: string
}
/**
 * A free time near one that is not.
 */
export interface Alternative {
  /**
   * An instant, RFC 3339 with an offset.
   *
   * @example "2027-01-11T10:00:00+03:00"
   */
  starts_at: string
  /**
   * End, for the first of `specialist_ids`.
   *
   * @example "2027-01-11T11:00:00+03:00"
   */
  ends_at: string
  /**
   * Who is free, in ascending order.
   *
   * @maxItems 1000
   */
  specialist_ids: number[]
  /**
   * Of a group service only: free seats of the session that has most of them, one that would begin with this booking included.
   *
   * @example 3
   */
  seats_left?: number
}
