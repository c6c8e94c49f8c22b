import type { AuditEntry } from '@zapis/sdk/contract'
import { key, keysetPage } from '../db/keyset.ts'
import { read, type HandlersOf } from '../http/handler.ts'

interface Row {
  id: number
  at: Date
  actor: string
  action: string
  subject: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export function auditHandlers(): HandlersOf<'auditLog'> {
  return {
    'auditLog.list': read(async (call, tx) => {
      const { subject, actor, from, to, ...paging } = call.query
      const entries = tx.builder
        .from('audit_log')
        .where('organization_id', tx.organizationId)
        .select('id', 'at', 'actor', 'action', 'subject', 'before', 'after')
      if (subject !== undefined) void entries.where({ subject })
      if (actor !== undefined) void entries.where({ actor })
      if (from !== undefined) void entries.where('at', '>=', from)
      if (to !== undefined) void entries.where('at', '<', to)
      const page = await keysetPage<Row>(
        tx,
        entries,
        { id: [key('id', 'bigint')] },
        { ...paging, sort: '-id' },
      )
      return {
        ...page,
        data: page.data.map((row): AuditEntry => ({ ...row, at: row.at.toISOString() })),
      }
    }),
  }
}
