import ipaddr from 'ipaddr.js'
import { StartupError } from './startup-error.ts'

export interface StripeSettings {
  secretKey: string
  webhookSecret: string
  apiBase: string
}

export interface YookassaSettings {
  shopId: string
  secretKey: string
  apiBase: string
  /** Where its notifications come from, addresses or CIDR blocks: they carry no signature. */
  webhookAddresses: string[]
  /** Of 54-ФЗ receipts: 1 = without VAT. */
  vatCode: number
}

type Value = (name: string) => string | undefined

/** As YooKassa publishes them. */
const YOOKASSA_ADDRESSES =
  '185.71.76.0/27,185.71.77.0/27,77.75.153.0/25,77.75.154.128/25,77.75.156.11,77.75.156.35,2a02:5180::/32'

/** null: it is not set up. */
export function readStripe(value: Value): StripeSettings | null {
  const found = together(value, ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'])
  if (found === null) return null
  const [secretKey = '', webhookSecret = ''] = found
  return {
    secretKey,
    webhookSecret,
    apiBase: base(value, 'STRIPE_API_BASE', 'https://api.stripe.com'),
  }
}

/** null: it is not set up. */
export function readYookassa(value: Value): YookassaSettings | null {
  const found = together(value, ['YOOKASSA_SHOP_ID', 'YOOKASSA_SECRET_KEY'])
  if (found === null) return null
  const [shopId = '', secretKey = ''] = found
  if (shopId.includes(':'))
    throw new StartupError('YOOKASSA_SHOP_ID must be the number of the shop.')
  return {
    shopId,
    secretKey,
    apiBase: base(value, 'YOOKASSA_API_BASE', 'https://api.yookassa.ru/v3'),
    webhookAddresses: addresses(value('YOOKASSA_WEBHOOK_ADDRESSES') ?? YOOKASSA_ADDRESSES),
    vatCode: vatCode(value('YOOKASSA_VAT_CODE') ?? '1'),
  }
}

/** All of them or none. */
function together(value: Value, names: string[]): string[] | null {
  const values = names.map(value)
  const missing = names.filter((_, index) => values[index] === undefined)
  if (missing.length === names.length) return null
  if (missing.length > 0)
    throw new StartupError(
      `${missing.join(', ')} must be set too: ${names.join(' and ')} belong together.`,
    )
  return values.map((text) => text ?? '')
}

function base(value: Value, name: string, standard: string): string {
  const text = value(name) ?? standard
  if (!URL.canParse(text) || !['http:', 'https:'].includes(new URL(text).protocol))
    throw new StartupError(`${name} must be an address that begins with https:// or http://.`)
  return text.replace(/\/$/, '')
}

function addresses(text: string): string[] {
  const list = text.split(',').map((entry) => entry.trim())
  const wrong = list.find((entry) => !ipaddr.isValid(entry) && !ipaddr.isValidCIDR(entry))
  if (wrong !== undefined)
    throw new StartupError(
      `YOOKASSA_WEBHOOK_ADDRESSES must be addresses or CIDR blocks divided by commas, not "${wrong}".`,
    )
  return list
}

function vatCode(text: string): number {
  if (!/^([1-9]|1[0-2])$/.test(text))
    throw new StartupError(`YOOKASSA_VAT_CODE must be a whole number from 1 to 12, not "${text}".`)
  return Number(text)
}
