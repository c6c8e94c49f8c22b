import { Temporal } from 'temporal-polyfill'
import type { Configuration, Interval, SpecialistConfig, WeekInterval } from '../configuration.ts'
import type { Candidate } from '../candidate.ts'
import type { FindInput } from '../find.ts'
import type { Session, TakenInterval } from '../occupied.ts'

/** The rules again, minute by minute and by another clock (Temporal), as plainly as they can be said. */
export interface Oracle {
  /** Every instant whose local date is in the range and whose minute is on the grid. */
  gridTimes(): { startMin: number; date: string }[]
  /** And of every session that has begun. */
  starts(): { startMin: number; date: string }[]
  offered(startMin: number, onGrid?: boolean): Candidate[]
  isLocationOpen(epochMin: number): boolean
}

interface Local {
  date: string
  minute: number
  weekday: number
}

const known = new Map<string, Local>()

function ask(timeZone: string, epochMin: number): Local {
  const key = `${timeZone} ${epochMin}`
  const before = known.get(key)
  if (before !== undefined) return before
  const at = Temporal.Instant.fromEpochMilliseconds(epochMin * 60_000).toZonedDateTimeISO(timeZone)
  const made = {
    date: at.toPlainDate().toString(),
    minute: at.hour * 60 + at.minute,
    weekday: at.dayOfWeek,
  }
  known.set(key, made)
  return made
}

/** Temporal is slow: between two answers fourteen minutes apart that agree, it is not asked. */
function localOf(timeZone: string, epochMin: number): Local {
  const block = Math.floor(epochMin / 15) * 15
  const first = ask(timeZone, block)
  const last = ask(timeZone, block + 14)
  const steady = first.date === last.date && last.minute - first.minute === 14
  return steady ? { ...first, minute: first.minute + epochMin - block } : ask(timeZone, epochMin)
}

function has({ from, to }: Interval, minute: number): boolean {
  return from <= minute && minute < to
}

function holdsOn(row: WeekInterval, { date, minute, weekday }: Local): boolean {
  if (row.day !== weekday || !has(row, minute)) return false
  return (row.validFrom ?? date) <= date && date <= (row.validTo ?? date)
}

function isOpen(configuration: Configuration, locationId: number, local: Local): boolean {
  const ofDate = configuration.holidays.filter((each) => each.date === local.date)
  const own = ofDate.filter((each) => each.locationId === locationId)
  const rows = own.length > 0 ? own : ofDate.filter((each) => each.locationId === null)
  if (rows.length > 0) {
    return rows.every(({ open }) => open !== null && has(open, local.minute))
  }
  const week = configuration.locations.get(locationId)?.week ?? []
  return week.some((row) => holdsOn(row, local))
}

function isPresent(specialist: SpecialistConfig, locationId: number, local: Local): boolean {
  const today = specialist.exceptions.filter(
    (each) => each.date === local.date && has(each, local.minute),
  )
  const isOff = today.some(
    ({ kind, locationId: id }) => kind === 'off' && (id === null || id === locationId),
  )
  if (isOff) return false
  const inShift = today.some((each) => each.kind === 'shift' && each.locationId === locationId)
  return (
    inShift || specialist.week.some((row) => row.locationId === locationId && holdsOn(row, local))
  )
}

interface Own {
  specialistId: number
  startMin: number
}

/** Of all but the holds of seats of one's own session. */
function isClear(taken: TakenInterval[] | undefined, from: number, to: number, own: Own): boolean {
  return !(taken ?? []).some(
    ({ session, ...each }) =>
      each.from < to &&
      from < each.to &&
      !(session?.specialistId === own.specialistId && session.startMin === own.startMin),
  )
}

function hasSeat(session: Session, needsRoom: boolean, rooms: number[]): boolean {
  const isThere = session.workplaceId !== null && rooms.includes(session.workplaceId)
  return session.free > session.held && (isThere || !needsRoom)
}

function seatsOf(capacity: number, session: Session | undefined): Pick<Candidate, 'seats'> {
  const { free, held } = session ?? { free: capacity, held: 0 }
  return { seats: { free, left: free - held, joins: session !== undefined } }
}

