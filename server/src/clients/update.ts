import type { ClientChanges } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { endSessions } from '../identity/sessions.ts'
import { append } from '../outbox/append.ts'
import { auditedChange, unnamed, type ClientRow, type ClientValues } from './client.ts'
import { requireSomebody } from './create.ts'
import { draftValues } from './draft.ts'
import { lockClient, updateClient } from './client-rows.ts'

type Asked = Pick<Call, 'caller' | 'operation' | 'ifMatch'>

/** By the staff or by the client: the contract says which fields either may send. What changes nothing makes no new version. */
export async function changeClient(
  app: App,
  tx: Tx,
  call: Asked,
  { id, changes }: { id: number; changes: ClientChanges },
): Promise<ClientRow> {
  const before = await lockClient(tx, id, call.ifMatch)
  if (before.erased_at !== null) throw new Fault('conflict')
  const values = differing(before, await draftValues(tx, changes))
  if (Object.keys(values).length === 0) return before
  requireSomebody({ ...before, ...values })
  if (values.first_name === null) values.first_name = unnamed[before.locale]
  const after = await updateClient(tx, id, values)
  await append(tx, 'client.updated', { kind: 'client', id }, { id })
  await audit(tx, call, `client:${id}`, ...auditedChange(before, after))
  if (after.session_version !== before.session_version) signOut(app, tx, id)
  return after
}

/** The row's new session_version has ended the sessions already; this only makes it known sooner. */
export function signOut(app: App, tx: Tx, id: number): void {
  const { organizationId } = tx
  if (organizationId === null) throw new Error('a client of no organization')
  tx.afterCommit(() => endSessions(app, { kind: 'client', organizationId, id }))
}

function differing(row: ClientRow, values: ClientValues): ClientValues {
  const kept: Record<string, unknown> = { ...row }
  const same = (name: string, value: unknown) =>
    JSON.stringify(kept[name]) === JSON.stringify(value)
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !same(name, value)))
}
