import type {
  Interval,
  LocationConfig,
  ServiceConfig,
  SpecialistConfig,
} from '../../../server/src/availability/configuration.ts'
import { addDays, dayNumber } from '../../../server/src/availability/dates.ts'
import { specialistHours } from '../../../server/src/availability/hours.ts'
import { zone } from '../../../server/src/availability/zone.ts'
import type { Clinic, Period } from './clinic.ts'

/** Minutes since the epoch. */
export interface Visit {
  locationId: number
  serviceId: number
  specialistId: number
  workplaceId: number
  clientId: number
  start: number
  end: number
  /** With the buffers. */
  from: number
  to: number
  price: number
}

export interface BreakTime extends Interval {
  breakId: number
  specialistId: number
}

/** Every time here is a multiple. */
const UNIT = 5
const GRID = 15
/** For each visit that is asked for, tries before the rest is given up. */
const TRIES = 60

interface Seat {
  location: LocationConfig
  specialist: SpecialistConfig
  hours: Interval[]
  services: ServiceConfig[]
}

/** What is taken, a byte for every five minutes of each resource. */
function calendar({ from, days }: Period) {
  // The dates of all zones, and what lasts beyond their last midnight.
  const first = (dayNumber(from) - 1) * 1440
  const units = ((days + 3) * 1440) / UNIT
  const bytes = new Map<string, Uint8Array>()
  const of = (resource: string) => {
    const known = bytes.get(resource) ?? new Uint8Array(units)
    bytes.set(resource, known)
    return known
  }
  const unit = (minute: number) => (minute - first) / UNIT
  return {
    isFree: (resource: string, from: number, to: number) =>
      !of(resource).subarray(unit(from), unit(to)).includes(1),
    take: (resource: string, from: number, to: number) =>
      void of(resource).fill(1, unit(from), unit(to)),
  }
}

/** As many visits as fit, up to `asked`: within the hours, none overlapping; and the breaks as instants. */
export function place(
  clinic: Clinic,
  period: Period,
  asked: number,
): { visits: Visit[]; breaks: BreakTime[] } {
  const { random, clientIds } = clinic
  const busy = calendar(period)
  const breaks = breakTimes(clinic)
  for (const { specialistId, from, to } of breaks) busy.take(`s${specialistId}`, from, to)
  const seats = seatsOf(clinic, period)
  const visits: Visit[] = []
  for (let tries = asked * TRIES; visits.length < asked && tries > 0; tries--) {
    const { location, specialist, hours, services } = pick(seats, random)
    const service = pick(services, random)
    const open = pick(hours, random)
    const start = open.from + random(Math.ceil((open.to - open.from) / GRID)) * GRID
    const end = start + service.durationMin
    const [from, to] = [start - service.bufferBeforeMin, end + service.bufferAfterMin]
    if (end > open.to || !busy.isFree(`s${specialist.id}`, from, to)) continue
    const rooms = service.workplaceIds.filter((id) => location.workplaceIds.includes(id))
    const workplaceId = rooms.find((id) => busy.isFree(`w${id}`, from, to))
    if (workplaceId === undefined) continue
    busy.take(`s${specialist.id}`, from, to)
    busy.take(`w${workplaceId}`, from, to)
    visits.push({
      locationId: location.id,
      serviceId: service.id,
      specialistId: specialist.id,
      workplaceId,
      clientId: pick(clientIds, random),
      start,
      end,
      from,
      to,
      price: service.price,
    })
  }
  // In the order in which bookings of one specialist lie: indexes are built faster, and pages stay together.
  visits.sort((a, b) => a.specialistId - b.specialistId || a.start - b.start)
  return { visits, breaks }
}

function seatsOf({ configuration }: Clinic, { from, days }: Period): Seat[] {
  const seats: Seat[] = []
  for (const specialist of configuration.specialists.values()) {
    const location = configuration.locations.get(specialist.week[0]?.locationId ?? 0)
    if (location === undefined) continue
    const services = [...configuration.services.values()].filter(
      (each) =>
        each.specialists.has(specialist.id) &&
        each.workplaceIds.some((id) => location.workplaceIds.includes(id)),
    )
    const last = addDays(from, days - 1)
    const hours = specialistHours(configuration, specialist.id, location.id, from, last)
    // Of a single day, some are off.
    if (services.length > 0 && hours.length > 0)
      seats.push({ location, specialist, hours, services })
  }
  return seats
}

function breakTimes({ configuration, breaks }: Clinic): BreakTime[] {
  return breaks.flatMap(({ id, specialistId, locationId, date, from, to }) => {
    const { instantsOf } = zone(configuration.locations.get(locationId)?.timeZone ?? '')
    const start = instantsOf(date, from)[0]
    if (start === undefined) return []
    return [{ breakId: id, specialistId, from: start, to: start + to - from }]
  })
}

function pick<T>(list: readonly T[], random: (limit: number) => number): T {
  const each = list[random(list.length)]
  if (each === undefined) throw new Error('nothing to pick from')
  return each
}
