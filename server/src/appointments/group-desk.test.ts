import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, guest, makeClinic, offeredTimes, visitAt, type Clinic } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { memberOf } from '../test/people.ts'
import { codeOf, refusal } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'
import { seatsAt, seatsOf } from './test/seats.ts'

const server = await startServer()
test.after(() => server.close())
test.after.each(async () => assert.equal(await violations(server.databaseUrl), []))

const at10 = (clinic: Clinic) => seatsAt(clinic, '10:00')

test('a seat is paid by a visit of a package, which a cancel gives back', async () => {
  const clinic = await makeClinic(server, { capacity: 2 })
  const { admin, serviceId } = clinic
  const client = await admin.clients.create({ first_name: 'Анна', phone: '+79160000001' })
  const { id: package_id } = await admin.servicePackages.create({
    name: 'Пять занятий',
    service_id: serviceId,
    visits: 5,
    price: 1_000_000,
  })
  await admin.clients.sellPackage(client.id, { package_id, payment: { method: 'on_site' } })
  const payment = { method: 'package' as const }
  const wish = { ...visitAt(clinic, '10:00'), client: { id: client.id }, payment }
  const one = await admin.appointments.create(wish)
  const two = await admin.appointments.create(wish)
  assert.equal([one.session_id, one.paid_by], [two.session_id, 'package'])
  const left = async () => (await admin.clients.packages(client.id)).data[0]?.visits_left
  assert.is(await left(), 3)
  assert.is(await codeOf(admin.appointments.create(wish)), 'slot_unavailable')
  assert.is(await left(), 3)
  await admin.appointments.reschedule(two.id, { starts_at: clinic.at('12:00') })
  await admin.appointments.cancel(one.id)
  assert.is(await left(), 4)
  assert.is(await at10(clinic), 2)
})

test('a session that has begun off the grid is offered, one more does not begin there', async () => {
  const clinic = await makeClinic(server, { capacity: 2 })
  const desk = await memberOf(server, clinic, 'reception')
  const odd = { ...visitAt(clinic, '10:00'), starts_at: clinic.at('10:10') }
  assert.is(await codeOf(clinic.site.appointments.book(odd)), 'time_not_bookable')
  await desk.sdk.appointments.create({ ...odd, client: guest() })
  assert.match(await seatsOf(clinic), /^09:00×2 10:10×1 11:30×2/)
  const { hold } = await clinic.site.appointments.book(odd)
  await clinic.site.appointments.confirm({ hold, client: guest() })
  assert.match(await seatsOf(clinic), /^09:00×2 11:30×2/)
  assert.is(await codeOf(clinic.site.appointments.book(odd)), 'slot_unavailable')
  const other = { ...odd, starts_at: clinic.at('12:10') }
  assert.is(await codeOf(clinic.site.appointments.book(other)), 'time_not_bookable')
})

test('the desk joins and begins sessions, by force too, but never puts more into one than it has seats', async () => {
  const clinic = await makeClinic(server, { capacity: 2 })
  const { appointments } = clinic.admin
  const [specialist_id = 0] = clinic.specialistIds
  const at = (time: string) => ({ ...visitAt(clinic, time), specialist_id, client: guest() })
  const force = { force: true, reason: 'По просьбе врача' }
  const one = await appointments.create(at('10:00'))
  const two = await appointments.create({ ...at('10:00'), ...force })
  assert.equal([two.session_id, two.overbooked], [one.session_id, false])
  const error = await refusal(appointments.create({ ...at('10:00'), ...force }))
  assert.is(error.status, 409)
  assert.is(error.code, 'slot_unavailable')
  assert.is(error.errors[0]?.detail, 'В группе не осталось мест')
  const late = await appointments.create({ ...at('19:00'), ...force })
  const over = await appointments.create({ ...at('10:30'), ...force })
  assert.ok(late.overbooked && over.overbooked)
  assert.is.not(over.session_id, one.session_id)
  const moved = await refusal(
    appointments.reschedule(late.id, { starts_at: clinic.at('10:00'), ...force }),
  )
  assert.is(moved.errors[0]?.code, 'full')
})

