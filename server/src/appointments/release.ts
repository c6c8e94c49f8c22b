import type { App } from '../app-context.ts'
import { occupancyChanged } from '../availability/changed.ts'
import { announceHold } from './announce-hold.ts'
import { busyMinutes, readHold } from './hold-token.ts'

/** The bearer gives the time back; again, or with a token that is long dead, changes nothing. */
export async function release(app: App, token: string, organizationId: number): Promise<void> {
  const facts = readHold(app.secrets, token)
  if (facts === null || facts.organizationId !== organizationId) return
  // A store that is down has no hold to release; its life is short.
  const wasLive = await app.ephemeral.holds.release(organizationId, facts.id).catch(() => false)
  if (!wasLive) return
  await occupancyChanged(app, organizationId, [{ ...facts, ...busyMinutes(facts) }])
  await announceHold(app, 'hold.released', facts)
}
