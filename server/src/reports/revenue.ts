import {
  localDate,
  money,
  near,
  visitDate,
  visitsAsked,
  visitTables,
  type Report,
} from './report.ts'

/**
 * A payment with what it was for. Its money is on the balance when it was a top-up or what it was for was gone: of one that was given
 * back since, the withdrawal that took it off tells.
 */
const paid = `from payments p
    cross join organization o
    cross join lateral (select p.purpose = 'deposit' or p.status = 'unapplied' or (p.status = 'refunded' and exists (
      select from wallet_transactions t where t.organization_id = p.organization_id and t.payment_id = p.id and t.type = 'withdraw')) as holds) balance
    left join appointments a on a.organization_id = p.organization_id and a.id = p.appointment_id and not balance.holds
    left join locations l on l.organization_id = a.organization_id and l.id = a.location_id
    left join service_packages k on k.organization_id = p.organization_id and k.id = p.package_id and not balance.holds`

const ofPaid = `p.organization_id = $1 and p.status in ('succeeded', 'unapplied', 'refunded')
    and ($4::integer is null or a.location_id = $4) and ($5::integer is null or a.specialist_id = $5)`

const dimensions = `a.location_id, coalesce(a.service_id, k.service_id) as service_id, a.specialist_id,
    case p.provider when 'on_site' then 'on_site' else 'card' end as method`

const zone = 'coalesce(l.time_zone, o.time_zone)'

/** A line without a payment's row is money over the desk; one with it would be counted twice. */
const overDesk = `type in ('deposit', 'withdraw') and payment_id is null`

const sql = `organization as (select time_zone from organizations where id = $1),
  corrected (amount, created_at, corrects) as (
    select amount, created_at, corrects from wallet_transactions
    where organization_id = $1 and type = 'correction' and ${near('created_at')}
    union all
    select c.amount, c.created_at, t.corrects from corrected c
    join wallet_transactions t on t.organization_id = $1 and t.id = c.corrects and t.type = 'correction'
  ),
  desk as (
    select type, amount, created_at from wallet_transactions
    where organization_id = $1 and ${overDesk} and ${near('created_at')}
    union all
    select t.type, c.amount, c.created_at from corrected c
    join (select id, type from wallet_transactions where organization_id = $1 and ${overDesk}) t on t.id = c.corrects
  ),
  entries as (
    select ${localDate('p.succeeded_at', zone)} as date, ${dimensions},
      case when p.purpose = 'appointment' and not balance.holds then p.amount else 0 end as for_visits,
      case when p.purpose = 'package' and not balance.holds then p.amount else 0 end as for_packages,
      case when balance.holds then p.amount else 0 end as for_balances,
      0 as refunded, 0 as sold, 0 as given
    ${paid} where ${ofPaid} and ${near('p.succeeded_at')}
    union all
    select ${localDate('r.created_at', zone)}, ${dimensions}, 0, 0, 0, r.amount, 0, 0
    ${paid} join payment_refunds r on r.organization_id = p.organization_id and r.payment_id = p.id
    where ${ofPaid} and r.status <> 'failed' and ${near('r.created_at')}
    union all
    select ${localDate('d.created_at', 'o.time_zone')}, null, null, null, 'on_site', 0, 0,
      case d.type when 'deposit' then d.amount else 0 end, case d.type when 'withdraw' then -d.amount else 0 end, 0, 0
    from desk d cross join organization o where $4::integer is null and $5::integer is null
    union all
    select ${visitDate}, a.location_id, a.service_id, a.specialist_id, a.paid_by, 0, 0, 0, 0, a.total,
      case a.status when 'completed' then a.total else 0 end
    from ${visitTables} where ${visitsAsked} and a.status not in ('cancelled', 'expired')
  )`

const received = 'sum(for_visits + for_packages + for_balances)'

export const revenue: Report<'reports.revenue'> = {
  id: 'reports.revenue',
  filtered: true,
  main: ['received', 'sold'],
  figures: () => [
    money('received', 'Получено', 'Received', received),
    money('for_visits', 'За визиты', 'For visits', 'sum(for_visits)'),
    money('for_packages', 'За абонементы', 'For packages', 'sum(for_packages)'),
    money('for_balances', 'На балансы', 'To balances', 'sum(for_balances)'),
    money('refunded', 'Возвращено', 'Refunded', 'sum(refunded)'),
    money('net', 'Чистыми', 'Net', `${received} - sum(refunded)`),
    money('sold', 'Продано визитов', 'Visits sold', 'sum(sold)'),
    money('given', 'Оказано', 'Visits given', 'sum(given)'),
  ],
  sql: () => sql,
}
