import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { refusal as outcomeOf } from '../catalogue/test/refusal.ts'
import { transaction } from '../db/transaction.ts'
import { codeOf } from '../test/refusal.ts'
import { violations } from '../test/invariants.ts'
import { openCounter } from './test/counter.ts'
import { returnVisit, takeVisit, usablePackage } from './use.ts'

const counter = await openCounter()
test.after(() => counter.close())
const { admin, book, bought, client, clinic, free, packageOf, server, sql } = counter
const fromPackage = { payment: { method: 'package' } } as const

async function expire(id: number, when = `now() - interval '1 second'`): Promise<void> {
  await sql(`update client_packages set expires_at = ${when} where id = $1`, [id])
}

test('a visit is paid by a visit of the package, in full', async () => {
  const anna = await client()
  const { id } = await bought(anna)
  await admin.clients.addDiscount(anna.id, { discount_percent: 10 })
  const { hold } = await anna.sdk.appointments.book(free())
  const visit = await anna.sdk.appointments.confirm({ hold, ...fromPackage })
  assert.equal(
    [visit.paid_by, visit.client_package_id, visit.paid.amount, visit.total.amount],
    ['package', id, 250_000, 250_000],
  )
  assert.is((await packageOf(anna, id)).visits_left, 4)
  const told = await sql<{ type: string; payload: { object: Record<string, unknown> } }>(
    `select type, payload from events where subject_kind = 'client_package' and subject_id = $1 order by id`,
    [id],
  )
  assert.equal(
    told.map(({ type, payload: { object } }) => [
      type,
      object['visits_left'],
      object['appointment_id'],
    ]),
    [
      ['package.purchased', 5, undefined],
      ['package.used', 4, visit.id],
    ],
  )
})

test('a package’s visit does not outlive its package by being moved, but for the desk', async () => {
  const anna = await client()
  const { id } = await bought(anna)
  const { hold } = await anna.sdk.appointments.book(free())
  const visit = await anna.sdk.appointments.confirm({ hold, ...fromPackage })
  await sql('update client_packages set expires_at = $2 where id = $1', [id, visit.ends_at])
  let place = free()
  while (Date.parse(place.starts_at) < Date.parse(visit.ends_at)) place = free()
  const later = { starts_at: place.starts_at, specialist_id: place.specialist_id }
  assert.is(await codeOf(anna.sdk.appointments.reschedule(visit.id, later)), 'package_not_valid')
  const moved = await admin.appointments.reschedule(visit.id, later)
  assert.is(Date.parse(moved.starts_at), Date.parse(later.starts_at))
})

test('of fifty who want the last visit at once, by different ways, one gets it', async () => {
  const anna = await client()
  const { id } = await bought(anna, { visits: 1 })
  const unpaid = await Promise.all(
    Array.from({ length: 27 }, () =>
      admin.appointments.create({ ...free(), client: { id: anna.id } }),
    ),
  )
  const holds = await Promise.all(
    Array.from({ length: 3 }, () => anna.sdk.appointments.book(free())),
  )
  const attempts = [
    ...unpaid.map((visit) => () => anna.sdk.appointments.pay(visit.id, { method: 'package' })),
    ...holds.map(
      ({ hold }) =>
        () =>
          anna.sdk.appointments.confirm({ hold, ...fromPackage }),
    ),
    ...Array.from(
      { length: 20 },
      () => () => admin.appointments.create({ ...free(), client: { id: anna.id }, ...fromPackage }),
    ),
  ]
  const outcomes = await Promise.all(attempts.map((attempt) => outcomeOf(attempt())))
  assert.is(outcomes.filter((outcome) => outcome === 'done').length, 1)
  assert.is(outcomes.filter((outcome) => outcome === 'package_not_valid').length, 49)
  const { visits_left, usable } = await packageOf(anna, id)
  assert.equal([visits_left, usable], [0, false])
  const [uses] = await sql<{ count: string }>(
    `select count(*) from package_uses where client_package_id = $1`,
    [id],
  )
  assert.is(Number(uses?.count), 1)
})

test('many at once use up several packages, and no visit of them twice', async () => {
  const anna = await client()
  const all = [await bought(anna, { visits: 3 }), await bought(anna, { visits: 2 })]
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, () =>
      admin.appointments.create({ ...free(), client: { id: anna.id }, ...fromPackage }),
    ),
  )
  assert.is(outcomes.filter(({ status }) => status === 'fulfilled').length, 5)
  for (const { id } of all) assert.is((await packageOf(anna, id)).visits_left, 0)
})

