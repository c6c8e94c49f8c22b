import net from 'node:net'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import pg from 'pg'
import { guest, makeClinic, visitAt } from '../test/clinic.ts'
import { clientOf } from '../test/people.ts'
import { startServer } from '../test/server.ts'
import { keyOf, requestHash } from './idempotency.ts'

const server = await startServer()
const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 1 })
test.after(async () => {
  await owner.end()
  await server.close()
})

const post = (path: string, credential: string, body: object, key: string) =>
  server.http('POST', `/v1${path}`, { credential, body, headers: { 'idempotency-key': key } })

test('a key is one to 255 visible characters, quoted or bare', () => {
  assert.is(keyOf(''), null)
  assert.is(keyOf('a'), 'a')
  assert.is(keyOf('"a"'), 'a')
  assert.is(keyOf('x'.repeat(255)), 'x'.repeat(255))
  for (const wrong of ['""', 'a b', 'x'.repeat(256), 'ключ', 'a\tb', 'a, b'])
    assert.throws(() => keyOf(wrong), /invalid_request/, wrong)
})

test('the same members in another order are the same request, anything else is another', () => {
  const hash = (body: unknown, path = '/a') => requestHash('POST', path, body)
  assert.is(hash({ a: 1, b: { c: 2, d: 3 } }), hash({ b: { d: 3, c: 2 }, a: 1 }))
  assert.is.not(hash({ a: 1 }), hash({ a: '1' }))
  assert.is.not(hash({ a: [1, 2] }), hash({ a: [2, 1] }))
  assert.is.not(hash({ a: 1 }), hash({ a: 1 }, '/b'))
  assert.is.not(hash(undefined), hash({}))
})

test('a repeated request gets the first answer, byte by byte, and is told so', async () => {
  const clinic = await makeClinic(server)
  const body = { ...visitAt(clinic, '10:00'), client: guest() }
  const first = await post('/appointments', clinic.secret, body, '"one"')
  const again = await post('/appointments', clinic.secret, { ...body }, 'one')
  assert.is(first.status, 201)
  assert.is(first.headers.get('idempotency-replayed'), null)
  assert.is(again.status, 201)
  assert.is(again.headers.get('idempotency-replayed'), 'true')
  assert.is(again.text, first.text)
  assert.is(again.headers.get('etag'), first.headers.get('etag'))
})

test('the first answer stays, whatever became of the visit', async () => {
  const clinic = await makeClinic(server)
  const body = { ...visitAt(clinic, '10:00'), client: guest() }
  const first = await post('/appointments', clinic.secret, body, 'k')
  await clinic.admin.appointments.cancel(Number(first.json['id']))
  assert.is((await post('/appointments', clinic.secret, body, 'k')).text, first.text)
})

test('a change that is sent again over the version that its own lost first has made is answered as that', async () => {
  const clinic = await makeClinic(server)
  const { id, version } = await clinic.admin.clients.create({ first_name: 'Анна' })
  const send = (method: string, path: string, body: object | undefined, key: string) =>
    server.http(method, `/v1${path}`, {
      credential: clinic.secret,
      ...(body && { body }),
      headers: { 'if-match': `"${version}"`, 'idempotency-key': key },
    })
  const rename = (key: string) => send('PATCH', `/clients/${id}`, { first_name: 'Инна' }, key)
  const [first, again] = [await rename('k'), await rename('k')]
  assert.equal([first.status, again.status], [200, 200])
  assert.is(again.headers.get('idempotency-replayed'), 'true')
  assert.is(again.text, first.text)
  assert.is((await rename('another')).status, 412)
  const { id: service } = await clinic.admin.services.create({
    name: 'Осмотр',
    duration_min: 30,
    price: 100,
  })
  const archive = () => send('DELETE', `/services/${service}`, undefined, 'd')
  assert.equal([(await archive()).status, (await archive()).status], [204, 204])
})

