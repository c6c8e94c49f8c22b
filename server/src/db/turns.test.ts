import { setImmediate as nextTurn } from 'node:timers/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Fault } from '../fault.ts'
import { createTurns } from './turns.ts'

/** Work that ends when it is told to. */
function task() {
  let end: () => void = () => undefined
  let fail: (error: Error) => void = () => undefined
  const done = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  return { done, end, fail }
}

test('so many run at once, the others in the order they came', async () => {
  const turns = createTurns({ atOnce: 2, patienceMs: 1000 })
  const order: string[] = []
  const tasks = ['a', 'b', 'c', 'd'].map((name) => ({ name, ...task() }))
  const all = tasks.map(({ name, done }) =>
    turns(['one'], async (waited) => {
      order.push(`${name}${waited ? ' waited' : ''}`)
      await done
      return name
    }),
  )
  await nextTurn()
  assert.equal(order, ['a', 'b'])
  tasks[1]?.end()
  await nextTurn()
  assert.equal(order, ['a', 'b', 'c waited'])
  for (const { end } of tasks) end()
  assert.equal(await Promise.all(all), ['a', 'b', 'c', 'd'])
  assert.equal(order, ['a', 'b', 'c waited', 'd waited'])
})

test('who wants something else does not wait', async () => {
  const turns = createTurns({ atOnce: 1, patienceMs: 1000 })
  const { done, end } = task()
  const first = turns(['one'], () => done)
  assert.is(await turns(['two'], async (waited) => waited), false)
  assert.is(await turns([], async (waited) => waited), false)
  end()
  await first
})

test('two who want the same two in opposite orders both get them', async () => {
  const turns = createTurns({ atOnce: 1, patienceMs: 1000 })
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      turns(index % 2 ? ['a', 'b'] : ['b', 'a', 'b'], async () => {
        await nextTurn()
        return index
      }),
    ),
  )
  assert.is(answers.length, 50)
})

test('whose work fails gives the turn to the next', async () => {
  const turns = createTurns({ atOnce: 1, patienceMs: 1000 })
  const { done, fail } = task()
  const first = turns(['one'], () => done).catch((error: unknown) => String(error))
  const second = turns(['one'], async (waited) => waited)
  fail(new Error('broken'))
  assert.is(await first, 'Error: broken')
  assert.is(await second, true)
})

test('nobody waits for ever, and who gave up holds nobody up', async () => {
  const turns = createTurns({ atOnce: 1, patienceMs: 20 })
  const { done, end } = task()
  const first = turns(['b'], () => done)
  const error = await turns(['a', 'b'], async () => 'ran').catch((reason: unknown) => reason)
  assert.instance(error, Fault)
  assert.is((error as Fault).code, 'unavailable')
  assert.is(await turns(['a'], async (waited) => waited), false)
  end()
  await first
  assert.is(await turns(['a', 'b'], async (waited) => waited), false)
})

test.run()
