import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from '../availability/dates.ts'
import { relay } from '../outbox/relay.ts'
import { executeRefunds } from '../payments/execute-refunds.ts'
import { never } from '../payments/test/paying.ts'
import { visitAt } from '../test/clinic.ts'
import { codeOf } from '../test/refusal.ts'
import { makeReceipts } from './make.ts'
import { sendReceipts } from './send.ts'
import { atTill } from './test/at-till.ts'

const { server, clinic, person, rows, visit, yookassa, work, paid, ofPayment, shape, close } =
  await atTill()
test.after(close)

test('a prepaid visit has a receipt when it is paid and another when it is given', async () => {
  const { id, total } = await visit('09:00')
  const payment = await paid({ purpose: 'appointment', appointment_id: id })
  await work()
  await rows(`update events set published_at = null where type = 'payment.succeeded'`)
  await work()
  assert.equal(await shape(payment), [['income', 'full_prepayment', total]])
  await clinic.admin.appointments.complete(id, {})
  await work()
  const [first, second] = await ofPayment(payment)
  assert.equal(await shape(payment), [
    ['income', 'full_prepayment', total],
    ['income', 'full_payment', total],
  ])
  assert.is(second?.offset_of, first?.id)
  const there = [...yookassa.receipts.values()]
  assert.equal(
    there.map(({ settlements }) => settlements[0].type),
    ['cashless', 'prepayment'],
  )
  assert.equal(there[0]!.customer, { email: 'irina@client.test', phone: '79161230000' })
  assert.equal(there[0]!.items[0].amount, { value: '2500.00', currency: 'RUB' })
})

test('a receipt is registered when the fiscal service says so, with its number', async () => {
  const payment = await paid({ purpose: 'deposit', amount: 30_000 })
  await work()
  assert.is((await ofPayment(payment))[0]?.status, 'sent')
  Object.assign([...yookassa.receipts.values()].at(-1)!, {
    status: 'succeeded',
    fiscal_document_number: '3986',
  })
  await work()
  const [receipt] = await ofPayment(payment)
  assert.equal([receipt?.status, receipt?.fiscal_number], ['registered', '3986'])
  assert.equal(await shape(payment), [['income', 'advance', 30_000]])
})

test('money that goes back has a receipt of its own, money that stays on the balance has none', async () => {
  const { id } = await visit('10:00')
  const payment = await paid({ purpose: 'appointment', appointment_id: id })
  await clinic.admin.payments.refund(payment, { amount: 50_000, reason: 'часть' })
  await clinic.admin.payments.refund(payment, { amount: 20_000, reason: 'часть', to: 'wallet' })
  await work()
  await work()
  assert.equal(await shape(payment), [
    ['income', 'full_prepayment', 250_000],
    ['income_refund', 'full_prepayment', 50_000],
  ])
  const there = [...yookassa.receipts.values()].at(-1)!
  assert.ok(yookassa.refunds.has(there.refund_id))
})

test('each visit of a package that was bought by card is counted against its price', async () => {
  const kind = await clinic.admin.servicePackages.create({
    ...{ name: '3 массажа', service_id: clinic.serviceId, visits: 3, price: 100_000 },
  })
  const payment = await paid({ purpose: 'package', package_id: kind.id })
  await work()
  for (const time of ['11:00', '12:00', '13:00']) {
    const { id } = await visit(time)
    await clinic.admin.appointments.pay(id, { method: 'package' })
    await clinic.admin.appointments.complete(id, {})
    await work()
  }
  assert.equal(await shape(payment), [
    ['income', 'full_prepayment', 100_000],
    ['income', 'full_payment', 33_333],
    ['income', 'full_payment', 33_334],
    ['income', 'full_payment', 33_333],
  ])
})

test('what was advanced on the balance is counted against the visit that it pays', async () => {
  const payment = await paid({ purpose: 'deposit', amount: 250_000 })
  await work()
  const { id } = await visit('14:00')
  await clinic.admin.appointments.pay(id, { method: 'wallet', amount: 250_000 })
  await clinic.admin.appointments.complete(id, {})
  await work()
  const offsets = (await clinic.admin.receipts.list({ appointment_id: id }).toArray()).map(
    ({ items, total, offset_of }) => [items[0]?.payment_method, total.amount, offset_of !== null],
  )
  assert.is(
    offsets.reduce((sum, [, amount]) => sum + Number(amount), 0),
    250_000,
  )
  assert.ok(offsets.every(([method, , isOffset]) => method === 'full_payment' && isOffset === true))
  assert.ok((await ofPayment(payment)).length > 0)
})

test('a fiscal service that is away is tried again; a definite no waits for staff', async () => {
  const payment = await paid({ purpose: 'deposit', amount: 40_000 })
  while (await relay(server.app, new AbortController().signal, { makers: [makeReceipts] }));
  yookassa.mode = 'down'
  await sendReceipts(server.app, never)
  yookassa.mode = 'up'
  assert.is((await ofPayment(payment))[0]?.status, 'queued')
  await rows('update clients set phone = null, email = null where id = $1', [person.id])
  await work()
  const [failed] = await ofPayment(payment)
  assert.equal(
    [failed?.status, failed?.error],
    ['failed', 'the client has neither a phone nor an e-mail'],
  )
  await clinic.admin.clients.update(person.id, { email: 'irina@client.test' })
  assert.is((await clinic.admin.receipts.retry(failed!.id)).status, 'queued')
  assert.is(await codeOf(clinic.admin.receipts.retry(failed!.id)), 'invalid_transition')
  await work()
  assert.is((await ofPayment(payment))[0]?.status, 'sent')
})

