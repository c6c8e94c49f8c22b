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

test.before(async () => {
  server = await startServer()
  other = await makeClinic(server)
})

test.before.each(async () => {
  clinic = await makeClinic(server, { specialists: 2 })
})

test.after(() => server.close())

/** Signed in as the specialist. */
async function specialist(specialist_id: number): Promise<BookingClient> {
  const email = `s${specialist_id}@clinic.test`
  const password = 'a long password'
  await clinic.admin.staff.create({ email, password, role: 'specialist', specialist_id })
  const { access_token } = await clinic.site.auth.staff({ email, password })
  return server.as(access_token)
}

const visit = (from: string, to: string, more = {}) =>
  addVisit(server, clinic, { starts_at: clinic.at(from), ends_at: clinic.at(to), ...more })

const everyDay = (opens: string, closes: string) =>
  [1, 2, 3, 4, 5, 6, 7].map((day_of_week) => ({ day_of_week, opens, closes }))

function worked(starts: string, ends: string, location_id = clinic.locationId) {
  return [1, 2, 3, 4, 5, 6, 7].map((day_of_week) => ({ location_id, day_of_week, starts, ends }))
}

test('a week of opening hours is put whole, in any order, and read in the order of the days', async () => {
  const nothing = { valid_from: null, valid_to: null }
  const { week, outside } = await clinic.admin.locationSchedule.put(clinic.locationId, {
    week: [
      { day_of_week: 5, opens: '20:00', closes: '24:00' },
      { day_of_week: 1, opens: '14:00', closes: '18:00', valid_from: '2027-01-01' },
      { day_of_week: 1, opens: '09:00', closes: '13:00', valid_to: '2027-12-31' },
    ],
  })
  assert.equal(outside, [])
  assert.equal(week, [
    { day_of_week: 1, opens: '09:00', closes: '13:00', ...nothing, valid_to: '2027-12-31' },
    { day_of_week: 1, opens: '14:00', closes: '18:00', ...nothing, valid_from: '2027-01-01' },
    { day_of_week: 5, opens: '20:00', closes: '24:00', ...nothing },
  ])
  assert.equal(await clinic.site.locationSchedule.get(clinic.locationId), { week })
  await clinic.admin.locationSchedule.put(clinic.locationId, { week: [] })
  assert.equal(await clinic.site.locationSchedule.get(clinic.locationId), { week: [] })
})

test('new opening hours name the coming appointments that they leave outside, and only those', async () => {
  const early = await visit('09:00', '10:00')
  await visit('10:00', '11:00')
  const late = await visit('16:30', '17:30', {
    specialistId: clinic.specialistIds[1],
    status: 'pending',
  })
  await visit('17:00', '18:00', { status: 'cancelled' })
  const past = { starts_at: '2026-01-12T09:00:00+03:00', ends_at: '2026-01-12T10:00:00+03:00' }
  await addVisit(server, clinic, past)
  const { outside = [] } = await clinic.admin.locationSchedule.put(clinic.locationId, {
    week: everyDay('10:00', '17:00'),
  })
  assert.equal(outside, [
    {
      id: early,
      starts_at: `${clinic.day}T09:00:00+03:00`,
      ends_at: `${clinic.day}T10:00:00+03:00`,
      specialist_id: clinic.specialistIds[0],
      location_id: clinic.locationId,
    },
    {
      id: late,
      starts_at: `${clinic.day}T16:30:00+03:00`,
      ends_at: `${clinic.day}T17:30:00+03:00`,
      specialist_id: clinic.specialistIds[1],
      location_id: clinic.locationId,
    },
  ])
})

