import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { importJWK, SignJWT, type JWTHeaderParameters, type JWTPayload } from 'jose'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readConfig } from '../config.ts'
import { createSecrets } from '../secrets.ts'
import { nameSession, readRefreshToken, readSession, writeRefreshToken } from './session-name.ts'
import { createTokens, jwks, type SignedIn } from './tokens.ts'

const config = readConfig({ PUBLIC_URL: 'https://zapis.example' })
const secrets = createSecrets('a secret key of thirty-two characters')
let now = new Date('2027-01-11T10:00:00Z')
const tokens = createTokens({ config, secrets, clock: () => now })
const { privateKey, publicKey, keyId } = secrets.signing

test.before.each(() => {
  now = new Date('2027-01-11T10:00:00Z')
})

const session = { kind: 'staff', organizationId: 7, id: 3, sessionVersion: 2 } as const
const sid = nameSession(session)
const owner: SignedIn = {
  kind: 'staff',
  organizationId: 7,
  staffId: 3,
  role: 'owner',
  specialistId: null,
  sessionId: sid,
}

interface Forgery {
  claims?: JWTPayload
  without?: string[]
  header?: Partial<JWTHeaderParameters>
  key?: KeyObject | Uint8Array
}

/** A good token but for what the test changes. */
async function forge({ claims, without = [], header, key = privateKey }: Forgery): Promise<string> {
  const seconds = now.getTime() / 1000
  const good: JWTPayload = {
    ...{ iss: 'https://zapis.example', aud: 'zapis', iat: seconds, exp: seconds + 900 },
    ...{ sub: 'staff:3', org: 7, sid, role: 'owner', spc: null },
  }
  const kept = Object.entries({ ...good, ...claims }).filter(([name]) => !without.includes(name))
  return new SignJWT(Object.fromEntries(kept))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: keyId, ...header })
    .sign(key)
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

test('a token says who its bearer is, and the forger’s starting point is good', async () => {
  const read = await tokens.verify(await tokens.sign(owner))
  assert.equal(read?.caller, owner)
  assert.equal(read?.session, session)
  assert.equal((await tokens.verify(await forge({})))?.caller, owner)
  const client: SignedIn = {
    kind: 'client',
    organizationId: 7,
    clientId: 12,
    sessionId: nameSession({ kind: 'client', organizationId: 7, id: 12, sessionVersion: 1 }),
  }
  assert.equal((await tokens.verify(await tokens.sign(client)))?.caller, client)
})

test('A1: a token without a signature is refused', async () => {
  const token = await tokens.sign(owner)
  const [header = '', payload = ''] = token.split('.')
  const none = encode({ alg: 'none', typ: 'at+jwt', kid: keyId })
  for (const bad of [
    `${none}.${payload}.`,
    `${header}.${payload}.`,
    `${header}.${payload}`,
    '',
    'x.y.z',
  ])
    assert.is(await tokens.verify(bad), null, bad)
})

test('A2: a token signed by HMAC with the public key is refused', async () => {
  const { keys } = await jwks(secrets)
  const payload = (await tokens.sign(owner)).split('.')[1]
  const text = `${encode({ alg: 'HS256', typ: 'at+jwt', kid: keyId })}.${payload}`
  const pem = publicKey.export({ type: 'spki', format: 'pem' })
  for (const key of [pem, JSON.stringify(keys[0])]) {
    const mac = createHmac('sha256', key).update(text).digest('base64url')
    assert.is(await tokens.verify(`${text}.${mac}`), null)
  }
})

