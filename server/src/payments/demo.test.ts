import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { codeOf, complaint } from '../test/refusal.ts'
import { clientOf } from '../test/people.ts'
import { violations } from '../test/invariants.ts'
import { lookAfterAll } from './duties.ts'
import { executeRefunds } from './execute-refunds.ts'
import { never, paying } from './test/paying.ts'

const { server, clinic, person, rows, visit, open, close } = await paying()
test.after(close)

async function press(url: string | null, action: 'pay' | 'decline', token?: string) {
  const page = await (await open(url)).text()
  const found = token ?? /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''
  return open(url, { method: 'POST', body: new URLSearchParams({ token: found, action }) })
}

test('the demo page says what it is, in the language of who looks, and needs no script', async () => {
  const { url } = await person.sdk.payments.create({ purpose: 'deposit', amount: 100_000 })
  const answer = await open(url, { headers: { 'accept-language': 'en' } })
  const page = await answer.text()
  assert.is(answer.status, 200)
  assert.match(page, /This is not a payment system/)
  assert.not.match(page, /<script/)
  assert.match(
    answer.headers.get('content-security-policy') ?? '',
    /default-src 'none'.*form-action 'self'/,
  )
  assert.match(await (await open(url)).text(), /Это не платёжная система/)
})

test('a deposit that is paid is on the balance, once', async () => {
  const before = await person.sdk.me.wallet()
  const payment = await person.sdk.payments.create({ purpose: 'deposit', amount: 70_000 })
  assert.is(payment.status, 'pending')
  const pressed = await press(payment.url, 'pay')
  assert.is(pressed.status, 303)
  assert.match(await (await open(`http://x${pressed.headers.get('location')}`)).text(), /Оплачено/)
  await press(payment.url, 'pay', 'AAAA')
  assert.is((await person.sdk.payments.get(payment.id)).status, 'succeeded')
  const after = await person.sdk.me.wallet()
  assert.is(after.balance.amount - before.balance.amount, 70_000)
})

test('a form that is not of our page does nothing', async () => {
  const payment = await person.sdk.payments.create({ purpose: 'deposit', amount: 70_000 })
  assert.is((await press(payment.url, 'pay', 'forged')).status, 403)
  assert.is((await person.sdk.payments.get(payment.id)).status, 'pending')
})

test('a visit is paid, and then there is nothing more to pay', async () => {
  const { id, total } = await visit('09:00')
  const payment = await person.sdk.payments.create({
    purpose: 'appointment',
    appointment_id: id,
    return_url: 'https://clinic.example/thanks?a=1',
  })
  assert.equal(payment.amount, { amount: total, currency: 'RUB' })
  const again = await person.sdk.payments.create({ purpose: 'appointment', appointment_id: id })
  assert.is(again.id, payment.id)
  await press(payment.url, 'pay')
  const back = await open(`${payment.url}/return`)
  assert.is(back.headers.get('location'), 'https://clinic.example/thanks?a=1')
  assert.equal((await clinic.admin.appointments.get(id)).paid.amount, total)
  assert.is(
    await codeOf(person.sdk.payments.create({ purpose: 'appointment', appointment_id: id })),
    'already_paid',
  )
})

test('a declined payment has failed, and another can be begun', async () => {
  const { id } = await visit('10:00')
  const payment = await person.sdk.payments.create({ purpose: 'appointment', appointment_id: id })
  await press(payment.url, 'decline')
  const { status, error } = await person.sdk.payments.get(payment.id)
  assert.equal([status, error], ['failed', 'declined'])
  assert.match(await (await open(payment.url)).text(), /Оплата не прошла/)
  const next = await person.sdk.payments.create({ purpose: 'appointment', appointment_id: id })
  assert.is.not(next.id, payment.id)
})

test('a package is as it was on sale when its payment began, whatever an admin changes before the money comes', async () => {
  const { servicePackages } = clinic.admin
  const sold = { name: 'Пять', service_id: clinic.serviceId, visits: 5, valid_days: 90 }
  const lasting = { ...sold, name: 'Вечный', valid_days: null }
  const begun = []
  for (const draft of [sold, lasting]) {
    const { id } = await servicePackages.create({ ...draft, price: 1_000_000 })
    begun.push(await person.sdk.payments.create({ purpose: 'package', package_id: id }))
    await servicePackages.update(id, { visits: 2, valid_days: 10, price: 1 })
  }
  const got = []
  for (const { id, url } of begun) {
    await press(url, 'pay')
    const { client_package_id } = await person.sdk.payments.get(id)
    const mine = await person.sdk.me.packages({ limit: 100 }).toArray()
    got.push(mine.find((each) => each.id === client_package_id))
  }
  assert.equal(
    got.map((each) => [each?.visits_total, each?.price_paid.amount]),
    [
      [5, 1_000_000],
      [5, 1_000_000],
    ],
  )
  const days = (Date.parse(got[0]?.expires_at ?? '') - Date.now()) / 86_400_000
  assert.ok(days > 88 && days < 91, `${days}`)
  assert.is(got[1]?.expires_at, null)
})

