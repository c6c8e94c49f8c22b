import { createHash, randomBytes } from 'node:crypto'
import { botTokenOf, type TelegramLink } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { transaction } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { LimitPolicy } from '../redis/limiter.ts'
import { organizationOf } from './codes.ts'
import type { Guard } from './guard.ts'
import { botName } from './telegram-bot.ts'

const LIFE_MS = 600_000
const requests: LimitPolicy = { name: 'telegram-link', points: 10, seconds: 600 }

/** Whose account a deep link links, by how its code begins; `start` takes 64 letters, digits, _ and -. */
const prefixes = { client: 'link_', staff: 'staff_' } as const
type LinkKind = keyof typeof prefixes

interface Whose {
  kind: LinkKind
  organizationId: number
  id: number
}

/** The store keeps whose it is; what it keeps opens nothing to who reads the store. */
const keyOf = (code: string) =>
  `telegram-link:${createHash('sha256').update(code).digest('base64url')}`

/** A one-use link into the clinic's bot, for ten minutes. */
export async function offerDeepLink(
  app: App,
  guard: Guard,
  { kind, organizationId, id }: Whose,
): Promise<TelegramLink> {
  await guard([requests, `${kind}:${id}`])
  const { slug } = await transaction(app.db, organizationId, organizationOf)
  const token = botTokenOf(app.config.telegram, slug)
  if (token === null) throw new Fault('telegram_unavailable')
  const name = await botName(app.config.telegram.apiRoot, token)
  const { code, expires } = await newDeepLink(app, { kind, organizationId, id })
  return {
    url: `https://t.me/${name}?start=${code}`,
    expires_at: new Date(expires).toISOString(),
  }
}

export async function newDeepLink(
  { clock, ephemeral }: Pick<App, 'clock' | 'ephemeral'>,
  { kind, organizationId, id }: Whose,
): Promise<{ code: string; expires: number }> {
  const code = `${prefixes[kind]}${randomBytes(16).toString('base64url')}`
  const expires = clock().getTime() + LIFE_MS
  await ephemeral.notes.set(keyOf(code), [organizationId, id, expires].join(' '), LIFE_MS)
  return { code, expires }
}

/** Whose link it is, once: of two who come at once the second is refused. */
export async function redeemDeepLink(
  app: App,
  { kind, organizationId, code }: { kind: LinkKind; organizationId: number; code: string },
): Promise<number> {
  const { notes } = app.ephemeral
  const key = keyOf(code)
  const kept = code.startsWith(prefixes[kind]) ? await notes.get(key) : null
  const [organization, id, expires = 0] = (kept ?? '').split(' ').map(Number)
  if (id === undefined || organization !== organizationId) throw new Fault('invalid_link')
  // The store forgets it then too, by a clock of its own.
  if (expires <= app.clock().getTime()) throw new Fault('invalid_link')
  if (!(await notes.setIfAbsent(`${key}:used`, '1', LIFE_MS))) throw new Fault('invalid_link')
  await notes.delete(key)
  return id
}
