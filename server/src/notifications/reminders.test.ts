import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from '../availability/dates.ts'
import { before, openTelling } from './test/telling.ts'

const stage = await openTelling()
test.after(stage.close)
test.after.each(() => {
  for (const ear of Object.values(stage.ears)) ear.answer = { kind: 'sent' }
  for (const channel of ['telegram', 'email', 'webpush'] as const) stage.said(channel)
})
const { clinic, ears, person, book, tell, at, short, said } = stage
let numbers = 500
const telegram = () => String(++numbers)

test('a visit is confirmed at once, and reminded of a day and two hours before', async () => {
  const anna = await person({ telegram: telegram() })
  const visit = await book(anna, '12:00')
  await tell()
  assert.equal(said('telegram'), ['Запись подтверждена'])
  const { send_at: day } = (await stage.log(anna.id))[1]!
  assert.is(day.getTime(), before(visit.starts_at, 24).getTime())
  await at(before(visit.starts_at, 24), anna)
  assert.equal(said('telegram'), ['Напоминание о визите'])
  await at(before(visit.starts_at, 2), anna)
  const parcel = ears.telegram.heard.at(-1)!
  assert.equal(said('telegram'), ['Скоро ваш визит'])
  assert.match(parcel.body, /12:00\nМассаж, Анна \d\nул. Арбат, 10\nЖдём вас!$/)
  assert.is(parcel.url, `https://zapis.example/manage/${visit.code}`)
  assert.equal(
    parcel.actions.map(({ text, data }) => [text, data.split(':').at(-1)]),
    [
      ['Приду', 'coming'],
      ['Перенести', 'move'],
      ['Отменить', 'cancel'],
    ],
  )
  await at(before(visit.starts_at, -1), anna)
  assert.equal(said('telegram'), [])
})

test('a moved visit is reminded of at its new time, and never at the old one', async () => {
  const anna = await person({ telegram: telegram() })
  const visit = await book(anna, '12:00')
  await tell()
  const later = clinic.at('15:00', addDays(clinic.day, 1))
  await anna.sdk.appointments.reschedule(visit.id, { starts_at: later })
  await tell()
  assert.equal(said('telegram'), ['Запись подтверждена', 'Запись перенесена'])
  await at(before(visit.starts_at, 24), anna)
  await at(before(visit.starts_at, 2), anna)
  assert.equal(said('telegram'), [])
  await at(before(later, 24), anna)
  assert.equal(said('telegram'), ['Напоминание о визите'])
  assert.match(ears.telegram.heard.at(-1)!.body, /15:00/)
  await anna.sdk.me.update({ locale: 'en' })
  await at(before(later, 2), anna)
  assert.equal(said('telegram'), ['Your visit is soon'], 'in the language of now')
})

test('a visit that goes over to another specialist or room at its time is reminded of once, with the new one', async () => {
  const anna = await person({ telegram: telegram() })
  const visit = await book(anna, '14:00')
  await tell()
  const otherThan = (ids: number[], own: number | null) => ids.find((id) => id !== own)!
  const specialist_id = otherThan(clinic.specialistIds, visit.specialist_id)
  const workplace_id = otherThan(clinic.workplaceIds, visit.workplace_id)
  const to = { starts_at: visit.starts_at, specialist_id }
  await clinic.admin.appointments.reschedule(visit.id, to)
  await tell()
  await clinic.admin.appointments.reschedule(visit.id, { ...to, workplace_id })
  await tell()
  const planned = await short(anna.id)
  // An event that comes again leaves what it has planned.
  await stage.owner.query(
    'update events set published_at = null, due_at = now() where subject_id = $1',
    [visit.id],
  )
  await tell()
  assert.equal(await short(anna.id), planned)
  said('telegram')
  await at(before(visit.starts_at, 24), anna)
  assert.equal(said('telegram'), ['Напоминание о визите'])
  const { first_name } = await clinic.admin.specialists.get(specialist_id)
  assert.match(ears.telegram.heard.at(-1)!.body, `, ${first_name}`)
  await at(before(visit.starts_at, 2), anna)
  assert.equal(said('telegram'), ['Скоро ваш визит'])
})

