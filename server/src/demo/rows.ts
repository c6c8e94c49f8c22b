import type { Tx } from '../db/transaction.ts'

/** In one statement, with the columns of the first row; the ids are in the order of the rows. */
export async function insertRows(
  tx: Tx,
  table: string,
  rows: readonly object[],
): Promise<number[]> {
  const [first] = rows
  if (first === undefined) return []
  const columns = Object.keys(first)
  const inserted = await tx.query<{ id: number }>(
    `insert into ${table} (organization_id, ${columns.join(', ')})
     select $1, ${columns.map((column) => `r.${column}`).join(', ')}
     from jsonb_populate_recordset(null::${table}, $2) r returning id`,
    [tx.organizationId, JSON.stringify(rows)],
  )
  // Identities are given out in the order of the rows, and only ever grow.
  return inserted.map(({ id }) => id).sort((a, b) => a - b)
}

export type IdOf<Key> = (key: Key) => number

export async function insertKeyed<Key, Text>(
  tx: Tx,
  table: string,
  texts: readonly Text[],
  of: { key: (text: Text) => Key; row: (text: Text) => object },
): Promise<IdOf<Key>> {
  const ids = await insertRows(tx, table, texts.map(of.row))
  return idsBy(texts.map(of.key), ids)
}

export function idsBy<Key>(keys: readonly Key[], ids: readonly number[]): IdOf<Key> {
  const byKey = new Map(keys.map((key, index) => [key, ids[index]]))
  return (key) => {
    const id = byKey.get(key)
    if (id === undefined) throw new Error(`the demo has no ${String(key)}`)
    return id
  }
}
