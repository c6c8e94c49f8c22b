import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { testEnvironment } from './server.ts'

/** The program as a process of its own, to be killed. */
export interface ChildServer {
  url: string
  /** Answers when it has ended. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

export async function startChild(
  databaseUrl: string,
  environment: Record<string, string> = {},
): Promise<ChildServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zapis-child-'))
  const child = spawn(
    process.execPath,
    [
      '--conditions=source',
      '--import',
      'tsx',
      fileURLToPath(new URL('../main.ts', import.meta.url)),
    ],
    {
      env: {
        ...process.env,
        ...testEnvironment,
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const exited = once(child, 'exit').finally(() => rm(dataDir, { recursive: true, force: true }))
  const port = await Promise.race([readPort(child), exited.then(() => null)])
  if (port === null) throw new Error(`the program ended with ${child.exitCode}`)
  return {
    url: `http://127.0.0.1:${port}`,
    async end(signal) {
      child.kill(signal)
      await exited
    },
  }
}

/** From its greeting. */
async function readPort({ stdout }: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of stdout ?? []) {
    said += String(chunk)
    const port = /http:\/\/localhost:(\d+)\/v1/.exec(said)?.[1]
    if (port !== undefined) return port
  }
  throw new Error(`no address in: ${said}`)
}
