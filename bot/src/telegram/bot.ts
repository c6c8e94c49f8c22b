import { Telegraf, TelegramError, type Context } from 'telegraf'
import type { Logger } from 'pino'
import type { Site } from '../clinics/site.ts'
import { createConversation } from '../conversation.ts'
import { deliver, release } from './deliver.ts'
import { createPatience } from './patience.ts'
import { read } from './read.ts'

export interface TelegramBotOptions {
  token: string
  apiRoot: string
  /** https: where the clinics' sites open inside of Telegram. */
  publicUrl: string
  sites: readonly Site[]
  log: Logger
}

/** The dialogue in Telegram: updates in, messages out. How updates arrive is decided elsewhere. */
export function createTelegramBot({ token, apiRoot, publicUrl, sites, log }: TelegramBotOptions) {
  const bot = new Telegraf(token, {
    telegram: { apiRoot, webhookReply: false },
    handlerTimeout: Infinity,
  })
  const stopping = new AbortController()
  const patiently = createPatience(stopping.signal)
  const appUrl = (slug: string) =>
    publicUrl.startsWith('https://') ? `${publicUrl}/?clinic=${slug}` : null
  const conversation = createConversation({
    ...{ sites, complain, log },
    messenger: { token, name: 'telegram', source: 'telegram', appUrl },
  })

  async function handle(context: Context): Promise<void> {
    const heard = read(context)
    if (heard === null) return
    const { pressed } = heard
    await conversation.hear(
      `telegram ${bot.botInfo?.id ?? 0}`,
      String(context.update.update_id),
      heard,
      {
        deliver: (reply) => deliver(bot.telegram, patiently, heard, reply),
        async fail(text) {
          if (pressed) await release(bot.telegram, patiently, pressed.callbackId, text)
        },
      },
    )
  }

  function complain(error: unknown): void {
    if (stopping.signal.aborted) return
    // Who has blocked the bot hears nothing, and that is their right.
    if (error instanceof TelegramError && error.code === 403) return
    log.error({ err: error }, 'Telegram did not take an answer')
  }

  bot.use(handle)
  // Without it one failed update would end the polling.
  bot.catch(complain)
  return {
    bot,
    patiently,
    sites,
    appUrl,
    /** Lets what is under way end; what waits for Telegram's leave does not. */
    async stop() {
      stopping.abort()
      await conversation.idle()
    },
  }
}

export type TelegramBot = ReturnType<typeof createTelegramBot>
