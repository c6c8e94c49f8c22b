import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  initDataOf,
  telegramStage,
  telegramUser,
} from '../../../server/src/identity/test/telegram.ts'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { setPanel } from '../test/panel-stage.ts'

const { telegram, settings } = await telegramStage()
const stage = await setPanel(
  {},
  {
    WEBHOOK_PRIVATE: '1',
    ...settings,
  },
)
test.after(async () => {
  await stage?.close()
  await telegram.close()
})

const section = (page: Page, name: string) => page.locator(`${name}-section`)

inBrowser('a secret key is shown once, works, and is never shown again', async () => {
  if (!stage) return
  const { page, complaints, close } = await stage.enter('owner', { path: 'settings/keys' })
  const keys = section(page, 'keys')
  await keys.getByRole('button', { name: 'Создать ключ' }).click()
  await keys.locator('#name').fill('Учёт')
  await keys.locator('#kind').selectOption('secret')
  await keys.getByLabel('catalogue:read').check()
  await keys.locator('entity-form').getByRole('button', { name: 'Создать' }).click()
  const secret = (await keys.locator('secret-once code').innerText()).trim()
  assert.match(secret, /^sk_/)
  const { data } = await stage.server.as(secret).services.list()
  assert.is(data.length, 1)
  await keys.getByRole('button', { name: 'Готово, ключ у меня' }).click()
  await keys.getByRole('row', { name: /Учёт/ }).waitFor()
  assert.not.match(await page.content(), secret)
  await page.reload()
  await keys.getByRole('row', { name: /Учёт/ }).click()
  await keys.locator('entity-form #name').waitFor()
  const shown = await page.evaluate(() => document.querySelector('panel-app')?.outerHTML ?? '')
  assert.not.match(shown, secret)
  assert.is(await keys.locator('secret-once').count(), 0)
  assert.equal(complaints, [])
  await close()
})

