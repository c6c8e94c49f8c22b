import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { encode } from '../dialogue/step.ts'
import { until } from '../test/chat.ts'
import { openStage, signedIn } from '../test/stage.ts'

const stage = await openStage({ specialists: 2, workplaces: 2 })
test.after(stage.close)
const { clinic, api } = stage
await stage.start()

const visitsOf = async (status = 'confirmed') =>
  (await clinic.admin.appointments.list({ sort: '-id' })).data.filter(
    (one) => one.status === status,
  )

test('from /start to the confirmation by taps', async () => {
  const anna = stage.person()
  await anna.says('/start')
  assert.match(anna.last().text, 'Клиника: запись на приём\n\nЗдравствуйте, Анна!')
  await anna.taps(/Записаться/)
  await anna.taps(/^Массаж/)
  await anna.taps('Анна 1')
  await anna.taps(/^Завтра/)
  await anna.taps('10:00')
  assert.match(anna.last().text, /Осталось узнать, кто вы/)
  assert.is(anna.all().at(-1)?.keyboard[0]?.[0]?.request_contact, true)
  await anna.shares('79160010001')
  assert.match(anna.last().text, /Массаж\n.*10:00\nСпециалист: Анна 1/)
  await anna.taps(/оплата на месте/)
  assert.match(anna.last().text, /Вы записаны!/)
  const [visit] = await visitsOf()
  assert.equal([visit?.status, visit?.source], ['confirmed', 'telegram'])
  const client = await clinic.admin.clients.get(visit!.client_id!)
  assert.equal([client.phone, client.telegram_id], ['+79160010001', String(anna.id)])
})

test('the screens take turns in one message, and every press is answered', async () => {
  const anna = stage.person()
  await anna.says('/start')
  const { message_id } = anna.last()
  for (const words of [/Записаться/, /^Массаж/, 'К любому специалисту', /^Завтра/, /Другой день/])
    await anna.taps(words)
  assert.equal(
    anna.all().map((shown) => shown.message_id),
    [message_id],
  )
})

test('in English, in one’s own words', async () => {
  const john = stage.person('en')
  await john.says('/start')
  assert.match(john.last().text, 'Клиника: online booking\n\nHello, Анна!')
  await john.says('массаж tomorrow evening')
  assert.equal(john.buttons().slice(0, 1), ['17:00'])
  await john.taps('17:00')
  await john.shares('+79160010002')
  assert.match(john.last().text, /With: Анна \d\n[^]*To pay: ₽2,500\n[^]*until \d\d:\d\d/)
  await john.taps(/pay on site/)
  assert.match(john.last().text, /You are booked!/)
})

test('по-русски, своими словами', async () => {
  const anna = await signedIn(stage)
  await anna.says('Запишите на масаж послезавтра после 15')
  assert.is(anna.buttons()[0], '15:00')
  await anna.taps('16:30')
  await anna.taps(/оплата на месте/)
  assert.match(anna.last().text, /Вы записаны!\n\nМассаж\n.*16:30/)
})

test('the time is held when it is chosen, and free again when they would rather not', async () => {
  const [anna, vera] = [await signedIn(stage), await signedIn(stage)]
  await anna.says('массаж завтра в 12')
  await anna.taps('12:00')
  await vera.says('массаж завтра в 12')
  await vera.taps('12:00')
  const boris = await signedIn(stage)
  await boris.says('массаж завтра в 12')
  assert.not.ok(boris.buttons().includes('12:00'), 'two specialists, two holds')
  await vera.taps('Не записываться')
  await boris.says('массаж завтра в 12')
  assert.ok(boris.buttons().includes('12:00'))
  await anna.taps('Не записываться')
})

test('two people on one time: one is booked, the other is offered the nearest', async () => {
  const data = encode({
    organizationId: clinic.organizationId,
    step: {
      ...{ screen: 'hold', location: clinic.locationId, service: clinic.serviceId },
      ...{ specialist: clinic.specialistIds[0], minute: Date.parse(clinic.at('11:00')) / 60_000 },
    },
  })
  const pair = await Promise.all([signedIn(stage), signedIn(stage)])
  await Promise.all(pair.map((one) => one.sends(data)))
  const [winner, loser] = pair.sort((a, b) => Number(isHeld(b)) - Number(isHeld(a)))
  assert.equal([isHeld(winner), isHeld(loser)], [true, false])
  assert.match(loser.last().text, /Это время уже заняли. Ближайшее свободное/)
  await winner.taps(/оплата на месте/)
  assert.match(winner.last().text, /Вы записаны!/)
  await loser.taps(/11:30|12:00|10:00/)
  await loser.taps(/оплата на месте/)
  assert.match(loser.last().text, /Вы записаны!/)
})

