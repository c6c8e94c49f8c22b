import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { remember } from './remember.ts'

function asked(answer: (key: string) => { name: string } | null) {
  let now = 0
  const questions: string[] = []
  const memory = remember<{ name: string }>({
    max: 3,
    foundMs: 30,
    missingMs: 5,
    clock: () => new Date(now),
    load: async (key) => {
      questions.push(key)
      await new Promise(setImmediate)
      return answer(key)
    },
  })
  return { memory, questions, later: (ms: number) => (now += ms) }
}

test('many who ask at once cost one question', async () => {
  const { memory, questions } = asked((name) => ({ name }))
  await Promise.all([memory.get('a'), memory.get('a'), memory.get('a')])
  assert.equal(questions, ['a'])
})

test('what is found is remembered longer than what is missing', async () => {
  const { memory, questions, later } = asked((name) => (name === 'a' ? { name } : null))
  const askBoth = async () => [await memory.get('a'), await memory.get('b')]
  await askBoth()
  later(6)
  await askBoth()
  assert.equal(questions, ['a', 'b', 'b'])
  later(25)
  await askBoth()
  assert.equal(questions, ['a', 'b', 'b', 'a', 'b'])
})

test('a flood of what is missing pushes out nothing that was found', async () => {
  const { memory, questions } = asked((name) => (name === 'a' ? { name } : null))
  await memory.get('a')
  for (let n = 0; n < 10; n++) await memory.get(`x${n}`)
  await memory.get('a')
  assert.is(questions.filter((key) => key === 'a').length, 1)
})

test('an answer that was under way when it was forgotten is not kept', async () => {
  const { memory, questions } = asked((name) => ({ name }))
  const first = memory.get('a')
  memory.forget('a')
  await first
  await memory.get('a')
  assert.equal(questions, ['a', 'a'])
})

test('a question that failed is asked again', async () => {
  let fails = true
  const { memory } = asked((name) => {
    if (fails) throw new Error('down')
    return { name }
  })
  assert.is(await memory.get('a').catch(() => 'failed'), 'failed')
  fails = false
  assert.equal(await memory.get('a'), { name: 'a' })
})

test.run()