test('another capacity is for new sessions', async () => {
  const clinic = await makeClinic(server, { capacity: 3 })
  const { admin, serviceId } = clinic
  await bookAt(clinic, '10:00')
  assert.is((await admin.services.update(serviceId, { capacity: 1 })).capacity, 1)
  assert.is(await at10(clinic), 0)
  assert.is((await bookAt(clinic, '14:00')).session_id, null)
  await admin.services.update(serviceId, { capacity: 10 })
  assert.match(await seatsOf(clinic), / 10:00×2 11:00×10/)
  assert.not((await offeredTimes(clinic)).includes('14:00'), 'it has its time to itself')
})

test('a session goes on as long as it was, though the service is shorter now', async () => {
  const clinic = await makeClinic(server, { capacity: 3 })
  const [first] = [await bookAt(clinic, '10:00')]
  await clinic.admin.services.update(clinic.serviceId, { duration_min: 30 })
  const second = await bookAt(clinic, '10:00')
  assert.equal([second.session_id, second.ends_at], [first.session_id, clinic.at('11:00')])
  assert.match(await seatsOf(clinic), /^09:00×3 09:30×3 10:00×1 11:00×3/)
})

test('visits of one session are listed by it; its clients see it too', async () => {
  const clinic = await makeClinic(server, { capacity: 3 })
  const [one, two] = [await bookAt(clinic, '10:00'), await bookAt(clinic, '10:00')]
  await bookAt(clinic, '12:00')
  const found = []
  for await (const { id } of clinic.admin.appointments.list({ session_id: one.session_id! }))
    found.push(id)
  assert.equal(found.sort(), [one.id, two.id].sort())
})

test('staff see the sessions with their own capacity, by place and time', async () => {
  const clinic = await makeClinic(server, { capacity: 3 })
  const { admin, day, serviceId } = clinic
  const first = await bookAt(clinic, '12:00')
  for (let n = 0; n < 2; n++) await bookAt(clinic, '10:00')
  await admin.services.update(serviceId, { capacity: 10 })
  await bookAt(clinic, '15:00')
  const list = async (query: object) => (await admin.groupSessions.list(query)).data
  const all = await list({ from: day, to: day, service_id: serviceId })
  assert.equal(
    all.map((each) => [each.starts_at, each.seats_taken, each.capacity]),
    [
      [clinic.at('10:00'), 2, 3],
      [clinic.at('12:00'), 1, 3],
      [clinic.at('15:00'), 1, 10],
    ],
  )
  const { created_at, ...found } = (await list({ from: clinic.at('12:00') }))[0]!
  assert.type(created_at, 'string')
  assert.equal(found, {
    id: first.session_id,
    location_id: clinic.locationId,
    service_id: serviceId,
    specialist_id: clinic.specialistIds[0],
    workplace_id: clinic.workplaceIds[0],
    starts_at: first.starts_at,
    ends_at: first.ends_at,
    capacity: 3,
    seats_taken: 1,
    overbooked: false,
  })
  const stranger = await makeClinic(server, { capacity: 3 })
  assert.equal((await stranger.admin.groupSessions.list({})).data, [])
  const site = { credential: clinic.publishable }
  assert.is((await server.http('GET', '/v1/group-sessions', site)).status, 403)
})

test('why a group time is not offered: no seat is left, or they are held', async () => {
  const clinic = await makeClinic(server, { capacity: 1 })
  await clinic.admin.services.update(clinic.serviceId, { capacity: 2 })
  for (const time of ['10:00', '10:00', '12:00']) await bookAt(clinic, time)
  await clinic.admin.appointments.book(visitAt(clinic, '12:00'))
  const { days } = await clinic.admin.availability.search({
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    from: clinic.day,
    to: clinic.day,
    explain: 1,
  })
  const reasons = new Map(
    days[0]?.refused?.map(({ starts_at, reasons }) => [
      starts_at.slice(11, 16),
      reasons.map(({ reason }) => reason).join(),
    ]),
  )
  assert.equal(
    ['09:30', '10:00', '12:00', '12:30'].map((time) => reasons.get(time)),
    ['appointment', 'full', 'hold', 'appointment'],
  )
})

test.run()
