import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createClient } from './client.ts'
import { isBookingError } from './errors.ts'
import { refusal, rejection, standIn } from './test/stand-in.ts'

/** Five services in pages of two. */
async function withServices(
  work: (booking: ReturnType<typeof createClient>, asked: string[]) => Promise<void>,
): Promise<void> {
  const asked: string[] = []
  const api = await standIn(({ path }) => {
    asked.push(path)
    const start = Number(new URL(path, 'http://x').searchParams.get('cursor') ?? 0)
    const data = [1, 2, 3, 4, 5].slice(start, start + 2).map((id) => ({ id }))
    const next = start + 2
    return { body: { data, has_more: next < 5, next_cursor: next < 5 ? String(next) : null } }
  })
  try {
    await work(createClient({ apiKey: 'pk_demo', baseUrl: api.url }), asked)
  } finally {
    await api.close()
  }
}

test('an awaited list is its first page', () =>
  withServices(async (booking, asked) => {
    const page = await booking.services.list({ limit: 2 })
    assert.equal(
      page.data.map(({ id }) => id),
      [1, 2],
    )
    assert.ok(page.has_more)
    assert.equal(asked, ['/v1/services?limit=2'])
  }))

test('an iterated list is every item of every page, with the same filters', () =>
  withServices(async (booking, asked) => {
    const ids: number[] = []
    for await (const { id } of booking.services.list({ limit: 2, category: 'x' })) ids.push(id)
    assert.equal(ids, [1, 2, 3, 4, 5])
    assert.equal(asked, [
      '/v1/services?limit=2&category=x',
      '/v1/services?limit=2&category=x&cursor=2',
      '/v1/services?limit=2&category=x&cursor=4',
    ])
  }))

test('a list asks for nothing before it is used, and for no page that is not needed', () =>
  withServices(async (booking, asked) => {
    const list = booking.services.list()
    assert.equal(asked, [])
    for await (const { id } of list) if (id === 2) break
    assert.is(asked.length, 1)
    assert.is((await list).data.length, 2)
    assert.is(asked.length, 1, 'the first page is kept')
  }))

test('a list becomes an array, of all items or the first of them', () =>
  withServices(async (booking, asked) => {
    assert.is((await booking.services.list().toArray()).length, 5)
    asked.length = 0
    assert.is((await booking.services.list().toArray({ limit: 3 })).length, 3)
    assert.is(asked.length, 2)
    assert.equal(await booking.services.list().toArray({ limit: 0 }), [])
  }))

test('a list of a client’s own is a list too', () =>
  withServices(async (booking, asked) => {
    await booking.clients.appointments(7, { limit: 2 }).toArray({ limit: 3 })
    assert.equal(asked, [
      '/v1/clients/7/appointments?limit=2',
      '/v1/clients/7/appointments?limit=2&cursor=2',
    ])
  }))

test('a refused list rejects however it is used', async () => {
  const api = await standIn(() => refusal(403, 'forbidden'))
  const booking = createClient({ apiKey: 'pk_demo', baseUrl: api.url })
  const uses = [
    async () => void (await booking.clients.list()),
    async () => void (await booking.clients.list().toArray()),
    () => booking.clients.list().finally(() => undefined),
  ]
  for (const use of uses) {
    assert.ok(isBookingError(await rejection(use()), 'forbidden'))
  }
  assert.is(await booking.clients.list().catch(() => 'caught'), 'caught')
  await api.close()
})

test.run()
