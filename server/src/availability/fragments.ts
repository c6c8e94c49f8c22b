import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { DaySlots } from './find.ts'
import { listTimes } from './list.ts'
import { loadTimes, type LoadedTimes, type Loader, type WantedTimes } from './load.ts'
import { dayJson, fullPrice } from './present.ts'
import { LIFE_MS, readFrom } from './taken-days.ts'
import { zone } from './zone.ts'

/** One day's answer to one question, as text. */
export interface Fragment {
  version: string
  validUntil: number
  json: Buffer
  hash: string
}

export interface FragmentsAsked {
  wanted: WantedTimes
  /** What is asked but the date. */
  about: string
  dates: string[]
  /** Of each date, the cache version that was read before. */
  versions: string[]
}

const MOST_BYTES = 128 * 1024 * 1024
/** Of an entry beside its text, roughly. */
export const ENTRY_BYTES = 500

/** A fragment for each date; null: no such location or organization. */
export type Fragments = (asked: FragmentsAsked) => Promise<Fragment[] | null>

/** A day is computed once for each version of it. */
export function createFragments(loader: Loader): Fragments {
  const kept = new LRUCache<string, Fragment>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ json }) => json.length + ENTRY_BYTES,
  })

  /** Neighbouring days in one search. */
  async function search(asked: FragmentsAsked, first: number, last: number, now: number) {
    const dates = asked.dates.slice(first, last + 1)
    const versions = asked.versions.slice(first, last + 1)
    const range = { fromDate: dates.at(0) ?? '', toDate: dates.at(-1) ?? '' }
    const times = await loadTimes(
      loader,
      { ...asked.wanted, ...range },
      readFrom(loader, dates, versions),
    )
    if (times === null) return null
    return listTimes(times.input).map((day, index) => {
      const part = fragment(day, times, versions[index] ?? '', now)
      kept.set(`${asked.about}|${day.date}`, part)
      return part
    })
  }

  return async (asked) => {
    const now = loader.clock().getTime()
    const parts = asked.dates.map((date, index) =>
      fresh(kept.get(`${asked.about}|${date}`), asked.versions[index], now),
    )
    const runs = runsOfNull(parts)
    const found = await Promise.all(runs.map(({ first, last }) => search(asked, first, last, now)))
    for (const [number, { first }] of runs.entries()) {
      const days = found[number]
      if (!days) return null
      for (const [index, part] of days.entries()) parts[first + index] = part
    }
    return parts.filter((part) => part !== null)
  }
}

function fresh(
  fragment: Fragment | undefined,
  version: string | undefined,
  now: number,
): Fragment | null {
  return fragment !== undefined && fragment.version === version && fragment.validUntil > now
    ? fragment
    : null
}

function runsOfNull(parts: readonly (Fragment | null)[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = []
  for (const [index, part] of parts.entries()) {
    if (part !== null) continue
    const run = runs.at(-1)
    if (run?.last === index - 1) run.last = index
    else runs.push({ first: index, last: index })
  }
  return runs
}

/** A day changes by itself when its first time comes too near, and when a hold ends. */
function fragment(
  day: DaySlots,
  { input, holdsEndAt }: LoadedTimes,
  version: string,
  now: number,
): Fragment {
  const location = input.configuration.locations.get(input.locationId)
  const firstMin = day.slots[0]?.startMin ?? Infinity
  const lead = input.desk === true ? 0 : input.rules.leadTimeMin
  const place = zone(location?.timeZone ?? 'UTC')
  const json = Buffer.from(dayJson(day, place, input.configuration.currency, fullPrice))
  return {
    version,
    validUntil: Math.min(now + LIFE_MS, holdsEndAt, (firstMin - lead) * 60_000),
    json,
    hash: hash('sha1', json, 'base64url'),
  }
}
