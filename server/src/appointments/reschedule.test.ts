import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SlotUnavailableError } from '@zapis/sdk'
import { bookAt, guest, makeClinic, offeredTimes, visitAt, type Clinic } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { clientOf, memberOf } from '../test/people.ts'
import { codeOf, complaint, refusal } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
test.after(async () => {
  assert.equal(await violations(server.databaseUrl), [])
  await server.close()
})

async function clientWithVisit(clinic: Clinic, time = '10:00') {
  const anna = await clientOf(server, clinic)
  const { hold } = await anna.sdk.appointments.book(visitAt(clinic, time))
  return { anna, visit: await anna.sdk.appointments.confirm({ hold }) }
}

test('a moved visit is the same visit at another time: the old one is free, the new one taken', async () => {
  const clinic = await makeClinic(server)
  const { anna, visit } = await clientWithVisit(clinic)
  const moved = await anna.sdk.appointments.reschedule(visit.id, { starts_at: clinic.at('14:00') })
  const { starts_at, ends_at, version, updated_at, ...same } = moved
  assert.is(starts_at, clinic.at('14:00'))
  assert.is(ends_at, clinic.at('15:00'))
  assert.is(version, visit.version + 1)
  assert.ok(updated_at >= visit.updated_at)
  assert.equal({ ...visit, ...same }, visit)
  const offered = await offeredTimes(clinic)
  assert.ok(offered.includes('10:00'))
  assert.not(offered.includes('14:00'))
})

test('its own time is no obstacle to a visit', async () => {
  const clinic = await makeClinic(server, { durationMin: 90 })
  const { anna, visit } = await clientWithVisit(clinic)
  for (const time of ['10:30', '11:30', '10:00']) {
    const moved = await anna.sdk.appointments.reschedule(visit.id, { starts_at: clinic.at(time) })
    assert.is(moved.starts_at, clinic.at(time))
  }
})

test('moved again to where it is, is the same answer and no new version', async () => {
  const clinic = await makeClinic(server)
  const { anna, visit } = await clientWithVisit(clinic)
  const wish = { starts_at: clinic.at('14:00') }
  const moved = await anna.sdk.appointments.reschedule(visit.id, wish)
  assert.equal(await anna.sdk.appointments.reschedule(visit.id, wish), moved)
})

test('to a time that is taken or held by another it does not move, and others are told', async () => {
  const clinic = await makeClinic(server)
  const { anna, visit } = await clientWithVisit(clinic)
  await bookAt(clinic, '12:00')
  await clinic.site.appointments.book(visitAt(clinic, '15:00'))
  for (const time of ['12:00', '12:30', '15:00']) {
    const wish = { starts_at: clinic.at(time) }
    const error = await refusal(anna.sdk.appointments.reschedule(visit.id, wish))
    assert.instance(error, SlotUnavailableError, time)
  }
  assert.equal(await anna.sdk.appointments.get(visit.id), visit)
})

test('to a time that cannot be, it does not move either', async () => {
  const clinic = await makeClinic(server)
  const { anna, visit } = await clientWithVisit(clinic)
  const move = (starts_at: string) =>
    codeOf(anna.sdk.appointments.reschedule(visit.id, { starts_at }))
  assert.is(await move(clinic.at('07:00')), 'time_not_bookable')
  assert.is(await move(clinic.at('12:10')), 'time_not_bookable')
  assert.is(await move('2020-01-06T12:00:00+03:00'), 'time_not_bookable')
})

test('a visit moves to another specialist, with or without another time', async () => {
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
  const { anna, visit } = await clientWithVisit(clinic)
  const other = clinic.specialistIds.find((id) => id !== visit.specialist_id)!
  const moved = await anna.sdk.appointments.reschedule(visit.id, {
    starts_at: visit.starts_at,
    specialist_id: other,
  })
  assert.is(moved.specialist_id, other)
  assert.is(moved.starts_at, visit.starts_at)
  assert.ok((await offeredTimes(clinic, { specialistId: visit.specialist_id })).includes('10:00'))
  assert.not((await offeredTimes(clinic, { specialistId: other })).includes('10:00'))
})

