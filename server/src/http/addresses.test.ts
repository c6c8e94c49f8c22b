import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, makeClinic } from '../test/clinic.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
const clinic = await makeClinic(server)
const visit = await bookAt(clinic, '10:00')
test.after(() => server.close())

const get = (path: string, credential = clinic.secret) =>
  server.http('GET', `/v1${path}`, { credential })

async function ask(change: Record<string, string | string[]>, path = '/availability') {
  const query = new URLSearchParams()
  const plain: Record<string, string | string[]> = {
    location_id: `${clinic.locationId}`,
    service_id: `${clinic.serviceId}`,
    from: clinic.day,
    to: clinic.day,
    ...change,
  }
  for (const [name, value] of Object.entries(plain))
    for (const each of [value].flat()) query.append(name, each)
  const { status, json } = await get(`${path}?${query.toString()}`)
  const errors = (json['errors'] ?? []) as { pointer: string; code: string }[]
  return [status, ...errors.map(({ pointer, code }) => `${pointer} ${code}`)].join(' ')
}

test('a parameter that no schema names is refused by its name', async () => {
  assert.is(await ask({ price: '1' }), '400 #price unknown_field')
  assert.is(await ask({ 'from[gt]': clinic.day }), '400 #from[gt] unknown_field')
  assert.is(await ask({ __proto__x: '1' }), '400 #__proto__x unknown_field')
  const { status, json } = await get('/clients?__proto__=1&constructor=1')
  assert.is(status, 400)
  assert.is((json['errors'] as unknown[]).length, 2)
  const body = { location_id: 1, service_id: 1, starts_at: visit.starts_at }
  const post = await server.http('POST', '/v1/appointments/book?dry_run=1', {
    credential: clinic.secret,
    body,
  })
  assert.is(post.status, 400)
})

test('a parameter stands once', async () => {
  assert.is(await ask({ location_id: ['1', '1'] }), '400 #location_id wrong_type')
  assert.is(await ask({ from: [clinic.day, clinic.day] }), '400 #from wrong_type')
})

test('a number in an address is plain decimal digits', async () => {
  assert.is(await ask({}), '200')
  for (const wrong of [
    '0x1',
    '1e0',
    '1.0',
    ' 1',
    '1 ',
    '+1',
    '01',
    'Infinity',
    'NaN',
    'true',
    '',
    '１',
  ])
    assert.is(await ask({ location_id: wrong }), '400 #location_id wrong_type', wrong)
  assert.is(await ask({ location_id: '0' }), '400 #location_id too_small')
  assert.is(await ask({ location_id: '2147483648' }), '400 #location_id too_large')
  for (const wrong of [
    '0x1',
    '1e0',
    '1.0',
    '01',
    '+1',
    '-1',
    '%00',
    '%zz',
    'abc',
    '2147483648',
    '9'.repeat(30),
  ])
    assert.is((await get(`/appointments/${wrong}`)).status, 404, wrong)
})

test('a flag in an address is true or false', async () => {
  assert.is((await get('/services?archived=true')).status, 200)
  for (const wrong of ['1', 'yes', 'TRUE', ''])
    assert.is((await get(`/services?archived=${wrong}`)).status, 400, wrong)
})

test('a page has one to a hundred lines', async () => {
  for (const limit of ['1', '100']) assert.is((await get(`/clients?limit=${limit}`)).status, 200)
  for (const limit of ['0', '101', '-1', '1.5'])
    assert.is((await get(`/clients?limit=${limit}`)).status, 400, limit)
})

test('a list is sorted by what it offers, and by nothing else', async () => {
  for (const sort of ['password_hash', 'id;drop', 'id,(select 1)', 'starts_at desc', ''])
    assert.is((await get(`/appointments?sort=${encodeURIComponent(sort)}`)).status, 400, sort)
  assert.is((await get('/appointments?sort=-starts_at')).status, 200)
})

test('a text in an address cannot be what PostgreSQL cannot keep', async () => {
  const { status, json } = await get('/clients?search=%00')
  assert.is(status, 400)
  assert.is((json['errors'] as { pointer: string }[])[0]?.pointer, '#search')
  for (const text of ['%ED%A0%80', '%FF', '%E2%80%AE', "'--", '%25%25'])
    assert.is((await get(`/clients?search=${text}`)).status, 200, text)
})

test('times are asked for at most 62 days, from the first to the last', async () => {
  assert.is(await ask({ from: '2027-01-01', to: '2027-03-03' }), '200')
  assert.is(await ask({ from: '2027-01-01', to: '2027-03-04' }), '400 #to too_large')
  assert.is(await ask({ from: '2027-01-02', to: '2027-01-01' }), '400 #to too_small')
  for (const wrong of [
    '2027-02-29',
    '2027-1-1',
    '01.01.2027',
    '2027-1-011',
    '0000-01-01',
    '9999-12-31',
  ])
    assert.is(await ask({ from: wrong }), '400 #from wrong_format', wrong)
})

test('an address has one spelling', async () => {
  for (const path of [
    '/Appointments',
    '/appointments/',
    '//appointments',
    '/appointments;x=1',
    '/appointments%2f1',
    '/appointments/1/cancel/',
    '/nothing',
    '/',
    '',
    '/internal',
    '/debug',
    '/metrics',
  ])
    assert.is((await get(path)).status, 404, path)
})

test('a method that the address does not have is refused with those that it has', async () => {
  for (const [method, path, allow] of [
    ['PUT', '/appointments', 'POST, GET'],
    ['DELETE', `/appointments/${visit.id}`, 'GET, PATCH'],
    ['GET', '/appointments/confirm', undefined],
    ['PATCH', '/availability', 'GET'],
  ] as const) {
    const { status, json, headers } = await server.http(method, `/v1${path}`, {
      credential: clinic.secret,
    })
    if (allow === undefined) {
      assert.is(status, 404, path)
      continue
    }
    assert.is(status, 405, path)
    assert.is(json['code'], 'method_not_allowed')
    for (const each of allow.split(', ')) assert.match(headers.get('allow') ?? '', each)
  }
})

test('a header does not change the method', async () => {
  for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
    const answer = await server.http('POST', `/v1/appointments/${visit.id}`, {
      credential: clinic.secret,
      body: { note: 'Подмена' },
      headers: { [name]: 'PATCH' },
    })
    assert.is(answer.status, 405)
  }
  assert.is((await clinic.admin.appointments.get(visit.id)).note, '')
})

test('HEAD is GET without the body', async () => {
  const { status, text, headers } = await server.http('HEAD', `/v1/appointments/${visit.id}`, {
    credential: clinic.secret,
  })
  assert.is(status, 200)
  assert.is(text, '')
  assert.is(headers.get('etag'), `"${visit.version}"`)
})

test.run()
