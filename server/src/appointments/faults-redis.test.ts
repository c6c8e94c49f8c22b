/** Redis fails in the middle of bookings: F07, F08, F09 of research/reliability.md. Every visit has a time of its own, and needs no room, so that all of them must be booked. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  hasRedisServer,
  startRedisServer,
  type RedisServer,
} from '../redis/contract/redis-server.ts'
import { guest, makeClinic, offeredTimes, visitAt, type Clinic } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { startServer, type TestServer } from '../test/server.ts'
import { needs } from '../test/skip.ts'

const fault = needs(hasRedisServer, 'no redis-server')

let redis: RedisServer
let server: TestServer

if (hasRedisServer) {
  test.before(async () => {
    redis = await startRedisServer()
    server = await startServer({ REDIS_URL: redis.url, RATE_LIMIT: 'on' })
  })
  test.before.each(async () => {
    while (!(await server.app.ephemeral.ready())) await sleep(20)
  })
  test.after.each(async () => assert.equal(await violations(server.databaseUrl), []))
  test.after(async () => {
    await server.close()
    await redis.kill()
  })
}

const times = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00']

/** Holds and confirms every time of every specialist: half of them from the beginning, half when `disturb`, called in the middle of the first, is done. */
async function bookAll(clinic: Clinic, disturb: () => Promise<void>): Promise<number[]> {
  let done = 0
  let disturbed: () => void = () => undefined
  const isDisturbed = new Promise<void>((resolve) => (disturbed = resolve))
  const post = (verb: string, body: object) =>
    server.http('POST', `/v1/appointments/${verb}`, { credential: clinic.secret, body })
  const bookOne = async (specialist_id: number, time: string): Promise<number> => {
    const held = await post('book', { ...visitAt(clinic, time), specialist_id })
    if (held.status !== 201) return held.status
    return (await post('confirm', { hold: held.json['hold'], client: guest() })).status
  }
  const book = async (specialist: number, time: string, isLate: boolean): Promise<number> => {
    if (isLate) await isDisturbed
    const status = await bookOne(specialist, time)
    if (++done === 3) void disturb().then(disturbed)
    return status
  }
  return Promise.all(
    clinic.specialistIds.flatMap((id, index) => times.map((time) => book(id, time, index >= 2))),
  )
}

async function assertAllBooked(clinic: Clinic, statuses: number[]): Promise<void> {
  assert.equal([...new Set(statuses)], [201])
  const visits = await clinic.admin.appointments.list({ limit: 100 }).toArray()
  assert.is(visits.length, statuses.length)
  const taken = visits.map(({ specialist_id, starts_at }) => `${specialist_id} ${starts_at}`)
  assert.is(new Set(taken).size, taken.length)
}

fault(
  'Redis is killed in the middle: every booking goes on, and what is ready says so',
  async () => {
    const clinic = await makeClinic(server, { specialists: 4, workplaces: 0 })
    const statuses = await bookAll(clinic, () => redis.kill())
    await assertAllBooked(clinic, statuses)
    const ready = await fetch(`${server.url}/readyz`)
    assert.is(ready.status, 200)
    assert.equal(await ready.json(), { status: 'degraded', database: true, redis: false })
    assert.is((await fetch(`${server.url}/healthz`)).status, 200)
    await redis.start()
  },
)

fault('Redis goes silent in the middle: every booking goes on', async () => {
  const clinic = await makeClinic(server, { specialists: 4, workplaces: 0 })
  const statuses = await bookAll(clinic, async () => redis.pause())
  await assertAllBooked(clinic, statuses)
  redis.resume()
})

fault('Redis is emptied again and again: every hold is still good', async () => {
  const clinic = await makeClinic(server, { specialists: 4, workplaces: 0 })
  const direct = new Redis(redis.url)
  const over = new AbortController()
  const flushes = (async () => {
    while (!over.signal.aborted) {
      await direct.flushall()
      await sleep(10)
    }
  })()
  const statuses = await bookAll(clinic, async () => undefined)
  over.abort()
  await flushes
  direct.disconnect()
  await assertAllBooked(clinic, statuses)
})

fault(
  'two who hold one time because Redis forgot are one visit, and the other is told',
  async () => {
    const clinic = await makeClinic(server)
    const direct = new Redis(redis.url)
    const holds: string[] = []
    for (let n = 0; n < 20; n++) {
      const { hold } = await clinic.admin.appointments.book(visitAt(clinic, '10:00'))
      holds.push(hold)
      await direct.flushall()
    }
    direct.disconnect()
    const answers = await Promise.all(
      holds.map((hold) =>
        server.http('POST', '/v1/appointments/confirm', {
          credential: clinic.publishable,
          body: { hold, client: guest() },
        }),
      ),
    )
    const statuses = answers.map(({ status }) => status).sort()
    assert.equal(statuses, [201, ...Array.from({ length: 19 }, () => 409)])
  },
)

fault('a hold that was given while Redis was silent is good when it is back', async () => {
  const clinic = await makeClinic(server)
  const { holds } = server.app.ephemeral
  // The taking itself must meet the silence, and be done when it ends: nothing is asked before it.
  const { touching } = holds
  holds.touching = async () => []
  redis.pause()
  const held = await server.http('POST', '/v1/appointments/book', {
    credential: clinic.secret,
    body: visitAt(clinic, '10:00'),
  })
  redis.resume()
  holds.touching = touching
  while (!(await server.app.ephemeral.ready())) await sleep(20)
  const confirm = { hold: String(held.json['hold']), client: guest() }
  assert.is((await clinic.admin.appointments.confirm(confirm)).status, 'confirmed')
})

fault('times that were cached before Redis fell are not shown when it is back', async () => {
  const clinic = await makeClinic(server)
  assert.ok((await offeredTimes(clinic)).includes('10:00'))
  await redis.kill()
  await clinic.admin.appointments.create({ ...visitAt(clinic, '10:00'), client: guest() })
  assert.not((await offeredTimes(clinic)).includes('10:00'))
  await redis.start()
  while (!(await server.app.ephemeral.ready())) await sleep(20)
  assert.not((await offeredTimes(clinic)).includes('10:00'))
})

fault('without Redis visitors are still counted', async () => {
  const clinic = await makeClinic(server)
  await redis.kill()
  const answers = await Promise.all(
    Array.from({ length: 35 }, () =>
      server.http('POST', '/v1/appointments/release', {
        credential: clinic.publishable,
        body: { hold: 'hold_of nobody' },
      }),
    ),
  )
  assert.is(answers.filter(({ status }) => status === 429).length, 5)
  await redis.start()
})

test.run()
