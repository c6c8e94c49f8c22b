import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startServer } from '../test/server.ts'
import { keepBooks } from './test/books.ts'

const server = await startServer()
test.after(() => server.close())
await keepBooks(server)
const books = await keepBooks(server)
const { reports } = books.as
const march = { from: '2027-03-01', to: '2027-03-31' }
const spring = { from: '2027-02-01', to: '2027-04-30' }

const massage = {
  ...{ visits: 3, completed: 2, no_show: 0, cancelled: 2 },
  ...{ sold: 750_000, average_price: 250_000, minutes: 180 },
}
const facial = {
  ...{ visits: 4, completed: 2, no_show: 1, cancelled: 1 },
  ...{ sold: 399_996, average_price: 99_999, minutes: 225 },
}
const all = {
  ...{ visits: 7, completed: 4, no_show: 1, cancelled: 3 },
  ...{ sold: 1_149_996, average_price: 164_285, minutes: 405 },
}

test('visits by service: the one that sold most is first', async () => {
  const report = await reports.services(march)
  assert.equal(report.rows, [
    { key: String(books.massage), label: 'Массаж', values: massage },
    { key: String(books.facial), label: '=Уход', values: facial },
  ])
  assert.equal(report.totals, all)
})

test('visits by category: a service without one has its row', async () => {
  const { rows } = await reports.services({ ...march, group_by: 'category' })
  assert.equal(rows, [
    { key: 'Тело', label: 'Тело', values: massage },
    { key: 'none', label: 'Без категории', values: facial },
  ])
})

test('visits by month: an empty one has no average', async () => {
  const { rows } = await reports.services({
    from: '2027-01-31',
    to: '2027-02-28',
    group_by: 'month',
  })
  const nothing = { visits: 0, completed: 0, no_show: 0, cancelled: 0, sold: 0, minutes: 0 }
  assert.equal(
    rows.map(({ key, values }) => [key, values]),
    [
      ['2027-01', { ...nothing, average_price: null }],
      [
        '2027-02',
        { ...nothing, visits: 1, completed: 1, sold: 250_000, average_price: 250_000, minutes: 60 },
      ],
    ],
  )
})

test('visits by specialist', async () => {
  const report = await reports.specialists(march)
  assert.equal(report.rows, [
    { key: String(books.anna), label: 'Анна Ли', values: massage },
    { key: String(books.boris), label: 'Борис', values: facial },
  ])
  assert.equal(report.totals, all)
  const { rows } = await reports.specialists({ ...spring, group_by: 'month' })
  assert.equal(
    rows.map(({ key, values }) => [key, values.sold]),
    [
      ['2027-02', 250_000],
      ['2027-03', 1_149_996],
      ['2027-04', 349_999],
    ],
  )
})

type ClientsQuery = Parameters<typeof reports.clients>[0]

async function came(query: ClientsQuery) {
  const { rows } = await reports.clients(query)
  return rows.flatMap(({ key, values: { clients, new: fresh, returning, visits } }) =>
    visits === 0 ? [] : [[key, clients, fresh, returning, visits]],
  )
}

test('a client is new where their first visit of all is', async () => {
  const report = await reports.clients(march)
  assert.equal(report.totals, {
    ...{ clients: 4, new: 3, returning: 1, visits: 5, returned: 1, retention_percent: 33.33 },
  })
  assert.is(report.rows.length, 31)
  assert.equal(await came(march), [
    ['2027-03-10', 2, 2, 0, 2],
    ['2027-03-14', 1, 0, 1, 1],
    ['2027-03-20', 1, 1, 0, 1],
    ['2027-03-24', 1, 0, 1, 1],
  ])
})

