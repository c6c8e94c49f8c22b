import type { Clinic } from '../../test/clinic.ts'

/** Local times of the clinic’s service on its day, with the seats left at each: `10:00×3`, `10:00×-` of an ordinary one. */
export async function seatsOf(clinic: Clinic, hold?: string): Promise<string> {
  const { days } = await clinic.site.availability.search(
    {
      location_id: clinic.locationId,
      service_id: clinic.serviceId,
      from: clinic.day,
      to: clinic.day,
    },
    hold === undefined ? {} : { hold },
  )
  const slots = days[0]?.slots ?? []
  return slots
    .map(({ starts_at, seats_left }) => `${starts_at.slice(11, 16)}×${seats_left ?? '-'}`)
    .join(' ')
}

/** 0 = not offered. */
export async function seatsAt(clinic: Clinic, time: string, hold?: string): Promise<number> {
  const [, seats] = new RegExp(`${time}×(\\d+)`).exec(await seatsOf(clinic, hold)) ?? []
  return Number(seats ?? 0)
}

/** An ordinary service of an hour by the same specialists in the same rooms. */
export async function ordinaryOf(clinic: Clinic): Promise<Clinic> {
  const { id } = await clinic.admin.services.create({
    name: 'Осмотр',
    duration_min: 60,
    price: 100_000,
    workplace_ids: clinic.workplaceIds,
    specialists: clinic.specialistIds.map((specialist_id) => ({ specialist_id })),
  })
  return { ...clinic, serviceId: id }
}
