import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic } from '../test/clinic.ts'
import { memberOf } from '../test/people.ts'
import { codeOf, complaint } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'
import { keepBooks } from './test/books.ts'

const server = await startServer()
test.after(() => server.close())
const books = await keepBooks(server)
const { reports } = books.as
const march = { from: '2027-03-01', to: '2027-03-31' }
const names = [
  'revenue',
  'utilization',
  'services',
  'specialists',
  'clients',
  'cancellations',
  'balances',
  'liabilities',
] as const

test('another organization has none of it', async () => {
  const { admin } = await makeClinic(server)
  for (const name of names) {
    const { totals } = await admin.reports[name](march)
    const { offered: _offered, ...figures } = { offered: 0, ...totals }
    assert.ok(
      Object.values(figures).every((figure) => !figure),
      `${name} ${JSON.stringify(figures)}`,
    )
  }
})

test('dates without anything are rows of nothing', async () => {
  const empty = { from: '2031-06-01', to: '2031-06-03' }
  const report = await reports.revenue(empty)
  assert.equal(
    report.rows.map(({ key }) => key),
    ['2031-06-01', '2031-06-02', '2031-06-03'],
  )
  for (const values of [report.totals, ...report.rows.map((row) => row.values)])
    assert.equal(new Set(Object.values(values)), new Set([0]))
  for (const group_by of ['location', 'method'] as const)
    assert.equal((await reports.revenue({ ...empty, group_by })).rows, [])
  const { totals } = await reports.clients(empty)
  assert.is(totals.retention_percent, null)
})

test('a range is at most 366 days, not turned round, and of known years', async () => {
  const of = (from: string, to: string) => reports.revenue({ from, to })
  assert.is(await complaint(of('2027-03-02', '2027-03-01')), 'invalid_request #to too_small')
  assert.is(await complaint(of('2027-01-01', '2028-01-02')), 'invalid_request #to too_large')
  assert.is(await complaint(of('1999-12-31', '2000-01-01')), 'invalid_request #from too_small')
  assert.is((await of('2099-12-31', '2099-12-31')).rows.length, 1)
  assert.is(await complaint(of('2027-02-29', '2027-03-01')), 'invalid_request #from wrong_format')
  for (const name of names) {
    const { from, to } = await reports[name]({ from: '2027-01-01', to: '2028-01-01' })
    assert.equal([from, to], ['2027-01-01', '2028-01-01'], name)
  }
})

test('what a report cannot be asked for is refused', async () => {
  const { secret } = books.founded
  const at = (path: string) => server.http('GET', `/v1/reports/${path}`, { credential: secret })
  const range = 'from=2027-03-01&to=2027-03-31'
  for (const [path, status] of [
    [`revenue?${range}&group_by=weekday`, 400],
    [`services?${range}&group_by=day`, 400],
    [`balances?${range}&location_id=1`, 400],
    [`revenue?${range}&location_id=0`, 400],
    ['revenue?from=2027-03-01', 400],
    ['liabilities?to=2027-03-31', 200],
    [`revenue?${range}&location_id=999999`, 200],
  ] as const) {
    const answer = await at(path)
    assert.is(answer.status, status, `${path} ${answer.text}`)
  }
})

test('figures are for owners, admins and secret keys', async () => {
  const clinic = await makeClinic(server)
  for (const role of ['reception', 'specialist'] as const) {
    const [specialist = null] = role === 'specialist' ? clinic.specialistIds : []
    const { sdk } = await memberOf(server, clinic, role, specialist)
    for (const name of names) assert.is(await codeOf(sdk.reports[name](march)), 'forbidden', name)
  }
  const { sdk } = await memberOf(server, clinic, 'admin')
  for (const each of [sdk, server.as(clinic.owner)])
    assert.is((await each.reports.revenue(march)).totals.received, 0)
  assert.is(await codeOf(clinic.site.reports.revenue(march)), 'forbidden')
})

test('columns say what each figure is, in the language of the caller', async () => {
  const { columns } = await reports.utilization(march, { headers: { 'accept-language': 'en' } })
  assert.equal(columns, [
    { name: 'offered', label: 'Minutes offered', unit: 'minutes' },
    { name: 'sold', label: 'Minutes sold', unit: 'minutes' },
    { name: 'percent', label: 'Utilization, %', unit: 'percent' },
  ])
})

test('a spreadsheet gets the same figures, and nothing to run', async () => {
  const at = (path: string, language: string) =>
    server.http('GET', `/v1/reports/${path}&from=2027-03-01&to=2027-03-31&format=csv`, {
      credential: books.founded.secret,
      headers: { 'accept-language': language },
    })
  const reasons = await at('cancellations?group_by=reason', 'ru')
  assert.is(reasons.headers.get('content-type'), 'text/csv; charset=utf-8')
  assert.is(
    reasons.headers.get('content-disposition'),
    'attachment; filename="cancellations-2027-03-01-2027-03-31.csv"',
  )
  // fetch takes the mark off.
  assert.equal(reasons.text.split('\r\n'), [
    'Ключ,Причина,Отменены вовремя,Отменены поздно,Неявки,Потеряно,Удержано',
    'Заболел,Заболел,0,1,0,2500.00,749.99',
    'none,Без причины,1,0,0,2500.00,0.00',
    'no_show,Неявка,0,0,1,999.99,999.99',
    "'=1+2,'=1+2,1,0,0,999.99,0.00",
    '',
  ])
  const services = await at('services?group_by=service', 'en')
  assert.equal(services.text.split('\r\n').slice(0, 3), [
    'Key,Service,Visits,Completed,No-shows,Cancelled,Sold,Average price,Minutes',
    `${books.massage},Массаж,3,2,0,2,7500.00,2500.00,180`,
    `${books.facial},'=Уход,4,2,1,1,3999.96,999.99,225`,
  ])
  const types = await at('balances?group_by=type', 'en')
  assert.equal(types.text.split('\r\n').slice(0, 3), [
    'Key,Operation,Lines,Amount',
    'deposit,Deposit,4,4400.15',
    'withdraw,Withdrawal,3,-710.03',
  ])
})

test.run()
