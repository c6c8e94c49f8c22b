import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { dayClinic } from '../test/day-clinic.ts'
import { setPanel } from '../test/panel-stage.ts'

const stage = await setPanel()
test.after(() => stage?.close())
const { clinic } = stage ?? {}
const { freshDay, book } = dayClinic(stage)

/** What the palette offers under these letters. */
async function commands(page: Page, letters: string): Promise<string[]> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(letters)
  const found = await page.locator('command-palette li[role="option"]').allInnerTexts()
  await page.keyboard.press('Escape')
  await page.locator('command-palette dialog[open]').waitFor({ state: 'detached' })
  return found
}

inBrowser('reception sees absences, and nothing by which they are set', async () => {
  if (!stage || !clinic) return
  const specialist = clinic.specialistIds[0]!
  const date = `${new Date().getFullYear()}-06-15`
  const { week } = await clinic.admin.specialistSchedule.get(specialist)
  const exceptions = [{ date, kind: 'off' as const, reason: 'Отпуск' }]
  await clinic.admin.specialistSchedule.put(specialist, { week, exceptions })
  const path = `schedule/specialists/${specialist}/absences`
  const { page, close } = await stage.enter('reception', { path })
  await page.locator(`year-grid [data-date="${date}"]`).click()
  await page.locator('absences-editor li', { hasText: 'Отпуск' }).waitFor()
  assert.is(await page.locator('absences-editor span-form').count(), 0)
  assert.is(await page.getByRole('button', { name: 'Убрать всё с этих дней' }).count(), 0)
  await page.keyboard.press('Delete')
  assert.is((await clinic.admin.specialistSchedule.get(specialist)).exceptions.length, 1)
  await close()
})

inBrowser('reception has no key that adds to the catalogue', async () => {
  if (!stage) return
  const { page, close } = await stage.enter('reception', { path: 'catalogue/services' })
  await page.locator('data-table tbody tr').first().waitFor()
  assert.equal(await commands(page, 'Добавить'), [])
  await close()
})

inBrowser('a specialist has no keys that make or alter clients', async () => {
  if (!stage || !clinic) return
  const { client_id } = await book(freshDay(), '10:00')
  const specialistId = clinic.specialistIds[0]!
  const { page, close } = await stage.enter('specialist', { path: 'clients', specialistId })
  const row = page.locator('data-table tbody tr.pressable').first()
  await row.waitFor()
  assert.equal(await commands(page, 'Новый клиент'), [])
  await row.click()
  await page.waitForURL(new RegExp(`clients/${client_id}`))
  await page.locator('client-card tab-strip').waitFor()
  assert.equal(await commands(page, 'Изменить'), [])
  await close()
})

inBrowser('a specialist moves a visit in time, and is offered nobody else for it', async () => {
  if (!stage || !clinic) return
  const day = freshDay()
  const { id } = await book(day, '10:00')
  const specialistId = clinic.specialistIds[0]!
  const path = `day/${day}?visit=${id}`
  const { page, close } = await stage.enter('specialist', { path, specialistId })
  await page.locator('visit-card').getByRole('button', { name: 'Перенести' }).click()
  const offered = page.locator('visit-card #move-specialist option')
  await offered.first().waitFor({ state: 'attached' })
  assert.equal(await offered.evaluateAll((all) => all.map((each) => each.getAttribute('value'))), [
    String(specialistId),
  ])
  await close()
})

inBrowser(
  'a specialist cancels by the policy: what becomes of the money is not theirs to say',
  async () => {
    if (!stage || !clinic) return
    const { id } = await book(freshDay(), '10:00')
    await clinic.admin.appointments.pay(id, { method: 'on_site' })
    for (const [role, choices] of [
      ['reception', 1],
      ['specialist', 0],
    ] as const) {
      const specialistId = clinic.specialistIds[0]!
      const { page, close } = await stage.enter(role, { path: `day?visit=${id}`, specialistId })
      await page.locator('visit-card').getByRole('button', { name: 'Отменить запись' }).click()
      await page.locator('visit-card #cancel-reason').waitFor()
      assert.is(await page.locator('visit-card #cancel-refund').count(), choices, role)
      await close()
    }
  },
)

inBrowser('an admin makes receptionists and specialists, and no owners nor admins', async () => {
  if (!stage) return
  await stage.member('owner')
  const { page, close } = await stage.enter('admin', { path: 'settings/staff' })
  const staff = page.locator('staff-section')
  await staff.getByRole('button', { name: 'Добавить сотрудника' }).click()
  await staff.locator('#role').waitFor()
  const roles = await staff
    .locator('#role option')
    .evaluateAll((all) => all.map((each) => each.getAttribute('value')))
  assert.equal(roles.filter(Boolean), ['reception', 'specialist'])
  await page.keyboard.press('Escape')
  await staff.getByRole('row', { name: /Сотрудник owner/ }).click()
  await staff.getByText('меняет только владелец').waitFor()
  assert.is(await staff.locator('entity-form').count(), 0)
  await close()
})

test.run()
