import { httpStandIn, type Answer } from './http-stand-in.ts'

interface Button {
  text: string
  callback_data?: string
  url?: string
}

export interface Told {
  token: string
  chat: string
  /** As people read it: without the tags. */
  text: string
  html: string
  keyboard: Button[][]
  isSilent: boolean
  at: number
}

interface Message {
  chat_id?: string
  text?: string
  parse_mode?: string
  disable_notification?: boolean
  reply_markup?: { inline_keyboard?: Button[][] }
}

type Mood = 'up' | 'blocked' | 'unknown' | 'deactivated' | 'broken' | 'silent' | 'cut off'

/** Telegram's Bot API as far as telling goes, written from its documentation and not from our side of it. */
export interface BotApi {
  url: string
  token: string
  /** Every message that a person has on the telephone. */
  told: Told[]
  toldTo(chat: string): Told[]
  /** Of a chat; 'up' unless said. */
  mood: Map<string, Mood>
  /** The next so many messages are refused, all to wait so long. */
  flood(times: number, retryAfter: number): void
  /** How many requests there were in all, refused ones too. */
  asked: number
  delayMs: number
  close(): Promise<void>
}

export const BOT_TOKEN = '7000001:stand-in-token-stand-in-token-1'

export async function startBotApi(tokens: readonly string[] = [BOT_TOKEN]): Promise<BotApi> {
  let floods = 0
  let retryAfter = 0
  const server = await httpStandIn(({ path, body }) => {
    api.asked++
    const [, token = '', method] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? []
    if (method === undefined) return refusal(404, 'Not Found')
    if (!tokens.includes(token)) return refusal(401, 'Unauthorized')
    if (method !== 'sendMessage') return refusal(404, 'Not Found: method not found')
    if (floods > 0) {
      floods--
      const description = `Too Many Requests: retry after ${retryAfter}`
      return refusal(429, description, { retry_after: retryAfter })
    }
    return sendMessage(token, body)
  })

  function sendMessage(token: string, body: string): Answer | null {
    const message = JSON.parse(body) as Message
    const chat = message.chat_id ?? ''
    const mood = api.mood.get(chat) ?? 'up'
    if (mood === 'blocked') return refusal(403, 'Forbidden: bot was blocked by the user')
    if (mood === 'deactivated') return refusal(403, 'Forbidden: user is deactivated')
    if (mood === 'unknown') return refusal(400, 'Bad Request: chat not found')
    if (mood === 'broken') return { status: 502, body: null, html: '<html>Bad Gateway</html>' }
    if (mood === 'silent') return null
    const html = message.text ?? ''
    const objection = objectionTo(html, message)
    if (objection !== null) return refusal(400, `Bad Request: ${objection}`)
    const keyboard = keyboardOf(message)
    const isSilent = message.disable_notification === true
    api.told.push({ token, chat, html, text: plain(html), keyboard, isSilent, at: Date.now() })
    const result = { message_id: api.told.length, chat: { id: Number(chat), type: 'private' } }
    return { status: 200, body: { ok: true, result }, isCutOff: mood === 'cut off' }
  }

  const api: BotApi = {
    url: server.url,
    token: tokens[0] ?? BOT_TOKEN,
    told: [],
    toldTo: (chat) => api.told.filter((told) => told.chat === chat),
    mood: new Map(),
    flood(times, seconds) {
      floods = times
      retryAfter = seconds
    },
    asked: 0,
    get delayMs() {
      return server.delayMs
    },
    set delayMs(ms) {
      server.delayMs = ms
    },
    close: () => server.close(),
  }
  return api
}

function refusal(code: number, description: string, parameters?: object): Answer {
  const body = { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) }
  return { status: code, body }
}

function keyboardOf({ reply_markup }: Message): Button[][] {
  return reply_markup?.inline_keyboard ?? []
}

/** What Telegram refuses of a message, as far as we know of it. */
function objectionTo(html: string, message: Message): string | null {
  const { parse_mode } = message
  if (parse_mode === undefined) return html.trim() === '' ? 'message text is empty' : null
  if (parse_mode !== 'HTML') return 'unexpected parse mode'
  const tags: string[] = []
  for (const [, slash, name = '', rest] of html.matchAll(/<(\/?)([a-z-]*)([^>]*)>?/gi)) {
    if (!['b', 'i', 'u', 's', 'code', 'pre', 'a'].includes(name))
      return `can't parse entities: Unsupported start tag "${name}"`
    if (slash !== '/') tags.push(name)
    else if (tags.pop() !== name) return `can't parse entities: unmatched end tag "${name}${rest}"`
  }
  if (tags.length > 0) return `can't parse entities: Can't find end tag corresponding to start tag`
  const text = plain(html)
  if (text.trim() === '') return 'message text is empty'
  if (text.length > 4096) return 'message is too long'
  for (const { callback_data, url, text: label } of keyboardOf(message).flat()) {
    if (label === '') return 'text buttons must be non-empty'
    if (callback_data !== undefined && Buffer.byteLength(callback_data) > 64)
      return 'BUTTON_DATA_INVALID'
    if (url !== undefined && /^https?:\/\/(localhost|[\d.]+)([:/]|$)/.test(url))
      return `inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`
  }
  return null
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}
