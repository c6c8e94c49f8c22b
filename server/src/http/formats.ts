import type { Ajv2020 } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { isZoneName } from '../zone-names.ts'

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/
const currencies = new Set(Intl.supportedValuesOf('currency'))

/** Years outside are typing errors, and PostgreSQL and Date disagree about some of them. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2099

function isDate(text: string): boolean {
  const match = DATE.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < FIRST_YEAR || year > LAST_YEAR) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function isInstant(text: string): boolean {
  const match = INSTANT.exec(text)
  if (!match || !isDate(text.slice(0, 10))) return false
  const offset = match[8] ?? ''
  const [hours, minutes] =
    offset.length === 6 ? [Number(offset.slice(1, 3)), Number(offset.slice(4))] : [0, 0]
  return (
    Number(match[4]) < 24 &&
    Number(match[5]) < 60 &&
    Number(match[6]) < 60 &&
    hours <= 14 &&
    minutes < 60
  )
}

function isUrl(text: string, protocols: string[]): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return protocols.includes(url.protocol) && url.username === '' && url.password === ''
}

export function registerFormats(ajv: Ajv2020): void {
  ajv.addFormat('email', fullFormats.email)
  ajv.addFormat('date', isDate)
  ajv.addFormat('date-time', isInstant)
  ajv.addFormat('date-or-instant', (text: string) => isDate(text) || isInstant(text))
  ajv.addFormat('time-zone', isZoneName)
  ajv.addFormat('currency', (text: string) => currencies.has(text))
  ajv.addFormat('https-url', (text: string) => isUrl(text, ['https:']))
  ajv.addFormat('http-url', (text: string) => isUrl(text, ['https:', 'http:']))
  ajv.addFormat(
    'origin',
    (text: string) => isUrl(text, ['https:', 'http:']) && new URL(text).origin === text,
  )
}
