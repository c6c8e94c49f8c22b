import type { Tx } from '../db/transaction.ts'
import type { Call } from '../http/call.ts'
import { RawReply, read, type Handler, type HandlersOf } from '../http/handler.ts'
import { balances } from './balances.ts'
import { bookings } from './bookings.ts'
import { cancellations } from './cancellations.ts'
import { clients } from './clients.ts'
import { csvFigure, csvFile } from './csv.ts'
import type { GroupName } from './groups.ts'
import { headings, labelsOf } from './labels.ts'
import { liabilities } from './liabilities.ts'
import { checkRange } from './range.ts'
import type { AnyReport, Asked, Report, ReportId } from './report.ts'
import { retention } from './retention.ts'
import { revenue } from './revenue.ts'
import { runReport } from './run.ts'
import { utilization } from './utilization.ts'
import { services, specialists } from './visits.ts'

export function reportHandlers(): HandlersOf<'reports'> {
  return {
    'reports.revenue': handler(revenue, 'day'),
    'reports.utilization': handler(utilization, 'day'),
    'reports.services': handler(services, 'service'),
    'reports.specialists': handler(specialists, 'specialist'),
    'reports.clients': handler(clients, 'day'),
    'reports.cancellations': handler(cancellations, 'day'),
    'reports.bookings': handler(bookings, 'lead_time'),
    'reports.retention': handler(retention, 'month'),
    'reports.balances': handler(balances, 'type'),
    'reports.liabilities': handler(liabilities, 'kind'),
  }
}

interface Query {
  from?: string
  to: string
  group_by?: GroupName
  location_id?: number
  specialist_id?: number
  format?: 'json' | 'csv'
}

function handler<Id extends ReportId>(report: Report<Id>, byDefault: GroupName): Handler<Id> {
  return read<Id>(async (call, tx) => {
    const query: Query = call.query
    checkRange({ from: query.to, ...query })
    const asked = await askedOf(tx, call, query, byDefault)
    const shown = await present(tx, report, asked)
    if (query.format === 'csv') return asCsv(report, asked, shown)
    // Its figures are those of the contract, name by name; that they are all there is not for a type to say.
    return shown
  })
}

async function askedOf(
  tx: Tx,
  { locale, caller }: Call,
  { to, from = to, group_by, location_id, specialist_id }: Query,
  byDefault: GroupName,
): Promise<Asked> {
  const { organizationId } = caller
  if (organizationId === null) throw new Error('a report of no organization')
  const { currency } = await tx.one<{ currency: string }>(
    'select currency from organizations where id = $1',
    [organizationId],
  )
  return {
    organizationId,
    currency,
    from,
    to,
    group: group_by ?? byDefault,
    locationId: location_id ?? null,
    specialistId: specialist_id ?? null,
    locale,
  }
}

async function present(tx: Tx, report: AnyReport, asked: Asked) {
  const table = await runReport(tx, report, asked)
  const label = await labelsOf(tx, asked, table)
  return {
    from: asked.from,
    to: asked.to,
    group_by: asked.group,
    currency: asked.currency,
    columns: report
      .figures(asked.group)
      .map(({ name, unit, label: labels }) => ({ name, label: labels[asked.locale], unit })),
    rows: table.rows.map(({ key, values }) => ({ key, label: label(key), values })),
    totals: table.totals,
  }
}

const KEY = { ru: 'Ключ', en: 'Key' }

function asCsv(
  report: AnyReport,
  { group, currency, from, to, locale }: Asked,
  { rows }: Awaited<ReturnType<typeof present>>,
): RawReply {
  const figures = report.figures(group).filter((figure) => figure.onlyTotals !== true)
  const header = [
    KEY[locale],
    headings[group][locale],
    ...figures.map((each) => each.label[locale]),
  ]
  const lines = rows.map(({ key, label, values }) => [
    key,
    label,
    ...figures.map(({ name, unit }) => csvFigure(values[name], unit, currency)),
  ])
  const name = `${report.id.replace('reports.', '')}-${from}-${to}.csv`
  return new RawReply(csvFile([header, ...lines]), {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  })
}
