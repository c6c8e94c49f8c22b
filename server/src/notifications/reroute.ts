import type { App } from '../app-context.ts'
import { statement, type Tx } from '../db/transaction.ts'
import type { Kept } from './compose-rows.ts'
import { lockSiblings } from './compose-rows.ts'
import { tellBy, waysNow } from './fall-back.ts'
import { rules } from './rules.ts'
import type { Settings } from './settings.ts'
import { anyWayOf } from './telling-rows.ts'
import type { Person } from './ways.ts'

const close = statement(
  'notification_close',
  `update notifications set status = 'skipped', error = $3, lease = null, lease_until = null where organization_id = $1 and id = $2`,
)

interface Due {
  kept: Kept
  person: Person
  settings: Settings
}

/**
 * Why a message does not go by the way that it was planned with; null: it does. A reminder is planned weeks ahead: since
 * then an address may have changed, a better way may be there, or the only one may be gone.
 */
export async function reroute(
  app: Pick<App, 'config'>,
  tx: Tx,
  { kept, person, settings }: Due,
): Promise<string | null> {
  const ways = waysNow(app, kept, person, settings)
  const own = ways.find(({ channel }) => channel === kept.channel)
  const isThere = own?.recipients.includes(kept.recipient) ?? false
  if (kept.payload['is_copy'] === true) return isThere ? null : 'unsubscribed'
  if (isThere && !isBettered(kept, ways[0]?.channel)) return null
  // Closed under the lock of the telling: of two messages that are rerouted at once the second sees it, and finds the way.
  await lockSiblings(tx, kept)
  const reason = ways.length > 0 ? 'rerouted' : nobody(kept)
  await tx.query(close, [tx.organizationId, kept.id, reason])
  await tellBy(tx, kept, person, ways)
  return reason
}

/** What is told at once, or has fallen back to its way, stays with it. */
function isBettered(kept: Kept, best: Kept['channel'] | undefined): boolean {
  const isPlannedAhead = rules[kept.template].moment !== 'at once' && kept.round === 0
  return isPlannedAhead && kept.payload['is_fallback'] !== true && best !== kept.channel
}

function nobody({ recipient, client_id }: Kept): string {
  return recipient === anyWayOf(client_id ?? 0) ? 'no_way' : 'unsubscribed'
}
