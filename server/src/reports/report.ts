import type { OperationTypes } from '@zapis/sdk/contract'
import type { Tx } from '../db/transaction.ts'
import type { Locale } from '../http/call.ts'
import type { GroupName } from './groups.ts'

export type ReportId = Extract<keyof OperationTypes, `reports.${string}`>
export type FigureName<Id extends ReportId> = keyof OperationTypes[Id]['reply']['totals'] & string
export type Unit = 'money' | 'count' | 'minutes' | 'percent'
export type Values = Record<string, number | null>

export interface Figure<Name extends string = string> {
  name: Name
  unit: Unit
  label: Record<Locale, string>
  /** An aggregate over the entries `e` of a group; null = `complete` fills it in. */
  sql: string | null
  /** Null, not 0, where there is nothing to count. */
  nullable?: true
  /** Of all together, but not of a group. */
  onlyTotals?: true
}

export interface Asked {
  organizationId: number
  currency: string
  from: string
  to: string
  group: GroupName
  locationId: number | null
  specialistId: number | null
  locale: Locale
}

export interface Table {
  rows: { key: string; values: Values }[]
  totals: Values
}

/** A report is what is counted (entries, each with its date and what it can be grouped by), and how. */
export interface AnyReport {
  id: ReportId
  figures: (group: GroupName) => readonly Figure[]
  /** Rows without an order of their own: the greatest of these first. */
  main: readonly string[]
  /**
   * Common table expressions, `entries` the last. $1 organization, $2 and $3 first and last date; $4 branch and $5 specialist or
   * null, unless the report is not `filtered`.
   */
  sql: (group: GroupName) => string
  filtered: boolean
  complete?: (tx: Tx, asked: Asked, table: Table) => Promise<void> | void
}

/** With the figures of the contract. */
export interface Report<Id extends ReportId> extends AnyReport {
  id: Id
  figures: (group: GroupName) => readonly Figure<FigureName<Id>>[]
  main: readonly FigureName<Id>[]
}

/** May hold what is asked for, by the instant alone: an index finds it, the local date then decides. No zone is a day from UTC. */
export function near(instant: string): string {
  return `${instant} >= ($2::date - 1)::timestamp at time zone 'UTC' and ${instant} < ($3::date + 2)::timestamp at time zone 'UTC'`
}

export function localDate(instant: string, zone: string): string {
  return `(${instant} at time zone ${zone})::date`
}

export const visitTables = `appointments a
    join locations l on l.organization_id = a.organization_id and l.id = a.location_id`

/** Those that may be in the range, of the branch and the specialist asked for. */
export const visitsAsked = `a.organization_id = $1 and ${near('a.starts_at')}
      and ($4::integer is null or a.location_id = $4) and ($5::integer is null or a.specialist_id = $5)`

export const visitDate = localDate('a.starts_at', 'l.time_zone')

/** A group session is one hour of its specialist and its room, however many come: only the first of its visits counts for time. */
export const ownTime = `(a.session_id is null or not exists (select from appointments o
      where o.organization_id = a.organization_id and o.session_id = a.session_id and o.id < a.id))`

export const visitMinutes = `case when ${ownTime} then round(extract(epoch from a.ends_at - a.starts_at) / 60)::integer else 0 end`

export function money<Name extends string>(
  name: Name,
  ru: string,
  en: string,
  sql: string | null,
): Figure<Name> {
  return { name, unit: 'money', label: { ru, en }, sql }
}

export function count<Name extends string>(
  name: Name,
  ru: string,
  en: string,
  sql: string | null,
): Figure<Name> {
  return { name, unit: 'count', label: { ru, en }, sql }
}

/** `part` and `whole` in SQL. */
export function share<Name extends string>(
  name: Name,
  ru: string,
  en: string,
  [part, whole]: [string, string],
): Figure<Name> {
  const sql = `round(100.0 * (${part}) / nullif(${whole}, 0), 2)`
  return { name, unit: 'percent', label: { ru, en }, sql, nullable: true }
}
