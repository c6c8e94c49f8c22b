import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startServer } from '../test/server.ts'
import { keepBooks } from './test/books.ts'

const server = await startServer()
test.after(() => server.close())
await keepBooks(server)
const { as, ...books } = await keepBooks(server)
const { reports } = as
const march = { from: '2027-03-01', to: '2027-03-31' }

const movements = {
  deposits: 440_015,
  withdrawals: -71_003,
  payments: -500_000,
  refunds: 12_345,
  corrections: -69_998,
}

test('opening and movements make the closing, of all and of each day', async () => {
  const { rows, totals } = await reports.balances({ ...march, group_by: 'day' })
  assert.equal(totals, { opening: 500_000, ...movements, closing: 311_359 })
  let balance: number | undefined = 500_000
  for (const { key, values } of rows) {
    assert.is(values.opening, balance, key)
    const { deposits = 0, withdrawals = 0, payments = 0, refunds = 0, corrections = 0 } = values
    balance += deposits + withdrawals + payments + refunds + corrections
    assert.is(values.closing, balance, key)
  }
  assert.is(balance, 311_359)
  assert.equal(rows.at(30)?.values, {
    ...{ opening: 561_359, deposits: 0, withdrawals: 0, payments: -250_000, refunds: 0 },
    ...{ corrections: 0, closing: 311_359 },
  })
})

test('the closing of a month is the opening of the next', async () => {
  const { rows } = await reports.balances({
    from: '2027-01-01',
    to: '2027-04-30',
    group_by: 'month',
  })
  assert.equal(
    rows.map(({ key, values }) => [key, values.opening, values.deposits, values.closing]),
    [
      ['2027-01', 0, 0, 0],
      ['2027-02', 0, 500_000, 500_000],
      ['2027-03', 500_000, 440_015, 311_359],
      ['2027-04', 311_359, 1, 311_360],
    ],
  )
})

test('by type of line', async () => {
  const { rows, totals } = await reports.balances(march)
  assert.equal(
    rows.map(({ key, values }) => [key, values]),
    [
      ['deposit', { lines: 4, amount: 440_015 }],
      ['withdraw', { lines: 3, amount: -71_003 }],
      ['payment', { lines: 2, amount: -500_000 }],
      ['refund', { lines: 1, amount: 12_345 }],
      ['correction', { lines: 3, amount: -69_998 }],
    ],
  )
  assert.equal(totals, { opening: 500_000, lines: 13, amount: -188_641, closing: 311_359 })
})

test('what is owed at the end of March: balances above zero, and visits not taken', async () => {
  const none = { booked: 0, booked_value: 0 }
  const { rows, totals } = await reports.liabilities({ to: '2027-03-31' })
  assert.equal(rows, [
    {
      key: 'wallet',
      label: 'Баланс клиента',
      values: { count: 3, visits_left: 0, value: 312_359, ...none, debts: 1_000 },
    },
    {
      key: 'package',
      label: 'Абонемент',
      // 333,333 × 3 / 5 = 199,999.8
      values: { count: 1, visits_left: 3, value: 200_000, ...none, debts: 0 },
    },
  ])
  assert.equal(totals, { count: 4, visits_left: 3, value: 512_359, ...none, debts: 1_000 })
})

test('a package is owed from its purchase until it expires or is taken back', async () => {
  const owed = async (to: string) => {
    const { rows } = await reports.liabilities({ ...march, from: to, to, group_by: 'package' })
    return rows.map(({ key, values }) => [
      Number(key),
      values.count,
      values.visits_left,
      values.value,
    ])
  }
  const { facials, massages } = books
  assert.equal(await owed('2027-02-28'), [])
  assert.equal(await owed('2027-03-05'), [[massages, 2, 10, 170_001]])
  assert.equal(await owed('2027-03-06'), [
    [facials, 1, 4, 266_666],
    [massages, 2, 10, 170_001],
  ])
  assert.equal(await owed('2027-03-10'), [
    [facials, 1, 3, 200_000],
    [massages, 2, 10, 170_001],
  ])
  assert.equal(await owed('2027-03-15'), [
    [facials, 1, 3, 200_000],
    [massages, 1, 5, 70_000],
  ])
  assert.equal(await owed('2027-03-20'), [[facials, 1, 3, 200_000]])
  assert.equal(await owed('2027-04-30'), [[facials, 1, 2, 133_333]])
})

test('a package’s visit is owed as booked from its booking until its time', async () => {
  const booked = async (to: string) => {
    const { totals } = await reports.liabilities({ ...march, from: to, to })
    return [totals.visits_left, totals.booked, totals.booked_value]
  }
  const others = 10
  assert.equal(await booked('2027-03-06'), [others + 4, 1, 66_667])
  assert.equal(await booked('2027-03-10'), [others + 3, 2, 133_333])
  // The first was a no-show on the 18th: its visit is used up.
  assert.equal((await booked('2027-03-18')).slice(1), [1, 66_667])
  assert.equal(await booked('2027-03-20'), [3, 0, 0])
  assert.equal(await booked('2027-04-05'), [2, 1, 66_667])
  assert.equal(await booked('2027-04-30'), [2, 0, 0])
})

test.run()
