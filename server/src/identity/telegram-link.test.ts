import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic } from '../test/clinic.ts'
import { clientOf } from '../test/people.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'
import { initDataOf, telegramStage, telegramUser } from './test/telegram.ts'

const { telegram, settings } = await telegramStage()
const server = await startServer(settings)
test.after(async () => {
  await server.close()
  await telegram.close()
})
const clinic = await makeClinic(server)

const redeem = (id: number, link: string, site = clinic.site) =>
  site.auth.telegram({ init_data: initDataOf(telegramUser(id)), link })
const codeIn = (url: string) => new URL(url).searchParams.get('start') ?? ''
const idOf = async (tokens: Promise<{ access_token: string }>) =>
  (await server.as((await tokens).access_token).me.get()).id

test('while Telegram does not answer there is no link, and no token in the answer', async () => {
  telegram.mode = 'down'
  const anna = await clientOf(server, clinic)
  assert.is(await codeOf(anna.sdk.me.telegramLink()), 'unavailable')
  telegram.mode = 'up'
})

test('the link of the account page binds the Telegram account, once', async () => {
  const anna = await clientOf(server, clinic)
  assert.is((await anna.sdk.me.get()).telegram_linked, false)
  const { url } = await anna.sdk.me.telegramLink()
  assert.match(url, /^https:\/\/t\.me\/arbat_bot\?start=link_[\w-]{22}$/)
  assert.is(await idOf(redeem(201, codeIn(url))), anna.id)
  assert.is((await clinic.admin.clients.get(anna.id)).telegram_id, '201')
  assert.is(await codeOf(redeem(201, codeIn(url))), 'invalid_link')
  const { id, telegram_linked } = await anna.sdk.me.get()
  assert.equal([id, telegram_linked], [anna.id, true], 'the page stays signed in')
})

test('of two who come with one link at once, one is let in', async () => {
  const anna = await clientOf(server, clinic)
  const { url } = await anna.sdk.me.telegramLink()
  const found = await Promise.allSettled([211, 212, 213, 214].map((id) => redeem(id, codeIn(url))))
  assert.is(found.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('an account that is another client’s already stays theirs', async () => {
  const [anna, vera] = [await clientOf(server, clinic), await clientOf(server, clinic)]
  await redeem(221, codeIn((await anna.sdk.me.telegramLink()).url))
  const { url } = await vera.sdk.me.telegramLink()
  assert.is(await codeOf(redeem(221, codeIn(url))), 'telegram_linked')
  assert.is((await clinic.admin.clients.get(vera.id)).telegram_id, null)
})

test('a link that is old, made up or of another clinic opens nothing', async () => {
  const anna = await clientOf(server, clinic)
  const code = codeIn((await anna.sdk.me.telegramLink()).url)
  const other = await server.found()
  assert.is(await codeOf(redeem(231, code, server.as(other.publishable))), 'invalid_link')
  assert.is(await codeOf(redeem(231, 'link_AAAAAAAAAAAAAAAAAAAAAA')), 'invalid_link')
  const { clock } = server.app
  server.app.clock = () => new Date(Date.now() + 600_000)
  assert.is(await codeOf(redeem(231, code)), 'invalid_link', 'ten minutes later')
  server.app.clock = clock
  assert.is(await idOf(redeem(231, code)), anna.id)
})

test.run()
