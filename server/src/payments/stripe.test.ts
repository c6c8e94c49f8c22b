// First, as a program may load it: then Node's own fetch goes through it.
import 'undici'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { stripeStandIn } from '../test/stripe-stand-in.ts'
import { lookAfterAll } from './duties.ts'
import { executeRefunds } from './execute-refunds.ts'
import { never, paying } from './test/paying.ts'

const stripe = await stripeStandIn()
const { server, clinic, person, rows, visit, open, close } = await paying(stripe.environment)
test.after(async () => {
  await close()
  await stripe.close()
})

type Sent = { raw: string; headers: Record<string, string> }
const tell = (sent: Sent) => server.http('POST', '/v1/payments/webhooks/stripe', sent)

async function opened(amount = 50_000) {
  const payment = await person.sdk.payments.create({ purpose: 'deposit', amount })
  const answer = await open(payment.url)
  const [row] = await rows<{ provider_id: string }>(
    'select provider_id from payments where id = $1',
    [payment.id],
  )
  const providerId = row!.provider_id
  return { ...payment, providerId, page: answer.headers.get('location') }
}
const balance = async () => (await person.sdk.me.wallet()).balance.amount
const statusOf = async (id: number) =>
  (await rows<{ status: string }>('select status from payments where id = $1', [id]))[0]?.status
const session = (id: string) => stripe.sessions.get(id)!

test('a payment is a checkout session, once for two tabs', async () => {
  const { url } = await person.sdk.payments.create({ purpose: 'deposit', amount: 123_45 })
  const [first, second] = await Promise.all([open(url), open(url)])
  assert.is(stripe.sessions.size, 1)
  const [there] = [...stripe.sessions.values()]
  assert.equal([there!.amount_total, there!.currency], [123_45, 'rub'])
  assert.equal(
    [first.headers.get('location'), second.headers.get('location')],
    [there!.url, there!.url],
  )
})

test('a signed event is taken, ten at once are one', async () => {
  const before = await balance()
  const payment = await opened()
  stripe.pay(payment.providerId)
  const event = stripe.event('checkout.session.completed', session(payment.providerId))
  const answers = await Promise.all(Array.from({ length: 10 }, () => tell(event)))
  assert.equal(
    answers.map(({ status }) => status),
    Array(10).fill(200),
  )
  assert.is(await balance(), before + 50_000)
  assert.is(
    (await rows('select id from payment_events where payment_id = $1', [payment.id])).length,
    1,
  )
})

test('an event that is forged, altered or unsigned changes nothing', async () => {
  const payment = await opened()
  stripe.pay(payment.providerId)
  const good = stripe.event('checkout.session.completed', session(payment.providerId))
  const forged = stripe.event(
    'checkout.session.completed',
    session(payment.providerId),
    'whsec_other',
  )
  for (const sent of [forged, { ...good, raw: `${good.raw} ` }, { raw: good.raw, headers: {} }]) {
    const answer = await tell(sent)
    assert.equal([answer.status, answer.json['code']], [401, 'signature_invalid'])
  }
  assert.is(await statusOf(payment.id), 'pending')
  assert.is((await tell(good)).status, 200)
  assert.is(await statusOf(payment.id), 'succeeded')
})

test('a signed event of a payment that our account does not have is refused', async () => {
  const answer = await tell(stripe.event('checkout.session.completed', { id: 'cs_test_elsewhere' }))
  assert.is(answer.status, 401)
})

test('an unknown event is taken', async () => {
  assert.is((await tell(stripe.event('invoice.paid', { id: 'in_1' }))).status, 200)
})

test('a refund that is heard of before its payment', async () => {
  const payment = await opened()
  stripe.pay(payment.providerId)
  const intent = session(payment.providerId).payment_intent
  await tell(stripe.event('charge.refunded', { id: 'ch_1', payment_intent: intent }))
  await tell(stripe.event('checkout.session.completed', session(payment.providerId)))
  assert.is(await statusOf(payment.id), 'succeeded')
})

test('a payment that is declined later has failed, one whose page ran out is cancelled', async () => {
  const declined = await opened()
  stripe.declineLater(declined.providerId)
  await tell(stripe.event('checkout.session.async_payment_failed', session(declined.providerId)))
  const failed = await person.sdk.payments.get(declined.id)
  assert.equal([failed.status, failed.error], ['failed', 'insufficient_funds'])
  const forgotten = await opened()
  stripe.expire(forgotten.providerId)
  await tell(stripe.event('checkout.session.expired', session(forgotten.providerId)))
  assert.is(await statusOf(forgotten.id), 'cancelled')
})

test('nobody told us: looking, coming back and the worker each find it out', async () => {
  const [looked, returned, worked] = [await opened(), await opened(), await opened()]
  for (const { providerId } of [looked, returned, worked]) stripe.pay(providerId)
  assert.is((await person.sdk.payments.get(looked.id)).status, 'succeeded')
  await open(`${returned.url}/return`)
  assert.is(await statusOf(returned.id), 'succeeded')
  await rows(`update payments set next_at = now() - interval '1 second' where id = $1`, [worked.id])
  await lookAfterAll(server.app, never)
  assert.is(await statusOf(worked.id), 'succeeded')
})

