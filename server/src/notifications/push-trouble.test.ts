import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { eventually } from '../outbox/test/app.ts'
import { vapidOf } from './channels/vapid.ts'
import { webPushChannel } from './channels/webpush.ts'
import { pauseAfter } from './deliver.ts'
import { notificationDuties } from './send.ts'
import { answerWith } from './test/push-service.ts'
import { openStage, signal } from './test/stage.ts'

const stage = await openStage()
test.after(stage.close)
const {
  server: { app },
  service,
  person,
  book,
  tell,
  keptOf,
} = stage

for (const status of [404, 410])
  test(`F29: ${status} forgets the subscription, at once and for good`, async () => {
    const anna = await person()
    anna.browser.answer = answerWith(status)
    const visit = await book(anna)
    await tell()
    assert.equal((await anna.sdk.me.pushSubscriptions()).data, [])
    await anna.sdk.appointments.cancel(visit.id, {})
    await tell()
    assert.is(anna.browser.received.length, 1)
    const [kept] = await keptOf(anna.browser)
    assert.equal([kept?.status, kept?.error], ['skipped', 'gone'])
  })

test('F29: 429 is obeyed, and what fails is tried again eight times', async () => {
  const anna = await person()
  anna.browser.answer = answerWith(429, { 'retry-after': '120' })
  await book(anna)
  await tell()
  const [limited] = await keptOf(anna.browser)
  assert.equal([limited?.status, limited?.error], ['pending', 'http_429'])
  assert.ok(Math.abs(limited!.pause - 120) <= 2, String(limited?.pause))
  anna.browser.answer = answerWith(500)
  for (let attempt = 2; attempt <= 8; attempt++) {
    await stage.due()
    await tell()
  }
  const [kept] = await keptOf(anna.browser)
  assert.equal([kept?.status, kept?.attempts, kept?.error], ['failed', 8, 'http_500'])
  await stage.due()
  await tell()
  assert.is(anna.browser.received.length, 8)
})

test('the pauses grow, up to half as long again', () => {
  assert.equal(
    [1, 2, 3, 7].map((attempts) => [pauseAfter(attempts, 0), pauseAfter(attempts, 1)]),
    [
      [5, 8],
      [10, 15],
      [20, 30],
      [320, 480],
    ],
  )
})

test('a redirect is not followed', async () => {
  const anna = await person()
  const other = service.subscribe()
  anna.browser.answer = answerWith(307, { location: other.draft.endpoint })
  await book(anna)
  await tell()
  assert.is(other.received.length, 0)
  assert.is((await keptOf(anna.browser))[0]?.status, 'failed')
})

test('one that does not answer delays nobody, and its message is tried again', async () => {
  const slow = await person()
  slow.browser.answer = () => undefined
  await book(slow)
  await stage.make()
  const patient = webPushChannel({
    vapid: vapidOf(app),
    services: [service.origin],
    deadlineMs: 600_000,
  })
  const [duty] = notificationDuties(app, { channels: [patient] })
  assert.ok(duty)
  await duty.turn(signal)
  await eventually(() => slow.browser.received.length === 1 || undefined)
  const quick = await person()
  await book(quick)
  await stage.make()
  await duty.turn(signal)
  await eventually(() => quick.browser.received.length === 1 || undefined)
  await duty.stop()
  assert.equal(
    (await keptOf(slow.browser)).map(({ status, error }) => [status, error]),
    [['pending', 'interrupted']],
  )
})

test('an answer that never ends is cut off by the deadline', async () => {
  const anna = await person()
  anna.browser.answer = () => undefined
  await book(anna)
  const vapid = vapidOf(app)
  const hasty = webPushChannel({ vapid, services: [service.origin], deadlineMs: 200 })
  await tell({ channels: [hasty] })
  assert.equal(
    (await keptOf(anna.browser)).map(({ status, error }) => [status, error]),
    [['pending', 'timeout']],
  )
})

test('what a killed process was sending is sent by another when the lease has ended', async () => {
  const anna = await person()
  await book(anna)
  await stage.make()
  const channel = webPushChannel({ vapid: vapidOf(app), services: [service.origin] })
  const never = { ...channel, send: () => new Promise<never>(() => undefined) }
  await notificationDuties(app, { channels: [never], leaseSeconds: 1 })[0]?.turn(signal)
  await eventually(async () => {
    await tell()
    return anna.browser.received.length > 0 || undefined
  })
  assert.equal(
    (await keptOf(anna.browser)).map(({ status, attempts }) => [status, attempts]),
    [['sent', 2]],
  )
})

test.run()
