import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic } from '../test/clinic.ts'
import { clientOf, memberOf } from '../test/people.ts'
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
const desk = await memberOf(server, clinic, 'reception')

const codeIn = ({ url }: { url: string }) => new URL(url).searchParams.get('start') ?? ''
const newCode = async (sdk = desk.sdk) => codeIn(await sdk.notificationPreferences.telegramLink())
const redeem = (id: number, link: string, site = clinic.site) =>
  site.notificationPreferences.redeemTelegramLink({ init_data: initDataOf(telegramUser(id)), link })
const stateOf = async (sdk = desk.sdk) => (await sdk.notificationPreferences.get()).telegram

test('a member of staff links their Telegram once, and unlinks it; the log says that it was done', async () => {
  assert.is(await stateOf(), 'unlinked')
  const code = await newCode()
  assert.match(code, /^staff_[\w-]{22}$/)
  await redeem(301, code)
  assert.is(await stateOf(), 'linked')
  assert.is(await codeOf(redeem(301, code)), 'invalid_link')
  await desk.sdk.notificationPreferences.unlinkTelegram()
  await desk.sdk.notificationPreferences.unlinkTelegram()
  assert.is(await stateOf(), 'unlinked')
  const { data } = await server.as(clinic.owner).auditLog.list({ limit: 10 })
  assert.equal(
    data.slice(0, 2).map(({ action, after }) => [action, after]),
    [
      ['notificationPreferences.unlinkTelegram', { telegram: 'unlinked' }],
      ['notificationPreferences.redeemTelegramLink', { telegram: 'linked' }],
    ],
  )
})

test('an account goes over to the colleague whose link it has come by', async () => {
  const other = await memberOf(server, clinic, 'admin')
  await redeem(302, await newCode())
  await redeem(302, await newCode(other.sdk))
  assert.equal([await stateOf(), await stateOf(other.sdk)], ['unlinked', 'linked'])
  const members = await Promise.all([1, 2, 3, 4].map(() => memberOf(server, clinic, 'admin')))
  const codes = await Promise.all(members.map(({ sdk }) => newCode(sdk)))
  await Promise.all(codes.map((code) => redeem(306, code)))
  const states = await Promise.all(members.map(({ sdk }) => stateOf(sdk)))
  assert.is(states.filter((state) => state === 'linked').length, 1, 'of those at once one has it')
})

test('a link of a client makes nobody staff, and one of staff signs no client in', async () => {
  const anna = await clientOf(server, clinic)
  const ofClient = codeIn(await anna.sdk.me.telegramLink())
  assert.is(await codeOf(redeem(303, ofClient)), 'invalid_link')
  const ofStaff = await newCode()
  const asClient = clinic.site.auth.telegram({
    init_data: initDataOf(telegramUser(303)),
    link: ofStaff,
  })
  assert.is(await codeOf(asClient), 'invalid_link')
  await redeem(303, ofStaff)
})

test('what nobody vouches for, what is another clinic’s and what is ten minutes old links nobody', async () => {
  const code = await newCode()
  const forged = { init_data: `${initDataOf(telegramUser(304))}0`, link: code }
  const redeemed = clinic.site.notificationPreferences.redeemTelegramLink(forged)
  assert.is(await codeOf(redeemed), 'invalid_init_data')
  const other = await server.found()
  assert.is(await codeOf(redeem(304, code, server.as(other.publishable))), 'invalid_link')
  const { clock } = server.app
  // Init data is younger than an hour all the while.
  server.app.clock = () => new Date(Date.now() + 600_000)
  assert.is(await codeOf(redeem(304, code)), 'invalid_link')
  server.app.clock = clock
  await redeem(304, code)
})

test('who has left the clinic is unlinked, and their open link is worth nothing', async () => {
  const boris = await memberOf(server, clinic, 'admin')
  await redeem(305, await newCode(boris.sdk))
  const open = await newCode(boris.sdk)
  await server.as(clinic.owner).staff.archive(boris.id)
  assert.is(await codeOf(redeem(305, open)), 'invalid_link')
  await redeem(305, await newCode())
  await server.as(clinic.owner).staff.restore(boris.id)
  assert.is(await stateOf(), 'linked')
})

test.run()
