import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, guest, makeClinic, offeredTimes, visitAt, type Clinic } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'
import { readHold, signHold } from './hold-token.ts'
import { ordinaryOf, seatsAt } from './test/seats.ts'

const server = await startServer()
test.after(() => server.close())
test.after.each(async () => assert.equal(await violations(server.databaseUrl), []))

const hold = async (clinic: Clinic, time: string) =>
  clinic.admin.appointments.book(visitAt(clinic, time))

test('a hold takes one seat: of a session that is not there yet, as many as it would have', async () => {
  const clinic = await makeClinic(server, { capacity: 3, workplaces: 2 })
  const held = []
  for (const left of [3, 2, 1]) {
    assert.is(await seatsAt(clinic, '10:00'), left)
    held.push(await hold(clinic, '10:00'))
  }
  assert.is(new Set(held.map(({ workplace_id }) => workplace_id)).size, 1)
  assert.is(await codeOf(hold(clinic, '10:00')), 'slot_unavailable')
  for (const time of ['09:30', '10:00', '10:30']) {
    assert.is(await seatsAt(clinic, time), 0, time)
    assert.is(await codeOf(hold(clinic, time)), 'slot_unavailable', time)
  }
  assert.is(await seatsAt(clinic, '11:00'), 3)
})

test('of a session that is there, as many as it has left', async () => {
  const clinic = await makeClinic(server, { capacity: 3 })
  await bookAt(clinic, '10:00')
  const first = await hold(clinic, '10:00')
  await hold(clinic, '10:00')
  assert.is(await codeOf(hold(clinic, '10:00')), 'slot_unavailable')
  await clinic.admin.appointments.release({ hold: first.hold })
  assert.is(await seatsAt(clinic, '10:00'), 1)
  await hold(clinic, '10:00')
})

test('its bearer sees the held seat as free; changing one’s mind gives it back', async () => {
  const clinic = await makeClinic(server, { capacity: 2 })
  await bookAt(clinic, '10:00')
  const { hold: token } = await hold(clinic, '10:00')
  assert.equal([await seatsAt(clinic, '10:00'), await seatsAt(clinic, '10:00', token)], [0, 1])
  const again = { ...visitAt(clinic, '10:00'), hold: token }
  const { hold: second } = await clinic.admin.appointments.book(again)
  await clinic.admin.appointments.book({ ...visitAt(clinic, '12:00'), hold: second })
  assert.equal([await seatsAt(clinic, '10:00'), await seatsAt(clinic, '12:00')], [1, 1])
})

test('every held seat becomes a visit, though the session began meanwhile', async () => {
  const clinic = await makeClinic(server, { capacity: 3 })
  const held = [
    await hold(clinic, '10:00'),
    await hold(clinic, '10:00'),
    await hold(clinic, '10:00'),
  ]
  const visits = []
  for (const { hold: token } of held)
    visits.push(await clinic.site.appointments.confirm({ hold: token, client: guest() }))
  assert.is(new Set(visits.map(({ session_id }) => session_id)).size, 1)
  assert.is(await seatsAt(clinic, '10:00'), 0)
})

test('without the store a seat held for another room is one of the session that is there', async () => {
  const clinic = await makeClinic(server, { capacity: 3, workplaces: 2 })
  const [one, two] = [await hold(clinic, '10:00'), await hold(clinic, '10:00')]
  const facts = readHold(server.app.secrets, two.hold)
  if (facts === null) throw new Error('not a hold')
  const [, room = 0] = clinic.workplaceIds
  const elsewhere = signHold(server.app.secrets, { ...facts, workplaceId: room })
  const confirm = (token: string) =>
    clinic.site.appointments.confirm({ hold: token, client: guest() })
  const first = await confirm(one.hold)
  const second = await confirm(elsewhere)
  assert.is(second.session_id, first.session_id)
  assert.equal([first.workplace_id, second.workplace_id], [one.workplace_id, one.workplace_id])
})

test('a held seat is in the way of another service, and its hold in the way of a session', async () => {
  const group = await makeClinic(server, { capacity: 3 })
  const plain = await ordinaryOf(group)
  await hold(group, '10:00')
  await hold(plain, '14:00')
  assert.is(await codeOf(hold(plain, '10:30')), 'slot_unavailable')
  assert.is(await codeOf(hold(group, '14:00')), 'slot_unavailable')
  assert.not((await offeredTimes(plain)).includes('10:00'))
  assert.not((await offeredTimes(group)).includes('13:30'))
  assert.is(await seatsAt(group, '10:00'), 2)
})

test('two groups of one specialist at one time are two sessions: one waits for the other', async () => {
  const group = await makeClinic(server, { capacity: 3 })
  const { id } = await group.admin.services.create({
    name: 'Йога',
    duration_min: 60,
    price: 100_000,
    capacity: 5,
    specialists: group.specialistIds.map((specialist_id) => ({ specialist_id })),
  })
  const yoga = { ...group, serviceId: id }
  await hold(group, '10:00')
  assert.is(await codeOf(hold(yoga, '10:00')), 'slot_unavailable')
  await bookAt(yoga, '12:00')
  assert.is(await codeOf(hold(group, '12:00')), 'slot_unavailable')
  assert.is(await seatsAt(yoga, '12:00'), 4)
})

test('a break over seats that are only held is in their way', async () => {
  const clinic = await makeClinic(server, { capacity: 3 })
  const { hold: token } = await hold(clinic, '10:00')
  const [specialist_id = 0] = clinic.specialistIds
  const pause = { specialist_id, date: clinic.day, start_time: '10:30', end_time: '11:00' }
  await clinic.admin.breaks.create(pause)
  assert.is(await seatsAt(clinic, '10:00'), 0)
  assert.is(await codeOf(hold(clinic, '10:00')), 'slot_unavailable')
  assert.is(
    await codeOf(clinic.site.appointments.confirm({ hold: token, client: guest() })),
    'slot_unavailable',
  )
})

test('a visitor holds three seats at most', async () => {
  const clinic = await makeClinic(server, { capacity: 10 })
  for (let n = 0; n < 3; n++) await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  assert.is(await codeOf(clinic.site.appointments.book(visitAt(clinic, '10:00'))), 'too_many_holds')
  assert.is(await seatsAt(clinic, '10:00'), 7)
})

test.run()
