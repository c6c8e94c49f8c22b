import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { candidatesAt, find } from './find.ts'
import type { FindInput } from './find.ts'
import { occupiedRange } from './range.ts'
import {
  asking,
  at,
  clinic,
  clocks,
  everyDay,
  instant,
  location,
  onDay,
  service,
  specialist,
  taken,
} from './test/clinic.ts'

const DATE = '2026-06-01'

function starts(input: FindInput): string {
  return clocks(
    find(input).flatMap((day) => day.slots),
    input.configuration.locations.get(1)?.timeZone,
  )
}

/** 10:00 to 13:00, which is five starts of an hour on a grid of 30 minutes. */
const morning = { specialists: [specialist({ week: at(1, everyDay('10:00-13:00')) })] }

test('a visit fits between opening and closing, to the minute', () => {
  assert.is(starts(asking(clinic(morning))), '10:00 10:30 11:00 11:30 12:00')
})

test('every date of the range is answered, also one without a start', () => {
  const closed = location({ week: [onDay(2, '09:00-11:00')] })
  const days = find(asking(clinic({ locations: [closed] }), { toDate: '2026-06-03' }))
  assert.equal(
    days.map(({ date, slots }) => [date, slots.length]),
    [
      ['2026-06-01', 0],
      ['2026-06-02', 3],
      ['2026-06-03', 0],
    ],
  )
})

test('visits that touch what is taken do not overlap it', () => {
  const occupied = {
    specialists: new Map([[1, [taken(DATE, '11:00-12:00')]]]),
    workplaces: new Map(),
  }
  assert.is(starts(asking(clinic(morning), { occupied })), '10:00 12:00')
})

test('buffers keep clear of what is taken, but may lie outside the hours', () => {
  const services = [service({ bufferBeforeMin: 15, bufferAfterMin: 10 })]
  const occupied = {
    specialists: new Map([[1, [taken(DATE, '08:00-09:45'), taken(DATE, '11:40-11:45')]]]),
    workplaces: new Map(),
  }
  const input = asking(clinic({ ...morning, services }), { occupied })
  assert.is(starts(input), '10:00 10:30 12:00')
})

test('each specialist has a duration and a price of their own', () => {
  const configuration = clinic({
    services: [
      service({
        specialists: new Map([
          [1, { price: 1000, durationMin: 60 }],
          [2, { price: 1500, durationMin: 90 }],
        ]),
      }),
    ],
    specialists: [1, 2].map((id) => specialist({ id, week: at(1, everyDay('10:00-12:00')) })),
  })
  const [day] = find(asking(configuration))
  assert.equal(
    day?.slots.map(({ startMin, candidates }) => [
      clocks([{ startMin }]),
      candidates.map(({ specialistId, endMin, price }) => [specialistId, endMin - startMin, price]),
    ]),
    [
      [
        '10:00',
        [
          [1, 60, 1000],
          [2, 90, 1500],
        ],
      ],
      [
        '10:30',
        [
          [1, 60, 1000],
          [2, 90, 1500],
        ],
      ],
      ['11:00', [[1, 60, 1000]]],
    ],
  )
  assert.is(starts(asking(configuration, { specialistId: 2 })), '10:00 10:30')
})

test('a visit needs one free workplace of this location that can host the service', () => {
  const configuration = clinic({
    ...morning,
    locations: [location({ workplaceIds: [11, 12, 13] })],
    services: [service({ workplaceIds: [12, 13, 99] })],
  })
  const occupied = {
    specialists: new Map(),
    workplaces: new Map([
      [12, [taken(DATE, '10:00-12:00')]],
      [13, [taken(DATE, '11:30-13:00', 'hold')]],
    ]),
  }
  const [day] = find(asking(configuration, { occupied }))
  assert.equal(
    day?.slots.map(({ startMin, candidates }) => [
      clocks([{ startMin }]),
      candidates[0]?.workplaceIds,
    ]),
    [
      ['10:00', [13]],
      ['10:30', [13]],
      ['12:00', [12]],
    ],
  )
})

test('a service whose workplaces are all elsewhere is not offered here', () => {
  const services = [service({ workplaceIds: [99] })]
  const configuration = clinic({ services, locations: [location({ workplaceIds: [11] })] })
  assert.is(starts(asking(configuration)), '')
  assert.equal(candidatesAt({ ...asking(configuration), desk: true }, instant(DATE, '10:00')), [])
})

test('what is archived is not offered, what is not bookable online only at the desk', () => {
  const offline = asking(clinic({ ...morning, services: [service({ onlineBookable: false })] }))
  assert.is(starts(offline), '')
  assert.is(starts({ ...offline, desk: true }), '10:00 10:30 11:00 11:30 12:00')
  for (const parts of [
    { locations: [location({ archived: true })] },
    { services: [service({ archived: true })] },
    { specialists: [specialist({ archived: true })] },
    { specialists: [] },
  ]) {
    assert.is(starts({ ...asking(clinic(parts)), desk: true }), '')
  }
  assert.is(starts(asking(clinic(), { serviceId: 77 })), '')
  assert.is(starts(asking(clinic(), { locationId: 77 })), '')
})

