import type { OperationTypes } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { lockRow } from '../db/lock-row.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault, type FieldFault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { changeKey, insertKey, keyItem, type KeyItem, type KeyRow } from './key-rows.ts'
import type { KeyKind } from './key-value.ts'
import { notice } from './notices.ts'
import { grantedScopes } from './powers.ts'

export async function createKey(
  call: Call<'apiKeys.create'>,
  tx: Tx,
): Promise<OperationTypes['apiKeys.create']['reply']> {
  const { kind, name, allowed_origins = [], scopes } = call.body
  requireFitting(kind, call.body)
  const granted = kind === 'secret' ? grantedScopes(call.caller, scopes) : null
  if (granted === undefined) throw new Fault('forbidden')
  const { row, value } = await insertKey(tx, { kind, name, allowed_origins, scopes: granted })
  const item = keyItem(row)
  await audit(tx, call, `api_key:${row.id}`, null, { ...item })
  return { ...item, key: value }
}

export async function updateKey(app: App, call: Call<'apiKeys.update'>, tx: Tx): Promise<KeyItem> {
  const { body, params } = call
  const before = await lockRow<KeyRow>(tx, 'api_keys', params.id, call.ifMatch)
  requireFitting(before.kind, body)
  const granted = body.scopes && grantedScopes(call.caller, body.scopes)
  if (body.scopes && !granted) throw new Fault('forbidden')
  const row = await changeKey(tx, before.id, {
    ...(body.name === undefined ? {} : { name: body.name }),
    ...(body.allowed_origins ? { allowed_origins: [...new Set(body.allowed_origins)] } : {}),
    ...(granted && before.kind === 'secret' ? { scopes: granted } : {}),
  })
  await audited(tx, call, before, row)
  tx.afterCommit(() => notice(app, { about: 'key', hash: row.hash }))
  return keyItem(row)
}

/** For good: a revoked key never works again. */
export async function revokeKey(app: App, call: Call<'apiKeys.revoke'>, tx: Tx): Promise<null> {
  const before = await lockRow<KeyRow>(tx, 'api_keys', call.params.id, call.ifMatch)
  if (before.revoked_at) return null
  const row = await changeKey(tx, before.id, { revoked_at: app.clock() })
  await audited(tx, call, before, row)
  tx.afterCommit(() => notice(app, { about: 'key', hash: row.hash }))
  return null
}

/** A site’s key has no scopes, and a server’s no origins; a key that may do nothing is a mistake. */
function requireFitting(
  kind: KeyKind,
  given: { allowed_origins?: readonly string[]; scopes?: readonly string[] },
): void {
  const errors: FieldFault[] = []
  if (kind === 'secret' && given.allowed_origins?.length) {
    errors.push({ pointer: '/allowed_origins', code: 'not_allowed' })
  }
  if (kind === 'secret' && given.scopes?.length === 0) {
    errors.push({ pointer: '/scopes', code: 'too_small' })
  }
  if (kind === 'publishable' && given.scopes?.length) {
    errors.push({ pointer: '/scopes', code: 'not_allowed' })
  }
  if (errors.length > 0) throw new Fault('invalid_request', { errors })
}

function audited(
  tx: Tx,
  call: Pick<Call, 'caller' | 'operation'>,
  before: KeyRow,
  after: KeyRow,
): Promise<void> {
  return audit(tx, call, `api_key:${after.id}`, { ...keyItem(before) }, { ...keyItem(after) })
}
