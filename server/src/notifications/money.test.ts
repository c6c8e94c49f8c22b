import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { before, openTelling } from './test/telling.ts'

const stage = await openTelling()
test.after(stage.close)
test.after.each(() => {
  stage.said('telegram')
})
const { clinic, ears, person, book, tell, said, short } = stage
const { admin } = clinic
const noon = `${new Date().toISOString().slice(0, 10)}T12:00:00+03:00`
const pack = await admin.servicePackages.create({
  name: 'Два массажа',
  service_id: clinic.serviceId,
  visits: 2,
  price: 400_000,
  valid_days: 90,
})
const onSite = { payment: { method: 'on_site' as const } }
let numbers = 700

async function withPackage() {
  const anna = await person({ telegram: String(++numbers) })
  const bought = await admin.clients.sellPackage(anna.id, { package_id: pack.id, ...onSite })
  return { ...anna, bought }
}

const byPackage = async ({ sdk }: Awaited<ReturnType<typeof withPackage>>, time: string) => {
  const { hold } = await sdk.appointments.book({
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    starts_at: clinic.at(time),
  })
  return sdk.appointments.confirm({ hold, payment: { method: 'package' } })
}

test('who has one visit of a package left is told so, and not when it comes back', async () => {
  const anna = await withPackage()
  const visit = await byPackage(anna, '10:00')
  await stage.by(noon, tell)
  const { title, body } = ears.telegram.heard.find((parcel) => parcel.title.startsWith('Пакет'))!
  assert.equal([title, body], ['Пакет заканчивается', 'Два массажа\nОстался 1 визит'])
  await byPackage(anna, '12:00')
  await anna.sdk.appointments.cancel(visit.id, {})
  await stage.by(noon, tell)
  assert.match(
    ears.telegram.heard.filter((parcel) => parcel.title.startsWith('Пакет')).at(-1)!.body,
    'Остался 1 визит',
  )
})

test('a package that ends in two weeks is spoken of while visits are left', async () => {
  const anna = await withPackage()
  await tell()
  // At noon: the hour of the purchase may be in the quiet hours.
  const date = before(anna.bought.expires_at ?? '', 13 * 24)
    .toISOString()
    .slice(0, 10)
  await stage.at(`${date}T12:00:00+03:00`, anna)
  const ending = ears.telegram.heard.filter(
    ({ title }) => title === 'Пакет скоро перестанет действовать',
  )
  assert.match(
    ending.at(-1)?.body ?? '',
    /^Два массажа\nДействует по \d+ [а-я]+\nОсталось 2 визита$/,
  )
})

test('who gets money on their balance hears of it; what a visit costs is no news', async () => {
  const anna = await person({ telegram: String(++numbers) })
  await admin.clients.addTransaction(anna.id, {
    type: 'deposit',
    amount: 500_000,
    reason: 'Пополнение',
  })
  await stage.by(noon, tell)
  const { title, body } = ears.telegram.heard.at(-1)!
  assert.is(title, 'Баланс изменился')
  assert.is(body.replace(/\s/g, ' '), 'Пополнение: 5 000 ₽ Теперь на балансе 5 000 ₽')
  said('telegram')
  const { hold } = await anna.sdk.appointments.book({
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    starts_at: clinic.at('15:00'),
  })
  await anna.sdk.appointments.confirm({ hold, payment: { method: 'wallet' } })
  await stage.by(noon, tell)
  assert.equal(said('telegram'), ['Запись подтверждена'])
})

test('who buys a package from their balance hears what it cost and what is left', async () => {
  const anna = await person({ telegram: String(++numbers) })
  await admin.clients.addTransaction(anna.id, { type: 'deposit', amount: 500_000, reason: 'Касса' })
  await stage.by(noon, tell)
  said('telegram')
  await anna.sdk.me.buyPackage({ package_id: pack.id, payment: { method: 'wallet' } })
  await stage.by(noon, tell)
  assert.equal(said('telegram'), ['Баланс изменился'])
  assert.is(
    ears.telegram.heard.at(-1)!.body.replace(/\s/g, ' '),
    'Оплата: -4 000 ₽ Теперь на балансе 1 000 ₽',
  )
})

test('a balance that changes at night waits for the morning', async () => {
  const anna = await person({ telegram: String(++numbers) })
  await admin.clients.addTransaction(anna.id, { type: 'deposit', amount: 100, reason: 'Ночь' })
  await stage.by(noon.replace('T12', 'T23'), tell)
  assert.equal(await short(anna.id), ['balance telegram pending'])
  await book(anna, '16:00')
  await stage.by(noon.replace('T12', 'T23'), tell)
  assert.equal(said('telegram'), ['Запись подтверждена'])
})

test.run()
