import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { before, openTelling } from '../notifications/test/telling.ts'
import { makeClinic } from '../test/clinic.ts'
import { memberOf } from '../test/people.ts'
import { codeOf, complaint } from '../test/refusal.ts'
import { broadcastDuty } from './slices.ts'

const stage = await openTelling()
test.after(stage.close)
const { clinic, ears, server, owner } = stage
const { admin } = clinic
const signal = new AbortController().signal
// By day, whenever this runs.
const today = new Date().toISOString().slice(0, 10)
const noon = new Date(clinic.at('12:00', today))
await admin.consentTexts.create({ kind: 'marketing', version: '1', locale: 'ru', text: 'Пишите' })
const words = { title: 'Массаж со скидкой', body: 'Только до пятницы.' }
let numbers = 600

/** In the segment of this tag; who has consented unless said otherwise. */
async function member(tag: string, { consents = true, email = false, telegram = true } = {}) {
  numbers++
  const someone = await stage.person({
    ...(telegram ? { telegram: String(numbers) } : {}),
    ...(email ? { email: `member${numbers}@example.com` } : {}),
  })
  await admin.clients.update(someone.id, { tags: [tag] })
  if (consents) await admin.clients.addConsent(someone.id, { kind: 'marketing', granted: true })
  return someone
}

async function slices(at = noon): Promise<void> {
  const duty = broadcastDuty(server.app)
  await stage.by(at, async () => {
    while (await duty.turn(signal));
  })
}

/** Slices that are due, and the messages in them. */
async function run(at = noon): Promise<void> {
  await slices(at)
  await owner.query(
    `update notifications set send_at = clock_timestamp() where status = 'pending' and broadcast_id is not null`,
  )
  await stage.by(at, stage.tell)
}

async function nextSlice(): Promise<void> {
  await owner.query(
    `update broadcasts set next_at = clock_timestamp() where status in ('scheduled', 'sending')`,
  )
}

test('before it is sent it is said whom it would reach, and by what', async () => {
  await member('count')
  await member('count', { telegram: false, email: true })
  await member('count', { telegram: false })
  await member('count', { consents: false })
  const withdrawn = await member('count')
  await admin.clients.addConsent(withdrawn.id, { kind: 'marketing', granted: false })
  const blocked = await member('count')
  await admin.clients.update(blocked.id, { blocked: true })
  const segment = { tag: 'count' }
  assert.equal(await admin.broadcasts.count({ segment }), {
    consented: 3,
    reachable: 2,
    by_channel: { telegram: 1, max: 0, webpush: 0, email: 1, whatsapp: 0 },
  })
  const byMail = await admin.broadcasts.count({ segment, channels: ['email'] })
  assert.equal([byMail.reachable, byMail.by_channel.email], [1, 1])
})

test('each of the segment who consented gets it once, with a way out', async () => {
  const people = [await member('all'), await member('all', { telegram: false, email: true })]
  await member('all', { consents: false })
  const made = await admin.broadcasts.create({ segment: { tag: 'all' }, ...words })
  assert.equal([made.status, made.total, made.sent], ['scheduled', 2, 0])
  await run()
  await nextSlice()
  await run()
  const { status, sent, pending, failed } = await admin.broadcasts.get(made.id)
  assert.equal([status, sent, pending, failed], ['sent', 2, 0, 0])
  const [telegram, email] = [ears.telegram.heard.at(-1), ears.email.heard.at(-1)]
  assert.equal([telegram?.title, email?.body], [words.title, words.body])
  assert.match(
    email?.unsubscribeUrl ?? '',
    `https://zapis.example/unsubscribe/${clinic.organizationId}-${people[1]!.id}-`,
  )
  assert.match(telegram?.url ?? '', `clinic=${clinic.slug}`)
  const { data } = await admin.notifications.list({ broadcast_id: made.id })
  assert.is(data.length, 2)
})

test('it goes out a slice at a time, no faster than it was asked to', async () => {
  for (let count = 0; count < 5; count++) await member('slow')
  const made = await admin.broadcasts.create({ segment: { tag: 'slow' }, ...words, per_minute: 12 })
  await slices()
  const planned = await owner.query<{ send_at: Date }>(
    'select send_at from notifications where broadcast_id = $1 order by send_at',
    [made.id],
  )
  // Twelve a minute are two in ten seconds, five seconds apart.
  const times = planned.rows.map(({ send_at }) => send_at.getTime())
  assert.is(times.length, 2)
  assert.is(times[1]! - times[0]!, 5000)
  await slices()
  assert.is((await admin.broadcasts.get(made.id)).pending, 2)
  for (let slice = 0; slice < 3; slice++) {
    await nextSlice()
    await run()
  }
  const { status, sent } = await admin.broadcasts.get(made.id)
  assert.equal([status, sent], ['sent', 5])
})

