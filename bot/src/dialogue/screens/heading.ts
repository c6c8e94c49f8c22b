import type { Location, Service } from '@zapis/sdk'
import { locationsOf, named } from '../catalogue.ts'
import { nameOf } from '../format.ts'
import type { Turn } from '../turn.ts'

/** What is being booked, so far. */
export async function heading(
  turn: Turn,
  { location, service, specialist }: { location: Location; service: Service; specialist: number },
): Promise<string> {
  const one = specialist > 0 ? named(await turn.clinic.catalogue.specialists(), specialist) : null
  const isOneOfMany = (await locationsOf(turn)).length > 1
  return [service.name, one && nameOf(one), isOneOfMany && location.name].filter(Boolean).join('\n')
}
