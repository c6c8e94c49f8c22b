import { botTokenOf } from '@zapis/sdk/contract'
import { request } from 'undici'
import type { App } from '../app-context.ts'
import { statement, transaction } from '../db/transaction.ts'

const PATIENCE_MS = 10_000

interface Chats {
  telegram: string | null
  max: string | null
}

/** Whoever linked it has proved the phone, or was signed in as this client. */
const chatsOfPhone = statement(
  'identity_chats_of_phone',
  `select c.telegram_id::text as telegram, (select a.account_id::text from messenger_accounts a
     where a.organization_id = c.organization_id and a.client_id = c.id and a.messenger = 'max' limit 1) as max
   from clients c where c.organization_id = $1 and c.phone = $2 and c.erased_at is null and c.merged_into is null`,
)

/** Says it in the chat that the client with this phone has linked; false: there is none, or it takes nothing. */
export async function sayToPhone(
  app: Pick<App, 'config' | 'db'>,
  organization: { id: number; slug: string },
  { phone, text }: { phone: string; text: string },
): Promise<boolean> {
  const chats = await transaction(app.db, organization.id, (tx) =>
    tx.maybe<Chats>(chatsOfPhone, [organization.id, phone]),
  )
  const { telegram, max } = app.config
  const token = botTokenOf(telegram, organization.slug)
  if (chats?.telegram && token !== null) {
    // Not to be passed on: it opens the account.
    const body = { chat_id: chats.telegram, text, protect_content: true }
    if (await posted(`${telegram.apiRoot}/bot${token}/sendMessage`, {}, body)) return true
  }
  if (!chats?.max || max === null) return false
  const headers = { authorization: max.token }
  return posted(`${max.apiRoot}/messages?user_id=${chats.max}`, headers, { text })
}

async function posted(
  url: string,
  headers: Record<string, string>,
  body: object,
): Promise<boolean> {
  try {
    const answer = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      headersTimeout: PATIENCE_MS,
      bodyTimeout: PATIENCE_MS,
    })
    await answer.body.dump()
    return answer.statusCode === 200
  } catch {
    // Its message would carry the token.
    return false
  }
}