test('hours that are only tried name what they would leave outside, and change nothing', async () => {
  const early = await visit('09:00', '10:00')
  const [id = 0] = clinic.specialistIds
  const hours = await clinic.admin.locationSchedule.get(clinic.locationId)
  const tried = await clinic.admin.locationSchedule.put(clinic.locationId, {
    week: everyDay('10:00', '18:00'),
    dry_run: true,
  })
  assert.equal(
    tried.outside?.map((each) => each.id),
    [early],
  )
  assert.equal(await clinic.admin.locationSchedule.get(clinic.locationId), hours)
  const work = await clinic.admin.specialistSchedule.get(id)
  const off = { date: clinic.day, kind: 'off' as const }
  const away = await clinic.admin.specialistSchedule.put(id, {
    week: work.week,
    exceptions: [off],
    dry_run: true,
  })
  assert.equal(
    away.outside?.map((each) => each.id),
    [early],
  )
  assert.equal(await clinic.admin.specialistSchedule.get(id), work)
  const kept = await clinic.admin.specialistSchedule.put(id, { week: work.week, dry_run: true })
  assert.equal(kept.outside, [])
})

test('opening hours that overlap are refused, naming which, and the old ones stay', async () => {
  const before = await clinic.admin.locationSchedule.get(clinic.locationId)
  const monday = { day_of_week: 1, opens: '09:00', closes: '13:00' }
  const put = (week: (typeof monday)[]) =>
    refusal(clinic.admin.locationSchedule.put(clinic.locationId, { week }))
  assert.is(
    await put([monday, { ...monday, opens: '12:00', closes: '18:00' }]),
    'schedule_overlap /week/1',
  )
  assert.is(await put([{ ...monday, closes: '09:00' }]), 'invalid_data /week/0/closes')
  assert.is(await put([{ ...monday, closes: '25:00' }]), 'invalid_request /week/0/closes')
  assert.is(await put([{ ...monday, day_of_week: 8 }]), 'invalid_request /week/0/day_of_week')
  assert.equal(await clinic.admin.locationSchedule.get(clinic.locationId), before)
})

test('hours of another organization, or of an archived location, are not shown', async () => {
  const { locationSchedule, specialistSchedule } = clinic.admin
  assert.is(await refusal(locationSchedule.get(other.locationId)), 'not_found')
  assert.is(await refusal(locationSchedule.put(other.locationId, { week: [] })), 'not_found')
  const theirs = other.specialistIds[0] ?? 0
  assert.is(await refusal(specialistSchedule.get(theirs)), 'not_found')
  assert.is(await refusal(specialistSchedule.put(theirs, { week: [] })), 'not_found')
  await clinic.admin.locations.archive(clinic.locationId)
  assert.is(await refusal(clinic.site.locationSchedule.get(clinic.locationId)), 'not_found')
  assert.is((await locationSchedule.get(clinic.locationId)).week.length, 7)
})

test('a specialist’s week is put whole; exceptions left out stay as they were', async () => {
  const [anna = 0] = clinic.specialistIds
  const { locationId, day } = clinic
  const shift = {
    date: day,
    kind: 'shift',
    location_id: locationId,
    starts: '19:00',
    ends: '21:00',
    reason: 'Замена',
  } as const
  const off = {
    date: addDays(day, 1),
    kind: 'off',
    location_id: null,
    starts: null,
    ends: null,
    reason: '',
  } as const
  const { specialistSchedule } = clinic.admin
  const first = await specialistSchedule.put(anna, {
    week: worked('09:00', '18:00'),
    exceptions: [{ date: off.date, kind: 'off' }, shift],
  })
  assert.equal(first.exceptions, [shift, off])
  const second = await specialistSchedule.put(anna, { week: [] })
  assert.equal([second.week, second.exceptions], [[], [shift, off]])
  const third = await specialistSchedule.put(anna, { week: [], exceptions: [] })
  assert.equal(third.exceptions, [])
})

