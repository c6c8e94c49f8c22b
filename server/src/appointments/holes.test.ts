/**
 * The nine holes of the usual design, `SET slot:<location>:<time> NX EX 120` → INSERT → DEL → PUBLISH: each test here fails on it
 * (research/reliability.md, 1.1).
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { isBookingError } from '@zapis/sdk'
import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { relay } from '../outbox/relay.ts'
import {
  hasRedisServer,
  startRedisServer,
  type RedisServer,
} from '../redis/contract/redis-server.ts'
import { guest, makeClinic, offeredTimes, visitAt } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { openPostgresProxy, type PostgresProxy } from '../test/postgres-proxy.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer, type TestServer } from '../test/server.ts'
import { needs } from '../test/skip.ts'
import { readHold, signHold, type HoldFacts } from './hold-token.ts'

const hole = needs(hasRedisServer, 'no redis-server')

let redis: RedisServer
let proxy: PostgresProxy
let server: TestServer
let owner: pg.Pool

if (hasRedisServer) {
  test.before(async () => {
    redis = await startRedisServer()
    server = await startServer(
      { REDIS_URL: redis.url },
      {
        through: async (url) => {
          proxy = await openPostgresProxy(url)
          return proxy.url
        },
      },
    )
    owner = new pg.Pool({ connectionString: server.databaseUrl, max: 1 })
  })
  test.before.each(() => ready())
  test.after(async () => {
    await owner.end()
    assert.equal(await violations(server.databaseUrl), [])
    await server.close()
    await proxy.close()
    await redis.kill()
  })
}

async function ready(): Promise<void> {
  while (!(await server.app.ephemeral.ready())) await sleep(20)
}

async function count(organizationId: number): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    'select count(*)::integer as count from appointments where organization_id = $1',
    [organizationId],
  )
  return rows[0]?.count ?? 0
}

/** The store has lost it, as by expiry, a flush or a failover. */
async function forget(hold: string): Promise<HoldFacts> {
  const facts = readHold(server.app.secrets, hold)
  if (facts === null) throw new Error('not a hold')
  await server.app.ephemeral.holds.drop(facts.organizationId, facts.id)
  return facts
}

hole('1: a hold is of an interval: a visit that would begin within it is refused', async () => {
  const clinic = await makeClinic(server)
  const { appointments } = clinic.site
  // At once: neither sees the other before it asks the store.
  const race = await Promise.allSettled(
    ['10:00', '10:30'].map((time) => clinic.admin.appointments.book(visitAt(clinic, time))),
  )
  const winners = race.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
  assert.is(winners.length, 1)
  await appointments.release({ hold: winners[0]!.hold })
  const { hold } = await appointments.book(visitAt(clinic, '10:00'))
  assert.is(await codeOf(appointments.book(visitAt(clinic, '10:30'))), 'slot_unavailable')
  assert.is(await codeOf(appointments.book(visitAt(clinic, '09:30'))), 'slot_unavailable')
  // Not by the hold alone: without it, the visit bars as well.
  await forget(hold)
  const late = await appointments.book(visitAt(clinic, '10:30'))
  await appointments.confirm({ hold, client: guest() })
  assert.is(
    await codeOf(appointments.confirm({ hold: late.hold, client: guest() })),
    'slot_unavailable',
  )
  assert.is(await count(clinic.organizationId), 1)
})

hole(
  '2: two free specialists of one branch are booked for the same time by two clients',
  async () => {
    const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
    const { appointments } = clinic.site
    const first = await appointments.book(visitAt(clinic, '10:00'))
    const second = await appointments.book(visitAt(clinic, '10:00'))
    assert.is.not(first.specialist_id, second.specialist_id)
    for (const { hold } of [first, second]) await appointments.confirm({ hold, client: guest() })
    assert.is(await codeOf(appointments.book(visitAt(clinic, '10:00'))), 'slot_unavailable')
  },
)

hole('3: a specialist who works in two branches is in one of them at a time', async () => {
  const clinic = await makeClinic(server)
  const { admin, site } = clinic
  // Two hours ahead: 18:00 there is 16:00 here, so the hours do not meet on the wall and do in time.
  const branch = await admin.locations.create({
    name: 'Второй',
    time_zone: 'Asia/Yekaterinburg',
    slot_step_min: 30,
  })
  const days = [1, 2, 3, 4, 5, 6, 7]
  await admin.locationSchedule.put(branch.id, {
    week: days.map((day_of_week) => ({ day_of_week, opens: '18:00', closes: '22:00' })),
  })
  const room = await admin.workplaces.create({ location_id: branch.id, name: 'Там' })
  await admin.services.update(clinic.serviceId, {
    workplace_ids: [...clinic.workplaceIds, room.id],
  })
  await admin.specialistSchedule.put(clinic.specialistIds[0]!, {
    week: days.flatMap((day_of_week) => [
      { location_id: clinic.locationId, day_of_week, starts: '09:00', ends: '18:00' },
      { location_id: branch.id, day_of_week, starts: '18:00', ends: '22:00' },
    ]),
  })
  const here = await site.appointments.book(visitAt(clinic, '16:30'))
  const there = { ...visitAt(clinic, '17:00'), location_id: branch.id }
  assert.is(await codeOf(site.appointments.book(there)), 'slot_unavailable')
  await forget(here.hold)
  const second = await site.appointments.book(there)
  await site.appointments.confirm({ hold: here.hold, client: guest() })
  assert.is(
    await codeOf(site.appointments.confirm({ hold: second.hold, client: guest() })),
    'slot_unavailable',
  )
})

