import { createHmac } from 'node:crypto'

/** Of no real bot. */
export const botToken = '7000000001:AAH-the-bot-of-these-tests_01234567'

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
