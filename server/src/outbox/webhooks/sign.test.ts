import { verify } from '@zapis/sdk/webhooks'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createSecrets } from '../../secrets.ts'
import { newSecret, openSecret, sealSecret, signedHeaders } from './sign.ts'

const body = JSON.stringify({ id: 3, type: 'appointment.booked', data: { object: { id: 1 } } })
const message = { id: 'evt_1_3', body }

test('a signature is believed by the Standard Webhooks library and by the SDK', async () => {
  const secret = newSecret()
  const headers = signedHeaders(message, secret, new Date())
  assert.equal(new Webhook(secret).verify(body, headers), JSON.parse(body))
  assert.equal(await verify(body, headers, secret), JSON.parse(body))
})

test('another body, another id, another secret or an old time is not believed', () => {
  const secret = newSecret()
  const hook = new Webhook(secret)
  const refuses = (text: string, headers: Record<string, string>) =>
    assert.throws(
      () => hook.verify(text, headers),
      (error: unknown) => error instanceof WebhookVerificationError,
    )
  const headers = signedHeaders(message, secret, new Date())
  refuses(`${body} `, headers)
  refuses(body, { ...headers, 'webhook-id': 'evt_2_3' })
  refuses(body, signedHeaders(message, newSecret(), new Date()))
  refuses(body, signedHeaders(message, secret, new Date(Date.now() - 301_000)))
})

test('secrets are new each time, long, and lie sealed in the database', () => {
  const secret = newSecret()
  assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/)
  assert.is.not(secret, newSecret())
  const secrets = createSecrets('the key of this installation, long')
  const sealed = sealSecret(secrets, secret)
  assert.not.match(sealed, secret.slice(6, 20))
  assert.is(openSecret(secrets, sealed), secret)
  assert.is(openSecret(createSecrets('the key of another installation'), sealed), null)
})

test.run()
