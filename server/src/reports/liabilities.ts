import { count, money, type Figure, type FigureName, type Report } from './report.ts'

/** As of the end of `to`: from how things stand now, less what came since. */
const sql = `moment as (
    select ($3::date + 1)::timestamp at time zone time_zone as at from organizations where id = $1
  ),
  lines_since as (
    select client_id, sum(amount) as amount from wallet_transactions
    where organization_id = $1 and created_at >= (select at from moment) group by client_id
  ),
  uses_since as (
    select client_package_id, sum(case kind when 'take' then 1 else -1 end) as taken from package_uses
    where organization_id = $1 and created_at >= (select at from moment) group by client_package_id
  ),
  owed (kind, package_id, visits_left, value, debts) as (
    select 'wallet', null::integer, 0, greatest(b.balance, 0), greatest(-b.balance, 0)
    from client_wallets w left join lines_since s on s.client_id = w.client_id
    cross join lateral (select w.balance - coalesce(s.amount, 0) as balance) b
    where w.organization_id = $1 and b.balance <> 0
    union all
    select 'package', p.package_id, b.visits, (2 * p.price_paid * b.visits + p.visits_total) / (2 * p.visits_total), 0
    from client_packages p left join uses_since s on s.client_package_id = p.id
    cross join lateral (select p.visits_left + coalesce(s.taken, 0) as visits) b
    where p.organization_id = $1 and b.visits > 0 and p.created_at < (select at from moment)
      and (p.expires_at is null or p.expires_at > (select at from moment))
      and (p.cancelled_at is null or p.cancelled_at >= (select at from moment))
  )`

const every = `${sql}, entries as (select $2::date as date, * from owed)`
const packagesOnly = `${sql}, entries as (select $2::date as date, * from owed where kind = 'package')`

type Name = FigureName<'reports.liabilities'>

const figures: readonly Figure<Name>[] = [
  count('count', 'Количество', 'Count', 'count(*) filter (where e.debts = 0)'),
  count('visits_left', 'Осталось визитов', 'Visits left', 'sum(visits_left)'),
  money('value', 'Обязательства', 'Owed', 'sum(value)'),
]

export const liabilities: Report<'reports.liabilities'> = {
  id: 'reports.liabilities',
  filtered: false,
  main: ['value'],
  figures: (group) =>
    group === 'kind'
      ? [...figures, money('debts', 'Долги клиентов', 'Debts of clients', 'sum(debts)')]
      : figures,
  sql: (group) => (group === 'kind' ? every : packagesOnly),
}
