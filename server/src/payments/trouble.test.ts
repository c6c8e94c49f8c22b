import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { expirePending } from '../appointments/expire.ts'
import { violations } from '../test/invariants.ts'
import { clientOf } from '../test/people.ts'
import { codeOf } from '../test/refusal.ts'
import { openAtProvider } from './ask.ts'
import { lookAfterAll } from './duties.ts'
import { executeRefunds } from './execute-refunds.ts'
import { atYookassa } from './test/at-yookassa.ts'
import { never } from './test/paying.ts'

const {
  server,
  clinic,
  person,
  rows,
  visit,
  open,
  close,
  yookassa,
  told,
  opened,
  balance,
  statusOf,
  soon,
  differences,
} = await atYookassa()
test.after(close)

test('looking at a pending payment asks the provider; a silent provider is no error', async () => {
  const payment = await opened()
  yookassa.pay(payment.providerId)
  yookassa.mode = 'down'
  assert.is((await person.sdk.payments.get(payment.id)).status, 'pending')
  assert.is((await told(payment.providerId)).status, 503)
  yookassa.mode = 'up'
  assert.is((await person.sdk.payments.get(payment.id)).status, 'succeeded')
})

test('a payment that nobody told us of is found by the worker', async () => {
  const payment = await opened()
  yookassa.pay(payment.providerId)
  await soon()
  await lookAfterAll(server.app, never)
  assert.is(await statusOf(payment.id), 'succeeded')
})

test('killed between making it there and writing it down: the same payment is met again', async () => {
  const payment = await person.sdk.payments.create({ purpose: 'deposit', amount: 40_000 })
  const size = yookassa.payments.size
  yookassa.mode = 'mute'
  assert.is((await open(payment.url)).status, 503)
  yookassa.mode = 'up'
  assert.is(yookassa.payments.size, size + 1)
  const there = [...yookassa.payments.values()].at(-1)!
  yookassa.pay(there.id)
  // Nobody comes back to the page: the notification finds it by the code.
  await told(there.id)
  assert.is(await statusOf(payment.id), 'succeeded')
  assert.is(yookassa.payments.size, size + 1)
})

test('killed likewise and never told of: the worker asks under the same key', async () => {
  const payment = await person.sdk.payments.create({ purpose: 'deposit', amount: 40_000 })
  const size = yookassa.payments.size
  yookassa.mode = 'mute'
  await open(payment.url)
  yookassa.mode = 'up'
  yookassa.pay([...yookassa.payments.values()].at(-1)!.id)
  for (let turn = 0; turn < 2; turn++) {
    await soon()
    await lookAfterAll(server.app, never)
  }
  assert.is(await statusOf(payment.id), 'succeeded')
  assert.is(yookassa.payments.size, size + 1)
})

test('a provider that is away when the page is opened is said so, and later it works', async () => {
  const payment = await person.sdk.payments.create({ purpose: 'deposit', amount: 40_000 })
  yookassa.mode = 'down'
  const answer = await open(payment.url)
  assert.is(answer.status, 503)
  assert.match(await answer.text(), /не ответила/)
  yookassa.mode = 'up'
  assert.is((await open(payment.url)).status, 303)
})

test('money that comes after we gave up still counts', async () => {
  const before = await balance()
  const payment = await opened()
  await rows(
    `update payments set created_at = now() - interval '25 hours', next_at = now() - interval '1 hour' where id = $1`,
    [payment.id],
  )
  await lookAfterAll(server.app, never)
  assert.is(await statusOf(payment.id), 'cancelled')
  yookassa.pay(payment.providerId)
  await told(payment.providerId)
  assert.is(await statusOf(payment.id), 'succeeded')
  assert.is(await balance(), before + 50_000)
})

test('a late payment of an expired visit takes its time again, or is kept for the client', async () => {
  const late = async (time: string, isTaken: boolean) => {
    const { id } = await visit(time)
    const { id: paymentId, url } = await person.sdk.payments.create({
      purpose: 'appointment',
      appointment_id: id,
    })
    await open(url)
    const providerId = [...yookassa.payments.keys()].at(-1)!
    await rows(
      `update appointments set pending_until = now() - interval '1 second' where id = $1`,
      [id],
    )
    await expirePending(server.app)
    assert.is((await clinic.admin.appointments.get(id)).status, 'expired')
    if (isTaken) await visit(time)
    yookassa.pay(providerId)
    await told(providerId)
    const { status } = await clinic.admin.appointments.get(id)
    return { visit: status, payment: await statusOf(paymentId) }
  }
  await clinic.admin.organization.update({ policies: { prepayment: { kind: 'full' } } })
  assert.equal(await late('09:00', false), { visit: 'confirmed', payment: 'succeeded' })
  assert.equal(await late('10:00', true), { visit: 'expired', payment: 'unapplied' })
  await clinic.admin.organization.update({ policies: { prepayment: { kind: 'none' } } })
})

