import { LRUCache } from 'lru-cache'
import type { Configuration, Interval } from './configuration.ts'
import { readOccupied, type DaysAsked, type Taken, type TakenDays } from './load-occupied.ts'
import { capacityOf, truth, type Loader, type ReadTaken } from './load.ts'
import type { Occupied, TakenInterval } from './occupied.ts'
import { placesOf } from './offering.ts'
import { occupiedRange } from './range.ts'

/**
 * A lost invalidation (a process killed between commit and bump) is believed no longer than this: about as long as the relay takes to
 * deliver the event of a killed process, which invalidates too.
 */
export const LIFE_MS = 90_000
const MOST_BYTES = 128 * 1024 * 1024
const BYTES_OF_DAY = 500
const BYTES_OF_LIST = 100
const BYTES_OF_INTERVAL = 60

interface TakenDay {
  version: string
  configurationVersion: number
  catalogueVersion: number
  loadedAt: number
  window: Interval
  /** By resource, workplaces negated; what was not asked for yet is not here. */
  lists: Map<number, TakenInterval[]>
  loading: Promise<void> | null
}

export function createTakenDays(loader: Pick<Loader, 'db' | 'clock'>): TakenDays {
  const kept = new LRUCache<string, { day: TakenDay }>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ day }) => bytesOf(day),
  })

  function dayOf(asked: DaysAsked, index: number): TakenDay {
    const { configuration, locationId, versions } = asked
    const [date, version] = [asked.dates[index] ?? '', versions[index] ?? '']
    const now = loader.clock().getTime()
    const known = kept.get(keyOf(asked, date))?.day
    if (
      known?.version === version &&
      known.configurationVersion === configuration.version &&
      now < known.loadedAt + LIFE_MS
    )
      return known
    const day: TakenDay = {
      version,
      configurationVersion: configuration.version,
      catalogueVersion: 0,
      loadedAt: now,
      window: occupiedRange(configuration, { locationId, fromDate: date, toDate: date }),
      lists: new Map(),
      loading: null,
    }
    kept.set(keyOf(asked, date), { day })
    return day
  }

  /** Days in a row, in one question. Who comes for one of them meanwhile waits, and asks for what is still missing then. */
  function load(asked: DaysAsked, run: TakenDay[], missing: readonly number[]): Promise<void> {
    const wanted = {
      organizationId: asked.organizationId,
      specialistIds: missing.filter((id) => id > 0),
      workplaceIds: missing.filter((id) => id < 0).map((id) => -id),
      range: { from: run.at(0)?.window.from ?? 0, to: run.at(-1)?.window.to ?? 0 },
      ignoreAppointmentId: null,
      sessionsOf: null,
    }
    const done = readOccupied(loader.db, wanted)
      .then((taken) => run.forEach((day) => keep(day, taken)))
      .finally(() => run.forEach((day) => (day.loading = null)))
    for (const day of run) day.loading = done
    return done
  }

  return {
    async read(asked) {
      const resources = [...asked.specialistIds, ...asked.workplaceIds.map((id) => -id)]
      const days = asked.dates.map((_, index) => dayOf(asked, index))
      for (;;) {
        const waits = new Set<Promise<void>>()
        for (const run of runsOf(days, resources))
          waits.add(run.loading ?? load(asked, run.days, missingOf(asked, run.days, resources)))
        if (waits.size === 0) return takenOf(asked, days)
        await Promise.all(waits)
        for (const [index, date] of asked.dates.entries()) {
          const day = days[index]
          // Set anew: it has grown, and the size is taken when it is set.
          if (day && kept.peek(keyOf(asked, date))?.day === day)
            kept.set(keyOf(asked, date), { day })
        }
      }
    },
  }
}

