import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createOrigins } from './origins.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
const clinic = await server.found()
test.after(() => server.close())

const organization = (credential: string, headers: Record<string, string> = {}) =>
  server.http('GET', '/v1/organization', { credential, headers })
const createKey = (body: object, credential = clinic.owner) =>
  server.http('POST', '/v1/api-keys', { body, credential })

const pathOf = (key: Record<string, unknown>) => `/v1/api-keys/${Number(key['id'])}`

test('a key opens its own organization, and its value is shown once', async () => {
  const created = await createKey({ kind: 'secret', name: 'Importer' })
  assert.is(created.status, 201)
  const value = String(created.json['key'])
  assert.match(value, /^sk_[A-Za-z0-9_-]{43}$/)
  assert.ok(value.startsWith(String(created.json['prefix'])))
  assert.is((await organization(value)).json['id'], clinic.organizationId)
  const got = await server.http('GET', pathOf(created.json), {
    credential: clinic.owner,
  })
  assert.is(got.status, 200)
  assert.not.ok(got.text.includes(value))
  assert.is(got.headers.get('etag'), '"1"')
})

test('whatever is not a good credential is not authenticated', async () => {
  const bad = ['pk_nothing', 'sk_', 'x', 'a.b.c', "pk_' or 1=1 --", 'pk_'.padEnd(3000, 'a')]
  for (const credential of bad) assert.is((await organization(credential)).status, 401, credential)
  for (const authorization of ['Basic b3duZXI6cGFzcw==', 'Bearer', clinic.secret])
    assert.is(
      (await server.http('GET', '/v1/organization', { headers: { authorization } })).status,
      401,
      authorization,
    )
})

test('a revoked key stops at once in this process, and stays revoked', async () => {
  const { json } = await createKey({ kind: 'publishable', name: 'Old site' })
  const value = String(json['key'])
  assert.is((await organization(value)).status, 200)
  const revoke = () => server.http('DELETE', pathOf(json), { credential: clinic.owner })
  assert.is((await revoke()).status, 204)
  assert.is((await organization(value)).status, 401)
  assert.is((await revoke()).status, 204)
})

test('H1: a site’s key works from its own origins, letter by letter', async () => {
  const allowed_origins = ['https://clinic.example', 'http://localhost:8080']
  const { json } = await createKey({ kind: 'publishable', name: 'Site', allowed_origins })
  const value = String(json['key'])
  for (const origin of allowed_origins)
    assert.is((await organization(value, { origin })).status, 200, origin)
  const others = [
    'http://clinic.example',
    'https://clinic.example:8443',
    'https://www.clinic.example',
    'https://clinic.example.evil.com',
    'https://CLINIC.example',
    'https://evil-clinic.example',
    'null',
  ]
  for (const origin of others) {
    const { status, json: problem } = await organization(value, { origin })
    assert.is(status, 403, origin)
    assert.is(problem['code'], 'origin_not_allowed')
  }
  assert.is((await organization(value)).json['code'], 'origin_not_allowed')
  assert.is((await organization(clinic.publishable, { origin: others[0] ?? '' })).status, 200)
})

test('H1: a preflight is answered for origins that some site’s key names', async () => {
  const other = await startServer()
  try {
    const first = await other.found()
    const origins = createOrigins(other.app)
    assert.ok(await origins.allowed('https://anything.example'))
    const keys = await other.http('GET', '/v1/api-keys', { credential: first.owner })
    const [site] = keys.json['data'] as { id: number; kind: string }[]
    assert.ok(site)
    assert.is(site.kind, 'publishable')
    const body = { allowed_origins: ['https://clinic.example'] }
    const path = `/v1/api-keys/${site.id}`
    assert.is((await other.http('PATCH', path, { body, credential: first.owner })).status, 200)
    assert.ok(await origins.allowed('https://clinic.example'))
    assert.ok(await origins.allowed(new URL(other.app.config.publicUrl).origin))
    for (const origin of [
      'https://anything.example',
      'https://clinic.example.evil.com',
      'null',
      '',
    ])
      assert.not.ok(await origins.allowed(origin), origin)
  } finally {
    await other.close()
  }
})

test('a key of some scopes makes no key and no staff of more', async () => {
  const scopes = ['settings:write', 'settings:read', 'catalogue:read']
  const { json } = await createKey({ kind: 'secret', name: 'Settings', scopes })
  const value = String(json['key'])
  assert.equal(json['scopes'], ['catalogue:read', 'settings:read', 'settings:write'])
  const make = async (draft: object) => (await createKey({ name: 'x', ...draft }, value)).status
  assert.is(await make({ kind: 'secret', scopes: ['settings:read'] }), 201)
  assert.is(await make({ kind: 'secret', scopes: ['money:write'] }), 403)
  assert.is(await make({ kind: 'secret' }), 403)
  assert.is(await make({ kind: 'publishable' }), 201)
  const path = pathOf(json)
  const widen = { body: { scopes: ['money:write'] }, credential: value }
  assert.is((await server.http('PATCH', path, widen)).status, 403)
  for (const role of ['owner', 'admin', 'reception']) {
    const body = { email: `${role}@k.test`, password: 'a long password', role }
    assert.is((await server.http('POST', '/v1/staff', { body, credential: value })).status, 403)
  }
})

test('a key that may do nothing, a server’s key with origins and a site’s key with scopes are mistakes', async () => {
  const draft = { name: 'x' }
  const bad = [
    { ...draft, kind: 'secret', scopes: [] },
    { ...draft, kind: 'secret', allowed_origins: ['https://clinic.example'] },
    { ...draft, kind: 'publishable', scopes: ['settings:read'] },
    { ...draft, kind: 'publishable', allowed_origins: ['https://clinic.example/path'] },
  ]
  for (const body of bad) assert.is((await createKey(body)).status, 400, JSON.stringify(body))
})

test('the key that an admin makes has no owner’s powers', async () => {
  const admin = { email: 'admin@keys.test', password: 'a long password', role: 'admin' }
  await server.http('POST', '/v1/staff', { body: admin, credential: clinic.owner })
  const signedIn = await server.http('POST', '/v1/auth/staff', {
    body: { email: admin.email, password: admin.password, organization: clinic.slug },
  })
  const made = await createKey({ kind: 'secret', name: 'x' }, String(signedIn.json['access_token']))
  assert.is(made.status, 201)
  const key = String(made.json['key'])
  const add = async (role: string, credential: string) => {
    const body = { email: `${role}-by-key@keys.test`, password: 'a long password', role }
    return (await server.http('POST', '/v1/staff', { body, credential })).status
  }
  assert.is(await add('owner', key), 403)
  assert.is(await add('reception', key), 201)
  assert.is(await add('owner', clinic.secret), 201)
})

test('a change of a key with a stale version is refused', async () => {
  const { json } = await createKey({ kind: 'publishable', name: 'Site' })
  const rename = (name: string, version: number) =>
    server.http('PATCH', pathOf(json), {
      body: { name },
      credential: clinic.owner,
      headers: { 'If-Match': `"${version}"` },
    })
  assert.is((await rename('New', 1)).json['version'], 2)
  assert.is((await rename('Newer', 1)).status, 412)
})

test('Z3: another organization’s key is not there', async () => {
  const other = await server.found()
  const { json } = await createKey({ kind: 'secret', name: 'x' })
  for (const method of ['GET', 'DELETE'])
    assert.is((await server.http(method, pathOf(json), { credential: other.owner })).status, 404)
})

test.run()
