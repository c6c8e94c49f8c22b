import { setTimeout as sleep } from 'node:timers/promises'

/** Buttons of dev.max.ru/docs-api. */
export type MaxButton =
  | { type: 'callback'; text: string; payload: string }
  | { type: 'link'; text: string; url: string }
  | { type: 'request_contact'; text: string }
  /** `web_app` is the name of the bot whose Mini App it is. */
  | { type: 'open_app'; text: string; web_app: string; payload: string }

export type Attachment =
  | { type: 'inline_keyboard'; payload: { buttons: MaxButton[][] } }
  | { type: 'file'; payload: { token: string } }

export interface NewMessage {
  text: string
  /** An empty list takes away what was there. */
  attachments: Attachment[]
}

export interface MaxUser {
  user_id: number
  first_name?: string
  last_name?: string | null
  name?: string
  is_bot?: boolean
}

export interface MaxUpdate {
  update_type: string
  timestamp: number
  user_locale?: string | null
  /** Of `bot_started`. */
  user?: MaxUser
  payload?: string | null
  callback?: { callback_id: string; payload?: string; user: MaxUser }
  message?: {
    sender?: MaxUser
    recipient?: { chat_type?: string }
    body?: { mid: string; text?: string | null; attachments?: unknown[] | null }
  } | null
}

export class MaxError extends Error {
  override readonly name = 'MaxError'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string) {
    super(`MAX answered ${status} ${code}`)
    this.status = status
    this.code = code
  }
}

export interface MaxApi {
  me(): Promise<{ user_id: number; username?: string | null }>
  updates(
    marker: number | null,
    signal: AbortSignal,
  ): Promise<{ updates: MaxUpdate[]; marker: number | null }>
  send(userId: number, message: NewMessage): Promise<void>
  /** Answers a pressed button: changes its message, says something in passing. */
  answer(callbackId: string, answer: { message?: NewMessage; notification?: string }): Promise<void>
  upload(name: string, content: string): Promise<string>
  commands(list: { name: string; description: string }[]): Promise<void>
  subscribe(url: string, secret: string): Promise<void>
}

const LONG_POLL_SECONDS = 30
const PATIENCE_MS = 20_000
const TRIES = 4
const TYPES = ['message_created', 'message_callback', 'bot_started']

/** Not `AbortSignal.any`: it holds a timeout weakly, and the garbage collector takes it away (Node 20). */
function orAfter(ms: number, signal: AbortSignal): { signal: AbortSignal; end(): void } {
  const both = new AbortController()
  const stop = () => both.abort()
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop)
  const patience = setTimeout(stop, ms)
  const end = () => {
    clearTimeout(patience)
    signal.removeEventListener('abort', stop)
  }
  return { signal: both.signal, end }
}

/** MAX's Bot API over HTTP. The token goes in a header, without Bearer; 429 is waited out. */
export function createMaxApi({ apiRoot, token }: { apiRoot: string; token: string }): MaxApi {
  async function once(
    method: string,
    path: string,
    body: unknown,
    signal: AbortSignal,
  ): Promise<unknown> {
    const response = await fetch(`${apiRoot}${path}`, {
      method,
      headers: { authorization: token, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal,
    })
    const json: unknown = await response.json().catch(() => null)
    if (!response.ok) throw new MaxError(response.status, textOf(member(json, 'code')))
    return json
  }

  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    for (let tries = 1; ; tries++) {
      try {
        return await once(method, path, body, AbortSignal.timeout(PATIENCE_MS))
      } catch (error) {
        const isBusy = error instanceof MaxError && error.status === 429
        if (!isBusy || tries === TRIES) throw error
        await sleep(1000 * tries)
      }
    }
  }

  return {
    async me() {
      const me = await call('GET', '/me')
      return { user_id: Number(member(me, 'user_id')) }
    },
    async updates(marker, signal) {
      const query = new URLSearchParams({
        timeout: String(LONG_POLL_SECONDS),
        types: TYPES.join(','),
        ...(marker === null ? {} : { marker: String(marker) }),
      })
      const poll = orAfter(LONG_POLL_SECONDS * 1000 + PATIENCE_MS, signal)
      const json = await once('GET', `/updates?${query}`, undefined, poll.signal).finally(poll.end)
      const next = member(json, 'marker')
      return { updates: updatesIn(json), marker: typeof next === 'number' ? next : marker }
    },
    async send(userId, message) {
      await call('POST', `/messages?user_id=${userId}`, message)
    },
    async answer(callbackId, answer) {
      await call('POST', `/answers?callback_id=${encodeURIComponent(callbackId)}`, answer)
    },
    async upload(name, content) {
      const url = textOf(member(await call('POST', '/uploads?type=file'), 'url'))
      const form = new FormData()
      form.set('data', new Blob([content]), name)
      const response = await fetch(url, { method: 'POST', body: form })
      const token = member(await response.json().catch(() => null), 'token')
      if (!response.ok || typeof token !== 'string') throw new MaxError(response.status, 'upload')
      return token
    },
    async commands(list) {
      await call('PATCH', '/me', { commands: list })
    },
    async subscribe(url, secret) {
      await call('POST', '/subscriptions', { url, secret, update_types: TYPES })
    },
  }
}

function updatesIn(json: unknown): MaxUpdate[] {
  const updates = member(json, 'updates')
  return Array.isArray(updates) ? updates.filter(isUpdate) : []
}

/** What else it holds is looked at when it is read. */
export function isUpdate(value: unknown): value is MaxUpdate {
  return (
    typeof member(value, 'update_type') === 'string' &&
    typeof member(value, 'timestamp') === 'number'
  )
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}
