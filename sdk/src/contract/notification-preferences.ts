import { choice, flag, localTime, version } from './common.ts'
import { channel } from './notifications.ts'
import { staff, type Operation } from './operation.ts'
import { array, described, nullable, object, patch } from './schema.ts'

const fields = {
  channels: array(
    object('ChannelPreference', 'One way of being told.', {
      channel,
      enabled: flag('Whether it may be used.', true),
    }),
    'The ways, the best first; what is not named comes after them. WhatsApp is used only when it is on here or the clinic has chosen it.',
    { max: 4 },
  ),
  quiet_from: nullable(
    described(localTime, 'From when one is not woken; null = as the clinic says.', '22:00'),
  ),
  quiet_to: nullable(described(localTime, 'Until when; set together with `quiet_from`.', '08:00')),
  reminders: flag('Whether to be reminded of visits.', true),
  calendar_by_email: flag(
    'A calendar file of every booking by e-mail too, besides the message itself.',
  ),
}

export const preferences = object(
  'NotificationPreferences',
  'How a client wants to be told. Marketing is a consent of its own.',
  {
    ...fields,
    available: array(channel, 'The ways by which the clinic writes at all.', { max: 4 }),
    marketing: flag('Whether there is a consent to marketing; changed as consents are.'),
    version,
  },
)

export const preferencesChange = patch('NotificationPreferencesChange', 'What to change.', fields)

const whose = ['none', 'own', 'all'] as const
const staffFields = {
  bookings: choice(
    'Of whose new bookings: nobody’s, one’s own as a specialist, everybody’s.',
    whose,
    'own',
  ),
  cancellations: choice('Of whose cancellations.', whose, 'own'),
}

const staffPreferences = object(
  'StaffNotificationPreferences',
  'What a member of staff is told of by e-mail.',
  { ...staffFields, version },
)

export const notificationPreferencesOperations = {
  notificationPreferences: {
    get: {
      method: 'GET',
      path: '/notification-preferences',
      summary: 'What the signed-in member of staff is told of.',
      who: staff,
      status: 200,
      reply: staffPreferences,
      errors: [],
    },
    update: {
      method: 'PATCH',
      path: '/notification-preferences',
      summary: 'Change what one is told of, as a member of staff.',
      who: staff,
      body: patch('StaffNotificationPreferencesChange', 'What to change.', staffFields),
      status: 200,
      reply: staffPreferences,
      errors: [],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
