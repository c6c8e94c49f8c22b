import { Webhook } from 'standardwebhooks'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { relay } from '../relay.ts'
import { eventually, outbox } from '../test/app.ts'
import { answerWith, startReceiver, type Receiver } from '../test/receiver.ts'
import { createCourier, type CourierOptions } from './deliver.ts'
import { createPoster } from './post.ts'
import { newSecret, sealSecret } from './sign.ts'

const { app, owner, found, happen, close } = await outbox()
const clinic = await found()
const other = await found()
const receiver = await startReceiver()
const second = await startReceiver()
const poster = createPoster({ allowPrivate: true, deadlineMs: 300 })
test.after(async () => {
  await poster.close()
  await receiver.close()
  await second.close()
  await close()
})
test.before.each(async () => {
  for (const each of [receiver, second]) {
    each.received.length = 0
    each.answer = answerWith(204)
  }
  await owner('delete from webhook_deliveries')
  await owner('delete from webhook_endpoints')
  await owner('delete from events')
})

const signal = new AbortController().signal

async function endpoint(url: string, organizationId = clinic) {
  const secret = newSecret()
  const [row] = await owner<{ id: number }>(
    `insert into webhook_endpoints (organization_id, url, secret) values ($1, $2, $3) returning id`,
    [organizationId, url, sealSecret(app.secrets, secret)],
  )
  return { id: row!.id, secret }
}

/** One turn, to its end. */
async function deliver(options: Partial<CourierOptions> = {}): Promise<void> {
  const courier = createCourier(app, { post: poster.post, ...options })
  await courier.turn(signal)
  await courier.stop()
}

async function relayAll(): Promise<void> {
  while (await relay(app, signal));
}

interface Kept {
  status: string
  attempts: number
  response_status: number | null
  error: string | null
  /** Seconds until the next try. */
  pause: number
}

function deliveries(): Promise<Kept[]> {
  return owner<Kept>(
    `select status, attempts, response_status, error,
       extract(epoch from next_at - clock_timestamp())::integer as pause from webhook_deliveries order by id`,
  )
}

const due = () => owner('update webhook_deliveries set next_at = now()')

test('an event arrives signed, once', async () => {
  const { secret } = await endpoint(receiver.url)
  const id = await happen(clinic, 'appointment.booked', { id: 7 })
  await relayAll()
  await deliver()
  await deliver()
  assert.is(receiver.received.length, 1)
  const { headers, body } = receiver.received[0]!
  const event = new Webhook(secret).verify(body, headers)
  assert.equal(
    { ...(event as object), created_at: '' },
    { id, type: 'appointment.booked', created_at: '', data: { object: { id: 7 } } },
  )
  assert.is(headers['webhook-id'], `evt_${clinic}_${id}`)
  const [kept] = await deliveries()
  assert.is(kept?.status, 'delivered')
  assert.is(kept?.response_status, 204)
})

test('what failed is tried again later, under the same id with a new time', async () => {
  const { secret } = await endpoint(receiver.url)
  receiver.answer = answerWith(500)
  await happen(clinic)
  await relayAll()
  const instants = ['2027-01-01T00:00:00Z', '2027-01-01T00:00:05Z'].map((text) => new Date(text))
  const clock = app.clock
  for (const instant of instants) {
    app.clock = () => instant
    await deliver()
    await due()
  }
  app.clock = clock
  receiver.answer = answerWith(200)
  await deliver()
  const [first, again, last] = receiver.received
  assert.is(first?.headers['webhook-id'], again?.headers['webhook-id'])
  assert.is(first?.headers['webhook-id'], last?.headers['webhook-id'])
  assert.is(first?.body, last?.body)
  const time = (index: number) => Number(receiver.received[index]?.headers['webhook-timestamp'])
  assert.is(time(1) - time(0), 5)
  new Webhook(secret).verify(last!.body, last!.headers)
  const [kept] = await deliveries()
  assert.equal([kept?.status, kept?.attempts], ['delivered', 3])
})

test('the tries are spread over days, and the tenth is the last', async () => {
  await endpoint(receiver.url)
  receiver.answer = answerWith(500)
  await happen(clinic)
  await relayAll()
  const least = [5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400]
  for (const seconds of least) {
    await deliver()
    const [kept] = await deliveries()
    assert.equal([kept?.status, kept?.error], ['pending', 'http_500'])
    assert.ok(kept!.pause >= seconds - 2 && kept!.pause <= seconds * 1.2, `${kept!.pause}`)
    await due()
  }
  await deliver()
  const [kept] = await deliveries()
  assert.equal([kept?.status, kept?.attempts], ['failed', 10])
  await due()
  await deliver()
  assert.is(receiver.received.length, 10)
})

