import { described, object, type Schema } from './schema.ts'

export const id: Schema = {
  description: 'Identifier.',
  type: 'integer',
  minimum: 1,
  maximum: 2147483647,
  examples: [1],
}
export const version: Schema = {
  description:
    'Grows with every change; also the ETag. Send it as If-Match to refuse a change to something newer.',
  type: 'integer',
  minimum: 1,
  examples: [1],
}
export const instant: Schema = {
  description: 'An instant, RFC 3339 with an offset.',
  type: 'string',
  format: 'date-time',
  maxLength: 40,
  examples: ['2027-01-11T10:00:00+03:00'],
}
export const localDate: Schema = {
  description: 'A calendar date of the location, YYYY-MM-DD.',
  type: 'string',
  format: 'date',
  maxLength: 10,
  examples: ['2027-01-11'],
}
export const localTime: Schema = {
  description: 'A local time of the location, HH:MM; 24:00 is the end of the day.',
  type: 'string',
  pattern: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$',
  examples: ['09:00'],
}
export const timeZone: Schema = {
  description: 'IANA time zone.',
  type: 'string',
  format: 'time-zone',
  maxLength: 64,
  examples: ['Europe/Moscow'],
}
export const locale: Schema = {
  description: 'Language.',
  type: 'string',
  enum: ['ru', 'en'],
  examples: ['ru'],
}
export const currency: Schema = {
  description: 'ISO 4217 currency.',
  type: 'string',
  format: 'currency',
  examples: ['RUB'],
}
export const email: Schema = {
  description: 'E-mail address.',
  type: 'string',
  format: 'email',
  maxLength: 254,
  examples: ['anna@example.com'],
}
export const phone: Schema = {
  description:
    'Phone number; E.164 in answers. A number without a country code is read as one of the organization’s country.',
  type: 'string',
  minLength: 5,
  maxLength: 32,
  examples: ['+79161234567'],
}
export const url: Schema = {
  description: 'https address.',
  type: 'string',
  format: 'https-url',
  maxLength: 2000,
  examples: ['https://clinic.example/photo.jpg'],
}
export const password: Schema = {
  description: 'Password, at least 10 characters.',
  type: 'string',
  minLength: 10,
  maxLength: 200,
  examples: ['correct horse battery'],
}

export function text(description: string, max: number, example?: string, min = 0): Schema {
  return {
    description,
    type: 'string',
    maxLength: max,
    ...(min ? { minLength: min } : {}),
    ...(example ? { examples: [example] } : {}),
  }
}
export function flag(description: string, example = false): Schema {
  return { description, type: 'boolean', examples: [example] }
}
export function integer(
  description: string,
  minimum: number,
  maximum: number,
  example: number,
): Schema {
  return { description, type: 'integer', minimum, maximum, examples: [example] }
}
export function choice(
  description: string,
  values: readonly string[],
  example = values[0],
): Schema {
  return { description, type: 'string', enum: values, examples: [example] }
}

/** Larger amounts than 10^12 minor units are refused: no clinic has them, and doubles stay exact. */
export const maxAmount = 1_000_000_000_000

export const amount: Schema = integer(
  'Amount in minor units (kopeks, cents).',
  0,
  maxAmount,
  250000,
)

/** Of money that moves: nothing is not a sum. */
export const sum: Schema = integer('Amount in minor units, above 0.', 1, maxAmount, 250000)

export const money = object('Money', 'An amount in the organization’s currency.', {
  amount: { description: 'Minor units (kopeks, cents).', type: 'integer', examples: [250000] },
  currency,
})

export const idParams = object('IdParams', 'Which one.', { id })

export const archivedAt = described(
  { type: ['string', 'null'], format: 'date-time' },
  'When it was archived; null while in use.',
  null,
)
export const createdAt = described(instant, 'When it was made.', '2026-11-22T09:00:00Z')
export const updatedAt = described(instant, 'When it last changed.', '2026-11-22T09:00:00Z')

export const paging = {
  limit: { ...integer('How many at most.', 1, 100, 20), default: 20 },
  cursor: text('`next_cursor` of the page before.', 2000, 'eyJpZCI6MjB9'),
}
export const pagingOptional = ['limit', 'cursor'] as const

/** What a calendar takes. */
export const calendarFile: Schema = {
  description: 'An iCalendar file (RFC 5545).',
  type: 'string',
  examples: ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…\r\nEND:VCALENDAR\r\n'],
}

/** Translations of some text fields, by language; the field itself is in the organization’s language. */
export function translations(title: string, fields: Record<string, Schema>): Schema {
  const language = object(`${title}Texts`, 'Texts in one language.', fields, Object.keys(fields))
  return object(
    `${title}Translations`,
    'Texts in other languages.',
    { ru: language, en: language },
    ['ru', 'en'],
  )
}

export const slug: Schema = {
  description: 'Short name in addresses: lower-case latin letters, digits, hyphens.',
  type: 'string',
  pattern: '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$',
  maxLength: 63,
  examples: ['arbat-clinic'],
}

/** Both dates are of the range. */
export const dateRange = {
  from: described(localDate, 'First date.', '2027-01-01'),
  to: described(localDate, 'Last date.', '2027-12-31'),
}

export const pageQuery = object('PageQuery', 'Which page.', { ...paging }, [...pagingOptional])
