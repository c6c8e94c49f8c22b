import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startServer } from '../test/server.ts'

const server = await startServer()
const clinic = await server.found()
const database = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
database.on('error', () => undefined)
test.after(async () => {
  await database.end()
  await server.close()
})

const password = 'a long password'
let count = 0

interface Made {
  id: number
  email: string
}

const add = (body: object, credential = clinic.owner) =>
  server.http('POST', '/v1/staff', { body: { password, ...body }, credential })
const change = (id: number, body: object, credential = clinic.owner, headers = {}) =>
  server.http('PATCH', `/v1/staff/${id}`, { body, credential, headers })
const archive = (id: number, credential = clinic.owner) =>
  server.http('DELETE', `/v1/staff/${id}`, { credential })

async function made(role: string, more: object = {}, credential = clinic.owner): Promise<Made> {
  const email = `${role}${++count}@staff.test`
  const { status, json, text } = await add({ email, role, ...more }, credential)
  assert.is(status, 201, text)
  return { id: Number(json['id']), email }
}

async function tokenOf({ email }: Made, organization = clinic.slug): Promise<string> {
  const body = { email, password, organization }
  const { status, json } = await server.http('POST', '/v1/auth/staff', { body })
  assert.is(status, 200)
  return String(json['access_token'])
}

const whoami = async (credential: string) =>
  (await server.http('GET', '/v1/auth/staff', { credential })).status

async function specialist(organizationId = clinic.organizationId): Promise<number> {
  const { rows } = await database.query<{ id: number }>(
    `insert into specialists (organization_id, first_name) values ($1, 'Anna') returning id`,
    [organizationId],
  )
  return rows[0]?.id ?? 0
}

test('staff are listed page by page, without those in the archive', async () => {
  const gone = await made('reception')
  const stays = await made('reception')
  await archive(gone.id)
  const list = async (query: string) => {
    const { json } = await server.http('GET', `/v1/staff?${query}`, { credential: clinic.owner })
    return { ...json, ids: (json['data'] as Made[]).map(({ id }) => id) } as Record<string, unknown>
  }
  const first = await list('limit=1')
  assert.is(first['has_more'], true)
  const rest = await list(`limit=100&cursor=${String(first['next_cursor'])}`)
  assert.ok((rest['ids'] as number[]).includes(stays.id))
  assert.not.ok((rest['ids'] as number[]).includes(gone.id))
  assert.ok(((await list('archived=true'))['ids'] as number[]).includes(gone.id))
})

test('A16: an e-mail is one member of staff, in whatever case it is written', async () => {
  const one = await made('reception')
  const again = await add({ email: one.email.toUpperCase(), role: 'reception' })
  assert.is(again.status, 409)
  assert.is(again.json['code'], 'already_exists')
  assert.is((await add({ email: one.email.replace('r', '\u0433'), role: 'reception' })).status, 400)
})

test('A16: the same e-mail in another clinic is somebody else', async () => {
  const here = await made('admin')
  const other = await server.found()
  const body = { email: here.email, password: 'another long password', role: 'reception' }
  const there = await server.http('POST', '/v1/staff', { body, credential: other.owner })
  assert.is(there.status, 201)
  assert.ok(await tokenOf(here))
  const wrong = { email: here.email, password, organization: other.slug }
  assert.is((await server.http('POST', '/v1/auth/staff', { body: wrong })).status, 401)
})

test('an admin manages reception and specialists, and neither admins nor owners', async () => {
  const admin = await made('admin')
  const token = await tokenOf(admin)
  const colleague = await made('admin')
  const desk = await made('reception', {}, token)
  assert.is((await change(desk.id, { name: 'Ольга' }, token)).json['name'], 'Ольга')
  assert.is((await change(desk.id, { role: 'admin' }, token)).status, 403)
  assert.is((await change(colleague.id, { password: 'taken over by me' }, token)).status, 403)
  assert.is((await archive(colleague.id, token)).status, 403)
  assert.is((await add({ email: 'o@staff.test', role: 'owner' }, token)).status, 403)
  assert.is((await change(admin.id, { name: 'Я' }, token)).status, 200)
  assert.is((await change(admin.id, { role: 'owner' }, token)).status, 403)
  assert.is((await archive(desk.id, token)).status, 204)
})

test('reception and specialists see and change no staff', async () => {
  const token = await tokenOf(await made('reception'))
  const { id } = await made('reception')
  assert.is((await server.http('GET', '/v1/staff', { credential: token })).status, 403)
  assert.is((await change(id, { name: 'x' }, token)).status, 403)
})

