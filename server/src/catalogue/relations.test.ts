import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from '../availability/dates.ts'
import { addVisit } from '../schedules/test/visit.ts'
import { makeClinic, type Clinic } from '../test/clinic.ts'
import { startServer, type TestServer } from '../test/server.ts'
import { refusal } from './test/refusal.ts'

let server: TestServer
let clinic: Clinic
let other: Clinic

test.before(async () => {
  server = await startServer()
  other = await makeClinic(server)
})

test.before.each(async () => {
  clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
})

test.after(() => server.close())

const today = new Date().toISOString().slice(0, 10)

test('a service shows who does it, at whose price and length, and where', async () => {
  const [anna = 0, vera = 0] = clinic.specialistIds
  const service = await clinic.admin.services.update(clinic.serviceId, {
    specialists: [
      { specialist_id: vera, price: 300_000, duration_min: 45 },
      { specialist_id: anna },
    ],
  })
  assert.equal(service.specialists, [
    { specialist_id: anna, price: null, duration_min: null },
    { specialist_id: vera, price: 300_000, duration_min: 45 },
  ])
  assert.equal(service.specialist_ids, [anna, vera])
  assert.equal(service.workplace_ids, clinic.workplaceIds)
  assert.equal(service.price, { amount: 250_000, currency: 'RUB' })
  assert.equal(await clinic.site.services.get(clinic.serviceId), service)
})

test('links that are given replace all the old ones; those left out stay', async () => {
  const [anna = 0] = clinic.specialistIds
  const only = await clinic.admin.services.update(clinic.serviceId, {
    specialists: [{ specialist_id: anna }],
  })
  assert.equal(only.specialist_ids, [anna])
  assert.equal(only.workplace_ids, clinic.workplaceIds)
  const none = await clinic.admin.services.update(clinic.serviceId, { workplace_ids: [] })
  assert.equal([none.specialist_ids, none.workplace_ids], [[anna], []])
  assert.is(none.version, only.version + 1)
})

test('a room’s services and a service’s rooms are one list seen from two sides, and both get a new version', async () => {
  const [room = 0, spare = 0] = clinic.workplaceIds
  const before = await clinic.admin.services.get(clinic.serviceId)
  const untouched = await clinic.admin.workplaces.get(spare)
  const changed = await clinic.admin.workplaces.update(room, { service_ids: [] })
  assert.equal(changed.service_ids, [])
  const after = await clinic.admin.services.get(clinic.serviceId)
  assert.equal(after.workplace_ids, [spare])
  assert.is(after.version, before.version + 1)
  const stale = clinic.admin.services.update(
    clinic.serviceId,
    { workplace_ids: clinic.workplaceIds },
    { ifMatch: before.version },
  )
  assert.is(await refusal(stale), 'version_conflict')
  assert.is((await clinic.admin.workplaces.get(spare)).version, untouched.version)
})

test('a location shows its rooms, who works there and what can be booked there', async () => {
  const location = await clinic.site.locations.get(clinic.locationId)
  assert.equal(location.workplace_ids, clinic.workplaceIds)
  assert.equal(location.specialist_ids, clinic.specialistIds)
  assert.equal(location.service_ids, [clinic.serviceId])
  const [anna = 0] = clinic.specialistIds
  const specialist = await clinic.site.specialists.get(anna)
  assert.equal(specialist.location_ids, [clinic.locationId])
  assert.equal(specialist.service_ids, [clinic.serviceId])
})

test('a service that needs a room is not offered in a location without one', async () => {
  const branch = await clinic.admin.locations.create({ name: 'Филиал', time_zone: 'Asia/Tomsk' })
  const [anna = 0] = clinic.specialistIds
  await clinic.admin.specialistSchedule.put(anna, {
    week: [{ location_id: branch.id, day_of_week: 1, starts: '09:00', ends: '12:00' }],
  })
  const shown = await clinic.site.locations.get(branch.id)
  assert.equal([shown.specialist_ids, shown.service_ids], [[anna], []])
  await clinic.admin.workplaces.create({
    name: 'Кабинет',
    location_id: branch.id,
    service_ids: [clinic.serviceId],
  })
  assert.equal((await clinic.site.locations.get(branch.id)).service_ids, [clinic.serviceId])
  const there = await clinic.site.services.list({ location_id: branch.id })
  assert.equal(
    there.data.map(({ id }) => id),
    [clinic.serviceId],
  )
})

test('who worked at a location and does no more is not shown there; a coming extra shift counts', async () => {
  const [anna = 0, vera = 0] = clinic.specialistIds
  const { locationId } = clinic
  const hours = { location_id: locationId, day_of_week: 1, starts: '09:00', ends: '12:00' }
  await clinic.admin.specialistSchedule.put(anna, {
    week: [{ ...hours, valid_to: addDays(today, -2) }],
  })
  const shift = { kind: 'shift', location_id: locationId, starts: '09:00', ends: '12:00' } as const
  await clinic.admin.specialistSchedule.put(vera, {
    week: [],
    exceptions: [{ ...shift, date: addDays(today, 5) }],
  })
  assert.equal((await clinic.site.locations.get(locationId)).specialist_ids, [vera])
  const working = await clinic.site.specialists.list({ location_id: locationId })
  assert.equal(
    working.data.map(({ id }) => id),
    [vera],
  )
})