test('a key with another request is refused', async () => {
  const clinic = await makeClinic(server)
  const body = { ...visitAt(clinic, '10:00'), client: guest() }
  await post('/appointments', clinic.secret, body, 'k')
  const other = { ...body, starts_at: clinic.at('12:00') }
  const { status, json } = await post('/appointments', clinic.secret, other, 'k')
  assert.is(status, 422)
  assert.is(json['code'], 'idempotency_mismatch')
  const { id } = await clinic.admin.appointments.create({ ...other, client: guest() })
  const cancel = await post(`/appointments/${id}/cancel`, clinic.secret, {}, 'c')
  assert.is(cancel.status, 200)
  const { id: second } = await clinic.admin.appointments.create({
    ...visitAt(clinic, '14:00'),
    client: guest(),
  })
  const elsewhere = await post(`/appointments/${second}/cancel`, clinic.secret, {}, 'c')
  assert.is(elsewhere.json['code'], 'idempotency_mismatch')
})

test('a key belongs to its caller and its route', async () => {
  const clinic = await makeClinic(server)
  const stranger = await makeClinic(server)
  const anna = await clientOf(server, clinic)
  const maria = await clientOf(server, clinic)
  const book = (credential: string, of: typeof clinic, time: string) =>
    post('/appointments/book', credential, visitAt(of, time), 'same')
  for (const [credential, of, time] of [
    [clinic.publishable, clinic, '09:00'],
    [clinic.secret, clinic, '10:00'],
    [anna.token, clinic, '11:00'],
    [maria.token, clinic, '12:00'],
    [stranger.publishable, stranger, '09:00'],
  ] as const)
    assert.is((await book(credential, of, time)).status, 201, time)
  const hold = (await book(clinic.publishable, clinic, '09:00')).json['hold']
  const confirmed = await post(
    '/appointments/confirm',
    clinic.publishable,
    { hold, client: guest() },
    'same',
  )
  assert.is(confirmed.status, 201)
})

test('what was refused is not remembered: the key is free for a better try', async () => {
  const clinic = await makeClinic(server)
  const body = { ...visitAt(clinic, '10:00'), client: { first_name: 'Анна', phone: '12' } }
  const refused = await post('/appointments', clinic.secret, body, 'k')
  assert.is(refused.status, 400)
  const wrong = { ...body, client: { first_name: 'Анна', phone: '12345' } }
  assert.is((await post('/appointments', clinic.secret, wrong, 'k')).status, 422)
  const right = { ...body, client: guest() }
  assert.is((await post('/appointments', clinic.secret, right, 'k')).status, 201)
})

test('answers are kept sealed: they may hold a secret that is shown once', async () => {
  const clinic = await makeClinic(server)
  const body = { kind: 'secret', name: 'Сервер' }
  const { json } = await post('/api-keys', clinic.owner, body, 'k')
  const secret = String(json['key'])
  const { rows } = await owner.query<{ sealed_body: string }>(
    'select sealed_body from idempotency_keys where organization_id = $1',
    [clinic.organizationId],
  )
  assert.ok(rows.length > 0)
  for (const { sealed_body } of rows) {
    assert.not(sealed_body.includes(secret))
    assert.not(Buffer.from(sealed_body, 'base64').toString('latin1').includes(secret))
  }
  assert.is((await post('/api-keys', clinic.owner, body, 'k')).json['key'], secret)
})

test('a key of a wrong form is refused before anything is done', async () => {
  const clinic = await makeClinic(server)
  for (const wrong of ['""', 'a b', 'x'.repeat(256)]) {
    const { status, json } = await post(
      '/appointments/book',
      clinic.publishable,
      visitAt(clinic, '10:00'),
      wrong,
    )
    assert.is(status, 400)
    assert.equal(
      (json['errors'] as { pointer: string; code: string }[]).map(({ pointer }) => pointer),
      ['#Idempotency-Key'],
    )
  }
})

test('two keys on one request are none', async () => {
  const clinic = await makeClinic(server)
  const { hostname, port } = new URL(server.url)
  const body = JSON.stringify(visitAt(clinic, '10:00'))
  const socket = net.connect(Number(port), hostname)
  let heard = ''
  socket.on('data', (chunk) => (heard += String(chunk)))
  const closed = new Promise((resolve) => socket.on('close', resolve))
  socket.write(
    `POST /v1/appointments/book HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ${clinic.publishable}\r\nContent-Type: application/json\r\nIdempotency-Key: a\r\nIdempotency-Key: b\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
  await closed
  assert.match(heard, /^HTTP\/1\.1 400 /)
})

test.run()
