/** Runs one uvu file and reports to tools/test.ts. uvu's own summary hides throwing hooks and files without tests. */
import { pathToFileURL } from 'node:url'
import type { Callback, Test } from 'uvu'

export interface FileReport {
  total: number
  passed: number
  skipped: string[]
  complaints: string
}

/** uvu's queue: `[errors or true, passed, skipped, total]` of each `run()`. */
type Run = () => Promise<[string | true, number, number, number]>
const queue: [null, ...Run[]] = [null]
Object.assign(globalThis, { UVU_DEFER: 1, UVU_INDEX: 0, UVU_QUEUE: [queue] })

const { test } = await import('uvu')
const skipped = nameSkips(test)
showErrors(test, 'before')
showErrors(test, 'after')

const file = process.argv[2]
if (!file || !process.send) throw new Error('started by tools/test.ts only')
await import(pathToFileURL(file).href)

const report: FileReport = { total: 0, passed: 0, skipped, complaints: '' }
let nameless = 0
// A promise that is never settled must meet the time limit, not end the process.
const busy = setInterval(() => undefined, 1000)
for (const run of queue.slice(1) as Run[]) {
  const [errors, passed, skips, total] = await run()
  report.total += total
  report.passed += passed
  nameless += skips
  if (errors !== true) report.complaints += errors
  else if (passed !== total) {
    report.complaints += `  a hook threw: ${total - passed} test(s) did not run\n`
  }
}
clearInterval(busy)
nameless -= skipped.length
if (nameless > 0) {
  report.complaints += `  ${nameless} test(s) left out without a name (test.only, or skip of a suite)\n`
  report.total += nameless
}
process.send(report, () => process.exit())

function nameSkips(of: Test): string[] {
  const names: string[] = []
  const skip = of.skip
  of.skip = (name) => {
    names.push(name ?? 'a test without a name')
    skip()
  }
  return names
}

/** uvu swallows what a `before` or `after` throws. */
function showErrors(of: Test, kind: 'before' | 'after'): void {
  const hook = of[kind]
  const shown = (callback: Callback) =>
    hook(async (context) => {
      try {
        await callback(context)
      } catch (error) {
        console.error(`${kind}() threw`, error)
        process.exitCode = 1
        throw error
      }
    })
  of[kind] = Object.assign(shown, { each: hook.each })
}
