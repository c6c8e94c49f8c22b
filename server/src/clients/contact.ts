import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/max'

/** As `clients_phone` has it. */
const E164 = /^\+[1-9]\d{6,14}$/

/**
 * E.164, or null for what is no phone number. Only the length is judged: numbering plans change faster than any
 * library. A number that bills whoever calls or writes to it is refused.
 */
export function normalizePhone(text: string, country: CountryCode): string | null {
  // No number is longer, and the parser's time grows with the text.
  if (text.length > 64) return null
  const number = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false })
  if (!number?.isPossible() || number.getType() === 'PREMIUM_RATE') return null
  return E164.test(number.number) ? number.number : null
}

/** One spelling of one address. Letters that only look alike stay different: they are different mailboxes. */
export function normalizeEmail(text: string): string {
  return text.trim().normalize('NFC').toLowerCase()
}

/** Whose numbers are written without a country code. */
export function countryOf(organization: {
  currency: string
  time_zone: string
  locale: string
}): CountryCode {
  // ISO 4217: a national currency begins with its country's code.
  const national = organization.currency.slice(0, 2)
  if (organization.currency !== 'EUR' && isSupportedCountry(national)) return national
  return euroZones[organization.time_zone] ?? (organization.locale === 'ru' ? 'RU' : 'GB')
}

const euroZones: Readonly<Record<string, CountryCode>> = {
  'Europe/Amsterdam': 'NL',
  'Europe/Athens': 'GR',
  'Europe/Berlin': 'DE',
  'Europe/Bratislava': 'SK',
  'Europe/Brussels': 'BE',
  'Europe/Dublin': 'IE',
  'Europe/Helsinki': 'FI',
  'Europe/Lisbon': 'PT',
  'Europe/Ljubljana': 'SI',
  'Europe/Luxembourg': 'LU',
  'Europe/Madrid': 'ES',
  'Europe/Malta': 'MT',
  'Europe/Paris': 'FR',
  'Europe/Podgorica': 'ME',
  'Europe/Riga': 'LV',
  'Europe/Rome': 'IT',
  'Europe/Sofia': 'BG',
  'Europe/Tallinn': 'EE',
  'Europe/Vienna': 'AT',
  'Europe/Vilnius': 'LT',
  'Europe/Zagreb': 'HR',
  'Asia/Nicosia': 'CY',
}
