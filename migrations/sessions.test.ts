import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { appointment, clinics, insert, refusal, type Clinic, type Query } from './clinic.ts'

const { a, b, owner, as, close } = await clinics()
test.after(close)

let days = 0

/** A session of two seats on a day of its own, and visits to sit in it. */
async function session(query: Query, clinic: Clinic = a, capacity = 2) {
  const day = `2027-03-${String(++days).padStart(2, '0')}`
  const when = { starts_at: `${day}T10:00:00Z`, ends_at: `${day}T11:00:00Z` }
  const id = await insert(query, 'group_sessions', {
    organization_id: clinic.id,
    location_id: clinic.location,
    service_id: clinic.service,
    specialist_id: clinic.specialist,
    workplace_id: clinic.workplace,
    capacity,
    ...when,
  })
  const kinds = { specialist: clinic.specialist, workplace: clinic.workplace }
  for (const [resource_kind, resource_id] of Object.entries(kinds))
    await insert(query, 'occupancies', {
      organization_id: clinic.id,
      resource_kind,
      resource_id,
      during: `[${when.starts_at},${when.ends_at})`,
      session_id: id,
    })
  const sit = (more: Record<string, string | number | null> = {}) =>
    insert(query, 'appointments', appointment(clinic, { session_id: id, ...when, ...more }))
  return { id, sit, when }
}

const taken = async (query: Query, id: number) =>
  (
    await query<{ seats_taken: number }>('select seats_taken from group_sessions where id = $1', [
      id,
    ])
  )[0]?.seats_taken

test('seats are counted where visits come and go, whoever writes them', async () => {
  await as(a.id, async (query) => {
    const { id, sit } = await session(query)
    const other = await session(query)
    assert.is(await taken(query, id), 0)
    const [one, two] = [await sit(), await sit({ status: 'pending', pending_until: '2027-01-01' })]
    assert.is(await taken(query, id), 2)
    await query(`update appointments set status = 'no_show' where id = $1`, [one])
    await query(`update appointments set note = 'x' where id = $1`, [two])
    assert.is(await taken(query, id), 2)
    await query(
      `update appointments set session_id = $2, starts_at = $3, ends_at = $4 where id = $1`,
      [one, other.id, other.when.starts_at, other.when.ends_at],
    )
    assert.equal([await taken(query, id), await taken(query, other.id)], [1, 1])
  })
})

test('the last one out takes the session along, and its time', async () => {
  await as(a.id, async (query) => {
    for (const leave of [`status = 'cancelled'`, `status = 'expired'`, `session_id = null`]) {
      const { id, sit } = await session(query)
      const pending = { status: 'pending', pending_until: '2027-01-01' }
      const visits = [await sit(pending), await sit(pending)]
      for (const visit of visits) {
        assert.ok((await taken(query, id)) !== undefined, leave)
        await query(`update appointments set ${leave} where id = $1`, [visit])
      }
      assert.is(await taken(query, id), undefined, leave)
      assert.equal(await query('select from occupancies where session_id = $1', [id]), [], leave)
    }
  })
})

test('no session has more visits than seats', async () => {
  const attempt = as(a.id, async (query) => {
    const { sit } = await session(query)
    for (let n = 0; n < 3; n++) await sit()
  })
  assert.is(await refusal(attempt), 'group_sessions_seats')
  const fewer = as(a.id, async (query) => {
    const { id, sit } = await session(query)
    for (let n = 0; n < 2; n++) await sit()
    await query('update group_sessions set capacity = 1 where id = $1', [id])
  })
  assert.is(await refusal(fewer), 'group_sessions_seats')
})

test('who was called off has no seat, and nobody comes to another place or time than the session', async () => {
  const cases: [Record<string, string | number | null>, string][] = [
    [{ status: 'cancelled' }, 'appointments_seat'],
    [
      { ends_at: '2027-12-31T11:00:00Z', starts_at: '2027-12-31T10:00:00Z' },
      'appointments_session',
    ],
  ]
  for (const [more, constraint] of cases) {
    const attempt = as(a.id, async (query) => {
      const { sit } = await session(query)
      await sit(more)
    })
    assert.is(await refusal(attempt), constraint, JSON.stringify(more))
  }
  const strangers = as(b.id, async (query) => {
    const { id } = await session(owner)
    await insert(query, 'appointments', appointment(b, { session_id: id }))
  })
  assert.is(await refusal(strangers), 'appointments_session')
})

test('a session and anything else of its specialist do not overlap, nor do two sessions', async () => {
  const attempt = as(a.id, async (query) => {
    const { when } = await session(query)
    const id = await insert(query, 'appointments', appointment(a, when))
    await insert(query, 'occupancies', {
      organization_id: a.id,
      resource_kind: 'specialist',
      resource_id: a.specialist,
      during: `[${when.starts_at},${when.ends_at})`,
      appointment_id: id,
    })
  })
  assert.is(await refusal(attempt), 'occupancies_no_overlap')
  const twice = as(a.id, async (query) => {
    await session(query)
    days--
    await session(query)
  })
  assert.is(await refusal(twice), 'group_sessions_key')
})

test('availability reads the sessions of one service at one place, and past the seat of a visit to be moved', async () => {
  await as(a.id, async (query) => {
    const { id, sit, when } = await session(query, a, 3)
    const alone = await sit()
    const minute = Date.parse(when.starts_at) / 60_000
    const look = async (ignored: number | null, service = a.service) => {
      const [row] = await query<{ sessions: Buffer | null; taken: Buffer | null }>(
        'select taken, sessions from occupied($1, $2, $3, $4, $5, $6, $7)',
        [a.id, `{${a.specialist}}`, minute, minute + 60, ignored, service, a.location],
      )
      const { sessions, taken } = row ?? {}
      const numbers = sessions && [0, 4, 8, 12, 16].map((at) => sessions.readInt32BE(at))
      return { numbers, rows: (taken?.length ?? 0) / 8 }
    }
    const facts = [a.specialist, minute, minute + 60, a.workplace]
    assert.equal(await look(null), { numbers: [...facts, 2], rows: 1 })
    assert.equal(await look(alone), { numbers: null, rows: 0 }, 'alone in it')
    await sit()
    assert.equal(await look(null), { numbers: [...facts, 1], rows: 1 })
    assert.equal(await look(alone), { numbers: [...facts, 2], rows: 1 })
    assert.equal(await look(null, a.service + 1), { numbers: null, rows: 1 })
    assert.is(await taken(query, id), 2)
  })
})

test.run()
