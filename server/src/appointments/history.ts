import type { OperationTypes } from '@zapis/sdk/contract'
import { statement, type Tx } from '../db/transaction.ts'
import type { AppointmentRow } from './rows.ts'

type History = OperationTypes['appointments.history']['reply']
type Change = History['data'][number]

interface Row {
  at: Date
  actor: string
  action: string
  name: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

const select = statement(
  'appointment_history',
  `select h.at, h.actor, h.action, h.before, h.after, coalesce(nullif(s.name, ''), s.email) as name
   from audit_log h left join staff s on s.organization_id = h.organization_id and h.actor = 'staff:' || s.id
   where h.organization_id = $1 and h.subject = $2 order by h.id desc limit 200`,
)

export async function historyOf(
  tx: Tx,
  { id, cancel_reason }: Pick<AppointmentRow, 'id' | 'cancel_reason'>,
): Promise<History> {
  const rows = await tx.query<Row>(select, [tx.organizationId, `appointment:${id}`])
  return {
    data: rows.map(({ at, actor, action, name, before, after }) => {
      const by = byOf(actor, action)
      const differed = { before: withReason(before, null), after: withReason(after, cancel_reason) }
      return { at: at.toISOString(), action, by, name, ...differed }
    }),
  }
}

/** Why it was called off is the visit's to say, which is erased with the client; the log only knows that it was said. */
function withReason(values: Row['after'], cancel_reason: string | null): Row['after'] {
  return values !== null && 'cancel_reason' in values ? { ...values, cancel_reason } : values
}

/** The bearer of a manage link signs nothing; what runs by itself neither. */
function byOf(actor: string, action: string): Change['by'] {
  const [kind] = actor.split(':')
  if (action.startsWith('manage.')) return 'link'
  if (kind === 'staff' || kind === 'key' || kind === 'client') return kind
  return 'system'
}
