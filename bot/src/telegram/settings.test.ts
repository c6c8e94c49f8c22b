import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { encode } from '../dialogue/step.ts'
import { openStage, signedIn } from '../test/stage.ts'

const stage = await openStage({}, { SMTP_URL: 'smtp://127.0.0.1:9' })
test.after(stage.close)
const { clinic } = stage
await stage.start()

async function known() {
  const chat = await signedIn(stage)
  const { data } = await clinic.admin.clients.list({ search: `7916200${chat.id}` })
  const id = data[0]?.id ?? 0
  await clinic.admin.clients.update(id, { email: `anna${chat.id}@example.com` })
  return { chat, id, preferences: () => clinic.admin.clients.notificationPreferences(id) }
}

test('one chooses the ways, and when not to be disturbed; a way let in again keeps its place', async () => {
  const { chat, id, preferences } = await known()
  await chat.says('/start')
  await chat.taps('⚙️ Настройки')
  const email = `Письмо на anna${chat.id}@example.com`
  assert.equal(chat.buttons(), [
    '✅ Telegram',
    `✅ ${email}`,
    '✅ Напоминать о визитах',
    '✅ Писать после визитов',
    '🌙 Не беспокоить: как решила клиника',
    '🌐 Speak English',
    '🏠 В начало',
  ])
  await chat.taps(`✅ ${email}`)
  await chat.taps(`☐ ${email}`)
  await chat.taps('✅ Telegram')
  await chat.taps('✅ Напоминать о визитах')
  await chat.taps(/Не беспокоить/)
  await chat.taps('с 21:00 до 09:00')
  assert.ok(chat.buttons().includes('🌙 Не беспокоить: с 21:00 до 09:00'))
  const set = await preferences()
  assert.equal(
    [set.channels.map(({ channel, enabled }) => `${channel} ${enabled}`), set.reminders],
    [['telegram false', 'max true', 'webpush true', 'email true', 'whatsapp false'], false],
  )
  assert.equal([set.quiet_from, set.quiet_to], ['21:00', '09:00'])
  await chat.taps(`✅ ${email}`)
  assert.match(chat.last().text, /о визитах мы вам не напишем/)
  await chat.taps(/Не беспокоить/)
  await chat.taps('писать можно всегда')
  assert.ok(chat.buttons().includes('🌙 Не беспокоить: писать можно всегда'))
  await chat.taps(/Не беспокоить/)
  await chat.taps('как решила клиника')
  assert.is((await preferences()).quiet_from, null)
  for (const [screen, setting, value] of [
    ['set', 99, 1],
    ['setQuiet', 0, 99],
  ] as const) {
    const forged = { organizationId: clinic.organizationId, step: { screen, setting, value } }
    await chat.sends(encode(forged))
  }
  assert.is((await preferences()).quiet_from, null)
  assert.is((await clinic.admin.clients.get(id)).locale, 'ru')
})

test('who would rather speak English is spoken and written to so, in their next chat too', async () => {
  const { chat, id } = await known()
  await chat.says('/settings')
  await chat.taps('🌐 Speak English')
  assert.match(chat.last().text, /^Settings/)
  await chat.taps('🏠 Start')
  assert.match(chat.last().text, /^Клиника: online booking/)
  await stage.restart()
  await chat.says('/visits')
  assert.match(chat.last().text, /You have no coming visits/)
  assert.is((await clinic.admin.clients.get(id)).locale, 'en')
  await chat.says('/settings')
  await chat.taps('🌐 По-русски')
  await chat.says('/visits')
  assert.match(chat.last().text, /Предстоящих записей нет/)
})

test('a card without a language takes the messenger’s, and keeps what was chosen', async () => {
  const { id } = await clinic.admin.clients.create({ first_name: 'John', phone: '+79167770001' })
  const john = stage.person('en')
  await john.says('/start')
  await john.shares('79167770001')
  assert.match(john.last().text, /Hello/)
  assert.is((await clinic.admin.clients.get(id)).locale, 'en')
  await clinic.admin.clients.update(id, { locale: 'ru' })
  await john.says('/start')
  assert.match(john.last().text, /Здравствуйте/)
})

test('a stranger is asked who they are before there is anything to set', async () => {
  const anna = stage.person()
  await anna.says('/settings')
  assert.match(anna.last().text, /показать ваши настройки, нужно узнать, кто вы/)
  await anna.shares(`7916300${anna.id}`)
  assert.match(anna.last().text, /^Настройки/)
})

test.run()
