import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, makeClinic } from '../test/clinic.ts'
import { clientOf } from '../test/people.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
test.after(() => server.close())
const clinic = await makeClinic(server)

async function visitOf(time: string) {
  const phone = `+7916555${time.replace(':', '')}`
  const person = await clientOf(server, clinic, { first_name: 'Анна', phone })
  return { person, visit: await bookAt(clinic, time, { first_name: 'Анна', phone }) }
}

test('a client says once that they are coming, and again is the same answer', async () => {
  const { person, visit } = await visitOf('09:00')
  assert.is(visit.acknowledged_at, null)
  const said = await person.sdk.appointments.acknowledge(visit.id)
  assert.ok(said.acknowledged_at)
  assert.equal(await person.sdk.appointments.acknowledge(visit.id), said)
})

test('moved, the visit is to be acknowledged anew', async () => {
  const { person, visit } = await visitOf('10:00')
  await person.sdk.appointments.acknowledge(visit.id)
  const moved = await person.sdk.appointments.reschedule(visit.id, {
    starts_at: clinic.at('11:00'),
  })
  assert.is(moved.acknowledged_at, null)
})

test('the bearer of the link may say it too', async () => {
  const { visit } = await visitOf('12:00')
  assert.is((await clinic.site.manage.get(visit.code)).acknowledged_at, null)
  assert.ok((await clinic.site.manage.acknowledge(visit.code)).acknowledged_at)
})

test('nobody comes to a visit that is cancelled, nor says so of somebody else’s', async () => {
  const { person, visit } = await visitOf('13:00')
  const other = await clientOf(server, clinic)
  assert.is(await codeOf(other.sdk.appointments.acknowledge(visit.id)), 'not_found')
  await person.sdk.appointments.cancel(visit.id, {})
  assert.is(await codeOf(person.sdk.appointments.acknowledge(visit.id)), 'invalid_transition')
})

test.run()
