import pg from 'pg'
import type { App } from '../../app-context.ts'
import { hashPassword } from '../../identity/passwords.ts'
import { botToken } from '../../identity/test/telegram.ts'
import { startServer, type TestServer } from '../server.ts'
import { standIn } from '../stand-in.ts'
import { password, type Things } from './things.ts'

/** Words that stand in the texts of a world, so that an answer tells whose rows are in it. */
export interface Marks {
  organization: string
  /** For staff and secret keys alone. */
  inner: string
  /** Of the first client's personal data, and of the second's. */
  own: string
  others: string
}

/** A clinic with two specialists, and two clients each of whom visits one of them. */
export interface World {
  organizationId: number
  marks: Marks
  /** Of the first client and the first specialist. */
  own: Things
  /** The same, with what is the second client's and the second specialist's. */
  others: Things
  staff: Record<'owner' | 'admin' | 'reception' | 'specialist', number>
}

/** A server, and its database by the back door. */
export interface Ground {
  app: App
  /** The database's owner, whom row-level security does not bind. */
  owner: pg.Pool
  passwordHash: string
}

/** Its id. */
export type Insert = (table: string, row: Record<string, unknown>) => number

let ids = 1_000_000

/** Gathers rows for one round trip: a test makes hundreds of worlds. No two rows of any tables have the same id. */
export function newRows(): { insert: Insert; sql: () => string } {
  const statements: string[] = []
  return {
    insert(table, row) {
      const id = ids++
      const columns = { id, ...row }
      const values = Object.values(columns).map(literal)
      const names = Object.keys(columns).join()
      statements.push(`insert into ${table} (${names}) values (${values.join()})`)
      return id
    },
    sql: () => statements.join(';\n'),
  }
}

function literal(value: unknown): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return `${value}`
  if (Array.isArray(value)) return `array[${value.map(literal).join()}]::text[]`
  return pg.escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value))
}

export interface TestGround extends Ground {
  server: TestServer
  close(): Promise<void>
}

export async function startGround(environment: Record<string, string> = {}): Promise<TestGround> {
  const telegram = await standIn(() => ({
    status: 200,
    body: { ok: true, result: { username: 'clinic_bot' } },
  }))
  const server = await startServer({
    TELEGRAM_BOT_TOKEN: botToken,
    TELEGRAM_API_ROOT: telegram.url,
    ...environment,
  })
  const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 4 })
  // Dropping the database may overtake a connection that is saying goodbye.
  owner.on('error', () => undefined)
  return {
    server,
    app: server.app,
    owner,
    passwordHash: await hashPassword(password),
    async close() {
      await owner.end()
      await server.close()
      await telegram.close()
    },
  }
}
