import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readConfig } from './config.ts'
import { describe } from './log.ts'

const token = '123456:AAH-one-bot-of-these-tests_0123456'
const right = { TELEGRAM_BOT_TOKEN: token, BOT_API_KEYS: 'pk_1' }

test('a token and the keys of the clinics are all it needs; with the demo the keys are known', () => {
  const config = readConfig(right)
  assert.equal([config.apiKeys, config.apiUrl], [['pk_1'], 'http://127.0.0.1:3000'])
  assert.equal(readConfig({ TELEGRAM_BOT_TOKEN: token }).apiKeys, ['pk_demo'])
})

const wrong: [Record<string, string>, RegExp][] = [
  [{ TELEGRAM_BOT_TOKEN: 'mine' }, /^TELEGRAM_BOT_TOKEN/],
  [{ TELEGRAM_BOT_TOKEN: '' }, /^TELEGRAM_BOT_TOKEN or MAX_BOT_TOKEN/],
  [{ BOT_API_KEYS: 'sk_1' }, /^BOT_API_KEYS/],
  [{ BOT_API_KEYS: '', DATABASE_URL: 'postgres://x/y' }, /^BOT_API_KEYS/],
  [{ API_URL: 'here' }, /^API_URL/],
  [{ PUBLIC_URL: 'here' }, /^PUBLIC_URL/],
  [{ BOT_PORT: 'x' }, /^BOT_PORT/],
  [{ TELEGRAM_WEBHOOK_SECRET: 'short' }, /^TELEGRAM_WEBHOOK_SECRET/],
  [{ MAX_WEBHOOK_SECRET: 'with a space in it!' }, /^MAX_WEBHOOK_SECRET/],
  [{ MAX_APP: 'https://max.ru/my_bot' }, /^MAX_APP/],
  [{ TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-sixteen' }, /^PUBLIC_URL/],
]
for (const [environment, complaint] of wrong)
  test(`${JSON.stringify(environment)}: a wrong value is one line that names it, and no secret`, () => {
    assert.throws(
      () => readConfig({ ...right, ...environment }),
      ({ message }: Error) =>
        complaint.test(message) && !message.includes('\n') && !message.includes(token),
    )
  })

test('a log has no token in it', () => {
  const error = new Error(`request to https://api.telegram.org/bot${token}/getMe failed`)
  assert.not.match(JSON.stringify(describe(error)), 'AAH-one-bot')
})

test.run()
