import {
  count,
  money,
  type Asked,
  type Figure,
  type FigureName,
  type Report,
  type Table,
} from './report.ts'

/** Backwards from the balances of today: what came since is less than all that ever came, and both are of one statement. */
const sql = `organization as (select time_zone from organizations where id = $1),
  entries as (
    select (t.created_at at time zone (select time_zone from organization))::date as date, t.type, t.amount
    from wallet_transactions t
    where t.organization_id = $1 and t.created_at >= $2::date::timestamp at time zone (select time_zone from organization)
  ),
  opening as (
    select (select coalesce(sum(balance), 0) from client_wallets where organization_id = $1)
      - (select coalesce(sum(amount), 0) from entries) as amount
  )`

const before = '(select amount from opening)'
const of = (type: string) => `sum(e.amount) filter (where e.type = '${type}')`

type Name = FigureName<'reports.balances'>

const opening = money<Name>('opening', 'На начало', 'Opening', before)
const closing = money<Name>(
  'closing',
  'На конец',
  'Closing',
  `${before} + coalesce(sum(e.amount), 0)`,
)

const byTime: readonly Figure<Name>[] = [
  opening,
  money('deposits', 'Пополнения', 'Deposits', of('deposit')),
  money('withdrawals', 'Выведено', 'Withdrawals', of('withdraw')),
  money('payments', 'Оплаты', 'Payments', of('payment')),
  money('refunds', 'Возвраты', 'Refunds', of('refund')),
  money('corrections', 'Исправления', 'Corrections', of('correction')),
  closing,
]

const byType: readonly Figure<Name>[] = [
  { ...opening, onlyTotals: true },
  count('lines', 'Строк', 'Lines', 'count(*)'),
  money('amount', 'Сумма', 'Amount', 'sum(e.amount)'),
  { ...closing, onlyTotals: true },
]

export const balances: Report<'reports.balances'> = {
  id: 'reports.balances',
  filtered: false,
  main: ['amount'],
  figures: (group) => (group === 'type' ? byType : byTime),
  sql: () => sql,
  complete: carryOver,
}

const movements: readonly Name[] = ['deposits', 'withdrawals', 'payments', 'refunds', 'corrections']

/** Each row opens with what the row before closed. */
function carryOver(_tx: unknown, { group }: Asked, { rows, totals }: Table): void {
  if (group === 'type') return
  let balance = totals['opening'] ?? 0
  for (const { values } of rows) {
    values['opening'] = balance
    for (const name of movements) balance += values[name] ?? 0
    values['closing'] = balance
  }
}
