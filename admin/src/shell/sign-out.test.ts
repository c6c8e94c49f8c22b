import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { setPanel } from '../test/panel-stage.ts'

const stage = await setPanel()
test.after(() => stage?.close())

inBrowser('who could not be signed out everywhere is told so, and stays', async () => {
  if (!stage) return
  const { page, close } = await stage.enter('owner', { path: 'settings/profile', expected: /403/ })
  const refused = {
    status: 403,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', title: 'No', status: 403, code: 'forbidden' }),
  }
  await page.route('**/auth/logout-all', (route) => route.fulfill(refused))
  const leave = async () => {
    await page.getByRole('button', { name: 'Выйти на всех устройствах' }).click()
    await page.locator('confirm-dialog').getByRole('button', { name: 'Выйти' }).click()
  }
  await leave()
  await page.locator('toast-stack .bad').waitFor()
  assert.is(await page.locator('sign-in-form').count(), 0)
  await page.unroute('**/auth/logout-all')
  await leave()
  await page.locator('sign-in-form').waitFor()
  await close()
})

test.run()
