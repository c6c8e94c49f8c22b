import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MaxButton, MaxUpdate, NewMessage } from '../max/api.ts'

interface Shown {
  mid: string
  text: string
  buttons: MaxButton[]
}

/** MAX's Bot API in small, as dev.max.ru/docs-api has it. */
export interface MaxStandIn {
  url: string
  chat(userId: number): Shown[]
  calls: { method: string; path: string; body: unknown }[]
  refuse: ((path: string) => { status: number; code: string } | undefined) | null
  push(update: MaxUpdate): void
  close(): Promise<void>
}

export async function startMaxApi(token: string): Promise<MaxStandIn> {
  const chats = new Map<number, Shown[]>()
  const updates: MaxUpdate[] = []
  const waiting = new Set<() => void>()
  const files: string[] = []
  let lastId = 0
  let taken = 0
  const server = createServer((request, response) => void serve(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const api: MaxStandIn = {
    url,
    calls: [],
    refuse: null,
    chat(userId) {
      const chat = chats.get(userId) ?? []
      chats.set(userId, chat)
      return chat
    },
    push(update) {
      updates.push(update)
      for (const wake of waiting) wake()
    },
    async close() {
      for (const wake of waiting) wake()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks).toString()
    const { pathname: path, searchParams } = new URL(request.url ?? '/', url)
    const reply = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    if (path === '/files') {
      files.push(raw)
      reply(200, { token: 'file-token' })
      return
    }
    if (request.headers.authorization !== token) {
      reply(401, { code: 'verify.token', message: 'Invalid access_token' })
      return
    }
    const body = raw === '' ? null : (JSON.parse(raw) as Record<string, unknown>)
    api.calls.push({ method: request.method ?? '', path, body })
    const refused = api.refuse?.(path)
    if (refused) reply(refused.status, { code: refused.code, message: '' })
    else await perform(path, searchParams, body, reply)
  }

  async function perform(
    path: string,
    query: URLSearchParams,
    body: Record<string, unknown> | null,
    reply: (status: number, body: unknown) => void,
  ): Promise<void> {
    switch (path) {
      case '/updates':
        // Without a marker: what was not taken yet.
        taken = Number(query.get('marker') ?? taken)
        reply(200, await updatesAfter(taken))
        return
      case '/messages': {
        const shown = { mid: `mid.${++lastId}`, ...contentOf(body) }
        api.chat(Number(query.get('user_id'))).push(shown)
        reply(200, { message: { body: { mid: shown.mid } } })
        return
      }
      case '/answers': {
        const [userId, mid] = (query.get('callback_id') ?? '').split('|')
        const shown = api.chat(Number(userId)).find((each) => each.mid === mid)
        if (shown && body?.['message']) Object.assign(shown, contentOf(body['message']))
        reply(shown ? 200 : 404, { success: shown !== undefined })
        return
      }
      case '/uploads':
        reply(200, { url: `${url}/files` })
        return
      default:
        reply(200, { success: true, user_id: 1 })
    }
  }

  async function updatesAfter(marker: number) {
    if (updates.length <= marker)
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          waiting.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, 30_000)
        waiting.add(wake)
      })
    return { updates: updates.slice(marker), marker: updates.length }
  }

  return api
}

/** Checked as MAX checks it. */
function contentOf(message: unknown): Pick<Shown, 'text' | 'buttons'> {
  const { text, attachments } = message as NewMessage
  const buttons = attachments.flatMap((each) =>
    each.type === 'inline_keyboard' ? each.payload.buttons.flat() : [],
  )
  for (const button of buttons)
    if (button.type === 'callback' && button.payload.length > 1024)
      throw new Error('the payload is too long')
  return { text, buttons }
}
