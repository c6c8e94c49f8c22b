import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startServer } from '../test/server.ts'

const server = await startServer({ RATE_LIMIT: 'on' })
const clinic = await server.found('sign-in')
test.after(() => server.close())

const owner = { email: 'owner@clinic.test', password: 'a long password' }
const signIn = (body: object, credential?: string) =>
  server.http('POST', '/v1/auth/staff', { body, ...(credential ? { credential } : {}) })
const whoami = (credential: string) => server.http('GET', '/v1/auth/staff', { credential })

test('staff sign in by the organization’s slug or by a site’s key', async () => {
  const bySlug = await signIn({ ...owner, organization: clinic.slug })
  assert.is(bySlug.status, 200)
  const byKey = await signIn({ ...owner, email: ' Owner@Clinic.TEST'.trim() }, clinic.publishable)
  assert.is(byKey.status, 200)
  const me = await whoami(String(byKey.json['access_token']))
  assert.is(me.status, 200)
  assert.is(me.json['role'], 'owner')
})

test('R1: whatever is wrong with a sign-in, the answer is the same', async () => {
  const bad = [
    await signIn({ ...owner, password: 'a wrong password', organization: clinic.slug }),
    await signIn({ ...owner, email: 'nobody@clinic.test', organization: clinic.slug }),
    await signIn({ ...owner, organization: 'no-such-clinic' }),
    await signIn({ ...owner, organization: 'no-such-clinic' }, clinic.publishable),
  ]
  for (const { status, json } of bad) {
    assert.is(status, 401)
    assert.equal({ ...json, request_id: '' }, { ...bad[0]?.json, request_id: '' })
    assert.is(json['code'], 'invalid_credentials')
  }
})

test('a sign-in that names no organization is told what is missing', async () => {
  const { status, json } = await signIn(owner)
  assert.is(status, 400)
  assert.match(JSON.stringify(json), '/organization')
})

test('A17: what a sign-in does not ask for is an error, never taken over', async () => {
  const { status, json } = await signIn({ ...owner, organization: clinic.slug, role: 'owner' })
  assert.is(status, 400)
  assert.match(JSON.stringify(json), 'unknown_field')
})

test('a right password begins a new count of guesses; ten wrong ones close the door, also to the right one', async () => {
  const other = await server.found('guessed')
  const guess = (password: string) => signIn({ ...owner, password, organization: other.slug })
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 8; n++) assert.is((await guess('not the password')).status, 401)
    assert.is((await guess(owner.password)).status, 200)
  }
  const guesses = await Promise.all(Array.from({ length: 14 }, () => guess('not the password')))
  assert.equal(guesses.map(({ status }) => status).sort(), [
    ...Array<number>(10).fill(401),
    ...Array<number>(4).fill(429),
  ])
  const locked = await guess(owner.password)
  assert.is(locked.status, 429)
  assert.ok(Number(locked.headers.get('retry-after')) > 0)
  const unknown = await signIn({ ...owner, organization: clinic.slug })
  assert.is(unknown.status, 200)
})

test('founding more than five organizations an hour from one address is refused', async () => {
  const draft = {
    ...{ name: 'Clinic', currency: 'EUR', time_zone: 'Europe/Berlin', locale: 'en', owner },
  }
  const create = (slug: string) =>
    server.http('POST', '/v1/organizations', { body: { ...draft, slug } })
  const statuses = []
  for (const slug of ['c3', 'c4', 'c5', 'c6']) statuses.push((await create(slug)).status)
  assert.equal(statuses, [201, 201, 201, 429])
})

test.run()
