import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { testDatabase } from '../test/database.ts'
import { inTime, mayBecome, mayMove, type Move, type Status } from './appointment.ts'

const statuses: Status[] = [
  'pending',
  'confirmed',
  'arrived',
  'completed',
  'cancelled',
  'no_show',
  'expired',
]
const moves: Move[] = ['confirmed', 'arrived', 'completed', 'cancelled', 'no_show', 'expired']

test('exactly at the limit is still in time, a millisecond later is not', () => {
  const starts = new Date('2027-01-11T10:00:00Z')
  const limit = Date.parse('2027-01-11T08:00:00Z')
  assert.is(inTime(starts, new Date(limit), 120), true)
  assert.is(inTime(starts, new Date(limit + 1), 120), false)
  assert.is(inTime(starts, starts, 0), true)
})

test('what has not begun for the clinic may be moved', () => {
  assert.equal(statuses.filter(mayMove), ['pending', 'confirmed'])
})

test('cancelled and expired are the end', () => {
  for (const from of ['cancelled', 'expired'] as const)
    assert.equal(
      moves.filter((to) => mayBecome(from, to)),
      [],
    )
})

test('PostgreSQL lets every change pass that the rules allow, and what it lets pass besides is known', async () => {
  const database = await testDatabase()
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  try {
    await owner.query(`set session_replication_role = replica;
      create table changes (organization_id integer, id integer, status text, version integer, updated_at timestamptz, cancelled_at timestamptz,
        session_id integer, starts_at timestamptz);
      create trigger guard before update on changes for each row execute function appointments_guard();
      set session_replication_role = origin`)
    const passed: string[] = []
    const allowed: string[] = []
    for (const from of statuses)
      for (const to of moves) {
        if (from === to) continue
        if (mayBecome(from, to)) allowed.push(`${from} ${to}`)
        await owner.query('truncate changes')
        await owner.query(`insert into changes values (1, 1, $1, 1)`, [from])
        const passes = await owner.query(`update changes set status = $1`, [to]).then(
          () => true,
          () => false,
        )
        if (passes) passed.push(`${from} ${to}`)
      }
    assert.equal(
      allowed.filter((change) => !passed.includes(change)),
      [],
    )
    assert.equal(
      passed.filter((change) => !allowed.includes(change)),
      ['arrived confirmed', 'expired confirmed'],
    )
  } finally {
    await owner.end()
    await database.drop()
  }
})

test.run()
