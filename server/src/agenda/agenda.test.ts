import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from '../availability/dates.ts'
import { guest, makeClinic, visitAt } from '../test/clinic.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'

const server = await startServer({ CHECK_REPLIES: '1' })
const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
const { admin, day, locationId, specialistIds } = clinic
const [first = 0, second = 0] = specialistIds
test.after(() => server.close())

const book = (time: string, specialist_id: number, client = guest()) =>
  admin.appointments.create({ ...visitAt(clinic, time), specialist_id, client })
const anna = { first_name: 'Анна', phone: '+79161110000' }
const early = await book('10:00', first, anna)
const late = await book('12:00', second)
await admin.breaks.create({
  specialist_id: second,
  date: day,
  start_time: '14:00',
  end_time: '15:00',
})
const agenda = (more = {}) =>
  admin.agenda.get({ location_id: locationId, from: day, to: day, ...more })

test('a day of a branch is its hours, who works, breaks, visits and who comes', async () => {
  const { time_zone, open, working, breaks, visits, clients } = await agenda()
  assert.is(time_zone, 'Europe/Moscow')
  assert.equal(open, [{ starts_at: clinic.at('09:00'), ends_at: clinic.at('18:00') }])
  assert.equal(
    working.map(({ specialist_id }) => specialist_id),
    [first, second],
  )
  assert.equal(
    breaks.map(({ starts_at }) => starts_at),
    [clinic.at('14:00')],
  )
  assert.equal(
    visits.map(({ id }) => id),
    [early.id, late.id],
  )
  const known = clients.find(({ id }) => id === early.client_id)
  assert.equal([known?.first_name, known?.phone], ['Анна', '+79161110000'])
})

test('what is cancelled is still told, and a holiday closes the day', async () => {
  const date = addDays(day, 1)
  const visit = await admin.appointments.create({
    ...visitAt(clinic, '10:00', date),
    client: guest(),
  })
  await admin.appointments.cancel(visit.id)
  await admin.holidays.create({ date, name: 'Праздник' })
  const { open, working, visits } = await agenda({ from: date, to: date })
  assert.equal([open, working], [[], []])
  assert.equal(
    visits.map(({ id, status }) => [id, status]),
    [[visit.id, 'cancelled']],
  )
})

test('a specialist sees their own days alone', async () => {
  const password = 'a long password'
  const email = 'second@clinic.test'
  await server
    .as(clinic.owner)
    .staff.create({ email, password, role: 'specialist', specialist_id: second })
  const { access_token } = await server
    .as()
    .auth.staff({ email, password, organization: clinic.slug })
  const own = server.as(access_token)
  const query = { location_id: locationId, from: day, to: day }
  const { visits, working, clients } = await own.agenda.get(query)
  assert.equal(
    visits.map(({ id }) => id),
    [late.id],
  )
  assert.equal(
    working.map(({ specialist_id }) => specialist_id),
    [second],
  )
  assert.is(clients.length, 1)
  const others = await codeOf(own.agenda.get({ ...query, specialist_id: first }))
  assert.is(others, 'not_found')
})

test('another clinic’s branch is not there, and a range has its limits', async () => {
  const other = await makeClinic(server)
  const foreign = { location_id: other.locationId + 1000, from: day, to: day }
  assert.is(await codeOf(admin.agenda.get(foreign)), 'not_found')
  assert.is(await codeOf(agenda({ to: addDays(day, -1) })), 'invalid_request')
  assert.is(await codeOf(agenda({ to: addDays(day, 62) })), 'invalid_request')
})

test('the desk moves a visit to another room, a client may not', async () => {
  const [one = 0, two = 0] = clinic.workplaceIds
  const visit = await admin.appointments.create({
    ...visitAt(clinic, '16:00'),
    workplace_id: one,
    client: guest(),
  })
  const moved = await admin.appointments.reschedule(visit.id, {
    starts_at: visit.starts_at,
    workplace_id: two,
  })
  assert.is(moved.workplace_id, two)
})

test.run()
