import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { memberOf } from '../test/people.ts'
import { openTelling } from './test/telling.ts'

const stage = await openTelling()
test.after(stage.close)
test.after.each(() => {
  for (const ear of Object.values(stage.ears)) ear.answer = { kind: 'sent' }
  for (const channel of ['telegram', 'email', 'webpush'] as const) stage.said(channel)
})
const { clinic, ears, person, book, tell, short, said } = stage
const gone = { kind: 'gone', error: 'blocked' } as const

test('who has blocked the bot is told by e-mail, and for some days not asked for in Telegram again', async () => {
  const anna = await person({ telegram: '901', email: 'anna@example.com' })
  ears.telegram.answer = gone
  const visit = await book(anna, '10:00')
  await tell()
  assert.equal([said('telegram').length, said('email')], [1, ['Запись подтверждена']])
  assert.equal((await short(anna.id)).slice(0, 1), ['confirmed telegram skipped blocked'])
  await anna.sdk.appointments.cancel(visit.id, {})
  await tell()
  assert.equal([said('telegram'), said('email')], [[], ['Запись отменена']])
})

test('a letter has the calendar file, and of a cancelled visit the one that takes it away', async () => {
  const anna = await person({ email: 'calendar@example.com' })
  const visit = await book(anna, '11:00')
  await tell()
  const booked = ears.email.heard.at(-1)!
  assert.is(booked.calendar?.method, 'PUBLISH')
  assert.match(booked.calendar?.text ?? '', `appointment-${visit.id}@zapis.example`)
  assert.is(booked.unsubscribeUrl, null)
  await anna.sdk.appointments.cancel(visit.id, {})
  await tell()
  const cancelled = ears.email.heard.at(-1)!
  assert.is(cancelled.calendar?.method, 'CANCEL')
  assert.match(cancelled.calendar?.text ?? '', /METHOD:CANCEL[^]*STATUS:CANCELLED/)
})

test('one event is told to one person once; a calendar by e-mail besides for who wants it', async () => {
  const anna = await person({ telegram: '902', email: 'once@example.com' })
  await book(anna, '12:00')
  await tell()
  assert.equal([said('telegram').length, said('email').length], [1, 0])
  await anna.sdk.me.updateNotificationPreferences({ calendar_by_email: true })
  await book(anna, '13:30')
  await tell()
  assert.equal([said('telegram').length, said('email').length], [1, 1])
  // The copy does not count as the message: Telegram is blocked, and the letter is there already.
  ears.telegram.answer = gone
  await book(anna, '15:00')
  await tell()
  assert.equal([said('telegram').length, said('email').length], [1, 1])
})

test('two browsers that are gone at the same moment are one letter', async () => {
  const anna = await person({ email: 'browsers@example.com' })
  for (const name of ['a', 'b'])
    await stage.owner.query(
      `insert into push_subscriptions (organization_id, client_id, endpoint, p256dh, auth) values ($1, $2, $3, 'p', 'a')`,
      [clinic.organizationId, anna.id, `https://fcm.googleapis.com/fcm/send/${name}`],
    )
  ears.webpush.answer = gone
  await book(anna, '10:30')
  await tell()
  assert.equal([said('webpush').length, said('email')], [2, ['Запись подтверждена']])
})

test('one browser of two that has shown it is enough', async () => {
  const anna = await person({ email: 'enough@example.com' })
  for (const name of ['c', 'd'])
    await stage.owner.query(
      `insert into push_subscriptions (organization_id, client_id, endpoint, p256dh, auth) values ($1, $2, $3, 'p', 'a')`,
      [clinic.organizationId, anna.id, `https://fcm.googleapis.com/fcm/send/${name}`],
    )
  let count = 0
  Object.defineProperty(ears.webpush, 'answer', {
    configurable: true,
    get: () => (count++ === 0 ? gone : { kind: 'sent' }),
    set: () => undefined,
  })
  await book(anna, '11:30')
  await tell()
  assert.equal([said('webpush').length, said('email')], [2, []])
  Object.defineProperty(ears.webpush, 'answer', { value: { kind: 'sent' }, writable: true })
})

test('when no channel takes it, the log says so', async () => {
  const anna = await person({ telegram: '903', email: 'nobody@example.com' })
  ears.telegram.answer = gone
  ears.email.answer = { kind: 'failed', error: 'smtp 550' }
  await book(anna, '16:00')
  await tell()
  const told = (await short(anna.id)).filter((line) => line.startsWith('confirmed'))
  assert.equal(told, ['confirmed telegram skipped blocked', 'confirmed email failed smtp 550'])
})

