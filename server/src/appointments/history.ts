import type { OperationTypes } from '@zapis/sdk/contract'
import { statement, type Tx } from '../db/transaction.ts'

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

export async function historyOf(tx: Tx, id: number): Promise<History> {
  const rows = await tx.query<Row>(select, [tx.organizationId, `appointment:${id}`])
  return {
    data: rows.map(({ at, actor, action, name, before, after }) => {
      const by = byOf(actor, action)
      return { at: at.toISOString(), action, by, name, before, after }
    }),
  }
}

/** The bearer of a manage link signs nothing; what runs by itself neither. */
function byOf(actor: string, action: string): Change['by'] {
  const [kind] = actor.split(':')
  if (action.startsWith('manage.')) return 'link'
  if (kind === 'staff' || kind === 'key' || kind === 'client') return kind
  return 'system'
}
