import { createHmac } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, makeClinic } from '../test/clinic.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'
import { botToken as token, signedByTelegram, telegramUser } from './test/telegram.ts'

const server = await startServer({ TELEGRAM_BOT_TOKEN: token })
const plain = await startServer()
test.after(async () => {
  await server.close()
  await plain.close()
})
const clinic = await makeClinic(server)

const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds
const initData = (id: number, fields: Record<string, string> = {}, by = token) =>
  signedByTelegram(by, { user: telegramUser(id), query_id: 'AAH', signature: 'c2ln', ...fields })
const contactOf = (id: number, phone: string, by = token) =>
  signedByTelegram(by, {
    contact: JSON.stringify({ user_id: id, phone_number: phone, first_name: 'Анна' }),
  })
const signIn = (init_data: string, contact?: string) =>
  server.http('POST', '/v1/auth/telegram', {
    credential: clinic.publishable,
    body: { init_data, ...(contact === undefined ? {} : { contact }) },
  })
async function who(init_data: string, contact?: string) {
  const { status, json } = await signIn(init_data, contact)
  assert.is(status, 200, JSON.stringify(json))
  return server.as(String(json['access_token'])).me.get()
}

test('whom Telegram vouches for is signed in, by the name that they have there', async () => {
  const me = await who(initData(101))
  assert.equal([me.first_name, me.last_name, me.phone, me.locale], ['Анна', 'Ким', null, 'ru'])
  const { telegram_id } = await clinic.admin.clients.get(me.id)
  assert.is(telegram_id, '101')
})

test('the same init data again is the same person, also at once', async () => {
  const data = initData(102)
  const people = await Promise.all(Array.from({ length: 8 }, () => who(data)))
  assert.is(new Set(people.map(({ id }) => id)).size, 1)
})

test('another organization has a client of its own', async () => {
  const other = await server.found()
  const here = await who(initData(103))
  const answer = await server.http('POST', '/v1/auth/telegram', {
    credential: other.publishable,
    body: { init_data: initData(103) },
  })
  assert.is(answer.status, 200)
  const known = await clinic.admin.clients.get(here.id)
  assert.is(known.telegram_id, '103')
  const abroad = await server.as(other.secret).clients.list()
  assert.equal(
    abroad.data.map(({ telegram_id }) => telegram_id),
    ['103'],
  )
})

const good = initData(104)
const changed = (change: (fields: URLSearchParams) => void) => {
  const fields = new URLSearchParams(good)
  change(fields)
  return fields.toString()
}
/** As the Login Widget signs: with the hash of the token itself. */
const asLoginWidget = () => {
  const fields = new URLSearchParams(good)
  fields.delete('hash')
  const text = [...fields]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n')
  fields.set('hash', createHmac('sha256', token).update(text).digest('hex'))
  return fields.toString()
}
const forged: [string, string][] = [
  ['another hash', changed((fields) => fields.set('hash', 'a'.repeat(64)))],
  ['no hash', changed((fields) => fields.delete('hash'))],
  ['the hash in capitals', changed((fields) => fields.set('hash', good.slice(-64).toUpperCase()))],
  ['another user', changed((fields) => fields.set('user', telegramUser(105)))],
  ['a field more', changed((fields) => fields.set('start_param', 'x'))],
  ['a field less', changed((fields) => fields.delete('query_id'))],
  ['no signature field', changed((fields) => fields.delete('signature'))],
  ['a field twice', `${good}&user=${encodeURIComponent(telegramUser(105))}`],
  ['a field twice, the forged one first', `user=${encodeURIComponent(telegramUser(105))}&${good}`],
  ['the key of the Login Widget', asLoginWidget()],
  ['another bot', initData(104, {}, '7000000002:AAH-another-bot-of-these-tests_0123')],
  ['an hour and more ago', initData(104, { auth_date: String(secondsAgo(3700)) })],
  ['from the future', initData(104, { auth_date: String(secondsAgo(-120)) })],
  ['no date', initData(104, { auth_date: '' })],
  ['a date that is no number', initData(104, { auth_date: '1e9' })],
  ['no user', initData(104, { user: '' })],
  ['a bot', initData(104, { user: telegramUser(104, { is_bot: true }) })],
  ['a user without a number', initData(104, { user: '{"id":"104"}' })],
  ['nothing of it', 'hello'],
]
for (const [what, data] of forged)
  test(`T1: init data with ${what} signs nobody in`, async () => {
    const { status, json } = await signIn(data)
    assert.equal([status, json['code']], [401, 'invalid_init_data'])
  })

