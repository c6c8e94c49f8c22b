import { pino } from 'pino'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic } from '../../../server/src/test/clinic.ts'
import { startServer } from '../../../server/src/test/server.ts'
import { readConfig } from '../config.ts'
import { runProgram } from '../program.ts'
import { until } from '../test/chat.ts'
import { startMaxApi } from '../test/max-api.ts'

const token = 'the-token-of-the-bot-in-max-of-these-tests'
const max = await startMaxApi(token)
const server = await startServer({ MAX_BOT_TOKEN: token })
const clinic = await makeClinic(server)
const settings = {
  MAX_BOT_TOKEN: token,
  MAX_API_ROOT: max.url,
  BOT_API_KEYS: clinic.publishable,
  API_URL: server.url,
  PUBLIC_URL: 'https://clinic.example',
  BOT_PORT: '0',
}
const start = (more: Record<string, string> = {}) =>
  runProgram(
    readConfig({ ...settings, ...more }),
    pino({ level: 'silent' }),
    new AbortController().signal,
  )
let program = await start()
test.after(async () => {
  await program.stop()
  await server.close()
  await max.close()
})

let clock = 0
function personOf(id: number) {
  const user = { user_id: id, first_name: 'Анна', is_bot: false }
  const said = () => max.calls.filter(({ path }) => /messages|answers/.test(path)).length
  const last = () => max.chat(id).at(-1)!
  const push = async (update: Record<string, unknown>) => {
    const before = said()
    max.push({ update_type: '', timestamp: ++clock, user_locale: 'ru', ...update })
    await until(() => said() > before, 'nothing was said')
    await new Promise((resolve) => setTimeout(resolve, 150))
    return last()
  }
  const message = (body: Record<string, unknown>) =>
    push({
      update_type: 'message_created',
      message: {
        sender: user,
        recipient: { chat_type: 'dialog' },
        body: { mid: `in.${++clock}`, ...body },
      },
    })
  return {
    last,
    starts: () => push({ update_type: 'bot_started', user, payload: null }),
    says: (text: string) => message({ text }),
    shares: (phone: string, owner = id) =>
      message({
        attachments: [
          {
            type: 'contact',
            payload: {
              vcf_info: `BEGIN:VCARD\r\nVERSION:3.0\r\nTEL;TYPE=cell:${phone}\r\nFN:Анна\r\nEND:VCARD`,
              max_info: { user_id: owner },
            },
          },
        ],
      }),
    taps: (words: RegExp | string) => {
      const button = last().buttons.find(({ text }) =>
        typeof words === 'string' ? text === words : words.test(text),
      )
      assert.is(button?.type, 'callback', `no button ${words}`)
      const payload = button?.type === 'callback' ? button.payload : ''
      return push({
        update_type: 'message_callback',
        callback: { callback_id: `${id}|${last().mid}|${++clock}`, payload, user },
      })
    },
  }
}

test('the same dialogue books in MAX, from the start to the confirmation', async () => {
  const anna = personOf(501)
  await anna.starts()
  assert.match(anna.last().text, /Здравствуйте, Анна!/)
  await anna.says('массаж завтра')
  await anna.taps('10:00')
  assert.match(anna.last().text, /Осталось узнать, кто вы/)
  assert.is(anna.last().buttons[0]?.type, 'request_contact')
  await anna.shares('79160020001', 999)
  assert.match(anna.last().text, /Нужен ваш собственный номер/)
  await anna.shares('79160020001')
  assert.match(anna.last().text, /^Массаж\n.*10:00[^]*Держим это время/)
  await anna.taps(/оплата на месте/)
  assert.match(anna.last().text, /Вы записаны!/)
  const { data } = await clinic.admin.clients.list({})
  assert.equal(
    data.map(({ phone, telegram_id }) => [phone, telegram_id]),
    [['+79160020001', null]],
  )
})

test('the app of the bot is opened inside of MAX, and knows whose clinic it is', async () => {
  const ivan = personOf(505)
  await ivan.starts()
  const page = ivan.last().buttons.find(({ type }) => type === 'link')
  assert.equal(page, {
    type: 'link',
    text: '🌐 Открыть сайт',
    url: `https://clinic.example/?clinic=${clinic.slug}`,
  })
  await program.stop()
  program = await start({ MAX_APP: 'arbat_bot' })
  await ivan.starts()
  const app = ivan.last().buttons.find(({ type }) => type === 'open_app')
  const opened = { web_app: 'arbat_bot', payload: `clinic-${clinic.slug}` }
  assert.equal(app, { type: 'open_app', text: '🌐 Открыть сайт', ...opened })
  await program.stop()
  program = await start()
})

test('a bot that is started anew knows the person, and their visits and calendar files', async () => {
  await program.stop()
  program = await start()
  const anna = personOf(501)
  await anna.says('мои записи')
  assert.match(anna.last().text, /У вас 1 запись/)
  await anna.taps(/Массаж/)
  await anna.taps(/В календарь/)
  const sent = max.calls.findLast(({ path }) => path === '/messages')
  assert.match(JSON.stringify(sent?.body), /"type":"file","payload":\{"token":"file-token"\}/)
})

test('a busy MAX is waited for', async () => {
  let busy = 1
  max.refuse = (path) =>
    path === '/messages' && busy-- > 0 ? { status: 429, code: 'too.many.requests' } : undefined
  const boris = personOf(502)
  await boris.starts()
  await until(() => max.chat(502).length === 1, 'it was not said')
  max.refuse = null
})

test('by webhook only who knows the secret is listened to, and each update once', async () => {
  await program.stop()
  const secret = 'a-secret-of-sixteen-and-more'
  program = await start({ MAX_WEBHOOK_SECRET: secret })
  const told = max.calls.findLast(({ path }) => path === '/subscriptions')
  assert.match(JSON.stringify(told?.body), '"url":"https://clinic.example/max"')
  const update = {
    ...{ update_type: 'bot_started', timestamp: 7, user_locale: 'en' },
    user: { user_id: 503, first_name: 'John' },
  }
  const bring = async (given: string, body = JSON.stringify(update)) => {
    const headers = { 'x-max-bot-api-secret': given }
    return (await fetch(`${program.url}/max`, { method: 'POST', headers, body })).status
  }
  assert.equal([await bring('wrong'), await bring('')], [403, 403])
  assert.equal([await bring(secret), await bring(secret)], [200, 200])
  assert.is(await bring(secret, '{'), 400)
  assert.equal(
    max.chat(503).map(({ text }) => text.split('\n')[0]),
    ['Клиника: online booking'],
  )
})

test.run()