test('a start is no earlier than now and the lead, to the second', () => {
  const input = asking(clinic(morning), { rules: { leadTimeMin: 60, horizonDays: 0 } })
  const now = instant(DATE, '10:30')
  assert.is(starts({ ...input, now }), '11:30 12:00')
  assert.is(starts({ ...input, now: now + 0.5 }), '12:00')
  assert.is(starts({ ...input, now, desk: true }), '10:00 10:30 11:00 11:30 12:00')
})

test('the last day offered is today and the horizon, by the calendar of the location', () => {
  const input = asking(clinic(morning), {
    now: instant(DATE, '23:59'),
    toDate: '2026-06-05',
    rules: { leadTimeMin: 0, horizonDays: 2 },
  })
  const offered = (asked: FindInput) =>
    find(asked)
      .filter((day) => day.slots.length > 0)
      .map((day) => day.date.slice(8))
      .join(' ')
  assert.is(offered(input), '02 03')
  assert.is(offered({ ...input, now: input.now + 1 }), '02 03 04')
  assert.is(offered({ ...input, desk: true }), '01 02 03 04 05')
})

test('the grid counts from local midnight, and again from the next one', () => {
  const locations = [location({ slotStepMin: 50, week: everyDay('00:00-24:00') })]
  const specialists = [specialist({ week: at(1, everyDay('09:00-13:00')) })]
  assert.is(starts(asking(clinic({ locations, specialists }))), '09:10 10:00 10:50 11:40')
})

test('a visit may go on after midnight when both days are open', () => {
  const open = location({ week: everyDay('00:00-24:00') })
  const nights = [onDay(1, '22:00-24:00'), onDay(2, '00:00-01:00')]
  const specialists = [specialist({ week: at(1, nights) })]
  const input = asking(clinic({ locations: [open], specialists }), { toDate: '2026-06-02' })
  assert.is(starts(input), '22:00 22:30 23:00 23:30 00:00')
})

const night = {
  locations: [location({ week: everyDay('00:00-24:00') })],
  specialists: [specialist({ week: at(1, everyDay('01:00-04:00')) })],
}

test('the hour that the clocks skip is not offered, and a visit lasts its minutes across it', () => {
  const input = asking(clinic(night), {
    fromDate: '2026-03-29',
    now: instant('2026-03-01', '00:00'),
  })
  assert.is(starts(input), '01:00 01:30 03:00')
})

test('the hour that comes twice is offered twice, as two instants', () => {
  const input = asking(clinic(night), {
    fromDate: '2026-10-25',
    now: instant('2026-10-01', '00:00'),
  })
  assert.is(starts(input), '01:00 01:30 02:00 02:30 02:00 02:30 03:00')
  const slots = find(input)[0]?.slots ?? []
  assert.is(new Set(slots.map((each) => each.startMin)).size, 7)
})

test('a time off the grid is for the desk only', () => {
  const input = asking(clinic(morning))
  const startMin = instant(DATE, '10:07')
  assert.equal(candidatesAt(input, startMin), [])
  assert.equal(candidatesAt({ ...input, desk: true }, startMin), [
    { specialistId: 1, endMin: startMin + 60, price: 1000, workplaceIds: [] },
  ])
  assert.equal(candidatesAt({ ...input, desk: true }, instant(DATE, '12:01')), [])
})

test('an instant that is no minute, or of no known year, is not offered', () => {
  const input = { ...asking(clinic(morning)), desk: true }
  for (const wrong of [NaN, Infinity, -1, 4_222_000_000, instant(DATE, '10:00') + 0.5]) {
    assert.equal(candidatesAt(input, wrong), [])
  }
  const far = { ...input, fromDate: '9999-12-30', toDate: '9999-12-31' }
  assert.equal(find(far), [
    { date: '9999-12-30', slots: [] },
    { date: '9999-12-31', slots: [] },
  ])
})

test('an override that overlaps another appointment hides neither', () => {
  const list = [
    taken(DATE, '10:00-11:30'),
    taken(DATE, '10:15-10:30'),
    taken(DATE, '11:00-11:15', 'break'),
  ]
  const occupied = { specialists: new Map([[1, list]]), workplaces: new Map() }
  assert.is(starts(asking(clinic(morning), { occupied })), '11:30 12:00')
})

test('what is to be loaded reaches from the first buffer to the end of the last visit', () => {
  const configuration = clinic({
    services: [
      service({ bufferBeforeMin: 5, bufferAfterMin: 10 }),
      service({
        id: 2,
        bufferBeforeMin: 30,
        specialists: new Map([[1, { price: 1, durationMin: 90 }]]),
      }),
    ],
  })
  const dates = { locationId: 1, fromDate: '2026-03-28', toDate: '2026-03-29' }
  const from = instant('2026-03-28', '00:00')
  const to = instant('2026-03-30', '00:00')
  assert.is(to - from, 47 * 60)
  assert.equal(occupiedRange(configuration, { ...dates, serviceId: 1 }), {
    from: from - 5,
    to: to + 70,
  })
  assert.equal(occupiedRange(configuration, dates), { from: from - 30, to: to + 90 })
  assert.equal(occupiedRange(configuration, { ...dates, locationId: 9 }), { from: 0, to: 0 })
})

test('a slot step that is no positive whole number is a programmer error, not an endless loop', () => {
  for (const slotStepMin of [0, -15, 7.5, NaN]) {
    assert.throws(
      () => find(asking(clinic({ locations: [location({ slotStepMin })] }))),
      /slot step/,
    )
  }
})

test.run()