test('a visit that was moved or cancelled, of which nobody has heard yet, is not reminded of', async () => {
  const anna = await person({ telegram: telegram() })
  const boris = await person({ telegram: telegram() })
  const visit = await book(anna, '12:00')
  const other = await book(boris, '12:00')
  await tell()
  said('telegram')
  await anna.sdk.appointments.reschedule(visit.id, { starts_at: clinic.at('15:00') })
  await boris.sdk.appointments.cancel(other.id, {})
  // The relay is silent: only what is planned is sent.
  await stage.owner.query(`update events set due_at = 'infinity' where published_at is null`)
  await at(before(visit.starts_at, 24), anna, boris)
  assert.equal(said('telegram'), [])
  for (const { id } of [anna, boris])
    assert.ok((await short(id)).includes('reminder_day telegram skipped outdated'))
  await stage.owner.query(`update events set due_at = now() where published_at is null`)
  await tell()
})

test('a cancelled visit is not reminded of', async () => {
  const anna = await person({ telegram: telegram() })
  const visit = await book(anna, '12:00')
  await tell()
  await anna.sdk.appointments.cancel(visit.id, {})
  await tell()
  assert.equal(said('telegram'), ['Запись подтверждена', 'Запись отменена'])
  await at(before(visit.starts_at, 1), anna)
  assert.equal(said('telegram'), [])
  assert.equal((await short(anna.id)).slice(1, 3), [
    'reminder_day telegram skipped outdated',
    'reminder_hours telegram skipped outdated',
  ])
})

test('a reminder that was due in an outage is sent late, and past the visit not at all', async () => {
  const late = await person({ telegram: telegram() })
  const past = await person({ telegram: telegram() })
  const visit = await book(late, '16:00')
  await book(past, '10:00')
  await tell()
  said('telegram')
  // The worker is back ninety minutes before one visit, and long after the other has begun. Two within the hour are one.
  await at(before(visit.starts_at, 1.5), late, past)
  assert.equal(
    said('telegram').filter((title) => title !== 'Запись подтверждена'),
    ['Скоро ваш визит'],
  )
  assert.equal(await short(late.id), [
    'confirmed telegram sent',
    'reminder_day telegram skipped crowded',
    'reminder_hours telegram sent',
  ])
  assert.equal(await short(past.id), [
    'confirmed telegram sent',
    'reminder_day telegram skipped outdated',
    'reminder_hours telegram skipped outdated',
  ])
})

test('several visits of one day are one reminder', async () => {
  const anna = await person({ telegram: telegram() })
  const first = await book(anna, '10:00')
  await book(anna, '11:30')
  await tell()
  said('telegram')
  await at(before(first.starts_at, 22), anna)
  assert.equal(said('telegram'), ['Напоминание о визите'])
  const { body } = ears.telegram.heard.at(-1)!
  assert.match(body, /2 визита\n10:00 – Массаж, Анна \d\n11:30 – Массаж, Анна \d\nул. Арбат, 10/)
  await at(before(first.starts_at, 0.1), anna)
  await at(before(first.starts_at, 0.1), anna)
  const lines = await short(anna.id)
  assert.is(lines.filter((line) => line === 'reminder_day telegram skipped merged').length, 1)
  assert.is(lines.filter((line) => line === 'reminder_hours telegram skipped merged').length, 1)
})

test('when the visit that leads the day is cancelled, the other is reminded of all the same', async () => {
  const anna = await person({ telegram: telegram() })
  const first = await book(anna, '10:00')
  const second = await book(anna, '11:30')
  await tell()
  await anna.sdk.appointments.cancel(first.id, {})
  await at(before(first.starts_at, 22), anna)
  const told = ears.telegram.heard.filter(({ title }) => title === 'Напоминание о визите').at(-1)!
  assert.match(told.body, /11:30/)
  assert.is(told.url, `https://zapis.example/manage/${second.code}`)
})

