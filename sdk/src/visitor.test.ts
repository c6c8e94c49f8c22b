import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { BookingError, isBookingError } from './errors.ts'
import { rejection, standIn } from './test/stand-in.ts'
import { createVisitor } from './visitor.ts'

test('a visitor calls by the ids of the calls, with the key, and lists page by page', async () => {
  const api = await standIn((_, number) => ({
    body: { data: [{ id: number }], has_more: number < 1, next_cursor: number < 1 ? 'next' : null },
  }))
  try {
    const booking = createVisitor({ apiKey: 'pk_demo', baseUrl: api.url })
    const found = await booking.all('services.list', { query: { limit: 1 }, limit: 9 })
    assert.is(found.length, 2)
    assert.equal(
      api.seen.map(({ path }) => path),
      ['/v1/services?limit=1', '/v1/services?limit=1&cursor=next'],
    )
    assert.is(api.seen[0]!.headers.authorization, 'Bearer pk_demo')
  } finally {
    await api.close()
  }
})

test('what is refused is told by its code; only a lost time has more to say', async () => {
  const alternatives = [
    { starts_at: '2027-01-11T10:00:00+03:00', ends_at: '', specialist_ids: [1] },
  ]
  const api = await standIn((_, number) =>
    number === 0
      ? { status: 409, body: { code: 'slot_unavailable', alternatives } }
      : { status: 402, body: { code: 'insufficient_funds' } },
  )
  try {
    const booking = createVisitor({ apiKey: 'pk_demo', baseUrl: api.url, maxRetries: 0 })
    const confirm = () =>
      rejection(booking.request('appointments.confirm', { body: { hold: 'hold_eyJpIjo3fQ' } }))
    const lost = await confirm()
    assert.ok(isBookingError(lost, 'slot_unavailable'))
    assert.equal(lost.alternatives, alternatives)
    const poor = await confirm()
    assert.ok(poor instanceof BookingError && poor.code === 'insufficient_funds')
  } finally {
    await api.close()
  }
})

test.run()
