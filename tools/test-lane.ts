/**
 * A lane of `npm test`: a process that runs one test file after another. The program, its validators and what the compiler made of them are
 * loaded once for all of them: that took three seconds of processor of every file. After a failure the process is not trusted with another.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bundles } from './test-bundle.ts'
import type { FileReport } from './test-worker.ts'

export interface Outcome {
  report: FileReport | undefined
  log: string
  /** How the process ended, where it should not have. */
  exit: string
}

export interface Lane {
  run(file: string): Promise<Outcome>
  end(): Promise<void>
}

interface Terms {
  environment: Record<string, string>
  limitMs: number
  bundles: Bundles
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** Processes of their own, killed in the middle, are not to meet another file's. */
const STARTS_PROCESSES = /node:child_process|child-server/

/** Migrations are loaded by their paths while they run. */
const LOADS_TYPESCRIPT = /startEmbedded|\bmigrate\b/

/** What Node says of a .ts file that nobody loads for it. */
const NO_LOADER = 'Unknown file extension ".ts"'

/** Every file leaves some memory behind. */
const FILES_OF_A_PROCESS = 40

const alive = new Set<ChildProcess>()

export function createLane(terms: Terms): Lane {
  let worker: Worker | undefined
  const end = async () => {
    const last = worker
    worker = undefined
    await last?.end()
  }
  return {
    end,
    async run(file) {
      const text = await readFile(path.join(root, file), 'utf8')
      if (LOADS_TYPESCRIPT.test(text)) return underLoader(terms, file)
      const alone = STARTS_PROCESSES.test(text)
      if (alone || (worker?.files ?? 0) >= FILES_OF_A_PROCESS) await end()
      worker ??= startWorker(terms)
      const outcome = await worker.run(terms.bundles.of(file))
      const good = outcome.report?.complaints === '' && outcome.exit === ''
      if (good && !alone) return outcome
      const log = await worker.end()
      worker = undefined
      const loads = `${log}${outcome.report?.complaints ?? ''}`.includes(NO_LOADER)
      return loads ? underLoader(terms, file) : { ...outcome, log }
    },
  }
}

/** A file that loads TypeScript by its path while it runs (migrations, above all) needs the loader after all. */
async function underLoader(terms: Terms, file: string): Promise<Outcome> {
  const worker = startWorker(terms, ['--conditions=source', '--import', 'tsx'])
  const outcome = await worker.run(path.join(root, file))
  return { ...outcome, log: await worker.end() }
}

interface Worker {
  files: number
  run(bundle: string): Promise<Outcome>
  /** What it wrote since its last file began. */
  end(): Promise<string>
}

function startWorker({ environment, limitMs, bundles }: Terms, loader?: string[]): Worker {
  const script = 'tools/test-worker.ts'
  const child = fork(loader ? path.join(root, script) : bundles.of(script), [], {
    cwd: root,
    execArgv: loader ?? ['--enable-source-maps'],
    env: { ...process.env, ...environment, NODE_ENV: 'test', TZ: 'UTC', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A process group of its own: what the tests leave running ends with it.
    detached: true,
  })
  alive.add(child)
  let log = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (log += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (log += text))
  const closed = once(child, 'close')
  const ended = once(child, 'exit').then(([code, signal]) => `exit ${code ?? signal}`)
  const worker: Worker = {
    files: 0,
    async run(bundle) {
      worker.files++
      log = ''
      const reported = new AbortController()
      const answer = once(child, 'message', reported).then(([report]) => report as FileReport)
      child.send(bundle)
      const timer = setTimeout(() => reported.abort(), limitMs)
      const late = new Promise<string>((resolve) => {
        reported.signal.addEventListener('abort', () => resolve(`longer than ${limitMs / 1000} s`))
      })
      answer.catch(() => undefined)
      const got = await Promise.race([answer.catch(() => late), ended])
      clearTimeout(timer)
      return typeof got === 'string'
        ? { report: undefined, log, exit: got }
        : { report: got, log, exit: '' }
    },
    async end() {
      killGroup(child)
      await closed
      alive.delete(child)
      return log
    },
  }
  return worker
}

export function killLanes(): void {
  for (const child of alive) killGroup(child)
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nothing was left.
  }
}
