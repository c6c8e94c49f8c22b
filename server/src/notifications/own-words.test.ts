import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { before, openTelling } from './test/telling.ts'
import { unsubscribeUrl } from './unsubscribe.ts'

const stage = await openTelling()
test.after(stage.close)
const { clinic, ears, person, book, tell, short } = stage
const { admin } = clinic

test('a clinic’s own words name the price and the balance, in the client’s language', async () => {
  const body = '{when}\n{price}\nБаланс: {balance}'
  const words = { template: 'confirmed', locale: 'ru', title: 'Ждём', body } as const
  const shown = await admin.notificationTexts.preview(words)
  const plain = (text: string) => text.replace(/[^\S\n]/g, ' ')
  assert.match(plain(shown.body), /\n2 500 ₽\nБаланс: 2 500 ₽$/)
  assert.not.match(shown.push.body, /₽/)
  await admin.notificationTexts.put(words)
  await admin.notificationTexts.put({ ...words, locale: 'en', body: '{price}, {balance}' })
  const anna = await person({ telegram: '831' })
  await admin.clients.addTransaction(anna.id, { type: 'deposit', amount: 100_050 })
  await book(anna, '09:30')
  await tell()
  const confirmed = () => ears.telegram.heard.filter(({ title }) => title === 'Ждём').at(-1)?.body
  assert.match(plain(confirmed() ?? ''), /\n2 500 ₽\nБаланс: 1 000,50 ₽$/)
  await anna.sdk.me.update({ locale: 'en' })
  await book(anna, '10:30')
  await tell()
  assert.is(plain(confirmed() ?? ''), 'RUB 2,500, RUB 1,000.50')
  for (const locale of ['ru', 'en'] as const)
    await admin.notificationTexts.reset({ template: 'confirmed', locale })
})

test('a request for a review goes out only when there is where to write it, and the rule says so', async () => {
  const enabled = [{ template: 'review', enabled: true } as const]
  const of = (rules: { template: string; blocked_by: string | null }[]) =>
    rules.find(({ template }) => template === 'review')?.blocked_by
  const without = await admin.notificationRules.put({ review_url: null, rules: enabled })
  assert.is(of(without.rules), 'no_review_url')
  const anna = await person({ email: 'review@example.com' })
  const come = async (time: string) => {
    const visit = await book(anna, time)
    await tell()
    await admin.appointments.arrive(visit.id)
    await admin.appointments.complete(visit.id)
    await tell()
    await stage.at(before(visit.ends_at, -25), anna)
  }
  await come('09:00')
  assert.ok((await short(anna.id)).includes('review email skipped no_review_url'))
  const review_url = 'https://reviews.example/arbat'
  const withUrl = await admin.notificationRules.put({ review_url, rules: enabled })
  assert.is(of(withUrl.rules), null)
  await come('11:00')
  const letter = ears.email.heard.at(-1)!
  assert.equal([letter.title, letter.url], ['Как всё прошло?', review_url])

  const { pathname } = new URL(letter.unsubscribeUrl ?? '')
  await stage.server.http('POST', pathname, {
    raw: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  assert.is((await admin.clients.notificationPreferences(anna.id)).follow_ups, false)
  await stage.owner.query(`delete from notifications where client_id = $1`, [anna.id])
  await come('13:00')
  const told = (await short(anna.id)).filter((line) => !line.startsWith('reminder'))
  assert.equal(told, ['confirmed email sent', 'review email skipped unwanted'])
  assert.is(ears.email.heard.at(-1)?.unsubscribeUrl, null, 'visits are told of as before')
  await admin.notificationRules.put({ review_url: null, rules: [] })
})

test('a link in a letter to a card that was merged since, and what was unwanted there, holds for the one that stays', async () => {
  const [old, kept] = [await person({ email: 'old@example.com' }), await person()]
  const { app } = stage.server
  const url = unsubscribeUrl(app, { organizationId: clinic.organizationId, clientId: old.id })
  await admin.clients.updateNotificationPreferences(kept.id, {
    quiet_from: '20:00',
    quiet_to: '10:00',
  })
  await old.sdk.me.updateNotificationPreferences({
    reminders: false,
    channels: [{ channel: 'email', enabled: false }],
    quiet_from: '23:00',
    quiet_to: '07:00',
  })
  await admin.clients.merge(kept.id, { duplicate_id: old.id })
  const now = () => admin.clients.notificationPreferences(kept.id)
  const { reminders, channels, quiet_from, follow_ups } = await now()
  assert.equal([reminders, channels.length, quiet_from, follow_ups], [false, 1, '20:00', true])
  await stage.server.http('POST', new URL(url).pathname, {
    raw: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  assert.is((await now()).follow_ups, false)
})

test.run()
