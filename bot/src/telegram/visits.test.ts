import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { visitActionData } from '@zapis/sdk/contract'
import { memberOf } from '../../../server/src/test/people.ts'
import type { Chat } from '../test/chat.ts'
import { openStage, signedIn } from '../test/stage.ts'

const stage = await openStage({ specialists: 2, workplaces: 2 })
test.after(stage.close)
const { clinic, server } = stage
await clinic.admin.locations.update(clinic.locationId, { address: 'ул. Арбат, 10', city: 'Москва' })
await stage.start()

let hours = 8
const clientOf = async (chat: Chat) =>
  (await clinic.admin.clients.list({ limit: 100 })).data.find(
    ({ telegram_id }) => telegram_id === String(chat.id),
  )!

/** Signed in, with a visit some weeks ahead. */
async function withVisit() {
  const chat = await signedIn(stage)
  const { id } = await clientOf(chat)
  const visit = await clinic.admin.appointments.create({
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    starts_at: clinic.at(`${String(++hours).padStart(2, '0')}:00`),
    client: { id },
  })
  return { chat, visit, client: id }
}
const now = (id: number) => clinic.admin.appointments.get(id)
const press = (chat: Chat, id: number, action: 'coming' | 'move' | 'cancel' | 'open' | 'repeat') =>
  chat.sends(visitActionData({ organizationId: clinic.organizationId, appointmentId: id, action }))

test('my visits, one of them, its calendar file and its place', async () => {
  const { chat } = await withVisit()
  await chat.says('/visits')
  assert.match(chat.last().text, 'У вас 1 запись:')
  await chat.taps(/Массаж/)
  assert.match(
    chat.last().text,
    /^Массаж\n.*09:00\nСпециалист: Анна \d\nАрбат, ул. Арбат, 10\nК оплате: 2.500.₽$/,
  )
  const map = chat
    .last()
    .buttons.flat()
    .find(({ url }) => url !== undefined)
  assert.match(decodeURIComponent(map?.url ?? ''), /Москва, ул. Арбат, 10/)
  await chat.taps(/В календарь/)
  const file = chat.all().find(({ document }) => document !== null)?.document
  assert.is(file?.name, 'visit.ics')
  assert.match(file?.content ?? '', /BEGIN:VCALENDAR[^]*SUMMARY:Массаж/)
})

test('a visit is moved by taps, after a question', async () => {
  const { chat, visit } = await withVisit()
  await chat.says('мои записи')
  await chat.taps(/Массаж/)
  await chat.taps(/Перенести/)
  assert.match(chat.last().text, /Сейчас: .*10:00/)
  await chat.taps(/^Завтра/)
  await chat.taps('17:00')
  assert.match(chat.last().text, /Перенести с .*10:00\nна .*17:00\?/)
  assert.is((await now(visit.id)).version, visit.version, 'nothing was moved yet')
  await chat.taps('Да, перенести')
  assert.match(chat.last().text, /Запись перенесена[^]*17:00/)
  assert.match((await now(visit.id)).starts_at, /T17:00/)
})

test('a visit is cancelled after a question', async () => {
  const { chat, visit } = await withVisit()
  await chat.says('/visits')
  await chat.taps(/Массаж/)
  await chat.taps(/Отменить/)
  assert.match(chat.last().text, /^Отменить запись\?/)
  await chat.taps('Нет, я приду')
  assert.is((await now(visit.id)).status, 'confirmed')
  await chat.taps(/Отменить/)
  await chat.taps('Да, отменить')
  assert.match(chat.last().text, /Запись отменена/)
  assert.is((await now(visit.id)).status, 'cancelled')
  await chat.says('/visits')
  assert.match(chat.last().text, /Предстоящих записей нет/)
})

test('the last visit again, in two taps', async () => {
  const { chat, visit, client } = await withVisit()
  await chat.says('/start')
  await chat.taps('🔁 Ещё раз: Массаж')
  assert.match(chat.last().text, /^Массаж\n[^]*Держим это время/)
  await chat.taps(/оплата на месте/)
  assert.match(chat.last().text, /Вы записаны!/)
  const { data } = await clinic.admin.appointments.list({ client_id: client })
  assert.is(data.length, 2)
  assert.is(new Set(data.map(({ specialist_id }) => specialist_id)).size, 1, 'the same specialist')
  assert.ok(data.some(({ id }) => id !== visit.id))
})

