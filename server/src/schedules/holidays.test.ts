import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from '../availability/dates.ts'
import { refusal } from '../catalogue/test/refusal.ts'
import { makeClinic, type Clinic } from '../test/clinic.ts'
import { startServer, type TestServer } from '../test/server.ts'
import { addVisit } from './test/visit.ts'

let server: TestServer
let clinic: Clinic
let other: Clinic

test.before(async () => {
  server = await startServer()
  other = await makeClinic(server)
})

test.before.each(async () => {
  clinic = await makeClinic(server)
})

test.after(() => server.close())

test('a holiday of every branch is read by the public, in the order of dates', async () => {
  const { holidays } = clinic.admin
  const branch = await clinic.admin.locations.create({ name: 'Филиал', time_zone: 'Asia/Tomsk' })
  const may = await holidays.create({ date: '2028-05-01', name: 'Первомай' })
  const here = { location_id: clinic.locationId, opens: '10:00', closes: '15:00' }
  const eve = await holidays.create({ date: '2027-12-31', name: 'Канун', ...here })
  const there = await holidays.create({
    date: '2028-03-08',
    name: 'Праздник',
    location_id: branch.id,
  })
  assert.equal([eve.opens, eve.closes, may.opens, may.location_id], ['10:00', '15:00', null, null])
  const ids = async (query: Parameters<typeof holidays.list>[0]) =>
    (await clinic.site.holidays.list(query).toArray()).map(({ id }) => id)
  assert.equal(await ids({ limit: 1 }), [eve.id, there.id, may.id])
  assert.equal(await ids({ location_id: clinic.locationId }), [eve.id, may.id])
  assert.equal(await ids({ from: '2028-03-08', to: '2028-05-01' }), [there.id, may.id])
  assert.equal(await ids({ to: '2028-03-07' }), [eve.id])
  await clinic.admin.locations.archive(branch.id)
  assert.equal(await ids({}), [eve.id, may.id])
  assert.is(await refusal(clinic.site.holidays.get(there.id)), 'not_found')
})

test('a holiday names the coming appointments of its date, in each branch’s own time', async () => {
  const east = await clinic.admin.locations.create({ name: 'Восток', time_zone: 'Asia/Tomsk' })
  const { day } = clinic
  const hour = (date: string, time: string, offset: string) => `${date}T${time}:00${offset}`
  const moscow = await addVisit(server, clinic, {
    starts_at: hour(day, '10:00', '+03:00'),
    ends_at: hour(day, '11:00', '+03:00'),
  })
  // Still the day before in Moscow.
  const tomsk = await addVisit(server, clinic, {
    locationId: east.id,
    starts_at: hour(day, '01:00', '+07:00'),
    ends_at: hour(day, '02:00', '+07:00'),
  })
  await addVisit(server, clinic, {
    locationId: east.id,
    starts_at: hour(addDays(day, 1), '01:00', '+07:00'),
    ends_at: hour(addDays(day, 1), '02:00', '+07:00'),
  })
  const { outside = [] } = await clinic.admin.holidays.create({ date: day, name: 'Праздник' })
  assert.equal(
    outside.map(({ id }) => id),
    [tomsk, moscow],
  )
  assert.is(outside[0]?.starts_at, hour(day, '01:00', '+07:00'))
})

test('a short day names only what is outside its hours', async () => {
  const early = await addVisit(server, clinic, {
    starts_at: clinic.at('09:30'),
    ends_at: clinic.at('10:30'),
  })
  await addVisit(server, clinic, { starts_at: clinic.at('14:00'), ends_at: clinic.at('15:00') })
  const { outside } = await clinic.admin.holidays.create({
    date: clinic.day,
    name: 'Короткий день',
    location_id: clinic.locationId,
    opens: '10:00',
    closes: '15:00',
  })
  assert.equal(
    outside?.map(({ id }) => id),
    [early],
  )
})

test('what holidays would leave outside is told before, less what is outside already, and nothing changes', async () => {
  const { holidays } = clinic.admin
  const { day } = clinic
  const at = (time: string, date = day) => clinic.at(time, date)
  await addVisit(server, clinic, { starts_at: at('20:00'), ends_at: at('21:00') })
  const early = await addVisit(server, clinic, { starts_at: at('09:30'), ends_at: at('10:30') })
  const noon = await addVisit(server, clinic, { starts_at: at('12:00'), ends_at: at('13:00') })
  const next = addDays(day, 1)
  const last = await addVisit(server, clinic, {
    starts_at: at('12:00', next),
    ends_at: at('13:00', next),
  })
  const ids = async (plan: Omit<Parameters<typeof holidays.preview>[0], 'from'>) =>
    (await holidays.preview({ from: day, ...plan })).outside.map(({ id }) => id)
  assert.equal(await ids({ to: next }), [early, noon, last])
  const short = { to: day, location_id: clinic.locationId, opens: '10:00', closes: '15:00' }
  assert.equal(await ids(short), [early])
  assert.equal((await holidays.list({})).data, [])
  assert.is(await refusal(holidays.preview({ from: next, to: day })), 'invalid_data /to')
  const years = { from: day, to: addDays(day, 366) }
  assert.is(await refusal(holidays.preview(years)), 'invalid_data /to')
  const open = { from: day, to: day, opens: '10:00' }
  assert.is(await refusal(holidays.preview(open)), 'invalid_data /closes')
  const theirs = { from: day, to: day, location_id: other.locationId }
  assert.is(await refusal(holidays.preview(theirs)), 'unknown_reference /location_id')
})

test('a date has one holiday of a branch, beside the one of all', async () => {
  const { holidays } = clinic.admin
  const draft = { date: '2028-01-01', name: 'Новый год' }
  await holidays.create(draft)
  await holidays.create({ ...draft, location_id: clinic.locationId })
  assert.is(await refusal(holidays.create(draft)), 'already_exists /date')
  const again = { ...draft, location_id: clinic.locationId }
  assert.is(await refusal(holidays.create(again)), 'already_exists /date')
})

test('a holiday with wrong hours, date or branch is refused by the field', async () => {
  const { holidays } = clinic.admin
  const draft = { date: '2028-01-01', name: 'Новый год' }
  assert.is(await refusal(holidays.create({ ...draft, opens: '10:00' })), 'invalid_data /closes')
  assert.is(await refusal(holidays.create({ ...draft, closes: '10:00' })), 'invalid_data /opens')
  const backwards = { ...draft, opens: '15:00', closes: '10:00' }
  assert.is(await refusal(holidays.create(backwards)), 'invalid_data /closes')
  const never = { ...draft, date: '2027-02-29' }
  assert.is(await refusal(holidays.create(never)), 'invalid_request /date')
  const theirs = { ...draft, location_id: other.locationId }
  assert.is(await refusal(holidays.create(theirs)), 'unknown_reference /location_id')
})

test('a removed holiday is gone; one that changed since, or is another’s, is not removed', async () => {
  const { id, version } = await clinic.admin.holidays.create({ date: '2028-01-01', name: 'Н' })
  assert.is(await refusal(other.admin.holidays.remove(id)), 'not_found')
  assert.is(
    await refusal(clinic.admin.holidays.remove(id, { ifMatch: version + 1 })),
    'version_conflict',
  )
  await clinic.admin.holidays.remove(id, { ifMatch: version })
  assert.is(await refusal(clinic.admin.holidays.get(id)), 'not_found')
  assert.is(await refusal(clinic.admin.holidays.remove(id)), 'not_found')
  assert.is(await refusal(clinic.site.holidays.remove(id)), 'forbidden')
})

test.run()
