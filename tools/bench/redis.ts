import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { freePort } from './programs.ts'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A redis-server of our own: nothing is kept. */
export async function startRedis(ends: (() => Promise<void>)[]): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zapis-redis-'))
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
  const failed = once(child, 'error').then(([error]) => {
    throw new Error('--redis: redis-server is not on PATH', { cause: error })
  })
  await Promise.race([once(child, 'spawn'), failed])
  failed.catch(() => undefined)
  ends.push(async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
    await rm(folder, { recursive: true, force: true })
  })
  await sleep(300)
  return `redis://127.0.0.1:${port}`
}
