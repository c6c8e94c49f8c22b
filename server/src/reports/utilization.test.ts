import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startServer } from '../test/server.ts'
import { keepBooks } from './test/books.ts'
import { openLedger } from './test/ledger.ts'

const server = await startServer()
test.after(() => server.close())
await keepBooks(server)
const books = await keepBooks(server)
const { moscow, york, anna, boris, room } = books

/** In New York the clocks go forward at 02:00 of the 14th; the 8th is a holiday, Anna is away on the 11th. */
const week = { from: '2027-03-08', to: '2027-03-14' }

type Query = Parameters<typeof books.as.reports.utilization>[0]

async function minutes(query: Partial<Query>) {
  const { rows, totals } = await books.as.reports.utilization({ ...week, ...query })
  const of = ({ offered, sold, percent }: typeof totals) => [offered, sold, percent]
  return { rows: rows.map(({ key, values }) => [key, ...of(values)]), totals: of(totals) }
}

test('by day: holidays, absences, breaks and a night an hour shorter are taken off', async () => {
  assert.equal(await minutes({ group_by: 'day' }), {
    rows: [
      ['2027-03-08', 0, 0, null],
      ['2027-03-09', 1140, 0, 0],
      ['2027-03-10', 1080, 165, 15.28],
      ['2027-03-11', 600, 0, 0],
      ['2027-03-12', 1140, 0, 0],
      ['2027-03-13', 1140, 0, 0],
      ['2027-03-14', 1080, 60, 5.56],
    ],
    totals: [6180, 225, 3.64],
  })
})

test('by specialist and by branch', async () => {
  const totals = [6180, 225, 3.64]
  assert.equal(await minutes({ group_by: 'specialist' }), {
    rows: [
      [String(anna), 2640, 120, 4.55],
      [String(boris), 3540, 105, 2.97],
    ],
    totals,
  })
  assert.equal(await minutes({ group_by: 'location' }), {
    rows: [
      [String(moscow), 2640, 120, 4.55],
      [String(york), 3540, 105, 2.97],
    ],
    totals,
  })
})

test('by workplace: the hours of its branch, whoever works there', async () => {
  assert.equal(await minutes({ group_by: 'workplace' }), {
    rows: [[String(room), 3240, 120, 3.7]],
    totals: [3240, 120, 3.7],
  })
})

test('by day of the week, and by its hours', async () => {
  const days = await minutes({ group_by: 'weekday' })
  assert.equal(days.rows[2], ['3', 1080, 165, 15.28])
  assert.equal(days.rows[6], ['7', 1080, 60, 5.56])
  const hours = await minutes({ group_by: 'weekday_hour' })
  assert.is(hours.rows.length, 168)
  assert.equal(hours.totals, [6180, 225, 3.64])
  const at = new Map(hours.rows.map(([key, ...rest]) => [key, rest]))
  assert.equal(at.get('3-09'), [120, 0, 0])
  assert.equal(at.get('3-10'), [60, 60, 100])
  assert.equal(at.get('3-13'), [0, 0, null])
  assert.equal(at.get('3-21'), [0, 30, null])
  assert.equal(at.get('3-22'), [0, 15, null])
  assert.equal(at.get('7-01'), [60, 0, 0])
  assert.equal(at.get('7-02'), [0, 0, null])
  assert.equal(at.get('7-03'), [60, 0, 0])
})

test('by workplace and hour: a room is offered through the break of who works in it', async () => {
  const { rows, totals } = await minutes({ group_by: 'workplace_weekday_hour' })
  // Six days of nine hours: Monday is a holiday.
  assert.is(rows.length, 54)
  assert.equal(totals, [3240, 120, 3.7])
  const at = new Map(rows.map(([key, ...rest]) => [key, rest]))
  assert.equal(at.get(`${room}-3-10`), [60, 60, 100])
  assert.equal(at.get(`${room}-3-12`), [60, 60, 100])
  assert.equal(at.get(`${room}-3-13`), [60, 0, 0])
  assert.equal(at.get(`${room}-4-17`), [60, 0, 0])
  assert.is(at.get(`${room}-1-10`), undefined)
  const twice = {
    from: '2027-03-08',
    to: '2027-03-17',
    group_by: 'workplace_weekday_hour',
  } as const
  const { rows: found } = await books.as.reports.utilization(twice)
  const wednesday = found.find(({ key }) => key === `${room}-3-10`)
  assert.equal(wednesday?.values, { offered: 120, sold: 60, percent: 50 })
  assert.match(wednesday?.label ?? '', /^Кабинет 1, (ср|Wed) 10:00$/)
})

test('of one branch or one specialist', async () => {
  const totals = [3540, 105, 2.97]
  assert.equal((await minutes({ location_id: york })).totals, totals)
  assert.equal((await minutes({ specialist_id: boris })).totals, totals)
})

test('a holiday and an absence that are over are still taken off', async () => {
  const { rows } = await minutes({ from: '2020-03-09', to: '2020-03-12', location_id: moscow })
  assert.equal(
    rows.map(([key, offered]) => [key, offered]),
    [
      ['2020-03-09', 540],
      ['2020-03-10', 0],
      ['2020-03-11', 0],
      ['2020-03-12', 540],
    ],
  )
})

test('who is archived offers nothing from then on', async () => {
  const ledger = await openLedger(server.databaseUrl, books.founded.organizationId)
  // Noon in Moscow.
  await ledger.query(`update specialists set archived_at = '2027-03-13T09:00Z' where id = $1`, [
    anna,
  ])
  await ledger.query(`update workplaces set archived_at = '2027-03-10T09:00Z' where id = $1`, [
    room,
  ])
  await ledger.close()
  const { rows } = await minutes({ location_id: moscow })
  assert.equal(
    rows.slice(4).map(([key, offered]) => [key, offered]),
    [
      ['2027-03-12', 540],
      ['2027-03-13', 180],
      ['2027-03-14', 0],
    ],
  )
  assert.equal((await minutes({ group_by: 'workplace' })).totals, [540 + 180, 120, 16.67])
})

test.run()
