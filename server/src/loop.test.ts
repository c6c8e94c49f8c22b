import { pino } from 'pino'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startLoop, type Loop } from './loop.ts'

const log = pino({ level: 'silent' })
const loops: Loop[] = []
test.after.each(async () => {
  for (const loop of loops.splice(0)) await loop.stop()
})

/** Calls back for each turn, which answers or throws what it is given. */
function turns(everyMs: number, turn: (count: number, signal: AbortSignal) => Promise<boolean>) {
  let count = 0
  const waiting: { count: number; resolve: () => void }[] = []
  const loop = startLoop({
    name: 'test',
    everyMs,
    log,
    turn: async (signal) => {
      count++
      for (const each of waiting) if (count >= each.count) each.resolve()
      return turn(count, signal)
    },
  })
  loops.push(loop)
  const reached = (wanted: number) =>
    new Promise<void>((resolve) => {
      if (count >= wanted) resolve()
      else waiting.push({ count: wanted, resolve })
    })
  return { loop, reached, count: () => count }
}

const HOUR = 3_600_000

test('turns follow each other while there is more', async () => {
  const { reached } = turns(HOUR, async (count) => count < 5)
  await reached(5)
})

test('a turn comes by itself after a while', async () => {
  const { reached } = turns(5, async () => false)
  await reached(3)
})

test('a wake during a turn is not lost', async () => {
  const { loop, reached } = turns(HOUR, async (count) => {
    if (count === 1) loop.wake()
    return false
  })
  await reached(2)
})

test('a loop that waits is woken', async () => {
  const { loop, reached } = turns(HOUR, async () => false)
  await reached(1)
  await new Promise((resolve) => setTimeout(resolve, 10))
  loop.wake()
  await reached(2)
})

test('a turn that fails is followed by another', async () => {
  const { reached } = turns(HOUR, async (count) => {
    if (count === 1) throw new Error('the database is away')
    return false
  })
  await reached(2)
})

test('stopping waits for the turn under way, and there is no other', async () => {
  let ended = false
  const { loop, reached, count } = turns(1, async (_count, signal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    ended = true
    return true
  })
  await reached(1)
  await loop.stop()
  assert.is(ended, true)
  assert.is(count(), 1)
})

test.run()