/** What a search loads from. The seats of a group service are not kept by day: they are read with what is taken. */
export function readFrom(
  { db, takenDays }: Pick<Loader, 'db' | 'takenDays'>,
  dates: readonly string[],
  versions: readonly string[],
): ReadTaken {
  return (wanted, configuration, resources) => {
    if (capacityOf(configuration, wanted) > 1)
      return truth({ db })(wanted, configuration, resources)
    const { organizationId, locationId } = wanted
    const asked = { organizationId, locationId, configuration, dates, versions }
    return takenDays.read({ ...asked, ...resources })
  }
}

function keyOf({ organizationId, locationId }: DaysAsked, date: string): string {
  return `${organizationId}|${locationId}|${date}`
}

interface Run {
  days: TakenDay[]
  loading: Promise<void> | null
}

/** Neighbouring days that lack something, apart those that are being loaded. */
function runsOf(days: readonly TakenDay[], resources: readonly number[]): Run[] {
  const runs: Run[] = []
  let open: Run | null = null
  for (const day of days) {
    const lacks = resources.some((id) => !day.lists.has(id))
    if (open !== null && lacks && open.loading === day.loading) open.days.push(day)
    else if (lacks) runs.push((open = { days: [day], loading: day.loading }))
    else open = null
  }
  return runs
}

/** Of days that somebody has asked about before, all that the location has: another service will be asked about next. */
function missingOf(asked: DaysAsked, days: readonly TakenDay[], resources: readonly number[]) {
  const isNew = days.every(({ lists }) => lists.size === 0)
  const wanted = isNew ? resources : [...resources, ...resourcesOf(asked)]
  return [...new Set(wanted)].filter((id) => days.some(({ lists }) => !lists.has(id)))
}

const local = new WeakMap<Configuration, Map<number, number[]>>()

/** Who works at the location and what stands there, workplaces negated. */
function resourcesOf({ configuration, locationId }: DaysAsked): number[] {
  const byLocation = local.get(configuration) ?? new Map<number, number[]>()
  const known = byLocation.get(locationId)
  if (known !== undefined) return known
  const found = [...configuration.specialists.values()]
    .filter((each) => !each.archived && placesOf(each).has(locationId))
    .map(({ id }) => id)
  for (const id of configuration.locations.get(locationId)?.workplaceIds ?? []) found.push(-id)
  local.set(configuration, byLocation.set(locationId, found))
  return found
}

function keep(day: TakenDay, { catalogueVersion, occupied }: Taken): void {
  day.catalogueVersion = Math.max(day.catalogueVersion, catalogueVersion)
  for (const [id, list] of occupied.specialists) day.lists.set(id, within(list, day.window))
  for (const [id, list] of occupied.workplaces) day.lists.set(-id, within(list, day.window))
}

function within(list: TakenInterval[], { from, to }: Interval): TakenInterval[] {
  return list.filter((each) => each.from < to && each.to > from)
}

function takenOf(asked: DaysAsked, days: readonly TakenDay[]): Taken {
  const mapOf = (ids: readonly number[], sign: 1 | -1) =>
    new Map(ids.map((id) => [id, joined(days, sign * id)]))
  const occupied: Occupied = {
    specialists: mapOf(asked.specialistIds, 1),
    workplaces: mapOf(asked.workplaceIds, -1),
  }
  const catalogueVersion = days.reduce((most, day) => Math.max(most, day.catalogueVersion), 0)
  return { catalogueVersion, occupied }
}

/** What begins within the window of the day before was in its list. */
function joined(days: readonly TakenDay[], resource: number): TakenInterval[] {
  if (days.length === 1) return days[0]?.lists.get(resource) ?? []
  const all: TakenInterval[] = []
  let known = -Infinity
  for (const { lists, window } of days) {
    for (const each of lists.get(resource) ?? []) if (each.from >= known) all.push(each)
    known = window.to
  }
  return all
}

function bytesOf({ lists }: TakenDay): number {
  let bytes = BYTES_OF_DAY
  for (const list of lists.values()) bytes += BYTES_OF_LIST + list.length * BYTES_OF_INTERVAL
  return bytes
}
