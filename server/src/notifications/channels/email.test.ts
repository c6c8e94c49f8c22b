import ICAL from 'ical.js'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startMailServer } from '../test/mail-server.ts'
import { of, parcel } from '../test/parcel.ts'
import { emailChannel } from './email.ts'

const mailFrom = 'Клиника <no-reply@clinic.example>'
const server = await startMailServer()
const channel = emailChannel({ smtpUrl: server.url, mailFrom })
test.after(async () => {
  await channel.close()
  await server.close()
})
test.before.each(() => {
  server.refuses.clear()
  server.isCuttingOff = false
})

let people = 0
const letterTo = (differs: Parameters<typeof parcel>[0] = {}) =>
  parcel({ recipient: `anna${++people}@clients.example`, ...differs })

const calendar = {
  method: 'REQUEST' as const,
  text: [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Zapis//Zapis//EN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:appointment-7@zapis.example',
    'DTSTAMP:20270101T000000Z',
    'DTSTART:20270112T073000Z',
    'SUMMARY:Визит',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n'),
}

test('a letter says the same in words and in HTML, in the dark too', async () => {
  const letter = letterTo({ title: 'Запись <подтверждена>', body: 'в 10:30 & "рано"' })
  assert.equal(await channel.send(letter, of), { kind: 'sent' })
  const [received] = server.receivedBy(letter.recipient)
  const { subject, text, html, from } = received!.letter
  assert.is(subject, 'Запись <подтверждена>')
  assert.is(from?.address, 'no-reply@clinic.example')
  assert.match(text ?? '', 'в 10:30 & "рано"\n\nОткрыть запись: https://zapis.example/manage/abc')
  assert.match(
    html ?? '',
    '<h1>Запись &lt;подтверждена&gt;</h1><p>в 10:30 &amp; &quot;рано&quot;</p>',
  )
  assert.match(html ?? '', 'prefers-color-scheme:dark')
  assert.match(received!.raw, /^Auto-Submitted: auto-generated\r$/m)
})

test('the calendar file is a part that mail programs read and a file that people open', async () => {
  const letter = letterTo({ calendar })
  await channel.send(letter, of)
  const [received] = server.receivedBy(letter.recipient)
  assert.match(received!.raw, /Content-Type: text\/calendar; charset=utf-8; method=REQUEST/)
  const file = received!.letter.attachments.find(({ filename }) => filename === 'visit.ics')
  const content = Buffer.from(file!.content as ArrayBuffer).toString('utf8')
  const event = new ICAL.Component(ICAL.parse(content) as unknown[]).getFirstSubcomponent('vevent')
  assert.is(event?.getFirstPropertyValue('uid'), 'appointment-7@zapis.example')
})

test('an advertisement can be stopped by the mail program’s own button', async () => {
  const url = 'https://zapis.example/unsubscribe/token'
  const letter = letterTo({ unsubscribeUrl: url })
  await channel.send(letter, of)
  const [received] = server.receivedBy(letter.recipient)
  const headers = new Map(received!.letter.headers.map(({ key, value }) => [key, value]))
  assert.is(headers.get('list-unsubscribe'), `<${url}>`)
  assert.is(headers.get('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
  assert.match(received!.letter.html ?? '', `<a href="${url}">Отписаться</a>`)
  const plain = letterTo()
  await channel.send(plain, of)
  assert.not.match(server.receivedBy(plain.recipient)[0]!.raw, /List-Unsubscribe/)
})

test('sent again it has the same Message-ID', async () => {
  const letter = letterTo({ key: '7-42' })
  await channel.send(letter, of)
  await channel.send(letter, of)
  assert.equal(
    server.receivedBy(letter.recipient).map(({ letter: { messageId } }) => messageId),
    Array<string>(2).fill('<notification-7-42@clinic.example>'),
  )
})

test('N1: a title with a line break puts no header into the letter', async () => {
  const letter = letterTo({ title: 'Тема\r\nBcc: evil@evil.example' })
  await channel.send(letter, of)
  const [received] = server.receivedBy(letter.recipient)
  assert.is(received?.letter.subject, 'Тема Bcc: evil@evil.example')
  assert.is(server.receivedBy('evil@evil.example').length, 0)
})

const refusals = [
  ['550 5.1.1 no such user', { kind: 'gone', error: 'no_such_address' }],
  ['550 no such user', { kind: 'gone', error: 'no_such_address' }],
  ['550 5.7.1 we do not like you', { kind: 'failed', error: 'smtp_550' }],
  ['552 5.2.2 mailbox full', { kind: 'failed', error: 'smtp_552' }],
  ['450 4.2.0 greylisted', { kind: 'again', error: 'smtp_450', seconds: null }],
] as const
for (const [line, outcome] of refusals)
  test(`${line}: ${outcome.kind}`, async () => {
    const letter = letterTo()
    server.refuses.set(letter.recipient, line)
    assert.equal(await channel.send(letter, of), outcome)
  })

test('a server that hangs up when it has the letter may have it', async () => {
  server.isCuttingOff = true
  const outcome = await channel.send(letterTo(), of)
  assert.equal(outcome, { kind: 'again', error: 'ECONNECTION', seconds: null, isUncertain: true })
})

test('letters share connections, and one that the server has closed is no trouble', async () => {
  const own = emailChannel({ smtpUrl: server.url, mailFrom })
  const before = server.opened
  for (let count = 0; count < 5; count++) await own.send(letterTo(), of)
  assert.is(server.opened - before, 1)
  server.hangUp()
  assert.equal(await own.send(letterTo(), of), { kind: 'sent' })
  await own.close()
})

test('a server that is not there was certainly not reached', async () => {
  const away = emailChannel({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom })
  const outcome = await away.send(letterTo(), of)
  assert.equal(outcome, { kind: 'again', error: 'ESOCKET', seconds: null, isUncertain: false })
  await away.close()
})

test('one that says nothing is given up when nobody waits any more', async () => {
  const mute = createServer().listen(0, '127.0.0.1')
  await once(mute, 'listening')
  const { port } = mute.address() as AddressInfo
  const away = emailChannel({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom })
  const outcome = await away.send(letterTo(), { ...of, signal: AbortSignal.timeout(100) })
  assert.equal(outcome, { kind: 'again', error: 'interrupted', seconds: null, isUncertain: false })
  await away.close()
  mute.close()
})

test('a wrong password is mended by people, and is not in what it answers', async () => {
  const strict = await startMailServer({ user: 'zapis', password: 'right' })
  const good = emailChannel({ smtpUrl: strict.url, mailFrom })
  assert.equal(await good.send(letterTo(), of), { kind: 'sent' })
  const bad = emailChannel({ smtpUrl: strict.url.replace('right', 'wrong'), mailFrom })
  const outcome = await bad.send(letterTo(), of)
  assert.equal(outcome, { kind: 'again', error: 'smtp_535', seconds: 60, isOfAll: true })
  for (const each of [good, bad]) await each.close()
  await strict.close()
})

test.run()
