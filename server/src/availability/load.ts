import type { Database } from '../db/database.ts'
import type { Ephemeral, LiveHold } from '../redis/ephemeral.ts'
import type { Configuration } from './configuration.ts'
import type { FindInput } from './find.ts'
import type { Configurations } from './load-configuration.ts'
import { addHolds } from './add-holds.ts'
import { readOccupied, type Taken, type TakenDays } from './load-occupied.ts'
import type { Occupied } from './occupied.ts'
import { localOffering } from './offering.ts'
import { resolvePolicy, rulesOf } from './policy.ts'
import { occupiedRange } from './range.ts'

export interface Loader {
  db: Database
  ephemeral: Ephemeral
  configurations: Configurations
  takenDays: TakenDays
  clock(): Date
}

export interface WantedTimes {
  organizationId: number
  locationId: number
  serviceId: number
  specialistId?: number | undefined
  fromDate: string
  toDate: string
  /** A visit to be moved: its own time counts as free. */
  ignoreAppointmentId?: number | undefined
  durationMin?: number | undefined
  /** The caller's own hold. */
  ignoreHoldId?: string | undefined
  desk?: boolean | undefined
}

export interface LoadedTimes {
  input: FindInput
  /** When the first live hold among them ends, epoch milliseconds; what is found holds no longer than that. */
  holdsEndAt: number
}

const TRIES = 3

/** Where what is taken is read from. */
export type ReadTaken = (
  wanted: WantedTimes,
  configuration: Configuration,
  resources: { specialistIds: number[]; workplaceIds: number[] },
) => Promise<Taken>

/** Seats of one session: more than one makes a group service. */
export function capacityOf(
  { services }: Configuration,
  { serviceId }: Pick<WantedTimes, 'serviceId'>,
): number {
  return services.get(serviceId)?.capacity ?? 1
}

/** From PostgreSQL, as it is now: one query, whatever the range and the number of specialists. */
export function truth({ db }: Pick<Loader, 'db'>): ReadTaken {
  return (wanted, configuration, resources) =>
    readOccupied(db, {
      organizationId: wanted.organizationId,
      ...resources,
      range: occupiedRange(configuration, wanted),
      ignoreAppointmentId: wanted.ignoreAppointmentId ?? null,
      sessionsOf: capacityOf(configuration, wanted) > 1 ? wanted : null,
    })
}

/** Everything that listing, holding and booking decide from. */
export async function loadTimes(
  loader: Loader,
  wanted: WantedTimes,
  readTaken = truth(loader),
): Promise<LoadedTimes | null> {
  let configuration = await loader.configurations.get(wanted.organizationId)
  for (let attempt = 1; configuration !== null; attempt++) {
    const there = resources(configuration, wanted)
    const [{ catalogueVersion, occupied }, holds] = await Promise.all([
      readTaken(wanted, configuration, there),
      liveHolds(loader.ephemeral, wanted, there.specialistIds, there.workplaceIds),
    ])
    if (catalogueVersion <= configuration.version || attempt === TRIES) {
      addHolds(occupied, holds, { ...wanted, capacity: capacityOf(configuration, wanted) })
      return {
        input: toInput(configuration, wanted, occupied, loader.clock()),
        holdsEndAt: holds.reduce((least, hold) => Math.min(least, hold.expiresAt), Infinity),
      }
    }
    // The catalogue changed since it was read: what was asked for may be the wrong resources.
    configuration = await loader.configurations.get(wanted.organizationId, catalogueVersion)
  }
  return null
}

function toInput(
  configuration: Configuration,
  wanted: WantedTimes,
  occupied: Occupied,
  now: Date,
): FindInput {
  const location = configuration.locations.get(wanted.locationId)
  const service = configuration.services.get(wanted.serviceId)
  const policy = resolvePolicy(configuration.policy, location?.policy ?? {}, service?.policy ?? {})
  return { configuration, ...wanted, occupied, now: now.getTime() / 60_000, rules: rulesOf(policy) }
}

function resources(
  configuration: Configuration,
  wanted: WantedTimes,
): { specialistIds: number[]; workplaceIds: number[] } {
  const offered = localOffering({ configuration, ...wanted })
  if (typeof offered === 'string') return { specialistIds: [], workplaceIds: [] }
  return {
    specialistIds: offered.performers.map(({ specialist }) => specialist.id),
    workplaceIds: offered.workplaceIds,
  }
}

/** Without the store there are no holds to respect: they are a courtesy. */
async function liveHolds(
  ephemeral: Ephemeral,
  wanted: WantedTimes,
  specialistIds: number[],
  workplaceIds: number[],
): Promise<LiveHold[]> {
  const holds = await ephemeral.holds
    .touching(wanted.organizationId, specialistIds, workplaceIds)
    .catch(() => [])
  return holds.filter((hold) => hold.holdId !== wanted.ignoreHoldId)
}
