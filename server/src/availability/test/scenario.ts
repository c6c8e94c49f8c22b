import fc from 'fast-check'
import type { Interval, ScheduleException, WeekInterval } from '../configuration.ts'
import { addDays } from '../dates.ts'
import type { FindInput } from '../find.ts'
import type { TakenInterval } from '../occupied.ts'
import { clinic, location, service, specialist } from './clinic.ts'

/** Days on which the clocks change, or a date or a midnight is missing or repeated, and two quiet ones. */
const DAYS = [
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['America/Sao_Paulo', '2019-02-17'],
  ['Africa/Cairo', '2026-04-24'],
  ['Africa/Cairo', '2026-10-30'],
  ['Asia/Beirut', '2026-03-29'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Pacific/Apia', '2011-12-30'],
  ['America/St_Johns', '2010-11-07'],
  ['America/Havana', '2026-11-01'],
  ['Europe/Moscow', '2026-03-01'],
  ['Asia/Kathmandu', '2026-06-15'],
] as const

const LOCATIONS = [1, 2]
export const PEOPLE = [1, 2, 3]
export const ROOMS = [11, 12, 13, 14]

const wall = fc
  .oneof(
    fc
      .tuple(fc.integer({ min: 0, max: 48 }), fc.integer({ min: 0, max: 48 }))
      .map(([a, b]) => [a * 30, b * 30] as const),
    fc.tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 })),
    fc.constantFrom(
      [0, 1440] as const,
      [0, 1440] as const,
      [360, 1320] as const,
      [0, 240] as const,
    ),
  )
  .map(([a, b]): Interval => (a <= b ? { from: a, to: b } : { from: b, to: a }))

/** Enough for the interesting minutes of the night. */
const wide = fc.constantFrom<Interval>({ from: 0, to: 1440 }, { from: 0, to: 1200 })

function near(date: string): fc.Arbitrary<string> {
  return fc.integer({ min: -1, max: 2 }).map((days) => addDays(date, days))
}

function week(date: string): fc.Arbitrary<WeekInterval[]> {
  const limit = fc.option(near(date), { nil: null, freq: 4 })
  const day = fc.record({ hours: wall, validFrom: limit, validTo: limit })
  const usual = fc
    .oneof(wall, wide, wide)
    .map((hours) =>
      [1, 2, 3, 4, 5, 6, 7].map((at) => ({ ...hours, day: at, validFrom: null, validTo: null })),
    )
  const odd = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 7 }), day).map(([at, { hours, validFrom, validTo }]) => ({
      ...hours,
      day: at,
      validFrom,
      validTo,
    })),
    { maxLength: 4 },
  )
  return fc.tuple(usual, odd).map((parts) => parts.flat())
}

function exceptions(date: string): fc.Arbitrary<ScheduleException[]> {
  const off = fc.record({
    hours: wall,
    date: near(date),
    kind: fc.constant('off' as const),
    locationId: fc.constantFrom(null, ...LOCATIONS),
  })
  const shift = fc.record({
    hours: wall,
    date: near(date),
    kind: fc.constant('shift' as const),
    locationId: fc.constantFrom(...LOCATIONS),
  })
  return fc
    .array(fc.oneof(off, shift), { maxLength: 4 })
    .map((all) => all.map(({ hours, ...rest }) => ({ ...rest, ...hours })))
}

function busy(around: number): fc.Arbitrary<TakenInterval[]> {
  const one = fc.record({
    from: fc.oneof(
      fc.integer({ min: -96, max: 384 }).map((quarter) => around + quarter * 15),
      fc.integer({ min: -1440, max: 5760 }).map((minute) => around + minute),
    ),
    length: fc.oneof(fc.constantFrom(15, 30, 60, 90), fc.integer({ min: 1, max: 300 })),
    cause: fc.constantFrom('appointment', 'break', 'hold'),
  })
  return fc
    .array(one, { maxLength: 10 })
    .map((list) =>
      list
        .map(({ from, length, cause }) => ({ from, to: from + length, cause }))
        .sort((a, b) => a.from - b.from),
    )
}

