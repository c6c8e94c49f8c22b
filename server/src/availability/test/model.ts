import type { Clinic } from '../../test/clinic.ts'
import type { TestServer } from '../../test/server.ts'

/** What is remembered of what was done, to be undone. */
export interface Model {
  holds: string[]
  visits: {
    id: number
    code: string
    place: number
    service: number
    specialist: number
    time: string
  }[]
  breaks: number[]
  holidays: number[]
  /** Something was put over a hold, which may then not become a visit. */
  isDisturbed: boolean
}

export interface Real {
  server: TestServer
  clinic: Clinic
  /** Two branches in two zones; the first specialist works in both. */
  locationIds: number[]
  /** Of an hour, in the room; of half an hour with ten minutes after it, anywhere; and a group of two, of an hour, in the room. */
  serviceIds: number[]
  /** Signed by the server, and no live hold: with it, times are found without the cache. */
  deadHold: string
}

/** Local times of the day, as instants, that somebody may ask for in a branch. */
export function gridOf({ clinic }: Real, place: number): string[] {
  const from = place === 0 ? 9 : 16
  const to = place === 0 ? 18 : 20
  return Array.from({ length: (to - from) * 2 }, (_, half) =>
    clinic.at(`${String(from + Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`),
  )
}

export interface Wish {
  place: number
  service: number
  /** Index; null = any. */
  specialist: number | null
}

const instantOf = (text: string) => new Date(text).toISOString()

interface Offered {
  time: string
  /** null = no group. */
  seats: number | null
}

/** Instants that are offered; from the cache, or found anew. */
export async function offered(real: Real, wish: Wish, way: 'cached' | 'anew'): Promise<string[]> {
  return (await offeredSeats(real, wish, way)).map(({ time }) => time)
}

export async function offeredSeats(
  real: Real,
  wish: Wish,
  way: 'cached' | 'anew',
): Promise<Offered[]> {
  const { clinic, locationIds, serviceIds, deadHold } = real
  const { days } = await clinic.site.availability.search(
    {
      location_id: locationIds[wish.place]!,
      service_id: serviceIds[wish.service]!,
      from: clinic.day,
      to: clinic.day,
      ...(wish.specialist === null
        ? {}
        : { specialist_id: clinic.specialistIds[wish.specialist]! }),
    },
    way === 'anew' ? { hold: deadHold } : {},
  )
  return days.flatMap(({ slots }) =>
    slots.map(({ starts_at, seats_left }) => ({
      time: instantOf(starts_at),
      seats: seats_left ?? null,
    })),
  )
}

export const includes = (times: string[], time: string): boolean => times.includes(instantOf(time))

/** Every view of every branch and service, the cached and the fresh, must agree. */
export async function staleViews(real: Real): Promise<string[]> {
  const stale: string[] = []
  for (const place of [0, 1])
    for (const service of [0, 1, 2])
      for (const specialist of [null, 0, 1]) {
        const wish = { place, service, specialist }
        const [cached, anew] = await Promise.all([
          offeredSeats(real, wish, 'cached'),
          offeredSeats(real, wish, 'anew'),
        ])
        if (JSON.stringify(cached) !== JSON.stringify(anew))
          stale.push(JSON.stringify({ wish, cached, anew }))
      }
  return stale
}

export async function makeReal(
  server: TestServer,
  clinic: Clinic,
  deadHold: string,
): Promise<Real> {
  const { admin, specialistIds, locationId, serviceId } = clinic
  const days = [1, 2, 3, 4, 5, 6, 7]
  const branch = await admin.locations.create({
    name: 'Второй',
    time_zone: 'Asia/Yekaterinburg',
    slot_step_min: 30,
  })
  const room = await admin.workplaces.create({ location_id: branch.id, name: 'Там' })
  await admin.services.update(serviceId, { workplace_ids: [...clinic.workplaceIds, room.id] })
  await admin.locationSchedule.put(branch.id, {
    week: days.map((day_of_week) => ({ day_of_week, opens: '18:00', closes: '22:00' })),
  })
  await admin.specialistSchedule.put(specialistIds[0]!, {
    week: days.flatMap((day_of_week) => [
      { location_id: locationId, day_of_week, starts: '09:00', ends: '18:00' },
      { location_id: branch.id, day_of_week, starts: '18:00', ends: '22:00' },
    ]),
  })
  const short = await admin.services.create({
    name: 'Осмотр',
    duration_min: 30,
    buffer_after_min: 10,
    price: 100_000,
    specialists: specialistIds.map((specialist_id) => ({ specialist_id })),
  })
  const group = await admin.services.create({
    name: 'Йога',
    duration_min: 60,
    capacity: 2,
    price: 50_000,
    workplace_ids: [...clinic.workplaceIds, room.id],
    specialists: specialistIds.map((specialist_id) => ({ specialist_id })),
  })
  return {
    server,
    clinic,
    locationIds: [locationId, branch.id],
    serviceIds: [serviceId, short.id, group.id],
    deadHold,
  }
}
