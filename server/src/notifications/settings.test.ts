import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { memberOf } from '../test/people.ts'
import { makeClinic } from '../test/clinic.ts'
import { codeOf, complaint } from '../test/refusal.ts'
import { before, openTelling } from './test/telling.ts'

const stage = await openTelling()
test.after(stage.close)
const { clinic, ears, person, book, tell, short } = stage
const { admin } = clinic

test('a clinic that has set nothing has the rules that the program comes with', async () => {
  const { rules, ...common } = await admin.notificationRules.get()
  assert.equal(common, {
    quiet_from: '22:00',
    quiet_to: '08:00',
    shows_service: false,
    review_url: null,
    version: 1,
  })
  const day = rules.find(({ template }) => template === 'reminder_day')
  assert.equal(day, {
    template: 'reminder_day',
    service_id: null,
    enabled: true,
    offset_min: 1440,
    channels: ['telegram', 'max', 'webpush', 'email', 'whatsapp'],
    is_default: true,
    blocked_by: null,
  })
  assert.ok(rules.every(({ is_default }) => is_default))
})

test('what is set is kept, for all services and for one; what is sent back as it was read is no change', async () => {
  const { serviceId } = clinic
  const changed = await admin.notificationRules.put({
    quiet_from: '21:00',
    quiet_to: '09:00',
    rules: [
      { template: 'reminder_day', offset_min: 2880 },
      { template: 'reminder_day', service_id: serviceId, enabled: false },
      { template: 'confirmed', channels: ['email'] },
      { template: 'moved', enabled: true, offset_min: 0 },
    ],
  })
  const shown = changed.rules
    .filter(({ is_default }) => !is_default)
    .map(({ template, service_id, enabled, offset_min }) => [
      template,
      service_id,
      enabled,
      offset_min,
    ])
  assert.equal(shown, [
    ['confirmed', null, true, 0],
    ['reminder_day', null, true, 2880],
    ['reminder_day', serviceId, false, 2880],
  ])
  const { version: _version, ...whole } = changed
  const again = await admin.notificationRules.put({
    ...whole,
    rules: whole.rules.map(({ is_default: _is, blocked_by: _by, ...rule }) => rule),
  })
  assert.equal(again.rules, changed.rules)
  assert.equal([again.quiet_from, again.quiet_to], ['21:00', '09:00'])
  await admin.notificationRules.put({ quiet_from: '22:00', quiet_to: '08:00', rules: [] })
})

test('wrong settings are refused by their names', async () => {
  const stranger = await makeClinic(stage.server)
  const put = (body: Parameters<typeof admin.notificationRules.put>[0]) =>
    complaint(admin.notificationRules.put(body))
  const twice = { template: 'thanks', enabled: true } as const
  assert.is(await put({ rules: [twice, twice] }), 'invalid_data /rules invalid')
  const ofPackage = { template: 'package_low' as const, service_id: stranger.serviceId }
  assert.is(
    await put({ rules: [ofPackage] }),
    'invalid_data /rules/0/service_id not_allowed',
    'a package is of no visit',
  )
  const foreign = { ...twice, service_id: stranger.serviceId }
  assert.is(await put({ rules: [foreign] }), 'unknown_reference /rules not_found')
  assert.is(await put({ quiet_to: '24:00', rules: [] }), 'invalid_data /quiet_to invalid')
  const noChannel = { ...twice, channels: [] }
  assert.is(await put({ rules: [noChannel] }), 'invalid_request /rules/0/channels too_small')
  const reception = await memberOf(stage.server, clinic, 'reception')
  assert.is(await codeOf(reception.sdk.notificationRules.get()), 'forbidden')
})

