import { verify } from '@zapis/sdk/webhooks'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, makeClinic } from '../../test/clinic.ts'
import { startServer } from '../../test/server.ts'
import { startWorker } from '../../worker.ts'
import { eventually } from '../test/app.ts'
import { answerWith, startReceiver } from '../test/receiver.ts'

const server = await startServer()
const strict = await startServer({ WEBHOOK_PRIVATE: '0' })
const receiver = await startReceiver()
test.after(async () => {
  await receiver.close()
  await strict.close()
  await server.close()
})

const url = 'https://clinic.example/hooks'

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'accepted'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

test('an endpoint is added, listed, changed and removed; its secret is shown once', async () => {
  const clinic = await server.found()
  const { webhookEndpoints } = server.as(clinic.secret)
  const made = await webhookEndpoints.create({ url, types: ['appointment.booked'] })
  assert.match(made.secret, /^whsec_/)
  const { secret: _, ...shown } = made
  assert.equal(await webhookEndpoints.get(made.id), shown)
  assert.equal((await webhookEndpoints.list()).data, [shown])
  const changed = await webhookEndpoints.update(made.id, { types: [], enabled: false })
  assert.equal([changed.types, changed.enabled, changed.version], [[], false, 2])
  assert.is(
    await codeOf(webhookEndpoints.update(made.id, { enabled: true }, { ifMatch: 1 })),
    'version_conflict',
  )
  await webhookEndpoints.remove(made.id)
  await webhookEndpoints.remove(made.id)
  assert.is(await codeOf(webhookEndpoints.get(made.id)), 'not_found')
  assert.equal((await webhookEndpoints.list()).data, [])
})

test('every change of an endpoint is in the audit log, without its secret', async () => {
  const clinic = await server.found()
  const { webhookEndpoints, auditLog } = server.as(clinic.owner)
  const { id } = await webhookEndpoints.create({ url })
  await webhookEndpoints.update(id, { enabled: false })
  await webhookEndpoints.remove(id)
  const { data } = await auditLog.list({ limit: 100 })
  const lines = data.filter(({ subject }) => subject === `webhook_endpoint:${id}`)
  assert.is(lines.length, 3)
  assert.not.match(JSON.stringify(data), 'whsec_')
})

test('endpoints of another organization are not there', async () => {
  const [mine, theirs] = [await server.found(), await server.found()]
  const { id } = await server.as(mine.secret).webhookEndpoints.create({ url })
  const { webhookEndpoints } = server.as(theirs.secret)
  assert.is(await codeOf(webhookEndpoints.get(id)), 'not_found')
  assert.is(await codeOf(webhookEndpoints.update(id, { enabled: false })), 'not_found')
  assert.is(await codeOf(webhookEndpoints.remove(id)), 'not_found')
  assert.is(await codeOf(webhookEndpoints.deliveries(id).then((page) => page)), 'not_found')
  assert.equal((await webhookEndpoints.list()).data, [])
})

test('sites and strangers may not look', async () => {
  const clinic = await server.found()
  assert.is(await codeOf(server.as(clinic.publishable).webhookEndpoints.list().then()), 'forbidden')
})

test('a private address is refused when it is saved and when it is changed', async () => {
  const clinic = await strict.found()
  const { webhookEndpoints } = strict.as(clinic.secret)
  const { id } = await webhookEndpoints.create({ url })
  for (const bad of [
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::ffff:10.0.0.1]/',
    'https://192.168.0.1/',
    'https://localhost/',
    'http://clinic.example/',
  ]) {
    assert.is(await codeOf(webhookEndpoints.create({ url: bad })), 'address_not_allowed', bad)
    assert.is(await codeOf(webhookEndpoints.update(id, { url: bad })), 'address_not_allowed', bad)
  }
})

test('a booking arrives signed, failures are in the log, and what failed is sent again when asked for', async () => {
  const clinic = await makeClinic(server)
  const { webhookEndpoints } = clinic.admin
  const endpoint = await webhookEndpoints.create({
    url: receiver.url,
    types: ['appointment.booked'],
  })
  receiver.answer = answerWith(500)
  const worker = startWorker(server.app)
  const visit = await bookAt(clinic, '10:00')
  const failed = await eventually(async () => {
    const { data } = await webhookEndpoints.deliveries(endpoint.id, { status: 'pending' })
    return data.find(({ response_status }) => response_status === 500)
  })
  assert.equal(
    [failed.type, failed.status, failed.attempts, failed.error],
    ['appointment.booked', 'pending', 1, 'http_500'],
  )
  assert.ok(failed.next_attempt_at)
  receiver.answer = answerWith(204)
  const asked = await webhookEndpoints.resend(endpoint.id, failed.id)
  assert.is(asked.status, 'pending')
  const delivered = await eventually(async () => {
    const { data } = await webhookEndpoints.deliveries(endpoint.id, { status: 'delivered' })
    return data[0]
  })
  assert.equal([delivered.id, delivered.attempts], [failed.id, 2])
  await webhookEndpoints.resend(endpoint.id, failed.id)
  await eventually(() => receiver.received.length >= 3 || undefined)
  await worker.stop()
  const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
  assert.is(new Set(ids).size, 1)
  const { body, headers } = receiver.received.at(-1)!
  const event = await verify(body, headers, endpoint.secret)
  assert.is(event.type, 'appointment.booked')
  assert.is(event.data.object?.['id'], visit.id)
  assert.not.match(body, '+7916')
  assert.is(await codeOf(webhookEndpoints.resend(endpoint.id, 2_000_000_000)), 'not_found')
})

test('an endpoint that was removed gets nothing more', async () => {
  const clinic = await makeClinic(server)
  const { webhookEndpoints } = clinic.admin
  receiver.received.length = 0
  receiver.answer = answerWith(500)
  const endpoint = await webhookEndpoints.create({ url: receiver.url })
  const worker = startWorker(server.app)
  await bookAt(clinic, '11:00')
  await eventually(async () => {
    const { data } = await webhookEndpoints.deliveries(endpoint.id)
    return data.some(({ error }) => error === 'http_500') || undefined
  })
  await worker.stop()
  await webhookEndpoints.remove(endpoint.id)
  const backlog = await server.http('GET', '/metrics')
  assert.match(backlog.text, 'zapis_outbox_webhook_deliveries')
})

test.run()
