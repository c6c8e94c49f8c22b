import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt } from '../test/clinic.ts'
import { openStage, shown, titles } from './test/stage.ts'

const stage = await openStage()
test.after(stage.close)
const { server, clinic, service, person, book, tell, keptOf } = stage

test('a client with a browser is told of the booking, of the move and of the cancelling', async () => {
  const anna = await person()
  const visit = await book(anna, '09:00')
  await tell()
  const moved = await anna.sdk.appointments.reschedule(visit.id, {
    starts_at: clinic.at('16:00'),
  })
  await tell()
  await anna.sdk.appointments.cancel(moved.id, {})
  await tell()
  assert.equal(titles(anna.browser), [
    'Запись подтверждена',
    'Запись перенесена',
    'Запись отменена',
  ])
  const [first] = shown(anna.browser)
  assert.is(first?.web_push, 8030)
  assert.is(first?.notification.navigate, `https://zapis.example/manage/${visit.code}`)
  assert.match(first?.notification.body ?? '', /09:00\nул. Арбат, 10$/)
  assert.is(new Set(shown(anna.browser).map(({ notification }) => notification.tag)).size, 1)
  const kept = await keptOf(anna.browser)
  assert.equal(
    kept.map(({ status, attempts }) => [status, attempts]),
    Array<[string, number]>(3).fill(['sent', 1]),
  )
})

test('a locked phone shows neither the service nor the specialist, nor anything of the client', async () => {
  const anna = await person()
  await book(anna)
  await tell()
  const [delivery] = anna.browser.received
  for (const word of ['Массаж', 'Анна', 'Гость', '+7916']) assert.not.match(delivery!.text, word)
})

test('the message is kept until the visit, and an undelivered one is replaced by the next', async () => {
  const anna = await person()
  const visit = await book(anna)
  await tell()
  const { headers } = anna.browser.received[0]!
  const left = (Date.parse(visit.starts_at) - Date.now()) / 1000
  assert.ok(Math.abs(Number(headers['ttl']) - left) < 60, String(left))
  assert.is(headers['topic'], `o${clinic.organizationId}v${visit.id}`)
  assert.is(headers['urgency'], 'normal')
  assert.is(headers['content-encoding'], 'aes128gcm')
})

test('the language is the client’s', async () => {
  const anna = await person()
  await anna.sdk.me.update({ locale: 'en' })
  await book(anna)
  await tell()
  assert.equal(titles(anna.browser), ['Booking confirmed'])
  assert.is(shown(anna.browser)[0]?.notification.lang, 'en')
})

test('an event that is relayed twice is told once', async () => {
  const anna = await person()
  const { id } = await book(anna)
  await tell()
  await stage.owner.query(
    `update events set published_at = null, lease = null, lease_until = null where subject_id = $1 and subject_kind = 'appointment'`,
    [id],
  )
  await tell()
  assert.is(anna.browser.received.length, 1)
})

test('who is told nothing in time is not told what is no longer so', async () => {
  const anna = await person()
  const visit = await book(anna)
  await anna.sdk.appointments.reschedule(visit.id, { starts_at: clinic.at('17:00') })
  await anna.sdk.appointments.cancel(visit.id, {})
  await tell()
  assert.equal(titles(anna.browser), ['Запись отменена'])
  const kept = await keptOf(anna.browser)
  assert.equal(
    kept.map(({ status, error }) => [status, error]),
    [
      ['skipped', 'outdated'],
      ['skipped', 'outdated'],
      ['sent', null],
    ],
  )
})

test('the bearer of a manage link is told of that visit alone', async () => {
  const guest = { first_name: 'Гость', phone: '+79167770001' }
  const first = await bookAt(clinic, stage.nextTime(), guest)
  const browser = service.subscribe()
  const site = server.as(clinic.publishable)
  const { appointment_id } = await site.manage.addPushSubscription(first.code, browser.draft)
  assert.is(appointment_id, first.id)
  const second = await bookAt(clinic, stage.nextTime(), guest)
  await tell()
  await site.manage.cancel(first.code, {})
  await site.manage.cancel(second.code, {})
  await tell()
  const navigate = `https://zapis.example/manage/${first.code}`
  assert.equal(
    shown(browser).map(({ notification }) => [notification.title, notification.navigate]),
    [
      ['Запись подтверждена', navigate],
      ['Запись отменена', navigate],
    ],
  )
  assert.is((await keptOf(browser)).length, 2)
})

test('one browser that has both the link and the account is told once', async () => {
  const anna = await person()
  const visit = await book(anna)
  await server.as().manage.addPushSubscription(visit.code, anna.browser.draft)
  await tell()
  assert.is(anna.browser.received.length, 1)
})

test('a visit that waits for approval is told of when it is approved', async () => {
  const anna = await person()
  await clinic.admin.services.update(clinic.serviceId, { policies: { approval: true } })
  const visit = await book(anna)
  assert.is(visit.status, 'pending')
  await tell()
  assert.is(anna.browser.received.length, 0)
  await server.as(clinic.owner).appointments.approve(visit.id)
  await clinic.admin.services.update(clinic.serviceId, { policies: { approval: false } })
  await tell()
  assert.equal(titles(anna.browser), ['Запись подтверждена'])
})

test.run()
