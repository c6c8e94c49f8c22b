import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openStage, token } from '../test/stage.ts'

const secret = 'a-secret-of-sixteen-and-more'
const stage = await openStage()
test.after(stage.close)
const { api } = stage
const program = await stage.start({ TELEGRAM_WEBHOOK_SECRET: secret })
const path = `/telegram/${token.split(':')[0]}`

const deliver = (update: unknown, given: string | null = secret, at = path) =>
  fetch(`${program.url}${at}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(given === null ? {} : { 'x-telegram-bot-api-secret-token': given }),
    },
    body: JSON.stringify(update),
  })

const start = (id: number, updateId: number) => ({
  update_id: updateId,
  message: {
    ...{ message_id: updateId, date: 1, text: '/start' },
    from: { id, is_bot: false, first_name: 'Анна', language_code: 'ru' },
    chat: { id, type: 'private' },
  },
})

test('Telegram is told where to bring updates, and with which secret', () => {
  assert.equal(api.webhook, { url: `https://clinic.example${path}`, secret_token: secret })
})

test('an update with the secret is answered, and again it is not', async () => {
  for (let times = 0; times < 3; times++) assert.is((await deliver(start(901, 1))).status, 200)
  assert.is(api.chat(901).length, 1)
  assert.match(api.chat(901)[0]?.text ?? '', /Здравствуйте/)
})

test('without the secret nobody is listened to', async () => {
  for (const given of [null, '', 'wrong', `${secret}x`])
    assert.is((await deliver(start(902, 2), given)).status, 403)
  assert.is((await deliver(start(902, 2), secret, '/telegram/1')).status, 404)
  assert.is(api.chat(902).length, 0)
})

test('ten deliveries at once are one answer', async () => {
  await Promise.all(Array.from({ length: 10 }, () => deliver(start(903, 3))))
  assert.is(api.chat(903).length, 1)
})

test.run()
