import type { EventType } from '@zapis/sdk/contract'
import { statement, type Tx } from '../db/transaction.ts'

const insert = statement(
  'outbox_append',
  `insert into events (organization_id, type, subject_kind, subject_id, payload) values ($1, $2, $3, $4, $5)`,
)

/** The promise that others will be told, kept by the same transaction as the change. The payload holds ids and times, no personal data. */
export async function append(
  tx: Tx,
  type: EventType,
  subject: { kind: string; id: number },
  object: Record<string, unknown>,
): Promise<void> {
  await tx.query(insert, [
    tx.organizationId,
    type,
    subject.kind,
    subject.id,
    JSON.stringify({ object }),
  ])
}
