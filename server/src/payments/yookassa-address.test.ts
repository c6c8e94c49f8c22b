import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { atYookassa } from './test/at-yookassa.ts'

/** As behind the proxy of a hosting: the sender's address is what the proxy says. */
const { server, yookassa, opened, statusOf, close } = await atYookassa({
  YOOKASSA_WEBHOOK_ADDRESSES: '185.71.76.0/27,2a02:5180::/32',
  TRUSTED_PROXIES: '127.0.0.1',
})
test.after(close)

test('a notification is taken from the addresses of YooKassa only, also behind a proxy', async () => {
  const payment = await opened()
  yookassa.pay(payment.providerId)
  const body = yookassa.notification(
    'payment.succeeded',
    yookassa.payments.get(payment.providerId)!,
  )
  const from = (address?: string) =>
    server.http('POST', '/v1/payments/webhooks/yookassa', {
      body,
      headers: address === undefined ? {} : { 'x-forwarded-for': address },
    })
  const asked = yookassa.asked.length
  for (const stranger of [undefined, '8.8.8.8', '185.71.76.32', '185.71.76.1, 8.8.8.8', '::1']) {
    const { status, json } = await from(stranger)
    assert.equal([status, json['code']], [401, 'signature_invalid'], stranger)
  }
  assert.is(yookassa.asked.length, asked)
  assert.is(await statusOf(payment.id), 'pending')
  assert.is((await from('185.71.76.1')).status, 200)
  assert.is(await statusOf(payment.id), 'succeeded')
  assert.is((await from('2a02:5180::1')).status, 200)
})

test.run()
