import type { Money } from '@zapis/sdk'
import { createFormats, type Formats } from '../../../widget/src/texts/formats.ts'
import { noonOf } from '../../../widget/src/texts/calendar.ts'
import type { Language } from './texts.ts'

/** How the panel writes figures and dates, in the chosen language as this region writes it. */
export interface Words extends Formats {
  language: Language
  tag: string
  /** A calendar date, `YYYY-MM-DD`. */
  day(date: string, options?: Intl.DateTimeFormatOptions): string
  /** 9 янв., 14:30 */
  moment(instant: string | number | Date, zone: string): string
  number(value: number, options?: Intl.NumberFormatOptions): string
  /** `0.5` is 50 %. */
  percent(share: number): string
  /** 90 мин */
  minutes(count: number): string
  /** An amount of the organization’s currency. */
  sum(amount: number, currency: string): string
  /** For sorting names. */
  compare(a: string, b: string): number
}

export function createWords(language: Language): Words {
  const region = navigator.languages.find((each) => each.startsWith(`${language}-`))
  const tag = region ?? (language === 'en' ? 'en-GB' : 'ru-RU')
  const formats = createFormats(tag)
  const numbers = new Map<string, Intl.NumberFormat>()
  const collator = new Intl.Collator(tag, { sensitivity: 'base', numeric: true })
  const number = (value: number, options: Intl.NumberFormatOptions = {}) => {
    const key = JSON.stringify(options)
    const format = numbers.get(key) ?? new Intl.NumberFormat(tag, options)
    numbers.set(key, format)
    return format.format(value)
  }
  const short = { day: 'numeric', month: 'short', year: 'numeric' } as const
  return {
    ...formats,
    language,
    tag,
    day: (date, options = short) => formats.date(noonOf(date), 'UTC', options),
    moment: (instant, zone) =>
      formats.date(instant, zone, {
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
      }),
    number,
    percent: (share) => number(share, { style: 'percent', maximumFractionDigits: 1 }),
    minutes: (count) => number(count, { style: 'unit', unit: 'minute', unitDisplay: 'short' }),
    sum: (amount, currency) => formats.money({ amount, currency } satisfies Money),
    compare: (a, b) => collator.compare(a, b),
  }
}
