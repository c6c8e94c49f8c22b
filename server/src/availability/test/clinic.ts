import type {
  Configuration,
  Interval,
  LocationConfig,
  ServiceConfig,
  SpecialistConfig,
  WeekInterval,
} from '../configuration.ts'
import type { FindInput } from '../find.ts'
import type { TakenInterval } from '../occupied.ts'
import { zone } from '../zone.ts'

/** '10:30' or '24:00'. */
export function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

/** 'HH:MM-HH:MM'. */
export function hours(text: string): Interval {
  const [from = '', to = ''] = text.split('-')
  return { from: minutes(from), to: minutes(to) }
}

export function everyDay(text: string): WeekInterval[] {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => onDay(day, text))
}

export function onDay(day: number, text: string): WeekInterval {
  return { ...hours(text), day, validFrom: null, validTo: null }
}

export function location(over: Partial<LocationConfig> = {}): LocationConfig {
  return {
    id: 1,
    timeZone: 'Europe/Berlin',
    slotStepMin: 30,
    archived: false,
    policy: {},
    week: everyDay('09:00-18:00'),
    workplaceIds: [],
    ...over,
  }
}

/** Of an hour, by specialist 1, without a workplace. */
export function service(over: Partial<ServiceConfig> = {}): ServiceConfig {
  return {
    id: 1,
    archived: false,
    onlineBookable: true,
    durationMin: 60,
    bufferBeforeMin: 0,
    bufferAfterMin: 0,
    price: 1000,
    capacity: 1,
    policy: {},
    workplaceIds: [],
    specialists: new Map([[1, { price: 1000, durationMin: 60 }]]),
    ...over,
  }
}

export function specialist(over: Partial<SpecialistConfig> = {}): SpecialistConfig {
  return { id: 1, archived: false, week: at(1, everyDay('09:00-18:00')), exceptions: [], ...over }
}

export function at(locationId: number, week: WeekInterval[]): SpecialistConfig['week'] {
  return week.map((each) => ({ ...each, locationId }))
}

export function clinic(
  parts: {
    locations?: LocationConfig[]
    services?: ServiceConfig[]
    specialists?: SpecialistConfig[]
    holidays?: Configuration['holidays']
  } = {},
): Configuration {
  const { locations, services, specialists } = parts
  return {
    organizationId: 1,
    version: 1,
    currency: 'RUB',
    policy: {},
    locations: byId(locations ?? [location()]),
    services: byId(services ?? [service()]),
    specialists: byId(specialists ?? [specialist()]),
    holidays: parts.holidays ?? [],
  }
}

function byId<Item extends { id: number }>(items: Item[]): Map<number, Item> {
  return new Map(items.map((each) => [each.id, each]))
}

/** A Monday in Berlin, long after `now`, nothing taken, no lead and a far horizon. */
export function asking(configuration: Configuration, over: Partial<FindInput> = {}): FindInput {
  return {
    configuration,
    locationId: 1,
    serviceId: 1,
    fromDate: '2026-06-01',
    toDate: over.fromDate ?? '2026-06-01',
    occupied: { specialists: new Map(), workplaces: new Map() },
    now: instant('2026-05-01', '00:00'),
    rules: { leadTimeMin: 0, horizonDays: 1000 },
    ...over,
  }
}

/** The first instant of a local time. */
export function instant(date: string, clock: string, timeZone = 'Europe/Berlin'): number {
  const found = zone(timeZone).instantsOf(date, minutes(clock))[0]
  if (found === undefined) throw new Error(`${date} ${clock} does not exist in ${timeZone}`)
  return found
}

export function taken(
  date: string,
  text: string,
  cause: TakenInterval['cause'] = 'appointment',
): TakenInterval {
  const [from = '', to = ''] = text.split('-')
  return { from: instant(date, from), to: instant(date, to), cause }
}

/** '10:00 11:30' */
export function clocks(starts: { startMin: number }[], timeZone = 'Europe/Berlin'): string {
  return starts
    .map(({ startMin }) => zone(timeZone).isoWithOffset(startMin).slice(11, 16))
    .join(' ')
}