/** The fiscal service has done it, and the answer is lost. */
async function sentInVain(): Promise<void> {
  while (await relay(server.app, new AbortController().signal, { makers: [makeReceipts] }));
  yookassa.mode = 'mute'
  await sendReceipts(server.app, never)
  yookassa.mode = 'up'
}

test('a receipt whose answer was lost is not registered twice, though its key is forgotten', async () => {
  await work()
  const payment = await paid({ purpose: 'deposit', amount: 41_000 })
  const size = yookassa.receipts.size
  await sentInVain()
  assert.is(yookassa.receipts.size, size + 1)
  yookassa.forgetKeys()
  await work()
  assert.is(yookassa.receipts.size, size + 1)
  const [receipt] = await ofPayment(payment)
  assert.is(receipt?.status, 'sent')
  assert.equal(await rows('select provider_id from receipts where payment_id = $1', [payment]), [
    { provider_id: [...yookassa.receipts.keys()].at(-1) },
  ])
})

test('of a refund too; and one that did not come through is made', async () => {
  const payment = await paid({ purpose: 'deposit', amount: 42_000 })
  await work()
  await clinic.admin.payments.refund(payment, { amount: 12_000, reason: 'часть' })
  await executeRefunds(server.app, never)
  const size = yookassa.receipts.size
  await sentInVain()
  yookassa.forgetKeys()
  await work()
  assert.is(yookassa.receipts.size, size + 1)
  await clinic.admin.payments.refund(payment, { amount: 12_000, reason: 'ещё столько же' })
  await executeRefunds(server.app, never)
  while (await relay(server.app, new AbortController().signal, { makers: [makeReceipts] }));
  yookassa.mode = 'down'
  await sendReceipts(server.app, never)
  yookassa.mode = 'up'
  await work()
  assert.is(yookassa.receipts.size, size + 2)
})

test('two receipts that say the same are two', async () => {
  const kind = await clinic.admin.servicePackages.create({
    ...{ name: '2 массажа', service_id: clinic.serviceId, visits: 2, price: 90_000 },
  })
  const payment = await paid({ purpose: 'package', package_id: kind.id })
  await work()
  const size = yookassa.receipts.size
  for (const time of ['16:00', '17:00']) {
    const { id } = await visit(time)
    await clinic.admin.appointments.pay(id, { method: 'package' })
    await clinic.admin.appointments.complete(id, {})
    await sentInVain()
  }
  yookassa.forgetKeys()
  await work()
  await work()
  assert.is(yookassa.receipts.size, size + 2)
  const ids = await rows<{ provider_id: string }>(
    'select distinct provider_id from receipts where payment_id = $1 and provider_id is not null',
    [payment],
  )
  assert.is(ids.length, 3, 'each of ours is one of theirs')
})

test('one that the service refused is sent anew when staff queue it again', async () => {
  const payment = await paid({ purpose: 'deposit', amount: 43_000 })
  await work()
  const there = [...yookassa.receipts.values()].at(-1)!
  const size = yookassa.receipts.size
  Object.assign(there, { status: 'canceled', cancellation_details: { reason: 'fiscal_error' } })
  await work()
  const [failed] = await ofPayment(payment)
  assert.equal([failed?.status, failed?.error], ['failed', 'fiscal_error'])
  await clinic.admin.receipts.retry(failed!.id)
  await work()
  assert.is(yookassa.receipts.size, size + 1)
  assert.is((await ofPayment(payment))[0]?.status, 'sent')
})

test('a prepayment that was given back to the balance is counted against the visit that it pays then', async () => {
  const nextDay = async (time: string) => {
    const place = visitAt(clinic, time, addDays(clinic.day, 1))
    const { hold } = await person.sdk.appointments.book(place)
    return person.sdk.appointments.confirm({ hold })
  }
  const { id, total } = await nextDay('09:00')
  const payment = await paid({ purpose: 'appointment', appointment_id: id })
  await work()
  await clinic.admin.appointments.refund(id, { to: 'wallet', reason: 'Перенос' })
  const next = await nextDay('10:00')
  await person.sdk.appointments.pay(next.id, { method: 'wallet' })
  await clinic.admin.appointments.complete(next.id, {})
  await work()
  // Older advances are counted first.
  const offsets = await clinic.admin.receipts.list({ appointment_id: next.id }).toArray()
  assert.is(
    offsets.reduce((sum, each) => sum + each.total.amount, 0),
    total.amount,
  )
  const [first, second] = await ofPayment(payment)
  assert.equal(
    [second?.offset_of, second?.appointment_id, second?.items[0]?.payment_method],
    [first?.id, next.id, 'full_payment'],
  )
})

test.run()
