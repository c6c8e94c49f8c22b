import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { zone } from '../availability/zone.ts'
import { afterQuiet, minuteOfDay, quietAround, reminderTime, type Quiet } from './quiet.ts'

const MINUTE_MS = 60_000
const moscow = 'Europe/Moscow'
const night: Quiet = { from: minuteOfDay('22:00'), to: minuteOfDay('08:00') }
const at = (local: string) => new Date(`${local}+03:00`)
const local = (instant: Date) =>
  zone(moscow)
    .isoWithOffset(instant.getTime() / MINUTE_MS)
    .slice(0, 16)

test('quiet hours begin with their first minute and have ended with their last', () => {
  const table: [string, string | null][] = [
    ['2027-01-11T21:59', null],
    ['2027-01-11T22:00', '2027-01-12T08:00'],
    ['2027-01-11T23:59', '2027-01-12T08:00'],
    ['2027-01-12T00:00', '2027-01-12T08:00'],
    ['2027-01-12T07:59', '2027-01-12T08:00'],
    ['2027-01-12T08:00', null],
  ]
  for (const [when, until] of table) {
    const around = quietAround(at(when), night, moscow)
    assert.is(around && local(around.to), until, when)
  }
})

test('quiet hours of a day are of that day; the same twice are none', () => {
  const rest = { from: minuteOfDay('13:00'), to: minuteOfDay('14:00') }
  assert.is(local(afterQuiet(at('2027-01-11T13:30'), rest, moscow)), '2027-01-11T14:00')
  assert.is(quietAround(at('2027-01-11T12:59'), rest, moscow), null)
  assert.is(quietAround(at('2027-01-11T03:00'), { from: 600, to: 600 }, moscow), null)
})

test('a reminder that would wake somebody comes in the morning, or on the evening before', () => {
  // When the visit begins, how many hours before the reminder is meant to come, and when it comes.
  const table: [string, number, string][] = [
    ['2027-01-12T12:00', 2, '2027-01-12T10:00'],
    ['2027-01-12T12:00', 24, '2027-01-11T12:00'],
    // An hour is left at eight o'clock.
    ['2027-01-12T09:30', 2, '2027-01-12T08:00'],
    ['2027-01-12T09:00', 2, '2027-01-12T08:00'],
    // At eight they are on their way.
    ['2027-01-12T08:59', 2, '2027-01-11T21:59'],
    ['2027-01-12T08:30', 2, '2027-01-11T21:59'],
    ['2027-01-12T06:00', 2, '2027-01-11T21:59'],
    ['2027-01-12T23:30', 24, '2027-01-12T08:00'],
    ['2027-01-12T07:00', 24, '2027-01-11T08:00'],
  ]
  for (const [visit, hours, expected] of table) {
    const startsAt = at(visit)
    const wanted = new Date(startsAt.getTime() - hours * 60 * MINUTE_MS)
    const sent = reminderTime(wanted, startsAt, { quiet: night, timeZone: moscow })
    assert.is(local(sent), expected, `${visit} ${hours}`)
  }
})

const zones = ['Europe/Moscow', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC']
const minute = fc.integer({ min: 0, max: 1439 })
const instant = fc
  .integer({ min: Date.UTC(2020, 0, 1) / MINUTE_MS, max: Date.UTC(2030, 0, 1) / MINUTE_MS })
  .map((minutes) => new Date(minutes * MINUTE_MS))

test('a reminder is before its visit and wakes nobody, in any zone and with the clocks put on', () => {
  fc.assert(
    fc.property(
      instant,
      fc.integer({ min: 1, max: 3000 }),
      minute,
      minute,
      fc.constantFrom(...zones),
      (startsAt, before, from, to, timeZone) => {
        const quiet = { from, to }
        const wanted = new Date(startsAt.getTime() - before * MINUTE_MS)
        const sent = reminderTime(wanted, startsAt, { quiet, timeZone })
        assert.ok(sent < startsAt)
        // Where the clocks are put back, the minute before the quiet hours may be one of the first pass through them.
        const { offsetAt } = zone(timeZone)
        const minutes = (of: Date) => Math.floor(of.getTime() / MINUTE_MS)
        const isSteady = offsetAt(minutes(sent) - 1500) === offsetAt(minutes(sent) + 1500)
        if (isSteady) assert.is(quietAround(sent, quiet, timeZone), null)
      },
    ),
    { numRuns: 500 },
  )
})

test.run()