inBrowser(
  'a key made for a site is in its snippet, and the widget lives in the preview',
  async () => {
    if (!stage) return
    const { page, complaints, close } = await stage.enter('admin', { path: 'settings/embed' })
    const embed = section(page, 'embed')
    await embed.getByRole('button', { name: 'Создать ключ для сайта' }).click()
    await embed
      .locator('secret-once code')
      .filter({ hasText: /api-key="pk_/ })
      .waitFor()
    const frame = page.frameLocator('embed-section iframe')
    await frame.locator('booking-widget [part~="slot"]').first().waitFor()
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser(
  'a wrong address of a logo is refused beside its field, and nothing is lost',
  async () => {
    if (!stage) return
    const { page, close } = await stage.enter('owner', {
      path: 'settings/organization',
      expected: /400|422/,
    })
    const form = section(page, 'organization')
    await form.locator('#name').fill('Новая осанка')
    await form.locator('[id="branding/logo_url"]').fill('http://плохо')
    await form.getByRole('button', { name: 'Сохранить' }).click()
    await form.locator('[id="branding/logo_url-wrong"]').waitFor()
    assert.is(await form.locator('#name').inputValue(), 'Новая осанка')
    await form.locator('[id="branding/logo_url"]').fill('https://clinic.example/logo.svg')
    await form.getByRole('button', { name: 'Сохранить' }).click()
    await page.locator('toast-stack').getByText('Сохранено').waitFor()
    const { name, branding } = await stage.clinic.admin.organization.get()
    assert.equal([name, branding.logo_url], ['Новая осанка', 'https://clinic.example/logo.svg'])
    await close()
  },
)

inBrowser('rules of booking are set for all branches', async () => {
  if (!stage) return
  const { page, close } = await stage.enter('owner', { path: 'settings/rules' })
  const rules = section(page, 'rules')
  await rules.locator('#lead_time_min').fill('120')
  await rules.locator('#late_cancel').selectOption('fee')
  await rules.getByRole('button', { name: 'Сохранить' }).click()
  await page.locator('toast-stack').getByText('Сохранено').waitFor()
  const { policies } = await stage.clinic.admin.organization.get()
  assert.equal([policies.lead_time_min, policies.late_cancel], [120, 'fee'])
  await close()
})

inBrowser('somebody is added to the staff, signs in, and loses their access', async () => {
  if (!stage) return
  const { page, close } = await stage.enter('owner', { path: 'settings/staff' })
  const staff = section(page, 'staff')
  await staff.getByRole('button', { name: 'Добавить сотрудника' }).click()
  await staff.locator('#name').fill('Ольга')
  await staff.locator('#email').fill('olga@panel.test')
  await staff.locator('#password').fill('a long password')
  await staff.getByRole('button', { name: 'Создать' }).click()
  await staff.getByRole('row', { name: /Ольга/ }).click()
  const signIn = () =>
    stage.clinic.site.auth.staff({ email: 'olga@panel.test', password: 'a long password' })
  assert.ok(await signIn())
  await staff.getByRole('button', { name: 'Закрыть доступ' }).click()
  await page.locator('confirm-dialog').getByRole('button', { name: 'Закрыть доступ' }).click()
  await staff.getByRole('row', { name: /Ольга/ }).waitFor({ state: 'detached' })
  const isRefused = await signIn().then(
    () => false,
    () => true,
  )
  assert.ok(isRefused)
  await close()
})

inBrowser('a webhook says its secret once, and what was sent may be sent again', async () => {
  if (!stage) return
  const { page, close } = await stage.enter('admin', { path: 'settings/webhooks' })
  const hooks = section(page, 'webhooks')
  await hooks.getByRole('button', { name: 'Добавить адрес' }).first().click()
  await hooks.locator('#url').fill('http://127.0.0.1:9/hook')
  await hooks.getByRole('button', { name: 'Создать' }).click()
  assert.match(await hooks.locator('secret-once code').innerText(), /whsec_/)
  await hooks.getByRole('button', { name: 'Готово' }).click()
  await stage.clinic.admin.clients.create({ first_name: 'Вера', phone: '+79165550011' })
  const row = hooks.locator('deliveries-list').getByRole('row', { name: /client\.created/ })
  for (let tries = 0; tries < 10 && (await row.count()) === 0; tries++) {
    await page.waitForTimeout(500)
    await page.reload()
    await hooks.getByRole('row', { name: /127\.0\.0\.1/ }).click()
    await hooks.locator('deliveries-list').locator('table, .empty').first().waitFor()
  }
  await row.getByRole('button', { name: 'Отправить снова' }).click()
  await page.locator('toast-stack').getByText('Отправлено снова').waitFor()
  await close()
})

inBrowser(
  'a notification’s words are seen as they will read, and a wrong name is refused',
  async () => {
    if (!stage) return
    const { page, close } = await stage.enter('admin', {
      path: 'settings/texts',
      expected: /400|422/,
    })
    const texts = section(page, 'texts')
    await texts
      .getByRole('button', { name: /Запись подтверждена/ })
      .first()
      .click()
    await texts.locator('text-preview .bubble').waitFor()
    await texts.locator('input#title').fill('Ждём вас!')
    await texts.locator('text-preview .bubble').filter({ hasText: 'Ждём вас!' }).waitFor()
    await texts.locator('input#title').fill('{nonsense}')
    await texts.locator('text-preview [role="alert"]').waitFor()
    await texts.locator('input#title').fill('Ждём вас!')
    await texts.getByRole('button', { name: 'Сохранить' }).click()
    await texts.getByText('свой текст').first().waitFor()
    await page.goto(`${stage.server.url}/admin/settings/notifications`)
    const rules = section(page, 'notifications')
    await rules.getByLabel('Просьба об отзыве').first().click()
    await rules.getByRole('button', { name: 'Сохранить' }).click()
    await page.locator('toast-stack').getByText('Сохранено').waitFor()
    const { rules: kept } = await stage.clinic.admin.notificationRules.get()
    assert.ok(kept.some(({ template, is_default }) => template === 'review' && !is_default))
    await close()
  },
)

inBrowser('what an administrator changes is in the log with their name', async () => {
  if (!stage) return
  await stage.clinic.admin.organization.update({ name: 'Журнал' })
  const { page, close } = await stage.enter('owner', { path: 'settings/audit' })
  const audit = section(page, 'audit')
  await audit
    .getByRole('row', { name: /organization/ })
    .first()
    .waitFor()
  await close()
})

inBrowser('reception has only their profile, and links their Telegram there', async () => {
  if (!stage) return
  const { page, close } = await stage.enter('reception', { path: 'settings/keys' })
  await page.locator('profile-section').waitFor()
  assert.is(await page.locator('settings-page nav a').count(), 1)
  const about = page.locator('profile-section entity-form').first()
  await about.locator('#name').fill('Ольга из ресепшена')
  await about.locator('#old_password').fill('what was typed')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Profile' }).waitFor()
  await page.getByRole('button', { name: 'Русский' }).click()
  await about.getByRole('button', { name: 'Сохранить' }).click()
  await page.locator('profile-section header').getByText('Ольга из ресепшена').waitFor()
  assert.is(await about.locator('#old_password').inputValue(), '')
  const telling = page.locator('own-telling')
  await telling.getByLabel('Об отменах').selectOption('all')
  await page.locator('toast-stack').getByText('Сохранено').last().waitFor()
  await telling.getByRole('button', { name: 'Привязать Telegram' }).click()
  const href = await telling.getByRole('link', { name: 'Открыть Telegram' }).getAttribute('href')
  await stage.clinic.site.notificationPreferences.redeemTelegramLink({
    init_data: initDataOf(telegramUser(77)),
    link: new URL(href ?? '').searchParams.get('start') ?? '',
  })
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await telling.getByText('Сообщаем в Telegram').waitFor()
  await telling.getByRole('button', { name: 'Отвязать Telegram' }).click()
  await telling.getByText('Сейчас сообщаем на почту').waitFor()
  await close()
})

test.run()
