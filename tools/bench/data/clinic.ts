import type {
  Configuration,
  LocationConfig,
  ScheduleException,
  ServiceConfig,
  SpecialistConfig,
} from '../../../server/src/availability/configuration.ts'
import { addDays } from '../../../server/src/availability/dates.ts'
import { createRandom, type Random } from './random.ts'

/** Of one organization. */
export interface Shape {
  locations: number
  /** Of each location. */
  specialists: number
  workplaces: number
  services: number
  clients: number
}

export interface Break {
  id: number
  specialistId: number
  locationId: number
  date: string
  from: number
  to: number
}

export interface Clinic {
  organizationId: number
  configuration: Configuration
  breaks: Break[]
  clientIds: number[]
  random: Random
}

export interface Period {
  from: string
  days: number
}

/** The next id of each table. */
export type NextId = (table: string) => number

/** Nine of them, and Berlin twice: half and whole hours, north and south, with and without clock changes. */
const zones = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'Australia/Sydney',
  'Asia/Kolkata',
  'Europe/Moscow',
  'Asia/Yekaterinburg',
  'Europe/Berlin',
] as const

const policy = { lead_time_min: 0, horizon_days: 730 }

/** The same clinic for the same index: every run of a benchmark measures the same rows. */
export function planClinic(index: number, shape: Shape, period: Period, next: NextId): Clinic {
  const random = createRandom(20_261_012 + index)
  const ids = (table: string, count: number) => Array.from({ length: count }, () => next(table))
  const organizationId = next('organizations')
  const locations = ids('locations', shape.locations).map((id, place) =>
    locationOf(
      id,
      zones[(index + place) % zones.length] ?? zones[0],
      ids('workplaces', shape.workplaces),
    ),
  )
  const specialists = locations.flatMap((location) =>
    ids('specialists', shape.specialists).map((id) => specialistOf(id, location, period, random)),
  )
  const services = ids('services', shape.services).map((id) =>
    serviceOf(id, locations, specialists, random),
  )
  return {
    organizationId,
    clientIds: ids('clients', shape.clients),
    random,
    breaks: specialists.flatMap((each) => breaksOf(each, period, next)),
    configuration: {
      organizationId,
      version: 1,
      currency: 'RUB',
      policy,
      locations: byId(locations),
      services: byId(services),
      specialists: byId(specialists),
      holidays: locations.map(({ id }, place) => ({
        locationId: id,
        date: addDays(period.from, 20 + 5 * place),
        open: place % 2 === 0 ? null : { from: 600, to: 960 },
      })),
    },
  }
}

function byId<T extends { id: number }>(list: T[]): Map<number, T> {
  return new Map(list.map((each) => [each.id, each]))
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const always = { validFrom: null, validTo: null }

function locationOf(id: number, timeZone: string, workplaceIds: number[]): LocationConfig {
  return {
    id,
    timeZone,
    slotStepMin: 15,
    archived: false,
    policy: {},
    week: everyDay.map((day) => ({ day, from: 540, to: 1260, ...always })),
    workplaceIds,
  }
}

/** Six days a week, early or late, with lunch; a day off every month. */
function specialistOf(
  id: number,
  location: LocationConfig,
  { from, days }: Period,
  random: Random,
): SpecialistConfig {
  const free = random(7) + 1
  const shift = random(2) * 120
  const hours = [
    { from: 540 + shift, to: 780 + shift },
    { from: 840 + shift, to: 1140 + shift },
  ]
  const months = Array.from({ length: Math.floor(days / 30) }, (_, month) => month * 30)
  return {
    id,
    archived: false,
    week: everyDay
      .filter((day) => day !== free)
      .flatMap((day) =>
        hours.map((each) => ({ day, ...each, locationId: location.id, ...always })),
      ),
    exceptions: months.map((month): ScheduleException => ({
      date: addDays(from, month + random(30)),
      kind: 'off',
      locationId: null,
      from: 0,
      to: 1440,
    })),
  }
}

/** Done by three quarters of the specialists, possible in 60% of the rooms. */
function serviceOf(
  id: number,
  locations: readonly LocationConfig[],
  specialists: readonly SpecialistConfig[],
  random: Random,
): ServiceConfig {
  const price = (10 + random(50)) * 10_000
  const durationMin = 20 + 5 * random(11)
  return {
    id,
    archived: false,
    onlineBookable: true,
    durationMin,
    bufferBeforeMin: 0,
    bufferAfterMin: random(4) === 0 ? 10 : 0,
    price,
    capacity: 1,
    policy: {},
    workplaceIds: locations.flatMap(({ workplaceIds }) => some(workplaceIds, 0.6, random)),
    specialists: new Map(
      some(specialists, 0.75, random).map((each) => [each.id, { price, durationMin }]),
    ),
  }
}

/** Never none. */
function some<T>(list: readonly T[], share: number, random: Random): T[] {
  const chosen = list.filter(() => random(1000) < share * 1000)
  return chosen.length > 0 ? chosen : list.slice(0, 1)
}

/** Half an hour a week. */
function breaksOf({ id, week }: SpecialistConfig, { from, days }: Period, next: NextId): Break[] {
  const [first] = week
  if (first === undefined) return []
  const weeks = Array.from({ length: Math.floor(days / 7) }, (_, index) => index * 7)
  return weeks.map((later) => ({
    id: next('breaks'),
    specialistId: id,
    locationId: first.locationId,
    date: addDays(from, later),
    from: 690,
    to: 720,
  }))
}
