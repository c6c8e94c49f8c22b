import { readdir } from 'node:fs/promises'
import knexFactory, { type Knex } from 'knex'
import { StartupError } from '../startup-error.ts'
import { sqlState } from './transaction.ts'

const folder = new URL('../../../migrations/', import.meta.url)
const MIGRATION = /^(\d{14}_[a-z_]+)\.[jt]s$/
/** Ours among the advisory locks of the database; any constant that nobody else takes. */
const LOCK = 7_041_776_310
const OLDEST_SERVER = 15

/** Names without an extension: the same history whether the program runs from .ts or from .js. */
const source: Knex.MigrationSource<string> = {
  async getMigrations() {
    const names = (await readdir(folder)).map((file) => MIGRATION.exec(file)?.[1])
    return [...new Set(names.filter((name) => name !== undefined))].sort()
  },
  getMigrationName: (name) => name,
  async getMigration(name) {
    const file = (await readdir(folder)).find((each) => MIGRATION.exec(each)?.[1] === name)
    const { up } = (await import(new URL(String(file), folder).href)) as Pick<Knex.Migration, 'up'>
    return { up, down }
  },
}

/** History goes forward: a mistake is mended by the next migration, and a restore is a backup's. */
function down(): Promise<void> {
  throw new Error('a migration is never taken back')
}

/** Brings the database to the newest schema. Any number of processes may start at once: they take turns. */
export async function migrate(
  url: string,
  log: (line: string) => void = () => undefined,
): Promise<void> {
  const db = knexFactory({
    client: 'pg',
    connection: { connectionString: url, application_name: 'zapis migrations' },
    pool: { min: 0, max: 2 },
    migrations: { migrationSource: source },
    log: { warn: log, error: () => undefined },
  })
  try {
    await assertVersion(db)
    await db.transaction(async (turn) => {
      // The transaction holds the lock, so it ends with the connection, and passes through a pooler.
      await turn.raw(
        'set local lock_timeout = 0; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0',
      )
      await turn.raw('select pg_advisory_xact_lock(?)', [LOCK])
      await assertKnown(db)
      await run(db, log)
    })
  } catch (error) {
    throw explained(error)
  } finally {
    await db.destroy()
  }
}

async function run(db: Knex, log: (line: string) => void): Promise<void> {
  // Whoever set knex's own lock is dead: a living one would hold ours.
  if (await db.schema.hasTable('knex_migrations_lock')) await db.migrate.forceFreeMigrationsLock()
  const [, names] = (await db.migrate.latest()) as [number, string[]]
  for (const name of names) log(`migrated ${name}`)
}

async function assertVersion(db: Knex): Promise<void> {
  const { rows } = await db.raw<{ rows: { number: number; name: string }[] }>(
    `select current_setting('server_version_num')::integer as number, current_setting('server_version') as name`,
  )
  const [server] = rows
  if (server && server.number < OLDEST_SERVER * 10_000) {
    throw new StartupError(
      `DATABASE_URL: PostgreSQL ${OLDEST_SERVER} or newer is needed, the server is ${server.name}`,
    )
  }
}

async function assertKnown(db: Knex): Promise<void> {
  if (!(await db.schema.hasTable('knex_migrations'))) return
  const done = await db<{ name: string }>('knex_migrations').pluck<string[]>('name')
  const known = new Set(await source.getMigrations([]))
  const unknown = done.filter((name) => !known.has(name))
  if (unknown.length > 0) {
    throw new StartupError(
      `DATABASE_URL: the database is newer than this program (it has ${unknown.join(', ')}): run a newer release`,
    )
  }
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the host is unknown',
  ETIMEDOUT: 'the server does not answer',
  '28000': 'the server refuses the user',
  '28P01': 'the password is wrong',
  '3D000': 'the database does not exist',
  '58P01': 'the server lacks the extension btree_gist (on Debian: postgresql-contrib)',
  '0A000': 'the server lacks the extension btree_gist (on Debian: postgresql-contrib)',
  '42501':
    'the user may not create what the schema needs: let it own the database and create roles, ' +
    'or create the roles zapis_app and zapis_definer (nologin) and grant them to it',
}

function explained(error: unknown): unknown {
  const reason = REASONS[sqlState(error)]
  if (reason === undefined || !(error instanceof Error)) return error
  return new StartupError(`DATABASE_URL: ${reason} (${error.message})`, { cause: error })
}
