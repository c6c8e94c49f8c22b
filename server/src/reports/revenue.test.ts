import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startServer } from '../test/server.ts'
import { keepBooks } from './test/books.ts'
import { openLedger } from './test/ledger.ts'

const server = await startServer()
test.after(() => server.close())
// Whose money is the same, to the day and the kopek.
const other = await keepBooks(server)
const books = await keepBooks(server)
const march = { from: '2027-03-01', to: '2027-03-31' }

const totals = {
  received: 1_153_347,
  for_visits: 449_999,
  for_packages: 333_333,
  for_balances: 370_015,
  refunded: 96_002,
  net: 1_057_345,
  sold: 1_149_996,
  given: 699_998,
}

type Query = Parameters<typeof books.as.reports.revenue>[0]
type Figure = keyof typeof totals

async function figures(query: Partial<Query>, ...names: Figure[]) {
  const report = await books.as.reports.revenue({ ...march, ...query })
  return report.rows.map(({ key, values }) => [key, ...names.map((name) => values[name])])
}

test('what crossed the border of the clinic is received once, whatever became of it inside', async () => {
  const report = await books.as.reports.revenue(march)
  assert.equal(report.totals, totals)
  assert.is(report.rows.length, 31)
  for (const name of Object.keys(totals) as Figure[]) {
    const sum = report.rows.reduce((all, { values }) => all + values[name], 0)
    assert.is(sum, totals[name], name)
  }
})

test('money is on the day of the branch of its visit, and without a branch on that of the organization', async () => {
  const rows = await figures({ group_by: 'day' }, 'received', 'refunded', 'sold', 'given')
  assert.equal(
    rows.filter((row) => row.slice(1).some((figure) => figure !== 0)),
    [
      ['2027-03-01', 50_000, 0, 0, 0],
      ['2027-03-02', 50_001, 0, 0, 0],
      ['2027-03-03', 0, 50_001, 0, 0],
      ['2027-03-06', 333_333, 0, 0, 0],
      ['2027-03-09', 140_014, 0, 0, 0],
      ['2027-03-10', 229_992, 0, 599_999, 349_999],
      ['2027-03-11', 250_000, 0, 0, 0],
      ['2027-03-12', 100_000, 0, 0, 0],
      ['2027-03-14', 0, 0, 99_999, 0],
      ['2027-03-17', 0, 25_001, 0, 0],
      ['2027-03-18', 0, 0, 99_999, 0],
      ['2027-03-20', 0, 20_002, 99_999, 99_999],
      ['2027-03-21', 0, -2, 0, 0],
      ['2027-03-22', 7, 0, 0, 0],
      ['2027-03-24', 0, 0, 250_000, 250_000],
      ['2027-03-25', 0, 1_000, 0, 0],
    ],
  )
})

test('weeks begin on Monday', async () => {
  assert.equal(await figures({ group_by: 'week' }, 'received', 'refunded', 'sold'), [
    ['2027-03-01', 433_334, 50_001, 0],
    ['2027-03-08', 720_006, 0, 699_998],
    ['2027-03-15', 0, 45_001, 199_998],
    ['2027-03-22', 7, 1_000, 250_000],
    ['2027-03-29', 0, 0, 0],
  ])
})

test('months are all there', async () => {
  const year = { from: '2027-01-15', to: '2027-04-30', group_by: 'month' } as const
  assert.equal(await figures(year, 'received', 'net', 'sold'), [
    ['2027-01', 0, 0, 0],
    ['2027-02', 500_000, 500_000, 250_000],
    ['2027-03', 1_153_347, 1_057_345, 1_149_996],
    ['2027-04', 1, 1, 349_999],
  ])
})

