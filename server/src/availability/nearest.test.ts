import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from './dates.ts'
import { makeClinic, type Clinic } from '../test/clinic.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
test.after(() => server.close())

const times = (list: { starts_at: string }[]) => list.map(({ starts_at }) => starts_at)

async function nearest(clinic: Clinic) {
  const { data } = await clinic.site.availability.nearest({ location_id: clinic.locationId })
  return data.find(({ service_id }) => service_id === clinic.serviceId)?.slots ?? []
}

async function firstThree(clinic: Clinic) {
  const from = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const { days } = await clinic.site.availability.search({
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    from,
    to: addDays(from, 32),
  })
  return days.flatMap(({ slots }) => slots).slice(0, 3)
}

test('the nearest times are the first of those that the search finds', async () => {
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
  assert.is((await nearest(clinic)).length, 3)
  assert.equal(await nearest(clinic), await firstThree(clinic))
})

test('a time that is held or booked is at once none of the nearest', async () => {
  const clinic = await makeClinic(server, { specialists: 1, workplaces: 1 })
  const [first] = await nearest(clinic)
  const ask = {
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    starts_at: first?.starts_at ?? '',
  }
  const { hold } = await clinic.site.appointments.book(ask)
  assert.not.ok(times(await nearest(clinic)).includes(ask.starts_at))
  await clinic.site.appointments.release({ hold })
  assert.ok(times(await nearest(clinic)).includes(ask.starts_at))
  const again = await clinic.site.appointments.book(ask)
  const client = { first_name: 'Анна', phone: '+79001234567' }
  await clinic.site.appointments.confirm({ hold: again.hold, client })
  assert.equal(await nearest(clinic), await firstThree(clinic))
  assert.not.ok(times(await nearest(clinic)).includes(ask.starts_at))
})

test('a service that nobody gives here is not there; one without hours has no times', async () => {
  const clinic = await makeClinic(server, { specialists: 1, workplaces: 1 })
  await clinic.admin.services.create({ name: 'Никто', duration_min: 30, price: 100_000 })
  const ask = { location_id: clinic.locationId }
  const { data } = await clinic.site.availability.nearest(ask)
  assert.equal(
    data.map(({ service_id }) => service_id),
    [clinic.serviceId],
  )
  await clinic.admin.locationSchedule.put(clinic.locationId, { week: [] })
  assert.equal((await clinic.site.availability.nearest(ask)).data, [
    { service_id: clinic.serviceId, slots: [] },
  ])
})

test('one service, one specialist; what is not there is not found', async () => {
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
  const [, second = 0] = clinic.specialistIds
  const { data, location_id } = await clinic.site.availability.nearest({
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    specialist_id: second,
  })
  assert.is(location_id, clinic.locationId)
  assert.ok(data[0]?.slots.every(({ specialist_ids }) => specialist_ids.join() === String(second)))
  const other = await makeClinic(server, {})
  const foreign = clinic.site.availability.nearest({ location_id: other.locationId })
  assert.is(await codeOf(foreign), 'not_found')
})

test.run()
