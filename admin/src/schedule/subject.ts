import type { BookingClient, LocationSchedule, Specialist, SpecialistSchedule } from '@zapis/sdk'
import { minuteOf, periodsOf, timeOf, type Hours, type Period } from './week.ts'

type Outside = NonNullable<LocationSchedule['outside']>
export type OutsideVisit = Outside[number]
export type Exception = SpecialistSchedule['exceptions'][number]

/** Whose hours: a branch’s or a specialist’s. */
export interface Subject {
  kind: 'locations' | 'specialists'
  id: number
}

export interface Schedule {
  periods: Period[]
  /** A specialist’s dated changes. */
  exceptions: Exception[]
}

export async function readSchedule(api: BookingClient, { kind, id }: Subject): Promise<Schedule> {
  if (kind === 'locations') {
    const { week } = await api.locationSchedule.get(id)
    const periods = periodsOf(week, ({ opens, closes }) => ({
      from: minuteOf(opens),
      to: minuteOf(closes),
      place: null,
    }))
    return { periods, exceptions: [] }
  }
  const { week, exceptions } = await api.specialistSchedule.get(id)
  const periods = periodsOf(week, ({ starts, ends, location_id }) => ({
    from: minuteOf(starts),
    to: minuteOf(ends),
    place: location_id,
  }))
  return { periods, exceptions }
}

/** Puts the weeks, or only asks what they would leave outside; exceptions left out stay. */
export async function putSchedule(
  api: BookingClient,
  { kind, id }: Subject,
  { periods, exceptions }: { periods: readonly Period[]; exceptions?: readonly Exception[] },
  isTrial: boolean,
): Promise<Outside> {
  const tried = isTrial ? { dry_run: true } : {}
  const all = periods.flatMap(({ validFrom, validTo, hours }) =>
    hours.map((each) => ({ ...wireOf(each), valid_from: validFrom, valid_to: validTo, each })),
  )
  if (kind === 'locations') {
    const week = all.map(({ each, ...wire }) => ({
      ...wire,
      opens: timeOf(each.from),
      closes: timeOf(each.to),
    }))
    const { outside = [] } = await api.locationSchedule.put(id, { week, ...tried })
    return outside
  }
  const week = all.map(({ each, ...wire }) => ({
    ...wire,
    location_id: each.place ?? 0,
    starts: timeOf(each.from),
    ends: timeOf(each.to),
  }))
  const body = { week, ...(exceptions ? { exceptions: [...exceptions] } : {}), ...tried }
  const { outside = [] } = await api.specialistSchedule.put(id, body)
  return outside
}

/** Visits that a change would leave outside; those that are outside already are not its doing. */
export async function leftOutside(
  api: BookingClient,
  subject: Subject,
  wanted: { periods: readonly Period[]; exceptions?: readonly Exception[] },
  now: { periods: readonly Period[]; exceptions?: readonly Exception[] },
): Promise<Outside> {
  const [would, already] = await Promise.all([
    putSchedule(api, subject, wanted, true),
    putSchedule(api, subject, now, true),
  ])
  const known = new Set(already.map(({ id }) => id))
  return would.filter(({ id }) => !known.has(id))
}

const wireOf = ({ day }: Hours) => ({ day_of_week: day })

/** Specialists whose schedules may be looked at: all, or one’s own. */
export async function readPeople(
  api: BookingClient,
  own: number | null | undefined,
): Promise<Specialist[]> {
  if (own) return [await api.specialists.get(own)]
  return api.specialists.list({ limit: 100 }).toArray()
}
