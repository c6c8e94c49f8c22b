import { statement, type Tx } from '../db/transaction.ts'
import { actor, type Call } from '../http/call.ts'

const insert = statement(
  'audit_append',
  `insert into audit_log (organization_id, actor, action, subject, before, after) values ($1, $2, $3, $4, $5, $6)`,
)

type Values = Record<string, unknown>

/** Values of these are not kept, only that they changed: the log outlives an erased client. */
const personal = new Set([
  'first_name',
  'last_name',
  'iname',
  'birth_date',
  'phone',
  'email',
  'notes',
  'note',
  'cancel_reason',
  'password',
  'telegram_id',
])

/** A line of the audit log with the fields that differ. */
export async function audit(
  tx: Tx,
  call: Pick<Call, 'caller' | 'operation'>,
  subject: string,
  before: Values | null,
  after: Values | null,
): Promise<void> {
  const changed = Object.keys({ ...before, ...after }).filter(
    (key) => JSON.stringify(before?.[key]) !== JSON.stringify(after?.[key]),
  )
  const pick = (values: Values | null) =>
    values &&
    JSON.stringify(
      Object.fromEntries(changed.map((key) => [key, personal.has(key) ? '…' : values[key]])),
    )
  await tx.query(insert, [
    tx.organizationId,
    actor(call.caller),
    call.operation,
    subject,
    pick(before),
    pick(after),
  ])
}
