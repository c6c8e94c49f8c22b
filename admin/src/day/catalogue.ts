import type { Appointment, BookingClient, Service, Specialist, Staff, Workplace } from '@zapis/sdk'

/** Who, what and where, with those in the archive: an old visit still names them. */
export interface Catalogue {
  specialists: ReadonlyMap<number, Specialist>
  services: ReadonlyMap<number, Service>
  workplaces: ReadonlyMap<number, Workplace>
}

export async function loadCatalogue(api: BookingClient): Promise<Catalogue> {
  const everything = { archived: true, limit: 100 }
  const [specialists, services, workplaces] = await Promise.all([
    api.specialists.list(everything).toArray(),
    api.services.list(everything).toArray(),
    api.workplaces.list(everything).toArray(),
  ])
  return { specialists: byId(specialists), services: byId(services), workplaces: byId(workplaces) }
}

function byId<Item extends { id: number }>(items: Item[]): Map<number, Item> {
  return new Map(items.map((item) => [item.id, item]))
}

export function nameOf({
  first_name,
  last_name,
}: {
  first_name: string
  last_name: string
}): string {
  return [last_name, first_name].filter(Boolean).join(' ')
}

/** What a specialist may be booked for, by the catalogue’s order. */
export function servicesOf({ services }: Catalogue, specialistId: number | null): Service[] {
  return [...services.values()]
    .filter(({ archived_at, specialist_ids }) => {
      const isTheirs = specialistId === null || specialist_ids.includes(specialistId)
      return archived_at === null && isTheirs
    })
    .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name))
}

/** To whom a visit may be given: a specialist gives nothing to others. */
export function takersOf(
  { specialists }: Catalogue,
  me: Pick<Staff, 'role' | 'specialist_id'>,
  { service_id }: Appointment,
): Specialist[] {
  return [...specialists.values()].filter(
    ({ id, archived_at, service_ids }) =>
      archived_at === null &&
      service_ids.includes(service_id) &&
      (me.role !== 'specialist' || id === me.specialist_id),
  )
}

/** The service as this specialist gives it: their own price and length, where they have them. */
export function termsOf(
  service: Service,
  specialistId: number | null,
): { amount: number; minutes: number } {
  const own = service.specialists.find(({ specialist_id }) => specialist_id === specialistId)
  return {
    amount: own?.price ?? service.price.amount,
    minutes: own?.duration_min ?? service.duration_min,
  }
}

/** Of somebody who is not in the catalogue. */
export const nobody = { first_name: '', last_name: '' }
