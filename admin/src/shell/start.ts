import type { BookingClient, Location, Organization, Staff } from '@zapis/sdk'

/** What the whole panel rests on. */
export interface Ground {
  me: Staff
  organization: Organization
  locations: Location[]
}

export async function loadGround(api: BookingClient): Promise<Ground> {
  // First who it is: without a session the others would only be refused as well.
  const me = await api.auth.whoami()
  const [organization, locations] = await Promise.all([
    api.organization.get(),
    all(api.locations.list({ limit: 100 })),
  ])
  return { me, organization, locations }
}

async function all<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of list) items.push(item)
  return items
}
