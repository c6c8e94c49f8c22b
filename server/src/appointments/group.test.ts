import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SlotUnavailableError } from '@zapis/sdk'
import { transaction } from '../db/transaction.ts'
import { bookAt, makeClinic, offeredTimes, visitAt, type Clinic } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { codeOf, refusal } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'
import { applyPayment } from './apply-payment.ts'
import { expirePending } from './expire.ts'
import { ordinaryOf, seatsAt, seatsOf } from './test/seats.ts'

const server = await startServer()
const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 1 })
test.after(async () => {
  await owner.end()
  await server.close()
})
test.after.each(async () => assert.equal(await violations(server.databaseUrl), []))

const at10 = (clinic: Clinic) => seatsAt(clinic, '10:00')

test('visits of a group service share one session, until its seats are taken', async () => {
  const clinic = await makeClinic(server, { capacity: 3 })
  assert.is(await at10(clinic), 3)
  const first = await bookAt(clinic, '10:00')
  assert.type(first.session_id, 'number')
  assert.is(await at10(clinic), 2)
  const second = await bookAt(clinic, '10:00')
  const third = await bookAt(clinic, '10:00')
  assert.equal([second.session_id, third.session_id], [first.session_id, first.session_id])
  assert.is(second.workplace_id, first.workplace_id)
  const offered = await offeredTimes(clinic)
  for (const time of ['09:30', '10:00', '10:30']) assert.not(offered.includes(time), time)
  for (const time of ['09:00', '11:00']) assert.ok(offered.includes(time), time)
  const error = await refusal(clinic.site.appointments.book(visitAt(clinic, '10:00')))
  if (!(error instanceof SlotUnavailableError)) throw error
  assert.is(error.status, 409)
  assert.equal(error.errors, [
    { pointer: '/starts_at', code: 'full', detail: 'В группе не осталось мест' },
  ])
  assert.is(error.alternatives[0]?.seats_left, 3)
})

test('an ordinary service says nothing of seats', async () => {
  const clinic = await makeClinic(server)
  assert.match(await seatsOf(clinic), /^09:00×- /)
  assert.is((await bookAt(clinic, '10:00')).session_id, null)
})

test('a session is in the way of every other service, and every other visit in the way of a session', async () => {
  const group = await makeClinic(server, { capacity: 3, bufferAfterMin: 15 })
  const plain = await ordinaryOf(group)
  await bookAt(group, '10:00')
  await bookAt(plain, '14:00')
  const free = await offeredTimes(plain)
  for (const time of ['09:30', '10:00', '10:30', '11:00']) assert.not(free.includes(time), time)
  assert.ok(free.includes('11:30'))
  assert.is(await codeOf(plain.site.appointments.book(visitAt(plain, '10:00'))), 'slot_unavailable')
  const starts = await offeredTimes(group)
  for (const time of ['13:00', '13:30', '14:00', '14:30']) assert.not(starts.includes(time), time)
  const pause = { specialist_id: group.specialistIds[0]!, date: group.day }
  const over = { ...pause, start_time: '11:00', end_time: '11:15' }
  assert.is(await codeOf(group.admin.breaks.create(over)), 'slot_unavailable')
})

test('a seat is given back by a cancel; the last one out frees the time for others', async () => {
  const group = await makeClinic(server, { capacity: 2 })
  const plain = await ordinaryOf(group)
  const [one, two] = [await bookAt(group, '10:00'), await bookAt(group, '10:00')]
  assert.is(await at10(group), 0)
  const gone = await group.admin.appointments.cancel(one.id)
  assert.is(gone.session_id, null)
  assert.is(await at10(group), 1)
  assert.not((await offeredTimes(plain)).includes('10:00'))
  await group.admin.appointments.cancel(two.id)
  assert.is(await at10(group), 2)
  assert.ok((await offeredTimes(plain)).includes('10:00'))
  await bookAt(plain, '10:00')
  assert.is(await at10(group), 0)
})

test('who has come, or has not, keeps the seat', async () => {
  const clinic = await makeClinic(server, { capacity: 2 })
  const { appointments } = clinic.admin
  const [one, two] = [await bookAt(clinic, '10:00'), await bookAt(clinic, '10:00')]
  assert.is((await appointments.complete(one.id)).session_id, one.session_id)
  assert.is((await appointments.noShow(two.id)).session_id, one.session_id)
  assert.is(await at10(clinic), 0)
})

/** Waits for its money, and has waited too long. */
async function expired(clinic: Clinic, time: string) {
  await clinic.admin.services.update(clinic.serviceId, {
    policies: { prepayment: { kind: 'full' } },
  })
  const { id, session_id, status } = await bookAt(clinic, time)
  assert.equal([typeof session_id, status], ['number', 'pending'])
  await owner.query(
    `update appointments set pending_until = clock_timestamp() - interval '1 second' where id = $1`,
    [id],
  )
  await expirePending(server.app)
  await clinic.admin.services.update(clinic.serviceId, { policies: {} })
  return clinic.admin.appointments.get(id)
}

