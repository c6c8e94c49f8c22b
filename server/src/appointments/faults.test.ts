/** PostgreSQL fails in every way that it can, in the middle of bookings: F11, F12, F15, F17, F26, F27 and F02 of research/reliability.md. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { guest, makeClinic, visitAt, type Clinic } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { openPostgresProxy, type PostgresProxy } from '../test/postgres-proxy.ts'
import { startServer, type HttpAnswer } from '../test/server.ts'

let proxy: PostgresProxy | undefined
const server = await startServer(
  {},
  { through: async (url) => (proxy = await openPostgresProxy(url)).url },
)
const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 3 })
owner.on('error', () => undefined)
test.after.each(async () => assert.equal(await violations(server.databaseUrl), []))
test.after(async () => {
  await owner.end()
  await server.close()
  await proxy?.close()
})

const times = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00']

interface Request {
  path: string
  credential: string
  body: object
  key: string
}

const send = ({ path, credential, body, key }: Request) =>
  server.http('POST', `/v1${path}`, { credential, body, headers: { 'idempotency-key': key } })

/** As a good client does: the same request with the same key until there is an answer. */
async function insist(request: Request): Promise<{ answer: HttpAnswer; refused: number }> {
  for (let refused = 0; ; refused++) {
    const answer = await send(request)
    if (answer.status !== 503) return { answer, refused }
    assert.ok(Number(answer.headers.get('retry-after')) >= 1)
    await sleep(20)
  }
}

/** A visit of each specialist at each time, to be made at the desk. */
function wishes(clinic: Clinic): Request[] {
  return clinic.specialistIds.flatMap((specialist_id, index) =>
    times.map((time) => ({
      path: '/appointments',
      credential: clinic.secret,
      body: {
        ...visitAt(clinic, time),
        specialist_id,
        workplace_id: clinic.workplaceIds[index],
        client: guest(),
      },
      key: randomUUID(),
    })),
  )
}

async function count({ organizationId }: Clinic, table = 'appointments'): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::integer as count from ${table} where organization_id = $1`,
    [organizationId],
  )
  return rows[0]?.count ?? 0
}

test('while PostgreSQL is away the answer is 503 and when to come back; when it is there again, all goes on', async () => {
  const clinic = await makeClinic(server)
  const [wish] = wishes(clinic)
  proxy?.set('cut')
  for (const [method, path] of [
    ['POST', '/appointments'],
    ['GET', '/appointments'],
    ['GET', `/manage/${'x'.repeat(32)}`],
  ] as const) {
    const { status, json, headers } = await server.http(method, `/v1${path}`, {
      credential: clinic.secret,
      ...(method === 'POST' ? { body: wish!.body } : {}),
    })
    assert.is(status, 503, path)
    assert.is(json['code'], 'unavailable')
    assert.is(headers.get('retry-after'), '1')
  }
  assert.is((await fetch(`${server.url}/healthz`)).status, 200)
  assert.is((await fetch(`${server.url}/readyz`)).status, 503)
  proxy?.set('pass')
  assert.is((await send(wish!)).status, 201)
  assert.is((await fetch(`${server.url}/readyz`)).status, 200)
})

test('connections that PostgreSQL ends in the middle cost nothing but another try', async () => {
  const clinic = await makeClinic(server, { specialists: 4, workplaces: 4 })
  const terminating = (async () => {
    for (let turn = 0; turn < 10; turn++) {
      await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'zapis' and datname = current_database()`,
      )
      await sleep(30)
    }
  })()
  const made = await Promise.all(wishes(clinic).map(insist))
  await terminating
  assert.equal([...new Set(made.map(({ answer }) => answer.status))], [201])
  assert.ok(made.some(({ refused }) => refused > 0))
  assert.is(await count(clinic), 36)
})

