import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { transaction } from '../db/transaction.ts'
import { callers, createCredentials } from './matrix/callers.ts'
import { faultyPool, seeded } from './matrix/faults.ts'
import { startGround, type World } from './matrix/ground.ts'
import { inTurns } from './matrix/in-turns.ts'
import { day } from './matrix/things.ts'
import { makeWorld } from './matrix/world.ts'

const ground = await startGround({ DATABASE_CONNECTIONS: '2' })
const credentialOf = createCredentials(ground)
const worlds = [await makeWorld(ground), await makeWorld(ground)] as const
const keys = await Promise.all(
  worlds.map((world) => credentialOf(world, callers['a secret key'], undefined)),
)
test.after(ground.close)
const { owner, server } = ground

const seed = Number(process.env['TEST_SEED'] ?? Date.now() % 1_000_000)
const REQUESTS = 2000

/** One of the two is always free, so that times tell the organizations apart. */
await owner.query('delete from occupancies where organization_id = $1', [worlds[1].organizationId])

type Asked = [method: string, path: string, body?: object]

function requestOf({ own, marks }: World, kind: number): Asked {
  const { location, service } = own
  const times = `/availability?location_id=${location}&service_id=${service}&from=${day}&to=${day}`
  const reads = [
    ...['/organization', '/clients?limit=100', '/appointments', '/services', '/specialists'],
    ...['/audit-log', '/holidays', '/staff', '/api-keys', times, `${times}&explain=1`],
    ...[`/clients/${own.client}`, `/appointments/${own.appointment}`],
  ]
  const path = reads[kind]
  if (path !== undefined) return ['GET', path]
  if (kind % 2 === 0) return ['POST', '/clients', { first_name: marks.own, notes: marks.own }]
  return ['PATCH', `/appointments/${own.appointment}`, { note: `${marks.own} ${kind}` }]
}

async function send(
  side: 0 | 1,
  [method, path, body]: Asked,
  signal: AbortSignal | null = null,
): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${server.url}/v1${path}`, {
    method,
    signal,
    headers: { authorization: `Bearer ${keys[side]}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, text: await answer.text() }
}

const times = [9, 10] as const
const freeAtFirst = new Map<string, string>()
for (const side of [0, 1] as const)
  for (const kind of times) {
    const asked = requestOf(worlds[side], kind)
    freeAtFirst.set(asked[1], (await send(side, asked)).text)
  }

test(`two organizations on two connections never see each other, whatever breaks (seed ${seed})`, async () => {
  const random = seeded(seed)
  const seen = faultyPool(server.app.db.pool, random)
  const statuses = new Map<number | string, number>()
  const strange: string[] = []
  const request = async (index: number) => {
    const side = index % 2 === 0 ? 0 : 1
    const asked = requestOf(worlds[side], Math.floor(random() * 16))
    const signal = random() < 0.1 ? AbortSignal.timeout(Math.floor(random() * 8)) : null
    const { status, text } = await send(side, asked, signal)
    const { organization, own, others, inner } = worlds[1 - side]!.marks
    const foreign = [organization, own, others, inner].some((mark) => text.includes(mark))
    const expected = freeAtFirst.get(asked[1]) ?? text
    if (foreign || (status === 200 && text !== expected))
      strange.push(`${asked[0]} ${asked[1]}: ${text.slice(0, 300)}`)
    return status
  }
  await inTurns([...Array(REQUESTS).keys()], async (index) => {
    const status = await request(index).catch(() => 'aborted')
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  })
  assert.equal(strange, [])
  assert.equal(seen.leftovers, [])
  const [well = 0, aborted = 0] = [statuses.get(200), statuses.get('aborted')]
  const said = JSON.stringify([...statuses, seen.checkouts, seen.faults])
  assert.ok(well > 100 && aborted > 0 && seen.faults > 30, said)
  assert.ok(
    [...statuses.keys()].every((status) => [200, 201, 401, 500, 503, 'aborted'].includes(status)),
    said,
  )
})

test('each organization has its own rows alone in the end, and nobody has none', async () => {
  const { db } = server.app
  const organizations = (organizationId: number | null) =>
    transaction(db, organizationId, (tx) =>
      tx.query<{ id: number }>('select distinct organization_id as id from clients'),
    ).catch(() => null)
  for (const { organizationId, marks } of worlds) {
    const mine = await organizations(organizationId)
    assert.ok(mine === null || mine.every(({ id }) => id === organizationId))
    const { rows } = await owner.query(
      `select id from clients where organization_id <> $1 and (first_name = $2 or notes = $2)`,
      [organizationId, marks.own],
    )
    assert.equal(rows, [])
  }
  assert.equal((await organizations(null)) ?? [], [])
})

test.run()
