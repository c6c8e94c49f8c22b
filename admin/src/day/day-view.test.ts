import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { dayView, readDayView } from './day-view.ts'

const today = '2027-01-11'
const read = (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://panel')
  return readDayView({ rest: pathname.split('/').slice(2), query: searchParams }, today)
}

test('what is looked at is in the address, and read from it again', () => {
  for (const path of [
    'day/2027-02-01',
    'day/2027-02-01?client=7',
    'day/2027-02-01?view=week&by=rooms&specialist=3&all=1',
  ])
    assert.is(dayView(read(path)), path)
})

test('an odd date is today', () => {
  for (const date of ['', 'x', '2027-13-01', '2027-1-1', '0'])
    assert.is(read(`day/${date}`).date, today, date)
})

test.run()