test('refunds, partial and whole, are made once there, however often and whatever breaks', async () => {
  const { id } = await visit('11:00')
  const { id: paymentId, url } = await person.sdk.payments.create({
    purpose: 'appointment',
    appointment_id: id,
  })
  await open(url)
  const providerId = [...yookassa.payments.keys()].at(-1)!
  yookassa.pay(providerId)
  await told(providerId)
  const part = { amount: 70_000, reason: 'часть' }
  const key = { idempotencyKey: 'refund-1' }
  await clinic.admin.payments.refund(paymentId, part, key)
  await clinic.admin.payments.refund(paymentId, part, key)
  const due = () =>
    rows(
      `update payment_refunds set next_at = now() - interval '1 second' where status = 'pending'`,
    )
  yookassa.mode = 'mute'
  await executeRefunds(server.app, never)
  assert.is(yookassa.refunds.size, 1)
  yookassa.mode = 'down'
  await due()
  await executeRefunds(server.app, never)
  yookassa.mode = 'up'
  await due()
  await Promise.all([executeRefunds(server.app, never), executeRefunds(server.app, never)])
  await clinic.admin.payments.refund(paymentId, { reason: 'остаток' })
  await executeRefunds(server.app, never)
  assert.is(
    await codeOf(clinic.admin.payments.refund(paymentId, { reason: 'ещё' })),
    'invalid_transition',
  )
  assert.is(yookassa.payments.get(providerId)!.refunded_amount.value, '2500.00')
  assert.is(yookassa.refunds.size, 2)
  const events = await rows(
    `select id from events where type = 'payment.refunded' and subject_id = $1`,
    [paymentId],
  )
  assert.is(events.length, 2)
  assert.is(await statusOf(paymentId), 'refunded')
})

async function refusedRefund(id: number, amount?: number) {
  yookassa.refundsAre = 'canceled'
  await clinic.admin.payments.refund(id, { ...(amount ? { amount } : {}), reason: 'часть' })
  await executeRefunds(server.app, never)
  yookassa.refundsAre = 'succeeded'
  const refunds = await rows('select status from payment_refunds where payment_id = $1', [id])
  assert.equal(refunds.at(-1), { status: 'failed' })
  assert.equal(await violations(server.databaseUrl), [])
  return clinic.admin.payments.get(id)
}

test('a refund of a visit that the provider refuses for good is the client’s balance, and staff are told', async () => {
  const { id } = await visit('16:00')
  const payment = await opened({ appointment_id: id })
  yookassa.pay(payment.providerId)
  await told(payment.providerId)
  const before = await balance()
  const after = await refusedRefund(payment.id)
  assert.equal([after.status, after.refunded.amount], ['refunded', after.amount.amount])
  assert.is(await balance(), before + after.amount.amount)
  assert.equal(
    (await differences(payment.providerId)).map(({ kind }) => kind),
    ['refunded'],
  )
  const again = clinic.admin.payments.refund(payment.id, { amount: 100, reason: 'ещё' })
  assert.is(await codeOf(again), 'invalid_transition')
})

test('a deposit whose refund is refused for good is on the balance again, and may be given back once more', async () => {
  const payment = await opened()
  yookassa.pay(payment.providerId)
  await told(payment.providerId)
  const before = await balance()
  const part = await refusedRefund(payment.id, 1_000)
  assert.equal([part.status, part.refunded.amount], ['succeeded', 0])
  const all = await refusedRefund(payment.id)
  assert.equal([all.status, all.refunded.amount], ['succeeded', 0])
  assert.is(await balance(), before)
  await clinic.admin.payments.refund(payment.id, { amount: 1_000, reason: 'снова' })
  await executeRefunds(server.app, never)
  assert.is(await balance(), before - 1_000)
})

test('whose duplicate was merged while the refund was under way has the money on the balance all the same', async () => {
  const twin = await clientOf(server, clinic)
  const payment = await opened({ amount: 20_000 }, twin)
  yookassa.pay(payment.providerId)
  await told(payment.providerId)
  yookassa.refundsAre = 'canceled'
  await clinic.admin.payments.refund(payment.id, { reason: 'Ошибка' })
  const before = await balance()
  await clinic.admin.clients.merge(person.id, { duplicate_id: twin.id })
  await executeRefunds(server.app, never)
  yookassa.refundsAre = 'succeeded'
  assert.is(await balance(), before + 20_000)
  assert.equal(await violations(server.databaseUrl), [])
})

test('opening one that is gone asks nobody', async () => {
  const payment = await opened()
  await rows(`update payments set status = 'cancelled' where id = $1`, [payment.id])
  const asked = yookassa.asked.length
  await openAtProvider(server.app, { organizationId: clinic.organizationId, id: payment.id })
  await open(payment.url)
  assert.is(yookassa.asked.length, asked)
})

test('at the end the provider’s books and ours hold the same money', async () => {
  const [ours] = await rows<{ sum: string }>(
    `select sum(amount - coalesce((select sum(r.amount) from payment_refunds r where r.payment_id = p.id and r.status = 'succeeded'), 0)) as sum
     from payments p where provider = 'yookassa' and status in ('succeeded', 'unapplied', 'refunded')`,
  )
  assert.is(Number(ours?.sum), yookassa.balance())
})

test.run()
