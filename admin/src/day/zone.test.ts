import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { instantOf, offsetName, wallOf } from './zone.ts'

test('a wall clock of a branch and its instant are one another’s', () => {
  for (const zone of ['Europe/Moscow', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham'])
    for (const wall of ['2027-01-11T10:00', '2027-07-01T00:00', '2027-12-31T23:45'])
      assert.is(wallOf(instantOf(wall, zone), zone), wall, zone)
  assert.is(instantOf('2027-01-11T10:00', 'Europe/Moscow'), '2027-01-11T07:00:00.000Z')
})

test('an hour that occurs twice is its first, one that does not occur is after the change', () => {
  const zone = 'Europe/Berlin'
  assert.is(instantOf('2027-10-31T02:30', zone), '2027-10-31T00:30:00.000Z')
  assert.is(wallOf(instantOf('2027-03-28T02:30', zone), zone), '2027-03-28T03:30')
})

test('the offset is that of the date', () => {
  assert.is(offsetName('2027-01-11', 'Europe/Berlin'), '+01:00')
  assert.is(offsetName('2027-07-11', 'Europe/Berlin'), '+02:00')
  assert.is(offsetName('2027-07-11', 'America/St_Johns'), '-02:30')
})

test.run()