test('the last owner is neither dismissed nor demoted', async () => {
  const other = await server.found()
  const { json } = await server.http('GET', '/v1/staff', { credential: other.owner })
  const [owner] = json['data'] as Made[]
  const id = owner?.id ?? 0
  assert.is((await archive(id, other.owner)).json['reason'], 'last_owner')
  assert.is((await change(id, { role: 'admin' }, other.owner)).json['reason'], 'last_owner')
  const second = await made('owner', {}, other.owner)
  assert.is((await change(id, { role: 'admin' }, other.owner)).status, 200)
  assert.is((await archive(second.id, await tokenOf(second, other.slug))).status, 403)
})

test('two owners who dismiss each other at the same moment leave one', async () => {
  const other = await server.found()
  const first = (await server.http('GET', '/v1/staff', { credential: other.owner })).json
  const [owner] = first['data'] as Made[]
  const second = await made('owner', {}, other.owner)
  const answers = await Promise.all([
    archive(second.id, other.secret),
    archive(owner?.id ?? 0, other.secret),
  ])
  assert.equal(answers.map(({ status }) => status).sort(), [204, 403])
})

test('a specialist’s account names a specialist of the same clinic', async () => {
  const draft = { email: 'spec@staff.test', role: 'specialist' }
  assert.is((await add(draft)).json['code'], 'invalid_data')
  const foreign = await specialist((await server.found()).organizationId)
  assert.is((await add({ ...draft, specialist_id: foreign })).json['code'], 'unknown_reference')
  const own = await specialist()
  const added = await add({ ...draft, specialist_id: own })
  assert.is(added.json['specialist_id'], own)
  assert.is((await change(Number(added.json['id']), { specialist_id: null })).status, 422)
})

test('A11: a lower role, a new password and the archive end the sessions; another name does not', async () => {
  const changes = [{ role: 'reception' }, { password: 'quite another password' }]
  for (const body of changes) {
    const member = await made('admin')
    const token = await tokenOf(member)
    assert.is(await whoami(token), 200)
    assert.is((await change(member.id, { name: 'x' })).status, 200)
    assert.is(await whoami(token), 200)
    assert.is((await change(member.id, body)).status, 200)
    assert.is(await whoami(token), 401, JSON.stringify(body))
  }
  const member = await made('reception')
  const token = await tokenOf(member)
  await archive(member.id)
  assert.is(await whoami(token), 401)
  const signIn = { email: member.email, password, organization: clinic.slug }
  assert.is((await server.http('POST', '/v1/auth/staff', { body: signIn })).status, 401)
  const restored = await server.http('POST', `/v1/staff/${member.id}/restore`, {
    credential: clinic.owner,
  })
  assert.is(restored.json['archived_at'], null)
  assert.is(await whoami(await tokenOf(member)), 200)
})

test('who took an archived member’s e-mail keeps it', async () => {
  const old = await made('reception')
  await archive(old.id)
  assert.is((await add({ email: old.email, role: 'reception' })).status, 201)
  const restored = await server.http('POST', `/v1/staff/${old.id}/restore`, {
    credential: clinic.owner,
  })
  assert.is(restored.json['code'], 'already_exists')
})

test('a change with a stale version is refused, and what changed is in the audit log without the password', async () => {
  const { id } = await made('reception')
  assert.is((await change(id, { name: 'A' }, clinic.owner, { 'If-Match': '"1"' })).status, 200)
  assert.is((await change(id, { name: 'B' }, clinic.owner, { 'If-Match': '"1"' })).status, 412)
  await change(id, { password: 'a secret of theirs' })
  const { rows } = await database.query<{ line: string }>(
    `select row_to_json(a)::text as line from audit_log a where subject = $1 order by id`,
    [`staff:${id}`],
  )
  assert.is(rows.length, 3)
  assert.match(rows[1]?.line ?? '', /"name": ?"A"/)
  assert.not.match(rows.map(({ line }) => line).join(), /argon2|a secret of theirs/)
})

test('everybody changes their own name; another e-mail asks for the password', async () => {
  const [member, other] = [await made('reception'), await made('reception')]
  const credential = await tokenOf(member)
  const put = async (body: object) => {
    const { status, json } = await server.http('PATCH', '/v1/auth/staff', { body, credential })
    return status === 200 ? [json['name'], json['email']] : json['code']
  }
  assert.equal(await put({ name: 'Ольга' }), ['Ольга', member.email])
  const email = `new-${member.email}`
  assert.is(await put({ email }), 'invalid_request')
  assert.is(await put({ email, old_password: 'a wrong password' }), 'invalid_credentials')
  assert.is(await put({ email: other.email, old_password: password }), 'already_exists')
  assert.equal(await put({ email, old_password: password }), ['Ольга', email])
  assert.ok(await tokenOf({ ...member, email }))
  assert.is(await put({ role: 'owner' }), 'invalid_request')
})

test.run()
