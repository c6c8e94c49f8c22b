/** How many digits a currency’s minor unit has: kopeks 2, yen 0. */
export function digitsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/** `250050` of roubles is `2500.50`: as somebody types it, with the comma where it is usual. */
export function typedOf(amount: number, currency: string, decimal = '.'): string {
  const digits = digitsOf(currency)
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const rest = text.slice(text.length - digits)
  const sign = amount < 0 ? '-' : ''
  return sign + (Number(rest) === 0 ? whole : `${whole}${decimal}${rest}`)
}

/** What was typed as minor units, no float on the way; null = not a sum. */
export function amountOf(typed: string, currency: string): number | null {
  const match = /^(-?)(\d{1,13})(?:[.,](\d+))?$/.exec(typed.replace(/[\s\u00a0\u202f]/g, ''))
  if (!match) return null
  const [, sign = '', whole = '', rest = ''] = match
  const digits = digitsOf(currency)
  if (rest.length > digits) return null
  const amount = Number(whole + rest.padEnd(digits, '0'))
  return sign && amount > 0 ? -amount : amount
}
