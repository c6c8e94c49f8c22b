import { createClient } from '@zapis/sdk'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic } from '../test/clinic.ts'
import { memberOf } from '../test/people.ts'
import { codeOf, complaint, refusal } from '../test/refusal.ts'
import { openCounter } from './test/counter.ts'

const counter = await openCounter()
test.after(() => counter.close())
const { admin, balance, bought, client, clinic, lines, offer, server, sql } = counter

const wallet = { payment: { method: 'wallet' } } as const
const onSite = { payment: { method: 'on_site' } } as const
const UNAVAILABLE = 'payment_method_unavailable /payment/method not_allowed'

async function events(clientPackageId: number): Promise<string[]> {
  const rows = await sql<{ type: string }>(
    `select type from events where organization_id = $1 and subject_kind = 'client_package' and subject_id = $2 order by id`,
    [clinic.organizationId, clientPackageId],
  )
  return rows.map(({ type }) => type)
}

test('what is sold at the desk is the client’s at once, and the money is in the till', async () => {
  const anna = await client(1000)
  const reception = await memberOf(server, clinic, 'reception')
  const package_id = await offer({ valid_days: 180 })
  const sold = await reception.sdk.clients.sellPackage(anna.id, { package_id, ...onSite })
  assert.equal(
    [sold.client_id, sold.package_id, sold.service_id, sold.name, sold.paid_by, sold.usable],
    [anna.id, package_id, clinic.serviceId, '5 по цене 4', 'on_site', true],
  )
  assert.equal([sold.visits_total, sold.visits_left], [5, 5])
  assert.equal(sold.price_paid, { amount: 1_000_000, currency: 'RUB' })
  const days = (Date.parse(sold.expires_at ?? '') - Date.parse(sold.created_at)) / 86_400_000
  assert.is(Math.round(days * 1000), 180_000)
  const [payment] = (await admin.payments.list({ client_id: anna.id })).data
  assert.equal(
    [payment?.provider, payment?.status, payment?.purpose, payment?.client_package_id],
    ['on_site', 'succeeded', 'package', sold.id],
  )
  assert.is(await balance(anna), 1000)
  assert.equal(await events(sold.id), ['package.purchased'])
  const { data } = await admin.auditLog.list({ subject: `client:${anna.id}` })
  const [line] = data.filter(({ action }) => action === 'clients.sellPackage')
  assert.is(line?.after?.['client_package_id'], sold.id)
  assert.match(line?.actor ?? '', /^staff:/)
})

test('a client buys from the balance', async () => {
  const anna = await client(1_200_000)
  const package_id = await offer()
  const mine = await anna.sdk.me.buyPackage({ package_id, ...wallet })
  assert.equal([mine.paid_by, mine.expires_at, mine.visits_left], ['wallet', null, 5])
  const [line] = await lines(anna)
  assert.equal(
    [line?.type, line?.amount.amount, line?.client_package_id, line?.reason, line?.actor],
    ['payment', -1_000_000, mine.id, '5 по цене 4', `client:${anna.id}`],
  )
  assert.is(await balance(anna), 200_000)
  assert.equal(await anna.sdk.me.packages().toArray(), [mine])
})

test('without the money nothing is bought and nothing moves', async () => {
  const anna = await client(999_999)
  const package_id = await offer()
  const error = await refusal(anna.sdk.me.buyPackage({ package_id, ...wallet }))
  assert.equal([error.code, error.status], ['insufficient_funds', 402])
  const bySale = admin.clients.sellPackage(anna.id, { package_id, ...wallet })
  assert.is(await codeOf(bySale), 'insufficient_funds')
  assert.is(await balance(anna), 999_999)
  assert.is((await lines(anna)).length, 1)
  assert.equal(await anna.sdk.me.packages().toArray(), [])
  const told = await sql(
    `select id from events where type = 'package.purchased' and payload -> 'object' ->> 'client_id' = $1`,
    [String(anna.id)],
  )
  assert.is(told.length, 0)
})

test('only the desk takes cash, and a card is paid through a payment', async () => {
  const anna = await client()
  const package_id = await offer()
  for (const method of ['on_site', 'card'] as const)
    assert.is(
      await complaint(anna.sdk.me.buyPackage({ package_id, payment: { method } })),
      UNAVAILABLE,
    )
  const card = { package_id, payment: { method: 'card' as const } }
  assert.is(await complaint(admin.clients.sellPackage(anna.id, card)), UNAVAILABLE)
})

test('what is not on sale is not sold', async () => {
  const anna = await client(10_000_000)
  const stranger = await makeClinic(server)
  const foreign = await stranger.admin.servicePackages.create({
    name: 'Чужой',
    service_id: stranger.serviceId,
    visits: 1,
    price: 1,
  })
  const unknown = 'unknown_reference /package_id not_found'
  const buy = (package_id: number) => anna.sdk.me.buyPackage({ package_id, ...wallet })
  assert.is(await complaint(buy(foreign.id)), unknown)
  assert.is(await complaint(buy(2_000_000_000)), unknown)
  const archived = await offer()
  await admin.servicePackages.archive(archived)
  assert.is(await codeOf(buy(archived)), 'archived')
  assert.is(
    await codeOf(admin.clients.sellPackage(anna.id, { package_id: archived, ...onSite })),
    'archived',
  )
  const service = await admin.services.create({ name: 'Старая', duration_min: 30, price: 1 })
  const ofArchived = await offer({ service_id: service.id })
  await admin.services.archive(service.id)
  assert.is(await codeOf(buy(ofArchived)), 'archived')
  await admin.servicePackages.restore(archived)
  assert.is((await buy(archived)).visits_left, 5)
})

