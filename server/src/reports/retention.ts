import {
  count,
  localDate,
  share,
  visitTables,
  type Figure,
  type FigureName,
  type Report,
} from './report.ts'

const AGES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** Since the beginning of year 0. */
const months = (date: string) =>
  `(extract(year from ${date}) * 12 + extract(month from ${date}))::integer`

/** A visit that took place, dated by the first one of its client; `reached` is how old that month's clients are by now. */
const sql = `came as (
    select a.client_id, ${localDate('a.starts_at', 'l.time_zone')} as day
    from ${visitTables} where a.organization_id = $1 and a.client_id is not null and a.status in ('arrived', 'completed')
  ),
  firsts as (select client_id, min(day) as day from came group by client_id),
  entries as (
    select f.day as date, c.client_id, ${months('c.day')} - ${months('f.day')} as age,
      (select greatest(max(${months('day')}), ${months('now()')}) from came) - ${months('f.day')} as reached
    from firsts f join came c on c.client_id = f.client_id
    where f.day between $2::date and $3::date
  )`

const clients = 'count(distinct client_id)'
const after = (age: number) =>
  [
    `${clients} filter (where age = ${age})`,
    // A month that is still to come has no figure.
    `${clients} filter (where reached >= ${age})`,
  ] as [string, string]

type Name = FigureName<'reports.retention'>

const figures: readonly Figure<Name>[] = [
  count('clients', 'Новые клиенты', 'New clients', clients),
  ...AGES.map((age) => share(`month_${age}`, `${age}-й месяц, %`, `Month ${age}, %`, after(age))),
]

export const retention: Report<'reports.retention'> = {
  id: 'reports.retention',
  filtered: false,
  main: ['clients'],
  figures: () => figures,
  sql: () => sql,
}
