import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createEven } from './even.ts'

const signal = new AbortController().signal

test('what has caught up with another is spread again, each account by itself', async () => {
  const even = createEven(20)
  const left: [string, number][] = []
  const begun = performance.now()
  const send = async (account: string) => {
    await even.step(account, signal)
    left.push([account, performance.now() - begun])
  }
  await Promise.all([send('a'), send('a'), send('b'), send('a')])
  const of = (account: string) => left.filter(([each]) => each === account).map(([, at]) => at)
  assert.ok((of('a')[1] ?? 0) >= 19 && (of('a')[2] ?? 0) >= 39, String(left))
  assert.is(left.findIndex(([account]) => account === 'b') < 2, true, 'b waits for nobody')
})

test('who has kept the pace waits for nothing, and neither does what is broken off', async () => {
  let now = 0
  const even = createEven(60_000, () => now)
  await even.step('a', signal)
  now = 60_000
  await even.step('a', signal)
  const breaking = new AbortController()
  const waiting = even.step('a', breaking.signal)
  breaking.abort()
  await waiting
})

test.run()