test('by branch, service, specialist and method it is the same money', async () => {
  const { moscow, york, massage, facial, anna, boris } = books
  const names = ['received', 'refunded', 'sold', 'given'] as const
  assert.equal(await figures({ group_by: 'location' }, ...names), [
    ['none', 703_348, 71_001, 0, 0],
    [String(moscow), 350_000, 25_001, 750_000, 500_000],
    [String(york), 99_999, 0, 399_996, 199_998],
  ])
  assert.equal(await figures({ group_by: 'specialist' }, ...names), [
    ['none', 703_348, 71_001, 0, 0],
    [String(anna), 350_000, 25_001, 750_000, 500_000],
    [String(boris), 99_999, 0, 399_996, 199_998],
  ])
  assert.equal(await figures({ group_by: 'service' }, ...names), [
    [String(facial), 433_332, 0, 399_996, 199_998],
    ['none', 370_015, 71_001, 0, 0],
    [String(massage), 350_000, 25_001, 750_000, 500_000],
  ])
  assert.equal(await figures({ group_by: 'method' }, ...names), [
    ['on_site', 603_347, 21_000, 250_000, 250_000],
    ['card', 550_000, 75_002, 99_999, 99_999],
    ['wallet', 0, 0, 500_000, 250_000],
    ['package', 0, 0, 199_998, 99_999],
    ['none', 0, 0, 99_999, 0],
  ])
})

test('of one branch or specialist, only what is theirs', async () => {
  for (const filter of [{ location_id: books.york }, { specialist_id: books.boris }]) {
    const report = await books.as.reports.revenue({ ...march, ...filter })
    assert.equal(report.totals, {
      ...totals,
      ...{ received: 99_999, for_visits: 99_999, for_packages: 0, for_balances: 0 },
      ...{ refunded: 0, net: 99_999, sold: 399_996, given: 199_998 },
    })
  }
})

test('an unapplied payment that was given back has not become money of its visit', async () => {
  const { founded, as } = other
  const ledger = await openLedger(server.databaseUrl, founded.organizationId)
  await ledger.query(
    `with p as (
       update payments set refunded = amount, status = 'refunded'
       where organization_id = $1 and status = 'unapplied' returning *
     ), w as (
       insert into wallet_transactions (organization_id, client_id, type, amount, payment_id, actor, created_at)
       select organization_id, client_id, 'withdraw', -amount, id, 'test', '2027-03-12T09:00Z' from p
     )
     insert into payment_refunds (organization_id, payment_id, amount, reason, actor, created_at)
     select organization_id, id, amount, 'по просьбе', 'test', '2027-03-12T09:00Z' from p`,
    [founded.organizationId],
  )
  await ledger.close()
  const report = await as.reports.revenue(march)
  const refunded = totals.refunded + 250_000
  assert.equal(report.totals, { ...totals, refunded, net: totals.received - refunded })
})

test('labels are in the language of the caller', async () => {
  const labels = async (group_by: Query['group_by'], locale: 'ru' | 'en', to = '2027-03-02') => {
    const report = await server
      .as(books.founded.secret)
      .reports.revenue({ ...march, to, group_by }, { headers: { 'accept-language': locale } })
    return report.rows.map(({ label }) => label.replace(/\s/g, ' '))
  }
  assert.equal(await labels('day', 'ru'), ['1 марта', '2 марта'])
  assert.equal(await labels('day', 'en'), ['March 1', 'March 2'])
  assert.equal(await labels('week', 'ru'), ['1–2 мар. 2027 г.'])
  assert.equal(await labels('month', 'ru'), ['март 2027 г.'])
  assert.equal(await labels('location', 'en', '2027-03-31'), ['No branch', 'Arbat', 'Бродвей'])
  assert.equal(await labels('specialist', 'en', '2027-03-31'), [
    'No specialist',
    'Анна Ли',
    'Boris',
  ])
  assert.equal(await labels('method', 'ru', '2027-03-31'), [
    'На месте',
    'Картой онлайн',
    'Баланс клиента',
    'Абонемент',
    'Не выбран',
  ])
})

test.run()
