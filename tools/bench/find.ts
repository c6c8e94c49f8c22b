import type { Configuration, Interval } from '../../server/src/availability/configuration.ts'
import { addDays } from '../../server/src/availability/dates.ts'
import { candidatesAt, find } from '../../server/src/availability/find.ts'
import type { FindInput } from '../../server/src/availability/find.ts'
import type { Occupied, TakenInterval } from '../../server/src/availability/occupied.ts'
import { zone } from '../../server/src/availability/zone.ts'

const FROM = '2026-10-12'
const ZONE = 'Europe/Berlin'
const SPECIALISTS = 15
const WORKPLACES = 12
/** A full house, and a quiet one. */
const BUSY_A_DAY = [137, 40]

function shiftOf(specialist: number): Interval {
  return specialist % 2 === 0 ? { from: 540, to: 1080 } : { from: 660, to: 1260 }
}

/** One location, a 15-minute grid, 9 to 21 every day; a service of 60 minutes. */
function configuration(): Configuration {
  const specialistIds = Array.from({ length: SPECIALISTS }, (_, index) => index + 1)
  const workplaceIds = Array.from({ length: WORKPLACES }, (_, index) => index + 1)
  const everyDay = (hours: Interval[]) =>
    [1, 2, 3, 4, 5, 6, 7].flatMap((day) =>
      hours.map((each) => ({ ...each, day, validFrom: null, validTo: null })),
    )
  const location = {
    id: 1,
    timeZone: ZONE,
    slotStepMin: 15,
    archived: false,
    policy: {},
    week: everyDay([{ from: 540, to: 1260 }]),
    workplaceIds,
  }
  const service = {
    id: 1,
    archived: false,
    onlineBookable: true,
    durationMin: 60,
    bufferBeforeMin: 0,
    bufferAfterMin: 0,
    price: 250_000,
    capacity: 1,
    policy: {},
    workplaceIds,
    specialists: new Map(specialistIds.map((id) => [id, { price: 250_000, durationMin: 60 }])),
  }
  const specialists = specialistIds.map((id) => {
    const week = everyDay([shiftOf(id)]).map((each) => ({ ...each, locationId: 1 }))
    return { id, archived: false, week, exceptions: [] }
  })
  return {
    organizationId: 1,
    version: 1,
    currency: 'RUB',
    policy: {},
    locations: new Map([[1, location]]),
    services: new Map([[1, service]]),
    specialists: new Map(specialists.map((each) => [each.id, each])),
    holidays: [],
  }
}

/** A linear congruence, so that every run measures the same rows. */
function random(): (below: number) => number {
  let state = 20_261_012
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff
    return Math.floor((state / 0x80_00_00_00) * below)
  }
}

/** Appointments of 20 to 60 minutes, each of a specialist and a workplace, placed where both are free. */
function occupied(days: number, rowsADay: number): { occupied: Occupied; rows: number } {
  const next = random()
  const specialists = new Map<number, TakenInterval[]>()
  const workplaces = new Map<number, TakenInterval[]>()
  let rows = 0
  for (let index = 0; index < days; index++) {
    const midnight = zone(ZONE).startOfDay(addDays(FROM, index))
    let placed = 0
    for (let attempt = 0; attempt < 5000 && placed < rowsADay; attempt++) {
      const specialist = 1 + next(SPECIALISTS)
      const hours = shiftOf(specialist)
      const from = midnight + hours.from + next((hours.to - hours.from) / 5 - 12) * 5
      const busy: TakenInterval = { from, to: from + 20 + next(9) * 5, cause: 'appointment' }
      const ofSpecialist = listOf(specialists, specialist)
      const ofWorkplace = listOf(workplaces, 1 + next(WORKPLACES))
      if ([...ofSpecialist, ...ofWorkplace].some((each) => meets(each, busy))) continue
      ofSpecialist.push(busy)
      ofWorkplace.push(busy)
      placed++
    }
    rows += placed
  }
  for (const list of [...specialists.values(), ...workplaces.values()]) {
    list.sort((a, b) => a.from - b.from)
  }
  return { occupied: { specialists, workplaces }, rows }
}

function listOf(lists: Map<number, TakenInterval[]>, id: number): TakenInterval[] {
  const list = lists.get(id) ?? []
  lists.set(id, list)
  return list
}

function meets(a: Interval, b: Interval): boolean {
  return a.from < b.to && b.from < a.to
}

function median(run: () => unknown, rounds: number): number {
  for (let warm = 0; warm < rounds; warm++) run()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now()
    run()
    times.push(performance.now() - begun)
  }
  times.sort((a, b) => a - b)
  return (times[times.length >> 1] ?? 0) * 1000
}

const one = configuration()
const now = zone(ZONE).startOfDay(FROM)
for (const rowsADay of BUSY_A_DAY) for (const days of [1, 7, 31]) measure(days, rowsADay)

function measure(days: number, rowsADay: number): void {
  const busy = occupied(days, rowsADay)
  const input: FindInput = {
    configuration: one,
    locationId: 1,
    serviceId: 1,
    fromDate: FROM,
    toDate: addDays(FROM, days - 1),
    occupied: busy.occupied,
    now,
    rules: { leadTimeMin: 60, horizonDays: 60 },
  }
  const slots = find(input).flatMap((day) => day.slots)
  const candidates = slots.reduce((sum, slot) => sum + slot.candidates.length, 0)
  const searched = median(() => find(input), 600)
  const start = slots.at(-1)?.startMin ?? now
  const single = median(() => candidatesAt(input, start), 600)
  console.log(
    `find ${String(days).padStart(2)} days: ${searched.toFixed(0).padStart(5)} µs, ${busy.rows} rows, ${slots.length} starts, ${candidates} candidates; candidatesAt the last: ${single.toFixed(1)} µs`,
  )
}