test('a rule that is switched off after the booking holds for what is due then', async () => {
  const anna = await person({ telegram: '801' })
  const visit = await book(anna, '12:00')
  await tell()
  await admin.notificationRules.put({ rules: [{ template: 'reminder_day', enabled: false }] })
  await stage.at(before(visit.starts_at, 24), anna)
  assert.ok((await short(anna.id)).includes('reminder_day telegram skipped switched_off'))
  await admin.notificationRules.put({ rules: [] })
})

test('the clinic’s own words are said, also in the other language, until they are taken back', async () => {
  const text = { template: 'confirmed', locale: 'ru' } as const
  const made = await admin.notificationTexts.put({
    ...text,
    title: 'Ждём вас, {name}!',
    body: '{when}\nКабинет скажем на месте',
  })
  assert.is(made.is_default, false)
  const anna = await person({ telegram: '802', name: 'Анна' })
  await book(anna, '13:00')
  await tell()
  assert.is(ears.telegram.heard.at(-1)?.title, 'Ждём вас, Анна!')
  assert.match(ears.telegram.heard.at(-1)?.body ?? '', /13:00\nКабинет скажем на месте$/)
  await anna.sdk.me.update({ locale: 'en' })
  await book(anna, '14:30')
  await tell()
  assert.is(ears.telegram.heard.at(-1)?.title, 'Booking confirmed')
  const reset = await admin.notificationTexts.reset(text)
  assert.equal([reset.title, reset.is_default], ['Запись подтверждена', true])
  const { data } = await admin.notificationTexts.list()
  assert.is(data.length, 26)
  assert.ok(data.every(({ is_default }) => is_default))
})

test('a preview shows a text as people read it, and as a locked phone does', async () => {
  const shown = await admin.notificationTexts.preview({
    template: 'confirmed',
    locale: 'ru',
    title: '{name}, вы записаны',
    body: '{when}\n{service} – {specialist}',
  })
  assert.is(shown.title, 'Анна, вы записаны')
  assert.match(shown.body, /12 января.*10:30\nМассаж спины – Ольга Смирнова$/)
  assert.is(shown.push.title, 'Запись подтверждена')
  assert.not.match(shown.push.body, 'Массаж')
})

test('an unknown placeholder is named', async () => {
  const ask = async (locale: string) =>
    stage.server.http('POST', '/v1/notification-texts/preview', {
      credential: clinic.secret,
      headers: { 'accept-language': locale },
      body: { template: 'confirmed', locale: 'ru', title: '{wen}', body: '{when} {client}' },
    })
  const { status, json } = await ask('ru')
  assert.is(status, 422)
  assert.is(json['code'], 'unknown_placeholder')
  assert.equal(json['unknown'], ['wen', 'client'])
  assert.equal(json['errors'], [
    { pointer: '/title', code: 'not_allowed', detail: '{wen}' },
    { pointer: '/body', code: 'not_allowed', detail: '{client}' },
  ])
  assert.match(String(json['detail']), 'подстановка')
  assert.match(String((await ask('en')).json['detail']), 'placeholder')
  const put = { template: 'confirmed', locale: 'ru', title: 'a', body: '{}' } as const
  assert.is(await codeOf(admin.notificationTexts.put(put)), 'unknown_placeholder')
})

test('a client says how to be told, and the desk at their word', async () => {
  const anna = await person({ telegram: '803', email: 'how@example.com' })
  const first = await anna.sdk.me.notificationPreferences()
  assert.equal(
    [first.channels, first.quiet_from, first.reminders, first.marketing, first.version],
    [[], null, true, false, 1],
  )
  assert.equal(
    first.available,
    ['webpush', 'telegram', 'max', 'email'],
    'the clinic has no WhatsApp',
  )
  await anna.sdk.me.updateNotificationPreferences({
    channels: [{ channel: 'telegram', enabled: false }],
    quiet_from: '20:00',
    quiet_to: '10:00',
  })
  await book(anna, '15:00')
  await tell()
  assert.equal((await short(anna.id)).slice(0, 1), ['confirmed email sent'])
  const desk = await memberOf(stage.server, clinic, 'reception')
  const { version, ...seen } = await desk.sdk.clients.notificationPreferences(anna.id)
  assert.equal([seen.quiet_from, seen.channels.length], ['20:00', 1])
  const changed = await desk.sdk.clients.updateNotificationPreferences(anna.id, { channels: [] })
  assert.is(changed.version, version + 1)
  const twice = { channel: 'email', enabled: true } as const
  const refused = anna.sdk.me.updateNotificationPreferences({ channels: [twice, twice] })
  assert.is(await complaint(refused), 'invalid_data /channels/1/channel invalid')
  const half = anna.sdk.me.updateNotificationPreferences({ quiet_from: null })
  assert.is(await complaint(half), 'invalid_data /quiet_to invalid')
})