test('T2: a clock that is a little behind Telegram’s is forgiven', async () => {
  assert.is((await signIn(initData(106, { auth_date: String(secondsAgo(-30)) }))).status, 200)
  assert.is((await signIn(initData(106, { auth_date: String(secondsAgo(3500)) }))).status, 200)
})

test('who shares the phone finds the visits that were booked by it', async () => {
  await bookAt(clinic, '10:00', { first_name: 'Гость', phone: '+79160000107' })
  const data = initData(107)
  const me = await who(data, contactOf(107, '79160000107'))
  assert.equal([me.first_name, me.phone], ['Гость', '+79160000107'])
  const { json } = await signIn(data)
  const { data: visits } = await server.as(String(json['access_token'])).me.appointments()
  assert.is(visits.length, 1)
})

test('who shares the phone later is the client of before, with a phone', async () => {
  const before = await who(initData(108))
  const after = await who(initData(108), contactOf(108, '+79160000108'))
  assert.equal([after.id, after.phone], [before.id, '+79160000108'])
})

test('two clients, one by Telegram and one by phone, are left to the desk', async () => {
  const byTelegram = await who(initData(109))
  await clinic.admin.clients.create({ first_name: 'Пётр', phone: '+79160000109' })
  const after = await who(initData(109), contactOf(109, '79160000109'))
  assert.equal([after.id, after.phone], [byTelegram.id, null])
})

test('a number that went over to another account ends the sessions of the first', async () => {
  const first = await signIn(initData(110), contactOf(110, '79160000110'))
  const second = await who(initData(111), contactOf(111, '79160000110'))
  assert.is(second.phone, '+79160000110')
  const { id } = await who(initData(111))
  assert.is(id, second.id)
  const refreshed = await server.http('POST', '/v1/auth/refresh', {
    credential: clinic.publishable,
    body: { refresh_token: first.json['refresh_token'] },
  })
  assert.is(refreshed.status, 401)
})

test('T6: the contact of somebody else, or of another bot, links nothing', async () => {
  const bad = [
    contactOf(999, '79160000112'),
    contactOf(112, '79160000112', '7000000002:AAH-another-bot-of-these-tests_0123'),
    signedByTelegram(token, { contact: '{"user_id":112}' }),
    initData(112),
  ]
  for (const contact of bad) {
    const { status, json } = await signIn(initData(112), contact)
    assert.equal([status, json['code']], [401, 'invalid_init_data'])
  }
})

test('whom nobody knows by this account is asked for a contact, and no client is made', async () => {
  const ask = (id: number) =>
    server.http('POST', '/v1/auth/telegram', {
      credential: clinic.publishable,
      body: { init_data: initData(id), known_only: true },
    })
  const { status, json } = await ask(120)
  assert.equal([status, json['code']], [422, 'contact_required'])
  await clinic.admin.clients.create({ first_name: 'Вера', phone: '+79160000120' })
  const me = await who(initData(120), contactOf(120, '79160000120'))
  assert.is(me.first_name, 'Вера')
  assert.is((await ask(120)).status, 200)
})

