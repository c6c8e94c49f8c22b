import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { barriers } from '../../../widget/src/test/axe.ts'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { setPanel, signIn } from '../test/panel-stage.ts'

const stage = await setPanel()
test.after(() => stage?.close())

inBrowser('a member of staff signs in, and a reload finds them signed in', async () => {
  if (!stage) return
  const { page, complaints, close } = await stage.enter('owner')
  await page.getByRole('link', { name: 'День' }).first().waitFor()
  await page.reload()
  await page.locator('panel-frame main').waitFor()
  assert.is(await page.locator('sign-in-form').count(), 0)
  assert.equal(complaints, [])
  await close()
})

inBrowser(
  'a wrong password is refused in the words of the server, and may be corrected',
  async () => {
    if (!stage) return
    const { page, close } = await stage.enter(null, { expected: /401/ })
    const { email, password } = await stage.member('owner')
    await signIn(page, { email, password: 'not the password' })
    const wrong = page.locator('sign-in-form [role="alert"]')
    await wrong.filter({ hasText: /\S/ }).waitFor()
    await signIn(page, { email, password })
    await page.locator('panel-frame main').waitFor()
    await close()
  },
)

inBrowser('who signs out in one tab is signed out in the others', async () => {
  if (!stage) return
  const { page, close } = await stage.enter('reception')
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.locator('panel-frame main').waitFor()
  await page.locator('button.me').click()
  await page.getByRole('button', { name: 'Выйти' }).click()
  await page.locator('sign-in-form').waitFor()
  await other.locator('sign-in-form').waitFor()
  await close()
})

inBrowser('language and theme are chosen once and kept', async () => {
  if (!stage) return
  const { page, close } = await stage.enter('owner')
  await page.locator('button.me').click()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Dark' }).click()
  await page.reload()
  await page.getByRole('link', { name: 'Day' }).first().waitFor()
  const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
  assert.is(scheme, 'dark')
  await close()
})

inBrowser('Ctrl+K opens the commands, a few letters and Enter run one', async () => {
  if (!stage) return
  const { page, close } = await stage.enter('owner')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('engl')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Day' }).first().waitFor()
  // The panel has its keys back when the dialog has gone.
  await page.locator('command-palette dialog[open]').waitFor({ state: 'detached' })
  await page.keyboard.press('?')
  await page.getByRole('heading', { name: 'Shortcuts' }).waitFor()
  await close()
})

inBrowser(
  'without a connection the panel says so, and what was sent is made once it is back, once',
  async () => {
    if (!stage) return
    const { clinic } = stage
    const path = `day/${clinic.day}`
    const { page, close } = await stage.enter('owner', {
      path,
      expected: /ERR_INTERNET|Failed to fetch/,
    })
    await page.locator('day-calendar .ec-body').waitFor()
    await page.getByRole('button', { name: 'Записать', exact: true }).click()
    await page.getByRole('button', { name: 'Новый клиент' }).click()
    await page.locator('client-picker #first_name').fill('Вера')
    await page.locator('client-picker #phone').fill('+79160001234')
    await page.context().setOffline(true)
    await page.locator('book-dialog button.main').click()
    await page.locator('p.banner', { hasText: 'Нет связи' }).waitFor()
    assert.is(
      (await clinic.admin.appointments.list({ from: clinic.day, to: clinic.day })).data.length,
      0,
    )
    await page.context().setOffline(false)
    await page.locator('day-calendar .visit', { hasText: 'Вера' }).waitFor()
    await page.locator('p.banner').waitFor({ state: 'hidden' })
    assert.is(
      (await clinic.admin.appointments.list({ from: clinic.day, to: clinic.day })).data.length,
      1,
    )
    await close()
  },
)

for (const colorScheme of ['light', 'dark'] as const)
  inBrowser(`axe finds nothing to mend at the door and in the frame, ${colorScheme}`, async () => {
    if (!stage) return
    const { page, close } = await stage.enter(null, { colorScheme })
    await page.locator('sign-in-form').waitFor()
    assert.equal(await barriers(page, 'panel-app'), [])
    await signIn(page, await stage.member('owner'))
    await page.locator('panel-frame main').waitFor()
    await page.locator('button.me').click()
    assert.equal(await barriers(page, 'panel-app'), [])
    await close()
  })

test.run()
