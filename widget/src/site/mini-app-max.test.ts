import { createHmac } from 'node:crypto'
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { signedByTelegram, telegramUser } from '../../../server/src/identity/test/telegram.ts'
import { inBrowser } from '../test/browser.ts'
import { appAround, told } from '../test/messenger-app.ts'
import { setSite } from '../test/site-stage.ts'

const token = 'the-token-of-the-bot-in-max-of-these-tests'
const stage = await setSite({ MAX_BOT_TOKEN: token })
test.after(() => stage?.close())

const visit = (id: number, more: Record<string, string> = {}, path = '/') => {
  const fields = { user: telegramUser(id), query_id: 'q', ip: '127.0.0.1', ...more }
  const params = { WebAppData: signedByTelegram(token, fields), WebAppPlatform: 'android' }
  return stage?.go(`${path}#${new URLSearchParams(params).toString()}`, {
    viewport: { width: 390, height: 844 },
    before: (page) => appAround(page, 'WebViewHandler'),
    // Known by nothing yet.
    expected: /422/,
  })
}

const receive = (page: Page, type: string, payload: unknown) =>
  page.evaluate(
    ([name, data]) => {
      const app = Reflect.get(window, 'WebApp') as { sendEvent(type: string, data: string): void }
      app.sendEvent(name, data)
    },
    [type, JSON.stringify(payload)] as const,
  )

inBrowser('inside of MAX a shared phone signs in, and the visit is the client’s', async () => {
  if (!stage) return
  const { id } = await stage.clinic.admin.clients.create({
    first_name: 'Ольга',
    phone: '+79160000602',
  })
  const { page, complaints, close } = (await visit(602))!
  await told(page, 'WebAppReady')
  assert.match((await page.locator('.offer').textContent()) ?? '', /из MAX/)
  await page.locator('.offer button').first().click()
  const { requestId } = await told(page, 'WebAppRequestPhone')
  const authDate = String(Math.floor(Date.now() / 1000))
  const text = `authDate=${authDate}\nphone=79160000602\nuserId=602`
  const hash = createHmac('sha256', token).update(text).digest('hex')
  const answer = { requestId, phone: '+79160000602', authDate, hash }
  await receive(page, 'WebAppRequestPhone', answer)
  await page.locator('.offer').waitFor({ state: 'detached' })

  await page.locator('booking-widget .pill').first().click()
  await page.locator('booking-widget', { hasText: 'Вы вошли как Ольга' }).waitFor()
  assert.equal(await told(page, 'WebAppSetupBackButton'), { isVisible: true })
  assert.equal(await told(page, 'WebAppSetupClosingBehavior'), { needConfirmation: true })
  await receive(page, 'WebAppBackButtonPressed', {})
  await page.locator('booking-widget .pill').first().click()
  // MAX has no button of its own for the step: the page's is there.
  await page.locator('booking-widget [part~="submit"]').click()
  await page.locator('booking-widget [name="method"]').first().waitFor()
  await page.locator('booking-widget [part~="submit"]').click()
  await page.locator('booking-widget [part~="ticket"]').waitFor()
  const { data } = await stage.clinic.admin.appointments.list({ client_id: id })
  assert.is(data.length, 1)
  assert.equal(complaints, [])
  await close()
})

inBrowser(
  'the app of a bot of several clinics opens at the one that its button names',
  async () => {
    if (!stage) return
    const other = await stage.server.found()
    const name = 'Клиника «Соседи»'
    await stage.server.as(other.secret).organization.update({ name })
    const { page, close } = (await visit(603, { start_param: `clinic-${other.slug}` }))!
    await page.locator('h1', { hasText: name }).waitFor()
    await told(page, 'WebAppReady')
    assert.is(new URL(page.url()).searchParams.get('clinic'), other.slug)
    await close()
    const advertised = (await visit(604, { start_param: 'spring' }))!
    await told(advertised.page, 'WebAppReady')
    assert.is(new URL(advertised.page.url()).search, '')
    await advertised.close()
  },
)

test.run()
