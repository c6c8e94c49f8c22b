import type { Quote, QuoteRequest } from '@zapis/sdk/contract'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, guest, makeClinic, visitAt } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { clientOf, memberOf } from '../test/people.ts'
import { codeOf, complaint } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'

const server = await startServer()
test.after(async () => {
  assert.equal(await violations(server.databaseUrl), [])
  await server.close()
})

type Wish = Pick<QuoteRequest, 'promo' | 'discount' | 'client'>
type Changes = (clinic: Awaited<ReturnType<typeof prepared>>) => Promise<unknown>

/** A visit of 3333.33 with a promo code of 10 %, and a client who has 7.5 % off and 10 000.00. */
async function prepared() {
  const clinic = await makeClinic(server, { price: 333_333 })
  const person = await clientOf(server, clinic)
  const own = await clinic.admin.clients.addDiscount(person.id, { discount_percent: 7.5 })
  await clinic.admin.clients.addTransaction(person.id, { type: 'deposit', amount: 1_000_000 })
  const promo = await clinic.admin.promoCodes.create({ code: 'TEN', discount_percent: 10 })
  await clinic.admin.organization.update({
    policies: { prepayment: { kind: 'percent', percent: 30 } },
  })
  return { ...clinic, person, ownId: own.id, promoId: promo.id }
}

/** What an admin may change about a service while somebody looks at the quote. */
const changes: Changes[] = [
  ({ admin, serviceId }) => admin.services.update(serviceId, { price: 999_999 }),
  ({ admin, serviceId, specialistIds: [specialist_id = 0] }) =>
    admin.services.update(serviceId, { specialists: [{ specialist_id, price: 1 }] }),
  ({ admin, serviceId }) => admin.services.update(serviceId, { duration_min: 90, name: 'Другая' }),
  ({ admin, person, ownId }) => admin.clients.removeDiscount(person.id, ownId),
  ({ admin, person }) => admin.clients.addDiscount(person.id, { discount_percent: 50 }),
]

const figures = ({
  price,
  discount,
  total,
  discounts,
}: Pick<Quote, 'price' | 'discount' | 'total' | 'discounts'>) => ({
  price,
  discount,
  total,
  discounts: discounts.map(({ kind, discount_percent, amount }) => [
    kind,
    discount_percent,
    amount,
  ]),
})

for (const promo of [undefined, 'ten'])
  for (const method of ['wallet', 'on_site', 'card'] as const)
    test(`what a client is quoted${promo ? ' with a promo code' : ''} is charged (${method}), whatever an admin changes of the service in between`, async () => {
      const clinic = await prepared()
      const { sdk } = clinic.person
      const { hold } = await sdk.appointments.book(visitAt(clinic, '10:00'))
      const wish = promo === undefined ? {} : { promo }
      const quote = await sdk.appointments.quote({ hold, ...wish })
      // 24 999.975 off; then 30 833.3 off.
      assert.is(quote.total.amount, promo === undefined ? 308_333 : 277_500)
      assert.is(quote.prepayment.amount, promo === undefined ? 92_500 : 83_250)
      assert.ok(quote.methods.includes(method))
      for (const change of changes) await change(clinic)
      const again = await sdk.appointments.quote({ hold, ...wish })
      assert.equal(
        { ...figures(again), prepayment: again.prepayment },
        { ...figures(quote), prepayment: quote.prepayment },
      )
      const visit = await sdk.appointments.confirm({
        ...{ hold, ...wish, payment: { method }, total: quote.total.amount },
      })
      assert.equal(figures(visit), figures(quote))
      const paid = method === 'wallet' ? quote.total.amount : 0
      assert.is((await sdk.me.wallet()).balance.amount, 1_000_000 - paid)
      if (method === 'wallet') return
      const [payment] = await sdk.payments.list({ appointment_id: visit.id }).toArray()
      const asked = method === 'card' ? quote.total : quote.prepayment
      assert.equal(payment?.amount, asked, 'and so is what its page asks for')
    })

