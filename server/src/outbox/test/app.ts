import pg from 'pg'
import { pino } from 'pino'
import type { App } from '../../app-context.ts'
import { createConfigurations } from '../../availability/load-configuration.ts'
import { createTakenDays } from '../../availability/taken-days.ts'
import { readConfig } from '../../config.ts'
import { openDatabase } from '../../db/database.ts'
import { transaction } from '../../db/transaction.ts'
import { createLimiters } from '../../redis/limiter.ts'
import { memoryEphemeral } from '../../redis/memory.ts'
import { createSecrets } from '../../secrets.ts'
import { testDatabase } from '../../test/database.ts'
import { append } from '../append.ts'

type Value = string | number | boolean | null | Date | string[]

export interface Outbox {
  app: App
  url: string
  /** As the superuser, whom row-level security does not bind. */
  owner<Row>(text: string, values?: Value[]): Promise<Row[]>
  /** A new organization. */
  found(): Promise<number>
  /** Commits an event and answers its id. */
  happen(organizationId: number, type?: Type, object?: Record<string, unknown>): Promise<number>
  close(): Promise<void>
}

type Type = Parameters<typeof append>[1]

export function appOf(url: string): App {
  const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: url, WEBHOOK_PRIVATE: '1' })
  const db = openDatabase(url, { connections: 10, onIdleError: () => undefined })
  const stores = {
    config,
    db,
    ephemeral: memoryEphemeral(),
    secrets: createSecrets('a secret key that only tests know'),
    configurations: createConfigurations(db),
    limiters: createLimiters(undefined),
    log: pino({ level: process.env['OUTBOX_LOG'] ?? 'silent' }),
    clock: () => new Date(),
  }
  return Object.assign(stores, { takenDays: createTakenDays(stores) })
}

/** What the outbox needs of the program, on a database of its own. */
export async function outbox(): Promise<Outbox> {
  const database = await testDatabase()
  const app = appOf(database.url)
  const pool = new pg.Pool({ connectionString: database.url, max: 3 })
  // Dropping the database may overtake a connection that is saying goodbye.
  pool.on('error', () => undefined)
  let slugs = 0
  const owner = async <Row>(text: string, values: Value[] = []) =>
    (await pool.query(text, values)).rows as Row[]
  return {
    app,
    url: database.url,
    owner,
    async found() {
      const [row] = await owner<{ id: number }>(
        `insert into organizations (slug, name, currency, locale, time_zone)
         values ($1, 'Клиника', 'RUB', 'ru', 'Europe/Moscow') returning id`,
        [`clinic-${++slugs}`],
      )
      return row!.id
    },
    async happen(organizationId, type = 'appointment.booked', object = { id: 1 }) {
      const kind = type.split('.')[0] ?? ''
      return transaction(app.db, organizationId, async (tx) => {
        await append(tx, type, { kind, id: Number(object['id']) }, object)
        const { id } = await tx.one<{ id: number }>('select max(id) as id from events')
        return id
      })
    },
    async close() {
      await pool.end()
      await app.db.close()
      await app.ephemeral.close()
      await database.drop()
    },
  }
}

/** Long enough for any machine: what has not come by then does not come. */
const PATIENCE_MS = 60_000

/** Until it answers something. */
export async function eventually<T>(ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const giveUp = Date.now() + PATIENCE_MS
  for (;;) {
    const found = await ask()
    if (found !== undefined && found !== false) return found
    if (Date.now() > giveUp) throw new Error(`it never came to be: ${ask.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