test('A3: a token that is too old, too young, endless or too long-lived is refused', async () => {
  const seconds = now.getTime() / 1000
  const bad: Forgery[] = [
    { claims: { exp: seconds - 60 } },
    { claims: { nbf: seconds + 60 } },
    { claims: { iat: seconds + 60, exp: seconds + 960 } },
    { without: ['exp'] },
    { without: ['iat'] },
    { claims: { exp: seconds + 315_360_000, iat: seconds - 3600 } },
  ]
  for (const forgery of bad)
    assert.is(await tokens.verify(await forge(forgery)), null, JSON.stringify(forgery))
  const text = `${encode({ alg: 'EdDSA', typ: 'at+jwt', kid: keyId })}.${encode({ exp: 'tomorrow' })}`
  assert.is(await tokens.verify(`${text}.${'A'.repeat(86)}`), null)
})

test('a token lives fifteen minutes', async () => {
  const token = await tokens.sign(owner)
  now = new Date('2027-01-11T10:14:59Z')
  assert.ok(await tokens.verify(token))
  now = new Date('2027-01-11T10:15:11Z')
  assert.is(await tokens.verify(token), null)
})

test('A4: a token of another issuer, audience or kind is refused', async () => {
  const bad: Forgery[] = [
    { claims: { iss: 'https://other.example' } },
    { without: ['iss'] },
    { claims: { aud: 'other' } },
    { without: ['aud'] },
    { header: { typ: 'JWT' } },
    { header: { typ: 'refresh+jwt' } },
    { header: { typ: undefined } },
  ]
  for (const forgery of bad)
    assert.is(await tokens.verify(await forge(forgery)), null, JSON.stringify(forgery))
})

test('A5: whatever key a token names, only ours is asked', async () => {
  for (const kid of ['other', '../../dev/null', `' or 1=1 --`, 'k'.repeat(10_000), undefined])
    assert.is(await tokens.verify(await forge({ header: { kid } })), null, kid?.slice(0, 20))
  const stranger = generateKeyPairSync('ed25519').privateKey
  assert.is(await tokens.verify(await forge({ key: stranger })), null)
})

test('A7: an edited organization breaks the signature, and claims that disagree are refused', async () => {
  const [header, , signature] = (await tokens.sign(owner)).split('.')
  const edited = encode({ iss: 'https://zapis.example', aud: 'zapis', org: 8, sub: 'staff:3', sid })
  assert.is(await tokens.verify(`${header}.${edited}.${signature}`), null)
  const bad: JWTPayload[] = [
    { org: 8 },
    { org: '7' },
    { sub: 'staff:4' },
    { sub: 'client:3' },
    { sid: 'something' },
    { role: 'platform' },
    { role: undefined },
    { spc: '1' },
  ]
  for (const claims of bad)
    assert.is(await tokens.verify(await forge({ claims })), null, JSON.stringify(claims))
})

test('the published key checks our tokens and holds nothing private', async () => {
  const [jwk] = (await jwks(secrets)).keys
  assert.equal(Object.keys(jwk ?? {}).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x'])
  assert.ok(await importJWK(jwk ?? {}))
})

test('a secret key makes the same tokens good in every process, and another one none of them', async () => {
  const token = await tokens.sign(owner)
  const same = createSecrets('a secret key of thirty-two characters')
  assert.ok(await createTokens({ config, secrets: same, clock: () => now }).verify(token))
  const other = createSecrets('another secret key of 32 characters!')
  assert.is(await createTokens({ config, secrets: other, clock: () => now }).verify(token), null)
})

test('a refresh token is read back, and an edited one is not', () => {
  const token = writeRefreshToken(secrets, { sessionId: sid, generation: 4 })
  assert.equal(readRefreshToken(secrets, token), { sessionId: sid, generation: 4 })
  assert.equal(readSession(sid), session)
  const [name = '', , mac = ''] = token.split('.')
  for (const bad of [
    `${name}.5.${mac}`,
    `${name.replace('s3', 's4')}.4.${mac}`,
    `${name}.4.${'A'.repeat(43)}`,
    `${name}.4.`,
    'rt_',
    '',
    'A'.repeat(500),
  ])
    assert.is(readRefreshToken(secrets, bad), null, bad)
})

test.run()
