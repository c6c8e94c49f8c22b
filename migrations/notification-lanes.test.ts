import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { clinics, insert, refusal } from './clinic.ts'
import type { Clinic } from './clinic.ts'

const { a, b, owner, as, close } = await clinics()
test.after(close)
test.before.each(async () => {
  await owner('delete from notifications')
})

const LEASE = 'c1a1a0de-0000-4000-8000-000000000001'
const OTHER = 'c1a1a0de-0000-4000-8000-000000000002'

let events = 0
interface Draft {
  channel?: string
  recipient?: string
  template?: string
  sendAt?: string
  event?: number
}

async function happen(clinic: Clinic): Promise<number> {
  const row = { type: 'appointment.booked', subject_kind: 'appointment', subject_id: ++events }
  return as(clinic.id, (query) => insert(query, 'events', { organization_id: clinic.id, ...row }))
}

async function add(clinic: Clinic, draft: Draft = {}): Promise<number> {
  const event = draft.event ?? (await happen(clinic))
  return as(clinic.id, (query) =>
    insert(query, 'notifications', {
      organization_id: clinic.id,
      event_id: event,
      channel: draft.channel ?? 'telegram',
      recipient: draft.recipient ?? '7',
      template: draft.template ?? 'confirmed',
      locale: 'ru',
      send_at: draft.sendAt ?? '2020-01-01',
    }),
  )
}

/** As the worker: no organization is set. */
function worker<Row>(text: string, values: (string | number | boolean | null)[]): Promise<Row[]> {
  return as(null, (query) => query<Row>(text, values))
}

interface How {
  channel?: string
  limit?: number
  each?: number
  /** What the process has under way itself. */
  underWay?: Record<string, number>
  lease?: string
  seconds?: number
}

interface Claimed {
  organization_id: number
  id: number
  attempts: number
  handed: number
}

function claim(how: How = {}): Promise<Claimed[]> {
  const { channel = 'telegram', limit = 10, each = 10, lease = LEASE, seconds = 60 } = how
  const { underWay = {} } = how
  return worker<Claimed>(
    'select * from claim_notifications($1, $2, $3, $4::text[], $5::integer[], $6, $7)',
    [
      channel,
      limit,
      each,
      `{${Object.keys(underWay)
        .map((lane) => `"${lane}"`)
        .join()}}`,
      `{${Object.values(underWay).join()}}`,
      lease,
      seconds,
    ],
  )
}

const ids = async (how?: How) => (await claim(how)).map(({ id }) => id)

async function ok(call: string, values: (string | number | boolean | null)[]) {
  const [row] = await worker<{ ok: boolean }>(`select ${call} as ok`, values)
  return row?.ok
}

test('a notification is sent when it is due, once for its event, channel, recipient and text', async () => {
  const event = await happen(a)
  const now = await add(a, { event })
  await add(a, { event, template: 'reminder', sendAt: '2199-01-01' })
  assert.is(await refusal(add(a, { event })), 'notifications_once')
  assert.equal(await ids({ channel: 'email' }), [])
  assert.equal(await ids(), [now])
  assert.is(await ok('retry_notification($1, $2, $3, $4, $5)', [a.id, now, LEASE, 'x', 0]), true)
  assert.equal(await ids(), [now])
  assert.is(await ok("finish_notification($1, $2, $3, 'sent')", [a.id, now, OTHER]), false)
  assert.is(await ok("finish_notification($1, $2, $3, 'sent')", [a.id, now, LEASE]), true)
  assert.equal(await ids(), [])
})

test('the flood of one organization does not make another wait', async () => {
  const flood: number[] = []
  for (let count = 0; count < 12; count++) flood.push(await add(a))
  assert.equal((await ids({ limit: 4 })).sort(), flood.slice(0, 4).sort())
  const late = await add(b, { sendAt: '2020-01-02' })
  const [first] = await claim({ limit: 1 })
  assert.equal([first?.organization_id, first?.id], [b.id, late])
  assert.equal(await ids({ limit: 1 }), [flood[4]])
})

