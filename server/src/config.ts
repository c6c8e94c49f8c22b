import {
  readStripe,
  readYookassa,
  type StripeSettings,
  type YookassaSettings,
} from './config-payments.ts'
import { readPush, type PushSettings } from './config-push.ts'
import { readMax, type MaxSettings } from './config-max.ts'
import { readTelegram, type TelegramSettings } from './config-telegram.ts'
import { readWhatsapp, type WhatsappSettings } from './config-whatsapp.ts'
import { StartupError } from './startup-error.ts'

export type ProcessRole = 'all' | 'api' | 'worker' | 'bot'

export interface Config {
  role: ProcessRole
  port: number
  host: string
  /** Where the outside reaches this program; links and token issuers are made of it. */
  publicUrl: string
  /** undefined = the embedded one. */
  databaseUrl: string | undefined
  redisUrl: string | undefined
  dataDir: string
  /** undefined = made once and kept in the data folder. */
  secretKey: string | undefined
  production: boolean
  logLevel: string
  rateLimit: boolean
  signup: boolean
  demo: boolean
  /** Proxies whose X-Forwarded-For is believed: addresses or CIDR blocks. */
  trustedProxies: string[]
  databaseConnections: number
  /** How long a request waits for one of them. */
  databaseWaitMs: number
  smtpUrl: string | undefined
  mailFrom: string
  /** Replies are checked against the contract too. */
  checkReplies: boolean
  /** Webhooks may go to private addresses and http: tests and private networks. */
  webhookPrivate: boolean
  /** Which clinic's site a host is, by the clinic's slug. */
  siteHosts: ReadonlyMap<string, string>
  push: PushSettings
  /** Whose Mini Apps and bots sign clients in, and tell them of their visits. */
  telegram: TelegramSettings
  /** The bot in MAX, for all clinics; null: there is none. */
  max: MaxSettings | null
  whatsapp: WhatsappSettings | null
  stripe: StripeSettings | null
  yookassa: YookassaSettings | null
}

type Environment = Record<string, string | undefined>

/** The only reader of the environment. A wrong value is one clear line that names the variable. */
export function readConfig(environment: Environment): Config {
  const value = (name: string) => environment[name]?.trim() || undefined
  const production = value('NODE_ENV') === 'production'
  const databaseUrl = url(value('DATABASE_URL'), 'DATABASE_URL', ['postgres:', 'postgresql:'])
  const port = integer(value('PORT') ?? '3000', 'PORT', 0, 65535)
  const demo = flag(value('SEED_DEMO'), 'SEED_DEMO') ?? databaseUrl === undefined
  const secretKey = value('SECRET_KEY')
  if (production && secretKey === undefined)
    throw new StartupError(
      'SECRET_KEY is required when NODE_ENV=production (32 characters or more).',
    )
  if (secretKey !== undefined && secretKey.length < 32)
    throw new StartupError('SECRET_KEY must have at least 32 characters.')
  return {
    role: choice(value('ROLE') ?? 'all', 'ROLE', ['all', 'api', 'worker', 'bot']),
    port,
    host: value('HOST') ?? '0.0.0.0',
    publicUrl: (
      url(value('PUBLIC_URL'), 'PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`
    ).replace(/\/$/, ''),
    databaseUrl,
    redisUrl: url(value('REDIS_URL'), 'REDIS_URL', ['redis:', 'rediss:', 'unix:']),
    dataDir: value('DATA_DIR') ?? '.data',
    secretKey,
    production,
    logLevel: choice(
      value('LOG_LEVEL') ?? (value('NODE_ENV') === 'test' ? 'silent' : 'info'),
      'LOG_LEVEL',
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    ),
    rateLimit: choice(value('RATE_LIMIT') ?? 'on', 'RATE_LIMIT', ['on', 'off']) === 'on',
    signup:
      choice(value('SIGNUP') ?? (demo ? 'open' : 'closed'), 'SIGNUP', ['open', 'closed']) ===
      'open',
    demo,
    trustedProxies:
      value('TRUSTED_PROXIES')
        ?.split(',')
        .map((entry) => entry.trim()) ?? [],
    databaseConnections: integer(
      value('DATABASE_CONNECTIONS') ?? '10',
      'DATABASE_CONNECTIONS',
      2,
      500,
    ),
    databaseWaitMs: integer(value('DATABASE_WAIT_MS') ?? '2000', 'DATABASE_WAIT_MS', 100, 60_000),
    smtpUrl: url(value('SMTP_URL'), 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: value('MAIL_FROM') ?? 'Zapis <no-reply@localhost>',
    checkReplies:
      value('NODE_ENV') === 'test' || (flag(value('CHECK_REPLIES'), 'CHECK_REPLIES') ?? false),
    webhookPrivate: flag(value('WEBHOOK_PRIVATE'), 'WEBHOOK_PRIVATE') ?? false,
    siteHosts: siteHosts(value('SITE_HOSTS') ?? ''),
    push: readPush(value),
    telegram: readTelegram(value),
    max: readMax(value),
    whatsapp: readWhatsapp(value),
    stripe: readStripe(value),
    yookassa: readYookassa(value),
  }
}

function integer(text: string, name: string, least: number, most: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < least || number > most)
    throw new StartupError(
      `${name} must be a whole number from ${least} to ${most}, not "${text}".`,
    )
  return number
}

function choice<T extends string>(text: string, name: string, values: readonly T[]): T {
  const found = values.find((value) => value === text)
  if (found === undefined)
    throw new StartupError(`${name} must be one of ${values.join(', ')}, not "${text}".`)
  return found
}

/** `book.clinic.example=arbat,…` */
function siteHosts(text: string): Map<string, string> {
  const entries = text.split(',').flatMap((entry) => entry.trim() || [])
  return new Map(
    entries.map((entry) => {
      const match = /^([a-z0-9.-]+)=([a-z0-9-]+)$/.exec(entry)
      if (match === null)
        throw new StartupError(
          `SITE_HOSTS must be like book.clinic.example=slug,…, not "${entry}".`,
        )
      return [match[1] ?? '', match[2] ?? '']
    }),
  )
}

function flag(text: string | undefined, name: string): boolean | undefined {
  return text === undefined ? undefined : choice(text, name, ['0', '1']) === '1'
}

function url(text: string | undefined, name: string, protocols: string[]): string | undefined {
  if (text === undefined) return undefined
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
    throw new StartupError(
      `${name} must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`,
    )
  return text
}