test('nothing is sold to somebody who is not there', async () => {
  const stranger = await makeClinic(server)
  const { id } = await stranger.admin.clients.create({ first_name: 'Чужая' })
  const draft = { package_id: await offer(), ...onSite }
  assert.is(await codeOf(admin.clients.sellPackage(id, draft)), 'not_found')
  assert.is(await codeOf(Promise.resolve(admin.clients.packages(id))), 'not_found')
  const { id: erased } = await admin.clients.create({ first_name: 'Анна' })
  await admin.clients.erase(erased)
  assert.is(await codeOf(admin.clients.sellPackage(erased, draft)), 'not_found')
})

test('a repeated request buys once', async () => {
  const anna = await client(3_000_000)
  const package_id = await offer()
  const options = { idempotencyKey: 'the-same' }
  const all = await Promise.all(
    Array.from({ length: 5 }, () => anna.sdk.me.buyPackage({ package_id, ...wallet }, options)),
  )
  assert.is(new Set(all.map(({ id }) => id)).size, 1)
  assert.is(await balance(anna), 2_000_000)
  const [kept] = await sql<{ keep: boolean }>(
    `select keep from idempotency_keys where key = 'the-same'`,
  )
  assert.ok(kept?.keep, 'for ever')
})

test('of twenty purchases at once there are as many as the balance covers', async () => {
  const anna = await client(3_500_000)
  const package_id = await offer()
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) =>
      n % 2
        ? anna.sdk.me.buyPackage({ package_id, ...wallet })
        : admin.clients.sellPackage(anna.id, { package_id, ...wallet }),
    ),
  )
  assert.is(outcomes.filter(({ status }) => status === 'fulfilled').length, 3)
  assert.is(await balance(anna), 500_000)
  assert.is((await anna.sdk.me.packages().toArray()).length, 3)
})

test('a package that costs nothing moves no money', async () => {
  const anna = await client()
  const mine = await anna.sdk.me.buyPackage({ package_id: await offer({ price: 0 }), ...wallet })
  assert.equal([mine.price_paid.amount, mine.usable], [0, true])
  assert.equal(await lines(anna), [])
})

test('packages are listed newest first, in the client’s language, each with whether it is usable', async () => {
  const anna = await client()
  const translations = { en: { name: '5 for the price of 4' } }
  const first = await bought(anna, { translations })
  const second = await bought(anna, { valid_days: 1 })
  await sql(`update client_packages set expires_at = now() - interval '1 second' where id = $1`, [
    second.id,
  ])
  const own = await anna.sdk.me.packages().toArray()
  assert.equal(
    own.map(({ id, usable }) => [id, usable]),
    [
      [second.id, false],
      [first.id, true],
    ],
  )
  const { data, has_more } = await admin.clients.packages(anna.id, { limit: 1 })
  assert.equal([data[0]?.id, has_more], [second.id, true])
  const english = createClient({ accessToken: anna.token, baseUrl: server.url, locale: 'en' })
  assert.is((await english.me.packages().toArray())[1]?.name, '5 for the price of 4')
})

test('a specialist sees the packages of their own clients', async () => {
  const anna = await client()
  await bought(anna)
  const specialist = await memberOf(server, clinic, 'specialist', clinic.specialistIds[0])
  const seen = () => specialist.sdk.clients.packages(anna.id).toArray()
  assert.is(await codeOf(seen()), 'not_found')
  const starts = { ...counter.free(), specialist_id: clinic.specialistIds[0] ?? 0 }
  await admin.appointments.create({ ...starts, client: { id: anna.id } })
  assert.is((await seen()).length, 1)
})

test('wrong fields are refused by their names, in the caller’s language', async () => {
  const anna = await client()
  const ask = async (body: unknown, locale: string) => {
    const { json } = await server.http('POST', `/v1/clients/${anna.id}/packages`, {
      credential: clinic.secret,
      headers: { 'accept-language': locale },
      body,
    })
    return JSON.stringify([json['code'], json['errors']])
  }
  const barter = { package_id: 1, payment: { method: 'barter' } }
  assert.is(
    await ask(barter, 'ru'),
    '["invalid_request",[{"pointer":"/payment/method","code":"not_allowed","detail":"Недопустимое значение (on_site, wallet, card)"}]]',
  )
  assert.match(await ask(barter, 'en'), 'Not an allowed value')
  assert.match(await ask({ package_id: 1.5, ...onSite }, 'en'), '/package_id')
  assert.match(await ask({ payment: { method: 'wallet' } }, 'ru'), 'Обязательное поле')
  assert.match(await ask({ package_id: 1, payment: {} }, 'ru'), '/payment/method')
})

test.run()
