import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { comparedLines, pairsOf, withAny } from './compared.ts'

const row = (key: string, net: number) => ({ key, label: key, values: { net } })
const report = (rows: ReturnType<typeof row>[], net: number) => ({
  currency: 'RUB',
  columns: [{ name: 'net', label: 'Чистыми', unit: 'money' as const }],
  rows,
  totals: { net },
})

test('days meet in their order, services by what they are, and one that is no more is not lost', () => {
  const before = (pairs: ReturnType<typeof pairsOf>) =>
    pairs.map(({ row: now, before: was }) => [now.key, was?.key])
  const now = { rows: [row('2027-02-01', 1), row('2027-02-02', 2)] }
  const was = { rows: [row('2027-01-01', 3), row('2027-01-02', 4)] }
  assert.equal(before(pairsOf(now, was, 'day')), [
    ['2027-02-01', '2027-01-01'],
    ['2027-02-02', '2027-01-02'],
  ])
  const kinds = pairsOf(
    { rows: [row('1', 1), row('2', 2)] },
    { rows: [row('2', 3), row('3', 4)] },
    'service',
  )
  assert.equal(before(kinds), [
    ['1', undefined],
    ['2', '2'],
    ['3', '3'],
  ])
  assert.equal(kinds[2]?.row.values, {})
})

test('an hour that had nothing and has nothing is not shown, one that had something is', () => {
  const now = { rows: [row('1-03', 0), row('1-09', 5), row('1-10', 0)] }
  const was = { rows: [row('1-03', 0), row('1-04', 0), row('1-10', 7)] }
  const pairs = withAny(pairsOf(now, was, 'weekday_hour'), report([], 0).columns)
  assert.equal(
    pairs.map(({ row: { key } }) => key),
    ['1-09', '1-10'],
  )
})

test('the file has each figure of before beside that of now, money in major units', () => {
  const lines = comparedLines({
    report: report([row('1', 250_050)], 250_050),
    earlier: report([row('1', 100_000), row('2', 5)], 100_005),
    columns: report([], 0).columns,
    group: 'service',
    total: 'Всего',
    nameBefore: (label) => `${label}, раньше`,
  })
  assert.equal(lines, [
    ['', '', 'Чистыми', 'Чистыми, раньше'],
    ['1', '1', '2500.50', '1000.00'],
    ['2', '2', '', '0.05'],
    ['Всего', 'Всего', '2500.50', '1000.05'],
  ])
})

test.run()
