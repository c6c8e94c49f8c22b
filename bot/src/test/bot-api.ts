import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Button {
  text: string
  callback_data?: string
  url?: string
  web_app?: { url: string }
  request_contact?: boolean
}

export interface Shown {
  message_id: number
  text: string
  buttons: Button[][]
  /** Reply keyboard that came with it. */
  keyboard: Button[][]
  removesKeyboard: boolean
  document: { name: string; content: string } | null
  edits: number
}

export interface Call {
  method: string
  body: Record<string, unknown>
}

type Update = Record<string, unknown> & { update_id: number }
/** Answers instead of the stand-in; undefined: it answers itself. */
type Refusal = (
  call: Call,
) => { error_code: number; description: string; retry_after?: number } | undefined

/** The HTTP Bot API in small, as core.telegram.org/bots/api has it: long polling, webhooks, messages and their edits. */
export interface BotApi {
  url: string
  token: string
  calls: Call[]
  refuse: Refusal | null
  webhook: { url: string; secret_token?: string } | null
  /** What a chat shows. */
  chat(id: number): Shown[]
  /** Puts an update where getUpdates finds it. */
  push(update: Omit<Update, 'update_id'> & { update_id?: number }): Update
  nextId(): number
  close(): Promise<void>
}

export async function startBotApi(token: string): Promise<BotApi> {
  const chats = new Map<number, Shown[]>()
  const updates: Update[] = []
  const waiting = new Set<() => void>()
  let lastId = 1000
  const server = createServer((request, response) => void serve(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const api: BotApi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    calls: [],
    refuse: null,
    webhook: null,
    chat(id) {
      const chat = chats.get(id) ?? []
      chats.set(id, chat)
      return chat
    },
    push(update) {
      const made = { update_id: ++lastId, ...update }
      updates.push(made)
      for (const wake of waiting) wake()
      return made
    },
    nextId: () => ++lastId,
    async close() {
      for (const wake of waiting) wake()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks)
    const [, given = '', method = ''] = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? '') ?? []
    const call = { method, body: bodyOf(request, raw) }
    if (given !== token) {
      answer(response, { ok: false, error_code: 401, description: 'Unauthorized' })
      return
    }
    api.calls.push(call)
    const refused = api.refuse?.(call)
    if (refused) {
      const { retry_after, ...error } = refused
      answer(response, {
        ok: false,
        ...error,
        ...(retry_after === undefined ? {} : { parameters: { retry_after } }),
      })
      return
    }
    try {
      answer(response, { ok: true, result: await perform(call) })
    } catch (error) {
      answer(response, { ok: false, error_code: 400, description: (error as Error).message })
    }
  }

  async function perform({ method, body }: Call): Promise<unknown> {
    const chatId = Number(body['chat_id'])
    switch (method) {
      case 'getMe':
        return {
          id: Number(token.split(':')[0]),
          is_bot: true,
          first_name: 'Бот',
          username: 'arbat_bot',
        }
      case 'getUpdates':
        return getUpdates(Number(body['offset'] ?? 0), Number(body['timeout'] ?? 0))
      case 'sendMessage':
        return send(chatId, String(body['text']), body['reply_markup'])
      case 'sendDocument':
        return send(chatId, '', undefined, documentIn(body))
      case 'editMessageText':
        return edit(chatId, Number(body['message_id']), String(body['text']), body['reply_markup'])
      case 'setWebhook':
        api.webhook = { url: String(body['url']), secret_token: String(body['secret_token']) }
        return true
      case 'deleteWebhook':
        api.webhook = null
        return true
      case 'answerCallbackQuery':
      case 'setMyCommands':
      case 'setChatMenuButton':
        return true
      default:
        throw new Error('Not Found: method not found')
    }
  }

  async function getUpdates(offset: number, timeout: number): Promise<Update[]> {
    while (updates[0] && updates[0].update_id < offset) updates.shift()
    if (updates.length === 0 && timeout > 0)
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          waiting.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, timeout * 1000)
        waiting.add(wake)
      })
    return updates.slice(0, 100)
  }

  function send(chatId: number, text: string, markup: unknown, document: Shown['document'] = null) {
    if (text.length > 4096) throw new Error('Bad Request: message is too long')
    if (text === '' && document === null) throw new Error('Bad Request: message text is empty')
    const shown: Shown = {
      message_id: api.nextId(),
      text,
      ...keyboards(markup),
      document,
      edits: 0,
    }
    api.chat(chatId).push(shown)
    return messageOf(chatId, shown)
  }

  function edit(chatId: number, messageId: number, text: string, markup: unknown) {
    const shown = api.chat(chatId).find(({ message_id }) => message_id === messageId)
    if (!shown) throw new Error('Bad Request: message to edit not found')
    const { buttons } = keyboards(markup)
    if (shown.text === text && JSON.stringify(shown.buttons) === JSON.stringify(buttons))
      throw new Error(
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
      )
    Object.assign(shown, { text, buttons, edits: shown.edits + 1 })
    return messageOf(chatId, shown)
  }

  return api
}