test('a visit that nobody confirmed in time leaves its seat', async () => {
  const clinic = await makeClinic(server, { capacity: 2 })
  const { status, session_id } = await expired(clinic, '10:00')
  assert.equal([status, session_id], ['expired', null])
  assert.is(await at10(clinic), 2)
})

test('a late payment takes a seat again, in a session that has begun since too, or finds none', async () => {
  const pay = ({ organizationId }: Clinic, appointmentId: number) =>
    transaction(server.app.db, organizationId, (tx) =>
      applyPayment(server.app, tx, { appointmentId, amount: 250_000 }, async () => undefined),
    )
  for (const others of [0, 1, 2]) {
    const clinic = await makeClinic(server, { capacity: 2 })
    const late = await expired(clinic, '10:00')
    const visits = []
    for (let n = 0; n < others; n++) visits.push(await bookAt(clinic, '10:00'))
    assert.is(await pay(clinic, late.id), others < 2 ? 'applied' : 'unapplied')
    const { status, session_id } = await clinic.admin.appointments.get(late.id)
    assert.is(status, others < 2 ? 'confirmed' : 'expired')
    if (others === 1) assert.is(session_id, visits[0]?.session_id)
    assert.is(await at10(clinic), [1, 0, 0][others])
  }
})

test('moved, a visit takes its seat along: between sessions, out of one, onto its own time', async () => {
  const clinic = await makeClinic(server, { capacity: 2 })
  const { appointments } = clinic.admin
  const [one, two] = [await bookAt(clinic, '10:00'), await bookAt(clinic, '10:00')]
  const other = await bookAt(clinic, '12:00')
  const moved = await appointments.reschedule(two.id, { starts_at: clinic.at('12:00') })
  assert.is(moved.session_id, other.session_id)
  assert.is(moved.version, two.version + 1)
  assert.match(await seatsOf(clinic), / 11:00×2 13:00×2/)
  assert.is(await at10(clinic), 1)
  assert.is(
    await codeOf(appointments.reschedule(one.id, { starts_at: clinic.at('12:00') })),
    'slot_unavailable',
  )
  // Alone in its session: its own time is free for it.
  const late = await appointments.reschedule(one.id, { starts_at: clinic.at('10:30') })
  assert.is.not(late.session_id, one.session_id)
  assert.match(await seatsOf(clinic), / 09:30×2 10:30×1 13:00×2/)
  // Not alone: the session stays where it was.
  assert.is(
    await codeOf(appointments.reschedule(two.id, { starts_at: clinic.at('12:30') })),
    'slot_unavailable',
  )
  assert.is((await appointments.get(two.id)).session_id, other.session_id)
})

test('the bearer of a link sees the seats of other sessions, and its own as free', async () => {
  const clinic = await makeClinic(server, { capacity: 2 })
  const { code } = await bookAt(clinic, '10:00')
  await bookAt(clinic, '12:00')
  const { days } = await server.as().manage.availability(code, { from: clinic.day, to: clinic.day })
  const left = new Map(
    days[0]?.slots.map(({ starts_at, seats_left }) => [starts_at.slice(11, 16), seats_left]),
  )
  assert.equal(
    ['09:30', '10:00', '10:30', '11:30', '12:00'].map((time) => left.get(time)),
    [2, 2, 2, undefined, 1],
  )
  const moved = await server.as().manage.reschedule(code, { starts_at: clinic.at('12:00') })
  assert.is(moved.starts_at, clinic.at('12:00'))
  assert.is(await at10(clinic), 2)
})

test('a group is filled before another begins', async () => {
  const clinic = await makeClinic(server, { capacity: 2, specialists: 2, workplaces: 2 })
  const visits = []
  for (let n = 0; n < 4; n++) visits.push(await bookAt(clinic, '10:00'))
  const sessions = visits.map(({ session_id }) => session_id)
  assert.is(sessions[0], sessions[1])
  assert.is(sessions[2], sessions[3])
  assert.is.not(sessions[1], sessions[2])
  assert.is(await at10(clinic), 0)
})

test('sessions of one organization are nothing to another', async () => {
  const [a, b] = [
    await makeClinic(server, { capacity: 2 }),
    await makeClinic(server, { capacity: 2 }),
  ]
  const [one, two] = [await bookAt(a, '10:00'), await bookAt(a, '10:00')]
  assert.is(await at10(b), 2)
  const theirs = await bookAt(b, '10:00')
  assert.is(await at10(b), 1)
  assert.is(await at10(a), 0)
  assert.not([one.session_id, two.session_id].includes(theirs.session_id))
  const { data } = await b.admin.appointments.list({ session_id: one.session_id! })
  assert.equal(data, [])
})

test.run()
