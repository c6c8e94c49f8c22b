import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Configuration, Interval, ScheduleException } from './configuration.ts'
import { locationHours, specialistHours } from './hours.ts'
import { at, clinic, everyDay, hours, location, onDay, specialist } from './test/clinic.ts'
import { zone } from './zone.ts'

const MONDAY = '2026-06-01'

/** '2026-06-01T09:00 2026-06-01T18:00, …' as the walls of the location show it. */
function told(intervals: Interval[], timeZone = 'Europe/Berlin'): string {
  const iso = (epochMin: number) => zone(timeZone).isoWithOffset(epochMin).slice(8, 16)
  return intervals.map(({ from, to }) => `${iso(from)} ${iso(to)}`).join(', ')
}

function open(configuration: Configuration, date = MONDAY, to = date): string {
  return told(locationHours(configuration, 1, date, to), configuration.locations.get(1)?.timeZone)
}

function working(exceptions: ScheduleException[], week = '10:00-16:00'): string {
  const configuration = clinic({
    specialists: [specialist({ week: at(1, everyDay(week)), exceptions })],
  })
  return told(specialistHours(configuration, 1, 1, MONDAY))
}

function exception(
  kind: 'off' | 'shift',
  text: string,
  over: Partial<ScheduleException> = {},
): ScheduleException {
  return { date: MONDAY, kind, locationId: null, ...hours(text), ...over }
}

test('the rows of the weekday hold while they are valid, both ends included', () => {
  const week = [
    { ...onDay(1, '09:00-12:00'), validTo: '2026-06-01' },
    { ...onDay(1, '10:00-14:00'), validFrom: '2026-06-02' },
    onDay(2, '08:00-09:00'),
  ]
  const configuration = clinic({ locations: [location({ week })] })
  assert.is(open(configuration), '01T09:00 01T12:00')
  assert.is(open(configuration, '2026-06-08'), '08T10:00 08T14:00')
  assert.is(open(configuration, '2026-06-02'), '02T08:00 02T09:00')
  assert.is(open(configuration, '2026-06-03'), '')
})

test('a holiday closes every location, or one; a short day has hours of its own', () => {
  const closed = { locationId: null, date: MONDAY, open: null }
  assert.is(open(clinic({ holidays: [closed] })), '')
  assert.is(open(clinic({ holidays: [{ ...closed, locationId: 2 }] })), '01T09:00 01T18:00')
  const short = { locationId: null, date: MONDAY, open: hours('10:00-14:00') }
  assert.is(open(clinic({ holidays: [short] })), '01T10:00 01T14:00')
})

test('the row of the location goes before the one for all, in whichever order', () => {
  const all = { locationId: null, date: MONDAY, open: null }
  const here = { locationId: 1, date: MONDAY, open: hours('10:00-12:00') }
  for (const holidays of [
    [all, here],
    [here, all],
  ]) {
    assert.is(open(clinic({ holidays })), '01T10:00 01T12:00')
  }
})

test('of several rows for one date the narrowest holds', () => {
  const row = (text: string) => ({ locationId: 1, date: MONDAY, open: hours(text) })
  const holidays = [row('10:00-14:00'), row('12:00-16:00')]
  assert.is(open(clinic({ holidays })), '01T12:00 01T14:00')
  const closed = { locationId: 1, date: MONDAY, open: null }
  assert.is(open(clinic({ holidays: [closed, ...holidays] })), '')
})

test('a special day opens a location that is closed on that weekday', () => {
  const locations = [location({ week: [onDay(2, '09:00-18:00')] })]
  const holidays = [{ locationId: 1, date: MONDAY, open: hours('10:00-12:00') }]
  assert.is(open(clinic({ locations, holidays })), '01T10:00 01T12:00')
})

test('a specialist works only while the location is open, an extra shift too', () => {
  assert.is(working([], '06:00-22:00'), '01T09:00 01T18:00')
  const shift = exception('shift', '16:00-21:00', { locationId: 1 })
  assert.is(working([shift]), '01T10:00 01T18:00')
  assert.is(working([exception('shift', '18:00-21:00', { locationId: 1 })]), '01T10:00 01T16:00')
})

test('an absence takes away from the week and from an extra shift, whatever their order', () => {
  assert.is(working([exception('off', '00:00-24:00')]), '')
  const off = exception('off', '12:00-17:00')
  const shift = exception('shift', '15:00-18:00', { locationId: 1 })
  for (const exceptions of [
    [off, shift],
    [shift, off],
  ]) {
    assert.is(working(exceptions), '01T10:00 01T12:00, 01T17:00 01T18:00')
  }
})

test('what is said of another location or another date does not matter here', () => {
  assert.is(
    working([
      exception('off', '00:00-24:00', { locationId: 2 }),
      exception('off', '00:00-24:00', { date: '2026-06-02' }),
      exception('shift', '16:00-18:00', { locationId: 2 }),
    ]),
    '01T10:00 01T16:00',
  )
})

test('hours that meet at midnight are one stretch', () => {
  const week = [onDay(1, '22:00-24:00'), onDay(2, '00:00-02:00')]
  const configuration = clinic({ locations: [location({ week })] })
  assert.is(open(configuration, MONDAY, '2026-06-02'), '01T22:00 02T02:00')
})

function nights(timeZone: string, text: string): Configuration {
  return clinic({ locations: [location({ timeZone, week: everyDay(text) })] })
}

test('an opening inside a gap begins after it, a closing inside it ends before it', () => {
  assert.is(open(nights('Europe/Berlin', '02:30-05:00'), '2026-03-29'), '29T03:00 29T05:00')
  const early = locationHours(nights('Europe/Berlin', '00:00-02:30'), 1, '2026-03-29')
  assert.is(early.length, 1)
  assert.is((early[0]?.to ?? 0) - (early[0]?.from ?? 0), 120)
})

test('hours that come twice are open both times', () => {
  const whole = locationHours(nights('Europe/Berlin', '01:00-04:00'), 1, '2026-10-25')
  assert.equal(
    whole.map(({ from, to }) => to - from),
    [240],
  )
  const half = open(nights('Europe/Berlin', '02:00-02:30'), '2026-10-25')
  assert.is(half, '25T02:00 25T02:30, 25T02:00 25T02:30')
})

test('24:00 is the next midnight, also on a day of 23 hours or one that begins at one', () => {
  const length = (timeZone: string, date: string) =>
    locationHours(nights(timeZone, '00:00-24:00'), 1, date).map(({ from, to }) => to - from)
  assert.equal(length('Europe/Berlin', '2026-03-29'), [23 * 60])
  assert.equal(length('America/Sao_Paulo', '2018-11-04'), [23 * 60])
  assert.equal(length('America/Sao_Paulo', '2018-11-03'), [24 * 60])
  assert.equal(length('Australia/Lord_Howe', '2026-04-05'), [24 * 60 + 30])
  assert.equal(length('Pacific/Apia', '2011-12-30'), [])
})

test('an unknown location or specialist has no hours', () => {
  assert.equal(locationHours(clinic(), 9, MONDAY), [])
  assert.equal(specialistHours(clinic(), 9, 1, MONDAY), [])
  assert.equal(specialistHours(clinic(), 1, 9, MONDAY), [])
  assert.equal(locationHours(clinic(), 1, MONDAY, '2026-05-31'), [])
})

test.run()
