import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays, dateOf, dayNumber, daysBetween, weekday } from './dates.ts'

test('day numbers count from 1970 and know leap years', () => {
  assert.is(dayNumber('1970-01-01'), 0)
  assert.is(dayNumber('1969-12-31'), -1)
  assert.is(addDays('2028-02-28', 1), '2028-02-29')
  assert.is(addDays('2100-02-28', 1), '2100-03-01')
  assert.is(daysBetween('2026-12-31', '2027-01-01'), 1)
  assert.is(weekday('2026-03-02'), 1)
  assert.is(weekday('2026-03-01'), 7)
})

test('what is no date is refused', () => {
  for (const wrong of [
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-01',
    '0000-01-01',
    '2026-03-01T00:00',
    '+010000-01-01',
    '',
  ]) {
    assert.throws(
      () => dayNumber(wrong),
      (error: unknown) => error instanceof RangeError,
    )
  }
})

test('every day from 0001 to 9999 has the date and the weekday that Date gives it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
      const date = new Date(day * 86_400_000)
      assert.is(dateOf(day), date.toISOString().slice(0, 10))
      assert.is(dayNumber(dateOf(day)), day)
      assert.is(weekday(dateOf(day)), date.getUTCDay() === 0 ? 7 : date.getUTCDay())
    }),
    { numRuns: 500 },
  )
})

test.run()
