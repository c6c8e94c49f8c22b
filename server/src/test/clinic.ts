import type { createClient } from '@zapis/sdk'
import { addDays, weekday } from '../availability/dates.ts'
import { zone } from '../availability/zone.ts'
import type { Founded, TestServer } from './server.ts'

export type Sdk = ReturnType<typeof createClient>

export interface Clinic extends Founded {
  /** With the secret key, and with the publishable one. */
  admin: Sdk
  site: Sdk
  timeZone: string
  locationId: number
  serviceId: number
  specialistIds: number[]
  workplaceIds: number[]
  /** A Monday some weeks ahead. */
  day: string
  /** The instant of a local time on `day`, or on another date. */
  at(time: string, date?: string): string
}

export interface ClinicOptions {
  timeZone?: string
  specialists?: number
  workplaces?: number
  durationMin?: number
  bufferAfterMin?: number
  price?: number
  /** Seats of the service's sessions. */
  capacity?: number
}

/** A clinic open 09:00–18:00 every day, with one service that all its specialists do in all its rooms. */
export async function makeClinic(server: TestServer, options: ClinicOptions = {}): Promise<Clinic> {
  const {
    timeZone = 'Europe/Moscow',
    specialists = 1,
    workplaces = 1,
    durationMin = 60,
    bufferAfterMin = 0,
    price = 250_000,
    capacity = 1,
  } = options
  const founded = await server.found()
  const admin = server.as(founded.secret)
  const { id: locationId } = await admin.locations.create({
    name: 'Арбат',
    time_zone: timeZone,
    slot_step_min: 30,
  })
  const days = [1, 2, 3, 4, 5, 6, 7]
  await admin.locationSchedule.put(locationId, {
    week: days.map((day_of_week) => ({ day_of_week, opens: '09:00', closes: '18:00' })),
  })
  const workplaceIds: number[] = []
  for (let n = 1; n <= workplaces; n++)
    workplaceIds.push(
      (await admin.workplaces.create({ location_id: locationId, name: `Кабинет ${n}` })).id,
    )
  const specialistIds: number[] = []
  for (let n = 1; n <= specialists; n++) {
    const { id } = await admin.specialists.create({ first_name: `Анна ${n}` })
    await admin.specialistSchedule.put(id, {
      week: days.map((day_of_week) => ({
        location_id: locationId,
        day_of_week,
        starts: '09:00',
        ends: '18:00',
      })),
    })
    specialistIds.push(id)
  }
  const { id: serviceId } = await admin.services.create({
    name: 'Массаж',
    duration_min: durationMin,
    buffer_after_min: bufferAfterMin,
    price,
    capacity,
    workplace_ids: workplaceIds,
    specialists: specialistIds.map((specialist_id) => ({ specialist_id })),
  })
  const day = mondayAhead()
  return {
    ...founded,
    admin,
    site: server.as(founded.publishable),
    timeZone,
    locationId,
    serviceId,
    specialistIds,
    workplaceIds,
    day,
    at(time, date = day) {
      const [hours = 0, minutes = 0] = time.split(':').map(Number)
      const { instantsOf, isoWithOffset } = zone(timeZone)
      return isoWithOffset(instantsOf(date, hours * 60 + minutes)[0] ?? 0)
    },
  }
}

function mondayAhead(): string {
  const soon = addDays(new Date().toISOString().slice(0, 10), 14)
  return addDays(soon, (8 - weekday(soon)) % 7)
}

/** What `book` takes, for the clinic's first service. */
export function visitAt(clinic: Clinic, time: string, date = clinic.day) {
  return {
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    starts_at: clinic.at(time, date),
  }
}

/** Local times that are offered on `day`, of all specialists or of one. */
export async function offeredTimes(
  clinic: Clinic,
  { specialistId, hold, as = clinic.site }: { specialistId?: number; hold?: string; as?: Sdk } = {},
): Promise<string[]> {
  const { days } = await as.availability.search(
    {
      location_id: clinic.locationId,
      service_id: clinic.serviceId,
      from: clinic.day,
      to: clinic.day,
      ...(specialistId === undefined ? {} : { specialist_id: specialistId }),
    },
    hold === undefined ? {} : { hold },
  )
  return (days[0]?.slots ?? []).map(({ starts_at }) => starts_at.slice(11, 16))
}

let guests = 0

/** Somebody new each time. */
export function guest(): { first_name: string; phone: string } {
  guests++
  return { first_name: 'Гость', phone: `+7916${String(1_000_000 + guests)}` }
}

/** Held and confirmed through the site's key. */
export async function bookAt(
  clinic: Clinic,
  time: string,
  client: { first_name: string; phone: string } = guest(),
) {
  const held = await clinic.site.appointments.book(visitAt(clinic, time))
  return clinic.site.appointments.confirm({ hold: held.hold, client })
}
