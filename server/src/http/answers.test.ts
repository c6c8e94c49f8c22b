import { codes } from '@zapis/sdk/contract'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, makeClinic, visitAt } from '../test/clinic.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
const clinic = await makeClinic(server)
test.after(() => server.close())

const get = (path: string, headers: Record<string, string> = {}, credential = clinic.secret) =>
  server.http('GET', `/v1${path}`, { credential, headers })
const times = `/availability?location_id=${clinic.locationId}&service_id=${clinic.serviceId}&from=${clinic.day}&to=${clinic.day}`

test('a refusal is a problem document in the caller’s language, with a stable code', async () => {
  for (const [accept, locale] of [
    ['ru', 'ru'],
    ['en-GB, en;q=0.9', 'en'],
    ['de, en;q=0.5, ru;q=0.1', 'en'],
    ['', 'ru'],
    ['fr', 'en'],
  ] as const) {
    const { status, headers, json } = await get('/appointments?limit=0', {
      'accept-language': accept,
    })
    assert.is(status, 400)
    assert.is(headers.get('content-type'), 'application/problem+json; charset=utf-8')
    assert.is(headers.get('content-language'), locale, accept)
    assert.is(json['type'], `${server.app.config.publicUrl}/docs#error-invalid_request`)
    assert.is(json['title'], codes.invalid_request.title)
    assert.is(json['status'], 400)
    assert.is(json['code'], 'invalid_request')
    assert.is(json['detail'], codes.invalid_request.detail[locale])
    assert.is(json['request_id'], headers.get('x-request-id'))
    const [error] = json['errors'] as { pointer: string; code: string; detail: string }[]
    assert.is(error?.pointer, '#limit')
    assert.match(error?.detail ?? '', locale === 'ru' ? /^Слишком мало/ : /^Too small/)
  }
})

test('every refusal has a sentence in both languages, and a status that is not ours to blame', () => {
  for (const [code, { status, title, detail }] of Object.entries(codes)) {
    assert.ok(title && detail.ru && detail.en, code)
    assert.ok((status >= 400 && status < 500) || status === 503 || code === 'internal_error', code)
    assert.match(detail.ru, /[а-я]/, code)
    assert.not.match(detail.en, /[а-я]/i, code)
  }
})

test('a request keeps the id that it came with, if it is one', async () => {
  const given = 'client-7:2026.11'
  const kept = await get('/organization', { 'x-request-id': given })
  assert.is(kept.headers.get('x-request-id'), given)
  for (const wrong of ['a b', 'x'.repeat(129), '"quoted"', '<script>']) {
    const { headers } = await get('/organization', { 'x-request-id': wrong })
    assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/)
  }
})

test('who has no credential is told how to bring one; a wrong one is not told apart', async () => {
  const none = await server.http('GET', '/v1/organization')
  assert.is(none.status, 401)
  assert.is(none.headers.get('www-authenticate'), 'Bearer')
  for (const credential of ['sk_wrong', 'pk_wrong', 'a.b.c', 'x'.repeat(5000)]) {
    const { status, json } = await get('/organization', {}, credential)
    assert.is(status, 401, credential.slice(0, 10))
    assert.is(json['code'], 'unauthenticated')
  }
})

test('answers are kept by nobody, guessed at by nobody, and give the server away to nobody', async () => {
  for (const path of ['/organization', '/nothing', times]) {
    const { headers } = await get(path)
    assert.is(headers.get('x-content-type-options'), 'nosniff')
    assert.is(headers.get('referrer-policy'), 'no-referrer')
    assert.is(headers.get('x-powered-by'), null)
    assert.is(headers.get('server'), null)
    assert.match(
      headers.get('cache-control') ?? '',
      path === times ? /private, no-cache/ : /no-store/,
    )
    assert.match(headers.get('vary') ?? '', /Accept-Language/i)
  }
})