test('the specialist hears of their bookings by e-mail, the desk when it wants to', async () => {
  const specialist = await memberOf(stage.server, clinic, 'specialist', clinic.specialistIds[0])
  const reception = await memberOf(stage.server, clinic, 'reception')
  const { id: specialist_id } = { id: clinic.specialistIds[0] ?? 0 }
  const anna = await person({ name: 'Мария' })
  const at = clinic.at('09:00')
  const visit = {
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    specialist_id,
    starts_at: at,
  }
  const { hold } = await anna.sdk.appointments.book(visit)
  const booked = await anna.sdk.appointments.confirm({ hold })
  await tell()
  assert.equal(said('email'), ['Новая запись'])
  assert.match(ears.email.heard.at(-1)!.body, /Массаж\nАнна 1\nМария/)
  assert.equal(
    await reception.sdk.notificationPreferences.get().then(({ bookings }) => bookings),
    'own',
  )
  await reception.sdk.notificationPreferences.update({ cancellations: 'all' })
  await specialist.sdk.notificationPreferences.update({ cancellations: 'none' })
  await clinic.admin.appointments.cancel(booked.id, { reason: 'Заболел врач' })
  await tell()
  assert.equal(said('email'), ['Запись отменена'])
  assert.match(ears.email.heard.at(-1)!.body, /Причина: Заболел врач$/)
})

test('who speaks with the bot in MAX is told there, and blocked by e-mail', async () => {
  const anna = await person({ email: 'max@example.com' })
  await stage.owner.query(
    `insert into messenger_accounts (organization_id, messenger, account_id, client_id) values ($1, 'max', 501, $2)`,
    [clinic.organizationId, anna.id],
  )
  const byEmail = () => said('email').filter((title) => title === 'Запись подтверждена')
  await book(anna, '15:00')
  await tell()
  assert.equal([said('max'), byEmail()], [['Запись подтверждена'], []])
  assert.is(ears.max.heard.at(-1)?.recipient, '501')
  ears.max.answer = gone
  await book(anna, '16:00')
  await tell()
  assert.equal([said('max').length, byEmail()], [1, ['Запись подтверждена']])
  await book(anna, '17:00')
  await tell()
  assert.equal([said('max'), byEmail()], [[], ['Запись подтверждена']], 'left in peace')
})

test('staff whose Telegram is linked hear of it there; blocked or unlinked, by e-mail', async () => {
  const [, specialistId = 0] = clinic.specialistIds
  const olga = await memberOf(stage.server, clinic, 'specialist', specialistId)
  const link = () =>
    stage.owner.query('update staff set telegram_id = 901 where id = $1', [olga.id])
  const isLinked = async () => (await olga.sdk.notificationPreferences.get()).telegram
  const happen = async (time: string) => {
    const anna = await person({ name: 'Мария' })
    const visit = { specialist_id: specialistId, service_id: clinic.serviceId }
    const where = { location_id: clinic.locationId, starts_at: clinic.at(time) }
    const { hold } = await anna.sdk.appointments.book({ ...visit, ...where })
    await anna.sdk.appointments.confirm({ hold })
  }
  await link()
  await happen('09:00')
  await tell()
  const parcel = ears.telegram.heard.at(-1)!
  assert.equal([said('telegram'), said('email')], [['Новая запись'], []])
  assert.equal([parcel.recipient, parcel.url], ['901', 'https://zapis.example/admin'])

  ears.telegram.answer = { kind: 'gone', error: 'blocked' }
  await happen('10:00')
  await tell()
  assert.equal([said('telegram'), said('email')], [['Новая запись'], ['Новая запись']])
  assert.is(await isLinked(), 'unlinked', 'a new link is made in the panel')

  ears.telegram.answer = { kind: 'sent' }
  await link()
  await happen('11:00')
  await stage.make()
  await olga.sdk.notificationPreferences.unlinkTelegram()
  await stage.by(clinic.at('03:00'), tell)
  assert.equal([said('telegram'), said('email')], [[], ['Новая запись']], 'as it is when it is due')
  assert.is(ears.email.heard.at(-1)?.isSilent, true, 'at night, without a sound')
  const { data } = await clinic.admin.notifications.list({ template: 'staff_booked', limit: 5 })
  assert.equal(
    data.map(({ channel, status, error }) => [channel, status, error]),
    [
      ['email', 'sent', null],
      ['telegram', 'skipped', 'rerouted'],
      ['email', 'sent', null],
      ['telegram', 'skipped', 'blocked'],
      ['telegram', 'sent', null],
    ],
  )
})

test.run()
