import { createdAt, id, text } from './common.ts'
import { everyone, type Operation } from './operation.ts'
import { described, nullable, object } from './schema.ts'

export const pushSubscription = object(
  'PushSubscription',
  'A browser that is told of visits by web push.',
  {
    id,
    endpoint: text(
      'Address at the browser’s push service.',
      2000,
      'https://fcm.googleapis.com/fcm/send/dA1…',
    ),
    appointment_id: nullable(described(id, 'The one visit that it is told of; null = of all.')),
    user_agent: text('Which browser.', 500, 'Mozilla/5.0 (Android 16; Mobile)'),
    created_at: createdAt,
  },
)

export const pushSubscriptionDraft = object(
  'PushSubscriptionDraft',
  'As `PushSubscription.toJSON()` of the browser gives it.',
  {
    endpoint: text(
      'Address at the browser’s push service; of the known ones only.',
      2000,
      'https://fcm.googleapis.com/fcm/send/dA1…',
      1,
    ),
    keys: object('PushSubscriptionKeys', 'What the message is encrypted with.', {
      p256dh: {
        description: 'The browser’s public key, base64url.',
        type: 'string',
        pattern: '^[A-Za-z0-9_-]{87}$',
        examples: [
          'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
        ],
      },
      auth: {
        description: 'Authentication secret, base64url.',
        type: 'string',
        pattern: '^[A-Za-z0-9_-]{22}$',
        examples: ['BTBZMqHH6r4Tts7J_aSIgg'],
      },
    }),
  },
)

const pushKey = object('PushKey', 'Whose messages the browser is to let in.', {
  public_key: text(
    '`applicationServerKey` of `PushManager.subscribe()`, base64url (VAPID, RFC 8292).',
    100,
    'BDd3_hVL9fZi9Ybo2UUzA284WG5FZR30_95YeZJsiApwXKpNcF1rRPF3foIiBHXRdJI2Qhumhf6_LFTeZaNndIo',
  ),
})

export const pushOperations = {
  pushKey: {
    get: {
      method: 'GET',
      path: '/push-key',
      summary: 'The key that a browser subscribes to web push with.',
      who: ['anyone', ...everyone],
      scope: 'catalogue:read',
      status: 200,
      reply: pushKey,
      errors: [],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
