import type { Configuration, Interval } from '../availability/configuration.ts'
import { addDays } from '../availability/dates.ts'
import { specialistHours } from '../availability/hours.ts'
import { AHEAD_DAYS, HISTORY_DAYS } from './calendar.ts'
import { ending } from './ending.ts'
import type { CatalogueIds } from './insert-catalogue.ts'
import type { Client } from './insert-people.ts'
import { codeOf, type Random } from './random.ts'
import type { ServiceText } from './service-text.ts'
import { locations, type LocationText } from './texts-places.ts'
import { services } from './texts-services.ts'
import { specialists, type SpecialistText } from './texts-specialists.ts'
import { takesTime, type Visit } from './visit.ts'

export interface Stage {
  configuration: Configuration
  ids: CatalogueIds
  clients: readonly Client[]
  /** What is taken of each resource, `s3` or `w5`; visits are added. */
  taken: Map<string, Interval[]>
  today: string
  nowMin: number
  random: Random
}

const DAYS_BETWEEN_VISITS = 4
/** Of one specialist in one day to come: so every day has free times. */
const MOST_AHEAD = 3
const notes = ['Впервые у нас', 'Опоздаю на 5 минут', 'Нужен чек для вычета', 'Болит левое плечо']

/** The history and the days ahead, in the order of dates: within everybody's hours, nobody in two places at once. */
export function planVisits(stage: Stage): Visit[] {
  const lastDay = new Map<Client, number>()
  const visits: Visit[] = []
  for (let day = -HISTORY_DAYS; day <= AHEAD_DAYS; day++) {
    for (const location of locations) {
      for (const specialist of specialists) {
        visits.push(...shift(stage, location, specialist, { day, lastDay }))
      }
    }
  }
  return touchedUp(visits, stage.nowMin)
}

/** Whatever the hour, somebody is in the clinic and somebody's booking awaits approval. */
function touchedUp(visits: Visit[], now: number): Visit[] {
  if (!visits.some(({ status }) => status === 'arrived')) {
    const last = visits.findLast(({ status }) => status === 'completed')
    if (last) last.status = 'arrived'
  }
  const far = visits.filter((each) => each.status === 'confirmed' && each.startMin > now + 4 * 1440)
  for (const visit of far.filter(({ source }) => source === 'widget').slice(0, 3)) {
    visit.status = 'pending'
    visit.pendingUntilMin = now + 2 * 1440
  }
  return visits
}

interface Turn {
  /** From today. */
  day: number
  lastDay: Map<Client, number>
}

function shift(
  stage: Stage,
  location: LocationText,
  specialist: SpecialistText,
  turn: Turn,
): Visit[] {
  const { configuration, ids, random, today } = stage
  const visits: Visit[] = []
  const step = location.row.slot_step_min
  const date = addDays(today, turn.day)
  const [specialistId, locationId] = [ids.specialist(specialist.key), ids.location(location.key)]
  for (const open of specialistHours(configuration, specialistId, locationId, date)) {
    // Both zones are whole hours off UTC, so the grid of local times is one of instants too.
    for (let start = open.from; start < open.to;) {
      const isFull = turn.day > 0 && visits.length === MOST_AHEAD
      const visit =
        !isFull && random.chance(busyShare(turn.day))
          ? place(stage, location, specialist, turn, { date, start, open })
          : undefined
      if (visit) visits.push(visit)
      start = visit ? Math.ceil(visit.busy.to / step) * step : start + 60
    }
  }
  return visits
}

/** Of the starts that are tried; the days ahead fill up slowly. */
function busyShare(day: number): number {
  return day <= 0 ? 0.32 : 0.3 - day * 0.014
}

interface Seat {
  date: string
  start: number
  open: Interval
}

function place(
  stage: Stage,
  location: LocationText,
  specialist: SpecialistText,
  { day, lastDay }: Turn,
  { date, start, open }: Seat,
): Visit | undefined {
  const { ids, random, taken, clients } = stage
  const service = random.weighted(
    services.filter((each) => each.specialists.some(({ key }) => key === specialist.key)),
    ({ demand }) => demand,
  )
  if (service === undefined) return undefined
  const { price, minutes } = terms(service, specialist)
  const endMin = start + minutes
  const busy = { from: start - service.buffers[0], to: endMin + service.buffers[1] }
  const specialistId = ids.specialist(specialist.key)
  const workplaceId = roomFor(stage, location, service, busy)
  if (endMin > open.to || workplaceId === undefined) return undefined
  if (!isFree(taken, `s${specialistId}`, busy)) return undefined
  const client = random.weighted(
    clients.filter(
      (each) =>
        each.text.location === location.key &&
        each.sinceMin < start - 1440 &&
        day - (lastDay.get(each) ?? -Infinity) >= DAYS_BETWEEN_VISITS,
    ),
    ({ text }) => text.loyalty,
  )
  if (client === undefined) return undefined
  lastDay.set(client, day)
  const visit: Visit = {
    locationId: ids.location(location.key),
    serviceId: ids.service(service.key),
    specialistId,
    workplaceId,
    capacity: service.capacity ?? 1,
    client,
    date,
    startMin: start,
    endMin,
    busy,
    price,
    note: random.chance(0.06) ? random.pick(notes) : null,
    code: codeOf(random),
    ...ending({ start, end: endMin, since: client.sinceMin, now: stage.nowMin }, service, random),
  }
  if (takesTime(visit.status)) {
    take(taken, `s${specialistId}`, busy)
    if (workplaceId !== null) take(taken, `w${workplaceId}`, busy)
  }
  return visit
}

function terms(service: ServiceText, specialist: SpecialistText) {
  const own = service.specialists.find(({ key }) => key === specialist.key)
  return { price: own?.price ?? service.price, minutes: own?.minutes ?? service.minutes }
}

/** null: it needs none; undefined: none is free. */
function roomFor(
  { ids, configuration, taken }: Stage,
  location: LocationText,
  service: ServiceText,
  busy: Interval,
): number | null | undefined {
  if (service.workplaces.length === 0) return null
  const here = configuration.locations.get(ids.location(location.key))?.workplaceIds ?? []
  return service.workplaces
    .map(ids.workplace)
    .find((id) => here.includes(id) && isFree(taken, `w${id}`, busy))
}

function isFree(taken: Map<string, Interval[]>, resource: string, busy: Interval): boolean {
  return !taken.get(resource)?.some((each) => each.from < busy.to && busy.from < each.to)
}

export function take(taken: Map<string, Interval[]>, resource: string, busy: Interval): void {
  const list = taken.get(resource)
  if (list) list.push(busy)
  else taken.set(resource, [busy])
}
