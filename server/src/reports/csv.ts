import type { Unit } from './report.ts'

/** What a spreadsheet would run; the full-width twins count in some. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u
const NUMBER = /^[+-]?\d+(\.\d+)?$/

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function csvFile(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((cells) => `${cells.map(csvCell).join()}\r\n`).join('')}`
}

export function csvCell(text: string): string {
  const harmless = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Money in major units, with a dot whatever the language. */
export function csvFigure(value: number | null | undefined, unit: Unit, currency: string): string {
  if (value == null) return ''
  return unit === 'money' ? inMajorUnits(value, currency) : String(value)
}

function inMajorUnits(amount: number, currency: string): string {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  if (digits === 0) return String(amount)
  const padded = String(Math.abs(amount)).padStart(digits + 1, '0')
  return `${amount < 0 ? '-' : ''}${padded.slice(0, -digits)}.${padded.slice(-digits)}`
}
