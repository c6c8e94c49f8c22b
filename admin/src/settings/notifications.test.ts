import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { barriers } from '../../../widget/src/test/axe.ts'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { setPanel } from '../test/panel-stage.ts'

const stage = await setPanel()
test.after(() => stage?.close())

inBrowser(
  'a service has rules of its own, kept over a reload, until it is as for all',
  async () => {
    if (!stage) return
    const { admin, serviceId } = stage.clinic
    const ownRules = async () =>
      (await admin.notificationRules.get()).rules
        .filter(({ service_id }) => service_id !== null)
        .map(({ template, service_id, offset_min }) => [template, service_id, offset_min])
    const path = 'settings/notifications'
    const { page, complaints, close } = await stage.enter('owner', { path })
    const rules = page.locator('notifications-section')
    const row = (name: string) => rules.locator('tbody tr').filter({ hasText: name })
    const howFar = row('Напоминание накануне').locator('input[type="number"]')
    const choose = () => rules.locator('#service').selectOption(String(serviceId))
    const save = async () => {
      await rules.getByRole('button', { name: 'Сохранить' }).click()
      await page.locator('toast-stack').getByText('Сохранено').last().waitFor()
      await rules.locator('.main[aria-disabled="true"]').waitFor()
    }

    await choose()
    await row('Напоминание накануне').locator('.tag', { hasText: 'как для всех' }).waitFor()
    assert.is(await row('Изменился баланс').count(), 0)
    await howFar.fill('2880')
    await howFar.blur()
    await row('Напоминание накануне').locator('.tag').waitFor({ state: 'detached' })
    assert.equal(await barriers(page, 'panel-app'), [])
    await save()
    assert.equal(await ownRules(), [['reminder_day', serviceId, 2880]])

    await page.reload()
    await howFar.waitFor()
    assert.is(await howFar.inputValue(), '1440')
    await choose()
    assert.is(await howFar.inputValue(), '2880')
    await rules.getByRole('button', { name: 'Как для всех' }).click()
    assert.is(await howFar.inputValue(), '1440')
    await save()
    assert.equal(await ownRules(), [])
    assert.equal(complaints, [])
    await close()
  },
)

test.run()