test('a COMMIT that was done and not heard of is answered to the next try: booked, moved, cancelled', async () => {
  const clinic = await makeClinic(server)
  const [wish] = wishes(clinic)
  const lostThenSent = async (request: Request) => {
    const before = proxy?.lost()
    proxy?.set('lose-commit')
    assert.is((await send(request)).status, 503)
    assert.is(proxy?.lost(), (before ?? 0) + 1)
    return (await insist(request)).answer
  }
  const booked = await lostThenSent(wish!)
  assert.is(booked.status, 201)
  assert.is(booked.headers.get('idempotency-replayed'), 'true')
  const { id } = booked.json
  const change = (verb: string, body: object) => ({
    path: `/appointments/${String(id)}/${verb}`,
    credential: clinic.secret,
    body,
    key: randomUUID(),
  })
  const moved = await lostThenSent(change('reschedule', { starts_at: clinic.at('15:00') }))
  assert.is(moved.json['starts_at'], clinic.at('15:00'))
  const cancelled = await lostThenSent(change('cancel', {}))
  assert.is(cancelled.json['status'], 'cancelled')
  assert.is(await count(clinic), 1)
  assert.is(await count(clinic, 'clients'), 1)
})

test('clients who hang up as soon as they have asked leave no transaction behind', async () => {
  const clinic = await makeClinic(server, { specialists: 4, workplaces: 4 })
  const requests = wishes(clinic)
  await Promise.all(
    requests.map(async ({ path, credential, body, key }, index) => {
      const hangUp = new AbortController()
      const asked = fetch(`${server.url}/v1${path}`, {
        method: 'POST',
        signal: hangUp.signal,
        headers: {
          authorization: `Bearer ${credential}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
      }).catch(() => undefined)
      await sleep(index % 12)
      hangUp.abort()
      await asked
    }),
  )
  const answers = await Promise.all(requests.map(send))
  assert.equal([...new Set(answers.map(({ status }) => status))], [201])
  assert.is(await count(clinic), requests.length)
  const { rows } = await owner.query(
    `select query from pg_stat_activity where state like 'idle in transaction%' and datname = current_database()`,
  )
  assert.equal(rows, [])
})

test('who waits for a specialist that somebody locks keeps nobody else waiting', async () => {
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
  const [locked = 0] = clinic.specialistIds
  const all = wishes(clinic)
  const [theirs, others] = [all.slice(0, 9), all.slice(9)]
  const holder = await owner.connect()
  await holder.query('begin')
  await holder.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${clinic.organizationId}:specialist:${locked}`,
  ])
  const waiting = Promise.all([...theirs, ...theirs].map(insist))
  await sleep(50)
  try {
    const free = await Promise.all(others.map(send))
    // The lock is still there: none of them can have waited for it.
    assert.equal([...new Set(free.map(({ status }) => status))], [201])
  } finally {
    await holder.query('rollback')
    holder.release()
  }
  const late = await waiting
  assert.equal([...new Set(late.map(({ answer }) => answer.status))], [201])
  assert.is(await count(clinic), 18)
})

test('a new process with two connections serves forty at once, and never asks for a third', async () => {
  const clinic = await makeClinic(server, { specialists: 4, workplaces: 4 })
  const visits = await Promise.all(wishes(clinic).map(send))
  // It knows nothing of the clinic yet, so the first requests need it read.
  const small = await startServer(
    { DATABASE_CONNECTIONS: '2' },
    { databaseUrl: server.databaseUrl },
  )
  try {
    const answers = await Promise.all(
      visits.map(({ json }, index) =>
        index % 2
          ? small.http('POST', `/v1/manage/${String(json['code'])}/cancel`, { body: {} })
          : small.http('GET', `/v1/manage/${String(json['code'])}`),
      ),
    )
    assert.equal([...new Set(answers.map(({ status }) => status))], [200])
  } finally {
    await small.close()
  }
})

test('from a network gone silent requests come back, and so does the service', async () => {
  const clinic = await makeClinic(server)
  const [wish, other] = wishes(clinic)
  proxy?.set('silence')
  const answers = await Promise.all([
    send(wish!),
    server.http('GET', '/v1/appointments', { credential: clinic.secret }),
  ])
  assert.equal(
    answers.map(({ status }) => status),
    [503, 503],
  )
  proxy?.set('pass')
  assert.is((await insist(wish!)).answer.status, 201)
  assert.is((await insist(other!)).answer.status, 201)
})

test.run()
