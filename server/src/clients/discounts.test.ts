import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { refusal } from '../catalogue/test/refusal.ts'
import { transaction } from '../db/transaction.ts'
import { bestDiscount, discountsOf } from './rows.ts'
import { openDesk } from './test/desk.ts'

const desk = await openDesk()
test.after(() => desk.close())
const { clinic, server, sql } = desk
const { admin, serviceId, organizationId } = clinic

async function newClient(): Promise<number> {
  return (await admin.clients.create({ first_name: 'Скидкина' })).id
}

const best = (clientId: number, date: string, service = serviceId) =>
  transaction(server.app.db, organizationId, (tx) =>
    bestDiscount(tx, { clientId, serviceId: service, date }),
  )

test('a personal discount is given, listed and taken away', async () => {
  const id = await newClient()
  const given = await admin.clients.addDiscount(id, { discount_percent: 12.5, reason: 'Свои' })
  assert.is(given.client_id, id)
  assert.is(given.discount_percent, 12.5)
  assert.is(given.service_id, null)
  assert.equal(await admin.clients.discounts(id).toArray(), [given])
  await admin.clients.removeDiscount(id, given.id)
  assert.equal(await admin.clients.discounts(id).toArray(), [])
  assert.is(await refusal(admin.clients.removeDiscount(id, given.id)), 'not_found')
})

test('a discount is of its client only', async () => {
  const [id, other] = [await newClient(), await newClient()]
  const given = await admin.clients.addDiscount(id, { discount_percent: 5 })
  assert.is(await refusal(admin.clients.removeDiscount(other, given.id)), 'not_found')
})

test('a discount ends no sooner than it begins, and has two decimals at most', async () => {
  const id = await newClient()
  const backwards = { discount_percent: 5, valid_from: '2027-02-01', valid_to: '2027-01-31' }
  assert.is(await refusal(admin.clients.addDiscount(id, backwards)), 'invalid_data /valid_to')
  assert.is(
    await refusal(admin.clients.addDiscount(id, { discount_percent: 33.333 })),
    'invalid_data /discount_percent',
  )
  const oneDay = { discount_percent: 33.33, valid_from: '2027-02-01', valid_to: '2027-02-01' }
  assert.is((await admin.clients.addDiscount(id, oneDay)).discount_percent, 33.33)
})

test('a discount for a service that is not there is refused', async () => {
  const id = await newClient()
  const draft = { discount_percent: 5, service_id: 999_999 }
  assert.match(await refusal(admin.clients.addDiscount(id, draft)), /^unknown_reference/)
})

test('the best discount that fits the service and the day of the visit counts, its ends included', async () => {
  const id = await newClient()
  const { id: otherService } = await admin.services.create({
    name: 'Другая',
    duration_min: 30,
    price: 100_000,
  })
  await admin.clients.addDiscount(id, { discount_percent: 5, reason: 'Всегда' })
  const own = await admin.clients.addDiscount(id, {
    discount_percent: 20,
    service_id: serviceId,
    valid_from: '2027-01-11',
    valid_to: '2027-01-12',
    reason: 'Акция',
  })
  assert.equal(await best(id, '2027-01-11'), { id: own.id, percent: 20, reason: 'Акция' })
  assert.is((await best(id, '2027-01-12'))?.percent, 20)
  assert.is((await best(id, '2027-01-10'))?.percent, 5)
  assert.is((await best(id, '2027-01-13'))?.percent, 5)
  assert.is((await best(id, '2027-01-11', otherService))?.percent, 5)
  assert.is(await best(await newClient(), '2027-01-11'), null)
})

test('all discounts of a client are read at once', async () => {
  const id = await newClient()
  const one = await admin.clients.addDiscount(id, { discount_percent: 7, valid_to: '2027-01-12' })
  const all = await transaction(server.app.db, organizationId, (tx) => discountsOf(tx, id))
  assert.equal(all, [
    { id: one.id, serviceId: null, percent: 7, validFrom: null, validTo: '2027-01-12', reason: '' },
  ])
})

test('a client sees their discounts that hold today', async () => {
  const id = await newClient()
  const now = await admin.clients.addDiscount(id, { discount_percent: 7 })
  await admin.clients.addDiscount(id, { discount_percent: 50, valid_to: '2020-01-01' })
  await admin.clients.addDiscount(id, { discount_percent: 60, valid_from: '2099-01-01' })
  const mine = await (await desk.asClient(id)).me.discounts().toArray()
  assert.equal(
    mine.map((each) => each.id),
    [now.id],
  )
})

test('the reception does not give discounts', async () => {
  const id = await newClient()
  const draft = {
    email: 'front@clinic.test',
    password: 'a long password',
    role: 'reception',
  } as const
  await server.as(clinic.owner).staff.create(draft)
  const { access_token } = await server
    .as()
    .auth.staff({ email: draft.email, password: draft.password, organization: clinic.slug })
  const reception = server.as(access_token)
  assert.is(await refusal(reception.clients.addDiscount(id, { discount_percent: 5 })), 'forbidden')
  assert.equal(await reception.clients.discounts(id).toArray(), [])
})

test('giving and taking a discount are logged, without its reason', async () => {
  const id = await newClient()
  const given = await admin.clients.addDiscount(id, {
    discount_percent: 5,
    reason: 'Дочь главврача',
  })
  await admin.clients.removeDiscount(id, given.id)
  const log = await sql<{ action: string; line: string }>(
    `select action, l::text as line from audit_log l where subject = $1 and action like '%Discount' order by id`,
    [`client:${id}`],
  )
  assert.equal(
    log.map(({ action }) => action),
    ['clients.addDiscount', 'clients.removeDiscount'],
  )
  for (const { line } of log) assert.not.match(line, /главврача/)
})

test.run()
