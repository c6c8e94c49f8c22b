import type { App } from '../app-context.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import type { MessageStatus } from './channels/whatsapp-status.ts'
import { fallBack } from './fall-back.ts'

const find = statement(
  'notification_of_provider',
  'select organization_id, id from find_whatsapp_message($1)',
)
const arrived = statement(
  'notification_arrived',
  `update notifications set delivered_at = coalesce(delivered_at, $3), read_at = coalesce(read_at, $4)
   where organization_id = $1 and id = $2 and provider_id = $5`,
)
/** What has arrived has not failed, and what has failed is told another way once. */
const failed = statement(
  'notification_failed_later',
  `update notifications set status = 'failed', error = $3
   where organization_id = $1 and id = $2 and provider_id = $4 and status = 'sent' and delivered_at is null returning id`,
)

/** Writes down what became of a message; comes it again, or out of order, nothing changes. False: there is no such message. */
export async function takeStatus(
  app: Pick<App, 'db' | 'config'>,
  status: MessageStatus,
): Promise<boolean> {
  const found = await transaction(app.db, null, (tx) =>
    tx.query<{ organization_id: number; id: number }>(find, [status.providerId]),
  )
  for (const { organization_id, id } of found)
    await transaction(app.db, organization_id, (tx) => apply(app, tx, id, status))
  return found.length > 0
}

async function apply(
  app: Pick<App, 'config'>,
  tx: Tx,
  id: number,
  { kind, at, error, isGone, providerId }: MessageStatus,
): Promise<void> {
  const of = [tx.organizationId, id]
  if (kind !== 'failed') {
    await tx.query(arrived, [...of, at, kind === 'read' ? at : null, providerId])
    return
  }
  const row = await tx.maybe(failed, [...of, error, providerId])
  if (row) await fallBack(app, tx, { id }, isGone ? 'gone' : 'failed')
}
