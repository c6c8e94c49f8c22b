import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ListAppointmentQuery } from '@zapis/sdk'
import { addDays } from '../availability/dates.ts'
import { guest, makeClinic, visitAt } from '../test/clinic.ts'
import { complaint } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
const { admin, day, specialistIds } = clinic
const nextDay = addDays(day, 1)

const book = (time: string, date: string, specialist: number) =>
  admin.appointments.create({
    ...visitAt(clinic, time, date),
    specialist_id: specialistIds[specialist]!,
    client: guest(),
    force: true,
    reason: 'Вечером',
  })
// The last begins on the first date by UTC's clock, and on the next one by the clinic's.
const [late, early, second, other, night] = [
  await book('16:00', day, 0),
  await book('09:00', day, 0),
  await book('09:00', day, 1),
  await book('10:00', nextDay, 0),
  await book('01:00', nextDay, 1),
]
test.after(() => server.close())

const ids = async (query: ListAppointmentQuery) =>
  (await admin.appointments.list(query).toArray()).map(({ id }) => id)
const sorted = (...visits: { id: number }[]) => visits.map(({ id }) => id)

test('visits are listed by their time, forwards or backwards, and never twice', async () => {
  const all = sorted(early, second, late, night, other)
  assert.equal(await ids({ sort: 'starts_at' }), all)
  assert.equal(await ids({ sort: '-starts_at' }), sorted(other, night, late, second, early))
  for (const limit of [1, 2, 3]) assert.equal(await ids({ sort: 'starts_at', limit }), all)
})

test('dates are the clinic’s own, both ends included; instants are half-open', async () => {
  const sort = 'starts_at'
  assert.equal(await ids({ from: day, to: day, sort }), sorted(early, second, late))
  assert.equal(await ids({ from: nextDay, to: nextDay, sort }), sorted(night, other))
  assert.equal(await ids({ from: addDays(day, -2), to: addDays(day, -1) }), [])
  const [from, to] = [clinic.at('09:00'), clinic.at('16:00')]
  assert.equal(await ids({ from, to, sort }), sorted(early, second))
  assert.equal(await ids({ from: to, to: clinic.at('16:01') }), sorted(late))
})

test('visits are listed of one specialist, branch, client or status', async () => {
  const sort = 'starts_at'
  assert.equal(await ids({ specialist_id: specialistIds[1]!, sort }), sorted(second, night))
  assert.equal(await ids({ client_id: late.client_id! }), sorted(late))
  assert.is((await ids({ location_id: clinic.locationId })).length, 5)
  assert.equal(await ids({ location_id: 999_999 }), [])
  await admin.appointments.cancel(other.id)
  assert.equal(await ids({ status: 'cancelled' }), sorted(other))
})

test('visits with something left to pay are listed until they are paid, and those called off are not', async () => {
  const [first, ...rest] = await ids({ unpaid: true, sort: 'starts_at' })
  assert.is(first, early.id)
  assert.ok(!rest.includes(other.id))
  await admin.appointments.pay(early.id, { method: 'on_site', amount: 100 })
  assert.ok((await ids({ unpaid: true })).includes(early.id))
  await admin.appointments.pay(early.id, { method: 'on_site' })
  assert.equal(await ids({ unpaid: true, sort: 'starts_at' }), rest)
})

test('a place in a list that was made up is refused', async () => {
  for (const cursor of ['nonsense', Buffer.from('{"id":"1 or 1=1"}').toString('base64url'), 'e30'])
    assert.is(
      await complaint(admin.appointments.list({ cursor }).toArray()),
      'invalid_request #cursor invalid',
    )
})

test('another clinic has other visits', async () => {
  const stranger = await makeClinic(server)
  assert.equal(await stranger.admin.appointments.list({}).toArray(), [])
  const query = { specialist_id: specialistIds[0]! }
  assert.equal(await stranger.admin.appointments.list(query).toArray(), [])
})

test.run()
