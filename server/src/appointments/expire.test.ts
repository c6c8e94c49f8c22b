import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic, visitAt } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { clientOf } from '../test/people.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'
import { expirePending } from './expire.ts'

const server = await startServer()
const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 1 })
test.after(async () => {
  await owner.end()
  assert.equal(await violations(server.databaseUrl), [])
  await server.close()
})

/** Where bookings wait for approval, and one client has 10 000.00 and a package of five. */
async function waiting(policies: object = { approval: true }) {
  const clinic = await makeClinic(server)
  await clinic.admin.organization.update({ policies })
  const person = await clientOf(server, clinic)
  await clinic.admin.clients.addTransaction(person.id, { type: 'deposit', amount: 1_000_000 })
  const promo = { code: 'LAST', discount_percent: 10, uses_limit: 1 }
  const { id: promoId } = await clinic.admin.promoCodes.create(promo)
  return {
    clinic,
    person,
    async book(
      time: string,
      more: Partial<Parameters<typeof person.sdk.appointments.confirm>[0]> = {},
    ) {
      const { hold } = await person.sdk.appointments.book(visitAt(clinic, time))
      return person.sdk.appointments.confirm({ hold, ...more })
    },
    async expire(id: number) {
      await owner.query(
        `update appointments set pending_until = clock_timestamp() - interval '1 second' where organization_id = $1 and id = $2`,
        [clinic.organizationId, id],
      )
      assert.is(await expirePending(server.app), 1)
      const visit = await clinic.admin.appointments.get(id)
      assert.equal([visit.status, visit.paid.amount], ['expired', 0])
    },
    balance: async () => (await person.sdk.me.wallet()).balance.amount,
    uses: async () => (await clinic.admin.promoCodes.get(promoId)).uses,
  }
}

test('what was paid from the balance comes back to it, and the promo code’s use too', async () => {
  const { book, expire, balance, uses, person } = await waiting()
  const { id, status } = await book('10:00', { payment: { method: 'wallet' }, promo: 'last' })
  assert.equal([status, await balance(), await uses()], ['pending', 775_000, 1])
  await expire(id)
  assert.equal([await balance(), await uses()], [1_000_000, 0])
  const [line] = await person.sdk.me.transactions().toArray()
  assert.equal(
    [line?.type, line?.amount.amount, line?.reason, line?.actor],
    ['refund', 225_000, 'expired', 'system'],
  )
  await expirePending(server.app)
  assert.is(await balance(), 1_000_000, 'once')
})

test('a package’s visit comes back', async () => {
  const { book, expire, person, clinic } = await waiting()
  const { id: package_id } = await clinic.admin.servicePackages.create({
    ...{ name: 'Пять', service_id: clinic.serviceId, visits: 5, price: 900_000 },
  })
  await person.sdk.me.buyPackage({ package_id, payment: { method: 'wallet' } })
  const { id } = await book('10:00', { payment: { method: 'package' } })
  const left = async () => (await person.sdk.me.packages().toArray())[0]?.visits_left
  assert.is(await left(), 4)
  await expire(id)
  assert.is(await left(), 5)
})

test('a part of the prepayment comes back: from the balance to it, from the desk by the policy', async () => {
  const { book, expire, balance, person, clinic } = await waiting({
    prepayment: { kind: 'full' },
    refund_to: 'source',
  })
  const { id, status } = await book('10:00')
  assert.is(status, 'pending')
  await person.sdk.appointments.pay(id, { method: 'wallet', amount: 40_000 })
  await clinic.admin.appointments.pay(id, { method: 'on_site', amount: 50_000 })
  assert.is(await balance(), 960_000)
  await expire(id)
  assert.is(await balance(), 1_000_000)
  const [desk] = (await clinic.admin.payments.list({ appointment_id: id }).toArray()).filter(
    ({ provider }) => provider === 'on_site',
  )
  assert.equal([desk?.status, desk?.refunded.amount], ['refunded', 50_000])
})

test('a no-show that is taken back counts the promo code again, unless its last use is gone', async () => {
  const { book, uses, clinic } = await waiting({ no_show_fee_percent: 0 })
  const { id } = await book('10:00', { promo: 'last' })
  await clinic.admin.appointments.noShow(id)
  assert.is(await uses(), 0)
  await clinic.admin.appointments.arrive(id)
  assert.is(await uses(), 1)
  await clinic.admin.appointments.noShow(id)
  await book('12:00', { promo: 'last' })
  assert.is(await codeOf(clinic.admin.appointments.complete(id)), 'promo_not_valid')
  assert.is((await clinic.admin.appointments.get(id)).status, 'no_show')
  assert.is(await uses(), 1)
})

test('a visit whose package was given back, and that was paid otherwise since, gives that back', async () => {
  const { book, balance, person, clinic } = await waiting({ cancel_before_min: 0 })
  const { id: package_id } = await clinic.admin.servicePackages.create({
    ...{ name: 'Пять', service_id: clinic.serviceId, visits: 5, price: 100_000 },
  })
  await person.sdk.me.buyPackage({ package_id, payment: { method: 'wallet' } })
  const { id } = await book('10:00', { payment: { method: 'package' } })
  await clinic.admin.appointments.refund(id, { reason: 'Не тот пакет' })
  await person.sdk.appointments.pay(id, { method: 'wallet' })
  assert.is(await balance(), 650_000)
  await person.sdk.appointments.cancel(id, {})
  assert.is(await balance(), 900_000)
  assert.is((await person.sdk.me.packages().toArray())[0]?.visits_left, 5)
})

test.run()
