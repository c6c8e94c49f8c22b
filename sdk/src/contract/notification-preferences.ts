import { choice, flag, instant, localTime, text, version } from './common.ts'
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
    { max: 5 },
  ),
  quiet_from: nullable(
    described(localTime, 'From when one is not woken; null = as the clinic says.', '22:00'),
  ),
  quiet_to: nullable(described(localTime, 'Until when; set together with `quiet_from`.', '08:00')),
  reminders: flag('Whether to be reminded of visits.', true),
  follow_ups: flag('Whether to be written to after a visit: thanks, a review, the next one.', true),
  calendar_by_email: flag(
    'A calendar file of every booking by e-mail too, besides the message itself.',
  ),
}

export const telegramLink = object('TelegramLink', 'A deep link into the bot of the clinic.', {
  url: text(
    'Opens the bot, which links the Telegram account to whose link it is. Works once.',
    300,
    'https://t.me/arbat_bot?start=link_kX3vT9qLm2WcR7yZ0bNf8A',
  ),
  expires_at: described(instant, 'Until when.'),
})

export const preferences = object(
  'NotificationPreferences',
  'How a client wants to be told. Marketing is a consent of its own.',
  {
    ...fields,
    available: array(channel, 'The ways by which the clinic writes at all.', { max: 5 }),
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
  'What a member of staff is told of: by Telegram where it is linked, else by e-mail.',
  {
    ...staffFields,
    telegram: choice(
      'Whether one is told by Telegram; unavailable = the clinic has no bot.',
      ['linked', 'unlinked', 'unavailable'],
      'linked',
    ),
    version,
  },
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
    telegramLink: {
      method: 'POST',
      path: '/staff/me/telegram-link',
      summary: 'A one-use link by which one is told by Telegram, for ten minutes.',
      who: staff,
      status: 201,
      reply: telegramLink,
      errors: ['telegram_unavailable', 'unavailable', 'rate_limited'],
    },
    unlinkTelegram: {
      method: 'DELETE',
      path: '/staff/me/telegram',
      summary: 'Be told by e-mail again. Again: the same.',
      who: staff,
      status: 204,
      reply: null,
      errors: [],
    },
    redeemTelegramLink: {
      method: 'POST',
      path: '/staff/telegram',
      summary: 'What the bot says when its person has come by such a link.',
      who: ['publishable'],
      body: object('StaffTelegram', 'Who has come, and by which link.', {
        init_data: text(
          'Who it is, in the words of a Mini App’s init data, signed with the bot’s token.',
          8192,
          'user=%7B%22id%22%3A279058397%7D&auth_date=1662771648&hash=c501b71e…',
          1,
        ),
        link: text('The one-use code of the link.', 64, 'staff_kX3vT9qLm2WcR7yZ0bNf8A', 1),
      }),
      status: 204,
      reply: null,
      errors: ['invalid_init_data', 'invalid_link', 'telegram_unavailable', 'rate_limited'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
