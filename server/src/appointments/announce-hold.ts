import type { App } from '../app-context.ts'
import type { HoldFacts } from './hold-token.ts'

/** Holds are not history: they are told to those who listen now, and kept nowhere. */
export async function announceHold(
  app: App,
  type: 'hold.created' | 'hold.released',
  facts: HoldFacts,
): Promise<void> {
  const object = {
    location_id: facts.locationId,
    service_id: facts.serviceId,
    specialist_id: facts.specialistId,
    workplace_id: facts.workplaceId,
    starts_at: new Date(facts.startMin * 60_000).toISOString(),
    ends_at: new Date(facts.endMin * 60_000).toISOString(),
  }
  const event = { id: 0, type, created_at: app.clock().toISOString(), data: { object } }
  await app.ephemeral
    .publish(`events:${facts.organizationId}`, JSON.stringify(event))
    .catch(() => undefined)
}
