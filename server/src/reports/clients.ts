import {
  count,
  localDate,
  share,
  visitDate,
  visitsAsked,
  visitTables,
  type Report,
} from './report.ts'

const tookPlace = `in ('arrived', 'completed')`

const sql = `came as (
    select ${visitDate} as date, a.id, a.client_id, a.source
    from ${visitTables} where ${visitsAsked} and a.status ${tookPlace}
  ),
  firsts as (
    select first.id, exists (
      select from ${visitTables} where a.organization_id = $1 and a.client_id = c.client_id and a.status ${tookPlace}
        and a.starts_at > first.starts_at and a.starts_at <= first.starts_at + interval '90 days' and ${visitDate} > first.date
    ) as returned
    from (select distinct client_id from came where date between $2::date and $3::date) c
    cross join lateral (
      select a.id, a.starts_at, ${localDate('a.starts_at', 'l.time_zone')} as date
      from ${visitTables} where a.organization_id = $1 and a.client_id = c.client_id and a.status ${tookPlace}
      order by a.starts_at, a.id limit 1
    ) first
  ),
  entries as (
    select c.date, c.client_id, c.source, f.id is not null as is_first, coalesce(f.returned, false) as returned
    from came c left join firsts f on f.id = c.id
  )`

const clientCount = 'count(distinct client_id)'
const firstCount = 'count(*) filter (where is_first)'
const returnedCount = 'count(*) filter (where returned)'

export const clients: Report<'reports.clients'> = {
  id: 'reports.clients',
  filtered: true,
  main: ['clients', 'visits'],
  figures: () => [
    count('clients', 'Клиенты', 'Clients', clientCount),
    count('new', 'Новые', 'New', firstCount),
    count('returning', 'Повторные', 'Returning', `${clientCount} - ${firstCount}`),
    count('visits', 'Визиты', 'Visits', 'count(*)'),
    count('returned', 'Вернулись за 90 дней', 'Came again in 90 days', returnedCount),
    share('retention_percent', 'Удержание, %', 'Retention, %', [returnedCount, firstCount]),
  ],
  sql: () => sql,
}
