import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createClient } from './client.ts'
import { ConnectionError, isBookingError, TimeoutError } from './errors.ts'
import { refusal, standIn, withoutDelay, type Answer, type Seen } from './test/stand-in.ts'

const booked = { location_id: 1, service_id: 2, starts_at: '2027-01-11T10:00:00+03:00' }
const ok: Answer = { body: { hold: 'hold_1' } }

/** What became of a call when the API answers so in turn, the last answer again and again. */
async function outcome(
  answers: Answer[],
  call: (booking: ReturnType<typeof createClient>) => PromiseLike<unknown>,
): Promise<{ error?: unknown; value?: unknown; seen: Seen[] }> {
  const api = await standIn((_, number) => answers[Math.min(number, answers.length - 1)] ?? ok)
  const booking = createClient({ apiKey: 'pk_demo', baseUrl: api.url, timeout: 5000 })
  try {
    return { value: await call(booking), seen: api.seen }
  } catch (error) {
    return { error, seen: api.seen }
  } finally {
    await api.close()
  }
}

test('a booking whose answer was lost is asked for again under the same key', async () => {
  const { value, seen } = await outcome(
    [{ breaks: true }, withoutDelay(refusal(503, 'unavailable')), ok],
    (booking) => booking.appointments.book(booked),
  )
  assert.equal(value, { hold: 'hold_1' })
  assert.is(seen.length, 3)
  const keys = new Set(seen.map(({ headers }) => headers['idempotency-key']))
  assert.is(keys.size, 1)
  assert.match(String([...keys][0]), /^\d+-\d+-\d+-\d+$/)
  assert.equal(seen[2]!.body, booked)
})

test('a change whose answer was lost is asked for again under the same key, over the same version', async () => {
  const { seen } = await outcome([{ breaks: true }, ok], (booking) =>
    booking.me.update({ first_name: 'Анна' }, { ifMatch: 3 }),
  )
  const sent = seen.map(({ headers }) => [headers['idempotency-key'], headers['if-match']])
  assert.is(sent.length, 2)
  assert.equal(sent[0], sent[1])
  assert.is(typeof sent[0]?.[0], 'string')
})

test('two bookings never share a key, and one’s own key is kept', async () => {
  const { seen } = await outcome([ok], async (booking) => {
    await booking.appointments.book(booked)
    await booking.appointments.book(booked)
    await booking.appointments.book(booked, { idempotencyKey: 'mine' })
  })
  const [first, second, third] = seen.map(({ headers }) => headers['idempotency-key'])
  assert.is.not(first, second)
  assert.is(third, 'mine')
})

test('the call gives up after two more attempts, or as many as asked', async () => {
  const down = withoutDelay(refusal(503, 'unavailable'))
  const byDefault = await outcome([down], (booking) => booking.me.get())
  assert.is(byDefault.seen.length, 3)
  assert.ok(isBookingError(byDefault.error, 'unavailable'))
  const none = await outcome([down], (booking) => booking.me.get({ maxRetries: 0 }))
  assert.is(none.seen.length, 1)
})

test('a request still in flight and a rate limit are waited for', async () => {
  for (const answer of [refusal(409, 'idempotency_in_flight'), refusal(429, 'rate_limited')]) {
    const { value, seen } = await outcome([withoutDelay(answer), ok], (booking) =>
      booking.appointments.book(booked),
    )
    assert.equal(value, { hold: 'hold_1' })
    assert.is(seen.length, 2)
  }
})

test('a refusal that time does not mend is not repeated', async () => {
  for (const answer of [
    refusal(400, 'invalid_request'),
    refusal(409, 'slot_unavailable'),
    refusal(410, 'hold_expired'),
    refusal(429, 'too_many_holds'),
    refusal(401, 'unauthenticated'),
  ]) {
    const { error, seen } = await outcome([withoutDelay(answer)], (booking) =>
      booking.appointments.book(booked),
    )
    assert.ok(isBookingError(error))
    assert.is(seen.length, 1)
  }
})

test('a failure of the server is repeated: what changes something bears a key', async () => {
  const failure = withoutDelay(refusal(500, 'internal_error'))
  const counts = await Promise.all([
    outcome([failure, ok], (booking) => booking.me.get()),
    outcome([failure, ok], (booking) => booking.appointments.book(booked)),
    outcome([failure, ok], (booking) => booking.me.update({ first_name: 'Анна' })),
    outcome([failure, ok], (booking) => booking.services.archive(1)),
  ])
  assert.equal(
    counts.map(({ seen }) => seen.length),
    [2, 2, 2, 2],
  )
})

test('a longer wait than half a minute is left to the caller', async () => {
  const { error, seen } = await outcome(
    [{ ...refusal(429, 'rate_limited'), headers: { 'retry-after': '60' } }],
    (booking) => booking.auth.code({ phone: '+79161234567' }),
  )
  assert.is(seen.length, 1)
  assert.ok(isBookingError(error, 'rate_limited'))
  assert.is(error.retryAfter, 60)
})

test('no answer in time is a TimeoutError, also when the body is what does not come', async () => {
  const half = (response: { writeHead(status: number): unknown; write(text: string): unknown }) => {
    response.writeHead(200)
    response.write('{')
  }
  for (const write of [() => undefined, half]) {
    const { error, seen } = await outcome([{ write }], (booking) =>
      booking.me.get({ timeout: 500, maxRetries: 1 }),
    )
    assert.instance(error, TimeoutError)
    assert.ok(isBookingError(error, 'timed_out'))
    assert.is(seen.length, 2)
  }
})

test('a broken connection is a ConnectionError with its cause', async () => {
  const { error } = await outcome([{ breaks: true }], (booking) =>
    booking.me.get({ maxRetries: 0 }),
  )
  assert.ok(error instanceof ConnectionError)
  assert.instance(error.cause, TypeError)
  assert.is(error.status, 0)
})

test('an aborted call rejects with the reason, before, during and between attempts', async () => {
  const reason = new Error('left the page')
  const before = await outcome([ok], (booking) =>
    booking.me.get({ signal: AbortSignal.abort(reason) }),
  )
  assert.is(before.error, reason)
  assert.is(before.seen.length, 0)

  const during = new AbortController()
  const write = () => during.abort(reason)
  const { error } = await outcome([{ write }], (booking) =>
    booking.me.get({ signal: during.signal }),
  )
  assert.is(error, reason)

  const between = new AbortController()
  const later = { ...refusal(503, 'unavailable'), headers: { 'retry-after': '20' } }
  const waiting = await outcome([later], (booking) => {
    setTimeout(() => between.abort(), 50)
    return booking.me.get({ signal: between.signal })
  })
  assert.is((waiting.error as Error).name, 'AbortError')
  assert.is(waiting.seen.length, 1)
})

test.run()
