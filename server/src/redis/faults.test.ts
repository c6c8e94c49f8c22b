import { once, EventEmitter } from 'node:events'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
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
import { anId, anOrganization, candidate, longMs, request } from './contract/store.ts'
import { EphemeralDown, type Ephemeral } from './ephemeral.ts'

const log = pino({ level: 'silent' })
const atOnce = 'the store is down'
const afterWaiting = 'the store does not answer'

let server: RedisServer
let store: Ephemeral
let direct: Redis

/** Whether it was refused at once or only after a wait. */
async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'answered'
  } catch (error) {
    if (error instanceof EphemeralDown) return error.message
    throw error
  }
}

async function ready(of: Ephemeral): Promise<void> {
  while (!(await of.ready())) await sleep(20)
}

/** Publishes until it is heard: what is sent while nobody is subscribed is lost. */
async function heardBy(listener: EventEmitter, publisher: Ephemeral, channel: string) {
  const heard = once(listener, 'message').then(() => true)
  do await refusal(publisher.publish(channel, 'hello'))
  while (!(await Promise.race([heard, sleep(20, false)])))
}

if (hasRedisServer) {
  test.before(async () => {
    server = await startRedisServer()
    direct = new Redis(server.url)
    direct.on('error', () => undefined)
    store = await connectEphemeral(server.url, log)
  })
  test.before.each(() => ready(store))
  test.after(async () => {
    await store.close()
    direct.disconnect()
    await server.kill()
  })
}

testWithRedis('a subscription outlives its connection', async () => {
  const [channel, listener] = [anId(), new EventEmitter()]
  const leave = await store.subscribe(channel, () => listener.emit('message'))
  await heardBy(listener, store, channel)
  await direct.call('CLIENT', 'KILL', 'TYPE', 'pubsub')
  await heardBy(listener, store, channel)
  await leave()
})

testWithRedis('a connection cut by the server is replaced', async () => {
  await direct.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
  await ready(store)
  assert.is(await store.notes.setIfAbsent(anId(), '', longMs), true)
})

testWithRedis(
  'a silent Redis costs the callers of the moment one wait, then nobody any, and recovers',
  async () => {
    server.pause()
    const key = anId()
    const first = await Promise.all([
      refusal(store.notes.get(key)),
      refusal(store.sessions.ended(key)),
      refusal(store.publish(key, '')),
    ])
    assert.equal(new Set(first), new Set([afterWaiting]))
    // Longer than the pause of the circuit and its probe: probes cost no caller anything.
    for (let turn = 0; turn < 40; turn++) {
      assert.is(await refusal(store.notes.get(key)), atOnce)
      await sleep(50)
    }
    assert.is(await store.ready(), false)
    server.resume()
    await ready(store)
    assert.is(await refusal(store.notes.get(key)), 'answered')
  },
)

testWithRedis('a hold taken by a Redis that went silent is given up when it is back', async () => {
  const org = anOrganization()
  const hold = request(org, [candidate('10:00', '11:00', 1, 7)])
  server.pause()
  assert.is(await refusal(store.holds.take(hold)), afterWaiting)
  assert.is(await refusal(store.holds.take(request(org, hold.candidates))), atOnce)
  server.resume()
  await ready(store)
  assert.is(await store.holds.state(org, hold.holdId), 'released')
  assert.equal(await store.holds.touching(org, [1], [7]), [])
  assert.ok('taken' in (await store.holds.take(request(org, hold.candidates))))
})

testWithRedis('a stall of this process is no silence of Redis', async () => {
  const answer = refusal(store.notes.get('a'))
  // Sent in this turn of the loop, answered in none that is left to it.
  await nextTurn()
  const end = Date.now() + 700
  while (Date.now() < end);
  assert.is(await answer, 'answered')
})

testWithRedis('a bump that Redis did not hear ends the epoch when it is back', async () => {
  const org = anOrganization()
  const [before] = await store.versions.read(org, ['a'])
  server.pause()
  assert.is(await refusal(store.versions.bump(org, ['a'])), afterWaiting)
  server.resume()
  await ready(store)
  assert.not.equal((await store.versions.read(org, ['a']))[0], before)
})

testWithRedis('a subscription made while Redis is down begins when it is back', async () => {
  const [channel, listener] = [anId(), new EventEmitter()]
  await server.kill()
  const leave = await store.subscribe(channel, () => listener.emit('message'))
  await server.start()
  await heardBy(listener, store, channel)
  await leave()
})

testWithRedis('a Redis killed under load and started again serves again', async () => {
  const calls = Array.from({ length: 100 }, () =>
    refusal(store.holds.take(request(anOrganization(), [candidate('10:00', '11:00')]))),
  )
  await server.kill()
  await Promise.all(calls)
  assert.is(await store.ready(), false)
  assert.is(await refusal(store.notes.get('a')), atOnce)
  await server.start()
  await ready(store)
  const outcome = await store.holds.take(request(anOrganization(), [candidate('10:00', '11:00')]))
  assert.ok('taken' in outcome)
})

testWithRedis('a product started before its Redis uses it when it comes', async () => {
  await server.kill()
  const early = await connectEphemeral(server.url, log)
  assert.is(await early.ready(), false)
  await server.start()
  await ready(early)
  await early.close()
  assert.is(await refusal(early.notes.get('a')), atOnce)
})

test.run()
