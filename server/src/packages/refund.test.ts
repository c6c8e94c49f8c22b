import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { refusal as outcomeOf } from '../catalogue/test/refusal.ts'
import { memberOf } from '../test/people.ts'
import { violations } from '../test/invariants.ts'
import { codeOf, complaint } from '../test/refusal.ts'
import type { Person } from '../test/people.ts'
import { openCounter } from './test/counter.ts'

const counter = await openCounter()
test.after(() => counter.close())
const { admin, balance, book, bought, client, clinic, lines, offer, packageOf, server } = counter
const reason = 'Переезд'

/** Who has 2000000 and buys 5 visits for 1000000 of it. */
async function buyer(more: Parameters<typeof offer>[0] = {}) {
  const anna = await client(2_000_000)
  const package_id = await offer(more)
  const { id } = await anna.sdk.me.buyPackage({ package_id, payment: { method: 'wallet' } })
  return { anna, id, spent: 2_000_000 - (await balance(anna)) }
}

async function paymentsOf({ id }: Person) {
  return (await admin.payments.list({ client_id: id })).data
}

test('of a half-used package the unused visits are given back, to the balance that paid', async () => {
  const { anna, id } = await buyer()
  const visits = [await book(anna), await book(anna)]
  const taken = await admin.clients.refundPackage(anna.id, id, { reason })
  assert.equal([taken.usable, taken.visits_left], [false, 3])
  assert.ok(taken.cancelled_at)
  assert.is(await balance(anna), 1_600_000)
  const [line, , payment] = [...(await lines(anna))]
  assert.equal(
    [line?.type, line?.amount.amount, line?.client_package_id, line?.reason],
    ['refund', 600_000, id, reason],
  )
  assert.is(payment?.type, 'deposit')
  assert.is(await codeOf(book(anna)), 'package_not_valid')
  for (const visit of visits)
    assert.is((await admin.appointments.get(visit.id)).status, 'confirmed')
  const { data } = await admin.auditLog.list({ subject: `client:${anna.id}` })
  const [entry] = data.filter(({ action }) => action === 'clients.refundPackage')
  assert.equal([entry?.after?.['value'], entry?.after?.['to']], [600_000, 'wallet'])
})

test('half a kopek of the share goes to the client', async () => {
  const { anna, id, spent } = await buyer({ visits: 3, price: 100 })
  assert.is(spent, 100)
  await book(anna)
  await admin.clients.refundPackage(anna.id, id, { reason })
  assert.is(await balance(anna), 2_000_000 - 33)
})

test('a visit that is cancelled after its package was taken back is given back in money', async () => {
  const { anna, id } = await buyer({ visits: 3, price: 100 })
  const visits = [await book(anna), await book(anna), await book(anna)]
  await admin.clients.refundPackage(anna.id, id, { reason })
  assert.is(await balance(anna), 1_999_900, 'nothing was left of it')
  for (const visit of visits) await anna.sdk.appointments.cancel(visit.id, {})
  assert.is(await balance(anna), 2_000_000)
  const { visits_left, usable } = await packageOf(anna, id)
  assert.equal([visits_left, usable], [3, false])
})

test('cash goes to the balance, or back over the counter when the desk says so', async () => {
  const [anna, boris] = [await client(), await client()]
  const { id } = await bought(anna)
  await book(anna)
  await admin.clients.refundPackage(anna.id, id, { reason })
  assert.is(await balance(anna), 800_000)
  const [deposit] = await lines(anna)
  const [payment] = await paymentsOf(anna)
  assert.equal([deposit?.type, deposit?.payment_id], ['deposit', payment?.id])
  assert.is(payment?.refunded.amount, 800_000)
  const other = await bought(boris)
  await admin.clients.refundPackage(boris.id, other.id, { reason, to: 'source' })
  assert.is(await balance(boris), 0)
  const [back] = await paymentsOf(boris)
  assert.equal([back?.status, back?.refunded.amount], ['refunded', 1_000_000])
})

test('a visit paid in cash and cancelled after its package was taken back goes to the balance', async () => {
  const anna = await client()
  const { id } = await bought(anna)
  const visit = await book(anna)
  await admin.clients.refundPackage(anna.id, id, { reason })
  await anna.sdk.appointments.cancel(visit.id, {})
  assert.is(await balance(anna), 1_000_000)
  const [payment] = await paymentsOf(anna)
  assert.equal([payment?.status, payment?.refunded.amount], ['refunded', 1_000_000])
})

test('a package may be taken back for nothing', async () => {
  const { anna, id } = await buyer()
  const taken = await admin.clients.refundPackage(anna.id, id, { reason, to: 'none' })
  assert.ok(taken.cancelled_at)
  assert.is(await balance(anna), 1_000_000)
})

