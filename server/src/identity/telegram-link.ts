import { createHash, randomBytes } from 'node:crypto'
import { botTokenOf, type TelegramLink } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { append } from '../outbox/append.ts'
import type { LimitPolicy } from '../redis/limiter.ts'
import { organizationOf } from './codes.ts'
import type { Guard } from './guard.ts'
import { botName } from './telegram-bot.ts'

const LIFE_MS = 600_000
/** `start` of a deep link takes 64 letters, digits, _ and -. */
const PREFIX = 'link_'
const requests: LimitPolicy = { name: 'telegram-link', points: 10, seconds: 600 }

/** The store keeps whose it is; what it keeps opens nothing to who reads the store. */
const keyOf = (code: string) =>
  `telegram-link:${createHash('sha256').update(code).digest('base64url')}`

export async function offerLink(
  app: App,
  guard: Guard,
  { caller }: Call<'me.telegramLink'>,
): Promise<TelegramLink> {
  if (caller.kind !== 'client') throw new Fault('forbidden')
  const { organizationId, clientId } = caller
  await guard([requests, `client:${clientId}`])
  const { slug } = await transaction(app.db, organizationId, organizationOf)
  const token = botTokenOf(app.config.telegram, slug)
  if (token === null) throw new Fault('telegram_unavailable')
  const name = await botName(app.config.telegram.apiRoot, token)
  const code = `${PREFIX}${randomBytes(16).toString('base64url')}`
  const expires = app.clock().getTime() + LIFE_MS
  await app.ephemeral.notes.set(keyOf(code), `${organizationId} ${clientId}`, LIFE_MS)
  return {
    url: `https://t.me/${name}?start=${code}`,
    expires_at: new Date(expires).toISOString(),
  }
}

/** The client whose link it is, once: of two who come at once the second is refused. */
export async function redeemLink(app: App, organizationId: number, code: string): Promise<number> {
  const { notes } = app.ephemeral
  const key = keyOf(code)
  const [organization, client] = ((await notes.get(key)) ?? '').split(' ').map(Number)
  if (client === undefined || organization !== organizationId) throw new Fault('invalid_link')
  if (!(await notes.setIfAbsent(`${key}:used`, '1', LIFE_MS))) throw new Fault('invalid_link')
  await notes.delete(key)
  return client
}

interface ClientRow {
  id: number
  session_version: number
}

const LIVING = 'erased_at is null and merged_into is null'
const link = statement(
  'identity_link_telegram_account',
  `update clients set telegram_id = $3 where organization_id = $1 and id = $2 and ${LIVING} and telegram_id is distinct from $3
     and not exists (select from clients o where o.organization_id = $1 and o.telegram_id = $3 and o.id <> $2 and o.erased_at is null
       and o.merged_into is null)
   returning id, session_version`,
)
const linked = statement(
  'identity_linked_client',
  `select id, session_version from clients where organization_id = $1 and id = $2 and telegram_id = $3 and ${LIVING}`,
)

/** The client of the link gets the Telegram account, unless it is another client’s: only the desk merges. */
export async function linkAccount(tx: Tx, clientId: number, userId: number): Promise<ClientRow> {
  const values = [tx.organizationId, clientId, userId]
  const row = await tx.maybe<ClientRow>(link, values)
  if (row) {
    await append(tx, 'client.updated', { kind: 'client', id: row.id }, { id: row.id })
    return row
  }
  const before = await tx.maybe<ClientRow>(linked, values)
  if (!before) throw new Fault('telegram_linked')
  return before
}
