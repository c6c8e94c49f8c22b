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
import type { Ephemeral } from './ephemeral.ts'
import { giveUpHold } from './scripts/give-up-hold.ts'

let server: RedisServer
let store: Ephemeral
let direct: Redis

if (hasRedisServer) {
  test.before(async () => {
    server = await startRedisServer()
    direct = new Redis(server.url)
    store = await connectEphemeral(server.url, pino({ level: 'silent' }))
  })
  test.after(async () => {
    await store.close()
    direct.disconnect()
    await server.kill()
  })
}

testWithRedis('a flushed Redis loses holds, ends no session and begins a new epoch', async () => {
  const [org, session] = [anOrganization(), anId()]
  const hold = request(org, [candidate('10:00', '11:00')])
  await store.holds.take(hold)
  await store.sessions.begin(session, 'staff:3', longMs)
  await store.versions.bump(org, ['a'])
  const before = await store.versions.read(org, ['a'])
  await direct.flushall()
  await direct.script('FLUSH')
  assert.is(await store.holds.state(org, hold.holdId), 'lost')
  assert.is(await store.sessions.ended(session), false)
  assert.is(await store.sessions.rotate(session, 1, longMs), 'gone')
  const after = await store.versions.read(org, ['a'])
  assert.not.equal(after[0], before[0])
  assert.ok('taken' in (await store.holds.take(hold)))
})

testWithRedis('no key of a hold, a session or versions stays for good', async () => {
  await direct.flushall()
  const org = anOrganization()
  const hold = request(org, [candidate('10:00', '11:00', 1, 7)])
  const second = request(org, [candidate('11:00', '12:00', 1, 7)], { replaces: hold.holdId })
  await store.holds.take(hold)
  await store.holds.take(second)
  const [session, ended] = [anId(), anId()]
  await store.sessions.begin(session, 'staff:3', longMs)
  await store.sessions.rotate(session, 1, longMs)
  await store.sessions.end(ended)
  await store.versions.read(org, ['a'])
  await store.versions.bump(anOrganization(), ['a'])
  const keys = await direct.keys('*')
  const lives = await Promise.all(keys.map((key) => direct.pttl(key)))
  assert.ok(keys.length >= 9)
  assert.equal(
    keys.filter((_, index) => lives[index] === -1),
    [],
  )
})

testWithRedis('a take that arrives after its hold was given up is not taken', async () => {
  const org = anOrganization()
  const hold = request(org, [candidate('10:00', '11:00')])
  const at = `hold:{${org}}:`
  await giveUpHold.run(direct, [`${at}id:${hold.holdId}`], [at, hold.holdId, 'released', longMs])
  assert.equal(await store.holds.take(hold), { refused: 'overlap' })
  assert.ok('taken' in (await store.holds.take(request(org, hold.candidates))))
})

test.run()
