import net from 'node:net'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { guest, makeClinic, visitAt } from '../test/clinic.ts'
import { startServer, type HttpAnswer } from '../test/server.ts'

const server = await startServer()
const clinic = await makeClinic(server)
const wish = visitAt(clinic, '10:00')
test.after(() => server.close())

const book = (raw: string, headers: Record<string, string> = {}) =>
  server.http('POST', '/v1/appointments/book', { credential: clinic.secret, raw, headers })

/** `400 invalid_request /price unknown_field` */
function short({ status, json }: HttpAnswer): string {
  const errors = (json['errors'] ?? []) as { pointer: string; code: string }[]
  return [status, json['code'], ...errors.map(({ pointer, code }) => `${pointer} ${code}`)].join(
    ' ',
  )
}

const text = JSON.stringify(wish)
const withMember = (member: string) => text.replace('{', `{${member},`)

test('a field that no schema names is refused by its name, however harmless', async () => {
  for (const name of ['price', 'status', 'organization_id', 'id', 'paid', 'total'])
    assert.is(
      short(await book(withMember(`"${name}":1`))),
      `400 invalid_request /${name} unknown_field`,
    )
  assert.is(
    short(await book(withMember('"a/b~c":1'))),
    '400 invalid_request /a~1b~0c unknown_field',
    'as a JSON Pointer',
  )
})

test('every wrong field is named at once, where it is', async () => {
  const confirm = await server.http('POST', '/v1/appointments/confirm', {
    credential: clinic.secret,
    body: {
      hold: 7,
      client: { first_name: '', phone: 'x'.repeat(40), vip: true },
      payment: { method: 'gold' },
      consents: [{ kind: 'none' }],
    },
  })
  const said = short(confirm)
  for (const part of [
    '/hold wrong_type',
    '/client/first_name too_short',
    '/client/phone too_long',
    '/client/vip unknown_field',
    '/payment/method not_allowed',
    '/consents/0/kind not_allowed',
    '/consents/0/version required',
  ])
    assert.ok(said.includes(part), `${part} in ${said}`)
})

test('a number is a number: no text, no flag, no fraction, nothing beyond the limits', async () => {
  const at = (value: string) => book(text.replace(/"service_id":\d+/, `"service_id":${value}`))
  for (const value of ['"1"', 'true', 'null', '[1]', '{}', '1.5'])
    assert.is(short(await at(value)), '400 invalid_request /service_id wrong_type', value)
  for (const value of ['0', '-1', '-0'])
    assert.is(short(await at(value)), '400 invalid_request /service_id too_small', value)
  for (const value of ['2147483648', '9007199254740993', '1e21', '1e308'])
    assert.is(short(await at(value)), '400 invalid_request /service_id too_large', value)
  assert.is((await at('1e400')).status, 400)
})

test('an instant has an offset and exists', async () => {
  for (const value of [
    '2027-01-11T10:00:00',
    '2027-02-29T10:00:00Z',
    '2027-01-11T24:00:00Z',
    '2027-01-11T10:00:60Z',
    '2027-01-11T10:00:00+14:60',
    '2027-01-11T10:00:00+15:00',
    '0000-01-11T10:00:00Z',
    '9999-01-11T10:00:00Z',
    '2027-01-11',
    'infinity',
    '',
  ])
    assert.is(
      short(await book(JSON.stringify({ ...wish, starts_at: value }))),
      '400 invalid_request /starts_at wrong_format',
      value,
    )
  assert.is(
    short(await book(JSON.stringify({ ...wish, starts_at: 1_800_000_000_000 }))),
    '400 invalid_request /starts_at wrong_type',
  )
})

