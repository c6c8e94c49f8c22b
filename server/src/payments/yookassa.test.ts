import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isAmong } from './providers/yookassa.ts'
import { atYookassa } from './test/at-yookassa.ts'

const {
  server,
  clinic,
  person,
  rows,
  open,
  close,
  yookassa,
  tell,
  told,
  opened,
  balance,
  statusOf,
  differences,
} = await atYookassa()
test.after(close)

test('a payment is made at the provider when its page is opened, once for two tabs', async () => {
  const { id, url } = await person.sdk.payments.create({ purpose: 'deposit', amount: 123_450 })
  assert.is(yookassa.payments.size, 0)
  const answers = await Promise.all([open(url), open(url), open(url)])
  assert.is(yookassa.payments.size, 1)
  const [there] = [...yookassa.payments.values()]
  assert.equal(there!.amount, { value: '1234.50', currency: 'RUB' })
  assert.is(there!.metadata.zapis_payment, String(id))
  for (const answer of answers) {
    assert.is(answer.status, 303)
    assert.is(answer.headers.get('location'), there!.confirmation.confirmation_url)
  }
})

test('the notification of a success is believed after asking, ten at once are one', async () => {
  const before = await balance()
  const payment = await opened()
  yookassa.pay(payment.providerId)
  const answers = await Promise.all(Array.from({ length: 10 }, () => told(payment.providerId)))
  assert.equal(
    answers.map(({ status }) => status),
    Array(10).fill(200),
  )
  assert.is(await balance(), before + 50_000)
  const events = await rows('select type from payment_events where payment_id = $1', [payment.id])
  assert.equal(events, [{ type: 'payment.succeeded' }])
  const announced = await rows(
    `select id from events where type = 'payment.succeeded' and subject_id = $1`,
    [payment.id],
  )
  assert.is(announced.length, 1)
  assert.match(await (await open(`${payment.url}/return`)).text(), /Оплачено/)
})

test('a notification that lies changes nothing: the provider says it is pending', async () => {
  const payment = await opened()
  const forged = { ...yookassa.payments.get(payment.providerId)!, status: 'succeeded', paid: true }
  const answer = await tell(yookassa.notification('payment.succeeded', forged))
  assert.is(answer.status, 200)
  assert.is(await statusOf(payment.id), 'pending')
  yookassa.pay(payment.providerId)
  await told(payment.providerId)
  assert.is(await statusOf(payment.id), 'succeeded')
})

test('a notification of a payment that our shop does not have is refused', async () => {
  const answer = await tell(yookassa.notification('payment.succeeded', { id: 'of-another-shop' }))
  assert.equal([answer.status, answer.json['code']], [401, 'signature_invalid'])
})

test('a payment of our shop that was not made by us is taken notice of, no more', async () => {
  const id = yookassa.foreignPayment('77.00')
  assert.is((await told(id)).status, 200)
  yookassa.payments.delete(id)
})

test('who sends from elsewhere is not listened to', () => {
  const allowed = ['185.71.76.0/27', '77.75.156.11', '2a02:5180::/32']
  assert.ok(isAmong('185.71.76.31', allowed))
  assert.ok(isAmong('::ffff:77.75.156.11', allowed))
  assert.ok(isAmong('2a02:5180:0:1533::1', allowed))
  for (const address of ['185.71.76.32', '77.75.156.12', '127.0.0.1', '2a03::1', '', 'x'])
    assert.not(isAmong(address, allowed))
})

test('an event that means nothing to us is taken, and garbage is not', async () => {
  assert.is((await tell({ event: 'payout.succeeded', object: { id: 'x' } })).status, 200)
  assert.is((await tell({})).status, 400)
  const answer = await server.http('POST', '/v1/payments/webhooks/yookassa', { raw: 'not json' })
  assert.is(answer.status, 400)
  assert.is((await server.http('POST', '/v1/payments/webhooks/stripe', { raw: '{}' })).status, 404)
})

test('another sum than ours is written down and applied to nothing', async () => {
  const payment = await opened()
  const before = await balance()
  yookassa.payments.get(payment.providerId)!.amount.value = '1.00'
  yookassa.pay(payment.providerId)
  await told(payment.providerId)
  assert.is(await balance(), before)
  const [found] = await differences(payment.providerId)
  assert.equal(
    [found?.kind, found?.ours, found?.theirs],
    ['amount', 'pending 50000 RUB', 'succeeded 100 RUB'],
  )
  const settled = await clinic.admin.payments.settleDifference(found!.id, { note: 'вернули' })
  assert.type(settled.settled_at, 'string')
  yookassa.payments.delete(payment.providerId)
  await rows(`update payments set status = 'cancelled', closed_at = now() where id = $1`, [
    payment.id,
  ])
})

test('a refund that is heard of before its payment: both count, and staff are told', async () => {
  const payment = await opened()
  yookassa.pay(payment.providerId)
  const refund = yookassa.refundInCabinet(payment.providerId, '100.00')
  assert.is((await tell(yookassa.notification('refund.succeeded', refund))).status, 200)
  assert.is((await told(payment.providerId)).status, 200)
  assert.is(await statusOf(payment.id), 'succeeded')
  const [found] = await differences(payment.providerId)
  assert.equal([found?.kind, found?.theirs], ['refunded', 'refunded 10000 RUB'])
})

test('a declined payment has failed with its reason', async () => {
  const payment = await opened()
  yookassa.decline(payment.providerId)
  await told(payment.providerId, 'payment.canceled')
  const { status, error } = await person.sdk.payments.get(payment.id)
  assert.equal([status, error], ['failed', 'insufficient_funds'])
  assert.match(await (await open(payment.url)).text(), /Оплата не прошла/)
})

test('at the end the provider’s books and ours hold the same money', async () => {
  const [ours] = await rows<{ sum: string }>(
    `select sum(amount - coalesce((select sum(r.amount) from payment_refunds r where r.payment_id = p.id and r.status = 'succeeded'), 0)) as sum
     from payments p where provider = 'yookassa' and status in ('succeeded', 'unapplied', 'refunded')`,
  )
  // What the shop gave back by itself is the one difference, and it is written down.
  assert.is(Number(ours?.sum) - 10_000, yookassa.balance())
})

test.run()
