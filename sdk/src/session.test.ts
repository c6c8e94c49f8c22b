import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createClient } from './client.ts'
import { isBookingError } from './errors.ts'
import type { SessionStore } from './options.ts'
import { refusal, rejection, standIn, type Answer, type Seen } from './test/stand-in.ts'
import type { Tokens } from './types.ts'

const pair = (generation: number): Tokens => ({
  access_token: `access-${generation}`,
  refresh_token: `refresh-${generation}`,
  expires_in: 900,
  token_type: 'Bearer',
})

interface Desk {
  booking: ReturnType<typeof createClient>
  store: SessionStore
  kept(): Tokens | null
  seen: Seen[]
  /** The newest generation that is valid. */
  generation: number
  /** The refresh token no longer works. */
  ended: boolean
}

/** An API where each exchange makes the pair before it invalid. */
async function withSession(first: Tokens | null, work: (desk: Desk) => Promise<void>) {
  let tokens = first
  const store: SessionStore = { load: () => tokens, save: (next) => (tokens = next) }
  const api = await standIn((seen) => answer(desk, seen))
  const booking = createClient({ apiKey: 'pk_demo', baseUrl: api.url, session: store })
  const desk: Desk = {
    booking,
    store,
    kept: () => tokens,
    seen: api.seen,
    generation: 1,
    ended: false,
  }
  await work(desk).finally(() => api.close())
}

function answer(desk: Desk, { path, headers, body }: Seen): Answer {
  if (path === '/v1/auth/token' || path === '/v1/auth/staff') return { body: pair(desk.generation) }
  if (path === '/v1/auth/refresh') {
    const expected = { refresh_token: `refresh-${desk.generation}` }
    if (desk.ended || JSON.stringify(body) !== JSON.stringify(expected))
      return refusal(401, 'session_ended')
    return { body: pair(++desk.generation) }
  }
  if (path.startsWith('/v1/auth/logout')) return {}
  return headers.authorization === `Bearer access-${desk.generation}`
    ? { body: { id: 1 } }
    : refusal(401, 'unauthenticated')
}

const credentials = (seen: Seen[]) =>
  seen.map(({ path, headers }) => `${path} ${headers.authorization}`)

test('tokens of a sign-in are kept and used', () =>
  withSession(null, async ({ booking, kept, seen }) => {
    await booking.auth.token({ phone: '+79161234567', code: '123456' })
    assert.equal(kept(), pair(1))
    await booking.me.get()
    assert.equal(credentials(seen), ['/v1/auth/token Bearer pk_demo', '/v1/me Bearer access-1'])
  }))

test('an expired token is exchanged once for all calls that need it', () =>
  withSession(pair(0), async (desk) => {
    desk.generation = 0
    await desk.booking.me.get()
    desk.seen.length = 0
    // The access token of this generation has expired, its refresh token has not.
    await desk.store.save({ ...pair(0), access_token: 'expired' })
    const found = await Promise.all([1, 2, 3].map(() => desk.booking.me.get()))
    assert.equal(
      found.map(({ id }) => id),
      [1, 1, 1],
    )
    assert.is(desk.seen.filter(({ path }) => path === '/v1/auth/refresh').length, 1)
    assert.equal(desk.kept(), pair(1))
  }))

test('a token that another tab has exchanged is not exchanged again', () =>
  withSession(pair(1), async (desk) => {
    desk.generation = 2
    const { load } = desk.store
    let asked = 0
    // Between the call and the refusal the other tab saves its pair.
    desk.store.load = () => (++asked === 1 ? load() : pair(2))
    await desk.booking.me.get()
    assert.equal(credentials(desk.seen), ['/v1/me Bearer access-1', '/v1/me Bearer access-2'])
  }))

test('a session that has ended is forgotten, and the call is refused', () =>
  withSession(pair(0), async (desk) => {
    desk.ended = true
    assert.ok(isBookingError(await rejection(desk.booking.me.get()), 'unauthenticated'))
    assert.is(desk.kept(), null)
  }))

test('a wrong password does not cost the session an exchange', () =>
  withSession(pair(1), async ({ booking, store, kept, seen }) => {
    const wrong = createClient({
      apiKey: 'pk_demo',
      baseUrl: 'https://booking.example',
      session: store,
      fetch: async () => Response.json(refusal(401, 'invalid_credentials').body, { status: 401 }),
    })
    const error = await rejection(
      wrong.auth.password({ old_password: 'wrong password', password: 'a better password' }),
    )
    assert.ok(isBookingError(error, 'invalid_credentials'))
    assert.equal(kept(), pair(1))
    await booking.me.get()
    assert.is(seen.length, 1)
  }))

test('signing out forgets the session', () =>
  withSession(pair(1), async ({ booking, kept, seen }) => {
    await booking.auth.logout({ refresh_token: 'refresh-1' })
    assert.is(kept(), null)
    assert.is(seen[0]!.headers.authorization, 'Bearer pk_demo')
  }))

test.run()
