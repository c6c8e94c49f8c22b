import { pino } from 'pino'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic } from '../../../server/src/test/clinic.ts'
import { startServer } from '../../../server/src/test/server.ts'
import { readConfig } from '../config.ts'
import { runProgram } from '../program.ts'
import { startBotApi } from '../test/bot-api.ts'
import { chatOf } from '../test/chat.ts'
import { token } from '../test/stage.ts'

const own = '7000000002:AAH-the-own-bot-of-a-clinic_012345678'
const shared = await startBotApi(token)
const server = await startServer({
  TELEGRAM_BOT_TOKEN: token,
  TELEGRAM_API_ROOT: shared.url,
})
const [one, two] = [await makeClinic(server), await makeClinic(server)]
const nameOf = (name: string) => ({ name })
await server.as(one.secret).organization.update(nameOf('Арбат'))
await server.as(two.secret).organization.update(nameOf('Плотинка'))
const program = await runProgram(
  readConfig({
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: shared.url,
    BOT_API_KEYS: `${one.publishable}, ${two.publishable}`,
    API_URL: server.url,
    PUBLIC_URL: 'http://localhost:1',
  }),
  pino({ level: 'silent' }),
  new AbortController().signal,
)
test.after(async () => {
  await program.stop()
  await server.close()
  await shared.close()
})

test('a bot of several clinics asks which, and books there', async () => {
  const anna = chatOf(shared, { id: 801 })
  await anna.says('массаж завтра')
  assert.match(anna.last().text, /Куда записываемся\?/)
  await anna.taps('Плотинка')
  assert.match(anna.last().text, /^Плотинка: запись на приём/)
  await anna.says('массаж завтра')
  await anna.taps('10:00')
  await anna.shares('79160030001')
  await anna.taps(/оплата на месте/)
  assert.match(anna.last().text, /Вы записаны!/)
  const count = async (clinic: typeof one) => (await clinic.admin.appointments.list({})).data.length
  assert.equal([await count(one), await count(two)], [0, 1])
})

test('a link names the clinic, and the person may go over to the other', async () => {
  const vera = chatOf(shared, { id: 802 })
  await vera.says(`/start ${one.slug}`)
  assert.match(vera.last().text, /^Арбат: /)
  await vera.taps('Другая клиника')
  await vera.taps('Плотинка')
  assert.match(vera.last().text, /^Плотинка: /)
})

test('without an address of https there is no Mini App to open', async () => {
  const boris = chatOf(shared, { id: 803 })
  await boris.says(`/start ${one.slug}`)
  assert.not.ok(boris.buttons().includes('🌐 Открыть сайт'))
})

test('a clinic with a bot of its own is spoken for by that bot alone', async () => {
  const api = await startBotApi(own)
  const apart = await startServer({
    TELEGRAM_BOT_TOKEN: `own-clinic=${own}`,
    TELEGRAM_API_ROOT: api.url,
  })
  const clinic = await apart.found('own-clinic')
  const bots = await runProgram(
    readConfig({
      TELEGRAM_BOT_TOKEN: `own-clinic=${own}`,
      TELEGRAM_API_ROOT: api.url,
      BOT_API_KEYS: clinic.publishable,
      API_URL: apart.url,
    }),
    pino({ level: 'silent' }),
    new AbortController().signal,
  )
  try {
    const anna = chatOf(api, { id: 804 })
    await anna.says('/start')
    await anna.shares('79160030002')
    assert.match(anna.last().text, /Здравствуйте/)
    const { data } = await apart.as(clinic.secret).clients.list({})
    assert.equal(
      data.map(({ telegram_id }) => telegram_id),
      ['804'],
    )
  } finally {
    await bots.stop()
    await apart.close()
    await api.close()
  }
})

test.run()
