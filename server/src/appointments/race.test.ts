import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { guest, makeClinic, visitAt, type Clinic } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { startServer, type HttpAnswer } from '../test/server.ts'
import { readHold, signHold, type HoldFacts } from './hold-token.ts'

const CLIENTS = 500

const server = await startServer()
const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
test.after(async () => {
  await owner.end()
  await server.close()
})
test.after.each(async () => assert.equal(await violations(server.databaseUrl), []))

/** pg_stat counts late: what is asked in a new session is up to date with sessions that were idle for a while. */
async function deadlocks(): Promise<number> {
  await owner.query('select pg_stat_force_next_flush()').catch(() => undefined)
  const { rows } = await owner.query<{ deadlocks: string }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  )
  return Number(rows[0]?.deadlocks)
}

const post = (path: string, credential: string, body: object, key?: string) =>
  server.http('POST', `/v1${path}`, {
    credential,
    body,
    headers: key === undefined ? {} : { 'idempotency-key': key },
  })

const many = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)))

/** How often each status and code came. */
function tally(answers: HttpAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status, json } of answers) {
    const name =
      typeof json['code'] === 'string' && status >= 400 ? `${status} ${json['code']}` : `${status}`
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

/** So many holds of one time, as a store that forgets everything would give them out. */
async function holdsOfOneTime(clinic: Clinic, count: number): Promise<string[]> {
  const { hold } = await clinic.admin.appointments.book(visitAt(clinic, '10:00'))
  await clinic.admin.appointments.release({ hold })
  const { secrets } = server.app
  const facts = readHold(secrets, hold)
  if (facts === null) throw new Error('not a hold')
  const change = (more: Partial<HoldFacts>) => signHold(secrets, { ...facts, ...more })
  return Array.from({ length: count }, () => change({ id: randomUUID() }))
}

async function visitsOf({ organizationId }: Clinic) {
  const { rows } = await owner.query<{ visits: number; taken: number; clients: number }>(
    `select (select count(*)::integer from appointments where organization_id = $1) as visits,
       (select count(*)::integer from occupancies where organization_id = $1) as taken,
       (select count(*)::integer from clients where organization_id = $1) as clients`,
    [organizationId],
  )
  return rows[0]
}

test('500 who hold one time at once: one has it, and becomes a visit; the others are told of other times', async () => {
  const clinic = await makeClinic(server)
  const before = await deadlocks()
  const held = await many(CLIENTS, () =>
    post('/appointments/book', clinic.secret, visitAt(clinic, '10:00')),
  )
  assert.equal(tally(held), { 201: 1, '409 slot_unavailable': CLIENTS - 1 })
  for (const { status, json } of held)
    if (status === 409) assert.ok((json['alternatives'] as unknown[]).length > 0)
  const [winner] = held.filter(({ status }) => status === 201)
  const confirmed = await many(20, () =>
    post('/appointments/confirm', clinic.publishable, {
      hold: winner!.json['hold'],
      client: guest(),
    }),
  )
  assert.equal(tally(confirmed), { 201: 20 })
  assert.is(new Set(confirmed.map(({ text }) => text)).size, 1)
  assert.equal(await visitsOf(clinic), { visits: 1, taken: 2, clients: 1 })
  assert.is(await deadlocks(), before)
})

test('of those who hold times that overlap at once, one has them; of a room, one', async () => {
  const alone = await makeClinic(server, { durationMin: 90 })
  const overlapping = ['09:30', '10:00', '10:30']
  const held = await many(60, (index) =>
    post('/appointments/book', alone.secret, visitAt(alone, overlapping[index % 3]!)),
  )
  assert.equal(tally(held), { 201: 1, '409 slot_unavailable': 59 })
  const shared = await makeClinic(server, { specialists: 6, workplaces: 2 })
  const specialists = shared.specialistIds
  const roomed = await many(60, (index) =>
    post('/appointments/book', shared.secret, {
      ...visitAt(shared, '10:00'),
      specialist_id: specialists[index % 6],
    }),
  )
  assert.equal(tally(roomed), { 201: 2, '409 slot_unavailable': 58 })
  const rooms = roomed.flatMap(({ json }) => json['workplace_id'] ?? [])
  assert.equal(rooms.sort(), shared.workplaceIds)
})

test('500 who confirm one time at once, as if there were no holds: PostgreSQL lets one through', async () => {
  const clinic = await makeClinic(server)
  const before = await deadlocks()
  const holds = await holdsOfOneTime(clinic, CLIENTS)
  const answers = await many(CLIENTS, (index) =>
    post(
      '/appointments/confirm',
      clinic.publishable,
      { hold: holds[index], client: guest() },
      randomUUID(),
    ),
  )
  assert.equal(tally(answers), { 201: 1, '409 slot_unavailable': CLIENTS - 1 })
  for (const { status, json } of answers)
    if (status === 409) assert.ok((json['alternatives'] as unknown[]).length > 0)
  assert.equal(await visitsOf(clinic), { visits: 1, taken: 2, clients: 1 })
  assert.is(await deadlocks(), before)
})

test('visits that take two specialists and two rooms in opposite orders wait, and do not deadlock', async () => {
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
  const before = await deadlocks()
  const [one] = await holdsOfOneTime(clinic, 1)
  const { secrets } = server.app
  const facts = readHold(secrets, one ?? '')
  if (facts === null) throw new Error('not a hold')
  const answers = await many(200, (index) => {
    const specialistId = clinic.specialistIds[index % 2]!
    const workplaceId = clinic.workplaceIds[Math.floor(index / 2) % 2]!
    const hold = signHold(secrets, { ...facts, id: randomUUID(), specialistId, workplaceId })
    return post('/appointments/confirm', clinic.publishable, { hold, client: guest() })
  })
  const { 201: made = 0, '409 slot_unavailable': refused = 0 } = tally(answers)
  assert.is(made, 2)
  assert.is(made + refused, 200, JSON.stringify(tally(answers)))
  assert.is(await deadlocks(), before)
})

test('visits moved onto each other’s times at once all end somewhere, none twice', async () => {
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
  const before = await deadlocks()
  const visits: { id: number }[] = []
  for (const time of ['09:00', '11:00', '13:00', '15:00'])
    for (const specialist_id of clinic.specialistIds)
      visits.push(
        await clinic.admin.appointments.create({
          ...visitAt(clinic, time),
          specialist_id,
          client: guest(),
        }),
      )
  const times = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00']
  const answers = await many(160, (index) => {
    const { id } = visits[index % visits.length]!
    return post(`/appointments/${id}/reschedule`, clinic.secret, {
      starts_at: clinic.at(times[(index * 7) % times.length]!),
      specialist_id: clinic.specialistIds[Math.floor(index / 3) % 2],
    })
  })
  const { 200: moved = 0, '409 slot_unavailable': refused = 0 } = tally(answers)
  assert.is(moved + refused, 160, JSON.stringify(tally(answers)))
  assert.ok(moved > 0)
  assert.equal(await visitsOf(clinic), { visits: 8, taken: 16, clients: 8 })
  assert.is(await deadlocks(), before)
})

test('one key sent 50 times at once has one effect, and every answer is the first, byte by byte', async () => {
  const clinic = await makeClinic(server)
  const { hold } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  const client = guest()
  const key = randomUUID()
  const answers = await many(50, () =>
    post('/appointments/confirm', clinic.publishable, { hold, client }, key),
  )
  assert.equal(tally(answers), { 201: 50 })
  assert.is(new Set(answers.map(({ text }) => text)).size, 1)
  const replayed = answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')
  assert.is(replayed.length, 49)
  const other = await post(
    '/appointments/confirm',
    clinic.publishable,
    { hold, client: guest() },
    key,
  )
  assert.is(other.status, 422)
  assert.is(other.json['code'], 'idempotency_mismatch')
  assert.equal(await visitsOf(clinic), { visits: 1, taken: 2, clients: 1 })
})

test('one hold confirmed 50 times at once under different keys is one visit', async () => {
  const clinic = await makeClinic(server)
  const { hold } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  const answers = await many(50, () =>
    post('/appointments/confirm', clinic.publishable, { hold, client: guest() }, randomUUID()),
  )
  assert.equal(tally(answers), { 201: 50 })
  assert.is(new Set(answers.map(({ json }) => json['id'])).size, 1)
  assert.is((await visitsOf(clinic))?.visits, 1)
})

test('the desk’s booking sent 30 times at once with one key is one visit', async () => {
  const clinic = await makeClinic(server)
  const wish = { ...visitAt(clinic, '10:00'), client: guest() }
  const answers = await many(30, () => post('/appointments', clinic.secret, wish, 'desk'))
  assert.equal(tally(answers), { 201: 30 })
  assert.is(new Set(answers.map(({ text }) => text)).size, 1)
  assert.is((await visitsOf(clinic))?.visits, 1)
})

test('cancelled and moved at once, a visit ends as one of the two', async () => {
  const clinic = await makeClinic(server)
  const { code, id } = await clinic.admin.appointments.create({
    ...visitAt(clinic, '10:00'),
    client: guest(),
  })
  const answers = await many(40, (index) =>
    index % 2 === 0
      ? server.http('POST', `/v1/manage/${code}/cancel`, { body: {} })
      : server.http('POST', `/v1/manage/${code}/reschedule`, {
          body: { starts_at: clinic.at(index % 4 === 1 ? '12:00' : '14:00') },
        }),
  )
  const codes = Object.keys(tally(answers)).sort()
  for (const code of codes) assert.match(code, /^200$|^409 (invalid_transition|slot_unavailable)$/)
  assert.is((await clinic.admin.appointments.get(id)).status, 'cancelled')
})

test.run()
