import type { Money } from '@zapis/sdk'

/** Dates and money as a language and its region write them. */
export interface Formats {
  money(money: Money): string
  /** A part of an instant in a time zone; `options` as of `Intl.DateTimeFormat`. */
  date(instant: string | number | Date, zone: string, options: Intl.DateTimeFormatOptions): string
  /** 14:30 */
  time(instant: string | number | Date, zone: string): string
}

export function createFormats(tag: string): Formats {
  const numbers = new Map<string, Intl.NumberFormat>()
  const dates = new Map<string, Intl.DateTimeFormat>()
  // To make a format takes a hundred times longer than to use it.
  const kept = <Format>(map: Map<string, Format>, key: string, make: () => Format) => {
    const format = map.get(key) ?? make()
    map.set(key, format)
    return format
  }

  function date(
    instant: string | number | Date,
    timeZone: string,
    options: Intl.DateTimeFormatOptions,
  ) {
    const key = timeZone + JSON.stringify(options)
    return kept(dates, key, () => new Intl.DateTimeFormat(tag, { timeZone, ...options })).format(
      new Date(instant),
    )
  }

  return {
    date,
    time: (instant, zone) => date(instant, zone, { timeStyle: 'short' }),
    money({ amount, currency }) {
      const format = kept(numbers, currency, () => new Intl.NumberFormat(tag, moneyStyle(currency)))
      const digits = format.resolvedOptions().maximumFractionDigits ?? 2
      return format.format(amount / 10 ** digits)
    },
  }
}

/** ₽3,200 and €12.50: no pennies where there are none. */
function moneyStyle(currency: string): Intl.NumberFormatOptions {
  return {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  }
}
