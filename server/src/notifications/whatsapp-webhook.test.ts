import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { relay } from '../outbox/relay.ts'
import { makeClinic, visitAt } from '../test/clinic.ts'
import { clientOf } from '../test/people.ts'
import { startServer } from '../test/server.ts'
import { openChannels } from './channels/open.ts'
import { notificationMaker } from './make.ts'
import { notificationDuties } from './send.ts'
import { startCloudApi } from './test/cloud-api.ts'

const meta = await startCloudApi()
const { phoneId, token, template, apiRoot, webhook } = meta.settings
const server = await startServer({
  WHATSAPP_PHONE_ID: phoneId,
  WHATSAPP_TOKEN: token,
  WHATSAPP_TEMPLATE: template,
  WHATSAPP_API_ROOT: apiRoot,
  WHATSAPP_APP_SECRET: webhook?.appSecret ?? '',
  WHATSAPP_VERIFY_TOKEN: webhook?.verifyToken ?? '',
  SMTP_URL: 'smtp://127.0.0.1:9',
})
const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 1 })
owner.on('error', () => undefined)
test.after(async () => {
  await owner.end()
  await server.close()
  await meta.close()
})
const { app } = server
const clinic = await makeClinic(server, { specialists: 8, workplaces: 8 })
const address = `${server.url}/whatsapp/webhook`
const signal = new AbortController().signal

/** Of a visit that somebody has booked and is told of by WhatsApp, with what Meta calls the message. */
async function told(time: string) {
  const anna = await clientOf(server, clinic)
  await clinic.admin.clients.update(anna.id, { email: `wa${anna.id}@example.com` })
  await anna.sdk.me.updateNotificationPreferences({
    channels: [{ channel: 'whatsapp', enabled: true }],
  })
  const { hold } = await anna.sdk.appointments.book(visitAt(clinic, time))
  await anna.sdk.appointments.confirm({ hold })
  while (await relay(app, signal, { makers: [notificationMaker(app)] }));
  const channels = openChannels(app).filter(({ name }) => name === 'whatsapp')
  for (const lane of notificationDuties(app, { channels })) {
    while (await lane.turn(signal));
    await lane.stop()
  }
  const log = async () =>
    (await clinic.admin.notifications.list({ client_id: anna.id, template: 'confirmed' })).data
  const id = (await log()).find(({ channel }) => channel === 'whatsapp')?.provider_id ?? ''
  return { id, log }
}

test('the address is given to Meta by its challenge, and only with the token', async () => {
  const ask = (verify: string, challenge = '1158201444') =>
    server.http(
      'GET',
      `/whatsapp/webhook?hub.mode=subscribe&hub.verify_token=${verify}&hub.challenge=${challenge}`,
    )
  const { status, text } = await ask(webhook?.verifyToken ?? '')
  assert.equal([status, text], [200, '1158201444'])
  assert.is((await ask('guessed')).status, 403)
  assert.is((await ask(webhook?.verifyToken ?? '', '%3Cscript%3E')).status, 403)
  assert.is((await server.http('DELETE', '/whatsapp/webhook')).status, 405)
})

test('what has arrived and what was read is in the log, in whatever order Meta tells it, and has not failed', async () => {
  const { id, log } = await told('10:00')
  for (const status of ['sent', 'read', 'delivered', 'delivered', 'failed'] as const)
    assert.is(await meta.reports(address, { id, status }), 200)
  const [line, ...others] = await log()
  assert.equal([line?.status, line?.error, others], ['sent', null, []])
  assert.ok(line?.delivered_at && line.read_at)
})

test('what did not arrive after all is told by the next way, once', async () => {
  const { id, log } = await told('11:00')
  const failed = { id, status: 'failed', code: 131026 } as const
  assert.equal(
    await Promise.all([1, 2, 3].map(() => meta.reports(address, failed))),
    [200, 200, 200],
  )
  assert.equal(
    (await log()).map(({ channel, status, error }) => [channel, status, error]),
    [
      ['email', 'pending', null],
      ['whatsapp', 'failed', 'not_on_whatsapp'],
    ],
  )
})

test('what nobody has signed, or another number’s, changes nothing', async () => {
  const { id, log } = await told('12:00')
  const failed = { id, status: 'failed', code: 131026 } as const
  assert.is(await meta.reports(address, failed, { secret: 'guessed' }), 401)
  const unsigned = await fetch(address, { method: 'POST', body: '{}' })
  assert.is(unsigned.status, 401)
  assert.is(await meta.reports(address, failed, { phoneId: '42' }), 200)
  assert.equal(
    (await log()).map(({ status }) => status),
    ['sent'],
  )
})

test('a status that overtakes our own note is brought again; one of another program is not', async () => {
  const delivered = { id: 'wamid.unknown', status: 'delivered' } as const
  assert.is(await meta.reports(address, delivered), 503)
  const at = new Date(Date.now() - 600_000)
  assert.is(await meta.reports(address, { ...delivered, at }), 200)
})

test.run()
