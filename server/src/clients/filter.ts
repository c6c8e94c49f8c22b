import type { ListClientQuery, ListedClient } from '@zapis/sdk/contract'
import type { Knex } from 'knex'
import { addDays } from '../availability/dates.ts'
import type { Tx } from '../db/transaction.ts'

export interface FiguresRow {
  visits: number
  spent: number
  last_visit_at: Date | null
  next_visit_at: Date | null
  balance: number
}

const came = `a.status in ('arrived', 'completed')`

/** Of each client of the query, by the index of their visits; a page of clients costs a page of lookups. */
const lateral = `left join lateral (
    select count(*) filter (where ${came})::integer as visits, coalesce(sum(a.total) filter (where ${came}), 0)::bigint as spent,
      max(a.starts_at) filter (where ${came}) as last_visit_at,
      min(a.starts_at) filter (where a.status in ('pending', 'confirmed') and a.starts_at > now()) as next_visit_at
    from appointments a where a.organization_id = clients.organization_id and a.client_id = clients.id
  ) f on true`

const figureColumns = `f.visits, f.spent, f.last_visit_at, f.next_visit_at, coalesce((select w.balance from client_wallets w
    where w.organization_id = clients.organization_id and w.client_id = clients.id), 0) as balance`

const byFigures = ['visits', 'spent', 'last_visit_at']
const figureFilters = [
  'visits_from',
  'visits_to',
  'spent_from',
  'spent_to',
  'last_visit_from',
  'last_visit_to',
] as const
const moneyFilters = ['spent_from', 'spent_to'] as const

type Filter = Omit<ListClientQuery, 'search' | 'cursor' | 'limit'>

/** What a specialist is not told of their clients: what they pay. */
export function asksForMoney(query: Filter): boolean {
  return (
    query.figures === true ||
    query.sort?.endsWith('spent') === true ||
    moneyFilters.some((name) => query[name] !== undefined)
  )
}

export function needsFigures({ figures, sort, ...query }: Filter): boolean {
  return (
    figures === true ||
    byFigures.includes(sort?.replace('-', '') ?? '') ||
    figureFilters.some((name) => query[name] !== undefined)
  )
}

/** The clients of the organization with what they have done beside them. */
export function clientsWithFigures(tx: Tx, columns: string): Knex.QueryBuilder {
  const all = tx.builder
    .from(tx.builder.raw(`clients ${lateral}`))
    .where({ 'clients.organization_id': tx.organizationId })
    .whereNull('erased_at')
    .whereNull('merged_into')
    .select(tx.builder.raw(columns), tx.builder.raw(figureColumns))
  return tx.builder.from(all.as('clients')).select('clients.*')
}

export function narrowByFigures(rows: Knex.QueryBuilder, query: Filter, timeZone: string): void {
  const { visits_from, visits_to, spent_from, spent_to, last_visit_from, last_visit_to } = query
  if (visits_from !== undefined) void rows.where('visits', '>=', visits_from)
  if (visits_to !== undefined) void rows.where('visits', '<=', visits_to)
  if (spent_from !== undefined) void rows.where('spent', '>=', spent_from)
  if (spent_to !== undefined) void rows.where('spent', '<=', spent_to)
  const midnight = '?::date::timestamp at time zone ?'
  if (last_visit_from !== undefined)
    void rows.whereRaw(`last_visit_at >= ${midnight}`, [last_visit_from, timeZone])
  if (last_visit_to !== undefined)
    void rows.whereRaw(`last_visit_at < ${midnight}`, [addDays(last_visit_to, 1), timeZone])
}

/** By what needs no figures. */
export function narrow(tx: Tx, rows: Knex.QueryBuilder, query: Filter): void {
  const { tag, service_id, location_id, birth_month, marketing, blocked } = query
  if (tag !== undefined) void rows.whereRaw('tags @> array[?::text]', [tag])
  if (birth_month !== undefined)
    void rows.whereRaw('extract(month from birth_date) = ?', [birth_month])
  if (blocked !== undefined) void rows.where({ blocked })
  for (const [column, id] of Object.entries({ service_id, location_id }))
    if (id !== undefined)
      void rows.whereIn(
        'id',
        tx
          .builder('appointments')
          .where({ organization_id: tx.organizationId, [column]: id })
          .whereIn('status', ['arrived', 'completed'])
          .select('client_id'),
      )
  if (marketing !== undefined)
    void rows.whereRaw(
      `coalesce((select c.granted from client_consents c where c.organization_id = ? and c.client_id = clients.id
         and c.kind = 'marketing' order by c.at desc, c.id desc limit 1), false) = ?`,
      [tx.organizationId, marketing],
    )
}

export function presentFigures(row: FiguresRow, currency: string): ListedClient['figures'] {
  return {
    visits: row.visits,
    spent: { amount: row.spent, currency },
    last_visit_at: row.last_visit_at?.toISOString() ?? null,
    next_visit_at: row.next_visit_at?.toISOString() ?? null,
    balance: { amount: row.balance, currency },
  }
}
