import { scopes as everyScope, type OperationTypes } from '@zapis/sdk/contract'
import { byId, keysetPage, type Page } from '../db/keyset.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { scopesOf } from './authenticate.ts'
import { makeKey, type KeyKind } from './key-value.ts'

export type KeyItem = OperationTypes['apiKeys.get']['reply']

export interface KeyRow {
  id: number
  kind: KeyKind
  prefix: string
  hash: string
  name: string
  allowed_origins: string[]
  scopes: string[] | null
  revoked_at: Date | null
  version: number
  created_at: Date
}

export interface KeyDraft {
  kind: KeyKind
  name: string
  allowed_origins: readonly string[]
  /** null = everything. */
  scopes: readonly string[] | null
}

export function keyItem(row: KeyRow): KeyItem {
  const kept = row.kind === 'secret' ? (scopesOf(row.scopes) ?? everyScope) : []
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    allowed_origins: row.allowed_origins,
    scopes: everyScope.filter((scope) => kept.includes(scope)),
    prefix: row.prefix,
    revoked_at: row.revoked_at?.toISOString() ?? null,
    version: row.version,
    created_at: row.created_at.toISOString(),
  }
}

export async function listKeys(
  tx: Tx,
  wanted: OperationTypes['apiKeys.list']['query'],
): Promise<Page<KeyItem>> {
  const query = tx.builder('api_keys').where({ organization_id: tx.organizationId }).select('*')
  const page = await keysetPage<KeyRow>(tx, query, { id: [byId] }, wanted)
  return { ...page, data: page.data.map(keyItem) }
}

const one = statement(
  'identity_key',
  `select * from api_keys where organization_id = $1 and id = $2`,
)

export async function getKey(tx: Tx, id: number): Promise<KeyRow> {
  const row = await tx.maybe<KeyRow>(one, [tx.organizationId, id])
  if (!row) throw new Fault('not_found')
  return row
}

const insert = statement(
  'identity_insert_key',
  `insert into api_keys (organization_id, kind, prefix, hash, name, allowed_origins, scopes)
   values ($1, $2, $3, $4, $5, $6, $7) returning *`,
)

/** The value is known here and now, and never again. */
export async function insertKey(
  tx: Tx,
  draft: KeyDraft,
  { value, hash, prefix } = makeKey(draft.kind),
): Promise<{ row: KeyRow; value: string }> {
  const origins = [...new Set(draft.allowed_origins)]
  const row = await tx.one<KeyRow>(insert, [
    ...[tx.organizationId, draft.kind, prefix, hash, draft.name],
    ...[origins, draft.scopes ?? []],
  ])
  return { row, value }
}

export async function changeKey(
  tx: Tx,
  id: number,
  values: Partial<Omit<KeyDraft, 'kind'>> & { revoked_at?: Date },
): Promise<KeyRow> {
  const [row] = await tx.run<KeyRow>(
    tx
      .builder('api_keys')
      .where({ organization_id: tx.organizationId, id })
      .update({ ...values, updated_at: tx.builder.fn.now() })
      .returning('*'),
  )
  if (!row) throw new Error('a locked row is gone')
  return row
}
