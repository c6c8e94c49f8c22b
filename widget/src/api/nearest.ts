import type { Slot } from '@zapis/sdk'
import type { Connection } from './connect.ts'

/** The next free times of each service of a branch, by the service's id. */
export type Nearest = ReadonlyMap<number, readonly Slot[]>

export interface NearestQuery {
  location_id: number
  service_id?: number | undefined
  specialist_id?: number | undefined
}

export async function loadNearest({ client }: Connection, query: NearestQuery): Promise<Nearest> {
  const { data } = await client.request('availability.nearest', { query })
  return new Map(data.map(({ service_id, slots }) => [service_id, slots]))
}
