/**
 * `npm test [path-regex…]`: every *.test.ts, a process each.
 * TEST_JOBS at a time (3: they wait much of their time), TEST_TIMEOUT_MS for a file (180,000); TEST_PG_URL and TEST_REDIS_URL instead of servers of its own.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './test-bundle.ts'
import { startStores } from './test-stores.ts'
import type { FileReport } from './test-worker.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folders = ['sdk', 'server', 'widget', 'admin', 'bot', 'examples', 'tools', 'migrations']
const jobs = Number(process.env.TEST_JOBS ?? 3)
const limitMs = Number(process.env.TEST_TIMEOUT_MS ?? 180_000)

/** What Node says of a .ts file that nobody loads for it. */
const NO_LOADER = 'Unknown file extension ".ts"'

const count = { passed: 0, failed: 0 }
const skipped: string[] = []
const running = new Set<ChildProcess>()

try {
  const files = await pick(process.argv.slice(2))
  if (files.length === 0) throw new Error('no test file matches')
  await runAll(files)
} catch (error) {
  console.error(error)
  count.failed++
}
if (skipped.length > 0) console.log(`\nskipped:\n${skipped.sort().join('\n')}`)
console.log(`\n${count.passed} passed, ${count.failed} failed, ${skipped.length} skipped`)
process.exitCode = count.failed > 0 ? 1 : 0

async function runAll(files: string[]): Promise<void> {
  const stores = await startStores()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      for (const child of running) killGroup(child)
      void stores.stop().finally(() => process.exit(130))
    })
  }
  const lane = async () => {
    for (let file = files.shift(); file; file = files.shift()) await run(file, stores.environment)
  }
  try {
    await Promise.all(Array.from({ length: jobs }, lane))
  } finally {
    await stores.stop()
  }
}

async function pick(filters: string[]): Promise<string[]> {
  const wanted = new RegExp(filters.join('|'))
  const found: string[] = []
  for (const folder of folders) {
    const names = await readdir(path.join(root, folder), { recursive: true }).catch(() => [])
    for (const name of names) {
      const file = path.join(folder, name)
      if (!file.endsWith('.test.ts') || /(^|\/)(node_modules|dist)\//.test(file)) continue
      if (wanted.test(file)) found.push(file)
    }
  }
  return found.sort()
}

async function run(file: string, environment: Record<string, string>): Promise<void> {
  const start = performance.now()
  const { report, log, exit } = await runFile(file, environment)
  let failed = report ? report.total - report.passed : 1
  const empty = report?.total === 0 && report.skipped.length === 0
  if (empty || exit !== '') failed = Math.max(failed, 1)
  count.passed += report?.passed ?? 0
  count.failed += failed
  for (const name of report?.skipped ?? []) skipped.push(`  ${file}: ${name}`)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const share = report ? `${report.passed}/${report.total}` : ''
  const trouble = empty ? 'no tests (is test.run() there?)' : exit
  console.log(`${failed ? 'FAIL' : 'ok  '} ${file} ${share} ${seconds}s ${trouble}`.trimEnd())
  if (failed) console.log(`${log}\n${report?.complaints ?? ''}`)
}

/** A file that loads TypeScript by its path while it runs (migrations, above all) needs the loader after all. */
async function runFile(file: string, environment: Record<string, string>) {
  const [test, worker] = await Promise.all([bundle(file), bundle('tools/test-worker.ts')])
  const bundled = await inWorker([worker, test], ['--enable-source-maps'], environment)
  const loads = `${bundled.log}${bundled.report?.complaints ?? ''}`.includes(NO_LOADER)
  if (!loads) return bundled
  const source = ['tools/test-worker.ts', file].map((each) => path.join(root, each))
  return inWorker(source, ['--conditions=source', '--import', 'tsx'], environment)
}

async function inWorker(
  [worker = '', file = '']: string[],
  execArgv: string[],
  environment: Record<string, string>,
) {
  const child = fork(worker, [file], {
    cwd: root,
    execArgv,
    env: { ...process.env, ...environment, NODE_ENV: 'test', TZ: 'UTC', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A process group of its own: what the tests leave running ends with it.
    detached: true,
  })
  running.add(child)
  let log = ''
  let report: FileReport | undefined
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (log += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (log += text))
  child.on('message', (message) => (report = message as FileReport))
  const closed = once(child, 'close')
  let exit = ''
  const timer = setTimeout(() => {
    exit = `longer than ${limitMs / 1000} s`
    killGroup(child)
  }, limitMs)
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  clearTimeout(timer)
  running.delete(child)
  killGroup(child)
  await closed
  if (exit === '' && code !== 0) exit = `exit ${code ?? signal}`
  return { report, log, exit }
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nothing was left.
  }
}