test('killed between making it there and writing it down: the same session is met again', async () => {
  const payment = await person.sdk.payments.create({ purpose: 'deposit', amount: 40_000 })
  stripe.mode = 'mute'
  const size = stripe.sessions.size
  assert.is((await open(payment.url)).status, 503)
  stripe.mode = 'up'
  assert.is((await open(payment.url)).status, 303)
  assert.is(stripe.sessions.size, size + 1)
})

/** A visit whose page is open at Stripe when the visit is cancelled; answers what the worker does then. */
async function cancelledVisit(time: string) {
  const { id } = await visit(time)
  const draft = { purpose: 'appointment', appointment_id: id } as const
  const payment = await person.sdk.payments.create(draft)
  await open(payment.url)
  const providerId = [...stripe.sessions.keys()].at(-1)!
  return {
    ...{ payment, providerId },
    cancel: () => clinic.admin.appointments.cancel(id, { refund: 'full', reason: 'Врач болен' }),
    asked: () =>
      stripe.asked.filter(({ path }) => path.startsWith(`/v1/checkout/sessions/${providerId}`)),
  }
}

test('the page of a visit that was cancelled is closed there, by the worker and not by whoever cancels', async () => {
  const { payment, providerId, cancel, asked } = await cancelledVisit('09:00')
  stripe.mode = 'down'
  const before = asked().length
  await cancel()
  assert.is(asked().length, before, 'no network while somebody waits')
  assert.is(await statusOf(payment.id), 'cancelled')
  await lookAfterAll(server.app, never)
  assert.is(session(providerId).status, 'open')
  stripe.mode = 'up'
  await rows(`update payments set next_at = now() - interval '1 second' where id = $1`, [
    payment.id,
  ])
  await lookAfterAll(server.app, never)
  assert.equal([session(providerId).status, session(providerId).url], ['expired', null])
  const told = await rows<{ type: string }>(
    `select type from events where subject_kind = 'payment' and subject_id = $1`,
    [payment.id],
  )
  assert.equal(told, [{ type: 'payment.failed' }])
  const said = asked().length
  await rows(`update payments set next_at = now() - interval '1 second' where id = $1`, [
    payment.id,
  ])
  await lookAfterAll(server.app, never)
  assert.is(asked().length, said, 'and is asked of no more')
})

test('paid in the very moment before its page is closed, the money is the client’s balance', async () => {
  const { payment, providerId, cancel } = await cancelledVisit('10:00')
  const before = await balance()
  await cancel()
  stripe.pay(providerId)
  await lookAfterAll(server.app, never)
  assert.is(session(providerId).status, 'complete')
  assert.is(await statusOf(payment.id), 'unapplied')
  assert.is(await balance(), before + payment.amount.amount)
})

test('refunds are made once there, though the answer to the first try is lost', async () => {
  const payment = await opened(90_000)
  stripe.pay(payment.providerId)
  await person.sdk.payments.get(payment.id)
  await clinic.admin.payments.refund(payment.id, { amount: 30_000, reason: 'часть' })
  stripe.mode = 'mute'
  await executeRefunds(server.app, never)
  stripe.mode = 'up'
  await rows(`update payment_refunds set next_at = now() - interval '1 second'`)
  await executeRefunds(server.app, never)
  await clinic.admin.payments.refund(payment.id, { reason: 'остаток' })
  await executeRefunds(server.app, never)
  assert.is(stripe.refunds.size, 2)
  assert.is(await statusOf(payment.id), 'refunded')
})

test('another sum than ours is applied to nothing', async () => {
  const payment = await opened()
  session(payment.providerId).amount_total = 1
  stripe.pay(payment.providerId)
  await tell(stripe.event('checkout.session.completed', session(payment.providerId)))
  const found = await clinic.admin.payments.differences().toArray()
  assert.equal(
    found.map(({ kind, theirs }) => [kind, theirs]),
    [['amount', 'succeeded 1 RUB']],
  )
  assert.is(await statusOf(payment.id), 'pending')
})

test('the same sum in another currency is another sum', async () => {
  const payment = await opened()
  const before = await balance()
  session(payment.providerId).currency = 'usd'
  stripe.pay(payment.providerId)
  await tell(stripe.event('checkout.session.completed', session(payment.providerId)))
  assert.equal([await statusOf(payment.id), await balance()], ['pending', before])
  const found = await clinic.admin.payments.differences().toArray()
  assert.equal(found[0]?.theirs, 'succeeded 50000 USD')
  session(payment.providerId).currency = 'rub'
  await tell(stripe.event('checkout.session.completed', session(payment.providerId)))
  assert.equal([await statusOf(payment.id), await balance()], ['succeeded', before + 50_000])
})

test('payments by Stripe make no receipts of ours', async () => {
  assert.equal(await rows('select id from receipts'), [])
})

test('at the end the provider’s books and ours hold the same money', async () => {
  const [ours] = await rows<{ sum: string }>(
    `select sum(amount - refunded) as sum from payments where provider = 'stripe' and status in ('succeeded', 'unapplied', 'refunded')`,
  )
  assert.is(Number(ours?.sum) + 1, stripe.balance())
})

test.run()
