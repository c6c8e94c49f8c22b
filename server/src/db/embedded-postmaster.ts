import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { StartupError } from '../startup-error.ts'
import { asAccount, ignoreAbsence, type Account } from './embedded-account.ts'
import { environment } from './embedded-binaries.ts'

export interface Launch {
  postgres: string
  cluster: string
  port: number
  account: Account
  settings: Record<string, string>
  log: (line: string) => void
}

const patienceMs = 30_000

/** Starts the server and waits until it answers. Call only as the folder's owner. */
export async function launch(options: Launch): Promise<ChildProcess> {
  await stopOrphan(options.cluster)
  const deadline = Date.now() + patienceMs
  for (;;) {
    const attempt = await tryLaunch(options)
    if (typeof attempt !== 'string') return attempt
    // The backends of a killed server keep its shared memory until they notice, about a second.
    if (!attempt.includes('shared memory block') || Date.now() > deadline) {
      throw new StartupError(`The embedded PostgreSQL did not start: ${attempt.trim()}`)
    }
    await sleep(100)
  }
}

/** The ready server, or what it said before it gave up. */
async function tryLaunch(options: Launch): Promise<ChildProcess | string> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...options.settings,
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const args = ['-D', options.cluster, '-p', String(options.port), ...flags]
  const command = asAccount(options.account, options.postgres, args)
  const child = spawn(
    command.file,
    command.args,
    // In a session of its own: Ctrl-C reaches this program, which stops the server when it no longer needs it.
    {
      ...command.ids,
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: environment,
    },
  )
  const exited = once(child, 'exit')
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000)
    for (const line of text.split('\n')) if (line) options.log(line)
  })
  await once(child, 'spawn')
  while (child.exitCode === null && child.signalCode === null) {
    const file = await readPidFile(options.cluster)
    if (file?.pid === child.pid && file?.ready) return child
    await Promise.race([exited, sleep(20)])
  }
  return said || `exit ${child.exitCode ?? child.signalCode}`
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGINT')
  await exited
}

/** A server whose program was killed goes on alone; it may still have the flags of another version. */
async function stopOrphan(cluster: string): Promise<void> {
  const file = await readPidFile(cluster)
  if (!file) return
  for (const [signal, waits] of [
    ['SIGINT', 100],
    ['SIGQUIT', 100],
    ['SIGKILL', 20],
  ] as const) {
    if (!(await serves(file.pid, cluster))) break
    process.kill(file.pid, signal)
    for (let n = 0; n < waits && (await serves(file.pid, cluster)); n++) await sleep(50)
  }
  // PostgreSQL takes any process with that number for a server, be it a zombie or a stranger; the folder's lock knows better.
  await fs.rm(path.join(cluster, 'postmaster.pid'), { force: true })
}

async function readPidFile(cluster: string): Promise<{ pid: number; ready: boolean } | undefined> {
  const text = await fs.readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(ignoreAbsence)
  if (!text) return undefined
  const lines = text.split('\n')
  return { pid: Math.abs(Number(lines[0])), ready: lines[7]?.startsWith('ready') ?? false }
}

/** Whether that process is a server of this cluster; numbers are reused. A zombie has no command line. */
async function serves(pid: number, cluster: string): Promise<boolean> {
  if (!(pid > 1)) return false
  const command =
    process.platform === 'linux'
      ? await fs.readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      : await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).then(
          ({ stdout }) => stdout,
          () => '',
        )
  return command.split(/[\0\n]| -/).some((part) => part === cluster || part === `D ${cluster}`)
}
