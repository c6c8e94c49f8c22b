import { Webhook } from 'standardwebhooks'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { rejection } from './test/stand-in.ts'
import { SignatureVerificationError, verify, type SignatureFailure } from './webhooks.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const other = 'whsec_' + Buffer.alloc(32, 7).toString('base64')
const body = JSON.stringify({
  id: 1,
  type: 'appointment.booked',
  created_at: '2027-01-11T10:00:00Z',
  data: { object: { id: 7, note: 'ё' } },
})

function signed(secondsAgo = 0, by = secret): Record<string, string> {
  const time = new Date(Date.now() - secondsAgo * 1000)
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
    'webhook-signature': new Webhook(by).sign('msg_1', time, body),
  }
}

async function isRefused(code: SignatureFailure, call: Promise<unknown>): Promise<void> {
  const error = await rejection(call)
  assert.instance(error, SignatureVerificationError)
  assert.is((error as SignatureVerificationError).code, code)
}

test('what the reference library signs is believed, as text and as bytes', async () => {
  const event = await verify(body, signed(), secret)
  assert.is(event.type, 'appointment.booked')
  assert.equal(event.data.object, { id: 7, note: 'ё' })
  assert.is((await verify(Buffer.from(body), new Headers(signed()), secret)).id, 1)
})

test('the reference vector of Standard Webhooks is believed', async () => {
  const event = await verify(
    '{"test": 2432232314}',
    {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    },
    secret,
    { tolerance: Infinity },
  )
  assert.equal(event, { test: 2432232314 })
})

test('one good signature among several is enough, and one good secret', async () => {
  const headers = signed()
  const signature = `v1,${btoa('wrong')} v1a,x v1,=== ${headers['webhook-signature']}`
  assert.is((await verify(body, { ...headers, 'webhook-signature': signature }, secret)).id, 1)
  assert.is((await verify(body, signed(), [other, secret])).id, 1)
  assert.is((await verify(body, signed(0, other), [other, secret])).id, 1)
})

test('a changed body, id or secret is not believed', async () => {
  await isRefused('signature_mismatch', verify(body.replace('7', '8'), signed(), secret))
  await isRefused(
    'signature_mismatch',
    verify(body, { ...signed(), 'webhook-id': 'msg_2' }, secret),
  )
  await isRefused('signature_mismatch', verify(body, signed(), other))
  await isRefused('signature_mismatch', verify(body, signed(), []))
})

test('a request from long ago or from the future is not believed, whatever its signature', async () => {
  await isRefused('timestamp_outside_tolerance', verify(body, signed(301), secret))
  await isRefused('timestamp_outside_tolerance', verify(body, signed(-301), secret))
  await isRefused(
    'timestamp_outside_tolerance',
    verify(body, { ...signed(), 'webhook-timestamp': 'soon' }, secret),
  )
  assert.is((await verify(body, signed(299), secret)).id, 1)
  assert.is((await verify(body, signed(3000), secret, { tolerance: 3600 })).id, 1)
})

test('a request without a signature is not believed', async () => {
  for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature'])
    await isRefused('header_missing', verify(body, { ...signed(), [name]: undefined }, secret))
})

test('a signed body that is not JSON says so', async () => {
  const time = new Date()
  const headers = {
    ...signed(),
    'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign('msg_1', time, 'hello'),
  }
  await isRefused('body_not_json', verify('hello', headers, secret))
})

test.run()
