import type { Tx } from '../db/transaction.ts'
import { isOfWorkplaces, type GroupName } from './groups.ts'
import { offeredMinutes } from './offered.ts'
import {
  count,
  ownTime,
  visitDate,
  visitMinutes,
  visitsAsked,
  visitTables,
  type Asked,
  type Report,
  type Table,
  type Values,
} from './report.ts'

const held = `${visitsAsked} and a.status not in ('cancelled', 'expired')`

const whole = (condition: string) => `entries as (
    select ${visitDate} as date, a.location_id, a.specialist_id, a.workplace_id, ${visitMinutes} as minutes
    from ${visitTables} where ${held} ${condition}
  )`

/** A visit is in each hour of the clock that it touches. */
const byHour = (condition: string) => `entries as (
    select ${visitDate} as date, a.workplace_id, to_char(hour at time zone l.time_zone, 'ID-HH24') as weekday_hour,
      round(extract(epoch from least(a.ends_at, hour + interval '1 hour') - greatest(a.starts_at, hour)) / 60)::integer as minutes
    from ${visitTables}
    cross join lateral generate_series(date_trunc('hour', a.starts_at, l.time_zone), a.ends_at - interval '1 microsecond', interval '1 hour') hour
    where ${held} and ${ownTime} ${condition}
  )`

export const utilization: Report<'reports.utilization'> = {
  id: 'reports.utilization',
  filtered: true,
  main: ['sold', 'offered'],
  figures: () => [
    { ...count('offered', 'Предложено минут', 'Minutes offered', null), unit: 'minutes' },
    { ...count('sold', 'Продано минут', 'Minutes sold', 'sum(minutes)'), unit: 'minutes' },
    {
      name: 'percent',
      unit: 'percent',
      label: { ru: 'Загрузка, %', en: 'Utilization, %' },
      sql: null,
      nullable: true,
    },
  ],
  sql: entriesOf,
  complete: addOffered,
}

function entriesOf(group: GroupName): string {
  const condition = isOfWorkplaces(group) ? 'and a.workplace_id is not null' : ''
  return group.endsWith('weekday_hour') ? byHour(condition) : whole(condition)
}

async function addOffered(tx: Tx, asked: Asked, table: Table): Promise<void> {
  const offered = await offeredMinutes(tx, asked)
  const rows = new Map(table.rows.map((row) => [row.key, row]))
  let total = 0
  for (const [key, minutes] of offered) {
    total += minutes
    const row = rows.get(key)
    if (row) row.values['offered'] = minutes
    else table.rows.push({ key, values: { offered: minutes, sold: 0 } })
  }
  table.totals['offered'] = total
  for (const { values } of table.rows) addPercent(values)
  addPercent(table.totals)
}

/** To two decimals, half up, in whole numbers. */
function addPercent(values: Values): void {
  const { offered, sold } = values
  values['percent'] = offered && sold != null ? Math.round((sold * 10_000) / offered) / 100 : null
}
