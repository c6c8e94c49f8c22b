import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded } from '../server/src/db/embedded.ts'

export interface Stores {
  environment: Record<string, string>
  stop(): Promise<void>
}

/** One real PostgreSQL, with the migrated template, and one real Redis if there is one, for the whole run. */
export async function startStores(): Promise<Stores> {
  const folder = await fs.mkdtemp(path.join(await quickFolder(), 'zapis-test-'))
  // PostgreSQL runs as nobody when the tests run as root.
  await fs.chmod(folder, 0o755)
  const ends: (() => Promise<void>)[] = [() => fs.rm(folder, { recursive: true, force: true })]
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end()
  }
  const environment: Record<string, string> = {}
  try {
    const adminUrl = process.env.TEST_PG_URL ?? (await startPostgres(folder, ends))
    await prepareTemplate(adminUrl)
    environment.TEST_PG_URL = adminUrl
    const redisUrl = process.env.TEST_REDIS_URL ?? (await startRedis(folder, ends))
    if (redisUrl) environment.TEST_REDIS_URL = redisUrl
  } catch (error) {
    await stop()
    throw error
  }
  return { environment, stop }
}

/** Every test file clones a database of some hundred files: in memory that takes a tenth of the time. */
async function quickFolder(): Promise<string> {
  const memory = '/dev/shm'
  const space = await fs.statfs(memory).catch(() => null)
  return space && space.bavail * space.bsize > 4 * 1024 ** 3 ? memory : os.tmpdir()
}

async function startPostgres(folder: string, ends: (() => Promise<void>)[]): Promise<string> {
  const server = await startEmbedded({
    directory: path.join(folder, 'data'),
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      autovacuum: 'off',
      shared_buffers: '128MB',
      max_connections: '200',
    },
  })
  ends.push(() => server.stop())
  return server.url
}

async function prepareTemplate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query('drop database if exists template_zapis with (force)')
  await client.query('create database template_zapis')
  await client.end()
  const url = new URL(adminUrl)
  url.pathname = '/template_zapis'
  const module = new URL('../server/src/db/migrate.ts', import.meta.url)
  if (!existsSync(module)) return
  const { migrate } = (await import(module.href)) as { migrate(url: string): Promise<void> }
  await migrate(url.href)
}

async function startRedis(
  folder: string,
  ends: (() => Promise<void>)[],
): Promise<string | undefined> {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  const port = await freePort()
  const child = spawn(
    'redis-server',
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      folder,
    ],
    { stdio: 'ignore' },
  )
  const exited = once(child, 'exit')
  ends.push(async () => {
    child.kill('SIGKILL')
    await exited
  })
  while (child.exitCode === null) {
    if (await answers(port)) return `redis://127.0.0.1:${port}`
    await sleep(20)
  }
  throw new Error(`redis-server ended with ${child.exitCode}`)
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as net.AddressInfo
  server.close()
  return address.port
}

async function answers(port: number): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
