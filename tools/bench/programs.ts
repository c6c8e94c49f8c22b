import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Job, Outcome } from './traffic.ts'

export interface Program {
  name: string
  port: number
  pid: number
  stop(): Promise<void>
}

const PATIENCE_MS = 60_000
const root = new URL('../../', import.meta.url)

/** A program of this repository in a process of its own, as `npm start` runs it; its log goes to /dev/null, but is written. */
export async function startProgram(
  name: string,
  file: string,
  environment: Record<string, string> = {},
): Promise<Program> {
  const port = await freePort()
  const child = launch(file, { ...environment, PORT: String(port) })
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with ${String(code)}`)
  })
  await Promise.race([failed, answers(port)])
  failed.catch(() => undefined)
  return { name, port, pid: child.pid ?? 0, stop: () => end(child) }
}

/** The load generator: one for the whole run. */
export function startLoad(): {
  pid: number
  run(job: Job): Promise<Outcome>
  stop(): Promise<void>
} {
  const child = launch('tools/bench/load.ts', {}, ['ignore', 'inherit', 'inherit', 'ipc'])
  return {
    pid: child.pid ?? 0,
    async run(job) {
      const answered = once(child, 'message')
      child.send(job)
      const [message] = (await answered) as [{ outcome?: Outcome; error?: string }]
      if (message.outcome === undefined) throw new Error(message.error)
      return message.outcome
    },
    stop: () => end(child),
  }
}

type Stdio = ('ignore' | 'inherit' | 'ipc')[]

function launch(
  file: string,
  environment: Record<string, string>,
  stdio: Stdio = ['ignore', 'ignore', 'ignore'],
): ChildProcess {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', file], {
    cwd: fileURLToPath(root),
    stdio,
    env: { ...process.env, ...environment },
  })
  process.once('exit', () => child.kill('SIGKILL'))
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const cut = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await exited
  clearTimeout(cut)
}

async function answers(port: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      await fetch(`http://127.0.0.1:${port}/healthz`)
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await sleep(50)
    }
  }
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return address.port
}