test('visits that are hours apart have each its reminder of two hours before', async () => {
  const anna = await person({ telegram: telegram() })
  const first = await book(anna, '10:00')
  const second = await book(anna, '16:00')
  await tell()
  await at(before(first.starts_at, 22), anna)
  said('telegram')
  await at(before(first.starts_at, 1.9), anna)
  assert.equal(said('telegram'), ['Скоро ваш визит'])
  await at(before(second.starts_at, 2), anna)
  assert.equal(said('telegram'), ['Скоро ваш визит'])
})

test('a message that may wait is not sent at night, and comes in the morning', async () => {
  const anna = await person({ telegram: telegram() })
  const visit = await book(anna, '17:00')
  await tell()
  said('telegram')
  const night = clinic.at('23:30', addDays(clinic.day, -1))
  await at(night, anna)
  assert.equal(said('telegram'), [])
  const [, waiting] = await stage.log(anna.id)
  assert.is(waiting?.status, 'pending')
  await at(before(visit.starts_at, 8), anna)
  assert.equal(said('telegram'), ['Напоминание о визите'])
})

test('what is asked for is answered at night too', async () => {
  const anna = await person({ telegram: telegram() })
  await book(anna, '13:00')
  await stage.by(clinic.at('02:00', addDays(clinic.day, -3)), tell)
  assert.equal(said('telegram'), ['Запись подтверждена'])
})

test('a reminder goes where the client is reached when it is due', async () => {
  const anna = await person()
  const visit = await book(anna, '12:30')
  await tell()
  assert.equal(await short(anna.id), [
    'reminder_day webpush pending',
    'reminder_hours webpush pending',
  ])
  await stage.owner.query('update clients set email = $2 where id = $1', [
    anna.id,
    'later@example.com',
  ])
  await at(before(visit.starts_at, 24), anna)
  assert.equal(said('email'), ['Напоминание о визите'])
  await stage.owner.query('update clients set telegram_id = 77 where id = $1', [anna.id])
  await at(before(visit.starts_at, 2), anna)
  assert.equal(said('telegram'), ['Скоро ваш визит'])
  assert.equal(said('email'), [])
  assert.ok((await short(anna.id)).includes('reminder_hours webpush skipped rerouted'))
})

test('who wants no reminders gets none, and hears of changes as before', async () => {
  const anna = await person({ telegram: telegram() })
  const visit = await book(anna, '12:30')
  await tell()
  await anna.sdk.me.updateNotificationPreferences({ reminders: false })
  await at(before(visit.starts_at, 2), anna)
  assert.equal(said('telegram'), ['Запись подтверждена'])
  await anna.sdk.appointments.cancel(visit.id, {}).catch(() => undefined)
  assert.ok((await short(anna.id)).includes('reminder_day telegram skipped unwanted'))
})

test('after the visit the clinic thanks, once a day', async () => {
  const rules = [{ template: 'thanks' as const, enabled: true }]
  await clinic.admin.notificationRules.put({ rules })
  const anna = await person({ telegram: telegram() })
  const visits = [await book(anna, '10:00'), await book(anna, '12:00')]
  await tell()
  for (const { id } of visits) {
    await clinic.admin.appointments.arrive(id)
    await clinic.admin.appointments.complete(id)
  }
  await tell()
  await at(before(visits[1]!.ends_at, -3), anna)
  await at(before(visits[1]!.ends_at, -3), anna)
  assert.is(said('telegram').filter((title) => title === 'Спасибо, что были у нас').length, 1)
  assert.match(ears.telegram.heard.at(-1)!.body, /^Анна, надеемся/)
  assert.ok((await short(anna.id)).includes('thanks telegram skipped told_lately'))
  await clinic.admin.notificationRules.put({ rules: [] })
})

test.run()
