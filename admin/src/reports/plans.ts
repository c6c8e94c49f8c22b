import type { BookingClient } from '@zapis/sdk'
import type { Report } from './figures.ts'
import type { ReportKey } from './texts/texts.ts'

/** What a report is asked for. */
export interface Asked {
  from: string
  to: string
  location_id?: number
  specialist_id?: number
}

type Reports = BookingClient['reports']

/** How a report is shown. */
export interface Plan {
  id: string
  name: ReportKey
  about: ReportKey
  groups: readonly string[]
  /** Large, at the top. */
  heads: readonly string[]
  /** Drawn: the first is compared with before. */
  drawn: readonly string[]
  as: 'chart' | 'heat' | 'cohorts'
  /** Whether it can be narrowed to a branch or a specialist. */
  isNarrowed: boolean
  load(reports: Reports, asked: Asked, group: string, signal: AbortSignal): Promise<Report>
  csv(reports: Reports, asked: Asked, group: string): Promise<unknown>
}

interface Shape<Group extends string> extends Omit<
  Plan,
  'groups' | 'load' | 'csv' | 'as' | 'isNarrowed'
> {
  groups: readonly [Group, ...Group[]]
  as?: Plan['as']
  isNarrowed?: false
  ask(
    reports: Reports,
    query: Asked & { group_by: Group; format?: 'csv' },
    options?: { signal: AbortSignal },
  ): Promise<Report>
}

/** The address names a group by a word: it is held to those that the report has. */
function plan<Group extends string>({ ask, ...shape }: Shape<Group>): Plan {
  const known = (group: string) => shape.groups.find((each) => each === group) ?? shape.groups[0]
  return {
    as: 'chart',
    isNarrowed: true,
    ...shape,
    load: (reports, asked, group, signal) =>
      ask(reports, { ...asked, group_by: known(group) }, { signal }),
    csv: (reports, asked, group) =>
      ask(reports, { ...asked, group_by: known(group), format: 'csv' }),
  }
}

export const plans: readonly Plan[] = [
  plan({
    id: 'revenue',
    name: 'revenue',
    about: 'revenueAbout',
    groups: ['day', 'week', 'month', 'location', 'service', 'specialist', 'method'],
    heads: ['net', 'received', 'refunded', 'sold', 'given'],
    drawn: ['net', 'sold'],
    ask: (reports, query, options) => reports.revenue(query, options),
  }),
  plan({
    id: 'utilization',
    name: 'utilization',
    about: 'utilizationAbout',
    groups: [
      'weekday_hour',
      'workplace_weekday_hour',
      'specialist',
      'workplace',
      'location',
      'day',
      'weekday',
    ],
    heads: ['percent', 'sold', 'offered'],
    drawn: ['percent'],
    as: 'heat',
    ask: (reports, query, options) => reports.utilization(query, options),
  }),
  plan({
    id: 'clients',
    name: 'clientsReport',
    about: 'clientsAbout',
    groups: ['month', 'week', 'day', 'source'],
    heads: ['clients', 'new', 'returning', 'retention_percent'],
    drawn: ['new', 'returning'],
    ask: (reports, query, options) => reports.clients(query, options),
  }),
  plan({
    id: 'retention',
    name: 'retention',
    about: 'retentionAbout',
    groups: ['month'],
    heads: ['clients', 'month_1', 'month_3', 'month_6'],
    drawn: ['month_1'],
    as: 'cohorts',
    isNarrowed: false,
    ask: (reports, { from, to, group_by, ...rest }, options) =>
      reports.retention({ from, to, group_by, ...formatOf(rest) }, options),
  }),
  plan({
    id: 'cancellations',
    name: 'cancellations',
    about: 'cancellationsAbout',
    groups: ['week', 'day', 'month', 'location', 'service', 'specialist', 'reason'],
    heads: ['rate_percent', 'cancelled_in_time', 'cancelled_late', 'no_show', 'lost', 'kept'],
    drawn: ['cancelled_in_time', 'cancelled_late', 'no_show'],
    ask: (reports, query, options) => reports.cancellations(query, options),
  }),
  plan({
    id: 'lead-time',
    name: 'leadTime',
    about: 'leadTimeAbout',
    groups: ['lead_time', 'weekday_hour', 'week', 'month'],
    heads: ['booked', 'lead_days', 'lost_percent', 'sold'],
    drawn: ['booked'],
    ask: (reports, query, options) => reports.bookings(query, options),
  }),
  plan({
    id: 'sources',
    name: 'sources',
    about: 'sourcesAbout',
    groups: ['source'],
    heads: ['booked', 'sold', 'lost_percent'],
    drawn: ['booked'],
    ask: (reports, query, options) => reports.bookings(query, options),
  }),
  plan({
    id: 'services',
    name: 'services',
    about: 'servicesAbout',
    groups: ['service', 'category', 'month'],
    heads: ['visits', 'sold', 'average_price'],
    drawn: ['sold'],
    ask: (reports, query, options) => reports.services(query, options),
  }),
  plan({
    id: 'specialists',
    name: 'specialists',
    about: 'specialistsAbout',
    groups: ['specialist', 'month'],
    heads: ['visits', 'sold', 'average_price'],
    drawn: ['sold'],
    ask: (reports, query, options) => reports.specialists(query, options),
  }),
]

/** Cohorts are of the whole organization. */
function formatOf({ format }: { format?: 'csv' }): { format?: 'csv' } {
  return format ? { format } : {}
}
