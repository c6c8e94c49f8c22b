import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createClient } from './client.ts'
import {
  AuthenticationError,
  BookingError,
  ConflictError,
  HoldExpiredError,
  IdempotencyError,
  isBookingError,
  NotFoundError,
  PaymentError,
  PermissionError,
  RateLimitError,
  SlotUnavailableError,
  ValidationError,
  VersionConflictError,
} from './errors.ts'
import { codes, errorCodes } from './contract/codes.ts'
import { refusal, rejection } from './test/stand-in.ts'

async function errorOf(status: number, body: unknown, headers = {}): Promise<unknown> {
  const booking = createClient({
    baseUrl: 'https://booking.example',
    maxRetries: 0,
    fetch: async () =>
      new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers }),
  })
  return rejection(booking.me.get())
}

test('every code is an error of the class of its kind', async () => {
  const classes: Partial<Record<string, typeof BookingError>> = {
    slot_unavailable: SlotUnavailableError,
    hold_expired: HoldExpiredError,
    idempotency_in_flight: IdempotencyError,
    idempotency_mismatch: IdempotencyError,
    method_not_allowed: BookingError,
    internal_error: BookingError,
    unavailable: BookingError,
  }
  const byStatus: Partial<Record<number, typeof BookingError>> = {
    400: ValidationError,
    401: AuthenticationError,
    402: PaymentError,
    403: PermissionError,
    404: NotFoundError,
    409: ConflictError,
    412: VersionConflictError,
    413: ValidationError,
    415: ValidationError,
    422: ValidationError,
    429: RateLimitError,
    500: BookingError,
    502: BookingError,
    503: BookingError,
  }
  for (const code of errorCodes) {
    const { status } = codes[code]
    const error = await errorOf(status, refusal(status, code).body)
    const expected = classes[code] ?? byStatus[status]
    assert.ok(error instanceof BookingError, code)
    assert.is(error.constructor, expected, `${code} is a ${error.name}`)
    assert.is(error.name, expected!.name)
    assert.is(error.code, code)
    assert.is(error.status, status)
    assert.ok(isBookingError(error, code))
  }
})

test('an error carries the sentence, the fields, the request and the headers of the answer', async () => {
  const errors = [{ pointer: '/phone', code: 'required', detail: 'Обязательное поле' }]
  const { body } = refusal(400, 'invalid_request', { errors })
  const error = await errorOf(400, body, { ratelimit: '"pub";r=41;t=18' })
  assert.ok(error instanceof ValidationError)
  assert.is(error.message, 'detail of invalid_request')
  assert.is(error.detail, 'detail of invalid_request')
  assert.is(error.requestId, 'r1')
  assert.equal(error.errors, errors)
  assert.is(error.headers.get('ratelimit'), '"pub";r=41;t=18')
})

test('a taken time comes with other times', async () => {
  const slot = {
    starts_at: '2027-01-11T11:00:00+03:00',
    ends_at: '2027-01-11T12:00:00+03:00',
    specialist_ids: [3],
  }
  const error = await errorOf(409, refusal(409, 'slot_unavailable', { alternatives: [slot] }).body)
  assert.ok(isBookingError(error, 'slot_unavailable'))
  assert.equal(error.alternatives, [slot])
  assert.instance(error, ConflictError)
  const bare = await errorOf(409, refusal(409, 'slot_unavailable').body)
  assert.ok(isBookingError(bare, 'slot_unavailable'))
  assert.equal(bare.alternatives, [])
})

test('the wait is told in seconds, whichever way the answer puts it', async () => {
  const { body } = refusal(429, 'rate_limited')
  const seconds = await errorOf(429, body, { 'retry-after': '7' })
  assert.ok(seconds instanceof RateLimitError)
  assert.is(seconds.retryAfter, 7)
  const date = new Date(Date.now() + 3_600_000).toUTCString()
  const dated = await errorOf(429, body, { 'retry-after': date })
  assert.ok(isBookingError(dated) && dated.retryAfter !== undefined)
  assert.ok(dated.retryAfter > 3000 && dated.retryAfter <= 3600)
  const silent = await errorOf(429, body)
  assert.ok(isBookingError(silent))
  assert.is(silent.retryAfter, undefined)
})

test('an answer that is not the API’s is told by its status', async () => {
  const error = await errorOf(502, '<html>Bad gateway', { 'x-request-id': 'proxy-1' })
  assert.ok(isBookingError(error, 'unexpected_answer'))
  assert.is(error.status, 502)
  assert.is(error.message, 'HTTP 502')
  assert.is(error.requestId, 'proxy-1')
  const portal = await errorOf(200, '<html>Sign in to the network', { 'content-type': 'text/html' })
  assert.ok(isBookingError(portal, 'unexpected_answer'))
})

test('an error of another copy of the SDK is recognized, other errors are not', () => {
  const foreign = Object.assign(new Error('x'), { code: 'not_found', requestId: undefined })
  assert.ok(isBookingError(foreign, 'not_found'))
  assert.not(isBookingError(foreign, 'conflict'))
  assert.not(isBookingError(Object.assign(new Error('x'), { code: 'ENOENT' })))
  assert.not(isBookingError({ code: 'not_found', requestId: 'r1' }))
  assert.not(isBookingError(undefined))
})

test.run()
