import { choice, instant, integer, text } from './common.ts'
import { admins, type Operation } from './operation.ts'
import { described, nullable, object } from './schema.ts'

const telegramStatus = object(
  'TelegramStatus',
  'The organization’s Telegram bot, as Telegram tells of it; never its token.',
  {
    bot: choice(
      'Whose it is: `shared` is that of the whole installation; `none` = there is none.',
      ['own', 'shared', 'none'],
    ),
    state: choice(
      'Whether Telegram knows it: `refused` = the token is not valid (any more), `unreachable` = Telegram does not answer just now.',
      ['ok', 'refused', 'unreachable', 'none'],
    ),
    username: nullable(text('Its name in `t.me` links.', 100, 'arbat_bot')),
    updates: nullable(
      choice('How it hears of messages: Telegram brings them, or the bot asks for them.', [
        'webhook',
        'polling',
      ]),
    ),
    waiting: integer('Messages that Telegram could not hand over yet.', 0, 1_000_000_000, 0),
    error: nullable(
      text('The last failure of the webhook, in Telegram’s words.', 500, 'Bad Gateway'),
    ),
    error_at: nullable(described(instant, 'When that was.')),
  },
)

export const telegramOperation = {
  method: 'GET',
  path: '/organization/telegram',
  summary: 'How the organization’s Telegram bot is.',
  who: [...admins, 'secret'],
  scope: 'settings:read',
  status: 200,
  reply: telegramStatus,
  errors: [],
} as const satisfies Operation