test('what is not JSON in UTF-8 is malformed', async () => {
  for (const raw of ['{', 'nonsense', "{'a':1}", '{"a":NaN}', '{"a":1,}', '\u0000{}'])
    assert.is(short(await book(raw)), '400 malformed_body', raw)
  for (const bytes of [
    [0x7b, 0x22, 0xff, 0x22, 0x7d],
    [0xc0, 0xaf],
    [0xed, 0xa0, 0x80],
  ]) {
    const answer = await fetch(`${server.url}/v1/appointments/book`, {
      method: 'POST',
      headers: { authorization: `Bearer ${clinic.secret}`, 'content-type': 'application/json' },
      body: new Uint8Array(bytes),
    })
    assert.is(answer.status, 400)
    assert.is(((await answer.json()) as { code: string }).code, 'malformed_body')
  }
})

test('a name that comes twice is malformed, however it is written and wherever it stands', async () => {
  for (const raw of [
    withMember(`"service_id":${clinic.serviceId}`),
    text.replace('}', ',"starts_at":"2027-01-11T10:00:00Z"}'),
    withMember(`"service\\u005fid" : ${clinic.serviceId}`),
    withMember('"a":{"b":1,"b":1}'),
    withMember('"a":[{"b":1},{"b":1,"\\u0062":2}]'),
  ])
    assert.is(short(await book(raw)), '400 malformed_body', raw)
  const { id } = await clinic.admin.clients.create({ first_name: 'Кошелёк' })
  const twice = await server.http('POST', `/v1/clients/${id}/transactions`, {
    credential: clinic.secret,
    raw: '{"type":"deposit","amount":1,"amount":100000}',
  })
  assert.is(short(twice), '400 malformed_body')
  assert.is((await clinic.admin.clients.wallet(id)).balance.amount, 0)
})

test('what only looks like a name that comes twice is none', async () => {
  const note = 'a": "b", "note": \\"'
  const create = await server.http('POST', '/v1/clients', {
    credential: clinic.secret,
    raw: JSON.stringify(
      { first_name: 'Анна', notes: `${note}"first_name":`, tags: ['a', 'b:'] },
      null,
      2,
    ),
  })
  assert.is(create.status, 201)
  assert.is(create.json['notes'], `${note}"first_name":`)
})

test('text that PostgreSQL cannot keep is refused in every field, and the rest comes back as it was', async () => {
  const create = (first_name: string) =>
    server.http('POST', '/v1/clients', {
      credential: clinic.secret,
      raw: `{"first_name":"${first_name}"}`,
    })
  for (const name of ['a\\u0000b', '\\ud800', '\\udc00\\ud800', 'x\\udfff'])
    assert.is(short(await create(name)), '400 malformed_body', name)
  for (const name of [
    'Анна‮',
    '‍👩‍⚕️',
    '<img src=x onerror=alert(1)>',
    "Robert'); drop table",
    '${7*7}{{7*7}}',
    'İıǅ',
  ])
    assert.is((await create(name.replaceAll('\\', '\\\\'))).json['first_name'], name)
})

test('a body reaches no prototype', async () => {
  for (const raw of [
    withMember('"__proto__":{"admin":true}'),
    withMember('"\\u005f_proto__":{"admin":true}'),
    withMember('"client":{"__proto__":{"admin":true}}'),
  ])
    assert.is(short(await book(raw)), '400 malformed_body')
  assert.is(
    short(await book(withMember('"constructor":{"prototype":{"admin":true}}'))),
    '400 invalid_request /constructor unknown_field',
  )
  assert.is(({} as Record<string, unknown>)['admin'], undefined)
})

test('a body is an object, not too deep and not too large', async () => {
  for (const raw of ['[]', '"text"', '1', 'true', '['.repeat(120_000) + ']'.repeat(120_000)])
    assert.is(short(await book(raw)), '400 invalid_request  wrong_type', raw.slice(0, 10))
  const deep = '['.repeat(60_000) + ']'.repeat(60_000)
  assert.is((await book(withMember(`"hold":${deep}`))).status, 400)
  assert.is((await book(withMember(`"deep":${deep}`))).status, 400)
  assert.is((await book(`{"\\u0061":${deep}}`)).status, 400)
  assert.is(short(await book(' '.repeat(256 * 1024))), '400 malformed_body')
  assert.is(short(await book(' '.repeat(256 * 1024 + 1))), '413 body_too_large')
  const many = Array.from({ length: 5000 }, (_, index) => `"k${index}":1`).join()
  const crowd = await book(`{${many}}`)
  assert.is(crowd.status, 400)
  assert.is((crowd.json['errors'] as unknown[]).length, 50)
})

