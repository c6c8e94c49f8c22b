import type { IncomingMessage, ServerResponse } from 'node:http'
import { createHash, timingSafeEqual } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Site } from '../clinics/site.ts'
import { createConversation } from '../conversation.ts'
import type { Choice, Reply } from '../dialogue/reply.ts'
import type { Route, Running } from '../running.ts'
import { sayIn } from '../texts/say.ts'
import {
  createMaxApi,
  isUpdate,
  MaxError,
  type Attachment,
  type MaxApi,
  type MaxButton,
  type MaxUpdate,
  type NewMessage,
} from './api.ts'
import { read, type MaxHeard } from './read.ts'

export interface MaxBotOptions {
  token: string
  apiRoot: string
  publicUrl: string
  /** The bot's name, where its Mini App is registered with MAX. */
  app: string | null
  sites: readonly Site[]
  log: Logger
}

const LONGEST_TEXT = 4000
const PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000
const LONGEST_BODY = 1_000_000

/** The same dialogue in MAX. */
export function createMaxBot(options: MaxBotOptions) {
  const { token, apiRoot, publicUrl, app, sites, log } = options
  const api = createMaxApi({ apiRoot, token })
  const conversation = createConversation({
    ...{ sites, log },
    messenger: {
      ...{ token, name: 'max', source: 'api' },
      appUrl: (slug) => (publicUrl.startsWith('https://') ? `${publicUrl}/?clinic=${slug}` : null),
    },
    complain(error) {
      // Who has blocked the bot hears nothing, and that is their right.
      if (error instanceof MaxError && error.status === 403) return
      log.error({ err: error }, 'MAX did not take an answer')
    },
  })
  return {
    api,
    async handle(update: MaxUpdate): Promise<void> {
      const heard = read(update)
      if (heard === null) return
      await conversation.hear('max', heard.updateId, heard, {
        deliver: (reply) => deliver({ api, app }, heard, reply),
        fail: (text) => deliver({ api, app }, heard, { text, choices: [] }),
      })
    },
    idle: conversation.idle,
  }
}

type MaxBot = ReturnType<typeof createMaxBot>

async function deliver(
  { api, app }: { api: MaxApi; app: string | null },
  { account, callbackId }: MaxHeard,
  reply: Reply,
): Promise<void> {
  const message = messageOf(reply, app)
  const { notice, file } = reply
  if (callbackId === null) await api.send(account.id, message)
  else await api.answer(callbackId, { message, ...(notice ? { notification: notice } : {}) })
  if (!file) return
  const uploaded = await api.upload(file.name, file.content)
  const attachments: Attachment[] = [{ type: 'file', payload: { token: uploaded } }]
  await api.send(account.id, { text: '', attachments })
}

function messageOf({ text, choices, askContact }: Reply, app: string | null): NewMessage {
  const buttons = choices.map((row) => row.map((choice) => buttonOf(choice, app)))
  if (askContact !== undefined) buttons.unshift([{ type: 'request_contact', text: askContact }])
  const attachments: Attachment[] =
    buttons.length > 0 ? [{ type: 'inline_keyboard', payload: { buttons } }] : []
  return { text: text.slice(0, LONGEST_TEXT), attachments }
}

function buttonOf(choice: Choice, app: string | null): MaxButton {
  const { text } = choice
  if ('data' in choice) return { type: 'callback', text, payload: choice.data }
  if ('url' in choice) return { type: 'link', text, url: choice.url }
  // An app that MAX does not know is a page: it opens in the browser.
  if (app === null) return { type: 'link', text, url: choice.app }
  const clinic = new URL(choice.app).searchParams.get('clinic') ?? ''
  // Others may give payloads of their own to the same app.
  return { type: 'open_app', text, web_app: app, payload: `clinic-${clinic}` }
}

/** Asks MAX for updates, for ever. */
export function poll(bot: MaxBot, log: Logger): Running {
  const stopping = new AbortController()
  const { signal } = stopping
  const loop = async () => {
    let marker: number | null = null
    for (let failures = 0; !signal.aborted;) {
      try {
        const answer = await bot.api.updates(marker, signal)
        await Promise.all(answer.updates.map((update) => bot.handle(update)))
        // After the answers: what was not answered is brought again.
        marker = answer.marker
        failures = 0
      } catch (error) {
        if (isStopped(signal)) return
        if (error instanceof MaxError && error.status === 401) {
          log.error('MAX_BOT_TOKEN is not the token of a bot (any more)')
          return
        }
        log.warn({ err: error, failures }, 'MAX does not give updates')
        const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** failures++)
        await sleep(pause, undefined, { signal }).catch(() => undefined)
      }
    }
  }
  void introduce(bot, log)
  const done = loop()
  return {
    async stop() {
      stopping.abort()
      await done
      await bot.idle()
    },
  }
}

function isStopped({ aborted }: AbortSignal): boolean {
  return aborted
}

/** Lets MAX bring updates to this address, with a secret that only it knows. */
export async function listen(
  bot: MaxBot,
  { publicUrl, secret, log }: { publicUrl: string; secret: string; log: Logger },
): Promise<Route> {
  const path = '/max'
  await introduce(bot, log)
  await bot.api.subscribe(`${publicUrl}${path}`, secret)
  return {
    path,
    stop: () => bot.idle(),
    async handle(request, response) {
      const given = request.headers['x-max-bot-api-secret']
      if (request.method !== 'POST' || !isSame(String(given ?? ''), secret)) {
        response.writeHead(403).end()
        return
      }
      await take(bot, request, response)
    },
  }
}

async function take(
  bot: MaxBot,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const update = parse(await bodyOf(request))
  if (isUpdate(update)) await bot.handle(update)
  response.writeHead(isUpdate(update) ? 200 : 400).end()
}

async function introduce({ api }: MaxBot, log: Logger): Promise<void> {
  const say = sayIn('ru')
  try {
    await api.commands([
      { name: 'book', description: say('commandBook') },
      { name: 'visits', description: say('commandVisits') },
      { name: 'balance', description: say('commandBalance') },
      { name: 'settings', description: say('commandSettings') },
      { name: 'help', description: say('commandHelp') },
    ])
  } catch (error) {
    log.warn({ err: error }, 'MAX did not take the list of commands')
  }
}

/** In constant time, whatever the lengths are. */
function isSame(given: string, secret: string): boolean {
  const [a, b] = [given, secret].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > LONGEST_BODY) return ''
  }
  return text
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
