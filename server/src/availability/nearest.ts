import { LRUCache } from 'lru-cache'
import type { PersonalDiscount } from '../pricing/price.ts'
import { datesBetween, etagOf, type CachedAnswer } from './cache.ts'
import { CONFIGURATION, dayField } from './changed.ts'
import type { Configuration, LocationConfig } from './configuration.ts'
import { addDays } from './dates.ts'
import type { DaySlots } from './find.ts'
import { listTimes } from './list.ts'
import { loadTimes, type Loader } from './load.ts'
import { localOffering } from './offering.ts'
import { priceFor, slotJson } from './present.ts'
import { LIFE_MS, readFrom } from './taken-days.ts'
import { zone } from './zone.ts'

/** Of each service. */
const MOST_SLOTS = 3
const DAYS_AHEAD = 31
/** Most find their times in the first days, and only the rest look further. */
const STRIDES = [0, 2, 9, DAYS_AHEAD]
const MOST_KEPT = 2000

export interface NearestAsked {
  organizationId: number
  locationId: number
  serviceId?: number | undefined
  specialistId?: number | undefined
  personal: readonly PersonalDiscount[]
}

interface Kept extends CachedAnswer {
  configurationVersion: number
  today: string
  versions: string
  validUntil: number
}

interface Found {
  /** `goneAt`: when it is too near to be booked. */
  slots: { json: string; goneAt: number }[]
  holdsEndAt: number
}

export type Nearest = (asked: NearestAsked, configuration: Configuration) => Promise<CachedAnswer>

/** The next free times of every service of a place: the first screen of a booking in one request. Kept as a whole, under the versions of all its days. */
export function createNearest(loader: Loader): Nearest {
  const kept = new LRUCache<string, Kept>({ max: MOST_KEPT })

  async function compute(asked: NearestAsked, configuration: Configuration, days: Stride) {
    const services = servicesOf(configuration, asked)
    const found = new Map<number, Found>(
      services.map((id) => [id, { slots: [], holdsEndAt: Infinity }]),
    )
    for (const [index, from] of STRIDES.slice(0, -1).entries()) {
      const to = STRIDES[index + 1]
      const stride = { dates: days.dates.slice(from, to), versions: days.versions.slice(from, to) }
      const rest = [...found].filter(([, { slots }]) => slots.length < MOST_SLOTS)
      await Promise.all(
        rest.map(([id, each]) => look(loader, { ...asked, serviceId: id }, stride, each)),
      )
    }
    return found
  }

  return async (asked, configuration) => {
    const location = configuration.locations.get(asked.locationId)
    if (!location) throw new Error('a location of the configuration')
    const now = loader.clock().getTime()
    const place = zone(location.timeZone)
    const today = place.localOf(Math.floor(now / 60_000)).date
    const dates = datesBetween(today, addDays(today, DAYS_AHEAD - 1))
    const fields = [CONFIGURATION, ...dates.map((date) => dayField(location.id, date))]
    const [epoch, configured, ...read] = await loader.ephemeral.versions.read(
      asked.organizationId,
      fields,
    )
    const versions = read.map((day) => `${epoch}.${configured}.${day}`)
    const key = [asked.organizationId, location.id, asked.serviceId, asked.specialistId].join('|')
    const before = asked.personal.length === 0 ? kept.get(key) : undefined
    if (
      before?.today === today &&
      before.versions === versions.join() &&
      before.configurationVersion === configuration.version &&
      before.validUntil > now
    )
      return before
    const found = await compute(asked, configuration, { dates, versions })
    const body = bodyOf(location, found)
    const answer: Kept = {
      body,
      etag: etagOf(body.toString()),
      configurationVersion: configuration.version,
      today,
      versions: versions.join(),
      validUntil: validUntil(found, now),
    }
    if (asked.personal.length === 0) kept.set(key, answer)
    return answer
  }
}

function bodyOf({ id, timeZone }: LocationConfig, found: ReadonlyMap<number, Found>): Buffer {
  const data = [...found].map(
    ([serviceId, { slots }]) =>
      `{"service_id":${serviceId},"slots":[${slots.map(({ json }) => json).join(',')}]}`,
  )
  return Buffer.from(`{"location_id":${id},"time_zone":"${timeZone}","data":[${data.join(',')}]}`)
}

interface Stride {
  dates: string[]
  versions: string[]
}

/** What is still missing of one service, in the next days. */
async function look(
  loader: Loader,
  asked: NearestAsked & { serviceId: number },
  stride: Stride,
  found: Found,
) {
  const { dates, versions } = stride
  const wanted = {
    ...asked,
    fromDate: dates.at(0) ?? '',
    toDate: dates.at(-1) ?? '',
  }
  const times = await loadTimes(loader, wanted, readFrom(loader, dates, versions))
  if (times === null) return
  found.holdsEndAt = Math.min(found.holdsEndAt, times.holdsEndAt)
  const { configuration, rules } = times.input
  const place = zone(configuration.locations.get(asked.locationId)?.timeZone ?? 'UTC')
  for (const { date, slot } of slotsOf(listTimes(times.input))) {
    if (found.slots.length === MOST_SLOTS) return
    const json = slotJson(
      slot,
      date,
      place,
      configuration.currency,
      priceFor(asked.serviceId, asked.personal),
    )
    found.slots.push({ json, goneAt: (slot.startMin - rules.leadTimeMin) * 60_000 })
  }
}

/** Bookable online, and somebody gives it here. */
function servicesOf(configuration: Configuration, asked: NearestAsked): number[] {
  return [...configuration.services.keys()]
    .filter((id) => asked.serviceId === undefined || id === asked.serviceId)
    .filter((serviceId) => {
      const offered = localOffering({ configuration, ...asked, serviceId })
      return typeof offered !== 'string' && offered.performers.length > 0
    })
    .sort((a, b) => a - b)
}

function* slotsOf(days: DaySlots[]) {
  for (const { date, slots } of days) for (const slot of slots) yield { date, slot }
}

/** Until the first time shown is too near to be booked, or a hold ends. */
function validUntil(found: ReadonlyMap<number, Found>, now: number): number {
  let until = now + LIFE_MS
  for (const { slots, holdsEndAt } of found.values())
    until = Math.min(until, holdsEndAt, slots[0]?.goneAt ?? Infinity)
  return until
}
