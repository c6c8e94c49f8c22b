import type { Database } from '../db/database.ts'
import { statement, transaction, type Tx } from '../db/transaction.ts'
import type { OutboxEvent } from './event.ts'

const claim = statement(
  'claim_events',
  `select organization_id, id, type, subject_kind, subject_id, payload, created_at, attempts
   from claim_events($1, $2, $3) order by id`,
)

/** Of every organization, and of one subject only the earliest; nobody else gets them while the lease lasts. */
export async function claimEvents(
  db: Database,
  limit: number,
  lease: string,
  seconds: number,
): Promise<OutboxEvent[]> {
  return transaction(db, null, (tx) => tx.query<OutboxEvent>(claim, [limit, lease, seconds]))
}

const finish = statement(
  'finish_events',
  `select finish_event($1, id, $3) from unnest($2::bigint[]) with ordinality as e (id, position) order by position`,
)

/** In the order given, which becomes the order of `published_at`. Those whose lease was lost stay as they are. */
export async function finishEvents(
  db: Database,
  organizationId: number,
  ids: readonly number[],
  lease: string,
): Promise<void> {
  await transaction(db, null, (tx) => tx.query(finish, [organizationId, ids, lease]))
}

const retry = statement(
  'retry_events',
  `select retry_event($1, id, $3, $4, $5) from unnest($2::bigint[]) as e (id)`,
)

/** `seconds` null: never again. */
export async function retryEvents(
  db: Database,
  organizationId: number,
  ids: readonly number[],
  lease: string,
  { error, seconds }: { error: string | null; seconds: number | null },
): Promise<void> {
  await transaction(db, null, (tx) => tx.query(retry, [organizationId, ids, lease, error, seconds]))
}

const deliver = statement(
  'insert_webhook_deliveries',
  `insert into webhook_deliveries (organization_id, endpoint_id, event_id)
   select e.organization_id, w.id, e.id from events e
   join webhook_endpoints w on w.organization_id = e.organization_id
     and (w.types = '{}' or e.type = any (w.types)) and w.disabled_at is null and w.archived_at is null
   where e.organization_id = $1 and e.id = any ($2::bigint[])
   order by e.id, w.id
   on conflict on constraint webhook_deliveries_once do nothing`,
)

/** One for each endpoint that wants it; an event that comes again adds nothing. */
export async function insertDeliveries(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.query(deliver, [tx.organizationId, ids])
}

const version = statement(
  'relay_catalogue_version',
  'select catalogue_version from organizations where id = $1',
)

export async function readCatalogueVersion(tx: Tx): Promise<number> {
  const row = await tx.one<{ catalogue_version: number }>(version, [tx.organizationId])
  return row.catalogue_version
}
