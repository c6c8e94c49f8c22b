import { digitsOf } from '../words/amount.ts'
import { figureOf, type Figure, type Report, type Row } from './figures.ts'

export const times = ['day', 'week', 'month']

/** A group of a report, and the same of the period that it is compared with. */
export interface Pair {
  row: Row
  before: Row | undefined
}

/**
 * Times meet in their order, kinds by what they are: those that are no more come last, with nothing now. Without an earlier
 * report nobody has anything before.
 */
export function pairsOf(
  { rows }: Pick<Report, 'rows'>,
  earlier: Pick<Report, 'rows'> | undefined,
  group: string,
): Pair[] {
  if (!earlier) return rows.map((row) => ({ row, before: undefined }))
  if (times.includes(group)) return rows.map((row, at) => ({ row, before: earlier.rows[at] }))
  const known = new Map(earlier.rows.map((row) => [row.key, row]))
  const here = new Set(rows.map(({ key }) => key))
  return [
    ...rows.map((row) => ({ row, before: known.get(row.key) })),
    ...earlier.rows
      .filter(({ key }) => !here.has(key))
      .map((before) => ({ row: { ...before, values: {} }, before })),
  ]
}

/** Those that have anything, now or before. */
export function withAny(pairs: readonly Pair[], columns: readonly Figure[]): Pair[] {
  const hasAny = (row: Row | undefined) =>
    columns.some(({ name }) => (figureOf(row?.values ?? {}, name) ?? 0) > 0)
  return pairs.filter(({ row, before }) => hasAny(row) || hasAny(before))
}

export interface Compared {
  report: Report
  earlier: Report
  columns: readonly Figure[]
  group: string
  total: string
  /** The name of a figure of before. */
  nameBefore(label: string): string
}

/** The lines of a file: each figure with that of before beside it, money in major units. */
export function comparedLines(compared: Compared): string[][] {
  const { report, earlier, columns, group, total, nameBefore } = compared
  const digits = digitsOf(report.currency)
  const cell = (row: Row | undefined, { name, unit }: Figure) => {
    const value = figureOf(row?.values ?? {}, name)
    if (value === null) return ''
    return unit === 'money' ? (value / 10 ** digits).toFixed(digits) : String(value)
  }
  const line = (row: Row, before: Row | undefined) => [
    row.label,
    before?.label ?? '',
    ...columns.flatMap((column) => [cell(row, column), cell(before, column)]),
  ]
  const all = (values: object): Row => ({ key: 'all', label: total, values })
  return [
    ['', '', ...columns.flatMap(({ label }) => [label, nameBefore(label)])],
    ...pairsOf(report, earlier, group).map(({ row, before }) => line(row, before)),
    line(all(report.totals), all(earlier.totals)),
  ]
}
