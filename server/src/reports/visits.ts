import {
  count,
  money,
  visitDate,
  visitMinutes,
  visitsAsked,
  visitTables,
  type Figure,
  type FigureName,
  type Report,
} from './report.ts'

const sql = `entries as (
    select ${visitDate} as date, a.service_id, a.specialist_id, nullif(btrim(s.category), '') as category,
      a.status, a.total, ${visitMinutes} as minutes
    from ${visitTables}
    join services s on s.organization_id = a.organization_id and s.id = a.service_id
    where ${visitsAsked} and a.status <> 'expired'
  )`

const number = (status: string) => `count(*) filter (where status = '${status}')`
const stands = `filter (where status <> 'cancelled')`

const figures: readonly Figure<FigureName<'reports.services' | 'reports.specialists'>>[] = [
  count('visits', 'Визиты', 'Visits', `count(*) ${stands}`),
  count('completed', 'Завершены', 'Completed', number('completed')),
  count('no_show', 'Неявки', 'No-shows', number('no_show')),
  count('cancelled', 'Отменены', 'Cancelled', number('cancelled')),
  money('sold', 'Продано', 'Sold', `sum(total) ${stands}`),
  {
    ...money('average_price', 'Средняя цена', 'Average price', `round(avg(total) ${stands})`),
    nullable: true,
  },
  {
    ...count('minutes', 'Минуты', 'Minutes', `sum(minutes) ${stands}`),
    unit: 'minutes',
  },
]

export const services: Report<'reports.services'> = {
  id: 'reports.services',
  filtered: true,
  main: ['sold', 'visits'],
  figures: () => figures,
  sql: () => sql,
}

export const specialists: Report<'reports.specialists'> = { ...services, id: 'reports.specialists' }
