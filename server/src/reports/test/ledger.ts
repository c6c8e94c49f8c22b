import { randomBytes } from 'node:crypto'
import pg from 'pg'

type Row = Record<string, string | number | boolean | null>

/** Writes as the database's owner, under the rules of the ledger's triggers. */
export interface Ledger {
  insert(table: string, row: Row): Promise<number>
  visit(row: Row): Promise<number>
  line(clientId: number, type: string, amount: number, at: string, more?: Row): Promise<number>
  payment(row: Row): Promise<number>
  query(text: string, values?: unknown[]): Promise<void>
  close(): Promise<void>
}

/** Of one organization. */
export async function openLedger(databaseUrl: string, organizationId: number): Promise<Ledger> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()

  async function insert(table: string, row: Row): Promise<number> {
    const full = { organization_id: organizationId, ...row }
    const names = Object.keys(full)
    const places = names.map((_, index) => `$${index + 1}`)
    const { rows } = await client.query<{ id: number }>(
      `insert into ${table} (${names.join()}) values (${places.join()}) returning id`,
      Object.values(full),
    )
    const [made] = rows
    if (made === undefined) throw new Error(`no row in ${table}`)
    return made.id
  }

  return {
    insert,
    visit: (row) =>
      insert('appointments', {
        code: randomBytes(18).toString('base64url'),
        source: 'api',
        ...row,
      }),
    line: (clientId, type, amount, at, more = {}) =>
      insert('wallet_transactions', {
        client_id: clientId,
        type,
        amount,
        created_at: at,
        actor: 'test',
        ...(type === 'correction' ? { reason: 'ошибка' } : {}),
        ...more,
      }),
    payment: (row) => insert('payments', { provider: 'yookassa', currency: 'RUB', ...row }),
    async query(text, values = []) {
      await client.query(text, values)
    },
    close: () => client.end(),
  }
}
