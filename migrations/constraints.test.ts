import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { appointment, clinics, insert, refusal } from './clinic.ts'
import type { Clinic, Query } from './clinic.ts'

const { a, b, owner, as, close } = await clinics()
test.after(close)

async function visit(query: Query, from: string, to: string, overbooked = false): Promise<number> {
  const id = await insert(query, 'appointments', appointment(a))
  await occupy(query, {
    clinic: a,
    id,
    during: `[2027-01-11T${from}Z,2027-01-11T${to}Z)`,
    overbooked,
  })
  return id
}

function occupy(
  query: Query,
  row: { clinic: Clinic; id: number; during: string; overbooked?: boolean; specialist?: number },
): Promise<number> {
  return insert(query, 'occupancies', {
    organization_id: row.clinic.id,
    resource_kind: 'specialist',
    resource_id: row.specialist ?? row.clinic.specialist,
    during: row.during,
    appointment_id: row.id,
    overbooked: row.overbooked ?? false,
  })
}

/** As `occupied` packs it. */
function taken(row: { taken: Buffer } | undefined) {
  const bytes = row?.taken ?? Buffer.alloc(0)
  return Array.from({ length: bytes.length / 8 }, (_, index) => {
    const from = bytes.readInt32BE(index * 8)
    const rest = bytes.readInt32BE(index * 8 + 4)
    return { number: rest >> 13, from, to: from + ((rest >> 1) & 0xf_ff), isBreak: rest % 2 === 1 }
  })
}

test('a specialist is not taken twice, but back to back', async () => {
  await as(a.id, (query) => visit(query, '10:00', '11:00'))
  assert.is(
    await refusal(as(a.id, (query) => visit(query, '10:59', '12:00'))),
    'occupancies_no_overlap',
  )
  await as(a.id, (query) => visit(query, '11:00', '12:00'))
})

test('an overbooked visit leaves the constraint and stays visible', async () => {
  await as(a.id, (query) => visit(query, '10:30', '10:45', true))
  const [row] = await as(a.id, (query) =>
    query<{ taken: Buffer }>('select taken from occupied($1, $2, $3, $4)', [
      a.id,
      `{${a.specialist}}`,
      29993760,
      29995200,
    ]),
  )
  const start = Date.parse('2027-01-11T10:00:00Z') / 60_000
  assert.equal(taken(row), [
    { number: 0, from: start, to: start + 60, isBreak: false },
    { number: 0, from: start + 30, to: start + 45, isBreak: false },
    { number: 0, from: start + 60, to: start + 120, isBreak: false },
  ])
})

test('availability can look past one appointment, and still sees the breaks', async () => {
  const looks = await as(b.id, async (query) => {
    const id = await insert(query, 'appointments', appointment(b))
    await occupy(query, { clinic: b, id, during: '[1970-01-02T00:00:30Z,1970-01-02T01:00:30Z)' })
    const pause = await insert(query, 'breaks', {
      organization_id: b.id,
      specialist_id: b.specialist,
      date: '2027-01-12',
      start_time: '13:00',
      end_time: '14:00',
    })
    await insert(query, 'occupancies', {
      organization_id: b.id,
      resource_kind: 'specialist',
      resource_id: b.specialist,
      during: '[1970-01-02T02:00Z,1970-01-02T03:00Z)',
      break_id: pause,
    })
    const look = (ignored: number | null) =>
      query<{ taken: Buffer }>('select taken from occupied($1, $2, 1500, 2880, $3)', [
        b.id,
        `{${-b.workplace},${b.specialist}}`,
        ignored,
      ])
    return [...(await look(null)), ...(await look(id))].map(taken)
  })
  const visit = { number: 1, from: 1440, to: 1501, isBreak: false }
  const pause = { number: 1, from: 1560, to: 1620, isBreak: true }
  assert.equal(looks, [[visit, pause], [pause]])
})

test('what is taken is a finite half-open range of at most two days', async () => {
  for (const during of [
    '[2027-02-01,2027-02-01)',
    '[2027-02-01,)',
    '(,2027-02-01)',
    '[2027-02-01,infinity)',
    '[2027-02-01T10:00Z,2027-02-01T11:00Z]',
    '[2027-02-01T00:00Z,2027-02-03T00:01Z)',
  ]) {
    const attempt = as(a.id, async (query) => {
      const id = await insert(query, 'appointments', appointment(a))
      await occupy(query, { clinic: a, id, during })
    })
    assert.is(await refusal(attempt), 'occupancies_during', during)
  }
})

