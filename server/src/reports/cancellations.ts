import {
  count,
  money,
  share,
  visitDate,
  visitsAsked,
  visitTables,
  type Figure,
  type FigureName,
  type Report,
} from './report.ts'

/** The nearest level that says something, as in availability/policy.ts. */
const deadline = `a.starts_at - make_interval(mins => coalesce((s.policies ->> 'cancel_before_min')::integer, l.cancel_before_min,
        (l.policies ->> 'cancel_before_min')::integer, (o.policies ->> 'cancel_before_min')::integer, 0))`

const LONGEST_KEY = 100

const every = `
    select ${visitDate} as date, a.location_id, a.service_id, a.specialist_id, a.total, outcome,
      case outcome when 'no_show' then 'no_show' else left(nullif(btrim(a.cancel_reason), ''), ${LONGEST_KEY}) end as reason,
      case when outcome is not null then paid_of(a.organization_id, a.id) end as kept
    from ${visitTables}
    join services s on s.organization_id = a.organization_id and s.id = a.service_id
    join organizations o on o.id = a.organization_id
    cross join lateral (select case a.status when 'no_show' then 'no_show' when 'cancelled' then
      -- The visit's own beginning is late, however short the notice may be.
      case when a.cancelled_at > ${deadline} or a.cancelled_at >= a.starts_at then 'late' else 'in_time' end end as outcome) how
    where ${visitsAsked} and a.status <> 'expired'`

const lost = 'count(outcome)'
const outcome = (word: string) => `count(*) filter (where outcome = '${word}')`

type Name = FigureName<'reports.cancellations'>

const figures: readonly Figure<Name>[] = [
  count('cancelled_in_time', 'Отменены вовремя', 'Cancelled in time', outcome('in_time')),
  count('cancelled_late', 'Отменены поздно', 'Cancelled late', outcome('late')),
  count('no_show', 'Неявки', 'No-shows', outcome('no_show')),
  money('lost', 'Потеряно', 'Lost', 'sum(total) filter (where outcome is not null)'),
  money('kept', 'Удержано', 'Kept', 'sum(kept)'),
]
const ofAll: readonly Figure<Name>[] = [
  count('visits', 'Визиты', 'Visits', 'count(*)'),
  share('rate_percent', 'Доля, %', 'Rate, %', [lost, 'count(*)']),
]

export const cancellations: Report<'reports.cancellations'> = {
  id: 'reports.cancellations',
  filtered: true,
  main: ['lost', 'no_show', 'cancelled_late', 'cancelled_in_time'],
  figures: (group) => (group === 'reason' ? figures : [...ofAll, ...figures]),
  sql: (group) =>
    // Only what was lost has a reason.
    `entries as (${every} ${group === 'reason' ? 'and outcome is not null' : ''})`,
}
