import { readBotTokens, type BotTokens } from '@zapis/sdk/contract'
import { StartupError } from './startup-error.ts'

export interface TelegramSettings extends BotTokens {
  /** Where the Bot API is; a stand-in's address too. */
  apiRoot: string
}

type Value = (name: string) => string | undefined

export function readTelegram(value: Value): TelegramSettings {
  const apiRoot = root(value('TELEGRAM_API_ROOT') ?? 'https://api.telegram.org')
  try {
    return { ...readBotTokens(value('TELEGRAM_BOT_TOKEN') ?? ''), apiRoot }
  } catch (error) {
    if (error instanceof RangeError) throw new StartupError(error.message)
    throw error
  }
}

function root(text: string): string {
  if (!URL.canParse(text) || !['http:', 'https:'].includes(new URL(text).protocol))
    throw new StartupError(
      'TELEGRAM_API_ROOT must be an address that begins with https:// or http://.',
    )
  return text.replace(/\/$/, '')
}