const wishes: [who: string, wish: (person: { id: number }) => Wish][] = [
  ['of a client by number', ({ id }) => ({ client: { id } })],
  [
    'with a discount by hand',
    ({ id }) => ({ client: { id }, discount: { percent: 12.34, reason: 'Извинение' } }),
  ],
  [
    'with a promo code and an amount by hand',
    ({ id }) => ({
      client: { id },
      promo: 'TEN',
      discount: { amount: 12_345, reason: 'Извинение' },
    }),
  ],
]
for (const [who, wish] of wishes)
  test(`what the desk is quoted ${who} is charged`, async () => {
    const clinic = await prepared()
    const { admin, person } = clinic
    const wished = await admin.appointments.quote({
      ...{ wish: visitAt(clinic, '10:00'), ...wish(person) },
    })
    const { hold } = await admin.appointments.book(visitAt(clinic, '10:00'))
    const quote = await admin.appointments.quote({ hold, ...wish(person) })
    assert.equal(wished, quote, 'with a hold and without')
    await changes[0]?.(clinic)
    const visit = await admin.appointments.confirm({ hold, ...wish(person) })
    assert.equal(figures(visit), figures(quote))
    assert.is(quote.prepayment.amount, 0, 'the desk asks for no prepayment')
  })

test('the desk is quoted without a hold what booking would charge, also of a taken time', async () => {
  const clinic = await prepared()
  const { admin, site, person } = clinic
  const [specialist_id = 0] = clinic.specialistIds
  await bookAt(clinic, '10:00')
  const wish = visitAt(clinic, '10:00')
  const client = { id: person.id }
  assert.is(await codeOf(admin.appointments.quote({ wish, client })), 'slot_unavailable')
  const quote = await admin.appointments.quote({ wish: { ...wish, specialist_id }, client })
  const forced = { force: true, reason: 'Просил врач' }
  const visit = await admin.appointments.create({ ...wish, specialist_id, client, ...forced })
  assert.equal(figures(visit), figures(quote))
  assert.is(quote.balance?.amount, 1_000_000)
  const own = await memberOf(server, clinic, 'specialist', specialist_id)
  assert.is((await own.sdk.appointments.quote({ wish, client })).balance, null)
  for (const caller of [site, person.sdk])
    assert.is(await complaint(caller.appointments.quote({ wish })), 'forbidden /wish not_allowed')
  assert.is(await complaint(site.appointments.quote({})), 'invalid_request /hold required')
  const { hold } = await admin.appointments.book(visitAt(clinic, '12:00'))
  const both = admin.appointments.quote({ hold, wish })
  assert.is(await complaint(both), 'invalid_request /wish not_allowed')
  await admin.services.update(wish.service_id, { price: 999_900 })
  const now = await admin.appointments.quote({ wish: { ...wish, specialist_id } })
  assert.is(now.price.amount, 999_900, 'as the catalogue is by now')
})

test('a guest is quoted and charged the price without anybody’s discount', async () => {
  const clinic = await prepared()
  const { site } = clinic
  const { hold } = await site.appointments.book(visitAt(clinic, '10:00'))
  const quote = await site.appointments.quote({ hold, promo: 'TEN' })
  assert.is(quote.total.amount, 300_000)
  assert.equal([quote.balance, quote.package_visits_left], [null, null])
  const visit = await site.appointments.confirm({ hold, promo: 'TEN', client: guest() })
  assert.equal(figures(visit), figures(quote))
})

test('a specialist’s own price is what discounts are taken from, in the quote and in the charge', async () => {
  const clinic = await prepared()
  const { admin, serviceId, specialistIds, person } = clinic
  const [specialist_id = 0] = specialistIds
  await admin.services.update(serviceId, { specialists: [{ specialist_id, price: 200_001 }] })
  const { hold } = await person.sdk.appointments.book({
    ...visitAt(clinic, '10:00'),
    specialist_id,
  })
  const quote = await person.sdk.appointments.quote({ hold, promo: 'TEN' })
  // 7.5 % of 2000.01 are 150.00, 10 % of 1850.01 are 185.00.
  assert.equal(
    [quote.price.amount, quote.discounts.map(({ amount }) => amount.amount), quote.total.amount],
    [200_001, [15_000, 18_500], 166_501],
  )
  const payment = { method: 'wallet' } as const
  const visit = await person.sdk.appointments.confirm({ hold, promo: 'TEN', payment })
  assert.equal(figures(visit), figures(quote))
  assert.is((await person.sdk.me.wallet()).balance.amount, 1_000_000 - 166_501)
})

