import { ProviderFailed } from './provider.ts'

/** Digits after the point, by ISO 4217. */
export function exponent(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/** 250050 kopeks are 2500.50, without a float on the way. */
export function toDecimal(amount: number, currency: string): string {
  const digits = exponent(currency)
  const text = String(amount).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** Exactly, or not at all: a fraction of the minor unit is nobody's money. */
export function fromDecimal(text: string, currency: string): number {
  const digits = exponent(currency)
  const match = /^(\d{1,13})(?:\.(\d{1,4}))?$/.exec(text)
  const fraction = match?.[2] ?? ''
  const beyond = fraction.slice(digits)
  if (!match || /[1-9]/.test(beyond))
    throw new ProviderFailed(`not an amount of ${currency}: ${text.slice(0, 40)}`, false)
  return Number(`${match[1] ?? ''}${fraction.slice(0, digits).padEnd(digits, '0')}`)
}