function messageOf(chatId: number, { message_id, text }: Shown) {
  return { message_id, date: 1, chat: { id: chatId, type: 'private' }, text }
}

/** Checked as Telegram checks them. */
function keyboards(markup: unknown): Pick<Shown, 'buttons' | 'keyboard' | 'removesKeyboard'> {
  const given = (typeof markup === 'string' ? JSON.parse(markup) : (markup ?? {})) as {
    inline_keyboard?: Button[][]
    keyboard?: Button[][]
    remove_keyboard?: boolean
  }
  const buttons = given.inline_keyboard ?? []
  for (const button of buttons.flat()) {
    const { callback_data: data, url, web_app: app } = button
    if (data !== undefined && (data === '' || Buffer.byteLength(data) > 64))
      throw new Error('Bad Request: BUTTON_DATA_INVALID')
    if ([data, url, app].filter((each) => each !== undefined).length !== 1)
      throw new Error('Bad Request: Text buttons are unallowed in the inline keyboard')
    if (button.text === '') throw new Error('Bad Request: button text is empty')
    if (app && !app.url.startsWith('https://'))
      throw new Error(
        'Bad Request: inline keyboard button Web App URL is invalid: Only HTTPS links are allowed',
      )
  }
  return {
    buttons,
    keyboard: given.keyboard ?? [],
    removesKeyboard: given.remove_keyboard === true,
  }
}

function answer(
  response: ServerResponse,
  body: { ok: boolean; error_code?: number; description?: string; result?: unknown },
): void {
  response.writeHead(body.error_code ?? 200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

/** JSON, or a form with a file. */
function bodyOf(request: IncomingMessage, raw: Buffer): Record<string, unknown> {
  const type = request.headers['content-type'] ?? ''
  const boundary = /boundary=(.+)$/.exec(type)?.[1]
  if (boundary === undefined) {
    const query = new URL(request.url ?? '/', 'http://x').searchParams
    return raw.length > 0
      ? (JSON.parse(raw.toString()) as Record<string, unknown>)
      : Object.fromEntries(query)
  }
  const body: Record<string, unknown> = {}
  for (const part of raw.toString().split(`--${boundary}`)) {
    const at = part.indexOf('\r\n\r\n')
    if (at < 0) continue
    const head = part.slice(0, at)
    const content = part.slice(at + 4).replace(/\r\n$/, '')
    const name = /name="([^"]*)"/.exec(head)?.[1] ?? ''
    const file = /filename="?([^";\r\n]*)/.exec(head)?.[1]
    body[file === undefined ? name : 'file'] =
      file === undefined ? content : { name: file, content }
  }
  return body
}

function documentIn(body: Record<string, unknown>): Shown['document'] {
  return (body['file'] as Shown['document'] | undefined) ?? null
}