test('a client of two months is one in the totals', async () => {
  assert.equal(await came({ ...spring, group_by: 'month' }), [
    ['2027-02', 1, 1, 0, 1],
    ['2027-03', 4, 3, 1, 5],
    ['2027-04', 1, 0, 1, 1],
  ])
  const { totals } = await reports.clients({ ...spring, group_by: 'month' })
  // Gleb came again 42 days later, Vera four days later; Dina and Egor did not.
  assert.equal(totals, {
    ...{ clients: 4, new: 4, returning: 0, visits: 7, returned: 2, retention_percent: 50 },
  })
})

test('clients by the source of their visits', async () => {
  assert.equal(await came({ ...march, group_by: 'source' }), [
    ['admin', 1, 0, 1, 1],
    ['api', 1, 1, 0, 1],
    ['site', 1, 0, 1, 1],
    ['telegram', 1, 1, 0, 1],
    ['widget', 1, 1, 0, 1],
  ])
})

test('who was at another branch before is not new at this one', async () => {
  const { totals } = await reports.clients({ ...march, location_id: books.york })
  assert.equal(totals, {
    ...{ clients: 3, new: 2, returning: 1, visits: 3, returned: 0, retention_percent: 0 },
  })
})

const lost = {
  ...{ visits: 10, cancelled_in_time: 2, cancelled_late: 1, no_show: 1, rate_percent: 40 },
  ...{ lost: 699_998, kept: 174_998 },
}

test('what was cancelled and not come to, what it cost and what was kept', async () => {
  const report = await reports.cancellations(march)
  assert.equal(report.totals, lost)
  assert.equal(
    report.rows.flatMap(({ key, values: { lost: sum, kept } }) => (sum ? [[key, sum, kept]] : [])),
    [
      ['2027-03-16', 250_000, 0],
      ['2027-03-17', 250_000, 74_999],
      ['2027-03-18', 99_999, 99_999],
      ['2027-03-19', 99_999, 0],
    ],
  )
})

test('cancellations by branch, service and specialist', async () => {
  const { moscow, york, massage: one, facial: two, anna, boris } = books
  for (const [group_by, first, second] of [
    ['location', moscow, york],
    ['service', one, two],
    ['specialist', anna, boris],
  ] as const) {
    const { rows } = await reports.cancellations({ ...march, group_by })
    assert.equal(
      rows.map(({ key, values }) => [key, values]),
      [
        [
          String(first),
          {
            ...{ visits: 5, cancelled_in_time: 1, cancelled_late: 1, no_show: 0, rate_percent: 40 },
            ...{ lost: 500_000, kept: 74_999 },
          },
        ],
        [
          String(second),
          {
            ...{ visits: 5, cancelled_in_time: 1, cancelled_late: 0, no_show: 1, rate_percent: 40 },
            ...{ lost: 199_998, kept: 99_999 },
          },
        ],
      ],
    )
  }
})

test('cancellations by week and month', async () => {
  const of = async (group_by: 'week' | 'month') => {
    const { rows } = await reports.cancellations({ ...march, group_by })
    return rows.map(({ key, values }) => [key, values.visits, values.lost, values.kept])
  }
  assert.equal(await of('week'), [
    ['2027-03-01', 0, 0, 0],
    ['2027-03-08', 4, 0, 0],
    ['2027-03-15', 5, 699_998, 174_998],
    ['2027-03-22', 1, 0, 0],
    ['2027-03-29', 0, 0, 0],
  ])
  assert.equal(await of('month'), [['2027-03', 10, 699_998, 174_998]])
})

test('reasons are of what was lost only', async () => {
  const report = await reports.cancellations({ ...march, group_by: 'reason' })
  const { visits: _visits, rate_percent: _rate, ...totals } = lost
  assert.equal(report.totals, totals)
  assert.equal(
    report.rows.map(({ key, label, values }) => [key, label, values.lost, values.kept]),
    [
      ['Заболел', 'Заболел', 250_000, 74_999],
      ['none', 'Без причины', 250_000, 0],
      ['no_show', 'Неявка', 99_999, 99_999],
      ['=1+2', '=1+2', 99_999, 0],
    ],
  )
})

test.run()
