import type { App } from '../app-context.ts'
import type { Configuration } from './configuration.ts'
import { addDays, daysBetween } from './dates.ts'
import { zone } from './zone.ts'

export interface Change {
  specialistId: number
  locationId: number
  /** Epoch minutes, buffers inside. */
  from: number
  to: number
}

/** Names of the cache versions that a location's date stands under. */
export function dayField(locationId: number, date: string): string {
  return `${locationId}:${date}`
}
export const CONFIGURATION = 'configuration'

/**
 * Called after the commit and before the answer: who has been told of a booking is never shown the old times.
 * A process that dies in between leaves fragments that live for seconds, and the relay of the event bumps again.
 */
export async function occupancyChanged(
  app: Pick<App, 'configurations' | 'ephemeral' | 'log'>,
  organizationId: number,
  changes: Change[],
): Promise<void> {
  try {
    const configuration = await app.configurations.get(organizationId)
    if (configuration)
      await app.ephemeral.versions.bump(organizationId, fieldsOf(configuration, changes))
  } catch (error) {
    app.log.warn(
      { err: error, organization: organizationId },
      'cached availability was not told of a change',
    )
  }
}

/** The time is gone in every location where the specialist works, and for visits that begin before it. */
export function fieldsOf(configuration: Configuration, changes: Change[]): string[] {
  const fields = new Set<string>()
  const longest = longestVisit(configuration)
  for (const { specialistId, locationId, from, to } of changes) {
    const specialist = configuration.specialists.get(specialistId)
    const works = [...(specialist?.week ?? []), ...(specialist?.exceptions ?? [])].map(
      (each) => each.locationId,
    )
    for (const id of new Set([locationId, ...works])) {
      const location = id === null ? undefined : configuration.locations.get(id)
      if (location === undefined) continue
      const { localOf } = zone(location.timeZone)
      const first = localOf(from - longest).date
      const last = localOf(to).date
      for (let day = 0; day <= daysBetween(first, last); day++)
        fields.add(dayField(location.id, addDays(first, day)))
    }
  }
  return [...fields]
}

const longestByConfiguration = new WeakMap<Configuration, number>()

function longestVisit(configuration: Configuration): number {
  const known = longestByConfiguration.get(configuration)
  if (known !== undefined) return known
  let longest = 0
  for (const service of configuration.services.values())
    for (const { durationMin } of service.specialists.values())
      longest = Math.max(longest, service.bufferBeforeMin + durationMin + service.bufferAfterMin)
  longestByConfiguration.set(configuration, longest)
  return longest
}
