import { readFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openMailbox } from '../../../server/src/identity/test/mailbox.ts'
import { telegramStage } from '../../../server/src/identity/test/telegram.ts'
import { openAccount } from '../test/account-stage.ts'
import { hindrances } from '../test/axe.ts'
import { inBrowser } from '../test/browser.ts'
import { setStage } from '../test/stage.ts'

const mailbox = await openMailbox()
const { telegram, settings } = await telegramStage()
const stage = await setStage({
  ...{ SMTP_URL: mailbox.url, MAIL_FROM: 'clinic@clinic.test' },
  ...settings,
})
test.after(async () => {
  await stage?.close()
  await telegram.close()
  await mailbox.close()
})

inBrowser(
  'what was changed at the desk is not written over, and nothing typed is lost',
  async () => {
    if (!stage) return
    const { page, part, clinic, person, sdk, close } = await openAccount(stage, { expected: /412/ })
    await part('tab').nth(3).click()
    await page.locator('#first_name').fill('Аня')
    await clinic.admin.clients.update(person.id, { last_name: 'Сидорова' })
    await part('submit').click()
    await part('notice').waitFor()
    assert.match(await part('notice').innerText(), 'в другом месте')
    assert.is(await page.locator('#first_name').inputValue(), 'Аня')
    assert.is(await page.locator('#last_name').inputValue(), 'Сидорова')
    await part('submit').click()
    await part('notice').filter({ hasText: 'Сохранено' }).waitFor()
    const { first_name, last_name } = await sdk.me.get()
    assert.equal([first_name, last_name], ['Аня', 'Сидорова'])
    await close()
  },
)

inBrowser(
  'by which ways and at which hours one is written to is one’s own to say, over what was seen; Telegram is linked from there',
  async () => {
    if (!stage) return
    const account = await openAccount(stage, { times: [], expected: /412|asked t\.me/ })
    const { page, part, clinic, person, sdk, close } = account
    await clinic.admin.clients.update(person.id, { email: 'anna@clients.test' })
    await part('tab').nth(3).click()
    const saved = (act: Promise<unknown>) =>
      Promise.all([page.waitForResponse((answer) => answer.request().method() === 'PATCH'), act])
    await saved(page.locator('#by-email').uncheck())
    await saved(page.locator('#reminders').uncheck())
    await saved(page.locator('#quiet').check())
    // Each key is a change of the time, and the last of them counts.
    await page.locator('#quiet_from').pressSequentially('0930AM')
    await saved(page.locator('#quiet_from').blur())
    const told = async () => {
      const { channels, reminders, quiet_from, quiet_to } = await sdk.me.notificationPreferences()
      const email = channels.find(({ channel }) => channel === 'email')?.enabled
      return { email, reminders, quiet_from, quiet_to }
    }
    assert.equal(await told(), {
      ...{ email: false, reminders: false },
      ...{ quiet_from: '09:30', quiet_to: '08:00' },
    })
    assert.equal(await hindrances(page, 'booking-account'), [])
    await sdk.me.updateNotificationPreferences({ quiet_from: null, quiet_to: null })
    await page.locator('#by-email').click()
    await part('notice').waitFor()
    assert.is(await page.locator('#by-email').isChecked(), false, 'a refused tick is taken back')
    assert.match(await part('notice').innerText(), 'в другом месте')
    assert.is(await page.locator('#quiet').isChecked(), false)
    await saved(page.locator('#by-email').check())
    assert.is((await told()).email, true)

    await page.route('https://t.me/**', (route) => route.fulfill({ body: 'Telegram' }))
    await part('telegram-link').click()
    await page.waitForURL(/^https:\/\/t\.me\/arbat_bot\?start=link_/)
    await close()
  },
)

inBrowser('a consent is given and withdrawn', async () => {
  if (!stage) return
  const { page, part, clinic, sdk, close } = await openAccount(stage, { times: [] })
  const { admin } = clinic
  await admin.consentTexts.create({ kind: 'marketing', version: '1', locale: 'ru', text: 'Текст' })
  await part('tab').nth(3).click()
  await page.locator('#consent_marketing').check()
  await part('consent').filter({ hasText: 'Согласие от' }).waitFor()
  await page.locator('#consent_marketing').uncheck()
  await part('consent').filter({ hasText: 'Отозвано' }).waitFor()
  assert.equal(
    (await sdk.me.consents()).data.map(({ granted }) => granted),
    [false, true],
  )
  await close()
})

inBrowser('everything that is kept can be downloaded', async () => {
  if (!stage) return
  const { page, part, complaints, close } = await openAccount(stage)
  await part('tab').nth(3).click()
  const [file] = await Promise.all([page.waitForEvent('download'), part('export').click()])
  const text = await readFile(await file.path(), 'utf8')
  const kept = JSON.parse(text) as { client: { first_name: string }; appointments: unknown[] }
  assert.is(kept.client.first_name, 'Анна')
  assert.is(kept.appointments.length, 1)
  assert.match(file.suggestedFilename(), /\.json$/)
  assert.equal(complaints, [])
  await close()
})

inBrowser(
  'data is erased after a typed word, and not before coming visits are cancelled',
  async () => {
    if (!stage) return
    const { page, part, clinic, person, sdk, close } = await openAccount(stage, { expected: /409/ })
    await part('tab').nth(3).click()
    await part('erase').click()
    await part('submit').click()
    assert.match(await part('error').innerText(), 'удалить')
    await page.locator('#word').fill('Удалить')
    await part('submit').click()
    await part('notice').waitFor()
    assert.match(await part('notice').innerText(), 'отмените предстоящие')
    const [visit] = (await sdk.appointments.list({})).data
    await sdk.appointments.cancel(visit?.id ?? 0)
    await part('submit').click()
    await part('sign-in').waitFor()
    assert.is(await part('notice').innerText(), 'Ваши данные удалены.')
    assert.ok((await clinic.admin.clients.get(person.id)).erased_at)
    assert.is(await page.evaluate(() => localStorage.length), 0)
    await close()
  },
)

inBrowser(
  'a session that has ended is told of, and nothing of it stays on the screen',
  async () => {
    if (!stage) return
    const { part, sdk, page, close } = await openAccount(stage, { expected: /401|403/ })
    await sdk.auth.logoutAll()
    await part('tab').nth(1).click()
    await part('sign-in').waitFor()
    assert.match(await part('notice').innerText(), 'сеанс закончился')
    assert.not.match(await page.locator('booking-account').innerText(), 'Петрова')
    await close()
  },
)

inBrowser('who signs out on all devices is signed out on the others', async () => {
  if (!stage) return
  const { part, person, close } = await openAccount(stage, { times: [] })
  await part('tab').nth(3).click()
  await part('sign-out-everywhere').click()
  await part('sign-in').waitFor()
  assert.is(await part('notice').innerText(), 'Вы вышли.')
  const answer = await stage.server.http('GET', '/v1/me', { credential: person.token })
  assert.is(answer.status, 401)
  await close()
})

test.run()
