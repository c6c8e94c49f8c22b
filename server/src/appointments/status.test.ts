import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, guest, makeClinic, visitAt } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { clientOf, memberOf } from '../test/people.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
const { admin } = clinic
test.after(async () => {
  assert.equal(await violations(server.databaseUrl), [])
  await server.close()
})

let hour = 9
/** Of the first specialist. */
async function aVisit() {
  const date = clinic.day.replace(/\d\d$/, String(10 + Math.floor(hour / 18)))
  const time = `${String(9 + (hour++ % 9)).padStart(2, '0')}:00`
  return admin.appointments.create({
    ...visitAt(clinic, time),
    starts_at: clinic.at(time, date > clinic.day ? date : clinic.day),
    specialist_id: clinic.specialistIds[0]!,
    client: guest(),
    force: true,
    reason: 'Для проверки',
  })
}

test('a visit goes from confirmed to arrived to completed, each step once', async () => {
  const { id, version } = await aVisit()
  const arrived = await admin.appointments.arrive(id)
  assert.is(arrived.status, 'arrived')
  assert.is(arrived.version, version + 1)
  assert.equal(await admin.appointments.arrive(id), arrived)
  const completed = await admin.appointments.complete(id)
  assert.is(completed.status, 'completed')
  assert.equal(await admin.appointments.complete(id), completed)
})

test('who does not come is a no-show, and may still be late', async () => {
  const { id } = await aVisit()
  assert.is((await admin.appointments.noShow(id)).status, 'no_show')
  assert.is((await admin.appointments.arrive(id)).status, 'arrived')
})

test('a cancelled visit stays cancelled', async () => {
  const { id } = await aVisit()
  await admin.appointments.cancel(id)
  const { appointments } = admin
  for (const step of ['approve', 'arrive', 'complete', 'noShow'] as const)
    assert.is(await codeOf(appointments[step](id)), 'invalid_transition', step)
})

test('a step meant for an older state of the visit is refused', async () => {
  const { id, version } = await aVisit()
  await admin.appointments.update(id, { note: 'Опоздает' })
  assert.is(await codeOf(admin.appointments.arrive(id, { ifMatch: version })), 'version_conflict')
  await admin.appointments.arrive(id, { ifMatch: version + 1 })
})

test('a specialist marks, sees and lists their own visits only', async () => {
  const [own = 0, colleague = 0] = clinic.specialistIds
  const visit = await aVisit()
  const anna = await memberOf(server, clinic, 'specialist', own)
  const maria = await memberOf(server, clinic, 'specialist', colleague)
  assert.is((await anna.sdk.appointments.arrive(visit.id)).status, 'arrived')
  const { appointments } = maria.sdk
  for (const call of [
    () => appointments.complete(visit.id),
    () => appointments.get(visit.id),
    () => appointments.update(visit.id, { note: 'Моя' }),
    () => appointments.calendar(visit.id),
  ])
    assert.is(await codeOf(call()), 'not_found')
  const listed = await anna.sdk.appointments.list({}).toArray()
  assert.ok(listed.length > 0)
  assert.ok(listed.every(({ specialist_id }) => specialist_id === own))
  assert.is((await maria.sdk.appointments.list({}).toArray()).length, 0)
  assert.is((await maria.sdk.appointments.list({ specialist_id: own }).toArray()).length, 0)
})

test('clients see their own visits, and mark nothing', async () => {
  const anna = await clientOf(server, clinic)
  const other = await clientOf(server, clinic)
  const visit = await admin.appointments.create({
    ...visitAt(clinic, '10:00'),
    specialist_id: clinic.specialistIds[1]!,
    client: { id: anna.id },
  })
  assert.is((await anna.sdk.appointments.get(visit.id)).id, visit.id)
  assert.equal(
    (await anna.sdk.appointments.list({}).toArray()).map(({ id }) => id),
    [visit.id],
  )
  assert.equal(await other.sdk.appointments.list({ client_id: anna.id }).toArray(), [])
  assert.is(await codeOf(other.sdk.appointments.get(visit.id)), 'not_found')
  for (const step of ['arrive', 'complete', 'noShow', 'approve'] as const)
    assert.is(await codeOf(anna.sdk.appointments[step](visit.id)), 'forbidden', step)
  assert.is(await codeOf(anna.sdk.appointments.update(visit.id, { note: '!' })), 'forbidden')
})

test('a site’s key books, and sees no visits', async () => {
  const other = await makeClinic(server)
  const { id } = await bookAt(other, '10:00')
  assert.is(await codeOf(other.site.appointments.get(id)), 'forbidden')
  assert.is(await codeOf(other.site.appointments.list({}).toArray()), 'forbidden')
  assert.is(await codeOf(admin.appointments.get(id)), 'not_found')
})

test.run()
