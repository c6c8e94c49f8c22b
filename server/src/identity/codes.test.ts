import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openMailbox } from './test/mailbox.ts'
import { startServer } from '../test/server.ts'

const mailbox = await openMailbox()
const server = await startServer({ SMTP_URL: mailbox.url })
// The clinic whose codes are shown in the answer.
server.app.config.demo = true
const demo = await server.found('demo')
const database = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
const { log } = console
console.log = () => undefined
test.after(async () => {
  console.log = log
  await database.end()
  await server.close()
  await mailbox.close()
})

let count = 0
const newPhone = () => `+7916000${String(++count).padStart(4, '0')}`

const ask = (body: object, credential = demo.publishable) =>
  server.http('POST', '/v1/auth/code', { body, credential })
const exchange = (body: object, credential = demo.publishable) =>
  server.http('POST', '/v1/auth/token', { body, credential })

async function codeFor(phone: string): Promise<string> {
  const { status, json, text } = await ask({ phone })
  assert.is(status, 202, text)
  return String(json['demo_code'])
}

const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

/** Who a client’s access token says they are. */
function clientOf(json: Record<string, unknown>): string {
  const payload = String(json['access_token']).split('.')[1] ?? ''
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string }
  return claims.sub
}

async function clientsWith(column: 'phone' | 'email', value: string): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    `select count(*)::integer as n from clients where ${column} = $1`,
    [value],
  )
  return rows[0]?.n ?? 0
}

test('a code signs a client in: a new one is made, a known one is found', async () => {
  const phone = newPhone()
  const first = await exchange({ phone, code: await codeFor(phone) })
  assert.is(first.status, 200, first.text)
  const again = `8${phone.slice(2)}`
  const second = await exchange({ phone: again, code: await codeFor(again) })
  assert.is(clientOf(second.json), clientOf(first.json))
  assert.is(await clientsWith('phone', phone), 1)
  const { rows } = await database.query<{ n: number }>(
    `select count(*)::integer as n from events where type = 'client.created' and subject_id = $1`,
    [Number(clientOf(first.json).split(':')[1])],
  )
  assert.is(rows[0]?.n, 1)
})

test('two codes’ worth of sign-ins at once make one client', async () => {
  const phone = newPhone()
  const code = await codeFor(phone)
  const answers = await Promise.all(Array.from({ length: 4 }, () => exchange({ phone, code })))
  assert.equal(answers.map(({ status }) => status).sort(), [200, 401, 401, 401])
  assert.is(await clientsWith('phone', phone), 1)
})

test('R1: the answer is the same for a known and an unknown number', async () => {
  const known = newPhone()
  await exchange({ phone: known, code: await codeFor(known) })
  const answers = [await ask({ phone: known }), await ask({ phone: newPhone() })]
  for (const { status, json } of answers) {
    assert.is(status, 202)
    assert.equal({ ...json, demo_code: '' }, { status: 'sent', expires_in: 600, demo_code: '' })
  }
})

test('A12: a code is dead after five wrong tries, also for the right one', async () => {
  const phone = newPhone()
  const code = await codeFor(phone)
  for (let n = 0; n < 5; n++)
    assert.is((await exchange({ phone, code: otherThan(code) })).json['code'], 'invalid_code')
  assert.is((await exchange({ phone, code })).status, 401)
  assert.is((await exchange({ phone, code: await codeFor(phone) })).status, 200)
})

test('A12: a code is good once, for ten minutes, and only the newest one', async () => {
  const phone = newPhone()
  const old = await codeFor(phone)
  const code = await codeFor(phone)
  if (old !== code) assert.is((await exchange({ phone, code: old })).status, 401)
  assert.is((await exchange({ phone, code })).status, 200)
  assert.is((await exchange({ phone, code })).status, 401)
  const late = await codeFor(phone)
  await database.query(`update sign_in_codes set expires_at = now() where consumed_at is null`)
  assert.is((await exchange({ phone, code: late })).status, 401)
})

test('A13: two hundred guesses at once reach a code five times', async () => {
  const phone = newPhone()
  const code = await codeFor(phone)
  const { rows } = await database.query<{ id: number }>(
    'select id from sign_in_codes order by id desc limit 1',
  )
  const guesses = Array.from({ length: 200 }, () => exchange({ phone, code: otherThan(code) }))
  const statuses = new Set((await Promise.all(guesses)).map(({ status }) => status))
  assert.equal([...statuses], [401])
  const { rows: after } = await database.query<{ attempts: number }>(
    'select attempts from sign_in_codes where id = $1',
    [rows[0]?.id],
  )
  assert.is(after[0]?.attempts, 5)
  assert.is((await exchange({ phone, code })).status, 401)
})

test('a code of one clinic or of another number opens nothing', async () => {
  const other = await server.found()
  const [phone, stranger] = [newPhone(), newPhone()]
  const code = await codeFor(phone)
  await codeFor(stranger)
  assert.is((await exchange({ phone, code }, other.publishable)).status, 401)
  const elsewhere = await exchange({ phone: stranger, code })
  assert.is(elsewhere.status, 401)
})

test('a code needs a site’s key and one contact that can be one', async () => {
  assert.is((await ask({ phone: newPhone() }, demo.secret)).status, 403)
  assert.is(
    (await server.http('POST', '/v1/auth/code', { body: { phone: newPhone() } })).status,
    401,
  )
  assert.is((await ask({})).json['code'], 'contact_required')
  assert.is((await ask({ phone: '12345' })).json['code'], 'phone_invalid')
  assert.is((await ask({ phone: '+7 809 123 45 67' })).json['code'], 'phone_invalid')
  assert.is((await ask({ phone: newPhone(), email: 'a@b.test' })).status, 400)
  assert.is((await exchange({ code: '123456' })).json['code'], 'contact_required')
})

test('an erased or merged client is not signed in; their number makes somebody new', async () => {
  const phone = newPhone()
  const first = await exchange({ phone, code: await codeFor(phone) })
  const id = Number(clientOf(first.json).split(':')[1])
  await database.query('update clients set merged_into = $2 where id = $1', [id, id - 1])
  const second = await exchange({ phone, code: await codeFor(phone) })
  assert.is.not(clientOf(second.json), clientOf(first.json))
  const refresh = { body: { refresh_token: first.json['refresh_token'] } }
  assert.is((await server.http('POST', '/v1/auth/refresh', refresh)).status, 401)
})

test('a clinic that is not the demo sends the code by e-mail and never shows it', async () => {
  const other = await server.found()
  const email = 'Anna@Clients.Test'
  const { status, text } = await ask({ email }, other.publishable)
  assert.is(status, 202)
  assert.not.match(text, /demo_code|\d{6}/)
  const letter = await mailbox.next()
  assert.is(letter.to, 'anna@clients.test')
  const code = /\d{6}/.exec(letter.text)?.[0] ?? ''
  const signedIn = await exchange({ email: 'anna@clients.test', code }, other.publishable)
  assert.is(signedIn.status, 200)
  assert.is(await clientsWith('email', 'anna@clients.test'), 1)
})

test('neither the code nor the number is kept as it is', async () => {
  const phone = newPhone()
  const code = await codeFor(phone)
  const { rows } = await database.query<{ line: string }>(
    'select row_to_json(c)::text as line from sign_in_codes c order by id desc limit 1',
  )
  assert.not.ok(rows[0]?.line.includes(phone.slice(1)))
  assert.not.ok(rows[0]?.line.includes(`"${code}"`))
})

test.run()
