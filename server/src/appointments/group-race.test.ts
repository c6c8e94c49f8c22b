import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, guest, makeClinic, visitAt, type Clinic } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { startServer, type HttpAnswer } from '../test/server.ts'
import { readHold, signHold } from './hold-token.ts'
import { ordinaryOf } from './test/seats.ts'

const CLIENTS = 50

const server = await startServer()
const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
test.after(async () => {
  await owner.end()
  await server.close()
})
test.after.each(async () => assert.equal(await violations(server.databaseUrl), []))

const post = (path: string, credential: string, body: object): Promise<HttpAnswer> =>
  server.http('POST', `/v1${path}`, { credential, body })

const many = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)))

function tally(answers: HttpAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status, json } of answers) {
    const name = status >= 400 ? `${status} ${String(json['code'])}` : `${status}`
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

/** So many holds of one seat each, as a store that forgets everything would give them out. */
async function holdsAt(clinic: Clinic, time: string, count: number): Promise<string[]> {
  const { hold } = await clinic.admin.appointments.book(visitAt(clinic, time))
  await clinic.admin.appointments.release({ hold })
  const { secrets } = server.app
  const facts = readHold(secrets, hold)
  if (facts === null) throw new Error('not a hold')
  return Array.from({ length: count }, () => signHold(secrets, { ...facts, id: randomUUID() }))
}

async function sessionsOf({ organizationId }: Clinic) {
  const { rows } = await owner.query<{ seats_taken: number; taken: number }>(
    `select s.seats_taken, (select count(*)::integer from occupancies o where o.session_id = s.id) as taken
     from group_sessions s where organization_id = $1 order by starts_at, id`,
    [organizationId],
  )
  return rows
}

test('of 50 who confirm at once a session with three seats left, three come', async () => {
  const clinic = await makeClinic(server, { capacity: 5 })
  const holds = await holdsAt(clinic, '10:00', CLIENTS)
  for (let n = 0; n < 2; n++) await bookAt(clinic, '10:00')
  const answers = await many(CLIENTS, (index) =>
    post('/appointments/confirm', clinic.publishable, { hold: holds[index], client: guest() }),
  )
  assert.equal(tally(answers), { 201: 3, '409 slot_unavailable': CLIENTS - 3 })
  assert.equal(await sessionsOf(clinic), [{ seats_taken: 5, taken: 2 }])
  const refused = answers.filter(({ status }) => status === 409)
  for (const { json } of refused) {
    assert.equal((json['errors'] as { code: string }[])[0]?.code, 'full')
    assert.ok((json['alternatives'] as unknown[]).length > 0)
  }
})

test('where no session is yet, 50 at once make one, and fill it', async () => {
  const clinic = await makeClinic(server, { capacity: 7 })
  const holds = await holdsAt(clinic, '10:00', CLIENTS)
  const answers = await many(CLIENTS, (index) =>
    post('/appointments/confirm', clinic.publishable, { hold: holds[index], client: guest() }),
  )
  assert.equal(tally(answers), { 201: 7, '409 slot_unavailable': CLIENTS - 7 })
  assert.equal(await sessionsOf(clinic), [{ seats_taken: 7, taken: 2 }])
})

test('50 who hold seats at once, and 50 at the desk: no more than there are, none lost', async () => {
  const held = await makeClinic(server, { capacity: 3 })
  const answers = await many(CLIENTS, () =>
    post('/appointments/book', held.secret, visitAt(held, '10:00')),
  )
  assert.equal(tally(answers), { 201: 3, '409 slot_unavailable': CLIENTS - 3 })
  const desk = await makeClinic(server, { capacity: 3 })
  const [specialist_id] = desk.specialistIds
  const booked = await many(CLIENTS, (index) =>
    post('/appointments', desk.secret, {
      ...visitAt(desk, '10:00'),
      specialist_id,
      client: guest(),
      ...(index % 2 ? { force: true, reason: 'По просьбе врача' } : {}),
    }),
  )
  assert.equal(tally(booked), { 201: 3, '409 slot_unavailable': CLIENTS - 3 })
  assert.equal(await sessionsOf(desk), [{ seats_taken: 3, taken: 2 }])
})

test('a session that overlaps others in a race with ordinary visits: one kind wins, whole', async () => {
  const group = await makeClinic(server, { capacity: 4 })
  const plain = await ordinaryOf(group)
  const seats = await holdsAt(group, '10:00', CLIENTS / 2)
  const times = await holdsAt(plain, '10:30', CLIENTS / 2)
  const answers = await many(CLIENTS, (index) =>
    post('/appointments/confirm', group.publishable, {
      hold: index % 2 ? seats[(index - 1) / 2] : times[index / 2],
      client: guest(),
    }),
  )
  const { 201: made = 0, '409 slot_unavailable': refused = 0 } = tally(answers)
  assert.is(made + refused, CLIENTS, JSON.stringify(tally(answers)))
  assert.equal(made, (await sessionsOf(group)).length === 1 ? 4 : 1)
})

test('coming, going and moving between two sessions at once, every seat is counted', async () => {
  const clinic = await makeClinic(server, { capacity: 4 })
  const visits: { id: number }[] = []
  for (const time of ['10:00', '10:00', '10:00', '12:00', '12:00', '12:00'])
    visits.push(await bookAt(clinic, time))
  const holds = await holdsAt(clinic, '10:00', 20)
  const answers = await many(80, (index) => {
    const { id } = visits[index % visits.length]!
    if (index % 4 === 0)
      return post('/appointments/confirm', clinic.publishable, {
        hold: holds[index / 4],
        client: guest(),
      })
    if (index > 60) return post(`/appointments/${id}/cancel`, clinic.secret, {})
    const time = ['10:00', '11:00', '12:00', '12:30'][Math.floor(index / 6) % 4]!
    return post(`/appointments/${id}/reschedule`, clinic.secret, { starts_at: clinic.at(time) })
  })
  for (const name of Object.keys(tally(answers)))
    assert.match(name, /^20[01]$|^409 (slot_unavailable|invalid_transition)$/)
  assert.ok((await sessionsOf(clinic)).length > 0)
})

test('one hold of a seat confirmed 30 times at once is one visit in one seat', async () => {
  const clinic = await makeClinic(server, { capacity: 3 })
  const { hold } = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  const answers = await many(30, () =>
    post('/appointments/confirm', clinic.publishable, { hold, client: guest() }),
  )
  assert.equal(tally(answers), { 201: 30 })
  assert.equal(await sessionsOf(clinic), [{ seats_taken: 1, taken: 2 }])
})

test.run()