test('new working hours and absences name the specialist’s own appointments outside them', async () => {
  const [anna = 0, vera = 0] = clinic.specialistIds
  const tomorrow = addDays(clinic.day, 1)
  const morning = await visit('09:00', '10:00')
  await visit('09:00', '10:00', { specialistId: vera })
  const noon = await visit('12:00', '13:00')
  const next = await addVisit(server, clinic, {
    starts_at: clinic.at('12:00', tomorrow),
    ends_at: clinic.at('13:00', tomorrow),
  })
  const put = async (starts: string, exceptions: { date: string; kind: 'off' }[]) => {
    const week = worked(starts, '18:00')
    const { outside = [] } = await clinic.admin.specialistSchedule.put(anna, { week, exceptions })
    return outside.map(({ id }) => id)
  }
  assert.equal(await put('09:00', []), [])
  assert.equal(await put('10:00', []), [morning])
  assert.equal(await put('10:00', [{ date: tomorrow, kind: 'off' }]), [morning, next])
  assert.equal(await put('12:30', [{ date: clinic.day, kind: 'off' }]), [morning, noon, next])
})

test('an appointment at a location where the specialist works no more is outside', async () => {
  const [anna = 0] = clinic.specialistIds
  const branch = await clinic.admin.locations.create({ name: 'Филиал', time_zone: 'Asia/Tomsk' })
  await clinic.admin.locationSchedule.put(branch.id, { week: everyDay('00:00', '24:00') })
  const id = await visit('09:00', '10:00')
  const { outside } = await clinic.admin.specialistSchedule.put(anna, {
    week: worked('00:00', '24:00', branch.id),
  })
  assert.equal(
    outside?.map((each) => each.id),
    [id],
  )
})

test('nobody works in two places at one time', async () => {
  const [anna = 0] = clinic.specialistIds
  const branch = await clinic.admin.locations.create({ name: 'Филиал', time_zone: 'Asia/Tomsk' })
  const week = [
    ...worked('09:00', '13:00').slice(0, 1),
    ...worked('12:00', '18:00', branch.id).slice(0, 1),
  ]
  const put = clinic.admin.specialistSchedule.put(anna, { week })
  assert.is(await refusal(put), 'schedule_overlap /week/1')
})

test('working hours and exceptions are of locations that are here', async () => {
  const [anna = 0] = clinic.specialistIds
  const put = clinic.admin.specialistSchedule.put(anna, {
    week: [...worked('09:00', '10:00'), ...worked('11:00', '12:00', other.locationId).slice(0, 1)],
    exceptions: [
      { date: clinic.day, kind: 'shift', location_id: 999_999, starts: '19:00', ends: '20:00' },
    ],
  })
  assert.is(await refusal(put), 'unknown_reference /week/7/location_id /exceptions/0/location_id')
  const half = clinic.admin.specialistSchedule.put(anna, {
    week: [],
    exceptions: [{ date: clinic.day, kind: 'shift', starts: '19:00' }],
  })
  assert.is(await refusal(half), 'invalid_data /exceptions/0/location_id /exceptions/0/ends')
})

test('a specialist reads every schedule and changes only their own', async () => {
  const [anna = 0, vera = 0] = clinic.specialistIds
  const sdk = await specialist(anna)
  assert.is((await sdk.specialistSchedule.get(vera)).week.length, 7)
  const changed = await sdk.specialistSchedule.put(anna, { week: worked('10:00', '16:00') })
  assert.is(changed.week[0]?.starts, '10:00')
  assert.is(await refusal(sdk.specialistSchedule.put(vera, { week: [] })), 'not_found')
  const put = sdk.locationSchedule.put(clinic.locationId, { week: [] })
  assert.is(await refusal(put), 'forbidden')
  assert.is(await refusal(clinic.site.specialistSchedule.get(anna)), 'forbidden')
})

test('the audit log has the week before and after', async () => {
  await clinic.admin.locationSchedule.put(clinic.locationId, { week: everyDay('10:00', '17:00') })
  const { data } = await clinic.admin.auditLog.list({ subject: `location:${clinic.locationId}` })
  const [line] = data.filter(({ action }) => action === 'locationSchedule.put')
  const opening = (side: Record<string, unknown> | null | undefined) =>
    JSON.stringify(side).includes('"opens":"10:00"')
  assert.equal([opening(line?.before), opening(line?.after)], [false, true])
})

test.run()