test('the package that ends first is used up first', async () => {
  const anna = await client()
  const endless = await bought(anna)
  const long = await bought(anna, { valid_days: 300 })
  const short = await bought(anna, { valid_days: 200, visits: 1 })
  const used = [await book(anna), await book(anna)].map((visit) => visit.client_package_id)
  assert.equal(used, [short.id, long.id])
  assert.is((await packageOf(anna, endless.id)).visits_left, 5)
})

test('a package that has ended, was taken back, is of another service or another’s pays nothing', async () => {
  const [anna, boris] = [await client(), await client()]
  const expired = await bought(anna)
  await expire(expired.id)
  const cancelled = await bought(anna)
  await admin.clients.refundPackage(anna.id, cancelled.id, { reason: 'Переезд' })
  const service = await admin.services.create({ name: 'Другая', duration_min: 30, price: 1 })
  await bought(anna, { service_id: service.id })
  await bought(boris)
  const before = (await admin.clients.appointments(anna.id).toArray()).length
  assert.is(await codeOf(book(anna)), 'package_not_valid')
  const byDesk = { ...free(), client: { id: anna.id }, ...fromPackage }
  assert.is(await codeOf(admin.appointments.create(byDesk)), 'package_not_valid')
  assert.is((await admin.clients.appointments(anna.id).toArray()).length, before)
})

test('a package has to last until the visit begins', async () => {
  const anna = await client()
  const { id } = await bought(anna)
  const time = free()
  const quoted = async () => {
    const { hold } = await anna.sdk.appointments.book(time)
    const { package_visits_left } = await anna.sdk.appointments.quote({ hold })
    await anna.sdk.appointments.release({ hold })
    return package_visits_left
  }
  await expire(id, `'${time.starts_at}'`)
  assert.is(await quoted(), null)
  await expire(id, `'${time.starts_at}'::timestamptz + interval '1 second'`)
  assert.is(await quoted(), 5)
})

test('a timely cancel gives the visit back, and it can be used again', async () => {
  const anna = await client()
  const { id } = await bought(anna, { visits: 1 })
  const visit = await book(anna)
  assert.is(await codeOf(book(anna)), 'package_not_valid')
  await anna.sdk.appointments.cancel(visit.id, {})
  assert.is((await packageOf(anna, id)).visits_left, 1)
  await book(anna)
  assert.is((await packageOf(anna, id)).visits_left, 0)
})

test('a visit is given back once', async () => {
  const anna = await client()
  const { id } = await bought(anna)
  const { id: appointmentId } = await book(anna)
  const give = () =>
    transaction(server.app.db, clinic.organizationId, (tx) =>
      returnVisit(tx, { appointmentId, actor: 'test' }),
    )
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, give))
  const given = outcomes.filter((each) => each.status === 'fulfilled' && each.value !== null)
  assert.is(given.length, 1)
  assert.is(await give(), null)
  assert.is((await packageOf(anna, id)).visits_left, 5)
})

test('what is offered is what would be taken, and another clinic’s package is not seen', async () => {
  const anna = await client()
  const { id } = await bought(anna, { visits: 2 })
  const wanted = { clientId: anna.id, serviceId: clinic.serviceId, startsAt: new Date() }
  const offered = (organizationId: number) =>
    transaction(server.app.db, organizationId, (tx) => usablePackage(tx, wanted))
  assert.equal(await offered(clinic.organizationId), { id, visitsLeft: 2 })
  const stranger = await server.found()
  assert.is(await offered(stranger.organizationId), null)
  const visit = await admin.appointments.create({ ...free(), client: { id: anna.id } })
  const taken = transaction(server.app.db, stranger.organizationId, (tx) =>
    takeVisit(tx, { ...wanted, appointmentId: visit.id, actor: 'test' }),
  )
  assert.match(String(await taken.catch((error: unknown) => error)), 'package_not_valid')
})

test('the packages of a duplicate are the survivor’s, with their visits', async () => {
  const [anna, duplicate] = [await client(), await client()]
  const { id } = await bought(duplicate)
  const visit = await book(duplicate)
  await admin.clients.merge(anna.id, { duplicate_id: duplicate.id })
  await admin.appointments.cancel(visit.id, {})
  assert.is((await packageOf(anna, id)).visits_left, 5)
  await book(anna)
  assert.is((await packageOf(anna, id)).visits_left, 4)
})

test('after all this no package has fewer visits than nothing, and each use has its place', async () => {
  assert.equal(await violations(server.databaseUrl), [])
})

test.run()
