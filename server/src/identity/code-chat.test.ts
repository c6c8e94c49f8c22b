import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { BOT_TOKEN, startBotApi } from '../notifications/test/bot-api.ts'
import { startMaxApi } from '../notifications/test/max-api.ts'
import { eventually } from '../outbox/test/app.ts'
import { startServer } from '../test/server.ts'
import { signedByTelegram, telegramUser } from './test/telegram.ts'

const [telegram, max] = [await startBotApi(), await startMaxApi()]
const server = await startServer({
  TELEGRAM_BOT_TOKEN: BOT_TOKEN,
  TELEGRAM_API_ROOT: telegram.url,
  MAX_BOT_TOKEN: max.token,
  MAX_API_ROOT: max.url,
})
test.after(async () => {
  await server.close()
  await Promise.all([telegram.close(), max.close()])
})
const home = await server.found()
const site = server.as(home.publishable)

/** Somebody whose account has shared this phone. */
async function linked(id: number, phone: string, messenger: 'telegram' | 'max') {
  const by = messenger === 'max' ? max.token : BOT_TOKEN
  const contact = JSON.stringify({ user_id: id, phone_number: phone })
  const { access_token } = await site.auth.telegram({
    init_data: signedByTelegram(by, { user: telegramUser(id) }),
    contact: signedByTelegram(by, { contact }),
    messenger,
  })
  return (await server.as(access_token).me.get()).id
}

const codeIn = (text: string | undefined) => /\b\d{6}\b/.exec(text ?? '')?.[0] ?? ''

async function enter(phone: string, code: string): Promise<number> {
  const { access_token } = await site.auth.token({ phone, code })
  return (await server.as(access_token).me.get()).id
}

test('the code to a phone comes in the chat that its client has linked, in their site’s language', async () => {
  const id = await linked(901, '+79160000901', 'telegram')
  const answer = await site.auth.code({ phone: '8 916 000-09-01' })
  await eventually(() => telegram.toldTo('901')[0])
  const [told] = telegram.toldTo('901')
  assert.match(told?.text ?? '', /Никому его не сообщайте/)
  assert.is(await enter('+79160000901', codeIn(told?.text)), id)
  // A phone that nobody has linked is answered the same.
  const unknown = await site.auth.code({ phone: '+79160000999' })
  assert.equal({ ...unknown }, { ...answer })
  assert.is(telegram.told.length, 1)
})

test('where the bot was blocked, MAX is tried', async () => {
  const id = await linked(902, '+79160000902', 'telegram')
  telegram.mood.set('902', 'blocked')
  assert.is(await linked(903, '+79160000902', 'max'), id)
  await site.auth.code({ phone: '+79160000902' })
  const told = await eventually(() => max.written.find(({ user }) => user === '903'))
  assert.is(await enter('+79160000902', codeIn(told.text)), id)
})

test('another clinic’s client of the same phone is told nothing', async () => {
  await linked(904, '+79160000904', 'telegram')
  const other = await server.found()
  await server.as(other.publishable).auth.code({ phone: '+79160000904' })
  await site.auth.code({ phone: '+79160000904' })
  await eventually(() => telegram.toldTo('904')[0])
  assert.is(telegram.toldTo('904').length, 1)
})

test.run()
