import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SlotUnavailableError } from '@zapis/sdk'
import { bookAt, guest, makeClinic, offeredTimes, visitAt } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { clientOf, memberOf } from '../test/people.ts'
import { codeOf, complaint, refusal } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
test.after(async () => {
  assert.equal(await violations(server.databaseUrl), [])
  await server.close()
})

test('a held time is kept for two minutes, with its price, and offered to nobody else', async () => {
  const clinic = await makeClinic(server)
  const before = await offeredTimes(clinic)
  const held = await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  const [specialistId] = clinic.specialistIds
  const [workplaceId] = clinic.workplaceIds
  const { hold, expires_at, ...rest } = held
  assert.equal(rest, {
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    specialist_id: specialistId,
    workplace_id: workplaceId,
    starts_at: clinic.at('10:00'),
    ends_at: clinic.at('11:00'),
    price: { amount: 250_000, currency: 'RUB' },
  })
  assert.match(hold, /^hold_/)
  const life = Date.parse(expires_at) - Date.now()
  assert.ok(life > 100_000 && life <= 121_000, expires_at)
  const after = await offeredTimes(clinic)
  assert.equal(
    before.filter((time) => !after.includes(time)),
    ['09:30', '10:00', '10:30'],
  )
})

test('a time that another holds is refused, and the nearest others are told', async () => {
  const clinic = await makeClinic(server)
  await clinic.site.appointments.book(visitAt(clinic, '12:00'))
  for (const time of ['11:30', '12:00', '12:30']) {
    const error = await refusal(clinic.site.appointments.book(visitAt(clinic, time)))
    assert.instance(error, SlotUnavailableError)
    assert.is(error.status, 409)
  }
  const error = await refusal(clinic.site.appointments.book(visitAt(clinic, '12:00')))
  if (!(error instanceof SlotUnavailableError)) throw error
  const times = error.alternatives.map(({ starts_at }) => starts_at)
  assert.equal(
    times,
    ['10:00', '10:30', '11:00', '13:00', '13:30'].map((time) => clinic.at(time)),
  )
  const [first] = error.alternatives
  assert.equal(first?.specialist_ids, clinic.specialistIds)
  await clinic.site.appointments.book({ ...visitAt(clinic, '12:00'), starts_at: first!.starts_at })
})

test('any specialist means the one with the least to do that day', async () => {
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
  const first = await bookAt(clinic, '10:00')
  const held = await clinic.site.appointments.book(visitAt(clinic, '15:00'))
  assert.not(held.specialist_id === first.specialist_id)
})

test('a specialist is free or not in all branches together', async () => {
  const clinic = await makeClinic(server)
  const { admin, site, specialistIds, serviceId } = clinic
  const [specialistId = 0] = specialistIds
  const other = await admin.locations.create({
    name: 'Второй',
    time_zone: 'Europe/Moscow',
    slot_step_min: 30,
  })
  const room = await admin.workplaces.create({ location_id: other.id, name: 'Там' })
  await admin.services.update(serviceId, { workplace_ids: [...clinic.workplaceIds, room.id] })
  const days = [1, 2, 3, 4, 5, 6, 7]
  await admin.locationSchedule.put(other.id, {
    week: days.map((day_of_week) => ({ day_of_week, opens: '18:00', closes: '22:00' })),
  })
  await admin.specialistSchedule.put(specialistId, {
    week: days.flatMap((day_of_week) => [
      { location_id: clinic.locationId, day_of_week, starts: '09:00', ends: '18:00' },
      { location_id: other.id, day_of_week, starts: '18:00', ends: '22:00' },
    ]),
  })
  await admin.services.update(serviceId, { buffer_after_min: 30 })
  await site.appointments.book(visitAt(clinic, '17:00'))
  const there = { ...visitAt(clinic, '18:00'), location_id: other.id }
  assert.is(await codeOf(site.appointments.book(there)), 'slot_unavailable')
  await site.appointments.book({ ...there, starts_at: clinic.at('18:30') })
})

test('two specialists who share the only room hold it one after the other', async () => {
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 1 })
  const [anna = 0, maria = 0] = clinic.specialistIds
  const at = (time: string, specialist_id: number) => ({ ...visitAt(clinic, time), specialist_id })
  await clinic.site.appointments.book(at('10:00', anna))
  assert.is(await codeOf(clinic.site.appointments.book(at('10:00', maria))), 'slot_unavailable')
  assert.is((await clinic.site.appointments.book(at('11:00', maria))).specialist_id, maria)
})

test('the time around a visit that is kept free is held with it', async () => {
  const clinic = await makeClinic(server, { bufferAfterMin: 15 })
  await clinic.site.appointments.book(visitAt(clinic, '10:00'))
  assert.is(
    await codeOf(clinic.site.appointments.book(visitAt(clinic, '11:00'))),
    'slot_unavailable',
  )
  await clinic.site.appointments.book(visitAt(clinic, '11:30'))
})

test('and with the visit, however it came to be there', async () => {
  const clinic = await makeClinic(server, { bufferAfterMin: 15 })
  const around = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00']
  const { appointments } = clinic.admin
  const free = async () => (await offeredTimes(clinic)).filter((time) => around.includes(time))
  const booked = await bookAt(clinic, '10:00')
  assert.equal(await free(), ['11:30', '12:00'])
  await appointments.reschedule(booked.id, { starts_at: clinic.at('10:30') })
  assert.equal(await free(), ['09:00', '12:00'])
  await appointments.cancel(booked.id)
  await appointments.create({ ...visitAt(clinic, '09:30'), client: guest() })
  assert.equal(await free(), ['11:00', '11:30', '12:00'])
})

