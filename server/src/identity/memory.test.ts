import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { App } from '../app-context.ts'
import { createAuthenticate } from './authenticate.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
const clinic = await server.found()
const database = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
test.after(async () => {
  await database.end()
  await server.close()
})

type Authenticate = ReturnType<typeof createAuthenticate>

const accepts = (authenticate: Authenticate, credential: string) =>
  authenticate({ authorization: `Bearer ${credential}`, origin: '' }).then(
    () => true,
    () => false,
  )

async function newKey(): Promise<{ value: string; revoke(): Promise<unknown> }> {
  const options = { body: { kind: 'secret', name: 'x' }, credential: clinic.owner }
  const { json } = await server.http('POST', '/v1/api-keys', options)
  const path = `/v1/api-keys/${Number(json['id'])}`
  const revoke = () => server.http('DELETE', path, { credential: clinic.owner })
  return { value: String(json['key']), revoke }
}

async function signIn(): Promise<{ access: string; refresh: string }> {
  const body = { email: 'owner@clinic.test', password: 'a long password' }
  const options = { body, credential: clinic.publishable }
  const { json } = await server.http('POST', '/v1/auth/staff', options)
  return { access: String(json['access_token']), refresh: String(json['refresh_token']) }
}

const logout = (refresh: string) =>
  server.http('POST', '/v1/auth/logout', { body: { refresh_token: refresh } })

/** Another process of the same clinic, whose clock the test sets; deaf, it hears of nothing. */
function anotherProcess(deaf: boolean) {
  let ahead = 0
  const ephemeral = deaf
    ? { ...server.app.ephemeral, subscribe: async () => async () => undefined }
    : server.app.ephemeral
  const app: App = { ...server.app, ephemeral, clock: () => new Date(Date.now() + ahead) }
  const later = (seconds: number) => (ahead += seconds * 1000)
  return { authenticate: createAuthenticate(app), later }
}

test('every process hears of a revoked key and of an ended session', async () => {
  const { authenticate } = anotherProcess(false)
  const [key, session] = [await newKey(), await signIn()]
  assert.ok(await accepts(authenticate, key.value))
  assert.ok(await accepts(authenticate, session.access))
  await Promise.all([key.revoke(), logout(session.refresh)])
  assert.not.ok(await accepts(authenticate, key.value))
  assert.not.ok(await accepts(authenticate, session.access))
})

test('a process that hears of nothing asks again within half a minute', async () => {
  const { authenticate, later } = anotherProcess(true)
  const [key, session] = [await newKey(), await signIn()]
  assert.ok(await accepts(authenticate, key.value))
  assert.ok(await accepts(authenticate, session.access))
  await Promise.all([key.revoke(), logout(session.refresh)])
  later(11)
  assert.ok(await accepts(authenticate, key.value))
  assert.not.ok(await accepts(authenticate, session.access))
  later(20)
  assert.not.ok(await accepts(authenticate, key.value))
})

test('a session that began after the process looked is not taken for an old one', async () => {
  const { authenticate } = anotherProcess(true)
  const before = await signIn()
  assert.ok(await accepts(authenticate, before.access))
  await server.http('POST', '/v1/auth/logout-all', { credential: before.access })
  assert.ok(await accepts(authenticate, (await signIn()).access))
  assert.not.ok(await accepts(authenticate, before.access))
})

test('a checked token is not remembered beyond its end', async () => {
  const { authenticate, later } = anotherProcess(true)
  const { access } = await signIn()
  assert.ok(await accepts(authenticate, access))
  later(901)
  assert.not.ok(await accepts(authenticate, access))
})

test('Z14: an archived organization’s keys, tokens and sign-ins are refused', async () => {
  const other = await server.found()
  await database.query('update organizations set archived_at = now() where id = $1', [
    other.organizationId,
  ])
  for (const credential of [other.publishable, other.secret, other.owner])
    assert.is((await server.http('GET', '/v1/organization', { credential })).status, 401)
  const body = { email: 'owner@clinic.test', password: 'a long password', organization: other.slug }
  assert.is((await server.http('POST', '/v1/auth/staff', { body })).status, 401)
})

test.run()
