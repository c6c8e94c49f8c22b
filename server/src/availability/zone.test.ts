import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from './dates.ts'
import { zone } from './zone.ts'

const ZONES = [
  'Europe/Moscow',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/St_Johns',
  'America/Havana',
  'America/Caracas',
  'Atlantic/Azores',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'Asia/Pyongyang',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Chatham',
  'UTC',
]

function minuteOf(value: { epochMilliseconds: number }): number {
  return value.epochMilliseconds / 60_000
}

/** Within two days of a change of the clocks, or anywhere where there is none. */
const moment = fc
  .tuple(
    fc.constantFrom(...ZONES),
    fc.integer({ min: 2000, max: 2040 }),
    fc.integer({ min: 1, max: 365 }),
    fc.integer({ min: -2880, max: 2880 }),
  )
  .map(([name, year, day, delta]) => {
    const start = Temporal.ZonedDateTime.from({ timeZone: name, year, month: 1, day: 1 }).add({
      days: day,
    })
    const next = start.getTimeZoneTransition('next')
    return { name, epochMin: Math.floor(minuteOf(next ?? start)) + delta }
  })
  .filter(({ epochMin }) => epochMin > 15_780_000 && epochMin < 68_000_000)

function at(name: string, epochMin: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epochMin * 60_000).toZonedDateTimeISO(name)
}

function possible(name: string, date: string, minute: number): number[] {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes: minute })
  const found = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(name, { disambiguation }),
  )
  const real = found.filter((each) => each.toPlainDateTime().equals(wall)).map(minuteOf)
  return [...new Set(real)]
}

test('offset, local time and ISO text are those of Temporal around every change of the clocks', () => {
  fc.assert(
    fc.property(moment, ({ name, epochMin }) => {
      const expected = at(name, epochMin)
      const ours = zone(name)
      assert.is(ours.offsetAt(epochMin), expected.offsetNanoseconds / 6e10)
      assert.equal(ours.localOf(epochMin), {
        date: expected.toPlainDate().toString(),
        minute: expected.hour * 60 + expected.minute,
      })
      const text = expected.toString({ timeZoneName: 'never', smallestUnit: 'second' })
      assert.is(ours.isoWithOffset(epochMin), text)
    }),
    { numRuns: 400 },
  )
})

test('a local time has the instants that Temporal finds, none in a gap and two in an overlap', () => {
  const seen = new Set<number>()
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 1440 }), ({ name, epochMin }, minute) => {
      const { date, minute: near } = zone(name).localOf(epochMin)
      for (const each of [minute, near]) {
        const instants = zone(name).instantsOf(date, each)
        assert.equal(instants, possible(name, date, each), `${name} ${date} ${each}`)
        seen.add(instants.length)
      }
    }),
    { numRuns: 400 },
  )
  assert.equal([...seen].sort(), [0, 1, 2])
})

test('a date starts where Temporal starts it, also when midnight is skipped or repeated', () => {
  fc.assert(
    fc.property(moment, ({ name, epochMin }) => {
      const { date } = zone(name).localOf(epochMin)
      const start = Temporal.PlainDate.from(date).toZonedDateTime(name)
      assert.is(zone(name).startOfDay(date), minuteOf(start), `${name} ${date}`)
    }),
    { numRuns: 400 },
  )
})

test('the pieces of a stretch of time hold each of its instants once, in order, with its local date and minute', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 4000 }), ({ name, epochMin }, length) => {
      const ours = zone(name)
      let next = epochMin
      for (const { day, from, to, base } of ours.pieces(epochMin, epochMin + length)) {
        assert.is(base + from, next)
        for (const minute of [from, to - 1]) {
          const local = ours.localOf(base + minute)
          assert.equal(local, { date: addDays('1970-01-01', day), minute })
        }
        next = base + to
      }
      assert.is(next, epochMin + length)
    }),
    { numRuns: 200 },
  )
})

function iso(name: string, date: string, minute: number): string[] {
  return zone(name)
    .instantsOf(date, minute)
    .map((each) => zone(name).isoWithOffset(each))
}

test('known changes of the clocks', () => {
  assert.equal(iso('Europe/Moscow', '2026-03-01', 600), ['2026-03-01T10:00:00+03:00'])
  assert.equal(iso('Europe/Berlin', '2026-03-29', 150), [])
  assert.equal(iso('Europe/Berlin', '2026-10-25', 150), [
    '2026-10-25T02:30:00+02:00',
    '2026-10-25T02:30:00+01:00',
  ])
  assert.equal(iso('Australia/Lord_Howe', '2026-04-05', 105), [
    '2026-04-05T01:45:00+11:00',
    '2026-04-05T01:45:00+10:30',
  ])
  assert.equal(iso('Asia/Kathmandu', '2026-03-01', 0), ['2026-03-01T00:00:00+05:45'])
  assert.equal(iso('Pacific/Apia', '2011-12-30', 720), [])
  assert.equal(iso('UTC', '2026-03-01', 1440), ['2026-03-02T00:00:00+00:00'])
})

function start(name: string, date: string): string {
  return zone(name).isoWithOffset(zone(name).startOfDay(date))
}

test('a date whose midnight does not exist starts an hour later', () => {
  assert.is(start('America/Sao_Paulo', '2018-11-04'), '2018-11-04T01:00:00-02:00')
  assert.is(start('Africa/Cairo', '2026-04-24'), '2026-04-24T01:00:00+03:00')
  assert.is(start('Asia/Beirut', '2026-03-29'), '2026-03-29T01:00:00+03:00')
})

test('a date that the zone skipped starts after the gap and is empty', () => {
  assert.is(start('Pacific/Apia', '2011-12-30'), '2011-12-31T00:00:00+14:00')
  const { from, to } = zone('Pacific/Apia').spanOf(15_338, 15_338)
  assert.is(from, to)
})

test('what is no IANA name in its exact spelling is refused', () => {
  for (const wrong of [
    'UTC+25',
    'Mars/Phobos',
    '../../etc/passwd',
    'EST5EDT;x',
    '',
    'europe/moscow',
    'EUROPE/MOSCOW',
    '+03:00',
    'GMT+3',
    'Local',
    '__proto__',
  ]) {
    assert.throws(
      () => zone(wrong),
      (error: unknown) => error instanceof RangeError,
      wrong,
    )
  }
})

test('old and new spellings of a renamed zone are both good and agree', () => {
  for (const [old, renamed] of [
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['America/Godthab', 'America/Nuuk'],
  ] as const) {
    assert.is(zone(old).offsetAt(29_000_000), zone(renamed).offsetAt(29_000_000))
  }
})

test('every zone that the runtime lists has a table', () => {
  for (const name of Intl.supportedValuesOf('timeZone')) {
    const offset = zone(name).offsetAt(29_700_000)
    assert.ok(offset >= -720 && offset <= 840 && offset % 15 === 0, name)
  }
})

test('an instant far outside the known years is refused, not guessed', () => {
  for (const wrong of [-1, 4_222_000_000, 4_294_967_296 + 29_000_000, NaN, Infinity]) {
    assert.throws(
      () => zone('UTC').offsetAt(wrong),
      (error: unknown) => error instanceof RangeError,
    )
  }
})

test.run()
