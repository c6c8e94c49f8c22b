import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from '../availability/dates.ts'
import { expirePending } from '../appointments/expire.ts'
import { guest, visitAt } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { clientOf } from '../test/people.ts'
import { lookAfterAll } from './duties.ts'
import { atYookassa } from './test/at-yookassa.ts'
import { never } from './test/paying.ts'

const { server, clinic, person, rows, open, close, yookassa, told, balance, statusOf } =
  await atYookassa()
test.after(async () => {
  assert.equal(await violations(server.databaseUrl), [])
  await close()
})

let codes = 0

/** A code of 10 % of which there is one use, or as said. */
async function promo(more: object = { uses_limit: 1 }) {
  const { id, code } = await clinic.admin.promoCodes.create({
    ...{ code: `LATE-${++codes}`, discount_percent: 10, ...more },
  })
  return { id, code, uses: async () => (await clinic.admin.promoCodes.get(id)).uses }
}

/** Booked by card with the code; its page is open at the provider, and its time has run out. */
async function expired(time: string, code: string, day = 0, by = person) {
  const at = visitAt(clinic, time, addDays(clinic.day, day))
  const { hold } = await by.sdk.appointments.book(at)
  const { id, payment_url } = await by.sdk.appointments.confirm({
    ...{ hold, promo: code, payment: { method: 'card' } },
  })
  await open(payment_url)
  const providerId = [...yookassa.payments.keys()].at(-1)!
  await timePasses(id)
  const [payment] = await clinic.admin.payments.list({ appointment_id: id }).toArray()
  return { id, providerId, paymentId: payment!.id }
}

async function timePasses(id: number): Promise<void> {
  await rows(`update appointments set pending_until = now() - interval '1 second' where id = $1`, [
    id,
  ])
  await expirePending(server.app)
}

async function paidLate({ id, providerId, paymentId }: Awaited<ReturnType<typeof expired>>) {
  yookassa.pay(providerId)
  await told(providerId)
  const { status, total, paid } = await clinic.admin.appointments.get(id)
  return {
    visit: status,
    payment: await statusOf(paymentId),
    total: total.amount,
    paid: paid.amount,
  }
}

const byDesk = (time: string, code: string, client: { id: number } | ReturnType<typeof guest>) =>
  clinic.admin.appointments.create({ ...visitAt(clinic, time), client, promo: code })

const revived = { visit: 'confirmed', payment: 'succeeded', total: 225_000, paid: 225_000 }
const kept = { visit: 'expired', payment: 'unapplied', total: 225_000, paid: 0 }

test('a late payment takes the time and the promo code’s use again, at the price that was quoted', async () => {
  const { code, uses } = await promo()
  const visit = await expired('09:00', code)
  assert.is(await uses(), 0)
  assert.equal(await paidLate(visit), revived)
  assert.is(await uses(), 1)
  await clinic.admin.appointments.cancel(visit.id, { refund: 'full', reason: 'Врач болен' })
  assert.is(await uses(), 0, 'and gives it back like any other')
})

test('when somebody has taken the last use meanwhile, the money is the client’s balance and the time stays free', async () => {
  const { code, uses } = await promo()
  const before = await balance()
  const visit = await expired('10:00', code)
  await byDesk('11:00', code, guest())
  assert.equal(await paidLate(visit), kept)
  assert.equal([await uses(), await balance()], [1, before + 225_000])
  await byDesk('10:00', (await promo()).code, guest())
})

test('so it is when the client’s own uses, or their first visit, are gone', async () => {
  const before = await balance()
  const mine = await promo({ uses_per_client: 1 })
  const visit = await expired('12:00', mine.code)
  await byDesk('13:00', mine.code, { id: person.id })
  assert.equal(await paidLate(visit), kept)
  assert.is(await mine.uses(), 1)
  const first = await promo({ first_visit_only: true })
  const newcomer = await clientOf(server, clinic)
  const other = await expired('14:00', first.code, 0, newcomer)
  await byDesk('15:00', (await promo()).code, { id: newcomer.id })
  assert.equal(await paidLate(other), kept)
  assert.equal(
    [await first.uses(), (await newcomer.sdk.me.wallet()).balance.amount, await balance()],
    [0, 225_000, before + 225_000],
  )
})

test('that a code was archived takes nothing from whom it was promised to', async () => {
  const { id, code, uses } = await promo()
  const visit = await expired('16:00', code)
  await clinic.admin.promoCodes.archive(id)
  assert.equal(await paidLate(visit), revived)
  assert.is(await uses(), 1)
})

test('of ten late payments for the last use, told at once, one revives its visit', async () => {
  const { code, uses } = await promo()
  const before = await balance()
  const visits = []
  for (let day = 1; day <= 10; day++) visits.push(await expired('09:00', code, day))
  for (const { providerId } of visits) yookassa.pay(providerId)
  await Promise.all(visits.map(({ providerId }) => told(providerId)))
  const found = await Promise.all(visits.map(({ id }) => clinic.admin.appointments.get(id)))
  assert.equal(found.map(({ status }) => status).sort(), ['confirmed', ...Array(9).fill('expired')])
  assert.equal([await uses(), await balance()], [1, before + 9 * 225_000])
})

test('a late payment that is only a part of what makes the visit certain is the client’s balance', async () => {
  const { id } = await clinic.admin.services.create({
    ...{ name: 'С предоплатой', duration_min: 60, price: 100_000 },
    workplace_ids: clinic.workplaceIds,
    specialists: clinic.specialistIds.map((specialist_id) => ({ specialist_id })),
    policies: { prepayment: { kind: 'percent', percent: 50 } },
  })
  const { hold } = await person.sdk.appointments.book({
    ...visitAt(clinic, '17:00'),
    service_id: id,
  })
  const visit = await person.sdk.appointments.confirm({ hold })
  await person.sdk.appointments.pay(visit.id, { method: 'wallet', amount: 20_000 })
  const before = await balance()
  const draft = { purpose: 'appointment', appointment_id: visit.id } as const
  const rest = await person.sdk.payments.create(draft)
  assert.is(rest.amount.amount, 30_000)
  await open(rest.url)
  const providerId = [...yookassa.payments.keys()].at(-1)!
  await timePasses(visit.id)
  assert.is(await balance(), before + 20_000)
  yookassa.pay(providerId)
  await told(providerId)
  assert.is((await clinic.admin.appointments.get(visit.id)).status, 'expired')
  assert.equal([await statusOf(rest.id), await balance()], ['unapplied', before + 50_000])
})

test('what is held for a visit that was cancelled is let go by the worker, and nothing else is touched', async () => {
  const { code } = await promo({})
  const [held, unpaid] = [await expired('10:00', code, 1), await expired('11:00', code, 1)]
  yookassa.authorize(held.providerId)
  const asked = yookassa.asked.length
  await lookAfterAll(server.app, never)
  assert.equal(
    yookassa.asked.slice(asked).flatMap(({ method, path }) => (method === 'POST' ? [path] : [])),
    [`/payments/${held.providerId}/cancel`],
  )
  assert.is(yookassa.payments.get(held.providerId)!.status, 'canceled')
  assert.is(yookassa.payments.get(unpaid.providerId)!.status, 'pending')
  assert.equal(
    [await statusOf(held.paymentId), await statusOf(unpaid.paymentId)],
    ['cancelled', 'cancelled'],
  )
})

test.run()