function taken(ids: number[], around: number): fc.Arbitrary<Map<number, TakenInterval[]>> {
  return fc
    .tuple(...ids.map((id) => busy(around).map((list) => [id, list] as const)))
    .map((entries) => new Map(entries))
}

const duration = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(15, 15, 30, 30, 45, 60, 90) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 200 }) },
  { weight: 1, arbitrary: fc.constantFrom(1440, 1500) },
)
const buffer = fc.constantFrom(0, 0, 5, 10, 30)

function people(date: string) {
  const one = fc.record({
    archived: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
    here: week(date),
    there: fc.oneof(week(date), fc.constant<WeekInterval[]>([])),
    exceptions: exceptions(date),
  })
  return fc.tuple(...PEOPLE.map(() => one)).map((all) =>
    all.map(({ archived, here, there, exceptions }, index) =>
      specialist({
        id: index + 1,
        archived,
        week: [
          ...here.map((row) => ({ ...row, locationId: 1 })),
          ...there.map((row) => ({ ...row, locationId: 2 })),
        ],
        exceptions,
      }),
    ),
  )
}

function place(timeZone: string, date: string) {
  return fc
    .record({
      slotStepMin: fc.constantFrom(15, 15, 30, 30, 60, 20, 45, 50, 7),
      week: week(date),
      workplaceIds: fc.subarray(ROOMS, { minLength: 2 }),
    })
    .map((over) => location({ timeZone, ...over }))
}

const offer = fc
  .record({
    onlineBookable: fc.integer({ min: 0, max: 9 }).map((dice) => dice > 0),
    bufferBeforeMin: buffer,
    bufferAfterMin: buffer,
    workplaceIds: fc.oneof(fc.constant<number[]>([]), fc.subarray(ROOMS)),
    durations: fc.tuple(duration, duration, duration),
    who: fc.subarray(PEOPLE, { minLength: 1 }),
  })
  .map(({ durations, who, ...over }) =>
    service({
      ...over,
      specialists: new Map(
        who.map((id) => [id, { price: id * 100, durationMin: durations[id - 1] ?? 60 }]),
      ),
    }),
  )

function holidays(date: string) {
  return fc.array(
    fc.record({
      locationId: fc.constantFrom(null, ...LOCATIONS),
      date: near(date),
      open: fc.option(wall, { nil: null }),
    }),
    { maxLength: 3 },
  )
}

/** A small clinic, what is taken there, and a question about one to three days. */
export const scenario: fc.Arbitrary<FindInput> = fc
  .constantFrom(...DAYS)
  .chain(([timeZone, date]) => {
    const around = Date.parse(date) / 60_000 - 1440
    return fc
      .record({
        configuration: fc
          .record({
            here: place(timeZone, date),
            services: offer,
            specialists: people(date),
            holidays: holidays(date),
          })
          .map(({ here, services, ...rest }) =>
            clinic({
              locations: [here, location({ id: 2, timeZone: 'Asia/Tokyo' })],
              services: [services],
              ...rest,
            }),
          ),
        locationId: fc.constant(1),
        serviceId: fc.constant(1),
        specialistId: fc.option(fc.constantFrom(...PEOPLE), { nil: undefined, freq: 4 }),
        range: fc
          .tuple(fc.integer({ min: -1, max: 1 }), fc.integer({ min: 0, max: 2 }))
          .map(([shift, length]) => ({
            fromDate: addDays(date, shift),
            toDate: addDays(date, shift + length),
          })),
        occupied: fc.record({
          specialists: taken(PEOPLE, around),
          workplaces: taken(ROOMS, around),
        }),
        now: fc.oneof(
          fc.constant(around - 1000),
          fc.constant(around - 1000),
          fc.integer({ min: -1440, max: 2880 }).map((minute) => around + minute),
          fc.integer({ min: -1440, max: 2880 }).map((minute) => around + minute + 0.5),
        ),
        rules: fc.record({
          leadTimeMin: fc.constantFrom(0, 0, 60, 75, 77, 1440),
          horizonDays: fc.constantFrom(1, 2, 60, 60, 60),
        }),
        desk: fc.boolean(),
      })
      .map(({ range, ...rest }): FindInput => ({ ...rest, ...range }))
  })
