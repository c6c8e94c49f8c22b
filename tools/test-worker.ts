/** Runs uvu files, one after another, and reports each to its lane. uvu's own summary hides throwing hooks and files without tests. */
import { setTimeout as sleep } from 'node:timers/promises'
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
let skipped: string[] = []
let complaints = ''
nameSkips(test)
showErrors(test, 'before')
showErrors(test, 'after')

if (!process.send) throw new Error('started by tools/test.ts only')
process.on('message', (file: string) => void run(file))

async function run(file: string): Promise<void> {
  skipped = []
  complaints = ''
  const report = { total: 0, passed: 0 }
  let nameless = 0
  try {
    await import(pathToFileURL(file).href)
    for (const each of queue.splice(1) as Run[]) {
      const [errors, passed, skips, total] = await each()
      report.total += total
      report.passed += passed
      nameless += skips
      if (errors !== true) complaints += errors
      else if (passed !== total) {
        complaints += `  a hook threw: ${total - passed} test(s) did not run\n`
      }
    }
  } catch (error) {
    complaints += `  the file could not be loaded: ${String(error)}\n`
  }
  nameless -= skipped.length
  if (nameless > 0) {
    complaints += `  ${nameless} test(s) left out without a name (test.only, or skip of a suite)\n`
    report.total += nameless
  }
  complaints += await leftOpen()
  process.send?.({ ...report, skipped, complaints } satisfies FileReport)
}

/** The next file of this process would meet them. What has just ended goes in the next turns of the loop. */
async function leftOpen(): Promise<string> {
  let open: string[] = []
  for (let turn = 0; turn < 50; turn++) {
    open = process
      .getActiveResourcesInfo()
      .filter((name) => name === 'TCPServerWrap' || name === 'ProcessWrap')
    if (open.length === 0) return ''
    await sleep(10)
  }
  return `  left open: ${open.join(', ')}\n`
}

function nameSkips(of: Test): void {
  const skip = of.skip
  of.skip = (name) => {
    skipped.push(name ?? 'a test without a name')
    skip()
  }
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
        complaints += `  ${kind}() threw: ${String(error)}\n`
        throw error
      }
    })
  of[kind] = Object.assign(shown, { each: hook.each })
}
