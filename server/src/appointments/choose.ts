import { LRUCache } from 'lru-cache'
import type { App } from '../app-context.ts'
import { addDays } from '../availability/dates.ts'
import { mostSeats, type Candidate } from '../availability/candidate.ts'
import { candidatesAt, type FindInput } from '../availability/find.ts'
import { knownConfiguration } from '../availability/known.ts'
import { listTimes } from '../availability/list.ts'
import { loadTimes, type LoadedTimes, type WantedTimes } from '../availability/load.ts'
import { seatsLeft, type Occupied, type Sessions } from '../availability/occupied.ts'
import { offering } from '../availability/offering.ts'
import { isKnownInstant, zone } from '../availability/zone.ts'
import { Fault, type FieldFault } from '../fault.ts'

export interface Start extends Omit<WantedTimes, 'fromDate' | 'toDate'> {
  startMin: number
}

export interface Choice {
  input: FindInput
  timeZone: string
  date: string
  /** Free at the start, the least loaded specialist first, but sessions are filled before others begin; never empty. */
  candidates: Candidate[]
  bufferBeforeMin: number
  bufferAfterMin: number
  /** A seat in a session is taken, not the time. */
  group: boolean
}

/** Whole minutes only: the grid and the calendar know no seconds. */
export function startMinute(instant: string): number {
  const minutes = Date.parse(instant) / 60_000
  if (!Number.isInteger(minutes) || !isKnownInstant(minutes))
    throw new Fault('time_not_bookable', { errors: [{ pointer: '/starts_at', code: 'invalid' }] })
  return minutes
}

/** Who can give the service at this very start: the same rules that list the times. Refuses with the nearest other times, or with what is wrong. */
export async function chooseAt(app: App, start: Start): Promise<Choice> {
  const configuration = await knownConfiguration(app.configurations, start)
  const timeZone = configuration.locations.get(start.locationId)?.timeZone ?? 'UTC'
  const date = zone(timeZone).localOf(start.startMin).date
  const loaded = await loadTimes(app, { ...start, fromDate: date, toDate: date })
  if (loaded === null) throw new Fault('not_found')
  const { input } = loaded
  const service = input.configuration.services.get(start.serviceId)
  if (typeof offering(input) === 'string' || service === undefined)
    throw new Fault('service_not_offered')
  const candidates = candidatesAt(input, start.startMin)
  if (candidates.length === 0) throw await refusal(app, start, input)
  candidates.sort(
    (a, b) =>
      Number(b.seats?.joins ?? false) - Number(a.seats?.joins ?? false) ||
      load(input.occupied, a) - load(input.occupied, b) ||
      a.specialistId - b.specialistId,
  )
  return {
    input,
    timeZone,
    date,
    candidates,
    bufferBeforeMin: service.bufferBeforeMin,
    bufferAfterMin: service.bufferAfterMin,
    group: service.capacity > 1,
  }
}

/** Minutes already taken on that day. */
function load(occupied: Occupied, { specialistId }: Candidate): number {
  return (occupied.specialists.get(specialistId) ?? []).reduce(
    (sum, { from, to }) => sum + to - from,
    0,
  )
}

/** Taken, so others may be offered; or a time that nobody could ever have. */
async function refusal(app: App, start: Start, input: FindInput): Promise<Fault> {
  const free = candidatesAt({ ...input, occupied: emptied(input.occupied) }, start.startMin)
  return free.length > 0
    ? slotUnavailable(app, start, isFull(input, start.startMin) ? noSeats : undefined)
    : new Fault('time_not_bookable', { errors: [{ pointer: '/starts_at', code: 'invalid' }] })
}

/** With the sessions that have begun: off the grid, nobody else makes such a start one that somebody could have. */
function emptied({ sessions }: Occupied): Occupied {
  const vacant: Sessions = new Map(
    [...(sessions ?? [])].map(([id, ofSpecialist]) => [
      id,
      new Map(
        [...ofSpecialist].flatMap(([start, session]) =>
          session.endMin === null ? [] : [[start, { ...session, free: 1, held: 0 }]],
        ),
      ),
    ]),
  )
  return { specialists: new Map(), workplaces: new Map(), sessions: vacant }
}

/** What stands against a time whose session has no seat left, in words. */
export const noSeats: FieldFault[] = [{ pointer: '/starts_at', code: 'full' }]

function isFull({ occupied, specialistId }: FindInput, startMin: number): boolean {
  return [...(occupied.sessions ?? [])].some(([id, ofSpecialist]) => {
    const session = ofSpecialist.get(startMin)
    const isAsked = specialistId === undefined || specialistId === id
    return session !== undefined && isAsked && seatsLeft(session) === 0
  })
}

const ALTERNATIVES = 5
const DAYS_AROUND = 7

/** Five hundred who lose the same race at once are told the same alternatives, found once. */
const shared = new LRUCache<string, Promise<LoadedTimes | null>>({ max: 200, ttl: 300 })

export async function slotUnavailable(
  app: App,
  start: Start,
  errors?: FieldFault[],
): Promise<Fault> {
  const configuration = await app.configurations.get(start.organizationId)
  const timeZone = configuration?.locations.get(start.locationId)?.timeZone
  const told = errors === undefined ? {} : { errors }
  if (timeZone === undefined) return new Fault('slot_unavailable', told)
  const { localOf, isoWithOffset } = zone(timeZone)
  const fromDate = localOf(start.startMin).date
  const key = [
    start.organizationId,
    start.locationId,
    start.serviceId,
    start.specialistId,
    start.ignoreAppointmentId,
    start.durationMin,
    start.desk,
    fromDate,
  ].join()
  const loading =
    shared.get(key) ??
    loadTimes(app, { ...start, fromDate, toDate: addDays(fromDate, DAYS_AROUND - 1) })
  shared.set(key, loading)
  const loaded = await loading
  if (loaded === null) return new Fault('slot_unavailable', told)
  const alternatives = listTimes(loaded.input)
    .flatMap((day) => day.slots)
    .filter(({ startMin }) => startMin !== start.startMin)
    .sort((a, b) => Math.abs(a.startMin - start.startMin) - Math.abs(b.startMin - start.startMin))
    .slice(0, ALTERNATIVES)
    .sort((a, b) => a.startMin - b.startMin)
    .map(({ startMin, candidates }) => ({
      starts_at: isoWithOffset(startMin),
      ends_at: isoWithOffset(candidates[0]?.endMin ?? startMin),
      specialist_ids: candidates.map(({ specialistId }) => specialistId),
      ...seatsOf(candidates),
    }))
  return new Fault('slot_unavailable', { ...told, extension: { alternatives } })
}

function seatsOf(candidates: readonly Candidate[]): { seats_left?: number } {
  const seats = mostSeats(candidates)
  return seats === null ? {} : { seats_left: seats }
}
