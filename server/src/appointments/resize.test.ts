import type { MoveRequest } from '@zapis/sdk/contract'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, guest, makeClinic, offeredTimes, visitAt, type Clinic } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { clientOf, memberOf } from '../test/people.ts'
import { codeOf, complaint } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
test.after(async () => {
  assert.equal(await violations(server.databaseUrl), [])
  await server.close()
})

async function resizableClinic(options = {}): Promise<Clinic> {
  const clinic = await makeClinic(server, options)
  await clinic.admin.services.update(clinic.serviceId, { resizable: true })
  return clinic
}

const rescheduler = (clinic: Clinic) => (id: number, wish: MoveRequest) =>
  clinic.admin.appointments.reschedule(id, wish)

test('the desk makes a visit longer: the time is taken, the price stays, and it keeps its length', async () => {
  const clinic = await resizableClinic({ specialists: 2, workplaces: 2 })
  const [own = 0, other = 0] = clinic.specialistIds
  const visit = await clinic.admin.appointments.create({
    ...visitAt(clinic, '10:00'),
    specialist_id: own,
    client: guest(),
  })
  await clinic.admin.appointments.acknowledge(visit.id)
  const desk = await memberOf(server, clinic, 'reception')
  const { starts_at } = visit
  const longer = await desk.sdk.appointments.reschedule(visit.id, { starts_at, duration_min: 105 })
  assert.is(longer.ends_at, clinic.at('11:45'))
  assert.equal(longer.total, visit.total)
  assert.ok(longer.acknowledged_at, 'who said that they are coming, comes at the same time')
  const free = await offeredTimes(clinic, { specialistId: own })
  assert.not(free.includes('11:30'))
  assert.ok(free.includes('12:00'))
  const moved = await desk.sdk.appointments.reschedule(visit.id, {
    starts_at: clinic.at('14:00'),
    specialist_id: other,
  })
  assert.is(moved.ends_at, clinic.at('15:45'))
  const shorter = await desk.sdk.appointments.reschedule(visit.id, {
    starts_at: clinic.at('14:00'),
    duration_min: 30,
  })
  assert.is(shorter.ends_at, clinic.at('14:30'))
  assert.equal(shorter.total, visit.total)
})

test('a length that would run into another visit or past the hours is refused, unless forced with a reason', async () => {
  const clinic = await resizableClinic()
  const visit = await bookAt(clinic, '10:00')
  await bookAt(clinic, '11:30')
  const last = await bookAt(clinic, '17:00')
  const reschedule = rescheduler(clinic)
  const to = (minutes: number) => ({ starts_at: visit.starts_at, duration_min: minutes })
  assert.is(await codeOf(reschedule(visit.id, to(120))), 'slot_unavailable')
  const late = reschedule(last.id, { starts_at: last.starts_at, duration_min: 90 })
  assert.is(await codeOf(late), 'time_not_bookable')
  assert.is((await reschedule(visit.id, to(90))).ends_at, clinic.at('11:30'))
  assert.is(await codeOf(reschedule(visit.id, { ...to(120), force: true })), 'reason_required')
  const forced = await reschedule(visit.id, { ...to(120), force: true, reason: 'Просил врач' })
  assert.is(forced.ends_at, clinic.at('12:00'))
  assert.ok(forced.overbooked)
})

test('why a length is not offered is explained, and a client who moves is offered times for it', async () => {
  const clinic = await resizableClinic()
  const anna = await clientOf(server, clinic)
  const { hold } = await anna.sdk.appointments.book(visitAt(clinic, '10:00'))
  const visit = await anna.sdk.appointments.confirm({ hold })
  await bookAt(clinic, '13:00')
  const asked = {
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    specialist_id: visit.specialist_id,
    from: clinic.day,
    to: clinic.day,
    appointment_id: visit.id,
  }
  const explained = await clinic.admin.availability.search({
    ...asked,
    duration_min: 210,
    explain: 1,
  })
  const at10 = explained.days[0]?.refused?.find(({ starts_at }) => starts_at === visit.starts_at)
  assert.equal(
    at10?.reasons.map(({ reason }) => reason),
    ['appointment'],
  )
  await clinic.admin.appointments.reschedule(visit.id, {
    starts_at: visit.starts_at,
    duration_min: 180,
  })
  const { days } = await anna.sdk.availability.search(asked)
  const starts = days[0]?.slots.map(({ starts_at }) => starts_at.slice(11, 16))
  assert.equal(starts, ['09:00', '09:30', '10:00', '14:00', '14:30', '15:00'])
  const moved = await anna.sdk.appointments.reschedule(visit.id, { starts_at: clinic.at('15:00') })
  assert.is(moved.ends_at, clinic.at('18:00'))
  assert.is(
    await complaint(anna.sdk.availability.search({ ...asked, duration_min: 30 })),
    'forbidden #duration_min not_allowed',
  )
  const { appointment_id, ...nobody } = asked
  assert.is(
    await complaint(clinic.admin.availability.search({ ...nobody, duration_min: 30 })),
    'invalid_request #appointment_id required',
  )
  assert.ok(appointment_id)
})

test('neither a service that does not allow it, nor a group session, nor anybody but the desk', async () => {
  const clinic = await makeClinic(server)
  const visit = await bookAt(clinic, '10:00')
  const to = (duration_min: number) => ({ starts_at: visit.starts_at, duration_min })
  const reschedule = rescheduler(clinic)
  const refused = 'service_not_resizable /duration_min not_allowed'
  assert.is(await complaint(reschedule(visit.id, to(90))), refused)
  assert.is(
    (await reschedule(visit.id, to(60))).version,
    visit.version,
    'as long as it is, is no change',
  )
  await clinic.admin.services.update(clinic.serviceId, { resizable: true })
  const own = await memberOf(server, clinic, 'specialist', visit.specialist_id)
  const forbidden = 'forbidden /duration_min not_allowed'
  assert.is(await complaint(own.sdk.appointments.reschedule(visit.id, to(90))), forbidden)
  const anna = await clientOf(server, clinic)
  const { hold } = await anna.sdk.appointments.book(visitAt(clinic, '14:00'))
  const hers = await anna.sdk.appointments.confirm({ hold })
  const longer = { starts_at: hers.starts_at, duration_min: 90 }
  assert.is(await complaint(anna.sdk.appointments.reschedule(hers.id, longer)), forbidden)
  const group = await resizableClinic({ capacity: 3 })
  const seat = await bookAt(group, '10:00')
  const wish = { starts_at: seat.starts_at, duration_min: 90 }
  assert.is(await complaint(group.admin.appointments.reschedule(seat.id, wish)), refused)
})

test('a length put back to the service’s own follows the service again', async () => {
  const clinic = await resizableClinic()
  const visit = await bookAt(clinic, '10:00')
  const reschedule = rescheduler(clinic)
  await reschedule(visit.id, { starts_at: visit.starts_at, duration_min: 90 })
  await reschedule(visit.id, { starts_at: visit.starts_at, duration_min: 60 })
  await clinic.admin.services.update(clinic.serviceId, { duration_min: 45 })
  const moved = await reschedule(visit.id, { starts_at: clinic.at('14:00') })
  assert.is(moved.ends_at, clinic.at('14:45'))
})

test.run()
