import { setTimeout as sleep } from 'node:timers/promises'
import { TelegramError } from 'telegraf'
import type { Logger } from 'pino'
import type { Route, Running } from '../running.ts'
import { sayIn } from '../texts/say.ts'
import type { TelegramBot } from './bot.ts'

/** Nothing else is asked of Telegram. */
const UPDATES = ['message', 'callback_query'] as const
const PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

/** Asks Telegram for updates, for ever: it goes on after whatever went wrong but a token that is not one. */
export function poll(telegramBot: TelegramBot, log: Logger): Running {
  const { bot } = telegramBot
  const stopping = new AbortController()
  const { signal } = stopping
  let isPolling = false
  const loop = async () => {
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        await introduce(telegramBot, log)
        await bot.launch({ allowedUpdates: [...UPDATES] }, () => (isPolling = true))
        return
      } catch (error) {
        isPolling = false
        if (error instanceof TelegramError && error.code === 401) {
          log.error('TELEGRAM_BOT_TOKEN is not the token of a bot (any more)')
          return
        }
        log.warn({ err: error, failures }, 'Telegram does not give updates')
        const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** failures)
        await sleep(pause, undefined, { signal }).catch(() => undefined)
      }
    }
  }
  const done = loop()
  return {
    async stop() {
      stopping.abort()
      if (isPolling) bot.stop()
      await telegramBot.stop()
      await done
    },
  }
}

/** Lets Telegram bring updates to this address, with a secret that only it knows. */
export async function listen(
  telegramBot: TelegramBot,
  { publicUrl, secret, log }: { publicUrl: string; secret: string; log: Logger },
): Promise<Route> {
  const { bot } = telegramBot
  await introduce(telegramBot, log)
  const path = `/telegram/${bot.botInfo?.id ?? 0}`
  await bot.telegram.setWebhook(`${publicUrl}${path}`, {
    allowed_updates: [...UPDATES],
    secret_token: secret,
  })
  const handle = bot.webhookCallback(path, { secretToken: secret })
  return { path, handle: (request, response) => handle(request, response), stop: telegramBot.stop }
}

/** Who it is, what it can do, and its button beside the text field. What fails here costs only a courtesy. */
async function introduce(
  { bot, patiently, sites, appUrl }: TelegramBot,
  log: Logger,
): Promise<void> {
  bot.botInfo ??= await patiently(() => bot.telegram.getMe())
  try {
    for (const locale of ['ru', 'en'] as const) {
      const say = sayIn(locale)
      const commands = [
        { command: 'book', description: say('commandBook') },
        { command: 'visits', description: say('commandVisits') },
        { command: 'balance', description: say('commandBalance') },
        { command: 'settings', description: say('commandSettings') },
        { command: 'help', description: say('commandHelp') },
      ]
      // English is for everybody whose language has no list of its own.
      const extra = locale === 'ru' ? { language_code: 'ru' } : {}
      await patiently(() => bot.telegram.setMyCommands(commands, extra))
    }
    const [only, ...others] = sites
    const url = only && others.length === 0 ? appUrl(only.organization.slug) : null
    if (url === null) return
    const text = sayIn(only?.organization.locale === 'en' ? 'en' : 'ru')('menu')
    await patiently(() =>
      bot.telegram.setChatMenuButton({ menuButton: { type: 'web_app', text, web_app: { url } } }),
    )
  } catch (error) {
    log.warn({ err: error }, 'Telegram did not take the list of commands')
  }
}
