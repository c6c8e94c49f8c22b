import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { connectEphemeral } from './connect.ts'
import {
  hasRedisServer,
  startRedisServer,
  testWithRedis,
  type RedisServer,
} from './contract/redis-server.ts'
import { anId } from './contract/store.ts'
import type { Ephemeral } from './ephemeral.ts'
import { createLimiters, type LimitPolicy, type Limiters } from './limiter.ts'
import { memoryEphemeral } from './memory.ts'

const log = pino({ level: 'silent' })
const reads: LimitPolicy = { name: 'reads', points: 3, seconds: 60 }

let server: RedisServer
let store: Ephemeral
let another: Ephemeral

async function allowedOf(limiters: Limiters, key: string, times: number): Promise<boolean[]> {
  const answers: boolean[] = []
  for (let turn = 0; turn < times; turn++) answers.push((await limiters.limit(reads, key)).allowed)
  return answers
}

async function keepsTheLimit(limiters: Limiters): Promise<void> {
  const key = anId()
  const first = await limiters.limit(reads, key)
  assert.equal([first.allowed, first.remaining], [true, 2])
  assert.ok(first.resetSeconds > 0 && first.resetSeconds <= 60)
  assert.equal(await allowedOf(limiters, key, 4), [true, true, false, false])
  const over = await limiters.limit(reads, key)
  assert.is(over.remaining, 0)
  assert.ok(over.resetSeconds > 0 && over.resetSeconds <= 60)
  assert.is((await limiters.limit(reads, anId())).allowed, true)
  assert.is((await limiters.limit({ ...reads, name: 'writes' }, key)).allowed, true)
}

test('without a store the limit is kept in the process', () =>
  keepsTheLimit(createLimiters(undefined)))

test('with the in-process store the limit is kept in the process', async () => {
  const store = memoryEphemeral()
  await keepsTheLimit(createLimiters(store))
  await store.close()
})

test('a window that has ended gives all points back', async () => {
  const limiters = createLimiters(undefined)
  const policy = { name: 'code', points: 1, seconds: 1 }
  await limiters.limit(policy, 'a')
  assert.is((await limiters.limit(policy, 'a')).allowed, false)
  await sleep(1_100)
  assert.is((await limiters.limit(policy, 'a')).allowed, true)
})

if (hasRedisServer) {
  test.before(async () => {
    server = await startRedisServer()
    store = await connectEphemeral(server.url, log)
    another = await connectEphemeral(server.url, log)
  })
  test.after(async () => {
    await store.close()
    await another.close()
    await server.kill()
  })
}

testWithRedis('with Redis the limit is kept', () => keepsTheLimit(createLimiters(store)))

testWithRedis('with Redis two processes count together', async () => {
  const key = anId()
  const [one, two] = [createLimiters(store), createLimiters(another)]
  assert.equal(await allowedOf(one, key, 2), [true, true])
  assert.equal(await allowedOf(two, key, 2), [true, false])
  assert.equal(await allowedOf(one, key, 1), [false])
})

testWithRedis('of 50 requests at the same moment as many pass as there are points', async () => {
  const [key, limiters] = [anId(), createLimiters(store)]
  const answers = await Promise.all(Array.from({ length: 50 }, () => limiters.limit(reads, key)))
  assert.is(answers.filter((answer) => answer.allowed).length, reads.points)
})

testWithRedis('a silent or a dead Redis leaves the limit to the process, never open', async () => {
  const [key, exhausted] = [anId(), anId()]
  const limiters = createLimiters(store)
  await allowedOf(limiters, exhausted, 4)
  server.pause()
  assert.equal(await allowedOf(limiters, key, 5), [true, true, true, false, false])
  assert.equal(await allowedOf(limiters, exhausted, 1), [false])
  server.resume()
  await server.kill()
  assert.equal(await allowedOf(limiters, key, 1), [false])
  await server.start()
  while (!(await store.ready())) await sleep(20)
  assert.is((await limiters.limit(reads, anId())).allowed, true)
})

test.run()
