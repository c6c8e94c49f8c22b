/** Words of a language: no I/O, no clock. */
import { en } from './en.ts'
import type { Forms, Language } from './language.ts'
import { ru } from './ru.ts'

export type Locale = 'ru' | 'en'

export const languages: Readonly<Record<Locale, Language>> = { ru, en }

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format is slow, and there are as many as time zones. */
function format(
  kind: string,
  locale: Locale,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const name = `${kind} ${locale} ${options.timeZone ?? ''}`
  const known = formats.get(name)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(languages[locale].tag, options)
  formats.set(name, made)
  return made
}

/** «вт, 12 января в 10:30», at the visit's place. */
export function sayWhen(at: Date, timeZone: string, locale: Locale): string {
  return format('when', locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at)
}

/** «вт, 12 января» */
export function sayDay(at: Date, timeZone: string, locale: Locale): string {
  return format('day', locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).format(at)
}

/** «12 января» */
export function sayDate(at: Date, timeZone: string, locale: Locale): string {
  return format('date', locale, { day: 'numeric', month: 'long', timeZone }).format(at)
}

/** «10:30» */
export function sayTime(at: Date, timeZone: string, locale: Locale): string {
  return format('time', locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(at)
}

/** «1 500 ₽»: kopeks only when there are some. */
export function sayMoney(minor: number, currency: string, locale: Locale): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  const isWhole = minor % 10 ** digits === 0
  return new Intl.NumberFormat(languages[locale].tag, {
    style: 'currency',
    currency,
    ...(isWhole ? { maximumFractionDigits: 0 } : {}),
  }).format(minor / 10 ** digits)
}

const plurals = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') }

/** «2 визита» */
export function sayCount(count: number, forms: Forms, locale: Locale): string {
  const form =
    count === 0 && forms.zero !== undefined
      ? forms.zero
      : (forms[plurals[locale].select(count)] ?? forms.other)
  return form.replace('#', String(count))
}
