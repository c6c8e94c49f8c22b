import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { until } from '../test/chat.ts'
import { openStage, signedIn } from '../test/stage.ts'

const stage = await openStage({ specialists: 2, workplaces: 2 })
test.after(stage.close)
const { api, server } = stage
await stage.start()
test.before.each(() => {
  api.refuse = null
})

test('429: the bot is silent for as long as it is told, and then says it, once', async () => {
  const [anna, vera] = [stage.person(), stage.person()]
  let refusedAt = 0
  let early = 0
  api.refuse = ({ method }) => {
    if (!/^send/.test(method)) return undefined
    if (refusedAt === 0) {
      refusedAt = Date.now()
      return { error_code: 429, description: 'Too Many Requests: retry after 1', retry_after: 1 }
    }
    // Clocks and timers are a few milliseconds apart.
    if (Date.now() - refusedAt < 950) early++
    return undefined
  }
  // The first try says nothing yet.
  await Promise.allSettled([anna.says('/start'), vera.says('/start')])
  await until(() => anna.all().length + vera.all().length === 2, 'somebody was forgotten')
  assert.is(early, 0, 'the whole bot waits')
})

test('who has blocked the bot is not written to, and the others are', async () => {
  const [anna, vera] = [stage.person(), stage.person()]
  api.refuse = ({ body }) =>
    Number(body['chat_id']) === anna.id
      ? { error_code: 403, description: 'Forbidden: bot was blocked by the user' }
      : undefined
  await anna.says('/start').catch(() => undefined)
  await vera.says('/start')
  assert.equal([anna.all().length, vera.all().length], [0, 1])
})

test('a message that cannot be edited any more is sent anew', async () => {
  const anna = stage.person()
  await anna.says('/start')
  const [old] = anna.all()
  await anna.sends(old!.buttons[0]?.[0]?.callback_data ?? '', { messageId: 77 })
  assert.is(anna.all().length, 2)
  assert.match(anna.all().at(-1)?.text ?? '', /Выберите услугу/)
})

test('an answer too late for its button is still given', async () => {
  const anna = stage.person()
  await anna.says('/start')
  api.refuse = ({ method }) =>
    method === 'answerCallbackQuery'
      ? {
          error_code: 400,
          description: 'Bad Request: query is too old and response timeout expired',
        }
      : undefined
  await anna.taps(/Записаться/)
  assert.match(anna.last().text, /Выберите услугу/)
})

test('polling goes on after Telegram was away', async () => {
  let away = 3
  api.refuse = ({ method }) =>
    method === 'getUpdates' && away-- > 0
      ? { error_code: 502, description: 'Bad Gateway', retry_after: 0 }
      : undefined
  const anna = stage.person()
  await anna.says('/start')
  assert.match(anna.last().text, /Здравствуйте/)
})

test('while the clinic does not answer the bot says so, and the button tries again', async () => {
  const anna = await signedIn(stage)
  await anna.says('/start')
  const { clock } = server.app
  server.app.clock = () => {
    throw new Error('out of order')
  }
  try {
    await anna.taps('📅 Мои записи')
    assert.match(anna.last().text, /Сейчас не получается связаться с клиникой/)
  } finally {
    server.app.clock = clock
  }
  await anna.taps('Попробовать ещё раз')
  assert.match(anna.last().text, /Предстоящих записей нет/)
})

test('a group’s talk is not the bot’s business', async () => {
  const before = api.calls.filter(({ method }) => /^send/.test(method)).length
  api.push({
    message: {
      ...{ message_id: 1, date: 1, text: '/start' },
      from: { id: 1, is_bot: false, first_name: 'Анна' },
      chat: { id: -100, type: 'supergroup', title: 'Друзья' },
    },
  })
  await stage.person().says('/start')
  assert.is(api.calls.filter(({ method }) => /^send/.test(method)).length, before + 1)
})

test('commands in both languages, and the site as the menu button', async () => {
  const commands = api.calls.filter(({ method }) => method === 'setMyCommands')
  assert.equal(
    commands.slice(0, 2).map(({ body }) => body['language_code']),
    ['ru', undefined],
  )
  const menu = api.calls.find(({ method }) => method === 'setChatMenuButton')
  assert.match(JSON.stringify(menu?.body), 'https://clinic.example/?clinic=')
})

test.run()
