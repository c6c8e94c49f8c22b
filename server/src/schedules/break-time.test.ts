import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { zone } from '../availability/zone.ts'
import { breakFaults, breakInstants } from './break-time.ts'

const berlin = zone('Europe/Berlin')

function instants(date: string, start_time: string, end_time: string): string {
  const during = breakInstants(berlin, { date, start_time, end_time })
  if ('pointer' in during) return during.pointer
  return `${berlin.isoWithOffset(during.from)} ${berlin.isoWithOffset(during.to)}`
}

test('a break is of the local time of its date', () => {
  assert.is(
    instants('2027-01-11', '13:00', '14:00'),
    '2027-01-11T13:00:00+01:00 2027-01-11T14:00:00+01:00',
  )
  assert.is(
    instants('2027-07-12', '23:00', '24:00'),
    '2027-07-12T23:00:00+02:00 2027-07-13T00:00:00+02:00',
  )
})

test('a time that the clocks skip is no time of a break', () => {
  assert.is(instants('2027-03-28', '02:30', '03:30'), '/start_time')
  assert.is(instants('2027-03-28', '01:30', '02:30'), '/end_time')
  assert.is(
    instants('2027-03-28', '01:30', '03:30'),
    '2027-03-28T01:30:00+01:00 2027-03-28T03:30:00+02:00',
  )
})

test('of a time that occurs twice, the first begins a break and the second ends it', () => {
  assert.is(
    instants('2027-10-31', '02:15', '02:45'),
    '2027-10-31T02:15:00+02:00 2027-10-31T02:45:00+01:00',
  )
})

test('a break ends after it begins, in years of which the offsets are known', () => {
  const faults = (date: string, start_time: string, end_time: string) =>
    breakFaults({ date, start_time, end_time }).map(({ pointer }) => pointer)
  assert.equal(faults('2027-01-11', '13:00', '13:00'), ['/end_time'])
  assert.equal(faults('1999-12-31', '14:00', '13:00'), ['/date', '/end_time'])
  assert.equal(faults('2101-01-01', '13:00', '14:00'), ['/date'])
  assert.equal(faults('2100-12-31', '13:00', '24:00'), [])
})

test.run()
