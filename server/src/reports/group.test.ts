import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, makeClinic } from '../test/clinic.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
test.after(() => server.close())

test('a group session is one hour of its specialist and its room, however many come', async () => {
  const clinic = await makeClinic(server, { capacity: 5 })
  for (const time of ['10:00', '10:00', '10:00', '12:00']) await bookAt(clinic, time)
  const range = { from: clinic.day, to: clinic.day }
  const { reports } = clinic.admin
  for (const group_by of [
    'day',
    'specialist',
    'workplace',
    'weekday_hour',
    'workplace_weekday_hour',
  ] as const) {
    const { totals } = await reports.utilization({ ...range, group_by })
    assert.is(totals.sold, 120, group_by)
  }
  const { totals } = await reports.services(range)
  assert.equal([totals.visits, totals.minutes, totals.sold], [4, 120, 1_000_000])
})

test.run()
