import type { Channel, Outcome } from './channel.ts'
import { createHttpPoster, jsonOf, member, type Answer } from './http-post.ts'
import { telegramMessage } from './telegram-message.ts'

export interface TelegramOptions {
  apiRoot: string
  /** Of the organization's bot; null: it has none. */
  tokenOf(organizationId: number): Promise<string | null>
  /** The only one, when all organizations have the same bot. */
  token: string | null
  deadlineMs?: number
}

/** Telegram bears about thirty messages a second of a bot, and one a second of a chat. What the bot itself answers needs some room, and what leaves evenly arrives a little unevenly. */
export const TELEGRAM_A_SECOND = 30
const EVERY_MS = 1000 / (TELEGRAM_A_SECOND - 4)
const CHAT_EVERY_MS = 1_000
const LONGEST_WAIT_SECONDS = 3600
/** A token that is not believed is mended by people. */
const REFUSED_SECONDS = 60

/** The Bot API's sendMessage. The address has the bot's token in it, so no error quotes the address. */
export function telegramChannel(options: TelegramOptions): Channel {
  const { apiRoot, token, tokenOf, deadlineMs } = options
  const poster = createHttpPoster(deadlineMs)
  return {
    name: 'telegram',
    limits: {
      everyMs: EVERY_MS,
      recipientEveryMs: CHAT_EVERY_MS,
      room: 40,
    },
    isShownOnce: false,
    account: token === null ? null : botOf(token),
    async accountOf(organizationId) {
      const own = await tokenOf(organizationId)
      return own === null ? null : botOf(own)
    },
    async send(parcel, { organizationId, signal }) {
      const own = await tokenOf(organizationId)
      if (own === null) return { kind: 'failed', error: 'not_configured' }
      const posting = {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(telegramMessage(parcel)),
      }
      return outcomeOf(await poster.post(`${apiRoot}/bot${own}/sendMessage`, posting, signal))
    },
    close: () => poster.close(),
  }
}

/** The bot's own number, which is no secret. */
function botOf(token: string): string {
  return `telegram:${token.split(':')[0] ?? ''}`
}

/** Of these there is nobody to write to. The other 400s are about the message. */
const nobody = /chat not found|user not found|peer_id_invalid|chat_id is empty|deactivated/i

function outcomeOf(answer: Answer): Outcome {
  if (answer.kind === 'lost') return { ...answer, kind: 'again', seconds: null }
  const { status, text } = answer
  const json = jsonOf(text)
  const error = `http_${status}`
  if (status === 200 && member(json, 'ok') === true) {
    const id = member(json, 'result', 'message_id')
    return typeof id === 'number' ? { kind: 'sent', providerId: String(id) } : { kind: 'sent' }
  }
  if (status === 429) return { kind: 'again', error, seconds: waitOf(json), isOfAll: true }
  if (status === 401 || status === 404)
    return { kind: 'again', error, seconds: REFUSED_SECONDS, isOfAll: true }
  if (status === 403) return { kind: 'gone', error: 'blocked' }
  if (status === 400) {
    const isNobody = nobody.test(String(member(json, 'description')))
    return isNobody ? { kind: 'gone', error: 'chat_not_found' } : { kind: 'failed', error }
  }
  // What is behind a gateway may have it.
  return { kind: 'again', error, seconds: null, isUncertain: status === 502 || status === 504 }
}

function waitOf(json: unknown): number | null {
  const seconds = Number(member(json, 'parameters', 'retry_after'))
  return seconds > 0 ? Math.min(Math.ceil(seconds), LONGEST_WAIT_SECONDS) : null
}
