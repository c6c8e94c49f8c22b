import { isBookingError, type Visitor } from '@zapis/sdk'
import { addressOf } from '../parts/address.ts'
import { forgetVisit, keepVisit, keptVisits } from './visits.ts'

const LOOKED_AT = 5

/** For the offline page: the visit with the names that a person reads. One that is off is forgotten. */
export async function rememberVisit(client: Visitor, code: string): Promise<void> {
  try {
    const visit = await client.request('manage.get', { params: { code } })
    const isAhead = ['pending', 'confirmed', 'arrived'].includes(visit.status)
    if (!isAhead) forgetVisit(localStorage, code)
    else
      keepVisit(
        localStorage,
        {
          code,
          starts_at: visit.starts_at,
          ends_at: visit.ends_at,
          time_zone: visit.location.time_zone,
          place: visit.location.name,
          address: addressOf(visit.location),
          phone: visit.location.phone,
          service: visit.service.name,
        },
        Date.now(),
      )
  } catch (error) {
    if (isBookingError(error, 'not_found')) forgetVisit(localStorage, code)
  }
}

/** What is kept may have been moved or cancelled elsewhere; a client’s own are fetched anew. */
export async function refreshVisits(client: Visitor, isSignedIn: boolean): Promise<void> {
  const kept = keptVisits(localStorage, Date.now()).map(({ code }) => code)
  const own = isSignedIn ? await comingVisits(client).catch(() => []) : []
  const codes = [...new Set([...own, ...kept])].slice(0, LOOKED_AT)
  for (const code of codes) await rememberVisit(client, code)
}

async function comingVisits(client: Visitor): Promise<string[]> {
  const { data } = await client.request('me.appointments', { query: { limit: 20 } })
  return data
    .filter(({ status, ends_at }) => status === 'confirmed' && Date.parse(ends_at) > Date.now())
    .map(({ code }) => code)
}