const failures: [string, Receiver['answer'], string, number | null][] = [
  ['500', answerWith(500), 'http_500', 500],
  ['a redirect', answerWith(302, { location: '/elsewhere' }), 'http_302', 302],
  ['silence', () => undefined, 'timeout', null],
  ['a broken connection', (request) => request.socket.destroy(), 'connection_reset', null],
]
for (const [what, answer, error, status] of failures) {
  test(`${what} is a failure, to be tried again`, async () => {
    await endpoint(receiver.url)
    receiver.answer = answer
    await happen(clinic)
    await relayAll()
    await deliver()
    const [kept] = await deliveries()
    assert.equal([kept?.status, kept?.error, kept?.response_status], ['pending', error, status])
    assert.is(receiver.received.length, 1)
  })
}

test('410 switches the endpoint off, with its reason', async () => {
  const { id } = await endpoint(receiver.url)
  receiver.answer = answerWith(410)
  await happen(clinic)
  await relayAll()
  await deliver()
  const [row] = await owner<{ off: boolean; disabled_reason: string }>(
    'select disabled_at is not null as off, disabled_reason from webhook_endpoints where id = $1',
    [id],
  )
  assert.equal(row, { off: true, disabled_reason: '410' })
  await happen(clinic, 'appointment.booked', { id: 2 })
  await relayAll()
  await due()
  await deliver()
  assert.is(receiver.received.length, 1)
})

test('an endpoint that has taken nothing for five days is switched off when something is given up', async () => {
  const failing = await endpoint(receiver.url)
  const recovering = await endpoint(second.url)
  receiver.answer = second.answer = answerWith(500)
  await happen(clinic)
  await happen(clinic, 'appointment.booked', { id: 2 })
  await relayAll()
  await owner(`alter table webhook_endpoints disable trigger webhook_endpoints_touch`)
  await owner(`update webhook_endpoints set updated_at = now() - interval '9 days'`)
  await owner(`alter table webhook_endpoints enable trigger webhook_endpoints_touch`)
  await owner(`update webhook_deliveries set attempts = 9, created_at = now() - interval '6 days'`)
  await owner(
    `update webhook_deliveries set status = 'delivered', delivered_at = now() - interval '4 days'
     where id = (select min(id) from webhook_deliveries where endpoint_id = $1)`,
    [recovering.id],
  )
  await deliver()
  const rows = await owner<{ id: number; disabled_reason: string | null }>(
    'select id, disabled_reason from webhook_endpoints order by id',
  )
  assert.equal(rows, [
    { id: failing.id, disabled_reason: 'failing' },
    { id: recovering.id, disabled_reason: null },
  ])
})

test('one that does not answer delays nobody else, and takes few places', async () => {
  await endpoint(receiver.url)
  await endpoint(second.url, other)
  receiver.answer = () => undefined
  for (let visit = 1; visit <= 30; visit++)
    await happen(clinic, 'appointment.booked', { id: visit })
  for (let visit = 1; visit <= 3; visit++) await happen(other, 'appointment.booked', { id: visit })
  await relayAll()
  const hanging = createPoster({ allowPrivate: true, deadlineMs: 60_000 })
  const courier = createCourier(app, { post: hanging.post, most: 10, each: 5 })
  while (await courier.turn(signal));
  await eventually(() => second.received.length === 3 || undefined)
  await eventually(() => receiver.received.length === 5 || undefined)
  const [{ count } = { count: 0 }] = await owner<{ count: number }>(
    `select count(*)::integer as count from webhook_deliveries where status = 'sending' and organization_id = $1`,
    [clinic],
  )
  assert.is(count, 5)
  await courier.stop()
  await hanging.close()
  assert.ok((await deliveries()).every(({ status }) => status !== 'sending'))
})

test('a delivery of a killed process is tried again when its lease has ended', async () => {
  await endpoint(receiver.url)
  await happen(clinic)
  await relayAll()
  const stuck = createCourier(app, { post: () => new Promise(() => undefined), leaseSeconds: 1 })
  await stuck.turn(signal)
  await eventually(async () => {
    await deliver()
    return receiver.received.length > 0 || undefined
  })
  const [kept] = await deliveries()
  assert.equal([kept?.status, kept?.attempts], ['delivered', 2])
})

test('a receiver sees the events of its own organization only', async () => {
  await endpoint(receiver.url)
  await endpoint(second.url, other)
  await happen(clinic, 'appointment.booked', { id: 1 })
  await happen(other, 'appointment.booked', { id: 2 })
  await relayAll()
  await deliver()
  const objects = (from: Receiver) =>
    from.received.map(({ body }) => (JSON.parse(body) as { data: { object: unknown } }).data.object)
  assert.equal(objects(receiver), [{ id: 1 }])
  assert.equal(objects(second), [{ id: 2 }])
})

test('a payload that would be too large says only what it is about', async () => {
  await endpoint(receiver.url)
  await happen(clinic, 'appointment.booked', { id: 3, note: 'x'.repeat(30_000) })
  await relayAll()
  await deliver()
  const body = receiver.received[0]!.body
  assert.ok(body.length < 20_000)
  assert.equal((JSON.parse(body) as { data: unknown }).data, { object: { id: 3 } })
})

test.run()