test('a cancelled or expired appointment gives its time back; a missed one keeps its history', async () => {
  for (const [status, left] of [
    ['cancelled', 0],
    ['no_show', 1],
  ] as const) {
    const rows = await as(a.id, async (query) => {
      const id = await visit(query, '15:00', '16:00')
      await query('update appointments set status = $2 where id = $1', [id, status])
      return query('select from occupancies where appointment_id = $1', [id])
    })
    assert.is(rows.length, left, status)
  }
})

test('a deleted break gives its time back', async () => {
  await as(a.id, async (query) => {
    const id = await insert(query, 'breaks', {
      organization_id: a.id,
      specialist_id: a.specialist,
      date: '2027-01-12',
      start_time: '13:00',
      end_time: '14:00',
    })
    await insert(query, 'occupancies', {
      organization_id: a.id,
      resource_kind: 'specialist',
      resource_id: a.specialist,
      during: '[2027-01-12T10:00Z,2027-01-12T11:00Z)',
      break_id: id,
    })
    await query('delete from breaks where id = $1', [id])
    assert.equal(await query('select from occupancies where break_id = $1', [id]), [])
  })
})

test('no row names a thing of another organization', async () => {
  const foreign: [Record<string, number>, string][] = [
    [{ specialist_id: b.specialist }, 'appointments_specialist'],
    [{ service_id: b.service }, 'appointments_service'],
    [{ client_id: b.client }, 'appointments_client'],
    [{ location_id: b.location }, 'appointments_location'],
    [{ workplace_id: b.workplace }, 'appointments_workplace'],
  ]
  for (const [part, constraint] of foreign) {
    assert.is(await refusal(insert(owner, 'appointments', appointment(a, part))), constraint)
  }
  const id = await insert(owner, 'appointments', appointment(a))
  const during = '[2027-03-01T10:00Z,2027-03-01T11:00Z)'
  assert.is(
    await refusal(occupy(owner, { clinic: a, id, during, specialist: b.specialist })),
    'occupancies_specialist',
  )
})

test('an appointment moves only along its states, and every change counts', async () => {
  const reached: Record<string, string[]> = {
    pending: ['confirmed', 'cancelled', 'expired'],
    confirmed: ['arrived', 'completed', 'cancelled', 'no_show'],
    arrived: ['confirmed', 'completed', 'cancelled', 'no_show'],
    completed: ['arrived'],
    no_show: ['arrived', 'completed'],
    cancelled: [],
    // Its payment came late, and its time was still free.
    expired: ['confirmed'],
  }
  for (const from of Object.keys(reached)) {
    for (const to of Object.keys(reached)) {
      if (from === to) continue
      const row = appointment(a, { status: from, pending_until: '2027-01-01T00:00Z' })
      const id = await insert(owner, 'appointments', row)
      const move = owner<{ version: number }>(
        'update appointments set status = $2 where id = $1 returning version',
        [id, to],
      )
      const expected = reached[from]?.includes(to) ? 'done' : 'appointments_transition'
      assert.is(await refusal(move), expected, `${from} → ${to}`)
      if (expected === 'done') assert.is((await move)[0]?.version, 2)
    }
  }
})

test('an appointment is refused when its parts contradict each other', async () => {
  const cases: [Record<string, string | number | null>, string][] = [
    [{ ends_at: '2027-01-11T10:00:00Z' }, 'appointments_period'],
    [{ ends_at: '2027-01-12T10:01:00Z' }, 'appointments_period'],
    [{ total: 1 }, 'appointments_money'],
    [{ discount: 250001, total: -1 }, 'appointments_money'],
    [{ status: 'pending' }, 'appointments_pending'],
    [{ status: 'held' }, 'appointments_status'],
    [{ code: 'guessable' }, 'appointments_code'],
    [{ paid_by: 'package' }, 'appointments_paid_by_package'],
  ]
  for (const [part, constraint] of cases) {
    assert.is(await refusal(insert(owner, 'appointments', appointment(a, part))), constraint)
  }
})

test('a hold becomes an appointment once in an organization', async () => {
  const hold = { hold_id: '0b0e3ad4-4a44-4c2f-9d0a-3b7d1e2f4a55' }
  await insert(owner, 'appointments', appointment(a, hold))
  assert.is(
    await refusal(insert(owner, 'appointments', appointment(a, hold))),
    'appointments_hold_key',
  )
  await insert(owner, 'appointments', appointment(b, hold))
})

test.run()