test('only JSON is taken, as such', async () => {
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
  ])
    assert.is(short(await book(text, { 'content-type': type })), '415 unsupported_media_type', type)
  assert.is(short(await book(text, { 'content-encoding': 'gzip' })), '415 unsupported_media_type')
  const other = { ...wish, starts_at: clinic.at('12:00') }
  const answer = await book(JSON.stringify(other), {
    'content-type': 'application/json; charset=utf-8',
  })
  assert.is(answer.status, 201)
})

test('only UTF-8 is taken: no byte order mark, nothing that says it is in another encoding', async () => {
  assert.is(short(await book(`\uFEFF${text}`)), '400 malformed_body')
  for (const charset of [
    'utf-16',
    'UTF-16LE',
    'windows-1251',
    '"koi8-r"',
    '',
    'utf-8;charset=utf-16',
  ])
    assert.is(
      short(await book(text, { 'content-type': `application/json; charset=${charset}` })),
      '415 unsupported_media_type',
      charset,
    )
  for (const charset of ['UTF-8', '"utf-8"', 'utf8'])
    assert.is(
      short(await book('{}', { 'content-type': `application/json;charset=${charset}` })).slice(
        0,
        19,
      ),
      '400 invalid_request',
      charset,
    )
})

test('an operation without a body takes an empty one, and no other', async () => {
  const { id } = await clinic.admin.appointments.create({
    ...visitAt(clinic, '15:00'),
    client: guest(),
  })
  const arrive = (raw?: string) =>
    server.http('POST', `/v1/appointments/${id}/arrive`, {
      credential: clinic.secret,
      ...(raw === undefined ? {} : { raw }),
    })
  assert.is(short(await arrive('{"note":"!"}')), '400 invalid_request /note unknown_field')
  assert.is(short(await arrive('[]')), '400 invalid_request  wrong_type')
  assert.is((await arrive('{}')).status, 200)
  assert.is((await arrive()).status, 200)
})

/** What `fetch` would not send. */
async function talk(head: string[], body: string): Promise<string> {
  const { hostname, port } = new URL(server.url)
  const socket = net.connect(Number(port), hostname)
  let heard = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => (heard += chunk))
  const closed = new Promise((resolve) => socket.on('close', resolve))
  socket.on('error', () => undefined)
  socket.write(
    [
      'POST /v1/appointments/book HTTP/1.1',
      'Host: x',
      `Authorization: Bearer ${clinic.secret}`,
      'Content-Type: application/json',
      'Connection: close',
      ...head,
      '',
      body,
    ].join('\r\n'),
  )
  await closed
  return heard
}

test('a body that declares more than is allowed is refused before it is sent', async () => {
  const heard = await talk([`Content-Length: ${10 * 1024 * 1024}`], '{')
  assert.match(heard, /^HTTP\/1\.1 413 /)
  assert.match(heard, /"code":"body_too_large"/)
})

test('an endless body in pieces is cut off at the limit', async () => {
  const piece = `10000\r\n${' '.repeat(0x10000)}\r\n`
  const heard = await talk(['Transfer-Encoding: chunked'], piece.repeat(5))
  assert.match(heard, /^HTTP\/1\.1 413 /)
})

test('two lengths, or a length and pieces, are no request', async () => {
  const twice = ['Content-Length: 2', 'Content-Length: 3']
  assert.match(await talk(twice, '{}'), /^HTTP\/1\.1 400 /)
  const both = ['Content-Length: 2', 'Transfer-Encoding: chunked']
  assert.match(await talk(both, '2\r\n{}\r\n0\r\n\r\n'), /^HTTP\/1\.1 400 /)
})

test.run()
