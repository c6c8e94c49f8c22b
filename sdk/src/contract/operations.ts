import { agendaOperations } from './agenda.ts'
import { apiKeyOperations } from './api-keys.ts'
import { appointmentOperations } from './appointments.ts'
import { auditOperations } from './audit.ts'
import { authOperations } from './auth.ts'
import { availabilityOperations } from './availability.ts'
import { breakOperations } from './breaks.ts'
import { broadcastOperations } from './broadcasts.ts'
import { clientOperations } from './clients.ts'
import { consentTextOperations } from './consents.ts'
import { eventOperations } from './events.ts'
import { groupSessionOperations } from './group-sessions.ts'
import { holidayOperations } from './holidays.ts'
import { locationOperations } from './locations.ts'
import { manageOperations } from './manage.ts'
import { meOperations } from './me.ts'
import { notificationPreferencesOperations } from './notification-preferences.ts'
import { notificationSettingsOperations } from './notification-settings.ts'
import { notificationOperations } from './notifications.ts'
import type { Operation } from './operation.ts'
import { organizationOperations } from './organizations.ts'
import { paymentOperations } from './payments.ts'
import { promoCodeOperations } from './promo-codes.ts'
import { pushOperations } from './push.ts'
import { receiptOperations } from './receipts.ts'
import { reportOperations } from './reports.ts'
import { scheduleOperations } from './schedules.ts'
import { servicePackageOperations } from './service-packages.ts'
import { serviceOperations } from './services.ts'
import { specialistOperations } from './specialists.ts'
import { staffOperations } from './staff.ts'
import { transactionOperations } from './wallets.ts'
import { webhookEndpointOperations } from './webhook-endpoints.ts'
import { workplaceOperations } from './workplaces.ts'

/** Every call of the API, by noun and verb; an operation’s id is `noun.verb`. */
export const operations = {
  ...organizationOperations,
  ...authOperations,
  ...staffOperations,
  ...apiKeyOperations,
  ...locationOperations,
  ...workplaceOperations,
  ...serviceOperations,
  ...servicePackageOperations,
  ...specialistOperations,
  ...scheduleOperations,
  ...holidayOperations,
  ...breakOperations,
  ...availabilityOperations,
  ...agendaOperations,
  ...appointmentOperations,
  ...groupSessionOperations,
  ...manageOperations,
  ...clientOperations,
  ...consentTextOperations,
  ...meOperations,
  ...pushOperations,
  ...notificationOperations,
  ...notificationSettingsOperations,
  ...notificationPreferencesOperations,
  ...broadcastOperations,
  ...promoCodeOperations,
  ...transactionOperations,
  ...paymentOperations,
  ...receiptOperations,
  ...reportOperations,
  ...eventOperations,
  ...webhookEndpointOperations,
  ...auditOperations,
}

type Nouns = typeof operations
export type OperationId = {
  [N in keyof Nouns]: `${N & string}.${keyof Nouns[N] & string}`
}[keyof Nouns]

export function listOperations(): {
  id: OperationId
  noun: keyof Nouns
  verb: string
  operation: Operation
}[] {
  return Object.entries(operations).flatMap(([noun, verbs]) =>
    Object.entries<Operation>(verbs).map(([verb, operation]) => ({
      // The keys of `operations` are what OperationId is made of.
      id: `${noun}.${verb}` as OperationId,
      noun: noun as keyof Nouns,
      verb,
      operation,
    })),
  )
}
