import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, makeClinic, offeredTimes } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { codeOf, complaint } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
const anyone = server.as()
test.after(async () => {
  assert.equal(await violations(server.databaseUrl), [])
  await server.close()
})

test('who bears the link sees what they need of the visit, and nothing of its client', async () => {
  const clinic = await makeClinic(server)
  await clinic.admin.services.update(clinic.serviceId, {
    preparation: 'Не ешьте за час',
    translations: { en: { name: 'Massage' } },
  })
  const client = { first_name: 'Тайна', last_name: 'Секретова', phone: '+79165557788' }
  const visit = await bookAt(clinic, '10:00', client)
  const seen = await anyone.manage.get(visit.code)
  assert.is(seen.status, 'confirmed')
  assert.is(seen.service.name, 'Массаж')
  assert.is(seen.service.preparation, 'Не ешьте за час')
  assert.is(seen.specialist.name, 'Анна 1')
  assert.is(seen.location.time_zone, 'Europe/Moscow')
  assert.is(seen.starts_at, visit.starts_at)
  assert.is(seen.can_cancel && seen.can_reschedule, true)
  assert.not.match(JSON.stringify(seen), /Тайна|Секретова|79165557788/)
  const english = await anyone.manage.get(visit.code, { headers: { 'accept-language': 'en' } })
  assert.is(english.service.name, 'Massage')
})

test('a code that opens nothing is not found, whatever it looks like', async () => {
  const clinic = await makeClinic(server)
  const { code } = await bookAt(clinic, '10:00')
  const turned = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')
  const wrongs = [
    turned,
    code.toLowerCase(),
    `${code} `,
    "' or 1=1 --",
    'x'.repeat(500),
    '\0'.repeat(30),
  ]
  for (const wrong of wrongs)
    for (const path of ['', '/calendar.ics', `/availability?from=${clinic.day}&to=${clinic.day}`]) {
      const { status } = await server.http('GET', `/v1/manage/${encodeURIComponent(wrong)}${path}`)
      assert.is(status, 404, `${wrong}${path}`)
    }
  assert.is(await codeOf(anyone.manage.cancel(turned)), 'not_found')
  const move = anyone.manage.reschedule(turned, { starts_at: clinic.at('12:00') })
  assert.is(await codeOf(move), 'not_found')
})

test('the times to move to count the visit’s own as free', async () => {
  const clinic = await makeClinic(server)
  const { code } = await bookAt(clinic, '10:00')
  await bookAt(clinic, '14:00')
  const { days, time_zone } = await anyone.manage.availability(code, {
    from: clinic.day,
    to: clinic.day,
  })
  assert.is(time_zone, 'Europe/Moscow')
  const times = days[0]!.slots.map(({ starts_at }) => starts_at.slice(11, 16))
  for (const time of ['09:30', '10:00', '10:30']) assert.ok(times.includes(time), time)
  assert.not(times.includes('14:00'))
  assert.not((await offeredTimes(clinic)).includes('10:00'))
})

test('by the link a visit is moved, then cancelled, each as often as it is asked', async () => {
  const clinic = await makeClinic(server)
  const { code, id } = await bookAt(clinic, '10:00')
  const wish = { starts_at: clinic.at('15:30') }
  const moved = await anyone.manage.reschedule(code, wish)
  assert.is(moved.starts_at, wish.starts_at)
  assert.equal(await anyone.manage.reschedule(code, wish), moved)
  assert.is((await clinic.admin.appointments.get(id)).starts_at, wish.starts_at)
  const cancelled = await clinic.site.manage.cancel(code, { reason: 'Уехала' })
  assert.is(cancelled.status, 'cancelled')
  assert.is(cancelled.can_cancel || cancelled.can_reschedule, false)
  assert.equal(await anyone.manage.cancel(code), cancelled)
  assert.is(await codeOf(anyone.manage.reschedule(code, wish)), 'invalid_transition')
  assert.ok((await offeredTimes(clinic)).includes('15:30'))
  assert.is((await clinic.admin.appointments.get(id)).cancel_reason, 'Уехала')
})

test('where a late cancellation costs a fee, the link says what it costs and lets it', async () => {
  const clinic = await makeClinic(server)
  const { code, id } = await bookAt(clinic, '10:00')
  const policies = {
    cancel_before_min: 525_600,
    late_cancel: 'fee',
    late_cancel_fee_percent: 40,
  } as const
  await clinic.admin.organization.update({ policies })
  const seen = await anyone.manage.get(code)
  assert.is(seen.can_cancel, true)
  assert.is(seen.cancel_keeps_visit, false)
  // Nothing has been paid, so there is nothing to keep.
  assert.is(seen.cancel_fee.amount, 0)
  assert.is(seen.payment_url, null)
  await anyone.manage.cancel(code)
  assert.is((await clinic.admin.appointments.get(id)).status, 'cancelled')
})

test('a visit that waits for a card payment has its link to pay', async () => {
  const clinic = await makeClinic(server)
  const { hold } = await clinic.site.appointments.book({
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    starts_at: clinic.at('10:00'),
  })
  const { code, payment_url } = await clinic.site.appointments.confirm({
    hold,
    client: { first_name: 'Анна', phone: '+79001112233' },
    payment: { method: 'card' },
  })
  const seen = await anyone.manage.get(code)
  assert.is(seen.status, 'pending')
  assert.ok(payment_url)
  assert.is(seen.payment_url, payment_url)
})

test('the bearer of a link is bound by the clinic’s terms, and is told so beforehand', async () => {
  const clinic = await makeClinic(server)
  const { code } = await bookAt(clinic, '10:00')
  const policies = { cancel_before_min: 525_600, reschedule_before_min: 0 }
  await clinic.admin.organization.update({ policies })
  const seen = await anyone.manage.get(code)
  assert.is(seen.can_cancel, false)
  assert.is(seen.can_reschedule, true)
  assert.is(await codeOf(anyone.manage.cancel(code)), 'outside_cancellation_window')
  await anyone.manage.reschedule(code, { starts_at: clinic.at('12:00') })
  assert.is(
    await codeOf(anyone.manage.reschedule(code, { starts_at: clinic.at('07:00') })),
    'time_not_bookable',
  )
})

test('the bearer of a link cannot force: the fields are not even there', async () => {
  const clinic = await makeClinic(server)
  const { code } = await bookAt(clinic, '10:00')
  await bookAt(clinic, '12:00')
  const forced = { starts_at: clinic.at('12:00'), force: true, reason: 'Надо' }
  assert.is(
    await complaint(anyone.manage.reschedule(code, forced)),
    'invalid_request /force unknown_field /reason unknown_field',
  )
  const plain = anyone.manage.reschedule(code, { starts_at: clinic.at('12:00') })
  assert.is(await codeOf(plain), 'slot_unavailable')
})

test('a change by the link that is meant for an older state is refused', async () => {
  const clinic = await makeClinic(server)
  const { code, id, version } = await bookAt(clinic, '10:00')
  await clinic.admin.appointments.reschedule(id, { starts_at: clinic.at('12:00') })
  const stale = anyone.manage.cancel(code, {}, { ifMatch: version })
  assert.is(await codeOf(stale), 'version_conflict')
  await anyone.manage.cancel(code, {}, { ifMatch: version + 1 })
})

test.run()
