import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from './dates.ts'
import { bookAt, makeClinic, type Clinic } from '../test/clinic.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
test.after(() => server.close())

/** What is sent to PostgreSQL while something is done: the program runs in this process. */
async function queriesOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = []
  const { query } = pg.Client.prototype
  const spied = function (this: pg.Client, ...given: unknown[]): unknown {
    const [first] = given
    if (typeof first === 'string') sent.push(first)
    else if (typeof first === 'object' && first !== null && 'text' in first)
      sent.push(String(first.text))
    return Reflect.apply(query, this, given)
  }
  pg.Client.prototype.query = spied as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return sent
}

const search = (clinic: Clinic, days: number) =>
  clinic.site.availability.search({
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    from: clinic.day,
    to: addDays(clinic.day, days - 1),
  })

test('one day of one specialist and two months of twenty are one question to the database', async () => {
  for (const specialists of [1, 20]) {
    const clinic = await makeClinic(server, { specialists, workplaces: 3 })
    for (const time of ['10:00', '12:00', '15:00']) await bookAt(clinic, time)
    for (const days of [1, 7, 62]) {
      const sent = await queriesOf(() => search(clinic, days))
      assert.is(sent.length, 1, sent.join('\n'))
      assert.match(sent.join(), /occupied/)
    }
    assert.equal(await queriesOf(() => search(clinic, 62)), [])
  }
})

test('a group is one question too, with all its sessions', async () => {
  const clinic = await makeClinic(server, { specialists: 5, workplaces: 3, capacity: 4 })
  for (const time of ['10:00', '10:00', '12:00', '15:00']) await bookAt(clinic, time)
  for (const days of [1, 7, 62]) {
    const sent = await queriesOf(() => search(clinic, days))
    assert.is(sent.length, 1, sent.join('\n'))
  }
})

test('after a change of the catalogue it is read once more, and that is all', async () => {
  const clinic = await makeClinic(server, { specialists: 5, workplaces: 2 })
  await search(clinic, 7)
  await clinic.admin.services.update(clinic.serviceId, { duration_min: 30 })
  const sent = await queriesOf(() => search(clinic, 7))
  // The configuration in its transaction, and what is taken, at most twice.
  assert.ok(sent.length <= 5, sent.join('\n'))
  assert.is((await queriesOf(() => search(clinic, 8))).length, 1)
})

test('many who ask for the same at once are answered by one question', async () => {
  const clinic = await makeClinic(server, { specialists: 3 })
  await search(clinic, 1)
  await bookAt(clinic, '10:00')
  const sent = await queriesOf(() =>
    Promise.all(Array.from({ length: 50 }, () => search(clinic, 1))),
  )
  assert.is(sent.length, 1, sent.join('\n'))
})

test.run()
