import { execFile } from 'node:child_process'
import { mkdtemp, rm, chmod } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../server/src/db/embedded.ts'
import { migrate } from '../../server/src/db/migrate.ts'
import { postmasterOf } from './cpu.ts'

export interface Databases {
  version: string
  /** null: the server is on another machine. */
  postmaster: number | null
  /** A new database, migrated and filled. */
  make(name: string, fill: (url: string) => Promise<void>): Promise<string>
  /** Of one that nobody is connected to. */
  copy(name: string, from: string): Promise<string>
  query<Row>(text: string): Promise<Row[]>
  stop(): Promise<void>
}

/** Of a small server of one's own; durable, as it must be where money is. */
const settings = {
  shared_buffers: '512MB',
  max_wal_size: '4GB',
  max_connections: '200',
}

/** BENCH_DATABASE_URL (of a superuser), or the embedded PostgreSQL in a folder that is removed afterwards. */
export async function openDatabases(): Promise<Databases> {
  const ends: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end()
  }
  try {
    const adminUrl = process.env.BENCH_DATABASE_URL ?? (await startOwn(ends))
    const client = new pg.Client({ connectionString: adminUrl })
    await client.connect()
    ends.push(() => client.end())
    const query = async <Row>(text: string) => (await client.query(text)).rows as Row[]
    const [row] = await query<{ version: string }>(
      `select current_setting('server_version') as version`,
    )
    const create = async (name: string, template: string) => {
      const full = `zapis_bench_${name}`
      await query(`drop database if exists ${full} with (force)`)
      await query(`create database ${full} ${template}`)
      ends.push(async () => void (await query(`drop database if exists ${full} with (force)`)))
      const url = new URL(adminUrl)
      url.pathname = `/${full}`
      return url.href
    }
    return {
      version: row?.version ?? '',
      postmaster: await postmasterOf(client),
      query,
      stop,
      async make(name, fill) {
        const url = await create(name, '')
        await migrate(url)
        await fill(url)
        await query('checkpoint')
        return url
      },
      copy: (name, from) => create(name, `template zapis_bench_${from}`),
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startOwn(ends: (() => Promise<void>)[]): Promise<string> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'zapis-bench-'))
  // PostgreSQL runs as nobody when this runs as root.
  await chmod(directory, 0o755)
  ends.push(() => rm(directory, { recursive: true, force: true }))
  const server = await startEmbedded({ directory, settings })
  ends.push(() => server.stop())
  return server.url
}

/** The program's first line when it is there. */
export function versionOf(file: string): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(file, ['--version'], (error, stdout) => resolve(error ? null : stdout.trim()))
  })
}
