import type { Database } from '../db/database.ts'
import { together } from '../db/together.ts'
import type { Configuration, Interval } from './configuration.ts'
import type { Occupied, Session, Sessions, TakenInterval } from './occupied.ts'

export interface Wanted {
  organizationId: number
  specialistIds: readonly number[]
  workplaceIds: readonly number[]
  range: Interval
  ignoreAppointmentId: number | null
  /** Of a group service: whose sessions, and where. */
  sessionsOf: { serviceId: number; locationId: number } | null
}

export interface Taken {
  catalogueVersion: number
  occupied: Occupied
}

export interface DaysAsked {
  organizationId: number
  configuration: Configuration
  locationId: number
  /** In a row. */
  dates: readonly string[]
  /** Of each date, the cache version that was read before. */
  versions: readonly string[]
  specialistIds: readonly number[]
  workplaceIds: readonly number[]
}

/**
 * The layer under the answers. A booking drops one day of a location, and what is taken on it then is read once, not once for every service
 * and specialist that is asked about. It stands under the versions of the answers, and like them is never trusted for writing.
 */
export interface TakenDays {
  read(asked: DaysAsked): Promise<Taken>
}

type Read = (wanted: Wanted) => Promise<Taken>

/** One is asked while the answers of the other are worked on: more would only make the groups smaller. */
const LANES = 2
/** As many as PostgreSQL answers in a few milliseconds: who comes first waits for the last. */
const MOST = 16

const readers = new WeakMap<Database, Read>()

/** What is taken, and the version of the catalogue at that moment: one query, whatever the range and the number of resources. */
export function readOccupied(db: Database, wanted: Wanted): Promise<Taken> {
  const reader =
    readers.get(db) ?? together({ ask: (group) => query(db, group), lanes: LANES, most: MOST })
  readers.set(db, reader)
  return reader(wanted)
}

interface Row {
  number: number
  catalogue_version: number
  taken: Buffer | null
  sessions: Buffer | null
}

/** The function sets the organization of each in turn: row-level security holds, in one round trip for all. */
const text = `select a.number, t.catalogue_version, t.taken, t.sessions
  from unnest($1::integer[], $2::text[], $3::integer[], $4::integer[], $5::integer[], $6::integer[], $7::integer[]) with ordinality
    a (organization, resources, starts, ends, ignored, service, location, number)
  cross join lateral occupied(a.organization, a.resources::integer[], a.starts, a.ends, a.ignored, a.service, a.location) t`

async function query(db: Database, group: Wanted[]): Promise<Taken[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'occupied',
    text,
    values: [
      group.map(({ organizationId }) => organizationId),
      group.map(resourcesText),
      group.map(({ range }) => range.from),
      group.map(({ range }) => range.to),
      group.map(({ ignoreAppointmentId }) => ignoreAppointmentId),
      group.map(({ sessionsOf }) => sessionsOf?.serviceId ?? null),
      group.map(({ sessionsOf }) => sessionsOf?.locationId ?? null),
    ],
  })
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  return group.map((wanted, index) => {
    const row = byNumber.get(index + 1)
    if (row === undefined) throw new Error('organization vanished')
    const occupied = readTaken(wanted, row.taken)
    if (wanted.sessionsOf !== null) occupied.sessions = readSessions(row.sessions)
    return { catalogueVersion: row.catalogue_version, occupied }
  })
}

/** Workplaces negated, after the specialists. */
function resourcesText({ specialistIds, workplaceIds }: Wanted): string {
  const workplaces = workplaceIds.map((id) => -id)
  return `{${specialistIds.join()}${specialistIds.length > 0 && workplaces.length > 0 ? ',' : ''}${workplaces.join()}}`
}

/** As `occupied` packs it; a list for every resource that was asked for. */
function readTaken({ specialistIds, workplaceIds }: Wanted, taken: Buffer | null): Occupied {
  const lists: TakenInterval[][] = [...specialistIds, ...workplaceIds].map(() => [])
  for (let at = 0; taken !== null && at < taken.length; at += 8) {
    const from = taken.readInt32BE(at)
    const rest = taken.readInt32BE(at + 4)
    const cause = (rest & 1) === 1 ? 'break' : 'appointment'
    lists[rest >> 13]?.push({ from, to: from + ((rest >> 1) & 0xf_ff), cause })
  }
  for (const list of lists) sortOnce(list)
  const byId = (ids: readonly number[], first: number) =>
    new Map(ids.map((id, index) => [id, lists[first + index] ?? []]))
  return {
    specialists: byId(specialistIds, 0),
    workplaces: byId(workplaceIds, specialistIds.length),
  }
}

const SESSION_BYTES = 20

/** As `occupied` packs them. */
function readSessions(packed: Buffer | null): Sessions {
  const sessions: Sessions = new Map()
  for (let at = 0; packed !== null && at < packed.length; at += SESSION_BYTES) {
    const specialistId = packed.readInt32BE(at)
    const ofSpecialist = sessions.get(specialistId) ?? new Map<number, Session>()
    sessions.set(specialistId, ofSpecialist)
    ofSpecialist.set(packed.readInt32BE(at + 4), {
      endMin: packed.readInt32BE(at + 8),
      workplaceId: packed.readInt32BE(at + 12) || null,
      free: packed.readInt32BE(at + 16),
      held: 0,
    })
  }
  return sessions
}

/** The index gives them in order, but only an index does. */
function sortOnce(list: TakenInterval[]): void {
  for (let at = 1; at < list.length; at++) {
    if ((list[at - 1]?.from ?? 0) > (list[at]?.from ?? 0)) {
      list.sort((a, b) => a.from - b.from)
      return
    }
  }
}
