import type { BookingClient } from '@zapis/sdk'
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
let anna: number
let vera: number

test.before(async () => {
  server = await startServer()
  other = await makeClinic(server)
})

test.before.each(async () => {
  clinic = await makeClinic(server, { specialists: 2 })
  anna = clinic.specialistIds[0] ?? 0
  vera = clinic.specialistIds[1] ?? 0
})

test.after(() => server.close())

function lunch(more = {}) {
  return {
    specialist_id: anna,
    date: clinic.day,
    start_time: '13:00',
    end_time: '14:00',
    reason: 'Обед',
    ...more,
  }
}

async function signedIn(
  role: 'specialist' | 'reception',
  specialist_id: number | null = null,
): Promise<BookingClient> {
  const email = `${role}${specialist_id ?? ''}@clinic.test`
  const password = 'a long password'
  await clinic.admin.staff.create({ email, password, role, specialist_id })
  const { access_token } = await clinic.site.auth.staff({ email, password })
  return server.as(access_token)
}

test('a break is in the time of the zone where the specialist works', async () => {
  const made = await clinic.admin.breaks.create(lunch())
  const { id, version, updated_at, ...rest } = made
  assert.equal([version, typeof updated_at], [1, 'string'])
  assert.equal(rest, {
    ...lunch(),
    starts_at: `${clinic.day}T13:00:00+03:00`,
    ends_at: `${clinic.day}T14:00:00+03:00`,
  })
  assert.equal(await clinic.admin.breaks.get(id), made)
})

test('a break over a visit is refused, one that touches it is not', async () => {
  await addVisit(server, clinic, { starts_at: clinic.at('12:30'), ends_at: clinic.at('13:30') })
  assert.is(await refusal(clinic.admin.breaks.create(lunch())), 'slot_unavailable')
  await clinic.admin.breaks.create(lunch({ start_time: '13:30', end_time: '14:00' }))
  await clinic.admin.breaks.create(lunch({ specialist_id: vera }))
})

test('of two breaks at one time made at once, one is made', async () => {
  const draft = lunch()
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => refusal(clinic.admin.breaks.create(draft))),
  )
  assert.equal(answers.filter((answer) => answer === 'done').length, 1)
  assert.equal(answers.filter((answer) => answer === 'slot_unavailable').length, 5)
})

test('a removed break gives its time back', async () => {
  const { id, version } = await clinic.admin.breaks.create(lunch())
  assert.is(
    await refusal(clinic.admin.breaks.remove(id, { ifMatch: version + 1 })),
    'version_conflict',
  )
  await clinic.admin.breaks.remove(id)
  await clinic.admin.breaks.create(lunch())
  assert.is(await refusal(clinic.admin.breaks.get(id)), 'not_found')
})

test('who works in two zones says in whose time a break is', async () => {
  const branch = await clinic.admin.locations.create({ name: 'Филиал', time_zone: 'Asia/Tomsk' })
  const hours = { starts: '09:00', ends: '18:00' }
  await clinic.admin.specialistSchedule.put(anna, {
    week: [
      { location_id: clinic.locationId, day_of_week: 1, ...hours },
      { location_id: branch.id, day_of_week: 2, ...hours },
    ],
  })
  assert.is(await refusal(clinic.admin.breaks.create(lunch())), 'invalid_data /location_id')
  const made = await clinic.admin.breaks.create(lunch({ location_id: branch.id }))
  assert.is(made.starts_at, `${clinic.day}T13:00:00+07:00`)
  assert.is((await clinic.admin.breaks.get(made.id)).ends_at, `${clinic.day}T14:00:00+07:00`)
})

test('who works nowhere yet has breaks in the organization’s time', async () => {
  const { id } = await clinic.admin.specialists.create({ first_name: 'Новая' })
  const made = await clinic.admin.breaks.create(lunch({ specialist_id: id }))
  assert.is(made.starts_at, `${clinic.day}T13:00:00+03:00`)
})

test('a break in a skipped hour, backwards, or of somebody unknown is refused by the field', async () => {
  const berlin = await clinic.admin.locations.create({ name: 'Б', time_zone: 'Europe/Berlin' })
  const create = (more: object) => refusal(clinic.admin.breaks.create(lunch(more)))
  const spring = { location_id: berlin.id, date: '2027-03-28' }
  assert.is(
    await create({ ...spring, start_time: '02:30', end_time: '03:30' }),
    'invalid_data /start_time',
  )
  assert.is(await create({ end_time: '13:00' }), 'invalid_data /end_time')
  assert.is(await create({ date: '2150-01-01' }), 'invalid_request /date')
  const foreign = { specialist_id: other.specialistIds[0], location_id: other.locationId }
  assert.is(await create(foreign), 'unknown_reference /specialist_id /location_id')
})

test('breaks are listed by date, of one specialist, within dates', async () => {
  const next = addDays(clinic.day, 1)
  const late = await clinic.admin.breaks.create(lunch({ date: next }))
  const noon = await clinic.admin.breaks.create(lunch())
  const morning = await clinic.admin.breaks.create(
    lunch({ start_time: '09:00', end_time: '09:30' }),
  )
  const hers = await clinic.admin.breaks.create(lunch({ specialist_id: vera }))
  const ids = async (query: Parameters<typeof clinic.admin.breaks.list>[0]) =>
    (await clinic.admin.breaks.list(query).toArray()).map(({ id }) => id)
  assert.equal(await ids({ limit: 1 }), [morning.id, noon.id, hers.id, late.id])
  assert.equal(await ids({ specialist_id: anna }), [morning.id, noon.id, late.id])
  assert.equal(await ids({ from: next }), [late.id])
  assert.equal(await ids({ to: clinic.day, specialist_id: vera }), [hers.id])
  assert.equal((await other.admin.breaks.list()).data, [])
  assert.is(await refusal(other.admin.breaks.get(noon.id)), 'not_found')
  assert.is(await refusal(other.admin.breaks.remove(noon.id)), 'not_found')
})

test('a specialist makes and removes their own breaks, sees all, and no others are theirs to change', async () => {
  const sdk = await signedIn('specialist', anna)
  const own = await sdk.breaks.create(lunch())
  const hers = await clinic.admin.breaks.create(lunch({ specialist_id: vera }))
  assert.is((await sdk.breaks.list()).data.length, 2)
  assert.is(await refusal(sdk.breaks.create(lunch({ specialist_id: vera }))), 'not_found')
  assert.is(await refusal(sdk.breaks.remove(hers.id)), 'not_found')
  await sdk.breaks.remove(own.id)
})

test('the reception makes breaks of anybody; the site does not even read them', async () => {
  const sdk = await signedIn('reception')
  const { id } = await sdk.breaks.create(lunch())
  await sdk.breaks.remove(id)
  assert.is(await refusal(clinic.site.breaks.list()), 'forbidden')
})

test.run()