test('a clinic with a bot of its own believes that bot and no other', async () => {
  const own = '7000000003:AAH-the-own-bot-of-a-clinic_012345678'
  const slug = 'own-bot-clinic'
  const shop = await startServer({ TELEGRAM_BOT_TOKEN: `${token}, ${slug}=${own}` })
  try {
    const [with_own, without] = [await shop.found(slug), await shop.found()]
    const statusOf = async (credential: string, by: string) => {
      const body = { init_data: initData(1, {}, by) }
      return (await shop.http('POST', '/v1/auth/telegram', { credential, body })).status
    }
    assert.is(await statusOf(with_own.publishable, own), 200)
    assert.is(await statusOf(with_own.publishable, token), 401)
    assert.is(await statusOf(without.publishable, token), 200)
    assert.is(await statusOf(without.publishable, own), 401)
  } finally {
    await shop.close()
  }
})

const maxToken = 'the-token-of-the-bot-in-max-of-these-tests'
test('an account of MAX is an account of its own: by the phone it is the same client', async () => {
  const shop = await startServer({ MAX_BOT_TOKEN: maxToken, TELEGRAM_BOT_TOKEN: token })
  try {
    const home = await shop.found()
    const admin = shop.as(home.secret)
    const site = shop.as(home.publishable)
    const { id } = await admin.clients.create({ first_name: 'Вера', phone: '+79160000130' })
    const init_data = initData(131, {}, maxToken)
    const inMax = { init_data, messenger: 'max' } as const
    assert.is(await codeOf(site.auth.telegram({ ...inMax, known_only: true })), 'contact_required')
    assert.is(await codeOf(site.auth.telegram({ init_data })), 'invalid_init_data')
    const contact = contactOf(131, '79160000130', maxToken)
    const idOf = async (body: Parameters<typeof site.auth.telegram>[0]) =>
      (await shop.as((await site.auth.telegram(body)).access_token).me.get()).id
    assert.is(await idOf({ ...inMax, contact }), id)
    assert.is(await idOf({ ...inMax, known_only: true }), id)
    const other = await idOf({ init_data: initData(131) })
    assert.is.not(other, id, 'the same number in Telegram is somebody else')
    await admin.clients.merge(other, { duplicate_id: id })
    assert.is(await idOf({ ...inMax, known_only: true }), other)
    await admin.clients.erase(other)
    assert.is(await codeOf(site.auth.telegram({ ...inMax, known_only: true })), 'contact_required')
  } finally {
    await shop.close()
  }
})

test('the phone that a Mini App in MAX is given is the client’s, when MAX signed it for them and lately', async () => {
  const shop = await startServer({ MAX_BOT_TOKEN: maxToken })
  try {
    const home = await shop.found()
    const site = shop.as(home.publishable)
    const { id } = await shop.as(home.secret).clients.create({
      first_name: 'Лев',
      phone: '+79160000140',
    })
    const inMax = { init_data: initData(140, {}, maxToken), messenger: 'max' } as const
    const contact = (userId: number, authDate = String(secondsAgo(5)), by = maxToken) => {
      const text = `authDate=${authDate}\nphone=79160000140\nuserId=${userId}`
      const hash = createHmac('sha256', by).update(text).digest('hex')
      return new URLSearchParams({ phone: '+79160000140', authDate, hash }).toString()
    }
    const refused = [
      contact(141),
      contact(140, String(secondsAgo(7200))),
      contact(140, String(secondsAgo(5)), 'another-token-of-another-bot'),
      contact(140).replace('140&', '149&'),
      contact(140).replace(/hash=.*/, ''),
    ]
    for (const wrong of refused)
      assert.is(await codeOf(site.auth.telegram({ ...inMax, contact: wrong })), 'invalid_init_data')
    for (const authDate of [String(secondsAgo(5)), String(Date.now() - 5000)]) {
      const tokens = await site.auth.telegram({ ...inMax, contact: contact(140, authDate) })
      assert.is((await shop.as(tokens.access_token).me.get()).id, id)
    }
  } finally {
    await shop.close()
  }
})

test('without a bot the answer says so, whatever was sent', async () => {
  const other = await plain.found()
  const { status, json } = await plain.http('POST', '/v1/auth/telegram', {
    credential: other.publishable,
    body: { init_data: good },
  })
  assert.equal([status, json['code']], [422, 'telegram_unavailable'])
})

test.run()
