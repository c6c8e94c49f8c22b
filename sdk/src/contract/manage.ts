import { appointment, cancelRequest, moveFields } from './appointment.ts'
import { moves } from './appointments.ts'
import { availability } from './availability.ts'
import {
  calendarFile,
  flag,
  id,
  instant,
  localDate,
  money,
  phone,
  text,
  version,
} from './common.ts'
import type { Operation } from './operation.ts'
import { pushSubscription, pushSubscriptionDraft } from './push.ts'
import { described, nullable, object } from './schema.ts'

const codeParams = object('ManageParams', 'Which visit.', {
  code: text('Code of the manage link.', 100, 'kX3vT9qLm2WcR7yZ0bNf8A', 10),
})

const managedAppointment = object('ManagedAppointment', 'A visit as its manage link shows it.', {
  status: appointment.properties['status'] ?? {},
  organization_name: text('The clinic.', 200, 'Клиника на Арбате'),
  location: object('ManagedLocation', 'Where.', {
    id,
    name: text('Name.', 200, 'Клиника на Арбате'),
    address: text('Address.', 500, 'ул. Арбат, 10'),
    city: text('City.', 200, 'Москва'),
    phone: nullable(phone),
    time_zone: text('IANA time zone.', 64, 'Europe/Moscow'),
  }),
  service: object('ManagedService', 'What.', {
    id,
    name: text('Name.', 200, 'Массаж 60 мин'),
    preparation: text('How to prepare.', 5000, 'Не ешьте за час до визита'),
  }),
  specialist: object('ManagedSpecialist', 'With whom.', {
    id,
    name: text('Name.', 400, 'Анна Сергеевна Иванова'),
  }),
  starts_at: instant,
  ends_at: described(instant, 'The end.', '2027-01-11T11:00:00+03:00'),
  total: described(money, 'To pay.'),
  payment_url: appointment.properties['payment_url'] ?? {},
  can_cancel: flag('It may be cancelled now.', true),
  cancel_fee: described(
    money,
    'Of what has been paid, what the clinic keeps if it is cancelled now.',
  ),
  cancel_keeps_visit: flag('Cancelled now, the visit of a package is spent.', false),
  can_reschedule: flag('It may be moved now.', true),
  acknowledged_at: appointment.properties['acknowledged_at'] ?? {},
  version,
})

const manage = {
  who: ['anyone', 'publishable'],
  params: codeParams,
  errors: ['not_found'],
} as const

export const manageOperations = {
  manage: {
    get: {
      method: 'GET',
      path: '/manage/:code',
      summary: 'The visit of a manage link.',
      ...manage,
      status: 200,
      reply: managedAppointment,
    },
    availability: {
      method: 'GET',
      path: '/manage/:code/availability',
      summary: 'Times to move the visit to; its own counts as free.',
      ...manage,
      query: object(
        'ManageAvailabilityQuery',
        'Which dates.',
        {
          from: described(localDate, 'First date.'),
          to: described(localDate, 'Last date; at most 62 days.', '2027-01-17'),
          specialist_id: described(id, 'With another specialist.'),
        },
        ['specialist_id'],
      ),
      status: 200,
      reply: availability,
    },
    invoice: {
      method: 'GET',
      path: '/manage/:code/invoice',
      summary: 'The visit as an invoice to print, without the name of who pays.',
      ...manage,
      status: 200,
      reply: text('An HTML page.', 100_000, '<!doctype html>…'),
      media: 'text/html',
    },
    cancel: {
      method: 'POST',
      path: '/manage/:code/cancel',
      summary: 'Cancel the visit; again = the same answer.',
      ...manage,
      body: cancelRequest,
      status: 200,
      reply: managedAppointment,
      errors: [...moves, 'outside_cancellation_window'],
    },
    acknowledge: {
      method: 'POST',
      path: '/manage/:code/acknowledge',
      summary: 'Say that one is coming; again = the same answer.',
      ...manage,
      status: 200,
      reply: managedAppointment,
      errors: moves,
    },
    reschedule: {
      method: 'POST',
      path: '/manage/:code/reschedule',
      summary: 'Move the visit.',
      ...manage,
      body: object('ManageMoveRequest', 'Where to.', moveFields, ['specialist_id']),
      status: 200,
      reply: managedAppointment,
      errors: [
        ...moves,
        'outside_cancellation_window',
        'package_not_valid',
        'slot_unavailable',
        'service_not_offered',
        'time_not_bookable',
        'unknown_reference',
      ],
    },
    addPushSubscription: {
      method: 'POST',
      path: '/manage/:code/push-subscriptions',
      summary: 'Be told of this visit alone in this browser; again = the same subscription.',
      ...manage,
      body: pushSubscriptionDraft,
      status: 201,
      reply: pushSubscription,
      errors: ['not_found', 'address_not_allowed', 'conflict'],
    },
    calendar: {
      method: 'GET',
      path: '/manage/:code/calendar.ics',
      summary: 'The visit as a calendar file.',
      ...manage,
      status: 200,
      reply: calendarFile,
      media: 'text/calendar',
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
