import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startServer } from '../test/server.ts'
import { keepBooks } from './test/books.ts'
import { openLedger } from './test/ledger.ts'

const server = await startServer()
const books = await keepBooks(server)
const ledger = await openLedger(server.databaseUrl, books.founded.organizationId)
test.after(async () => {
  await ledger.close()
  await server.close()
})
const { reports } = books.as

const booked = (created_at: string, starts_at: string, status: string, source: string) =>
  ledger.visit({
    ...{ location_id: books.moscow, specialist_id: books.anna, service_id: books.massage },
    ...{
      client_id: books.vera,
      price: 250_000,
      total: 250_000,
      created_at,
      starts_at,
      status,
      source,
    },
    ends_at: new Date(Date.parse(starts_at) + 3_600_000).toISOString(),
  })
// A Monday. 21:30 UTC is half past midnight of the next day in Moscow.
await booked('2027-06-07T09:00Z', '2027-06-07T12:00Z', 'completed', 'admin')
await booked('2027-06-07T21:30Z', '2027-06-09T12:00Z', 'no_show', 'widget')
await booked('2027-06-09T09:00Z', '2027-06-12T09:00Z', 'cancelled', 'widget')
await booked('2027-06-10T09:00Z', '2027-08-10T09:00Z', 'confirmed', 'telegram')
await booked('2027-06-10T09:00Z', '2027-06-20T09:00Z', 'expired', 'widget')
const june = { from: '2027-06-01', to: '2027-06-30' }

test('bookings by how far ahead they were made, every distance a row', async () => {
  const { rows, totals } = await reports.bookings(june)
  assert.equal(
    rows.map(({ label, values }) => [label, values.booked]),
    [
      ['В тот же день', 1],
      ['За день', 1],
      ['За 2–3 дня', 1],
      ['За 4–7 дней', 0],
      ['За 8–14 дней', 0],
      ['За 15–30 дней', 0],
      ['Раньше, чем за 30 дней', 1],
    ],
  )
  assert.equal(totals, {
    ...{ booked: 4, cancelled: 1, no_show: 1, lost_percent: 50, sold: 500_000, lead_days: 16 },
  })
})

test('bookings by source, by the day and the hour at which people book', async () => {
  const sources = await reports.bookings({ ...june, group_by: 'source' })
  assert.equal(
    sources.rows.map(({ key, values }) => [key, values.booked, values.sold]),
    [
      ['widget', 2, 0],
      ['admin', 1, 250_000],
      ['telegram', 1, 250_000],
    ],
  )
  const hours = await reports.bookings({ ...june, group_by: 'weekday_hour' })
  assert.equal(
    hours.rows.flatMap(({ key, values }) => (values.booked === 0 ? [] : [[key, values.booked]])),
    [
      ['1-12', 1],
      ['2-00', 1],
      ['3-12', 1],
      ['4-12', 1],
    ],
  )
})

test('who comes again, by the month of the first visit', async () => {
  const { rows, totals } = await reports.retention({ from: '2027-02-01', to: '2027-03-31' })
  // Gleb came in February and in March; of March’s Vera, Dina and Egor, Vera came in April and in June.
  assert.equal(
    rows.map(({ key, values }) => [
      key,
      values.clients,
      values.month_1,
      values.month_2,
      values.month_3,
    ]),
    [
      ['2027-02', 1, 100, 0, 0],
      ['2027-03', 3, 33.33, 0, 33.33],
    ],
  )
  assert.is(rows[1]?.values.month_4, null)
  assert.is(totals.month_1, 50)
})

test.run()
