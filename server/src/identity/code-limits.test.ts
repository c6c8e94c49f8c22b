import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startServer } from '../test/server.ts'

const server = await startServer({ RATE_LIMIT: 'on' })
const clinic = await server.found()
const other = await server.found()
const database = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
test.after(async () => {
  await database.end()
  await server.close()
})

const ask = (phone: string, credential = clinic.publishable) =>
  server.http('POST', '/v1/auth/code', { body: { phone }, credential })
const age = (interval: string) =>
  database.query(`update sign_in_codes set created_at = created_at - $1::interval`, [interval])

test('A15: a number gets one code a minute and five a day, by PostgreSQL’s word alone', async () => {
  const phone = '+79160000001'
  const together = await Promise.all([ask(phone), ask(phone), ask(phone)])
  assert.equal(together.map(({ status }) => status).sort(), [202, 429, 429])
  const refused = together.find(({ status }) => status === 429)
  assert.ok(Number(refused?.headers.get('retry-after')) <= 61)
  assert.is((await ask('+7 916 000-00-01')).status, 429)
  assert.is((await ask(phone, other.publishable)).status, 202)
  for (let n = 2; n <= 5; n++) {
    await age('61 seconds')
    assert.is((await ask(phone)).status, 202, `code ${n}`)
  }
  await age('61 seconds')
  const sixth = await ask(phone)
  assert.is(sixth.status, 429)
  assert.ok(Number(sixth.headers.get('retry-after')) > 80_000)
  await age('1 day')
  assert.is((await ask(phone)).status, 202)
})

test('A15: one address gets twenty codes in ten minutes, for whatever numbers', async () => {
  const site = await server.found()
  const statuses: number[] = []
  for (let n = 0; n < 22; n++)
    statuses.push((await ask(`+7916111${String(n).padStart(4, '0')}`, site.publishable)).status)
  assert.equal(statuses, [...Array<number>(20).fill(202), 429, 429])
})

test.run()