test('when a promo code changes after the quote, another sum is not charged but asked about', async () => {
  const clinic = await prepared()
  const { sdk } = clinic.person
  const { hold } = await sdk.appointments.book(visitAt(clinic, '10:00'))
  const quote = await sdk.appointments.quote({ hold, promo: 'TEN' })
  await clinic.admin.promoCodes.update(clinic.promoId, { discount_percent: 5 })
  const order = { hold, promo: 'TEN', payment: { method: 'wallet' as const } }
  assert.is(
    await complaint(sdk.appointments.confirm({ ...order, total: quote.total.amount })),
    'price_changed /total invalid',
  )
  assert.is((await sdk.me.wallet()).balance.amount, 1_000_000)
  assert.is((await clinic.admin.promoCodes.get(clinic.promoId)).uses, 0)
  const now = await sdk.appointments.quote({ hold, promo: 'TEN' })
  const visit = await sdk.appointments.confirm({ ...order, total: now.total.amount })
  assert.equal(figures(visit), figures(now))
})

test('with a promo code a package is not offered, and confirming by one says why', async () => {
  const clinic = await prepared()
  const { admin, person } = clinic
  const { id: package_id } = await admin.servicePackages.create({
    ...{ name: 'Пять', service_id: clinic.serviceId, visits: 5, price: 900_000 },
  })
  await person.sdk.me.buyPackage({ package_id, payment: { method: 'wallet' } })
  const { hold } = await person.sdk.appointments.book(visitAt(clinic, '10:00'))
  const methods = async (wish: object) =>
    (await person.sdk.appointments.quote({ hold, ...wish })).methods
  assert.ok((await methods({})).includes('package'))
  assert.not.ok((await methods({ promo: 'TEN' })).includes('package'))
  for (const [locale, detail] of Object.entries({
    ru: /скидка к нему не применяется/,
    en: /no discount counts with it/,
  })) {
    const { status, json } = await server.http('POST', '/v1/appointments/confirm', {
      credential: person.token,
      body: { hold, promo: 'TEN', payment: { method: 'package' } },
      headers: { 'accept-language': locale },
    })
    assert.equal([status, json['code']], [422, 'discount_not_with_package'])
    assert.match(String(json['detail']), detail)
  }
  const byDesk = admin.appointments.create({
    ...{ ...visitAt(clinic, '12:00'), client: { id: person.id }, payment: { method: 'package' } },
    discount: { percent: 5, reason: 'Извинение' },
  })
  assert.is(await complaint(byDesk), 'discount_not_with_package /discount not_allowed')
  assert.is((await admin.promoCodes.get(clinic.promoId)).uses, 0)
  const visit = await person.sdk.appointments.confirm({
    hold,
    payment: { method: 'package' },
    total: 1,
  })
  assert.is(visit.paid_by, 'package', 'which charges nothing')
})

test('a discount by hand is a percent of two decimals, or an amount, and not both', async () => {
  const clinic = await prepared()
  const { hold } = await clinic.admin.appointments.book(visitAt(clinic, '10:00'))
  const quoted = (discount: object) =>
    complaint(
      clinic.admin.appointments.quote({
        ...{ hold, client: { id: clinic.person.id } },
        discount: { reason: 'Извинение', ...discount },
      }),
    )
  assert.is(await quoted({ percent: 33.345 }), 'invalid_request /discount/percent invalid')
  assert.is(
    await quoted({ percent: 5, amount: 5 }),
    'invalid_request /discount/percent not_allowed /discount/amount not_allowed',
  )
  assert.is(
    await quoted({}),
    'invalid_request /discount/percent required /discount/amount required',
  )
  assert.is(
    await codeOf(
      clinic.person.sdk.appointments.quote({ hold, discount: { percent: 5, reason: 'Мне' } }),
    ),
    'forbidden',
  )
})

test.run()
