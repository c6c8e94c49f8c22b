import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { stripeStandIn } from '../test/stripe-stand-in.ts'
import { yookassaStandIn } from '../test/yookassa-stand-in.ts'
import { ProviderFailed } from './providers/provider.ts'
import { reconcile } from './reconcile.ts'
import { never, paying } from './test/paying.ts'

const yookassa = await yookassaStandIn()
const stripe = await stripeStandIn()
const { server, clinic, person, rows, open, close } = await paying({
  ...yookassa.environment,
  ...stripe.environment,
})
test.after(async () => {
  await close()
  await yookassa.close()
  await stripe.close()
})

async function paid(provider: 'yookassa' | 'stripe') {
  const { id, url } = await person.sdk.payments.create({
    purpose: 'deposit',
    amount: 50_000,
    provider,
  })
  await open(url)
  const books = provider === 'stripe' ? stripe.sessions : yookassa.payments
  const providerId = [...books.keys()].at(-1)!
  if (provider === 'stripe') stripe.pay(providerId)
  else yookassa.pay(providerId)
  await person.sdk.payments.get(id)
  return { id, providerId }
}

async function found() {
  await reconcile(server.app, never)
  const all = await clinic.admin.payments.differences().toArray()
  return all
    .filter(({ settled_at }) => settled_at === null)
    .map(({ provider, provider_id, kind }) => [provider, provider_id, kind])
}

/** All that money is written in, but for the differences themselves. */
function books() {
  const tables = ['payments', 'payment_refunds', 'wallet_transactions', 'client_wallets', 'events']
  const digests = tables.map(
    (table) =>
      `(select md5(string_agg(t::text, '|' order by t::text)) from ${table} t) as ${table}`,
  )
  return rows(`select ${digests.join(', ')}`)
}

test('books that agree have no differences, though the list has several pages', async () => {
  for (let n = 0; n < 3; n++) {
    await paid('yookassa')
    await paid('stripe')
  }
  assert.equal(await found(), [])
})

test('money that only they have is found, and gone again when it is gone', async () => {
  const id = yookassa.foreignPayment('77.00')
  assert.equal(await found(), [['yookassa', id, 'missing_here']])
  assert.equal(await found(), [['yookassa', id, 'missing_here']])
  yookassa.payments.delete(id)
})

test('money that only we have is found', async () => {
  const { providerId } = await paid('yookassa')
  const kept = yookassa.payments.get(providerId)!
  yookassa.payments.delete(providerId)
  const all = await found()
  assert.ok(all.some(([, id, kind]) => id === providerId && kind === 'missing_there'))
  yookassa.payments.set(providerId, kept)
  assert.not((await found()).some(([, id]) => id === providerId))
})

test('another sum, status or refund is found, and nothing is mended', async () => {
  const [sum, status, refund] = [
    await paid('yookassa'),
    await paid('yookassa'),
    await paid('yookassa'),
  ]
  yookassa.payments.get(sum.providerId)!.amount.value = '1.00'
  yookassa.decline(status.providerId)
  yookassa.refundInCabinet(refund.providerId, '10.00')
  const before = await books()
  const kinds = new Map((await found()).map(([, id, kind]) => [id, kind]))
  assert.equal(await books(), before)
  assert.is(kinds.get(sum.providerId), 'amount')
  assert.is(kinds.get(status.providerId), 'status')
  assert.is(kinds.get(refund.providerId), 'refunded')
  for (const { id } of [sum, status, refund]) {
    const { status, refunded } = await person.sdk.payments.get(id)
    assert.equal([status, refunded.amount], ['succeeded', 0])
  }
})

test('a provider that does not answer does not keep the other’s books from being compared', async () => {
  const { providerId } = await paid('stripe')
  stripe.sessions.get(providerId)!.amount_total = 100
  yookassa.mode = 'down'
  const failure = await reconcile(server.app, never).catch((error: unknown) => error)
  assert.ok(failure instanceof ProviderFailed)
  yookassa.mode = 'up'
  const stripes = (await found()).filter(([provider]) => provider === 'stripe')
  assert.equal(stripes, [['stripe', providerId, 'amount']])
})

test('one that was looked at does not come again', async () => {
  const open = (await clinic.admin.payments.differences().toArray()).filter(
    ({ settled_at }) => settled_at === null,
  )
  for (const { id } of open)
    await clinic.admin.payments.settleDifference(id, { note: 'разобрались' })
  assert.equal(await found(), [])
})

test('a payment that waits is no difference at first, and one after a while', async () => {
  const { id, url } = await person.sdk.payments.create({
    purpose: 'deposit',
    amount: 9_000,
    provider: 'yookassa',
  })
  await open(url)
  const providerId = [...yookassa.payments.keys()].at(-1)!
  yookassa.pay(providerId)
  assert.equal(await found(), [])
  await rows(`update payments set created_at = created_at - interval '2 hours' where id = $1`, [id])
  assert.equal(await found(), [['yookassa', providerId, 'status']])
  await person.sdk.payments.get(id)
  assert.equal(await found(), [])
})

test.run()
