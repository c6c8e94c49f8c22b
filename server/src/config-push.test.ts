import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createECDH } from 'node:crypto'
import { readConfig } from './config.ts'
import { vapidOf } from './notifications/channels/vapid.ts'
import { createSecrets } from './secrets.ts'

const read = (environment: Record<string, string>) =>
  readConfig({ DATABASE_URL: 'postgres://x/y', ...environment })
const pair = () => {
  const ecdh = createECDH('prime256v1')
  const publicKey = ecdh.generateKeys('base64url')
  return { publicKey, privateKey: ecdh.getPrivateKey('base64url') }
}

test('without settings the VAPID pair is the same wherever the secret key is', () => {
  const [here, there, elsewhere] = ['a', 'a', 'b'].map((letter) =>
    vapidOf({ config: read({}), secrets: createSecrets(letter.repeat(32)) }),
  )
  assert.equal(here, there)
  assert.is.not(here?.publicKey, elsewhere?.publicKey)
  assert.match(here?.subject ?? '', /^mailto:/)
})

test('VAPID keys that are set are used, with who is to be written to', () => {
  const { publicKey, privateKey } = pair()
  const config = read({
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
    VAPID_SUBJECT: 'mailto:it@clinic.example',
  })
  const vapid = vapidOf({ config, secrets: createSecrets('x'.repeat(32)) })
  assert.equal(vapid, { publicKey, privateKey, subject: 'mailto:it@clinic.example' })
})

const [one, other] = [pair(), pair()]
const wrong: [Record<string, string>, RegExp][] = [
  [{ VAPID_PUBLIC_KEY: one.publicKey }, /^VAPID_PRIVATE_KEY must be set too/],
  [{ VAPID_PRIVATE_KEY: one.privateKey }, /^VAPID_PUBLIC_KEY must be set too/],
  [
    { VAPID_PUBLIC_KEY: one.publicKey, VAPID_PRIVATE_KEY: other.privateKey },
    /^VAPID_PUBLIC_KEY is not/,
  ],
  [{ VAPID_PUBLIC_KEY: one.publicKey, VAPID_PRIVATE_KEY: 'none' }, /^VAPID_PUBLIC_KEY is not/],
  [{ VAPID_SUBJECT: 'it@clinic.example' }, /^VAPID_SUBJECT/],
  [{ PUSH_SERVICES: 'https://push.example/path' }, /^PUSH_SERVICES/],
]
for (const [environment, complaint] of wrong)
  test(`${Object.keys(environment).join(' and ')}: a wrong value is one line that names it`, () => {
    assert.throws(
      () => read(environment),
      (error: Error) => {
        assert.match(error.message, complaint)
        return !error.message.includes('\n')
      },
    )
  })

test.run()