test('the price stays what it was when the visit was booked', async () => {
  const clinic = await makeClinic(server)
  const { anna, visit } = await clientWithVisit(clinic)
  await clinic.admin.services.update(clinic.serviceId, { price: 999_900 })
  const moved = await anna.sdk.appointments.reschedule(visit.id, { starts_at: clinic.at('14:00') })
  assert.equal(moved.total, visit.total)
})

test('the term for moving is the term for cancelling unless the clinic says otherwise', async () => {
  const clinic = await makeClinic(server)
  const { anna, visit } = await clientWithVisit(clinic)
  const minutesLeft = Math.floor((Date.parse(visit.starts_at) - Date.now()) / 60_000)
  const wish = { starts_at: clinic.at('14:00') }
  const policies = { cancel_before_min: minutesLeft + 2 }
  await clinic.admin.organization.update({ policies })
  const refused = anna.sdk.appointments.reschedule(visit.id, wish)
  assert.is(await codeOf(refused), 'outside_cancellation_window')
  await clinic.admin.organization.update({ policies: { ...policies, reschedule_before_min: 0 } })
  const moved = await anna.sdk.appointments.reschedule(visit.id, wish)
  assert.is(moved.starts_at, wish.starts_at)
  await clinic.admin.organization.update({ policies })
  await clinic.admin.appointments.reschedule(visit.id, { starts_at: clinic.at('16:00') })
})

test('a client forces nothing; the desk does, for a reason that is kept', async () => {
  const clinic = await makeClinic(server)
  const { anna, visit } = await clientWithVisit(clinic)
  await bookAt(clinic, '12:00')
  const desk = await memberOf(server, clinic, 'reception')
  const wish = { starts_at: clinic.at('12:00'), force: true }
  assert.is(
    await complaint(anna.sdk.appointments.reschedule(visit.id, { ...wish, reason: 'Очень надо' })),
    'forbidden /force not_allowed',
  )
  assert.is(
    await complaint(desk.sdk.appointments.reschedule(visit.id, wish)),
    'reason_required /reason required',
  )
  const moved = await desk.sdk.appointments.reschedule(visit.id, { ...wish, reason: 'Просил врач' })
  assert.is(moved.overbooked, true)
  assert.is(moved.starts_at, clinic.at('12:00'))
  const back = await desk.sdk.appointments.reschedule(visit.id, { starts_at: clinic.at('15:00') })
  assert.is(back.overbooked, false)
})

test('what is over is not moved, not even to where it stood', async () => {
  const clinic = await makeClinic(server)
  const { anna, visit } = await clientWithVisit(clinic)
  await anna.sdk.appointments.cancel(visit.id)
  for (const time of ['10:00', '14:00'])
    assert.is(
      await codeOf(anna.sdk.appointments.reschedule(visit.id, { starts_at: clinic.at(time) })),
      'invalid_transition',
    )
})

test('a move meant for an older state of the visit is refused', async () => {
  const clinic = await makeClinic(server)
  const { anna, visit } = await clientWithVisit(clinic)
  await clinic.admin.appointments.update(visit.id, { note: 'Позвонить' })
  const move = (ifMatch: number) =>
    anna.sdk.appointments.reschedule(visit.id, { starts_at: clinic.at('14:00') }, { ifMatch })
  assert.is(await codeOf(move(visit.version)), 'version_conflict')
  assert.is((await move(visit.version + 1)).starts_at, clinic.at('14:00'))
})

test('a specialist moves visits within their own calendar only', async () => {
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
  const [own = 0, colleague = 0] = clinic.specialistIds
  const anna = await memberOf(server, clinic, 'specialist', own)
  const book = async (specialist_id: number, time: string) =>
    clinic.admin.appointments.create({ ...visitAt(clinic, time), specialist_id, client: guest() })
  const mine = await book(own, '10:00')
  const theirs = await book(colleague, '10:00')
  const move = (id: number, wish: { specialist_id?: number; time: string }) =>
    anna.sdk.appointments.reschedule(id, {
      starts_at: clinic.at(wish.time),
      ...(wish.specialist_id === undefined ? {} : { specialist_id: wish.specialist_id }),
    })
  assert.is((await move(mine.id, { time: '12:00' })).starts_at, clinic.at('12:00'))
  assert.is(await codeOf(move(theirs.id, { time: '14:00' })), 'not_found')
  assert.is(await codeOf(move(mine.id, { time: '14:00', specialist_id: colleague })), 'not_found')
})

test.run()