test('the log tells what was told to whom, in pages, without the address', async () => {
  const anna = await person({ email: 'anna.log@example.com' })
  const visit = await book(anna, '16:00')
  await tell()
  const { data } = await admin.notifications.list({ client_id: anna.id, template: 'confirmed' })
  assert.is(data.length, 1)
  const [line] = data
  assert.equal(
    [line?.status, line?.channel, line?.recipient, line?.appointment_id, line?.attempts],
    ['sent', 'email', 'a…@example.com', visit.id, 1],
  )
  const pending = await admin.notifications
    .list({ appointment_id: visit.id, status: 'pending', limit: 1 })
    .toArray()
  assert.equal(
    pending.map(({ template }) => template),
    ['reminder_hours', 'reminder_day'],
  )
  const own = await anna.sdk.me.notifications()
  assert.equal(
    own.data.map(({ title, status }) => [title, status]),
    [
      ['Скоро ваш визит', 'pending'],
      ['Напоминание о визите', 'pending'],
      ['Запись подтверждена', 'sent'],
    ],
  )
  const stranger = await makeClinic(stage.server)
  assert.equal((await stranger.admin.notifications.list()).data, [])
  assert.is(await codeOf(stranger.admin.notifications.get(line?.id ?? 0)), 'not_found')
})

test('the desk sends a message again, as another one, and only while it is true', async () => {
  const anna = await person({ telegram: '804' })
  const visit = await book(anna, '17:00')
  await tell()
  const [line] = (await admin.notifications.list({ client_id: anna.id, status: 'sent' })).data
  const first = ears.telegram.heard.at(-1)!
  const again = await admin.notifications.resend(line!.id)
  assert.equal([again.status, again.round], ['pending', 1])
  assert.is(await codeOf(admin.notifications.resend(line!.id)), 'invalid_transition')
  await tell()
  const second = ears.telegram.heard.at(-1)!
  assert.is(second.title, first.title)
  assert.is.not(second.key, first.key)
  await anna.sdk.appointments.cancel(visit.id, {})
  await admin.notifications.resend(line!.id)
  await tell()
  const after = await admin.notifications.get(line!.id)
  assert.equal([after.status, after.error, after.round], ['skipped', 'outdated', 2])
  const { data } = await admin.auditLog.list({ subject: `notification:${line!.id}` })
  assert.is(data.length, 2)
})

test('of an erased client nothing is left to tell, nor how', async () => {
  const anna = await person({ telegram: '805' })
  const visit = await book(anna, '10:00')
  await tell()
  await anna.sdk.me.updateNotificationPreferences({ reminders: true })
  await anna.sdk.appointments.cancel(visit.id, {})
  await admin.clients.erase(anna.id)
  await tell()
  const { data } = await admin.notifications.list({ client_id: anna.id })
  assert.ok(data.every(({ recipient, status }) => recipient === '…' && status !== 'pending'))
  assert.is(await codeOf(admin.notifications.resend(data[0]!.id)), 'invalid_transition')
  assert.is(await codeOf(admin.clients.notificationPreferences(anna.id)), 'not_found')
})

test.run()
