import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createClient } from './client.ts'
import type { ClientOptions } from './options.ts'
import { rejection, standIn, type Answer, type Seen } from './test/stand-in.ts'

async function withApi(
  answer: (seen: Seen, number: number) => Answer,
  work: (booking: ReturnType<typeof createClient>, seen: Seen[]) => Promise<void>,
  options: ClientOptions = {},
): Promise<void> {
  const api = await standIn(answer)
  try {
    await work(createClient({ apiKey: 'pk_demo', baseUrl: api.url, ...options }), api.seen)
  } finally {
    await api.close()
  }
}

test('a method fills the path, the query and the body', () =>
  withApi(
    () => ({ body: { id: 7 } }),
    async (booking, seen) => {
      await booking.availability.search(
        { location_id: 1, service_id: 2, from: '2027-01-11', to: '2027-01-17' },
        { hold: 'hold_1' },
      )
      await booking.appointments.cancel(7, { reason: 'ill' }, { ifMatch: 3 })
      await booking.webhookEndpoints.resend(4, 5)
      assert.equal(
        seen.map(({ method, path, body }) => ({ method, path, body })),
        [
          {
            method: 'GET',
            path: '/v1/availability?location_id=1&service_id=2&from=2027-01-11&to=2027-01-17',
            body: undefined,
          },
          { method: 'POST', path: '/v1/appointments/7/cancel', body: { reason: 'ill' } },
          {
            method: 'POST',
            path: '/v1/webhook-endpoints/4/deliveries/5/resend',
            body: undefined,
          },
        ],
      )
      assert.is(seen[0]!.headers.authorization, 'Bearer pk_demo')
      assert.is(seen[0]!.headers['booking-hold'], 'hold_1')
      assert.is(seen[0]!.headers['idempotency-key'], undefined)
      assert.is(seen[1]!.headers['if-match'], '"3"')
    },
  ))

test('what has only optional members may be left out', () =>
  withApi(
    () => ({ body: { data: [], has_more: false, next_cursor: null } }),
    async (booking, seen) => {
      await booking.appointments.cancel(7)
      await booking.services.list()
      await booking.services.list({ category: 'Массаж', archived: undefined })
      assert.equal(seen[0]!.body, {})
      assert.is(seen[1]!.path, '/v1/services')
      assert.is(seen[2]!.path, `/v1/services?category=${encodeURIComponent('Массаж')}`)
    },
  ))

test('members of a path are escaped, and never empty', () =>
  withApi(
    () => ({ body: {} }),
    async (booking, seen) => {
      await booking.manage.get('a/b?c')
      assert.is(seen[0]!.path, '/v1/manage/a%2Fb%3Fc')
      assert.instance(await rejection(booking.manage.get('')), TypeError)
      assert.is(seen.length, 1)
    },
  ))

test('any call can be made by its id', () =>
  withApi(
    () => ({ body: { id: 7, status: 'cancelled' } }),
    async (booking, seen) => {
      const visit = await booking.request('appointments.cancel', { params: { id: 7 } })
      assert.is(visit.status, 'cancelled')
      assert.is(seen[0]!.path, '/v1/appointments/7/cancel')
    },
  ))

test('an answer without a body is undefined, a calendar file is a string', () =>
  withApi(
    ({ method }) =>
      method === 'GET'
        ? { body: 'BEGIN:VCALENDAR', headers: { 'content-type': 'text/calendar; charset=utf-8' } }
        : { status: 200 },
    async (booking) => {
      let reply: unknown = 'none'
      const released = booking.appointments.release({ hold: 'hold_1' })
      await released.then((value: unknown) => (reply = value))
      assert.is(reply, undefined)
      assert.is(await booking.appointments.calendar(7), 'BEGIN:VCALENDAR')
    },
  ))

test('headers and language of the client go with every call, those of a call with it', () =>
  withApi(
    () => ({ body: {} }),
    async (booking, seen) => {
      await booking.me.get({ headers: { 'X-Trace': 'two' } })
      assert.is(seen[0]!.headers['accept-language'], 'ru')
      assert.is(seen[0]!.headers['x-site'], 'one')
      assert.is(seen[0]!.headers['x-trace'], 'two')
    },
    { locale: 'ru', headers: { 'x-site': 'one' } },
  ))

test('an access token goes before the key, but not where only a key is taken', () => {
  let count = 0
  return withApi(
    () => ({ body: {} }),
    async (booking, seen) => {
      await booking.me.get()
      await booking.auth.code({ phone: '+79161234567' })
      await booking.me.get()
      assert.equal(
        seen.map(({ headers }) => headers.authorization),
        ['Bearer token-1', 'Bearer pk_demo', 'Bearer token-2'],
      )
    },
    { accessToken: async () => `token-${++count}` },
  )
})

test('the base address must be one, with or without a slash at its end', async () => {
  assert.throws(() => createClient({ apiKey: 'pk_demo' }), /baseUrl/)
  assert.throws(() => createClient({ apiKey: 'pk_demo', baseUrl: 'booking.example' }), /baseUrl/)
  const asked: string[] = []
  const booking = createClient({
    baseUrl: 'https://booking.example/sub/',
    fetch: async (url) => {
      asked.push(url instanceof Request ? url.url : url.toString())
      return Response.json({})
    },
  })
  await booking.organization.get()
  assert.equal(asked, ['https://booking.example/sub/v1/organization'])
})

test('a secret key in a browser page is refused before anything is sent', () => {
  Object.assign(globalThis, { document: {} })
  try {
    assert.throws(
      () => createClient({ apiKey: 'sk_demo', baseUrl: 'https://x.example' }),
      /secret/i,
    )
    createClient({ apiKey: 'pk_demo', baseUrl: 'https://x.example' })
  } finally {
    Reflect.deleteProperty(globalThis, 'document')
  }
})

test.run()
