import { count, money, type Figure, type FigureName, type Report } from './report.ts'

/** So many visits of a package, half up. */
const worth = (visits: string) =>
  `(2 * p.price_paid * ${visits} + p.visits_total) / (2 * p.visits_total)`

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
  booked_ahead as (
    select t.client_package_id, count(*) as visits from (
      select client_package_id, appointment_id from package_uses
      where organization_id = $1 and created_at < (select at from moment)
      group by 1, 2 having sum(case kind when 'take' then 1 else -1 end) > 0
    ) t join appointments a on a.organization_id = $1 and a.id = t.appointment_id and a.starts_at >= (select at from moment)
    group by 1
  ),
  owed (kind, package_id, visits_left, value, booked, booked_value, debts) as (
    select 'wallet', null::integer, 0, greatest(b.balance, 0), 0, 0, greatest(-b.balance, 0)
    from client_wallets w left join lines_since s on s.client_id = w.client_id
    cross join lateral (select w.balance - coalesce(s.amount, 0) as balance) b
    where w.organization_id = $1 and b.balance <> 0
    union all
    select 'package', p.package_id, b.visits, ${worth('b.visits')}, 0, 0, 0
    from client_packages p left join uses_since s on s.client_package_id = p.id
    cross join lateral (select p.visits_left + coalesce(s.taken, 0) as visits) b
    where p.organization_id = $1 and b.visits > 0 and p.created_at < (select at from moment)
      and (p.expires_at is null or p.expires_at > (select at from moment))
      and (p.cancelled_at is null or p.cancelled_at >= (select at from moment))
    union all
    select 'package', p.package_id, 0, 0, b.visits, ${worth('b.visits')}, 0
    from booked_ahead b join client_packages p on p.organization_id = $1 and p.id = b.client_package_id
  )`

const every = `${sql}, entries as (select $2::date as date, * from owed)`
const packagesOnly = `${sql}, entries as (select $2::date as date, * from owed where kind = 'package')`

type Name = FigureName<'reports.liabilities'>

const figures: readonly Figure<Name>[] = [
  count('count', 'Количество', 'Count', 'count(*) filter (where value > 0 or visits_left > 0)'),
  count('visits_left', 'Осталось визитов', 'Visits left', 'sum(visits_left)'),
  money('value', 'Обязательства', 'Owed', 'sum(value)'),
  count('booked', 'Записаны, но не оказаны', 'Booked, not yet given', 'sum(booked)'),
  money('booked_value', 'Их стоимость', 'Worth of these', 'sum(booked_value)'),
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