export function oracle(input: FindInput): Oracle {
  const { configuration, locationId, occupied } = input
  const location = configuration.locations.get(locationId)
  if (location === undefined) throw new Error('the oracle wants a location')
  const { timeZone, slotStepMin } = location

  function inTime(startMin: number): boolean {
    if (input.desk === true) return true
    const today = localOf(timeZone, Math.floor(input.now)).date
    const last = Temporal.PlainDate.from(today).add({ days: input.rules.horizonDays }).toString()
    const { date } = localOf(timeZone, startMin)
    return startMin >= input.now + input.rules.leadTimeMin && date <= last
  }

  function isWithinHours(specialist: SpecialistConfig, from: number, to: number): boolean {
    for (let minute = from; minute < to; minute++) {
      const local = localOf(timeZone, minute)
      if (!isOpen(configuration, locationId, local)) return false
      if (!isPresent(specialist, locationId, local)) return false
    }
    return true
  }

  function offered(startMin: number, onGrid = true): Candidate[] {
    const service = configuration.services.get(input.serviceId)
    if (service === undefined || service.archived || location?.archived === true) return []
    if (!service.onlineBookable && input.desk !== true) return []
    const mayBegin = !onGrid || localOf(timeZone, startMin).minute % slotStepMin === 0
    if (!inTime(startMin)) return []
    const rooms = service.workplaceIds.filter((id) => location?.workplaceIds.includes(id))
    const candidates: Candidate[] = []
    for (const [specialistId, { durationMin, price }] of service.specialists) {
      if (input.specialistId !== undefined && input.specialistId !== specialistId) continue
      const specialist = configuration.specialists.get(specialistId)
      if (specialist === undefined || specialist.archived) continue
      const isGroup = service.capacity > 1
      const session = isGroup ? occupied.sessions?.get(specialistId)?.get(startMin) : undefined
      if (!mayBegin && typeof session?.endMin !== 'number') continue
      if (session !== undefined && !hasSeat(session, service.workplaceIds.length > 0, rooms))
        continue
      const endMin = session?.endMin ?? startMin + durationMin
      const seats = isGroup ? seatsOf(service.capacity, session) : {}
      if (typeof session?.endMin === 'number') {
        const workplaceIds = session.workplaceId === null ? [] : [session.workplaceId]
        if (isWithinHours(specialist, startMin, endMin))
          candidates.push({ specialistId, endMin, price, workplaceIds, ...seats })
        continue
      }
      const own = { specialistId, startMin }
      const [from, to] = [startMin - service.bufferBeforeMin, endMin + service.bufferAfterMin]
      const held = rooms.filter((id) => session === undefined || id === session.workplaceId)
      const workplaceIds = held.filter((id) => isClear(occupied.workplaces.get(id), from, to, own))
      if (service.workplaceIds.length > 0 && workplaceIds.length === 0) continue
      if (!isClear(occupied.specialists.get(specialistId), from, to, own)) continue
      if (!isWithinHours(specialist, startMin, endMin)) continue
      candidates.push({ specialistId, endMin, price, workplaceIds, ...seats })
    }
    return candidates
  }

  function gridTimes(): { startMin: number; date: string }[] {
    const times: { startMin: number; date: string }[] = []
    const from = Date.parse(input.fromDate) / 60_000 - 1440
    const to = Date.parse(input.toDate) / 60_000 + 2880
    for (let startMin = from; startMin < to; startMin++) {
      const { date, minute } = localOf(timeZone, startMin)
      const inRange = input.fromDate <= date && date <= input.toDate
      if (inRange && minute % slotStepMin === 0) times.push({ startMin, date })
    }
    return times
  }

  function starts(): { startMin: number; date: string }[] {
    const found = new Map(gridTimes().map((each) => [each.startMin, each]))
    for (const ofSpecialist of occupied.sessions?.values() ?? [])
      for (const [startMin, { endMin }] of ofSpecialist) {
        const { date } = localOf(timeZone, startMin)
        if (endMin !== null && input.fromDate <= date && date <= input.toDate)
          found.set(startMin, { startMin, date })
      }
    return [...found.values()].sort((a, b) => a.startMin - b.startMin)
  }

  return {
    gridTimes,
    starts,
    offered,
    isLocationOpen: (epochMin) => isOpen(configuration, locationId, localOf(timeZone, epochMin)),
  }
}
