import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { covers } from '../../server/src/availability/intervals.ts'
import { specialistHours } from '../../server/src/availability/hours.ts'
import { zone } from '../../server/src/availability/zone.ts'
import { hashKey } from '../../server/src/identity/key-value.ts'
import { testDatabase } from '../../server/src/test/database.ts'
import { makeBenchData } from './data.ts'

const database = await testDatabase()
const owner = new pg.Pool({ connectionString: database.url, max: 2 })
test.after(async () => {
  await owner.end()
  await database.drop()
})

async function count(what: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::integer as count from ${what}`,
  )
  return rows[0]?.count ?? -1
}

const made = await makeBenchData(database.url, {
  organizations: 3,
  appointments: 400,
  from: '2027-09-28',
})

test('all appointments that are asked for find a place, each with its specialist and its room', async () => {
  assert.is(made.placed, 400)
  assert.is(await count('appointments'), 400)
  assert.is(await count('occupancies where appointment_id is not null'), 800)
  assert.is(await count('organizations'), 3)
})

test('the foreign keys that were not looked up hold', async () => {
  const orphans = `appointments a where not (
    exists (select from locations where (organization_id, id) = (a.organization_id, a.location_id))
    and exists (select from workplaces where (organization_id, location_id, id) = (a.organization_id, a.location_id, a.workplace_id))
    and exists (select from clients where (organization_id, id) = (a.organization_id, a.client_id))
    and exists (select from service_specialists where (organization_id, service_id, specialist_id) = (a.organization_id, a.service_id, a.specialist_id))
    and exists (select from workplace_services where (organization_id, service_id, workplace_id) = (a.organization_id, a.service_id, a.workplace_id)))`
  assert.is(await count(orphans), 0)
  const loose = `occupancies o where appointment_id is not null and not exists (select from appointments
    where (organization_id, id) = (o.organization_id, o.appointment_id)
      and o.resource_id = case o.resource_kind when 'specialist' then specialist_id else workplace_id end)`
  assert.is(await count(loose), 0)
})

test('visits lie within the hours on both sides of the clock changes', async () => {
  const { configuration, organizationId } = made.first
  const { rows } = await owner.query<{
    specialist: number
    location: number
    from: number
    to: number
  }>(
    `select specialist_id as specialist, location_id as location,
       (extract(epoch from starts_at) / 60)::integer as from, (extract(epoch from ends_at) / 60)::integer as to
     from appointments where organization_id = $1`,
    [organizationId],
  )
  assert.ok(rows.length > 100)
  for (const { specialist, location, from, to } of rows) {
    const { date } = zone(configuration.locations.get(location)!.timeZone).localOf(from)
    assert.ok(covers(specialistHours(configuration, specialist, location, date), from, to))
  }
})

test('each organization has its keys, and new rows get ids of their own', async () => {
  for (const key of ['pk_bench', 'sk_bench', 'pk_bench_2', 'sk_bench_3']) {
    assert.is(await count(`find_api_key('${hashKey(key)}')`), 1, key)
  }
  const { organizationId } = made.first
  await owner.query(`insert into clients (organization_id, first_name) values ($1, 'New')`, [
    organizationId,
  ])
  assert.is(await count(`clients where first_name = 'New'`), 1)
})

test.run()
