import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Configuration, Interval } from '../availability/configuration.ts'
import { dateOf, weekdayOfDay } from '../availability/dates.ts'
import { locationHours, specialistHours } from '../availability/hours.ts'
import { intersect, normalize, subtract } from '../availability/intervals.ts'
import { zone } from '../availability/zone.ts'
import type { Tx } from '../db/transaction.ts'
import { isOfWorkplaces, weekdayHour } from './groups.ts'
import { readSchedules, type Schedules } from './schedules.ts'
import type { Asked } from './report.ts'

interface Offer {
  locationId: number
  /** The specialist's or the workplace's. */
  resourceId: number
  hours: Interval[]
}

/** Minutes that the schedules offer, by the key of the group. */
export async function offeredMinutes(tx: Tx, asked: Asked): Promise<Map<string, number>> {
  const schedules = await readSchedules(tx, asked)
  const found = new Map<string, number>()
  const offers = isOfWorkplaces(asked.group) ? workplaces : specialists
  for (const offer of offers(schedules, asked)) {
    for (const [key, minutes] of minutesOf(offer, schedules.configuration, asked))
      found.set(key, (found.get(key) ?? 0) + minutes)
    // A year of two hundred people is half a second, in which others would wait.
    await nextTurn()
  }
  return found
}

function* specialists(schedules: Schedules, asked: Asked): Generator<Offer> {
  const { configuration, breaks } = schedules
  for (const specialist of configuration.specialists.values()) {
    if (asked.specialistId !== null && specialist.id !== asked.specialistId) continue
    const places = [...specialist.week, ...specialist.exceptions].map((each) => each.locationId)
    const taken = normalize(breaks.get(specialist.id) ?? [])
    for (const locationId of new Set(places)) {
      if (locationId === null || !isAsked(asked, locationId)) continue
      const hours = specialistHours(configuration, specialist.id, locationId, asked.from, asked.to)
      const left = subtract(hours, taken)
      yield {
        locationId,
        resourceId: specialist.id,
        hours: until(left, [
          schedules.ends.get(`s${specialist.id}`),
          schedules.ends.get(`l${locationId}`),
        ]),
      }
    }
  }
}

function* workplaces(
  { configuration, ends, ...schedules }: Schedules,
  asked: Asked,
): Generator<Offer> {
  const ofLocations = new Map<number, Interval[]>()
  for (const { id, location_id: locationId } of schedules.workplaces) {
    if (!isAsked(asked, locationId)) continue
    const hours =
      ofLocations.get(locationId) ?? locationHours(configuration, locationId, asked.from, asked.to)
    ofLocations.set(locationId, hours)
    yield {
      locationId,
      resourceId: id,
      hours: until(hours, [ends.get(`w${id}`), ends.get(`l${locationId}`)]),
    }
  }
}

function isAsked({ locationId }: Asked, id: number): boolean {
  return locationId === null || locationId === id
}

/** What is archived offers nothing from then on. */
function until(hours: Interval[], ends: (number | undefined)[]): Interval[] {
  const end = Math.min(...ends.map((each) => each ?? Infinity))
  return end === Infinity ? hours : intersect(hours, [{ from: 0, to: end }])
}

function* minutesOf(
  { locationId, resourceId, hours }: Offer,
  configuration: Configuration,
  { group }: Asked,
): Generator<[key: string, minutes: number]> {
  const place = zone(configuration.locations.get(locationId)?.timeZone ?? 'UTC')
  for (const interval of hours) {
    if (group === 'location') yield [String(locationId), interval.to - interval.from]
    else if (group === 'specialist' || group === 'workplace')
      yield [String(resourceId), interval.to - interval.from]
    else {
      for (const { day, from, to } of place.pieces(interval.from, interval.to)) {
        if (group === 'day') yield [dateOf(day), to - from]
        else if (group === 'weekday') yield [String(weekdayOfDay(day)), to - from]
        else
          for (const [hour, minutes] of hoursOf(day, from, to))
            yield [group === 'weekday_hour' ? hour : `${resourceId}-${hour}`, minutes]
      }
    }
  }
}

const HOUR = 60

function* hoursOf(day: number, from: number, to: number): Generator<[string, number]> {
  for (let hour = Math.floor(from / HOUR); hour * HOUR < to; hour++) {
    const minutes = Math.min(to, (hour + 1) * HOUR) - Math.max(from, hour * HOUR)
    yield [weekdayHour(weekdayOfDay(day), hour), minutes]
  }
}
