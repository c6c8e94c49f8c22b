import { createHmac } from 'node:crypto'
import { standIn, type Asked, type Answered } from '../../test/stand-in.ts'

/** Of no real bot. */
export const botToken = '7000000001:AAH-the-bot-of-these-tests_01234567'

const known = { ok: true, result: { id: 7000000001, is_bot: true, username: 'arbat_bot' } }

/** Telegram, which knows that bot; and how a server is set to ask it. */
export async function telegramStage(
  answer: (asked: Asked) => Answered = () => ({ status: 200, body: known }),
) {
  const telegram = await standIn(answer)
  const settings = { TELEGRAM_BOT_TOKEN: botToken, TELEGRAM_API_ROOT: telegram.url }
  return { telegram, settings }
}

/** What the Mini App of that bot is given. */
export function initDataOf(user: string, fields: Record<string, string> = {}): string {
  return signedByTelegram(botToken, { user, query_id: 'AAH', signature: 'c2ln', ...fields })
}

/** A query string as the bot's own Telegram signs it. */
export function signedByTelegram(botToken: string, fields: Record<string, string>): string {
  const all = { auth_date: String(Math.floor(Date.now() / 1000)), ...fields }
  const text = Object.entries(all)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n')
  const secret = createHmac('sha256', 'WebAppData').update(botToken).digest()
  const hash = createHmac('sha256', secret).update(text).digest('hex')
  return new URLSearchParams({ ...all, hash }).toString()
}

export function telegramUser(id: number, more: Record<string, unknown> = {}): string {
  return JSON.stringify({
    id,
    first_name: 'Анна',
    last_name: 'Ким',
    language_code: 'ru',
    allows_write_to_pm: true,
    ...more,
  })
}
