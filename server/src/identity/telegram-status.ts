import { botTokenOf, type TelegramStatus } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { transaction } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { organizationOf } from './codes.ts'
import { called, member, nameIn } from './telegram-bot.ts'

const nothing = { username: null, updates: null, waiting: 0, error: null, error_at: null } as const

/** Asked of Telegram each time: who looks here has just changed something, or wonders why nothing comes. */
export async function telegramStatus(
  { db, config }: App,
  { caller }: Call<'organization.telegram'>,
): Promise<TelegramStatus> {
  const { organizationId } = caller
  if (organizationId === null) throw new Fault('unauthenticated')
  const { slug } = await transaction(db, organizationId, organizationOf)
  const { telegram } = config
  const token = botTokenOf(telegram, slug)
  if (token === null) return { bot: 'none', state: 'none', ...nothing }
  const bot = telegram.own.has(slug) ? 'own' : 'shared'
  const [me, webhook] = await Promise.all([
    called(telegram.apiRoot, token, 'getMe'),
    called(telegram.apiRoot, token, 'getWebhookInfo'),
  ])
  if (typeof me === 'string') return { bot, state: me, ...nothing }
  const ways = typeof webhook === 'string' ? nothing : waysOf(member(webhook, 'result'))
  return { bot, state: 'ok', ...ways, username: nameIn(me) }
}

function waysOf(info: unknown): Omit<TelegramStatus, 'bot' | 'state' | 'username'> {
  const [url, error] = [member(info, 'url'), member(info, 'last_error_message')]
  const at = Number(member(info, 'last_error_date'))
  return {
    updates: typeof url === 'string' && url !== '' ? 'webhook' : 'polling',
    waiting: Number(member(info, 'pending_update_count')) || 0,
    error: typeof error === 'string' ? error.slice(0, 500) : null,
    error_at: at > 0 ? new Date(at * 1000).toISOString() : null,
  }
}
