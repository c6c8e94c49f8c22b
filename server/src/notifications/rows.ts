import { statement, type Tx } from '../db/transaction.ts'
import type { ClaimedNotification } from './lease-rows.ts'

const forget = statement(
  'forget_push_endpoint',
  'delete from push_subscriptions where organization_id = $1 and endpoint = $2',
)

/** The browser is gone, whoever's it was. */
export async function forgetEndpoint(
  tx: Tx,
  { organization_id, recipient }: Pick<ClaimedNotification, 'organization_id' | 'recipient'>,
): Promise<void> {
  await tx.query(forget, [organization_id, recipient])
}
