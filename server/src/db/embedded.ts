import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockFolder } from '../folder-lock.ts'
import { chooseAccount, createFolder } from './embedded-account.ts'
import { findBinaries } from './embedded-binaries.ts'
import { createCluster, keepPassword, superuser } from './embedded-cluster.ts'
import { launch, stop, type Launch } from './embedded-postmaster.ts'

export interface EmbeddedOptions {
  /** The data folder; no other program may use it at the same time. */
  directory: string
  /** Server settings, `{ fsync: 'off' }`. */
  settings?: Record<string, string>
  log?: (line: string) => void
}

export interface Embedded {
  /** As the superuser, on 127.0.0.1. */
  url: string
  /** Of the server process; another one after a crash. */
  readonly pid: number | undefined
  /** A fast shutdown; then the folder is free. */
  stop(): Promise<void>
}

/** A real PostgreSQL out of node_modules. It is started again, on its port, when it dies before `stop`. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const directory = path.resolve(options.directory)
  const log = options.log ?? (() => undefined)
  const settings = options.settings ?? {}
  await createFolder(directory)
  const lock = await lockFolder(directory)
  try {
    const binaries = await findBinaries()
    const cluster = path.join(await fs.realpath(directory), 'postgres')
    const account = await chooseAccount(cluster, [directory, binaries.folder])
    const password = await keepPassword(directory)
    const durable = settings.fsync !== 'off'
    await createCluster(cluster, { binaries, account, password, durable })
    const port = await freePort()
    const { postgres } = binaries
    const keeper = await keep({ postgres, cluster, port, account, settings, log })
    let stopped: Promise<void> | undefined
    return {
      url: `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`,
      get pid() {
        return keeper.pid
      },
      stop: () => (stopped ??= keeper.stop().finally(() => lock.release())),
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function keep(options: Launch): Promise<Omit<Embedded, 'url'>> {
  let child: ChildProcess = await launch(options)
  const end = new AbortController()
  const endWithProgram = () => child.kill('SIGINT')
  process.once('exit', endWithProgram)
  const kept = (async () => {
    for (;;) {
      await exit(child)
      if (end.signal.aborted) return
      options.log('the server died and is started again')
      await launch(options).then(
        (next) => (child = next),
        (error: unknown) => options.log(String(error)),
      )
      await sleep(200, undefined, { signal: end.signal }).catch(() => undefined)
    }
  })()
  return {
    get pid() {
      return child.pid
    },
    async stop() {
      end.abort()
      process.off('exit', endWithProgram)
      await stop(child)
      await kept
      await stop(child)
    },
  }
}

async function exit(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return address.port
}