test('times carry a tag: the same are not sent again, others are', async () => {
  const first = await get(times)
  const tag = first.headers.get('etag') ?? ''
  assert.match(tag, /^"[\w-]+"$/)
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
    const again = await get(times, { 'if-none-match': known })
    assert.is(again.status, 304, known)
    assert.is(again.text, '')
    assert.is(again.headers.get('etag'), tag)
  }
  await bookAt(clinic, '10:00')
  const changed = await get(times, { 'if-none-match': tag })
  assert.is(changed.status, 200)
  assert.is.not(changed.headers.get('etag'), tag)
})

test('a resource carries its version as its tag, and a change may insist on it', async () => {
  const { id, version } = await bookAt(clinic, '12:00')
  const path = `/appointments/${id}`
  assert.is((await get(path)).headers.get('etag'), `"${version}"`)
  const note = (tag: string) =>
    server.http('PATCH', `/v1${path}`, {
      credential: clinic.secret,
      body: { note: tag },
      headers: { 'if-match': tag },
    })
  for (const stale of [`"${version + 1}"`, '"abc"', `${version}`, '"999999999999"', '""']) {
    const { status, json } = await note(stale)
    assert.is(status, 412, stale)
    assert.is(json['code'], 'version_conflict')
  }
  const changed = await note(`"${version}"`)
  assert.is(changed.status, 200)
  assert.is(changed.headers.get('etag'), `"${version + 1}"`)
  assert.is((await note(`W/"${version + 1}"`)).status, 200)
  assert.is((await note('*')).status, 200)
})

test('a refused time says which others there are, inside the same document', async () => {
  await clinic.admin.appointments.book(visitAt(clinic, '14:00'))
  const { status, json } = await server.http('POST', '/v1/appointments/book', {
    credential: clinic.publishable,
    body: visitAt(clinic, '14:00'),
  })
  assert.is(status, 409)
  assert.is(json['code'], 'slot_unavailable')
  const alternatives = json['alternatives'] as { starts_at: string }[]
  assert.is(alternatives.length, 5)
})

test('only sites of the key may read answers, letter by letter', async () => {
  const { key } = await server.as(clinic.owner).apiKeys.create({
    kind: 'publishable',
    name: 'Сайт',
    allowed_origins: ['https://clinic.example'],
  })
  const from = (origin: string) => get(times, { origin }, key)
  const own = await from('https://clinic.example')
  assert.is(own.status, 200)
  assert.is(own.headers.get('access-control-allow-origin'), 'https://clinic.example')
  assert.is(own.headers.get('access-control-allow-credentials'), null)
  assert.match(own.headers.get('access-control-expose-headers') ?? '', /ETag/)
  assert.match(own.headers.get('vary') ?? '', /Origin/)
  for (const origin of [
    'https://clinic.example.evil.com',
    'http://clinic.example',
    'https://clinic.example:8443',
    'https://a.clinic.example',
    'https://CLINIC.example',
    'null',
    '',
  ]) {
    const { status, json, headers } = await from(origin)
    assert.is(status, 403, origin)
    assert.is(json['code'], 'origin_not_allowed')
    assert.is.not(headers.get('access-control-allow-origin'), '*')
  }
})

test('a preflight is answered without a credential, and for known sites only', async () => {
  await server.as(clinic.owner).apiKeys.create({
    kind: 'publishable',
    name: 'Другой сайт',
    allowed_origins: ['https://other.example'],
  })
  const preflight = (origin: string) =>
    server.http('OPTIONS', '/v1/appointments/book', {
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,idempotency-key',
      },
    })
  const known = await preflight('https://other.example')
  assert.is(known.status, 204)
  assert.is(known.headers.get('access-control-allow-origin'), 'https://other.example')
  assert.match(known.headers.get('access-control-allow-headers') ?? '', /Idempotency-Key/i)
  assert.match(known.headers.get('access-control-allow-methods') ?? '', /POST/)
  assert.is(known.headers.get('access-control-allow-credentials'), null)
})

test.run()