test('what paid for a package is not given back beside it while it can be used', async () => {
  const { anna, id } = await buyer()
  const [payment] = await lines(anna)
  const line = { type: 'refund', amount: 1, refunds: payment?.id ?? 0 } as const
  const details = { ru: /Оформите возврат пакета/, en: /Refund the package/ }
  for (const [locale, detail] of Object.entries(details)) {
    const { status, json } = await server.http('POST', `/v1/clients/${anna.id}/transactions`, {
      credential: clinic.secret,
      body: line,
      headers: { 'accept-language': locale },
    })
    assert.equal([status, json['code']], [409, 'package_refund_needed'])
    assert.match(String(json['detail']), detail)
  }
  assert.is(await balance(anna), 1_000_000)
  const inCash = await bought(anna)
  const [paid] = await paymentsOf(anna)
  for (const to of ['wallet', 'source'] as const)
    assert.is(
      await codeOf(admin.payments.refund(paid?.id ?? 0, { amount: 1, to, reason })),
      'package_refund_needed',
    )
  assert.is((await packageOf(anna, inCash.id)).usable, true)
  await admin.clients.refundPackage(anna.id, id, { reason, to: 'none' })
  await admin.clients.addTransaction(anna.id, line)
  assert.is(await balance(anna), 1_000_001, 'once it cannot be used, staff may be generous')
})

test('of thirty refunds beside the package’s own, at once, not one gets through before it', async () => {
  const { anna, id } = await buyer()
  const [payment] = await lines(anna)
  const line = { type: 'refund', amount: 100_000, refunds: payment?.id ?? 0 } as const
  const beside = Array.from({ length: 30 }, () =>
    outcomeOf(admin.clients.addTransaction(anna.id, line)),
  )
  const [own, ...outcomes] = await Promise.all([
    outcomeOf(admin.clients.refundPackage(anna.id, id, { reason })),
    ...beside,
  ])
  assert.is(own, 'done')
  assert.ok(
    outcomes.every((code) => code === 'package_refund_needed' || code === 'refund_too_large'),
    outcomes.join(),
  )
  assert.is(await balance(anna), 2_000_000)
})

test('no more is given back than is left of what was paid', async () => {
  const { anna, id } = await buyer()
  const [payment] = await lines(anna)
  const refunds = payment?.id ?? 0
  const visit = await book(anna)
  await admin.clients.refundPackage(anna.id, id, { reason, to: 'none' })
  await admin.clients.addTransaction(anna.id, { type: 'refund', amount: 900_000, refunds })
  await anna.sdk.appointments.cancel(visit.id, {})
  assert.is(await balance(anna), 2_000_000, 'of the visit’s 200000 half was left')
})

test('a package is taken back once, however many try', async () => {
  const { anna, id } = await buyer()
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => admin.clients.refundPackage(anna.id, id, { reason })),
  )
  assert.is(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.is(await balance(anna), 2_000_000)
  const again = admin.clients.refundPackage(anna.id, id, { reason })
  assert.is(await codeOf(again), 'invalid_transition')
})

test('taken back while its visits are booked, each visit is either used or given back', async () => {
  const { anna, id } = await buyer()
  const booked = Array.from({ length: 5 }, () =>
    admin.appointments.create({
      ...counter.free(),
      client: { id: anna.id },
      payment: { method: 'package' },
    }),
  )
  const taken = admin.clients.refundPackage(anna.id, id, { reason })
  const outcomes = await Promise.allSettled(booked)
  await taken
  const used = outcomes.filter(({ status }) => status === 'fulfilled').length
  assert.is(await balance(anna), 2_000_000 - used * 200_000)
})

test('a repeated request gives back once', async () => {
  const { anna, id } = await buyer()
  const options = { idempotencyKey: `back-${id}` }
  const give = () => admin.clients.refundPackage(anna.id, id, { reason }, options)
  assert.equal(await give(), await give())
  assert.is(await balance(anna), 2_000_000)
})

test('the money of a duplicate’s package is the survivor’s, with its payments', async () => {
  const [anna, boris] = [await client(), await client()]
  const { anna: duplicate, id } = await buyer()
  const inCash = await bought(boris)
  await admin.clients.merge(anna.id, { duplicate_id: duplicate.id })
  await admin.clients.merge(anna.id, { duplicate_id: boris.id })
  await admin.clients.refundPackage(anna.id, id, { reason })
  assert.is(await balance(anna), 2_000_000)
  await admin.clients.refundPackage(anna.id, inCash.id, { reason })
  assert.is(await balance(anna), 3_000_000)
  assert.is((await paymentsOf(anna))[0]?.client_package_id, inCash.id)
})

test('only those who answer for the money take a package back, and only from its owner', async () => {
  const { anna, id } = await buyer()
  const boris = await client()
  const reception = await memberOf(server, clinic, 'reception')
  assert.is(await codeOf(reception.sdk.clients.refundPackage(anna.id, id, { reason })), 'forbidden')
  assert.is(await codeOf(admin.clients.refundPackage(boris.id, id, { reason })), 'not_found')
  const stranger = server.as((await server.found()).secret)
  assert.is(await codeOf(stranger.clients.refundPackage(anna.id, id, { reason })), 'not_found')
  const blank = admin.clients.refundPackage(anna.id, id, { reason: '' })
  assert.is(await complaint(blank), 'invalid_request /reason too_short')
  assert.is(await balance(anna), 1_000_000)
})

test('after all this every balance is the sum of its lines', async () => {
  assert.equal(await violations(server.databaseUrl), [])
})

test.run()
