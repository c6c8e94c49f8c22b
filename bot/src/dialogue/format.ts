import type { Money } from '@zapis/sdk'
import type { Say } from '../texts/say.ts'
import { dayOf } from './dates.ts'

type Locale = 'ru' | 'en'
const TAGS: Record<Locale, string> = { ru: 'ru-RU', en: 'en-GB' }
const DAY_MS = 86_400_000

/** 2500 ₽, 2,500.50 €. */
export function moneyText({ amount, currency }: Money, locale: Locale): string {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
  const format = new Intl.NumberFormat(TAGS[locale], style)
  const unit = 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)
  if (amount % unit !== 0) return format.format(amount / unit)
  const whole = { ...style, minimumFractionDigits: 0, maximumFractionDigits: 0 }
  return new Intl.NumberFormat(TAGS[locale], whole).format(amount / unit)
}

/** 10:30, in the place's time. */
export function timeText(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant)
}

/** вт, 24 ноября. */
export function dayText(day: number, locale: Locale): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'long',
  }).format(day * DAY_MS)
}

/** The same, short enough for two in a row, and with the words for the next two days. */
export function dayLabel(day: number, today: number, locale: Locale, say: Say): string {
  const date = new Intl.DateTimeFormat(TAGS[locale], {
    timeZone: 'UTC',
    ...(day - today > 1 ? { weekday: 'short' as const } : {}),
    day: 'numeric',
    month: 'short',
  }).format(day * DAY_MS)
  if (day === today) return `${say('today')}, ${date}`
  if (day === today + 1) return `${say('tomorrow')}, ${date}`
  return date
}

/** вт, 24 ноября, 10:30. */
export function whenText(instant: number, timeZone: string, locale: Locale): string {
  return `${dayText(dayOf(instant, timeZone), locale)}, ${timeText(instant, timeZone)}`
}

export function nameOf(person: { first_name: string; last_name?: string | null }): string {
  return [person.first_name, person.last_name].filter(Boolean).join(' ')
}
