import { createHmac } from 'node:crypto'

/** Whom a messenger's update names. */
export interface Account {
  id: number
  firstName: string
  lastName: string
  /** As the messenger tells it: `ru`, `en-GB`; '' = unknown. */
  language: string
}

/**
 * Init data as the messenger signs it for a Mini App. The bot has the same token, and the update came over a channel that
 * only the messenger can write to: so the bot vouches for the person in the same words, and the server has one way to check.
 */
export function initDataOf(token: string, account: Account, now: Date): string {
  const { id, firstName, lastName, language } = account
  const user = {
    id,
    first_name: firstName,
    ...(lastName === '' ? {} : { last_name: lastName }),
    ...(language === '' ? {} : { language_code: language }),
  }
  return signed(token, { user: JSON.stringify(user) }, now)
}

/** The account's own phone, signed the same way. */
export function contactOf(token: string, account: Account, phone: string, now: Date): string {
  const contact = { user_id: account.id, phone_number: phone, first_name: account.firstName }
  return signed(token, { contact: JSON.stringify(contact) }, now)
}

function signed(token: string, fields: Record<string, string>, now: Date): string {
  const all = { ...fields, auth_date: String(Math.floor(now.getTime() / 1000)) }
  const text = Object.entries(all)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n')
  const secret = createHmac('sha256', 'WebAppData').update(token).digest()
  const hash = createHmac('sha256', secret).update(text).digest('hex')
  return new URLSearchParams({ ...all, hash }).toString()
}
