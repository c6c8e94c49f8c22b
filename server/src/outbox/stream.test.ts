import type { BookingEvent } from '@zapis/sdk'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, makeClinic } from '../test/clinic.ts'
import { startServer } from '../test/server.ts'
import { startWorker } from '../worker.ts'

const server = await startServer()
const worker = startWorker(server.app)
test.after(async () => {
  await worker.stop()
  await server.close()
})

/** Reads until it has so many. */
async function take(stream: AsyncIterable<BookingEvent>, count: number): Promise<BookingEvent[]> {
  const events: BookingEvent[] = []
  for await (const event of stream) if (events.push(event) === count) break
  return events
}

/** Opened now, so that what happens next is heard. */
async function openStream(credential: string, query = '', headers: Record<string, string> = {}) {
  const leave = new AbortController()
  const answer = await fetch(`${server.url}/v1/events${query}`, {
    headers: { authorization: `Bearer ${credential}`, ...headers },
    signal: leave.signal,
  })
  return { answer, leave: () => leave.abort() }
}

test('a stream answers at once, as server-sent events that nobody keeps', async () => {
  const clinic = await server.found()
  const { answer, leave } = await openStream(clinic.secret)
  assert.is(answer.status, 200)
  assert.is(answer.headers.get('content-type'), 'text/event-stream')
  assert.is(answer.headers.get('cache-control'), 'no-store')
  assert.is(answer.headers.get('x-accel-buffering'), 'no')
  const first = await answer.body!.getReader().read()
  assert.is(new TextDecoder().decode(first.value), 'retry: 2000\n\n')
  leave()
})

test('through the SDK: what happened since an event, and then what happens', async () => {
  const clinic = await makeClinic(server)
  const first = await bookAt(clinic, '10:00')
  const query = { types: 'appointment.booked,appointment.cancelled' }
  const [booked] = await take(clinic.admin.events.stream(query, { lastEventId: 0 }), 1)
  assert.equal([booked!.type, booked!.data.object?.['id']], ['appointment.booked', first.id])
  const coming = take(clinic.admin.events.stream(query, { lastEventId: booked!.id }), 2)
  const second = await bookAt(clinic, '12:00')
  await clinic.admin.appointments.cancel(first.id, {})
  const events = await coming
  assert.equal(
    events.map(({ type, data }) => [type, data.object?.['id']]),
    [
      ['appointment.booked', second.id],
      ['appointment.cancelled', first.id],
    ],
  )
})

test('a type that does not exist and an id that is none are refused', async () => {
  const clinic = await server.found()
  for (const [path, headers] of [
    ['/v1/events?types=appointment.eaten', {}],
    ['/v1/events?types=', {}],
    ['/v1/events', { 'last-event-id': 'yesterday' }],
  ] as const) {
    const answer = await server.http('GET', path, { credential: clinic.secret, headers })
    assert.equal([answer.status, answer.json['code']], [400, 'invalid_request'])
  }
})

test('a site and a stranger do not listen', async () => {
  const clinic = await server.found()
  const site = await server.http('GET', '/v1/events', { credential: clinic.publishable })
  assert.is(site.status, 403)
  assert.is((await server.http('GET', '/v1/events')).status, 401)
})

test('when the program stops, its streams end at once', async () => {
  const own = await startServer()
  const clinic = await own.found()
  const answer = await fetch(`${own.url}/v1/events`, {
    headers: { authorization: `Bearer ${clinic.secret}` },
  })
  const text = answer.text()
  await own.close()
  assert.is(await text, 'retry: 2000\n\n')
})

test.run()
