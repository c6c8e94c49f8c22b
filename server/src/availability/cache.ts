import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { CONFIGURATION, dayField } from './changed.ts'
import { dateOf, dayNumber } from './dates.ts'
import { createFragments, ENTRY_BYTES, type Fragment } from './fragments.ts'
import type { Loader, WantedTimes } from './load.ts'

export interface CachedAnswer {
  body: Buffer
  etag: string
}

interface Whole extends CachedAnswer {
  dates: string[]
  /** Names of the versions that it stands under, and what they were. */
  fields: string[]
  versions: string
  validUntil: number
}

const MOST_BYTES = 128 * 1024 * 1024

export interface AvailabilityCache {
  /** null: no such location or organization. Rejects when the versions cannot be read. */
  answer(wanted: WantedTimes): Promise<CachedAnswer | null>
}

/**
 * A fragment a day, under a version a day that is read from the shared store with every request. The version is read before the database is,
 * so what was computed from older data is filed under an older version. An answer from here is never trusted for writing.
 */
export function createAvailabilityCache(loader: Loader): AvailabilityCache {
  const fragments = createFragments(loader)
  const wholes = new LRUCache<string, Whole>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ body, dates }) => body.length + dates.length * ENTRY_BYTES,
  })
  const running = new Map<string, Promise<CachedAnswer | null>>()

  async function compute(asked: Asked, read: string[]): Promise<CachedAnswer | null> {
    const { organizationId, locationId } = asked.wanted
    const [epoch, configured, ...days] = read
    const versions = days.map((day) => `${epoch}.${configured}.${day}`)
    const parts = await fragments({ ...asked, versions })
    const configuration = await loader.configurations.get(organizationId)
    const location = configuration?.locations.get(locationId)
    if (!location || parts === null) return null
    const whole: Whole = {
      ...asked,
      body: bodyOf(location.timeZone, parts),
      etag: etagOf(`${location.timeZone}${parts.map((part) => part.hash).join()}`),
      versions: read.join(),
      validUntil: parts.reduce((least, part) => Math.min(least, part.validUntil), Infinity),
    }
    wholes.set(asked.key, whole)
    return whole
  }

  return {
    async answer(wanted) {
      const about = `${wanted.organizationId}|${wanted.locationId}|${wanted.serviceId}|${wanted.specialistId ?? ''}|${wanted.desk ? 'desk' : ''}`
      const key = `${about}|${wanted.fromDate}|${wanted.toDate}`
      const known = wholes.get(key)
      const dates = known?.dates ?? datesBetween(wanted.fromDate, wanted.toDate)
      const fields = known?.fields ?? [
        CONFIGURATION,
        ...dates.map((date) => dayField(wanted.locationId, date)),
      ]
      const read = await loader.ephemeral.versions.read(wanted.organizationId, fields)
      const versions = read.join()
      if (known?.versions === versions && known.validUntil > loader.clock().getTime()) return known
      // Computed once for all who ask at the same versions.
      const flight = `${key}|${versions}`
      const shared =
        running.get(flight) ??
        compute({ wanted, about, key, dates, fields }, read).finally(() => running.delete(flight))
      running.set(flight, shared)
      return shared
    },
  }
}

interface Asked {
  wanted: WantedTimes
  /** Of a fragment's name all but the date; of the answer's, all. */
  about: string
  key: string
  dates: string[]
  fields: string[]
}

const COMMA = Buffer.from(',')
const END = Buffer.from(']}')

function bodyOf(timeZone: string, parts: readonly Fragment[]): Buffer {
  const head = Buffer.from(`{"time_zone":"${timeZone}","days":[`)
  const days = parts.flatMap(({ json }, index) => (index === 0 ? [json] : [COMMA, json]))
  return Buffer.concat([head, ...days, END])
}

export function etagOf(text: string): string {
  return `"${hash('sha1', text, 'base64url')}"`
}

export function datesBetween(from: string, to: string): string[] {
  const first = dayNumber(from)
  return Array.from({ length: dayNumber(to) - first + 1 }, (_, index) => dateOf(first + index))
}