test('the buttons of a reminder move and cancel as well', async () => {
  const { chat, visit } = await withVisit()
  await press(chat, visit.id, 'move')
  assert.match(chat.last().text, /На какой день перенести\?/)
  await press(chat, visit.id, 'cancel')
  await chat.taps('Да, отменить')
  assert.is((await now(visit.id)).status, 'cancelled')
  await press(chat, visit.id, 'coming')
  assert.match(chat.last().text, /В текущем статусе записи это невозможно/)
})

test('the balance pays for a visit, and for a package whose visits pay for the next', async () => {
  const { id: packageId } = await clinic.admin.servicePackages.create({
    name: 'Пять массажей',
    service_id: clinic.serviceId,
    visits: 5,
    price: 1_000_000,
    valid_days: 90,
  })
  // A new process: the catalogue is asked for anew.
  await stage.restart()
  const chat = await signedIn(stage)
  const { id } = await clientOf(chat)
  await chat.says('/balance')
  assert.match(chat.last().text, /На балансе: 0.₽\nПакетов пока нет/)
  await clinic.admin.clients.addTransaction(id, { type: 'deposit', amount: 1_300_000 })
  await chat.says('массаж послезавтра')
  await chat.taps('10:00')
  await chat.taps(/С баланса \(13.000.₽\)/)
  assert.match(chat.last().text, /Вы записаны![^]*Оплачено/)
  await chat.says('/balance')
  await chat.taps(/Купить пакет/)
  await chat.taps(/Пять массажей/)
  await chat.taps(/С баланса \(10.500.₽\)/)
  assert.match(chat.last().text, /На балансе: 500.₽[^]*Пять массажей: осталось 5 визитов, до/)
  await chat.says('массаж послезавтра')
  await chat.taps('11:30')
  await chat.taps(/Из пакета \(осталось 5 визитов\)/)
  assert.match(chat.last().text, /Вы записаны![^]*Оплачено/)
  const packages = await clinic.admin.clients.packages(id)
  assert.equal(
    packages.data.map(({ package_id, visits_left }) => [package_id, visits_left]),
    [[packageId, 4]],
  )
})

test('the account page’s link signs the chat in, once', async () => {
  const { id } = await clinic.admin.clients.create({
    first_name: 'Вера',
    email: 'vera@clinic.test',
  })
  const { openSession } = await import('../../../server/src/identity/sessions.ts')
  const { access_token } = await openSession(
    server.app,
    { kind: 'client', organizationId: clinic.organizationId, id },
    { session_version: 1, role: null, specialist_id: null },
  )
  const { url } = await server.as(access_token).me.telegramLink()
  const code = new URL(url).searchParams.get('start') ?? ''
  const chat = stage.person()
  await chat.says(`/start ${code}`)
  assert.match(chat.last().text, /Готово: этот чат привязан/)
  assert.is((await clinic.admin.clients.get(id)).telegram_id, String(chat.id))
  const other = stage.person()
  await other.says(`/start ${code}`)
  assert.match(other.last().text, /Ссылка уже использована или устарела/)
})

test('a member of staff comes by the panel’s link, and is told in the chat', async () => {
  const desk = await memberOf(server, clinic, 'reception')
  const { url } = await desk.sdk.notificationPreferences.telegramLink()
  const code = new URL(url).searchParams.get('start') ?? ''
  const olga = stage.person()
  await olga.says(`/start ${code}`)
  assert.match(olga.last().text, /сюда будут приходить ваши уведомления сотрудника/)
  assert.is((await desk.sdk.notificationPreferences.get()).telegram, 'linked')
  const other = stage.person('en')
  await other.says(`/start ${code}`)
  assert.match(other.last().text, /^The link has been used or is too old/)
})

test.run()
