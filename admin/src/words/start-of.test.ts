import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startOf } from './start-of.ts'

test('a date begins when it does in its zone, also where midnight does not exist', () => {
  assert.is(startOf('2027-01-11', 'Europe/Moscow'), '2027-01-10T21:00:00.000Z')
  assert.is(startOf('2027-07-01', 'Asia/Kathmandu'), '2027-06-30T18:15:00.000Z')
  // Clocks in Beirut went from 23:59 to 01:00.
  assert.is(startOf('2024-03-31', 'Asia/Beirut'), '2024-03-30T22:00:00.000Z')
})

test.run()