test('a time that nobody could ever have is another refusal than a taken one', async () => {
  const clinic = await makeClinic(server)
  const { site, admin } = clinic
  const book = (starts_at: string) =>
    complaint(site.appointments.book({ ...visitAt(clinic, '10:00'), starts_at }))
  const never = 'time_not_bookable /starts_at invalid'
  assert.is(await book(clinic.at('10:07')), never, 'off the grid')
  assert.is(await book(clinic.at('08:30')), never, 'before opening')
  assert.is(await book(clinic.at('17:30')), never, 'would end after closing')
  assert.is(await book('2020-01-06T10:00:00+03:00'), never, 'gone')
  assert.is(await book(clinic.at('10:00').replace(':00+', ':30+')), never, 'half a minute past')
  assert.is(await book(clinic.at('10:00').replace(/^\d{4}/, '2098')), never, 'beyond the horizon')
  await admin.holidays.create({ date: clinic.day, name: 'Праздник' })
  assert.is(await book(clinic.at('10:00')), never, 'a holiday')
})

test('one instant is one time, however it is written', async () => {
  const clinic = await makeClinic(server)
  await clinic.site.appointments.book(visitAt(clinic, '12:00'))
  for (const starts_at of [`${clinic.day}T09:00:00Z`, `${clinic.day}T14:00:00.000+05:00`]) {
    const again = { ...visitAt(clinic, '12:00'), starts_at }
    assert.is(await codeOf(clinic.site.appointments.book(again)), 'slot_unavailable', starts_at)
  }
})

test('the lead time binds visitors and keys, not the desk', async () => {
  const clinic = await makeClinic(server)
  const desk = await memberOf(server, clinic, 'reception')
  await clinic.admin.organization.update({ policies: { lead_time_min: 60 * 24 * 40 } })
  const visit = visitAt(clinic, '10:00')
  assert.is(await codeOf(clinic.site.appointments.book(visit)), 'time_not_bookable')
  assert.is(await codeOf(clinic.admin.appointments.book(visit)), 'time_not_bookable')
  await desk.sdk.appointments.book(visit)
})

test('a service that is not for booking online is held at the desk only', async () => {
  const clinic = await makeClinic(server)
  const desk = await memberOf(server, clinic, 'reception')
  await clinic.admin.services.update(clinic.serviceId, { online_bookable: false })
  const visit = visitAt(clinic, '10:00')
  assert.is(await codeOf(clinic.site.appointments.book(visit)), 'service_not_offered')
  await desk.sdk.appointments.book(visit)
})

test('a specialist who does not give the service cannot be held for it', async () => {
  const clinic = await makeClinic(server)
  const { id } = await clinic.admin.specialists.create({ first_name: 'Пётр' })
  const visit = { ...visitAt(clinic, '10:00'), specialist_id: id }
  assert.is(await codeOf(clinic.site.appointments.book(visit)), 'service_not_offered')
})

test('what is unknown, archived, or of another clinic is not there', async () => {
  const clinic = await makeClinic(server)
  const stranger = await makeClinic(server)
  const visit = visitAt(clinic, '10:00')
  const book = (change: object) => codeOf(clinic.site.appointments.book({ ...visit, ...change }))
  assert.is(await book({ location_id: 999_999 }), 'not_found')
  assert.is(await book({ service_id: stranger.serviceId }), 'not_found')
  assert.is(await book({ location_id: stranger.locationId }), 'not_found')
  assert.is(await book({ specialist_id: stranger.specialistIds[0] }), 'not_found')
  await clinic.admin.specialists.archive(clinic.specialistIds[0]!)
  assert.is(await book({}), 'service_not_offered')
  assert.is(await book({ specialist_id: clinic.specialistIds[0] }), 'not_found')
})

test('a visitor holds three times at most until one is confirmed or released', async () => {
  const clinic = await makeClinic(server)
  const { site, admin } = clinic
  const held = []
  for (const time of ['09:00', '10:00', '11:00'])
    held.push(await site.appointments.book(visitAt(clinic, time)))
  const error = await refusal(site.appointments.book(visitAt(clinic, '12:00')))
  assert.is(error.code, 'too_many_holds')
  assert.is(error.status, 429)
  assert.is(error.retryAfter, 120)
  await site.appointments.confirm({ hold: held[0]!.hold, client: guest() })
  await site.appointments.book(visitAt(clinic, '12:00'))
  assert.is(await codeOf(site.appointments.book(visitAt(clinic, '13:00'))), 'too_many_holds')
  await site.appointments.release({ hold: held[1]!.hold })
  await site.appointments.book(visitAt(clinic, '13:00'))
  const { sdk } = await clientOf(server, clinic)
  await sdk.appointments.book(visitAt(clinic, '14:00'))
  for (const time of ['15:00', '16:00', '17:00', '10:00'])
    await admin.appointments.book(visitAt(clinic, time))
})

test('asked again with its key, a hold is the same hold', async () => {
  const clinic = await makeClinic(server)
  const options = { idempotencyKey: 'one' }
  const first = await clinic.site.appointments.book(visitAt(clinic, '10:00'), options)
  const second = await clinic.site.appointments.book(visitAt(clinic, '10:00'), options)
  assert.equal(second, first)
  assert.is(
    await codeOf(clinic.site.appointments.book(visitAt(clinic, '11:00'), options)),
    'idempotency_mismatch',
  )
})

test.run()