test('a package is bought by its payment', async () => {
  const kind = await clinic.admin.servicePackages.create({
    name: '5 массажей',
    service_id: clinic.serviceId,
    visits: 5,
    price: 900_000,
  })
  const payment = await person.sdk.payments.create({ purpose: 'package', package_id: kind.id })
  await press(payment.url, 'pay')
  const paid = await person.sdk.payments.get(payment.id)
  assert.type(paid.client_package_id, 'number')
  assert.is(
    await codeOf(clinic.admin.payments.refund(payment.id, { reason: 'нет' })),
    'package_refund_needed',
  )
})

test('money for a visit that is gone is on the client’s balance', async () => {
  const { id, total } = await visit('11:00')
  const payment = await person.sdk.payments.create({ purpose: 'appointment', appointment_id: id })
  await open(payment.url)
  await clinic.admin.appointments.pay(id, { method: 'on_site' })
  const before = (await person.sdk.me.wallet()).balance.amount
  await press(payment.url, 'pay')
  assert.is((await person.sdk.payments.get(payment.id)).status, 'unapplied')
  assert.is((await person.sdk.me.wallet()).balance.amount - before, total)
  const refunded = await clinic.admin.payments.refund(payment.id, { reason: 'ошибка' })
  assert.is(refunded.status, 'refunded')
  assert.is((await person.sdk.me.wallet()).balance.amount, before)
})

test('the page of a visit that is cancelled cannot be paid', async () => {
  const { id } = await visit('12:00')
  const payment = await person.sdk.payments.create({ purpose: 'appointment', appointment_id: id })
  await clinic.admin.appointments.cancel(id, {})
  const answer = await open(payment.url)
  assert.match(await answer.text(), /Срок оплаты истёк/)
})

test('a code that nobody has is not found', async () => {
  assert.is((await open(`http://x/pay/${'a'.repeat(32)}`)).status, 404)
  assert.is((await open('http://x/pay/short')).status, 404)
})

test('a refund is counted at once, executed by the worker, and never more than was paid', async () => {
  const { id, total } = await visit('13:00')
  const { id: payment, url } = await person.sdk.payments.create({
    purpose: 'appointment',
    appointment_id: id,
  })
  await press(url, 'pay')
  const part = await clinic.admin.payments.refund(payment, { amount: 50_000, reason: 'часть' })
  assert.equal([part.status, part.refunded.amount], ['succeeded', 50_000])
  assert.is(
    await codeOf(clinic.admin.payments.refund(payment, { amount: total, reason: 'много' })),
    'refund_too_large',
  )
  await clinic.admin.payments.refund(payment, { reason: 'остаток', to: 'wallet' })
  await executeRefunds(server.app, never)
  await executeRefunds(server.app, never)
  assert.equal(
    await rows('select amount, status from payment_refunds where payment_id = $1', [payment]),
    [{ amount: '50000', status: 'succeeded' }],
  )
  assert.is((await person.sdk.payments.get(payment)).status, 'refunded')
})

test('fields of another purpose, and other people, are refused', async () => {
  const { payments } = person.sdk
  assert.is(
    await complaint(payments.create({ purpose: 'deposit', amount: 5, package_id: 1 })),
    'invalid_request /package_id not_allowed',
  )
  assert.is(
    await complaint(payments.create({ purpose: 'deposit', amount: 5, client_id: 1 })),
    'invalid_request /client_id not_allowed',
  )
  assert.is(
    await complaint(payments.create({ purpose: 'appointment' })),
    'invalid_request /appointment_id required',
  )
  assert.is(
    await complaint(
      payments.create({ purpose: 'deposit', amount: 5, return_url: 'javascript:alert(1)' }),
    ),
    'invalid_request /return_url wrong_format',
  )
  assert.is(
    await codeOf(payments.create({ purpose: 'deposit', amount: 5, provider: 'stripe' })),
    'payment_method_unavailable',
  )
})

test('another client’s payment is not there', async () => {
  const { id } = await person.sdk.payments.create({ purpose: 'deposit', amount: 1_000 })
  const other = await clientOf(server, clinic)
  assert.is(await codeOf(other.sdk.payments.get(id)), 'not_found')
  assert.equal(await other.sdk.payments.list().toArray(), [])
})

test('a payment that nobody opened is given up after a day', async () => {
  const { id } = await person.sdk.payments.create({ purpose: 'deposit', amount: 1_000 })
  await rows(
    `update payments set created_at = now() - interval '25 hours', next_at = now() - interval '1 minute' where id = $1`,
    [id],
  )
  await lookAfterAll(server.app, never)
  assert.is((await person.sdk.payments.get(id)).status, 'cancelled')
})

test('a webhook of the demo is nobody’s', async () => {
  const answer = await server.http('POST', '/v1/payments/webhooks/demo', { body: {} })
  assert.is(answer.status, 401)
})

test('after all of it the books are sound', async () => {
  assert.equal(await violations(server.databaseUrl), [])
})

test.run()