const isHeld = (chat: { last(): { text: string } }) => /Держим это время/.test(chat.last().text)

test('a bot that is started anew goes on from any button, and nobody notices', async () => {
  const anna = await signedIn(stage)
  await anna.says('массаж завтра в 14')
  await stage.restart()
  await anna.taps('14:00')
  await stage.restart()
  await anna.taps(/оплата на месте/)
  assert.match(anna.last().text, /Вы записаны!/)
})

test('who was asked for the phone before the restart goes on by the button above', async () => {
  const anna = stage.person()
  await anna.says('массаж завтра в 15')
  await anna.taps('15:00')
  await stage.restart()
  await anna.shares('79160010003')
  assert.match(anna.last().text, /Здравствуйте/)
  const asked = anna.all().find(({ text }) => text.startsWith('Осталось узнать'))
  await anna.sends(asked?.buttons[0]?.[0]?.callback_data ?? '', { messageId: asked!.message_id })
  assert.match(asked!.text, /15:00[^]*Держим это время/)
})

test('an update that is delivered ten times at once has one effect', async () => {
  const anna = await signedIn(stage)
  await anna.says('массаж завтра в 16')
  await anna.taps('16:00')
  const before = (await visitsOf()).length
  const button = anna.last().buttons[0]?.[0]?.callback_data ?? ''
  const { message_id } = anna.last()
  const update = {
    update_id: api.nextId(),
    callback_query: {
      ...{ id: 'ten-times', data: button, chat_instance: '1' },
      from: { id: anna.id, is_bot: false, first_name: 'Анна', language_code: 'ru' },
      message: { message_id, date: 1, chat: { id: anna.id, type: 'private' } },
    },
  }
  for (let times = 0; times < 10; times++) api.push(update)
  await until(() => /Вы записаны/.test(anna.last().text), 'it was not booked')
  // And once more to a process that has seen nothing of it.
  await stage.restart()
  const answers = api.calls.filter(({ body }) => body['callback_query_id'] === 'ten-times')
  assert.is(answers.length, 1)
  api.push({ ...update, update_id: api.nextId() })
  await anna.says('/help')
  assert.is((await visitsOf()).length, before + 1)
  assert.is(anna.all().filter(({ text }) => text.includes('Вы записаны')).length, 1)
})

test('a forged, an old or a mutilated button is a polite word and the start', async () => {
  const [anna, vera] = [await signedIn(stage), await signedIn(stage)]
  await vera.says('массаж завтра в 9')
  await vera.taps('09:00')
  await vera.taps(/оплата на месте/)
  const [visit] = await visitsOf()
  const org = clinic.organizationId
  for (const data of [
    'hello',
    '',
    '0:1:h',
    '1:zzz:h',
    `1:${org}:zz`,
    `1:${org}:i:${visit!.id.toString(36)}`,
    `1:${org}:z:${visit!.id.toString(36)}`,
    `visit:${org}:${visit!.id}:cancel`,
    `visit:${org}:${visit!.id}:coming`,
    `1:${org}:b:999:999:0:0:0:0:0`,
    `1:${org}:t:999:1:-1:hzzzzz`,
    `1:${org}:h:1`,
    'x'.repeat(64),
  ]) {
    await anna.sends(data)
    assert.match(anna.last().text, /^Эта кнопка устарела|Выберите|Здравствуйте/, data)
    assert.ok(anna.last().buttons.length > 0)
  }
  assert.is((await clinic.admin.appointments.get(visit!.id)).status, 'confirmed')
})

test('the phone of somebody else signs nobody in', async () => {
  const anna = stage.person()
  await anna.says('массаж послезавтра в 9:30')
  await anna.taps('09:30')
  await anna.shares('79160010001', 4242)
  assert.match(anna.last().text, /Нужен ваш собственный номер/)
  assert.is(
    (await clinic.admin.clients.list({ limit: 100 })).data.filter(
      ({ telegram_id }) => telegram_id === String(anna.id),
    ).length,
    0,
  )
})

test('what is not understood leads on', async () => {
  const anna = stage.person()
  await anna.says('абракадабра')
  assert.match(anna.last().text, /Не понял/)
  await anna.says('/unknown')
  assert.match(anna.last().text, /Я записываю на приём/)
})

test.run()
