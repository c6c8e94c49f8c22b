import type pg from 'pg'

/** What the tables of tenants hold of an organization, a hash a table. */
export type Digest = Record<string, string>

export async function createDigest(
  owner: pg.Pool,
): Promise<(organizationId: number) => Promise<Digest>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'organization_id' order by 1`,
  )
  const one = (name: string, key: string) =>
    `select '${name}' as name, md5(string_agg(md5(t::text), '' order by md5(t::text))) as hash from ${name} t where ${key} = $1`
  const text = [
    one('organizations', 'id'),
    ...tables.map(({ name }) => one(name, 'organization_id')),
  ].join(' union all ')
  return async (organizationId) => {
    const { rows } = await owner.query<{ name: string; hash: string | null }>({
      name: 'digest',
      text,
      values: [organizationId],
    })
    return Object.fromEntries(rows.map(({ name, hash }) => [name, hash ?? '']))
  }
}

/** The tables that are not as they were. */
export function changedTables(before: Digest, after: Digest): string[] {
  return Object.keys(after).filter((name) => before[name] !== after[name])
}
