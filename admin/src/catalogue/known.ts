import type { BookingClient } from '@zapis/sdk'
import type { Known } from './noun.ts'

/** All that is in use, for choosing from. */
export async function readKnown(api: BookingClient): Promise<Known> {
  const [services, specialists, workplaces] = await Promise.all([
    api.services.list({ limit: 100 }).toArray(),
    api.specialists.list({ limit: 100 }).toArray(),
    api.workplaces.list({ limit: 100 }).toArray(),
  ])
  return { services, specialists, workplaces }
}
