import type { LiveHold } from '../redis/ephemeral.ts'
import type { Occupied, Session, Sessions, TakenInterval } from './occupied.ts'
import { startOfKey } from './session-key.ts'

interface Asked {
  serviceId: number
  locationId: number
  capacity: number
}

/** A hold takes its specialist and its workplace; one of a seat of a session that is asked for, only the seat. */
export function addHolds(occupied: Occupied, holds: readonly LiveHold[], asked: Asked): void {
  const changed = new Set<TakenInterval[]>()
  const add = (map: Map<number, TakenInterval[]>, id: number, interval: TakenInterval) => {
    const before = map.get(id) ?? []
    // A copy: what is kept of the day knows no holds.
    const list = changed.has(before) ? before : [...before]
    map.set(id, list)
    list.push(interval)
    changed.add(list)
  }
  for (const hold of holds) {
    const interval = intervalOf(hold)
    const startMin = occupied.sessions === undefined ? null : startOf(hold, asked)
    if (occupied.sessions !== undefined && startMin !== null) {
      interval.session = { specialistId: hold.specialistId, startMin }
      holdSeat(occupied.sessions, hold, startMin, asked.capacity)
    }
    add(occupied.specialists, hold.specialistId, interval)
    if (hold.workplaceId !== null) add(occupied.workplaces, hold.workplaceId, interval)
  }
  for (const list of changed) list.sort((a, b) => a.from - b.from)
}

function intervalOf({ from, to }: LiveHold): TakenInterval {
  return { from: Math.floor(from / 60_000), to: Math.ceil(to / 60_000), cause: 'hold' }
}

function startOf({ session, specialistId }: LiveHold, asked: Asked): number | null {
  return session === undefined ? null : startOfKey(session, { ...asked, specialistId })
}

function holdSeat(
  sessions: Sessions,
  { specialistId, workplaceId }: LiveHold,
  startMin: number,
  capacity: number,
): void {
  const ofSpecialist = sessions.get(specialistId) ?? new Map<number, Session>()
  sessions.set(specialistId, ofSpecialist)
  const known = ofSpecialist.get(startMin)
  if (known) known.held++
  else ofSpecialist.set(startMin, { endMin: null, workplaceId, free: capacity, held: 1 })
}
