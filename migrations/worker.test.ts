import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { appointment, clinics, insert, refusal } from './clinic.ts'
import type { Clinic } from './clinic.ts'

const { a, b, owner, as, close } = await clinics()
test.after(close)
test.before.each(async () => {
  await owner('delete from webhook_deliveries')
  await owner('delete from events')
})

const LEASE = 'c1a1a0de-0000-4000-8000-000000000001'
const OTHER = 'c1a1a0de-0000-4000-8000-000000000002'

interface Claimed {
  organization_id: number
  id: number
  attempts: number
}

function happen(
  clinic: Clinic,
  subject: number | null,
  type = 'appointment.booked',
): Promise<number> {
  const row = { type, subject_kind: 'appointment', subject_id: subject }
  return as(clinic.id, (query) => insert(query, 'events', { organization_id: clinic.id, ...row }))
}

/** As the worker: no organization is set. */
function worker<Row>(text: string, values: (string | number | null)[] = []): Promise<Row[]> {
  return as(null, (query) => query<Row>(text, values))
}

async function claimed(what: string, lease = LEASE, seconds = 60): Promise<number[]> {
  const rows = await worker<Claimed>(`select * from claim_${what}(10, $1, $2)`, [lease, seconds])
  return rows.map((row) => row.id)
}

async function ok(call: string, values: (string | number | null)[]): Promise<boolean | undefined> {
  const [row] = await worker<{ ok: boolean }>(`select ${call} as ok`, values)
  return row?.ok
}

test('the events of a subject are claimed one after the other, those of all organizations together', async () => {
  const first = await happen(a, 1)
  const second = await happen(a, 1, 'appointment.cancelled')
  const elsewhere = await happen(b, 1)
  assert.equal(await claimed('events'), [first, elsewhere])
  assert.equal(await claimed('events', OTHER), [])
  assert.is(await ok('finish_event($1, $2, $3)', [a.id, first, LEASE]), true)
  assert.equal(await claimed('events', OTHER), [second])
})

test('a lease that lapsed is claimed again, and its late holder finishes nothing', async () => {
  const id = await happen(a, 1)
  await claimed('events', LEASE, 0)
  assert.equal(await claimed('events', OTHER), [id])
  assert.is(await ok('finish_event($1, $2, $3)', [a.id, id, LEASE]), false)
  assert.is(await ok('finish_event($1, $2, $3)', [b.id, id, OTHER]), false)
  assert.is(await ok('finish_event($1, $2, $3)', [a.id, id, OTHER]), true)
  assert.is(await ok('finish_event($1, $2, $3)', [a.id, id, OTHER]), false)
})

test('an event given up lets the next of its subject pass', async () => {
  const first = await happen(a, 1)
  const second = await happen(a, 1)
  await claimed('events')
  assert.is(await ok('retry_event($1, $2, $3, $4, $5)', [a.id, first, LEASE, 'x', 3600]), true)
  assert.equal(await claimed('events'), [])
  await owner('update events set due_at = now() where id = $1', [first])
  assert.equal(await claimed('events'), [first])
  assert.is(await ok('retry_event($1, $2, $3, $4, $5)', [a.id, first, LEASE, 'x', null]), true)
  assert.equal(await claimed('events'), [second])
})

test('parallel claims share the events without a duplicate', async () => {
  const ids = await Promise.all(Array.from({ length: 40 }, (_, index) => happen(a, index)))
  const claims = await Promise.all(Array.from({ length: 8 }, () => claimed('events')))
  const all = claims.flat().sort((x, y) => x - y)
  assert.equal(all.length, new Set(all).size)
  for (const more of [await claimed('events'), await claimed('events')]) all.push(...more)
  assert.equal(new Set(all), new Set(ids))
})

test('the server may finish an event, and change nothing that it says', async () => {
  const id = await happen(a, 1)
  await as(a.id, (query) => query('update events set published_at = now() where id = $1', [id]))
  for (const change of ["update events set type = 'x'", 'delete from events']) {
    assert.is(await refusal(as(a.id, (query) => query(change))), '42501')
  }
})

test('a receiver with many deliveries leaves room for the others, and a disabled one gets none', async () => {
  const endpoint = (clinic: Clinic) =>
    as(clinic.id, (query) =>
      insert(query, 'webhook_endpoints', {
        organization_id: clinic.id,
        url: 'https://x.test',
        secret: 's',
      }),
    )
  const deliver = async (clinic: Clinic, to: number) => {
    const event = await happen(clinic, null)
    const row = { organization_id: clinic.id, endpoint_id: to, event_id: event }
    return as(clinic.id, (query) => insert(query, 'webhook_deliveries', row))
  }
  const busy = await endpoint(a)
  const quiet = await endpoint(b)
  const many: number[] = []
  for (let index = 0; index < 12; index++) many.push(await deliver(a, busy))
  const one = await deliver(b, quiet)
  assert.equal(await claimed('webhook_deliveries'), [...many.slice(0, 5), one])
  assert.equal(await claimed('webhook_deliveries'), [])
  assert.is(await ok('finish_webhook_delivery($1, $2, $3, 200)', [b.id, one, LEASE]), true)
  assert.is(
    await ok("retry_webhook_delivery($1, $2, $3, 500, 'x', null)", [a.id, many[0] ?? 0, LEASE]),
    true,
  )
  await owner('update webhook_endpoints set disabled_at = now()')
  assert.equal(await claimed('webhook_deliveries'), [])
})

test('pending appointments are found when their time is over', async () => {
  const pending = { status: 'pending', pending_until: '2027-01-01T00:00:00Z' }
  const late = await as(a.id, (query) => insert(query, 'appointments', appointment(a, pending)))
  const due = (at: string) => worker('select * from due_pending($1)', [at])
  assert.equal(await due('2026-12-31T23:59:59Z'), [])
  assert.equal(await due('2027-01-01T00:00:00Z'), [{ organization_id: a.id, appointment_id: late }])
})

test('what is old is forgotten, but not the keys of money nor an event that is still owed', async () => {
  const key = { organization_id: a.id, caller: 'c', route: 'r', request_hash: 'h' }
  await as(a.id, async (query) => {
    for (const [name, keep] of [
      ['1', false],
      ['2', true],
    ] as const) {
      await query(
        `insert into idempotency_keys (organization_id, caller, route, key, request_hash, keep)
         values ($1, $2, $3, $4, $5, $6)`,
        [key.organization_id, key.caller, key.route, name, key.request_hash, keep],
      )
    }
  })
  await happen(a, 1)
  const owed = await happen(a, 2)
  await owner('update events set published_at = now()')
  await as(a.id, (query) =>
    insert(query, 'notifications', {
      organization_id: a.id,
      event_id: owed,
      channel: 'email',
      recipient: 'x',
      template: 'reminder',
      locale: 'ru',
    }),
  )
  const purge = async (what: string) => {
    const [row] = await worker<{ gone: number }>(`select purge_${what}('2199-01-01') as gone`)
    return row?.gone
  }
  assert.is(await purge('idempotency_keys'), 1)
  assert.is(await purge('notifications'), 0)
  assert.is(await purge('events'), 1)
  assert.is(await purge('webhook_deliveries'), 0)
  assert.is(await purge('sign_in_codes'), 0)
  const [backlog] = await worker<{ events: number; notifications: number }>(
    'select events, notifications from outbox_backlog()',
  )
  assert.equal(backlog, { events: 0, notifications: 1 })
})

test.run()
