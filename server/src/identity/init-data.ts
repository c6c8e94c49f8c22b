import { createHmac } from 'node:crypto'
import { sameBytes } from '../secrets.ts'

export interface TelegramUser {
  id: number
  firstName: string
  lastName: string
  languageCode: string
}

/** What somebody stole yesterday opens nothing today. */
const MOST_SECONDS = 3600
/** Telegram's clock and ours differ a little. */
const SKEW_SECONDS = 60
const LONGEST_NAME = 200

/**
 * The fields that the bot's own Telegram vouched for; null for anything else. `signature` is a field like the others:
 * only `hash` is left out of what is hashed (core.telegram.org/bots/webapps).
 */
export function readSigned(text: string, botToken: string, now: Date): Map<string, string> | null {
  const fields = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(text)) {
    // Of two fields of one name, one reader takes the first and another the last.
    if (fields.has(name)) return null
    fields.set(name, value)
  }
  const given = fields.get('hash') ?? ''
  if (!/^[0-9a-f]{64}$/.test(given)) return null
  fields.delete('hash')
  const checked = [...fields]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n')
  const secret = createHmac('sha256', 'WebAppData').update(botToken).digest()
  const right = createHmac('sha256', secret).update(checked).digest()
  if (!sameBytes(Buffer.from(given, 'hex'), right)) return null
  return isFresh(fields.get('auth_date') ?? '', now) ? fields : null
}

function isFresh(authDate: string, now: Date): boolean {
  const age = now.getTime() / 1000 - Number(authDate)
  return /^\d{1,12}$/.test(authDate) && age <= MOST_SECONDS && age >= -SKEW_SECONDS
}

/** Whose Mini App it is. */
export function userOf(fields: ReadonlyMap<string, string>): TelegramUser | null {
  const user = parse(fields.get('user'))
  const id = idOf(user['id'])
  if (id === null || user['is_bot'] === true) return null
  return {
    id,
    firstName: nameOf(user['first_name']),
    lastName: nameOf(user['last_name']),
    languageCode: typeof user['language_code'] === 'string' ? user['language_code'] : '',
  }
}

/** The phone of the contact, when it is the user's own and not one out of their address book. */
export function phoneOf(fields: ReadonlyMap<string, string>, user: TelegramUser): string | null {
  const contact = parse(fields.get('contact'))
  const phone = contact['phone_number']
  return idOf(contact['user_id']) === user.id && typeof phone === 'string' ? phone : null
}

/**
 * The phone that MAX's bridge gives a Mini App (`WebAppRequestPhone`): signed by the token itself, and bound to the account
 * by being hashed with it (dev.max.ru/docs/webapps/bridge).
 */
export function phoneInMax(
  text: string,
  { botToken, user, now }: { botToken: string; user: TelegramUser; now: Date },
): string | null {
  const given = new URLSearchParams(text)
  const [phone = '', authDate = '', hash = ''] = ['phone', 'authDate', 'hash'].map(
    (name) => given.get(name) ?? '',
  )
  if (!/^\+?\d{5,15}$/.test(phone) || !/^[0-9a-f]{64}$/.test(hash)) return null
  const checked = `authDate=${authDate}\nphone=${phone.replace('+', '')}\nuserId=${user.id}`
  const right = createHmac('sha256', botToken).update(checked).digest()
  if (!sameBytes(Buffer.from(hash, 'hex'), right)) return null
  // Its apps count in seconds or in milliseconds.
  const seconds = authDate.length > 11 ? authDate.slice(0, -3) : authDate
  return isFresh(seconds, now) ? phone : null
}

function idOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null
}

function nameOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, LONGEST_NAME) : ''
}

function parse(json: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json ?? '')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
