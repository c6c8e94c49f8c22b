import { createECDH, randomBytes } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, makeClinic } from '../test/clinic.ts'
import { clientOf } from '../test/people.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'
import { isPushService } from './channels/push-services.ts'

const server = await startServer()
test.after(() => server.close())
const clinic = await makeClinic(server)

const keys = () => ({
  p256dh: createECDH('prime256v1').generateKeys('base64url'),
  auth: randomBytes(16).toString('base64url'),
})
let count = 0
const draft = (endpoint = `https://fcm.googleapis.com/fcm/send/${++count}`) => ({
  endpoint,
  keys: keys(),
})

test('the key to subscribe with is the same for everybody, a point of P-256', async () => {
  const { public_key } = await clinic.site.pushKey.get()
  assert.is((await clinic.admin.pushKey.get()).public_key, public_key)
  assert.equal([Buffer.from(public_key, 'base64url').length, public_key.length], [65, 87])
})

test('the same browser again is the same subscription', async () => {
  const { sdk } = await clientOf(server, clinic)
  const browser = draft()
  const first = await sdk.me.addPushSubscription(browser)
  const again = await sdk.me.addPushSubscription(browser)
  assert.is(again.id, first.id)
  const { data } = await sdk.me.pushSubscriptions()
  assert.equal(
    data.map(({ endpoint, appointment_id }) => [endpoint, appointment_id]),
    [[browser.endpoint, null]],
  )
  await sdk.me.removePushSubscription(first.id)
  assert.equal((await sdk.me.pushSubscriptions()).data, [])
})

test('N5: a browser goes over to who has its secret; without it, it stays where it is', async () => {
  const [anna, maria] = [await clientOf(server, clinic), await clientOf(server, clinic)]
  const browser = draft()
  await anna.sdk.me.addPushSubscription(browser)
  const guessed = { ...draft(browser.endpoint) }
  assert.is(await codeOf(maria.sdk.me.addPushSubscription(guessed)), 'conflict')
  assert.is((await anna.sdk.me.pushSubscriptions()).data.length, 1)
  await maria.sdk.me.addPushSubscription(browser)
  assert.is((await anna.sdk.me.pushSubscriptions()).data.length, 0)
  assert.is((await maria.sdk.me.pushSubscriptions()).data.length, 1)
})

test('N5: of more than twenty browsers the longest unseen are forgotten', async () => {
  const { sdk } = await clientOf(server, clinic)
  const browsers = Array.from({ length: 23 }, () => draft())
  for (const browser of browsers) await sdk.me.addPushSubscription(browser)
  const kept = await sdk.me.pushSubscriptions().toArray()
  assert.equal(
    kept.map(({ endpoint }) => endpoint),
    browsers
      .slice(3)
      .map(({ endpoint }) => endpoint)
      .reverse(),
  )
})

test('N5: keys that nothing can be encrypted with are refused', async () => {
  const { sdk } = await clientOf(server, clinic)
  const good = draft()
  const offCurve = Buffer.from(good.keys.p256dh, 'base64url')
  offCurve[64] = (offCurve[64] ?? 0) ^ 1
  const wrong = [
    { ...good.keys, p256dh: offCurve.toString('base64url') },
    { ...good.keys, p256dh: `A${good.keys.p256dh.slice(1)}` },
    { ...good.keys, p256dh: good.keys.p256dh.slice(2) },
    { ...good.keys, auth: 'short' },
  ]
  for (const each of wrong)
    assert.is(await codeOf(sdk.me.addPushSubscription({ ...good, keys: each })), 'invalid_request')
})

test('N1: only known push services are written to', async () => {
  const right = [
    'https://fcm.googleapis.com/fcm/send/x',
    'https://updates.push.services.mozilla.com/wpush/v2/x',
    'https://web.push.apple.com/QGx',
    'https://wns2-par02p.notify.windows.com/w/?token=x',
  ]
  const wrong = [
    'http://fcm.googleapis.com/fcm/send/x',
    'https://fcm.googleapis.com:8443/fcm/send/x',
    'https://user:pass@fcm.googleapis.com/x',
    'https://fcm.googleapis.com.evil.example/x',
    'https://evil.example/fcm.googleapis.com',
    'https://evilpush.apple.com/x',
    'https://notify.windows.com.evil.example/x',
    'https://169.254.169.254/x',
    'https://[::1]/x',
    'https://localhost/x',
    'https://push.internal/x',
    'file:///etc/passwd',
    'not an address',
  ]
  for (const endpoint of right) assert.ok(isPushService(endpoint, []), endpoint)
  for (const endpoint of wrong) assert.not.ok(isPushService(endpoint, []), endpoint)
  const { sdk } = await clientOf(server, clinic)
  for (const endpoint of wrong)
    assert.is(await codeOf(sdk.me.addPushSubscription(draft(endpoint))), 'address_not_allowed')
})

test('a manage link subscribes a browser to its own visit, and no made-up code does', async () => {
  const visit = await bookAt(clinic, '10:00')
  const site = server.as()
  const { appointment_id } = await site.manage.addPushSubscription(visit.code, draft())
  assert.is(appointment_id, visit.id)
  assert.is(await codeOf(site.manage.addPushSubscription('A'.repeat(32), draft())), 'not_found')
})

test.run()
