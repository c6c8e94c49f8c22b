import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startServer } from '../test/server.ts'

const server = await startServer()
const clinic = await server.found()
test.after(() => server.close())

interface Pair {
  access: string
  refresh: string
}

const pairOf = (json: Record<string, unknown>): Pair => ({
  access: String(json['access_token']),
  refresh: String(json['refresh_token']),
})

async function signIn(password = 'a long password', email = 'owner@clinic.test'): Promise<Pair> {
  const body = { email, password, organization: clinic.slug }
  const { status, json } = await server.http('POST', '/v1/auth/staff', { body })
  assert.is(status, 200)
  return pairOf(json)
}

function refresh(token: string, key?: string) {
  const headers: Record<string, string> = key ? { 'Idempotency-Key': key } : {}
  return server.http('POST', '/v1/auth/refresh', { body: { refresh_token: token }, headers })
}

const whoami = async (access: string) =>
  (await server.http('GET', '/v1/auth/staff', { credential: access })).status

test('a refresh token is exchanged for the next pair', async () => {
  const first = await signIn()
  const { status, json } = await refresh(first.refresh)
  assert.is(status, 200)
  const second = pairOf(json)
  assert.is.not(second.refresh, first.refresh)
  assert.is(await whoami(second.access), 200)
})

test('A8: a refresh token that is used twice ends its whole family', async () => {
  const first = await signIn()
  const second = pairOf((await refresh(first.refresh)).json)
  const again = await refresh(first.refresh)
  assert.is(again.status, 401)
  assert.is(again.json['code'], 'session_ended')
  assert.is((await refresh(second.refresh)).status, 401)
  assert.is(await whoami(second.access), 401)
})

test('A9: a lost reply that is asked for again with the same key is no second use', async () => {
  const first = await signIn()
  const second = pairOf((await refresh(first.refresh, 'key-1')).json)
  const retried = await refresh(first.refresh, 'key-1')
  assert.is(retried.status, 200)
  assert.is(pairOf(retried.json).refresh, second.refresh)
  assert.is((await refresh(second.refresh, 'key-2')).status, 200)
})

test('A9: a retry from another address, where nobody knows the key, gets the same successor', async () => {
  const first = await signIn()
  const body = { refresh_token: first.refresh }
  const options = { body, headers: { 'Idempotency-Key': 'mobile' } }
  const second = pairOf((await server.http('POST', '/v1/auth/refresh', options)).json)
  // Another credential stands for another address: the general memory of keys goes by the caller.
  const elsewhere = { ...options, credential: clinic.publishable }
  const retried = await server.http('POST', '/v1/auth/refresh', elsewhere)
  assert.is(pairOf(retried.json).refresh, second.refresh)
})

test('A9: of ten who refresh at once with one key, all who are answered get one successor', async () => {
  const first = await signIn()
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => refresh(first.refresh, 'race')),
  )
  const given = answers.filter(({ status }) => status === 200).map(({ json }) => pairOf(json))
  assert.ok(given.length >= 1)
  assert.is(new Set(given.map((pair) => pair.refresh)).size, 1)
  assert.ok(answers.every(({ status }) => status === 200 || status === 409))
  assert.is((await refresh(given[0]?.refresh ?? '')).status, 200)
})

test('what is no refresh token ends nothing and opens nothing', async () => {
  const { access } = await signIn()
  for (const token of ['rt_x', access, clinic.secret]) {
    assert.is((await refresh(token)).status, 401)
    assert.is(
      (await server.http('POST', '/v1/auth/logout', { body: { refresh_token: token } })).status,
      204,
    )
  }
  assert.is(await whoami(access), 200)
})

test('A4: a refresh token is no access token', async () => {
  assert.is(await whoami((await signIn()).refresh), 401)
})

test('a refresh token of one organization is refused at another’s site', async () => {
  const other = await server.found()
  const { refresh: token } = await signIn()
  const options = { body: { refresh_token: token }, credential: other.publishable }
  assert.is((await server.http('POST', '/v1/auth/refresh', options)).status, 401)
  assert.is((await refresh(token)).status, 200)
})

test('A11: signing out ends one session at once, signing out everywhere ends all', async () => {
  const [first, second, third] = [await signIn(), await signIn(), await signIn()]
  await server.http('POST', '/v1/auth/logout', { body: { refresh_token: first.refresh } })
  assert.is(await whoami(first.access), 401)
  assert.is((await refresh(first.refresh)).status, 401)
  assert.is(await whoami(second.access), 200)
  const all = await server.http('POST', '/v1/auth/logout-all', { credential: second.access })
  assert.is(all.status, 204)
  for (const { access, refresh: token } of [second, third]) {
    assert.is(await whoami(access), 401)
    assert.is((await refresh(token)).status, 401)
  }
  assert.is(await whoami((await signIn()).access), 200)
})

test('A11: a new password ends the other sessions and goes on with one', async () => {
  const [here, there] = [await signIn(), await signIn()]
  const change = (old_password: string, password: string, credential: string) =>
    server.http('POST', '/v1/auth/password', { body: { old_password, password }, credential })
  assert.is((await change('not the password', 'another password', here.access)).status, 401)
  const changed = await change('a long password', 'another password', here.access)
  assert.is(changed.status, 200)
  assert.is(await whoami(there.access), 401)
  assert.is(await whoami(here.access), 401)
  const { access } = pairOf(changed.json)
  assert.is(await whoami(access), 200)
  assert.is((await change('another password', 'a long password', access)).status, 200)
})

test('A11: sessions end with the row’s version even when the store has not heard of it', async () => {
  const { access, refresh: token } = await signIn()
  const ended = server.app.ephemeral.sessions
  const { endAll, rotate } = ended
  ended.endAll = async () => undefined
  try {
    await server.http('POST', '/v1/auth/logout-all', { credential: access })
    assert.is(await whoami(access), 401)
    assert.is((await refresh(token)).status, 401)
  } finally {
    Object.assign(ended, { endAll, rotate })
  }
})

test('a store that is down keeps nobody from working, and only refreshing waits for it', async () => {
  const { access, refresh: token } = await signIn()
  const { sessions } = server.app.ephemeral
  const kept = { ...sessions }
  const down = async () => {
    throw Object.assign(new Error('down'), { name: 'EphemeralDown' })
  }
  Object.assign(sessions, { begin: down, rotate: down, ended: down, end: down, endAll: down })
  try {
    assert.is(await whoami(access), 200)
    assert.is((await refresh(token)).status, 503)
  } finally {
    Object.assign(sessions, kept)
  }
  assert.is((await refresh(token)).status, 200)
})

test.run()
