import { listOperations, type Operation } from '@zapis/sdk/contract'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readHold } from '../appointments/hold-token.ts'
import { createBench } from './matrix/bench.ts'
import { entries } from './matrix/entries.ts'
import { startGround, type World } from './matrix/ground.ts'
import { reach } from './matrix/reach.ts'
import { freeAt } from './matrix/things.ts'
import { addKey, makeWorld } from './matrix/world.ts'

const ground = await startGround()
const bench = await createBench(ground)
test.after(ground.close)

const operations = listOperations()

test('every operation of the contract is in the table, and nothing else is', () => {
  assert.equal(operations.map(({ id }) => id).sort(), Object.keys(entries).sort())
})

/** Those whom the contract trusts less come first. */
function leastTrusted({ who }: Operation): string {
  if (who.includes('anyone')) return 'publishable'
  return Object.keys(reach).find((each) => who.some((one) => one === each)) ?? 'admin'
}

test('nothing is open to more people than the second list of them says', () => {
  const byHand = new Map<string, string>(
    Object.entries(reach).flatMap(([who, ids]) => ids.map((id) => [id, who])),
  )
  for (const { id, operation } of operations)
    assert.is(leastTrusted(operation), byHand.get(id) ?? 'admin', id)
})

test('what is open to a secret key needs a scope', () => {
  const free = operations.filter(
    ({ operation: { who, scope } }) => who.includes('secret') && scope === undefined,
  )
  assert.equal(free, [])
})

for (const { id, operation } of operations)
  test(`${id} is for those alone whom the contract names, with what is theirs`, async () => {
    assert.equal(await bench.check(id, operation), [])
  })

test('only a hold of the same organization is given up for another', async () => {
  const [home, abroad] = [await makeWorld(ground), await makeWorld(ground)]
  const book = async (world: World, hold?: string) => {
    const { location: location_id, service: service_id } = world.own
    const visit = { location_id, service_id, starts_at: freeAt, ...(hold && { hold }) }
    return ground.server.as(await addKey(ground, world, 'publishable')).appointments.book(visit)
  }
  const { ephemeral, secrets } = ground.app
  const { hold } = await book(abroad)
  const told: string[] = []
  await ephemeral.subscribe(`events:${abroad.organizationId}`, (message) => told.push(message))
  await book(home, hold)
  const id = readHold(secrets, hold)?.id ?? ''
  assert.is(await ephemeral.holds.state(abroad.organizationId, id), 'live')
  assert.equal(told, [])
})

/** Two walls, and each has to stand by itself: here the database's is taken away. */
test('without row-level security, queries still keep to their organization', async () => {
  const { rows } = await ground.owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and rowsecurity`,
  )
  assert.ok(rows.length >= 30)
  for (const { name } of rows)
    await ground.owner.query(`alter table ${name} disable row level security`)
  for (const { id, operation } of operations)
    assert.equal(await bench.checkTenants(id, operation), [], id)
})

test.run()
