import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createClient } from './client.ts'
import { isBookingError } from './errors.ts'
import {
  refusal,
  rejection,
  standIn,
  withoutDelay,
  type Answer,
  type Seen,
} from './test/stand-in.ts'
import type { BookingEvent } from './types.ts'

const happened = (id: number): BookingEvent => ({
  id,
  type: 'appointment.booked',
  created_at: '2027-01-11T10:00:00Z',
  data: { object: { id } },
})

function stream(text: string, more: Partial<Answer> = {}): Answer {
  return { body: text, headers: { 'content-type': 'text/event-stream' }, ...more }
}

const line = (id: number) => `id: ${id}\ndata: ${JSON.stringify(happened(id))}\n\n`

async function follow(
  answer: (seen: Seen, number: number) => Answer,
  wanted: number,
  lastEventId?: number,
): Promise<{ ids: number[]; asked: (string | undefined)[] }> {
  const api = await standIn(answer)
  const booking = createClient({ apiKey: 'sk_demo', baseUrl: api.url })
  const ids: number[] = []
  try {
    for await (const event of booking.events.stream({}, { lastEventId }))
      if (ids.push(event.id) >= wanted) break
  } finally {
    await api.close()
  }
  return { ids, asked: api.seen.map(({ headers }) => headers['last-event-id']?.toString()) }
}

test('events come as they happen, comments and unnamed lines are no events', async () => {
  const { ids, asked } = await follow(
    () => stream(`retry: 1\n: hello\n\n${line(1)}:\n\nevent: x\n\n${line(2)}`),
    2,
  )
  assert.equal(ids, [1, 2])
  assert.equal(asked, [undefined])
})

test('a stream goes on after the last event seen, whichever way it broke', async () => {
  const answers = [
    stream(`retry: 1\n\n${line(1)}`),
    stream(`${line(2)}id: 3\ndata: {"half`, { breaks: true }),
    withoutDelay(refusal(503, 'unavailable')),
    stream(line(3)),
  ]
  const { ids, asked } = await follow((_, number) => answers[number] ?? stream(''), 3)
  assert.equal(ids, [1, 2, 3])
  assert.equal(asked, [undefined, '1', '2', '2'])
})

test('a stream can begin after an event seen before', async () => {
  const { asked } = await follow(() => stream(line(8)), 1, 7)
  assert.equal(asked, ['7'])
})

test('an event in several pieces and with Windows line ends is one event', async () => {
  const text = line(1).replaceAll('\n', '\r\n')
  const { ids } = await follow(
    () => ({
      write: (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
        response.write(text.slice(0, 20))
        setTimeout(() => response.end(text.slice(20)), 20)
      },
    }),
    1,
  )
  assert.equal(ids, [1])
})

test('a stream that is refused throws', async () => {
  const error = await rejection(follow(() => refusal(403, 'forbidden'), 1))
  assert.ok(isBookingError(error, 'forbidden'))
})

test('an aborted stream ends quietly, and its connection with it', async () => {
  let closed: (() => void) | undefined
  const hungUp = new Promise<void>((resolve) => (closed = resolve))
  const api = await standIn(() => ({
    write: (response) => {
      response.on('close', () => closed?.())
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(line(1))
    },
  }))
  const stop = new AbortController()
  const booking = createClient({ apiKey: 'sk_demo', baseUrl: api.url })
  const ids: number[] = []
  for await (const { id } of booking.events.stream({}, { signal: stop.signal })) {
    ids.push(id)
    stop.abort()
  }
  assert.equal(ids, [1])
  await hungUp
  await api.close()
})

test('leaving the loop closes the connection', async () => {
  let closed: (() => void) | undefined
  const hungUp = new Promise<void>((resolve) => (closed = resolve))
  const api = await standIn(() => ({
    write: (response) => {
      response.on('close', () => closed?.())
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(line(1))
    },
  }))
  for await (const { id } of createClient({ baseUrl: api.url }).events.stream()) if (id) break
  await hungUp
  await api.close()
})

test.run()
