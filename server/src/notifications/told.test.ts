/** With the worker as it runs: from the booking over HTTP to the telephone. */
import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { eventually } from '../outbox/test/app.ts'
import { makeClinic, visitAt, type Sdk } from '../test/clinic.ts'
import { clientOf, type Person } from '../test/people.ts'
import { startServer } from '../test/server.ts'
import { vapidOf } from './channels/vapid.ts'
import { BOT_TOKEN, startBotApi } from './test/bot-api.ts'
import { startCloudApi } from './test/cloud-api.ts'
import { startMailServer } from './test/mail-server.ts'
import { answerWith, startPushService } from './test/push-service.ts'
import { shown } from './test/stage.ts'

const OWN_TOKEN = '7000009:the-own-bot-of-one-clinic-0000000000'
const OWN_SLUG = 'with-own-bot'

let publicKey = ''
const bots = await startBotApi([BOT_TOKEN, OWN_TOKEN])
const cloud = await startCloudApi()
const mail = await startMailServer()
const push = await startPushService(() => publicKey)
const server = await startServer({
  ROLE: 'all',
  PUBLIC_URL: 'https://zapis.example',
  PUSH_SERVICES: push.origin,
  TELEGRAM_API_ROOT: bots.url,
  TELEGRAM_BOT_TOKEN: `${BOT_TOKEN},${OWN_SLUG}=${OWN_TOKEN}`,
  SMTP_URL: mail.url,
  WHATSAPP_API_ROOT: cloud.settings.apiRoot,
  WHATSAPP_PHONE_ID: cloud.settings.phoneId,
  WHATSAPP_TOKEN: cloud.settings.token,
  WHATSAPP_TEMPLATE: cloud.settings.template,
})
publicKey = vapidOf(server.app).publicKey
const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
owner.on('error', () => undefined)
const clinic = await makeClinic(server, { specialists: 8, workplaces: 8 })
// At whatever hour the test runs.
await clinic.admin.notificationRules.put({ quiet_from: '00:00', quiet_to: '00:00', rules: [] })
test.after(async () => {
  await owner.end()
  await mail.close()
  await server.close()
  for (const each of [bots, cloud, push]) await each.close()
})

let count = 0

interface Ways {
  telegram?: boolean
  email?: boolean
  browser?: boolean
}

interface Reached extends Person {
  chat: string
  address: string
  browser: ReturnType<typeof push.subscribe>
}

/** A client, who can be told in these ways. */
async function person(ways: Ways): Promise<Reached> {
  count++
  const [chat, address] = [String(600_000 + count), `anna${count}@clients.example`]
  const phone = `+7916555${String(1000 + count)}`
  const someone = await clientOf(server, clinic, {
    first_name: 'Анна',
    phone,
    ...(ways.email ? { email: address } : {}),
  })
  if (ways.telegram)
    await owner.query('update clients set telegram_id = $2 where id = $1', [someone.id, chat])
  const browser = push.subscribe()
  if (ways.browser) await someone.sdk.me.addPushSubscription(browser.draft)
  return { ...someone, chat, address, browser }
}

let halfHours = 0
async function book({ sdk }: { sdk: Sdk }) {
  const at = 9 * 60 + ((++halfHours * 30) % (8 * 60))
  const time = [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':')
  const { hold } = await sdk.appointments.book(visitAt(clinic, time))
  return sdk.appointments.confirm({ hold })
}

const found = <T>(list: T[]) => (list.length > 0 ? list : undefined)

test('a booking is told by the bot, and what became of it', async () => {
  const anna = await person({ telegram: true, email: true, browser: true })
  const visit = await book(anna)
  const [told] = await eventually(() => found(bots.toldTo(anna.chat)))
  assert.match(told?.text ?? '', 'Запись подтверждена')
  assert.is(told?.token, BOT_TOKEN)
  const links = told?.keyboard.flat().flatMap(({ url }) => url ?? [])
  assert.equal(links, [`https://zapis.example/manage/${visit.code}`])
  await anna.sdk.appointments.cancel(visit.id, {})
  await eventually(() => bots.toldTo(anna.chat).length === 2 || undefined)
  assert.match(bots.toldTo(anna.chat)[1]?.text ?? '', 'Запись отменена')
  // Neither of the other ways was used: one event is told once.
  assert.equal([anna.browser.received.length, mail.receivedBy(anna.address).length], [0, 0])
})

test('who has blocked the bot hears of it in the browser, and by e-mail when the browser is gone', async () => {
  const anna = await person({ telegram: true, email: true, browser: true })
  bots.mood.set(anna.chat, 'blocked')
  await book(anna)
  await eventually(() => found(anna.browser.received))
  assert.match(shown(anna.browser)[0]?.notification.title ?? '', 'Запись подтверждена')
  anna.browser.answer = answerWith(410)
  await book(anna)
  const [letter] = await eventually(() => found(mail.receivedBy(anna.address)))
  assert.match(letter?.letter.subject ?? '', 'Запись подтверждена')
  assert.ok(letter?.letter.attachments.some(({ filename }) => filename === 'visit.ics'))
  assert.equal((await anna.sdk.me.pushSubscriptions()).data, [])
})

test('a mail server that is slow delays neither the bot nor the browser', async () => {
  const slow = await Promise.all(Array.from({ length: 6 }, () => person({ email: true })))
  const [chatting, browsing] = [await person({ telegram: true }), await person({ browser: true })]
  mail.delayMs = 600_000
  for (const each of slow) await book(each)
  await eventually(() => mail.opened >= 2 || undefined)
  for (const each of [chatting, browsing]) await book(each)
  await eventually(() => found(bots.toldTo(chatting.chat)))
  await eventually(() => found(browsing.browser.received))
  assert.is(slow.flatMap(({ address }) => mail.receivedBy(address)).length, 0)
  // What the server had not taken is sent when it takes letters again.
  mail.delayMs = 0
  mail.hangUp()
  await owner.query(
    `update notifications set send_at = now() where status = 'pending' and attempts > 0`,
  )
})

test('a clinic with a bot of its own writes as that bot', async () => {
  const own = await makeClinic({ ...server, found: () => server.found(OWN_SLUG) })
  const { id, token } = await clientOf(server, own)
  await owner.query(`update clients set telegram_id = 777777 where id = $1`, [id])
  const { hold } = await server.as(token).appointments.book(visitAt(own, '10:00'))
  await server.as(token).appointments.confirm({ hold })
  const [told] = await eventually(() => found(bots.toldTo('777777')))
  assert.is(told?.token, OWN_TOKEN)
})

test('a reminder asks whether they are coming, and a bot that Telegram does not know is no end of it', async () => {
  const anna = await person({ telegram: true, email: true })
  const visit = await book(anna)
  await eventually(() => found(bots.toldTo(anna.chat)))
  const due = () =>
    owner.query(
      `update notifications set send_at = now() where appointment_id = $1 and template = 'reminder_day' and status = 'pending'`,
      [visit.id],
    )
  await due()
  await eventually(() => bots.toldTo(anna.chat).length === 2 || undefined)
  const [, reminder] = bots.toldTo(anna.chat)
  const data = reminder?.keyboard.flat().flatMap(({ callback_data }) => callback_data ?? [])
  assert.is(data?.length, 3)
})

test.run()
