import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  botToken,
  initDataOf,
  signedByTelegram,
  telegramUser,
} from '../../../server/src/identity/test/telegram.ts'
import { inBrowser } from '../test/browser.ts'
import { appAround, lastTold, told } from '../test/messenger-app.ts'
import { setSite } from '../test/site-stage.ts'

const stage = await setSite({ TELEGRAM_BOT_TOKEN: botToken })
test.after(() => stage?.close())
const phone = { viewport: { width: 390, height: 844 } }

const around = (page: Page) => appAround(page, 'TelegramWebviewProxy')

function launchOf(initData: string): string {
  const theme = { bg_color: '#17212b', text_color: '#f5f5f5', button_color: '#5288c1' }
  const params = new URLSearchParams({
    tgWebAppData: initData,
    tgWebAppVersion: '8.0',
    tgWebAppPlatform: 'android',
    tgWebAppThemeParams: JSON.stringify(theme),
  })
  return `/#${params.toString()}`
}

const receive = (page: Page, type: string, payload: unknown) =>
  page.evaluate(
    ([name, data]) => {
      const { WebView } = Reflect.get(window, 'Telegram') as {
        WebView: { receiveEvent(type: unknown, data: unknown): void }
      }
      WebView.receiveEvent(name, data)
    },
    [type, payload] as const,
  )
const mainText = (page: Page, text: RegExp) =>
  page.waitForFunction((source) => {
    const all = Reflect.get(window, 'sent') as [string, Record<string, unknown>][]
    const last = all.filter(([each]) => each === 'web_app_setup_main_button').at(-1)?.[1]
    return last?.['is_visible'] === true && new RegExp(source).test(String(last['text']))
  }, text.source)

inBrowser(
  'inside of Telegram the site wears its colours, and its buttons book for who is signed in',
  async () => {
    if (!stage) return
    const { page, complaints, close } = await stage.go(launchOf(initDataOf(telegramUser(501))), {
      ...phone,
      before: around,
      // Known by nothing yet.
      expected: /422/,
    })
    await told(page, 'web_app_ready')
    await told(page, 'web_app_expand')
    const root = page.locator('html')
    assert.match((await root.getAttribute('class')) ?? '', 'messenger')
    assert.is(
      await root.evaluate((element) => element.style.getPropertyValue('--bw-paper')),
      '#17212b',
    )
    assert.is(await root.evaluate((element) => element.style.colorScheme), 'dark')

    // Whom the clinic does not know by Telegram it may know by the phone: nobody is made before they book.
    await page.locator('.offer button').last().click()
    await page.locator('.offer').waitFor({ state: 'detached' })
    assert.is((await stage.clinic.admin.clients.list({ search: 'Ким' })).data.length, 0)
    await page.locator('booking-widget .pill').first().click()
    await mainText(page, /./)
    assert.equal(await lastTold(page, 'web_app_setup_back_button'), { is_visible: true })
    await page.locator('booking-widget', { hasText: 'Вы вошли как Анна' }).waitFor()
    await receive(page, 'main_button_pressed', '')
    await mainText(page, /Записаться на/)
    await receive(page, 'back_button_pressed', '')
    await page.locator('booking-widget [part~="form"]').waitFor()
    await receive(page, 'main_button_pressed', '')
    await mainText(page, /Записаться на/)
    await receive(page, 'main_button_pressed', '')
    await page.locator('booking-widget [part~="ticket"]').waitFor()
    assert.is((await lastTold(page, 'web_app_setup_main_button'))?.['is_visible'], false)
    const { data } = await stage.clinic.admin.clients.list({ search: 'Ким' })
    assert.equal(
      data.map(({ telegram_id }) => telegram_id),
      ['501'],
    )
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser('a shared phone signs in the client who has it, without a code', async () => {
  if (!stage) return
  const { id } = await stage.clinic.admin.clients.create({
    first_name: 'Ольга',
    phone: '+79160000502',
  })
  const init = initDataOf(telegramUser(502))
  const contact = signedByTelegram(botToken, {
    contact: JSON.stringify({ user_id: 502, phone_number: '79160000502' }),
  })
  const { page, complaints, close } = await stage.go(launchOf(init), {
    ...phone,
    before: around,
    expected: /422/,
  })
  await page.locator('.offer button').first().click()
  await told(page, 'web_app_request_phone')
  await receive(page, 'phone_requested', { status: 'sent' })
  await told(page, 'web_app_invoke_custom_method')
  const asked = await lastTold(page, 'web_app_invoke_custom_method')
  await receive(page, 'custom_method_invoked', { req_id: asked?.['req_id'], result: contact })
  await page.locator('.offer').waitFor({ state: 'detached' })
  const kept = await stage.clinic.admin.clients.get(id)
  assert.equal([kept.phone, kept.telegram_id], ['+79160000502', '502'])
  const { data } = await stage.clinic.admin.clients.list({ limit: 100 })
  const theirs = data.filter((one) => one.telegram_id === '502' || one.phone === kept.phone)
  assert.equal(
    theirs.map((one) => one.id),
    [id],
  )
  assert.equal(complaints, [])
  await close()
})

inBrowser('with a forged launch one is a guest, as on any other site', async () => {
  if (!stage) return
  const forged = initDataOf(telegramUser(503)).replace(/hash=\w+/, `hash=${'a'.repeat(64)}`)
  const { page, complaints, close } = await stage.go(launchOf(forged), {
    ...phone,
    before: around,
    expected: /401/,
  })
  await told(page, 'web_app_ready')
  await page.locator('booking-widget .pill').first().click()
  await page.locator('booking-widget [name="phone"]').waitFor()
  assert.equal(complaints, [])
  await close()
})

test.run()
