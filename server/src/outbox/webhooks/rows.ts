import type { Database } from '../../db/database.ts'
import { statement, transaction } from '../../db/transaction.ts'
import type { OutboxEvent } from '../event.ts'

export interface ClaimedDelivery {
  organization_id: number
  id: number
  endpoint_id: number
  event_id: number
  attempts: number
}

const claim = statement(
  'claim_webhook_deliveries',
  `select organization_id, id, endpoint_id, event_id, attempts
   from claim_webhook_deliveries($1, $2, $3, $4) order by next_at, id`,
)

/** At most `each` of one endpoint at a time. */
export async function claimDeliveries(
  db: Database,
  { limit, lease, seconds, each }: { limit: number; lease: string; seconds: number; each: number },
): Promise<ClaimedDelivery[]> {
  return transaction(db, null, (tx) =>
    tx.query<ClaimedDelivery>(claim, [limit, lease, seconds, each]),
  )
}

export interface Parcel extends Pick<
  OutboxEvent,
  'id' | 'type' | 'subject_id' | 'payload' | 'created_at'
> {
  url: string
  secret: string
}

const parcel = statement(
  'webhook_parcel',
  `select w.url, w.secret, e.id, e.type, e.subject_id, e.payload, e.created_at
   from webhook_endpoints w join events e on e.organization_id = w.organization_id
   where w.organization_id = $1 and w.id = $2 and e.id = $3 and w.disabled_at is null and w.archived_at is null`,
)

/** undefined: the endpoint was switched off meanwhile. */
export async function readParcel(
  db: Database,
  { organization_id, endpoint_id, event_id }: ClaimedDelivery,
): Promise<Parcel | undefined> {
  return transaction(db, organization_id, (tx) =>
    tx.maybe<Parcel>(parcel, [organization_id, endpoint_id, event_id]),
  )
}

const finish = statement(
  'finish_webhook_delivery',
  'select finish_webhook_delivery($1, $2, $3, $4)',
)

export async function finishDelivery(
  db: Database,
  { organization_id, id }: ClaimedDelivery,
  lease: string,
  status: number | null,
): Promise<void> {
  await transaction(db, null, (tx) => tx.query(finish, [organization_id, id, lease, status]))
}

const retry = statement(
  'retry_webhook_delivery',
  'select retry_webhook_delivery($1, $2, $3, $4, $5, $6)',
)

/** `seconds` null: given up. */
export async function retryDelivery(
  db: Database,
  { organization_id, id }: ClaimedDelivery,
  lease: string,
  { status, error, seconds }: { status: number | null; error: string; seconds: number | null },
): Promise<void> {
  await transaction(db, null, (tx) =>
    tx.query(retry, [organization_id, id, lease, status, error, seconds]),
  )
}

const disable = statement(
  'disable_webhook_endpoint',
  `update webhook_endpoints set disabled_at = clock_timestamp(), disabled_reason = $3
   where organization_id = $1 and id = $2 and disabled_at is null`,
)

export async function disableEndpoint(
  db: Database,
  { organization_id, endpoint_id }: ClaimedDelivery,
  reason: string,
): Promise<void> {
  await transaction(db, organization_id, (tx) =>
    tx.query(disable, [organization_id, endpoint_id, reason]),
  )
}

const disableFailing = statement(
  'disable_failing_webhook_endpoint',
  `update webhook_endpoints w set disabled_at = clock_timestamp(), disabled_reason = 'failing'
   where w.organization_id = $1 and w.id = $2 and w.disabled_at is null
     and w.updated_at < clock_timestamp() - make_interval(days => $3)
     and exists (select from webhook_deliveries d where d.organization_id = w.organization_id and d.endpoint_id = w.id
       and d.status = 'failed' and d.created_at < clock_timestamp() - make_interval(days => $3))
     and not exists (select from webhook_deliveries d where d.organization_id = w.organization_id and d.endpoint_id = w.id
       and d.delivered_at >= clock_timestamp() - make_interval(days => $3))
   returning w.id`,
)

/** Nothing taken for so many days, and something of before that given up; a change of the endpoint is a new beginning. */
export async function disableIfFailing(
  db: Database,
  { organization_id, endpoint_id }: ClaimedDelivery,
  days: number,
): Promise<boolean> {
  const rows = await transaction(db, organization_id, (tx) =>
    tx.query(disableFailing, [organization_id, endpoint_id, days]),
  )
  return rows.length > 0
}
