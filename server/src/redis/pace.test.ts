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
import { memoryEphemeral } from './memory.ts'
import { createPaces, type Paces } from './pace.ts'

const log = pino({ level: 'silent' })
/** Far more than the calls of a test take. */
const EVERY_MS = 100_000

let server: RedisServer
let store: Ephemeral
let another: Ephemeral

/** To the nearest distance: what the calls themselves took is not looked at. */
const rounded = (waitMs: number) => Math.round(waitMs / EVERY_MS)

async function turns(paces: Paces, key: string, times: number, patience = 10): Promise<number[]> {
  const taken: number[] = []
  for (let turn = 0; turn < times; turn++) {
    const { isTaken, waitMs } = await paces.take(key, EVERY_MS, patience * EVERY_MS)
    taken.push(isTaken ? rounded(waitMs) : -rounded(waitMs))
  }
  return taken
}

async function keepsThePace(paces: Paces): Promise<void> {
  const key = anId()
  assert.is(await paces.wait(key), 0)
  assert.equal(await turns(paces, key, 3), [0, 1, 2])
  assert.is(rounded(await paces.wait(key)), 3)
  assert.equal(await turns(paces, key, 3, 2), [-3, -3, -3])
  assert.equal(await turns(paces, anId(), 1), [0])
  await paces.pause(key, 7 * EVERY_MS)
  assert.equal(await turns(paces, key, 2), [7, 8])
  await paces.pause(key, EVERY_MS)
  assert.is(rounded(await paces.wait(key)), 9)
}

test('in the process turns come one after the other, and a pause moves them', async () => {
  const ephemeral = memoryEphemeral()
  await keepsThePace(createPaces(ephemeral))
  await ephemeral.close()
})

test('a turn that nobody has taken is not kept for later', async () => {
  let now = 1_000
  const ephemeral = memoryEphemeral()
  const paces = createPaces(ephemeral, () => now)
  assert.equal(await turns(paces, 'a', 2), [0, 1])
  now += 50 * EVERY_MS
  assert.equal(await turns(paces, 'a', 2), [0, 1])
  await ephemeral.close()
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

testWithRedis('with Redis the same is so', () => keepsThePace(createPaces(store)))

testWithRedis('with Redis no two processes have the same turn', async () => {
  const key = anId()
  const [one, two] = [createPaces(store), createPaces(another)]
  const all = await Promise.all([turns(one, key, 20, 100), turns(two, key, 20, 100)])
  assert.equal(
    all.flat().sort((a, b) => a - b),
    Array.from({ length: 40 }, (_, turn) => turn),
  )
})

testWithRedis('a Redis that is gone leaves the pace to the process', async () => {
  const [key, paces] = [anId(), createPaces(store)]
  await server.kill()
  assert.equal(await turns(paces, key, 3), [0, 1, 2])
  await server.start()
  while (!(await store.ready())) await sleep(20)
  assert.equal(await turns(paces, key, 1), [0])
})

test.run()
