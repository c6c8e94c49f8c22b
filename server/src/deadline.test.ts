import { once } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { within } from './deadline.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: unknown = runInNewContext('gc')

const untilAborted = (signal: AbortSignal) =>
  once(signal, 'abort').then(() => String(signal.reason))

test('a deadline comes even when the garbage has been collected meanwhile', async () => {
  assert.type(collectGarbage, 'function')
  const collecting = setInterval(() => typeof collectGarbage === 'function' && collectGarbage(), 5)
  try {
    const outcome = await within(60, new AbortController().signal, untilAborted)
    assert.match(outcome, 'TimeoutError')
  } finally {
    clearInterval(collecting)
  }
})

test('who stops earlier is heard, with the reason, also before the work began', async () => {
  const stop = new AbortController()
  const outcome = within(60_000, stop.signal, untilAborted)
  stop.abort('the worker stops')
  assert.is(await outcome, 'the worker stops')
  await within(60_000, stop.signal, async (deadline) => assert.ok(deadline.aborted))
})

test.run()