test('two organizations with much to say take turns', async () => {
  for (let count = 0; count < 6; count++) await add(a)
  for (let count = 0; count < 6; count++) await add(b, { sendAt: '2020-01-02' })
  const claimed = await claim({ limit: 6 })
  assert.is(claimed.filter(({ organization_id }) => organization_id === a.id).length, 3)
})

test('a push service takes no more than its share, and a broadcast no more than its own', async () => {
  const silent = (path: number) => `https://silent.example/${path}`
  for (let count = 0; count < 6; count++)
    await add(a, { channel: 'webpush', recipient: silent(count) })
  const quick = await add(a, { channel: 'webpush', recipient: 'https://quick.example/1' })
  assert.is((await ids({ channel: 'webpush', each: 3 })).length, 4)
  assert.equal(
    await ids({ channel: 'webpush', each: 3, underWay: { 'silent.example': 3, x: 1 } }),
    [],
  )
  const [row] = await owner<{ status: string }>(`select status from notifications where id = $1`, [
    quick,
  ])
  assert.is(row?.status, 'sending')
  for (let count = 0; count < 6; count++) await add(a, { template: 'broadcast' })
  const visit = await add(a, { sendAt: '2020-01-02' })
  const claimed = await ids({ limit: 4, each: 2 })
  assert.is(claimed.length, 3)
  assert.ok(claimed.includes(visit))
})

test('the leases of a process that was killed hold up no other', async () => {
  const recipient = 'https://push.example/1'
  for (let count = 0; count < 6; count++) await add(a, { channel: 'webpush', recipient })
  assert.is((await ids({ channel: 'webpush', each: 3 })).length, 3)
  assert.is((await ids({ channel: 'webpush', each: 3 })).length, 3)
})

test('a lapsed lease is claimed again, and its late holder may send nothing', async () => {
  const id = await add(a)
  await claim({ seconds: 0 })
  const hand = (lease: string) => ok('hand_over_notification($1, $2, $3, 60)', [a.id, id, lease])
  assert.is(await hand(LEASE), false)
  const [again] = await claim({ lease: OTHER })
  assert.equal([again?.id, again?.attempts, again?.handed], [id, 2, 0])
  assert.is(await hand(LEASE), false)
  assert.is(await hand(OTHER), true)
})

test('what was handed over is counted until its end is known', async () => {
  const id = await add(a)
  const handed = async () => {
    const [row] = await claim()
    await ok('hand_over_notification($1, $2, $3, 60)', [a.id, id, LEASE])
    return row?.handed
  }
  const retry = (isUncertain: boolean) =>
    ok('retry_notification($1, $2, $3, $4, $5, $6)', [a.id, id, LEASE, 'x', 0, isUncertain])
  assert.is(await handed(), 0)
  await retry(false)
  assert.is(await handed(), 0)
  await retry(true)
  assert.is(await handed(), 1)
  await owner(`update notifications set lease_until = '2020-01-01'`)
  assert.is(await handed(), 2)
})

test('what is postponed was not tried', async () => {
  const id = await add(a)
  await claim()
  assert.is(await ok('postpone_notification($1, $2, $3, $4)', [a.id, id, OTHER, 0]), false)
  assert.is(await ok('postpone_notification($1, $2, $3, $4)', [a.id, id, LEASE, 3_600_000]), true)
  assert.equal(await ids(), [])
  await owner('update notifications set send_at = now()')
  const [again] = await claim()
  assert.is(again?.attempts, 1)
})

test('parallel claims share the notifications without a duplicate', async () => {
  const all = await Promise.all(Array.from({ length: 40 }, (_, n) => add(n % 2 ? a : b)))
  const claims: number[] = []
  while (claims.length < 40) {
    const round = await Promise.all(Array.from({ length: 6 }, () => claim({ limit: 5, each: 100 })))
    claims.push(...round.flat().map(({ id, organization_id }) => organization_id * 10_000 + id))
  }
  assert.is(new Set(claims).size, all.length)
})

test.run()
