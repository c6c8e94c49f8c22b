/**
 * `npm test [path-regex…]`: every *.test.ts.
 * TEST_JOBS at a time (3: they wait much of their time), TEST_TIMEOUT_MS for a file (300,000); TEST_PG_URL and TEST_REDIS_URL instead of servers of its own.
 */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildBrowser } from './build.ts'
import { bundle } from './test-bundle.ts'
import { createLane, killLanes, type Outcome } from './test-lane.ts'
import { startStores } from './test-stores.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folders = ['sdk', 'server', 'widget', 'admin', 'bot', 'examples', 'tools', 'migrations']
const jobs = Number(process.env.TEST_JOBS ?? 3)
const limitMs = Number(process.env.TEST_TIMEOUT_MS ?? 300_000)

const count = { passed: 0, failed: 0 }
const skipped: string[] = []

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
  const [stores, bundles] = await Promise.all([
    startStores(),
    bundle([...files, 'tools/test-worker.ts']),
    // Else the first test of every lane would build the same.
    files.some((file) => /^(widget|admin)\//.test(file)) && buildBrowser(),
  ])
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      killLanes()
      void Promise.all([stores.stop(), bundles.remove()]).finally(() => process.exit(130))
    })
  }
  const work = async () => {
    const lane = createLane({ environment: stores.environment, limitMs, bundles })
    for (let file = files.shift(); file; file = files.shift()) {
      const start = performance.now()
      tell(file, await lane.run(file), performance.now() - start)
    }
    await lane.end()
  }
  try {
    await Promise.all(Array.from({ length: jobs }, work))
  } finally {
    killLanes()
    await Promise.all([stores.stop(), bundles.remove()])
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

function tell(file: string, { report, log, exit }: Outcome, ms: number): void {
  let failed = report ? report.total - report.passed : 1
  const empty = report?.total === 0 && report.skipped.length === 0
  if (empty || exit !== '' || report?.complaints) failed = Math.max(failed, 1)
  count.passed += report?.passed ?? 0
  count.failed += failed
  for (const name of report?.skipped ?? []) skipped.push(`  ${file}: ${name}`)
  const share = report ? `${report.passed}/${report.total}` : ''
  const trouble = empty ? 'no tests (is test.run() there?)' : exit
  const seconds = (ms / 1000).toFixed(1)
  console.log(`${failed ? 'FAIL' : 'ok  '} ${file} ${share} ${seconds}s ${trouble}`.trimEnd())
  if (failed) console.log(`${log}\n${report?.complaints ?? ''}`)
}
