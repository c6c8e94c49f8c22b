import knexFactory, { type Knex } from 'knex'
import pg from 'pg'

/** The pool that runs everything, and a builder for SQL whose shape depends on the request. */
export interface Database {
  pool: pg.Pool
  builder: Knex
  close(): Promise<void>
}

const INT8 = 20
const DATE = 1082

/** int8 is a number or an error, never silently rounded; a date stays the text it is. */
const types = new pg.TypeOverrides()
types.setTypeParser(INT8, (value: string) => {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`int8 out of range: ${value}`)
  return number
})
types.setTypeParser(DATE, (value: string) => value)

/** Every connection gives up its rights at once (role), and nothing waits for ever. */
const settings = [
  'role=zapis_app',
  'timezone=UTC',
  'statement_timeout=5000',
  'lock_timeout=2000',
  'idle_in_transaction_session_timeout=10000',
]

export function openDatabase(
  url: string,
  options: { connections: number; waitMs?: number; onIdleError: (error: Error) => void },
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: options.connections,
    options: settings.map((setting) => `-c ${setting}`).join(' '),
    connectionTimeoutMillis: options.waitMs ?? 2000,
    // A server that is there answers by its own statement_timeout; from a silent network nobody hears for ever.
    query_timeout: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'zapis',
  })
  // An idle connection that the server ends emits here; without a listener the process would die.
  pool.on('error', options.onIdleError)
  pool.on('connect', (client) => client.on('error', options.onIdleError))
  const builder = knexFactory({ client: 'pg' })
  return {
    pool,
    builder,
    async close() {
      await pool.end()
      await builder.destroy()
    },
  }
}