hole(
  '4: who comes late with a hold that is over neither books nor frees the next one’s time',
  async () => {
    const clinic = await makeClinic(server)
    const { appointments } = clinic.site
    const anna = await appointments.book(visitAt(clinic, '10:00'))
    const facts = await forget(anna.hold)
    const over = signHold(server.app.secrets, { ...facts, expiresAt: Date.now() - 1 })
    const maria = await appointments.book(visitAt(clinic, '10:00'))
    assert.is(await codeOf(appointments.confirm({ hold: over, client: guest() })), 'hold_expired')
    await appointments.release({ hold: over })
    assert.is(await codeOf(appointments.book(visitAt(clinic, '10:00'))), 'slot_unavailable')
    const visit = await appointments.confirm({ hold: maria.hold, client: guest() })
    assert.is(visit.status, 'confirmed')
    assert.is(await count(clinic.organizationId), 1)
  },
)

hole(
  '5: a Redis that was killed and forgot a hold costs the courtesy, not a second visit',
  async () => {
    const clinic = await makeClinic(server)
    const { appointments } = clinic.site
    const anna = await appointments.book(visitAt(clinic, '10:00'))
    await redis.kill()
    await redis.start()
    await ready()
    const maria = await appointments.book(visitAt(clinic, '10:00'))
    const answers = await Promise.all(
      [anna, maria].map(({ hold }) =>
        appointments.confirm({ hold, client: guest() }).then(
          () => 'confirmed',
          (error: unknown) => (isBookingError(error) ? error.code : 'broken'),
        ),
      ),
    )
    assert.equal(answers.sort(), ['confirmed', 'slot_unavailable'])
    assert.is(await count(clinic.organizationId), 1)
  },
)

hole('6: a hold confirmed five times at once is one visit', async () => {
  const clinic = await makeClinic(server)
  const { hold } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  const client = guest()
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      server.http('POST', '/v1/appointments/confirm', {
        credential: clinic.publishable,
        body: { hold, client },
      }),
    ),
  )
  assert.equal([...new Set(answers.map(({ status, text }) => `${status} ${text}`))].length, 1)
  assert.is(await count(clinic.organizationId), 1)
})

hole(
  '7: a booking that nobody heard of when it was made is told when somebody listens',
  async () => {
    const clinic = await makeClinic(server)
    const { ephemeral } = server.app
    await redis.kill()
    const { hold } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
    const { id } = await clinic.site.appointments.confirm({ hold, client: guest() })
    await redis.start()
    await ready()
    const heard: string[] = []
    const stop = await ephemeral.subscribe('appointments', (message) => heard.push(message))
    while (!heard.includes('test')) {
      await ephemeral.publish('appointments', 'test')
      await sleep(10)
    }
    const { signal } = new AbortController()
    while (!heard.includes(`created:${id}`)) {
      await relay(server.app, signal)
      await sleep(10)
    }
    await stop()
  },
)

hole(
  '8: a hold that was asked of a Redis gone silent locks nobody out when it is back',
  async () => {
    const clinic = await makeClinic(server)
    const { appointments } = clinic.site
    const { holds } = server.app.ephemeral
    // The taking itself must meet the silence, and be done when it ends: nothing is asked before it.
    const { touching } = holds
    holds.touching = async () => []
    redis.pause()
    const anna = await server.http('POST', '/v1/appointments/book', {
      credential: clinic.publishable,
      body: visitAt(clinic, '10:00'),
    })
    assert.is(anna.status, 201)
    redis.resume()
    holds.touching = touching
    await ready()
    while (!(await offeredTimes(clinic)).includes('10:00')) await sleep(20)
    const maria = await appointments.book(visitAt(clinic, '10:00'))
    await appointments.confirm({ hold: maria.hold, client: guest() })
    // Given back as soon as the store answers again, or beaten to the time: it makes no visit either way.
    const late = await codeOf(
      appointments.confirm({ hold: String(anna.json['hold']), client: guest() }),
    )
    assert.ok(['slot_unavailable', 'hold_expired'].includes(late), late)
  },
)

hole(
  '9: a visit whose COMMIT was done and whose answer was lost is the answer to a retry',
  async () => {
    const clinic = await makeClinic(server)
    const { hold } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
    const confirm = (client: object) =>
      server.http('POST', '/v1/appointments/confirm', {
        credential: clinic.publishable,
        body: { hold, client },
      })
    const client = guest()
    proxy.set('lose-commit')
    const lost = await confirm(client)
    assert.is(proxy.lost(), 1)
    assert.is(lost.status, 503)
    assert.is(lost.headers.get('retry-after'), '1')
    assert.is(await count(clinic.organizationId), 1)
    const again = await confirm(client)
    assert.is(again.status, 201)
    assert.is(await count(clinic.organizationId), 1)
  },
)

test.run()
