import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic } from '../test/clinic.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
const clinic = await makeClinic(server)
const owner = new pg.Client({ connectionString: server.databaseUrl })
await owner.connect()
test.after(async () => {
  await owner.end()
  await server.close()
})

async function told() {
  const { rows } = await owner.query<{ kind: string; object: Record<string, unknown> }>(
    `delete from events where organization_id = $1 and type = 'schedule.changed'
     returning subject_kind as kind, payload -> 'object' as object`,
    [clinic.organizationId],
  )
  return rows.map(({ kind, object }) => [kind, object['specialist_id'], object['location_id']])
}

test('whoever shows hours is told that they changed, and whose; of what is only thought of, nothing', async () => {
  const { admin, locationId, day } = clinic
  const [specialistId = 0] = clinic.specialistIds
  await told()
  const { week } = await admin.locationSchedule.get(locationId)
  await admin.locationSchedule.put(locationId, { week, dry_run: true })
  assert.equal(await told(), [])
  await admin.locationSchedule.put(locationId, { week })
  assert.equal(await told(), [['location', null, locationId]])
  const own = await admin.specialistSchedule.get(specialistId)
  await admin.specialistSchedule.put(specialistId, { week: own.week })
  assert.equal(await told(), [['specialist', specialistId, null]])
  const holiday = await admin.holidays.create({ date: '2028-05-01', name: 'Первомай' })
  assert.equal(await told(), [['holiday', null, null]])
  await admin.holidays.remove(holiday.id)
  assert.equal(await told(), [['holiday', null, null]])
  const lunch = { date: day, start_time: '13:00', end_time: '14:00' }
  const made = await admin.breaks.create({ specialist_id: specialistId, ...lunch })
  assert.equal(await told(), [['break', specialistId, locationId]])
  await admin.breaks.remove(made.id)
  assert.equal(await told(), [['break', specialistId, locationId]])
})

test.run()
