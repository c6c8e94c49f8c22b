import {
  choice,
  createdAt,
  id,
  idParams,
  instant,
  integer,
  paging,
  pagingOptional,
  text,
} from './common.ts'
import { desk, type Operation } from './operation.ts'
import { described, nullable, object, page } from './schema.ts'

/** What people are told of, in words that an organization may change; the rule of each is in the server. */
export const wordedTemplates = [
  'confirmed',
  'moved',
  'cancelled',
  'reminder_day',
  'reminder_hours',
  'thanks',
  'review',
  'next_visit',
  'package_low',
  'package_expiring',
  'balance',
  'staff_booked',
  'staff_cancelled',
] as const

/** A broadcast says what is written in it. */
export const notificationTemplates = [...wordedTemplates, 'broadcast'] as const

export const notificationChannels = ['webpush', 'telegram', 'max', 'email', 'whatsapp'] as const

export const channel = choice('The way it goes.', notificationChannels, 'telegram')
export const template = choice('What it tells of.', notificationTemplates)

const shownStatus = choice(
  'pending = waits for its time or is tried again; sending = on its way; skipped = not true or not wanted any more; failed = given up.',
  ['pending', 'sending', 'sent', 'skipped', 'failed'],
  'sent',
)

const told = {
  id,
  template,
  channel,
  status: shownStatus,
  appointment_id: nullable(described(id, 'The visit that it is about.')),
  send_at: described(instant, 'When it is due, or was.'),
  sent_at: nullable(described(instant, 'When the channel took it.')),
  created_at: createdAt,
}

export const notification = object('Notification', 'A message to one person by one channel.', {
  ...told,
  client_id: nullable(described(id, 'To this client.')),
  staff_id: nullable(described(id, 'To this member of staff.', null)),
  broadcast_id: nullable(described(id, 'Of this broadcast.', null)),
  recipient: text('The address, all but its ends hidden.', 2000, 'a…@example.com'),
  delivered_at: nullable(
    described(instant, 'When it arrived, where the channel tells (WhatsApp).', null),
  ),
  read_at: nullable(described(instant, 'When it was read, where the channel tells.', null)),
  attempts: integer('How often it was tried.', 0, 10_000, 1),
  error: nullable(text('Why it was skipped, or what went wrong the last time.', 2000, 'outdated')),
  provider_id: nullable(text('Its name at the provider.', 200, '4711')),
  round: integer('How often the desk has sent it again.', 0, 10_000, 0),
})

export const ownNotification = object('OwnNotification', 'A message that one was sent.', {
  ...told,
  title: text('What it is about, in words.', 200, 'Напоминание о визите'),
})

const log = { who: [...desk, 'secret'], scope: 'clients:read' } as const

export const notificationOperations = {
  notifications: {
    list: {
      method: 'GET',
      path: '/notifications',
      summary: 'What people were told, and are to be told; newest first.',
      ...log,
      query: object(
        'ListNotificationQuery',
        'Which messages.',
        {
          client_id: described(id, 'To this client.'),
          appointment_id: described(id, 'About this visit.'),
          broadcast_id: described(id, 'Of this broadcast.'),
          status: described(shownStatus, 'In this status.'),
          channel: described(channel, 'By this channel.'),
          template: described(template, 'Of this kind.'),
          ...paging,
        },
        [
          'client_id',
          'appointment_id',
          'broadcast_id',
          'status',
          'channel',
          'template',
          ...pagingOptional,
        ],
      ),
      status: 200,
      reply: page(notification),
      errors: [],
    },
    get: {
      method: 'GET',
      path: '/notifications/:id',
      summary: 'One message.',
      ...log,
      params: idParams,
      status: 200,
      reply: notification,
      errors: ['not_found'],
    },
    resend: {
      method: 'POST',
      path: '/notifications/:id/resend',
      summary: 'Send it again now, if it is still true; not what is waiting or on its way.',
      who: [...desk, 'secret'],
      scope: 'clients:write',
      params: idParams,
      status: 202,
      reply: notification,
      errors: ['not_found', 'invalid_transition'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
