import { readBotTokens, type BotTokens } from '@zapis/sdk/contract'

export interface Config {
  /** Publishable keys of the clinics. */
  apiKeys: string[]
  /** Where this program reaches the API. */
  apiUrl: string
  /** Where clients reach the clinic's site. */
  publicUrl: string
  logLevel: string
  telegram: BotTokens & { apiRoot: string; webhookSecret: string | null }
  max: { token: string | null; apiRoot: string; webhookSecret: string | null; app: string | null }
  /** Where webhooks arrive; used where a webhook secret is set. */
  port: number
}

type Environment = Record<string, string | undefined>

/** What is wrong with the settings, in one line that names the variable. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
}

/** `lenient`: a token alone is no bot yet, since it signs clients of a Mini App in as well; keys alone are a console. */
export function readConfig(environment: Environment, { lenient = false } = {}): Config {
  const value = (name: string) => environment[name]?.trim() || undefined
  const port = value('PORT') ?? '3000'
  const publicUrl = address(value('PUBLIC_URL') ?? `http://localhost:${port}`, 'PUBLIC_URL')
  const config: Config = {
    apiKeys: keys(value('BOT_API_KEYS') ?? (isDemo(value) ? 'pk_demo' : '')),
    apiUrl: address(value('API_URL') ?? `http://127.0.0.1:${port}`, 'API_URL'),
    publicUrl,
    logLevel: value('LOG_LEVEL') ?? 'info',
    telegram: {
      ...tokens(value('TELEGRAM_BOT_TOKEN') ?? ''),
      apiRoot: address(
        value('TELEGRAM_API_ROOT') ?? 'https://api.telegram.org',
        'TELEGRAM_API_ROOT',
      ),
      webhookSecret: secret(value('TELEGRAM_WEBHOOK_SECRET'), 'TELEGRAM_WEBHOOK_SECRET'),
    },
    max: {
      token: value('MAX_BOT_TOKEN') ?? null,
      apiRoot: address(value('MAX_API_ROOT') ?? 'https://platform-api2.max.ru', 'MAX_API_ROOT'),
      webhookSecret: secret(value('MAX_WEBHOOK_SECRET'), 'MAX_WEBHOOK_SECRET'),
      app: appName(value('MAX_APP')),
    },
    port: portOf(value('BOT_PORT') ?? '3001'),
  }
  const { telegram, max } = config
  if (!lenient && telegram.shared === null && telegram.own.size === 0 && max.token === null)
    throw new SettingError('TELEGRAM_BOT_TOKEN or MAX_BOT_TOKEN must be set: whose bot is it?')
  if (config.apiKeys.length === 0 && !lenient)
    throw new SettingError(
      'BOT_API_KEYS must name the clinics of the bot: their publishable keys, pk_…, divided by commas.',
    )
  if ((telegram.webhookSecret ?? max.webhookSecret) !== null && !publicUrl.startsWith('https://'))
    throw new SettingError('PUBLIC_URL must begin with https:// for webhooks to arrive.')
  return config
}

/** As the server decides it. */
function isDemo(value: (name: string) => string | undefined): boolean {
  const flag = value('SEED_DEMO')
  return flag === undefined ? value('DATABASE_URL') === undefined : flag === '1'
}

function tokens(text: string): BotTokens {
  try {
    return readBotTokens(text)
  } catch (error) {
    if (error instanceof RangeError) throw new SettingError(error.message)
    throw error
  }
}

function keys(text: string): string[] {
  const list = text.split(',').flatMap((entry) => entry.trim() || [])
  const wrong = list.find((entry) => !entry.startsWith('pk_'))
  if (wrong !== undefined)
    throw new SettingError('BOT_API_KEYS must be publishable keys, pk_…, divided by commas.')
  return list
}

function address(text: string, name: string): string {
  if (!URL.canParse(text) || !['http:', 'https:'].includes(new URL(text).protocol))
    throw new SettingError(`${name} must be an address that begins with https:// or http://.`)
  return text.replace(/\/$/, '')
}

function secret(text: string | undefined, name: string): string | null {
  if (text !== undefined && !/^[\w-]{16,256}$/.test(text))
    throw new SettingError(`${name} must be 16 to 256 letters, digits, _ and -.`)
  return text ?? null
}

function appName(text: string | undefined): string | null {
  if (text !== undefined && !/^\w{3,64}$/.test(text))
    throw new SettingError(
      'MAX_APP must be the name of the bot whose Mini App it is, without an address: my_bot.',
    )
  return text ?? null
}

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535)
    throw new SettingError(`BOT_PORT must be a whole number from 0 to 65535, not "${text}".`)
  return port
}
