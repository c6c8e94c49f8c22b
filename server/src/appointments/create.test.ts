import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, guest, makeClinic, offeredTimes, visitAt, type Sdk } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { memberOf } from '../test/people.ts'
import { codeOf, complaint } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
test.after(async () => {
  assert.equal(await violations(server.databaseUrl), [])
  await server.close()
})

async function auditOf(owner: Sdk, subject: string) {
  return (await owner.auditLog.list({}).toArray()).filter((line) => line.subject === subject)
}

test('the desk books in one call, at any minute, with the client’s discount', async () => {
  const clinic = await makeClinic(server)
  const { sdk } = await memberOf(server, clinic, 'reception')
  const { id } = await sdk.clients.create(guest())
  await clinic.admin.clients.addDiscount(id, { discount_percent: 10 })
  const visit = await sdk.appointments.create({
    ...visitAt(clinic, '10:07'),
    client: { id },
    note: 'По телефону',
  })
  assert.is(visit.status, 'confirmed')
  assert.is(visit.client_id, id)
  assert.is(visit.total.amount, 225_000)
  assert.is(visit.source, 'admin')
  assert.is(visit.overbooked, false)
  assert.is(visit.starts_at, clinic.at('10:07'))
  assert.not((await offeredTimes(clinic)).includes('10:30'))
})

test('a time that is taken, held, closed or in a break is refused at the desk too', async () => {
  const clinic = await makeClinic(server)
  const [specialist_id = 0] = clinic.specialistIds
  await bookAt(clinic, '10:00')
  await clinic.site.appointments.book(visitAt(clinic, '12:00'))
  const lunch = { specialist_id, date: clinic.day, start_time: '14:00', end_time: '15:00' }
  await clinic.admin.breaks.create(lunch)
  const book = (time: string) =>
    codeOf(clinic.admin.appointments.create({ ...visitAt(clinic, time), client: guest() }))
  assert.is(await book('10:30'), 'slot_unavailable')
  assert.is(await book('12:00'), 'slot_unavailable')
  assert.is(await book('14:30'), 'slot_unavailable')
  assert.is(await book('20:00'), 'time_not_bookable')
})

test('by force the desk books over another visit, and everybody sees that it did', async () => {
  const clinic = await makeClinic(server)
  const desk = await memberOf(server, clinic, 'reception')
  const [specialist_id = 0] = clinic.specialistIds
  await bookAt(clinic, '10:00')
  const wish = { ...visitAt(clinic, '10:30'), client: guest(), specialist_id, force: true }
  assert.is(await complaint(desk.sdk.appointments.create(wish)), 'reason_required /reason required')
  const visit = await desk.sdk.appointments.create({ ...wish, reason: 'Острая боль' })
  assert.is(visit.overbooked, true)
  assert.is(visit.specialist_id, specialist_id)
  const [line] = await auditOf(server.as(clinic.owner), `appointment:${visit.id}`)
  assert.is(line?.actor, `staff:${desk.id}`)
  assert.equal(line?.after, {
    overbooked: true,
    reason: 'Острая боль',
    starts_at: new Date(visit.starts_at).toISOString(),
  })
  // 11:00 is free of the first visit, not of the forced one.
  const offered = await offeredTimes(clinic)
  assert.not(offered.includes('11:00'))
  assert.ok(offered.includes('11:30'))
})

test('force where nothing stands in the way is an ordinary visit', async () => {
  const clinic = await makeClinic(server)
  const visit = await clinic.admin.appointments.create({
    ...visitAt(clinic, '10:00'),
    client: guest(),
    force: true,
    reason: 'На всякий случай',
  })
  assert.is(visit.overbooked, false)
})

test('outside hours the specialist must be named: nobody is free to be chosen', async () => {
  const clinic = await makeClinic(server)
  const [specialist_id = 0] = clinic.specialistIds
  const wish = { ...visitAt(clinic, '20:00'), client: guest(), force: true, reason: 'Вечером' }
  assert.is(
    await complaint(clinic.admin.appointments.create(wish)),
    'invalid_request /specialist_id required',
  )
  const visit = await clinic.admin.appointments.create({ ...wish, specialist_id })
  assert.is(visit.starts_at, clinic.at('20:00'))
  assert.is(visit.overbooked, true)
})

test('force does not reach what is not of the service or of the branch', async () => {
  const clinic = await makeClinic(server)
  const stranger = await makeClinic(server)
  const { id } = await clinic.admin.specialists.create({ first_name: 'Пётр' })
  const { admin } = clinic
  const branch = await admin.locations.create({ name: 'Второй', time_zone: 'Europe/Moscow' })
  const elsewhere = await admin.workplaces.create({ location_id: branch.id, name: 'Там' })
  const [specialist_id = 0] = clinic.specialistIds
  const book = (change: object) =>
    complaint(
      admin.appointments.create({
        ...visitAt(clinic, '20:00'),
        client: guest(),
        force: true,
        reason: 'Надо',
        specialist_id,
        ...change,
      }),
    )
  assert.is(await book({ specialist_id: id }), 'service_not_offered')
  assert.is(await book({ specialist_id: stranger.specialistIds[0] }), 'not_found')
  const unknownRoom = 'unknown_reference /workplace_id invalid'
  assert.is(await book({ workplace_id: elsewhere.id }), unknownRoom)
  assert.is(await book({ workplace_id: stranger.workplaceIds[0] }), unknownRoom)
})

test('the room is the one asked for, or refused', async () => {
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
  const [, second = 0] = clinic.workplaceIds
  const wish = { ...visitAt(clinic, '10:00'), workplace_id: second }
  const visit = await clinic.admin.appointments.create({ ...wish, client: guest() })
  assert.is(visit.workplace_id, second)
  const again = clinic.admin.appointments.create({ ...wish, client: guest() })
  assert.is(await codeOf(again), 'slot_unavailable')
})

test('a specialist books into their own calendar only', async () => {
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
  const [own = 0, colleague = 0] = clinic.specialistIds
  const { sdk } = await memberOf(server, clinic, 'specialist', own)
  const wish = { ...visitAt(clinic, '10:00'), client: guest() }
  const theirs = sdk.appointments.create({ ...wish, specialist_id: colleague })
  assert.is(await codeOf(theirs), 'not_found')
  assert.is((await sdk.appointments.create(wish)).specialist_id, own)
  assert.is(await codeOf(sdk.appointments.create(wish)), 'slot_unavailable')
})

test('visitors and clients have no desk', async () => {
  const clinic = await makeClinic(server)
  const wish = { ...visitAt(clinic, '10:00'), client: guest() }
  assert.is(await codeOf(clinic.site.appointments.create(wish)), 'forbidden')
})

test('asked again with its key, the desk’s booking is the same visit', async () => {
  const clinic = await makeClinic(server)
  const wish = { ...visitAt(clinic, '10:00'), client: guest() }
  const options = { idempotencyKey: 'one-call' }
  const first = await clinic.admin.appointments.create(wish, options)
  assert.equal(await clinic.admin.appointments.create(wish, options), first)
  assert.is(await codeOf(clinic.admin.appointments.create(wish)), 'slot_unavailable')
})

test.run()