test('who is stopped writes to nobody more', async () => {
  for (let count = 0; count < 3; count++) await member('stop')
  const made = await admin.broadcasts.create({ segment: { tag: 'stop' }, ...words, per_minute: 6 })
  await run()
  await nextSlice()
  await slices()
  const stopped = await admin.broadcasts.stop(made.id)
  assert.equal([stopped.status, stopped.sent, stopped.pending], ['stopped', 1, 1])
  assert.is((await admin.broadcasts.stop(made.id)).status, 'stopped')
  await nextSlice()
  await run()
  const after = await admin.broadcasts.get(made.id)
  assert.equal([after.sent, after.pending, after.skipped], [1, 0, 1])
  const over = await admin.broadcasts.create({ segment: { tag: 'nobody' }, ...words })
  await run()
  assert.is(await codeOf(admin.broadcasts.stop(over.id)), 'invalid_transition')
})

test('a small segment, whose messages are all made and still wait, can be stopped', async () => {
  for (let count = 0; count < 3; count++) await member('small')
  const made = await admin.broadcasts.create({ segment: { tag: 'small' }, ...words })
  await slices()
  const { status, pending } = await admin.broadcasts.get(made.id)
  assert.equal([status, pending], ['sent', 3])
  assert.is((await admin.broadcasts.stop(made.id)).status, 'stopped')
  await run()
  const after = await admin.broadcasts.get(made.id)
  assert.equal([after.status, after.sent, after.pending, after.skipped], ['stopped', 0, 0, 3])
  const { data } = await admin.notifications.list({ broadcast_id: made.id })
  assert.ok(data.every(({ error }) => error === 'stopped'))
})

test('who withdraws in the middle is not written to', async () => {
  const anna = await member('late')
  const made = await admin.broadcasts.create({ segment: { tag: 'late' }, ...words })
  await slices()
  await admin.clients.addConsent(anna.id, { kind: 'marketing', granted: false })
  await stage.by(noon, stage.tell)
  const [line] = (await admin.notifications.list({ broadcast_id: made.id })).data
  assert.equal([line?.status, line?.error], ['skipped', 'no_consent'])
})

test('at night nothing is made ready, and in the morning it goes on', async () => {
  await member('night')
  const made = await admin.broadcasts.create({ segment: { tag: 'night' }, ...words })
  await run(new Date(clinic.at('23:00', today)))
  assert.equal((await admin.notifications.list({ broadcast_id: made.id })).data, [])
  await nextSlice()
  await run()
  assert.is((await admin.broadcasts.get(made.id)).sent, 1)
})

test('the bot was blocked: the next channel has it, once', async () => {
  await member('blocked', { email: true })
  ears.telegram.answer = { kind: 'gone', error: 'blocked' }
  const made = await admin.broadcasts.create({ segment: { tag: 'blocked' }, ...words })
  await run()
  ears.telegram.answer = { kind: 'sent' }
  const { data } = await admin.notifications.list({ broadcast_id: made.id })
  assert.equal(
    data.map(({ channel, status }) => `${channel} ${status}`),
    ['email sent', 'telegram skipped'],
  )
})

test('the link in the message asks first, and then takes the consent back', async () => {
  const anna = await member('link', { telegram: false, email: true })
  await admin.broadcasts.create({ segment: { tag: 'link' }, ...words })
  await run()
  const { pathname } = new URL(ears.email.heard.at(-1)?.unsubscribeUrl ?? '')
  const standing = async () => (await admin.clients.notificationPreferences(anna.id)).marketing
  const page = await server.http('GET', pathname, { headers: { 'accept-language': 'en' } })
  assert.is(page.status, 200)
  assert.match(page.text, 'No more news and offers from Клиника')
  assert.is(await standing(), true)
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'ru' }
  const post = () =>
    server.http('POST', pathname, { raw: 'List-Unsubscribe=One-Click', headers: form })
  assert.match((await post()).text, 'рассылки больше не будет')
  assert.is((await post()).status, 200)
  assert.is(await standing(), false)
  const { data } = await admin.clients.consents(anna.id)
  assert.equal(
    data.map(({ granted, source }) => [granted, source]),
    [
      [false, 'unsubscribe'],
      [true, 'api'],
    ],
  )
  const forged = pathname.replace(/-\d+-/, '-1-')
  assert.is((await server.http('POST', forged, { headers: form })).status, 404)
  assert.is((await server.http('DELETE', pathname)).status, 405)
})

test('admins write to many, the desk does not; and only of what is the clinic’s own', async () => {
  const desk = await memberOf(server, clinic, 'reception')
  assert.is(await codeOf(desk.sdk.broadcasts.create({ segment: {}, ...words })), 'forbidden')
  const stranger = await makeClinic(server)
  const segment = { service_id: stranger.serviceId }
  assert.is(
    await complaint(admin.broadcasts.count({ segment })),
    'unknown_reference /segment/service_id not_found',
  )
  const made = await admin.broadcasts.create({
    segment: { tag: 'none' },
    ...words,
    send_at: before(new Date(), -1).toISOString(),
  })
  assert.is(made.status, 'scheduled')
  const past = admin.broadcasts.create({ segment: {}, ...words, send_at: '2020-01-01T10:00:00Z' })
  assert.is(await complaint(past), 'invalid_data /send_at too_small')
  assert.is(await codeOf(stranger.admin.broadcasts.get(made.id)), 'not_found')
  assert.is(await codeOf(stranger.admin.broadcasts.stop(made.id)), 'not_found')
})

test.run()