test('what is archived disappears from what is related to it, and staff keep the links', async () => {
  const [anna = 0, vera = 0] = clinic.specialistIds
  const [room = 0, spare = 0] = clinic.workplaceIds
  await clinic.admin.specialists.archive(anna)
  await clinic.admin.workplaces.archive(room)
  const seen = await clinic.site.services.get(clinic.serviceId)
  assert.equal([seen.specialist_ids, seen.workplace_ids], [[vera], [spare]])
  assert.equal(
    seen.specialists.map((each) => each.specialist_id),
    [vera],
  )
  const kept = await clinic.admin.services.get(clinic.serviceId)
  assert.equal(kept.specialist_ids, [vera])
  assert.equal(kept.workplace_ids, [room, spare])
  assert.is(kept.specialists.length, 2)
  const location = await clinic.site.locations.get(clinic.locationId)
  assert.equal([location.specialist_ids, location.workplace_ids], [[vera], [spare]])
})

test('the rooms of an archived location and the packages of an archived service leave the catalogue with it', async () => {
  const { id } = await clinic.admin.servicePackages.create({
    name: '5 по цене 4',
    service_id: clinic.serviceId,
    visits: 5,
    price: 1_000_000,
  })
  const [room = 0] = clinic.workplaceIds
  await clinic.admin.services.archive(clinic.serviceId)
  await clinic.admin.locations.archive(clinic.locationId)
  assert.is(await refusal(clinic.site.servicePackages.get(id)), 'not_found')
  assert.is(await refusal(clinic.site.workplaces.get(room)), 'not_found')
  assert.equal((await clinic.site.workplaces.list()).data, [])
  assert.equal((await clinic.site.servicePackages.list()).data, [])
  assert.is((await clinic.admin.workplaces.get(room)).id, room)
})

test('a room moves to another branch until somebody has been in it', async () => {
  const { id: location_id } = await clinic.admin.locations.create({
    name: 'Филиал',
    time_zone: 'Asia/Tomsk',
  })
  const [used = 0, unused = 0] = clinic.workplaceIds
  const hours = { starts_at: clinic.at('10:00'), ends_at: clinic.at('11:00') }
  await addVisit(server, clinic, { ...hours, workplaceId: used })
  const { workplaces } = clinic.admin
  assert.is((await workplaces.update(unused, { location_id })).location_id, location_id)
  assert.is(await refusal(workplaces.update(used, { location_id })), 'invalid_data /location_id')
  const renamed = { name: 'Кабинет', location_id: clinic.locationId }
  assert.is((await workplaces.update(used, renamed)).name, 'Кабинет')
})

test('lists are filtered by what they are related to', async () => {
  const [anna = 0, vera = 0] = clinic.specialistIds
  const cut = await clinic.admin.services.create({
    name: 'Стрижка',
    category: 'Волосы',
    duration_min: 30,
    price: 100_000,
    specialists: [{ specialist_id: vera }],
  })
  const ids = async (list: Promise<{ data: { id: number }[] }>) =>
    (await list).data.map(({ id }) => id)
  const { services, specialists, workplaces } = clinic.site
  assert.equal(await ids(services.list({ specialist_id: anna })), [clinic.serviceId])
  assert.equal(await ids(services.list({ category: 'Волосы' })), [cut.id])
  assert.equal(await ids(services.list({ category: 'Ногти' })), [])
  assert.equal(await ids(specialists.list({ service_id: cut.id })), [vera])
  assert.equal(await ids(specialists.list({ service_id: other.serviceId })), [])
  assert.equal(await ids(workplaces.list({ location_id: clinic.locationId })), clinic.workplaceIds)
  assert.equal(await ids(workplaces.list({ location_id: other.locationId })), [])
})

test('lists come in the order asked for, page by page', async () => {
  const names = ['Ы', 'А', 'Я', 'А']
  for (const [position, name] of names.entries())
    await clinic.admin.services.create({ name, position: 9 - position, duration_min: 30, price: 0 })
  const all = async (sort: 'name' | '-name' | 'position' | '-position') => {
    const services = await clinic.site.services.list({ sort, limit: 2 }).toArray()
    return services.map(({ name }) => name).filter((name) => name.length === 1)
  }
  assert.equal(await all('name'), ['А', 'А', 'Ы', 'Я'])
  assert.equal(await all('-name'), ['Я', 'Ы', 'А', 'А'])
  assert.equal(await all('position'), ['А', 'Я', 'А', 'Ы'])
  assert.equal(await all('-position'), ['Ы', 'А', 'Я', 'А'])
})

test('what does not exist here, or is another organization’s, cannot be linked to', async () => {
  const [foreign = 0] = other.specialistIds
  const [theirRoom = 0] = other.workplaceIds
  const draft = { name: 'Стрижка', duration_min: 30, price: 0 }
  const own = clinic.specialistIds.map((specialist_id) => ({ specialist_id }))
  const { services, workplaces, servicePackages } = clinic.admin
  const before = (await services.list({ limit: 100 })).data.length
  assert.is(
    await refusal(
      services.create({
        ...draft,
        specialists: [...own, { specialist_id: foreign }],
        workplace_ids: [theirRoom, clinic.workplaceIds[0] ?? 0, 999_999],
      }),
    ),
    'unknown_reference /specialists/2/specialist_id /workplace_ids/0 /workplace_ids/2',
  )
  assert.is((await services.list({ limit: 100 })).data.length, before)
  assert.is(
    await refusal(workplaces.create({ name: 'Кабинет', location_id: other.locationId })),
    'unknown_reference /location_id',
  )
  assert.is(
    await refusal(
      workplaces.update(clinic.workplaceIds[0] ?? 0, { service_ids: [other.serviceId] }),
    ),
    'unknown_reference /service_ids/0',
  )
  assert.is(
    await refusal(
      servicePackages.create({ name: 'П', service_id: other.serviceId, visits: 1, price: 0 }),
    ),
    'unknown_reference /service_id',
  )
})

test.run()
