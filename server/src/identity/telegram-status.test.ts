import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic } from '../test/clinic.ts'
import { memberOf } from '../test/people.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'
import { botToken, telegramStage } from './test/telegram.ts'

let webhook: object = { url: '', pending_update_count: 0 }
let isKnown = true
const { telegram, settings } = await telegramStage(({ path }) =>
  isKnown
    ? {
        status: 200,
        body: { ok: true, result: path.endsWith('getMe') ? { username: 'arbat_bot' } : webhook },
      }
    : { status: 401, body: { ok: false, description: 'Unauthorized' } },
)
const server = await startServer(settings)
test.after(async () => {
  await server.close()
  await telegram.close()
})
const clinic = await makeClinic(server)
const status = () => clinic.admin.organization.telegram()

test('the admin sees how the bot hears of messages, what it last failed at, and never its token', async () => {
  const polling = await status()
  assert.equal([polling.bot, polling.state, polling.updates], ['shared', 'ok', 'polling'])
  assert.is(polling.username, 'arbat_bot')
  webhook = {
    ...{ url: 'https://clinic.example/telegram/7', pending_update_count: 3 },
    ...{ last_error_message: 'Wrong response: 502', last_error_date: 1_800_000_000 },
  }
  const { updates, waiting, error, error_at } = await status()
  assert.equal([updates, waiting, error], ['webhook', 3, 'Wrong response: 502'])
  assert.is(error_at, '2027-01-15T08:00:00.000Z')
  assert.not(JSON.stringify(await status()).includes(botToken))
  const desk = await memberOf(server, clinic, 'reception')
  assert.is(await codeOf(desk.sdk.organization.telegram()), 'forbidden')
})

test('a token that Telegram does not know, and a Telegram that does not answer, are told apart', async () => {
  isKnown = false
  assert.is((await status()).state, 'refused')
  isKnown = true
  telegram.mode = 'down'
  assert.is((await status()).state, 'unreachable')
  telegram.mode = 'up'
})

test.run()
