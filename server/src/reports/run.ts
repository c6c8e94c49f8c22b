import type { Tx } from '../db/transaction.ts'
import { groups } from './groups.ts'
import type { AnyReport, Asked, Figure, Table, Values } from './report.ts'

type Row = Values & { key: string; is_total: boolean }

/** Rows and totals come of one statement, so they are of one moment, and a client who is in two rows is one in the totals. */
export async function runReport(tx: Tx, report: AnyReport, asked: Asked): Promise<Table> {
  const figures = report.figures(asked.group)
  const filters = report.filtered ? [asked.locationId, asked.specialistId] : []
  const found = await tx.query<Row>(statementOf(report, asked, figures), [
    asked.organizationId,
    asked.from,
    asked.to,
    ...filters,
  ])
  const ofGroups = figures.filter((figure) => figure.onlyTotals !== true)
  const total = found.find((row) => row.is_total)
  const table: Table = {
    rows: found
      .filter((row) => !row.is_total)
      .map((row) => ({ key: row.key, values: pick(ofGroups, row) })),
    totals: pick(figures, total),
  }
  addMissing(table, asked, ofGroups)
  await report.complete?.(tx, asked, table)
  sort(table, asked, report.main)
  return table
}

function statementOf(report: AnyReport, { group }: Asked, figures: readonly Figure[]): string {
  const columns = figures.flatMap((figure) =>
    figure.sql === null ? [] : [`${typed(figure, figure.sql)} as ${figure.name}`],
  )
  return `with recursive ${report.sql(group)},
  grouped as (select ${groups[group].sql} as key, e.* from entries e where e.date between $2::date and $3::date)
  select e.key, grouping(e.key) = 1 as is_total, ${columns.join(', ')}
  from grouped e group by grouping sets ((e.key), ())`
}

/** A sum of bigint is numeric, which would arrive as text. */
function typed({ unit, nullable }: Figure, sql: string): string {
  const value = nullable ? sql : `coalesce(${sql}, 0)`
  return `(${value})::${unit === 'percent' ? 'float8' : 'bigint'}`
}

function pick(figures: readonly Figure[], row: Row | undefined): Values {
  return Object.fromEntries(
    figures.map(({ name, nullable }) => [name, row?.[name] ?? (nullable ? null : 0)]),
  )
}

/** A day on which nothing happened is a row too. */
function addMissing(table: Table, asked: Asked, figures: readonly Figure[]): void {
  const present = new Set(table.rows.map((row) => row.key))
  for (const key of groups[asked.group].keys?.(asked) ?? []) {
    if (!present.has(key)) table.rows.push({ key, values: pick(figures, undefined) })
  }
  table.rows.sort((a, b) => (a.key < b.key ? -1 : 1))
}

function sort(table: Table, asked: Asked, main: readonly string[]): void {
  const fixed = groups[asked.group].keys?.(asked)
  if (fixed) {
    const places = new Map(fixed.map((key, place) => [key, place]))
    table.rows.sort((a, b) => (places.get(a.key) ?? 0) - (places.get(b.key) ?? 0))
    return
  }
  const difference = (a: Values, b: Values) =>
    main.map((name) => (b[name] ?? 0) - (a[name] ?? 0)).find((each) => each !== 0)
  table.rows.sort(
    (a, b) => difference(a.values, b.values) ?? a.key.localeCompare(b.key, 'en', { numeric: true }),
  )
}
