import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt } from '../../../server/src/test/clinic.ts'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { setPanel } from '../test/panel-stage.ts'

const stage = await setPanel()
test.after(() => stage?.close())

const cell = (page: Page, day: number, minute: number) =>
  page.locator(`week-grid [data-day="${day}"][data-minute="${minute}"]`)

async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await cell(page, ...from).hover()
  await page.mouse.down()
  await cell(page, ...to).hover()
  await page.mouse.up()
}

const save = (page: Page) => page.locator('week-editor').getByRole('button', { name: 'Сохранить' })
const saved = (page: Page) => page.locator('toast-stack').getByText('Сохранено').first().waitFor()

inBrowser('a branch’s week is painted by the mouse, wiped by the keys, and saved', async () => {
  if (!stage) return
  const { clinic } = stage
  const { page, complaints, close } = await stage.enter('admin', {
    path: `schedule/locations/${clinic.locationId}`,
  })
  // Longer on the first two days, closed from one to two on the first, closed on Sundays.
  await drag(page, [1, 1080], [2, 1170])
  await drag(page, [1, 780], [1, 810])
  await cell(page, 7, 600).click()
  await page.keyboard.press('Delete')
  await save(page).click()
  await saved(page)
  const { week } = await clinic.admin.locationSchedule.get(clinic.locationId)
  const spell = (day: number) =>
    week
      .filter(({ day_of_week }) => day_of_week === day)
      .map(({ opens, closes }) => `${opens}-${closes}`)
      .join()
  assert.equal([1, 2, 3, 7].map(spell), [
    '09:00-13:00,14:00-20:00',
    '09:00-20:00',
    '09:00-18:00',
    '',
  ])
  assert.equal(complaints, [])
  await page.locator('toast-stack').getByRole('button', { name: 'Отменить' }).click()
  await cell(page, 7, 600).and(page.locator('[aria-selected="true"]')).waitFor()
  await close()
})

inBrowser(
  'a specialist’s hours are painted by the keyboard alone, and a day goes onto others',
  async () => {
    if (!stage) return
    const { clinic } = stage
    const [id = 0] = clinic.specialistIds
    const { page, close } = await stage.enter('owner', { path: `schedule/specialists/${id}` })
    await cell(page, 1, 540).focus()
    await page.keyboard.press('Delete')
    await page.keyboard.press('ArrowDown')
    for (let painted = 0; painted < 3; painted++) await page.keyboard.press('Shift+ArrowDown')
    await page.getByRole('button', { name: 'Скопировать день' }).click()
    await page.locator('copy-day').getByRole('button', { name: 'Скопировать' }).click()
    await save(page).click()
    await saved(page)
    const { week } = await clinic.admin.specialistSchedule.get(id)
    assert.equal(
      [1, 5, 6].map((day) =>
        week
          .filter(({ day_of_week }) => day_of_week === day)
          .map(({ starts, ends }) => `${starts}-${ends}`),
      ),
      [['09:30-11:30'], ['09:30-11:30'], ['09:00-18:00']],
    )
    await close()
  },
)

inBrowser(
  'visits that new hours would leave outside are named before anything is saved',
  async () => {
    if (!stage) return
    const { clinic } = stage
    const id = clinic.specialistIds[1] ?? 0
    const { hold } = await clinic.site.appointments.book({
      location_id: clinic.locationId,
      service_id: clinic.serviceId,
      specialist_id: id,
      starts_at: clinic.at('15:00'),
    })
    await clinic.site.appointments.confirm({
      hold,
      client: { first_name: 'Вера', phone: '+79165550001' },
    })
    const before = await clinic.admin.specialistSchedule.get(id)
    const { page, close } = await stage.enter('admin', { path: `schedule/specialists/${id}` })
    await drag(page, [1, 840], [1, 1050])
    await save(page).click()
    const dialog = page.locator('outside-dialog')
    await dialog.getByRole('heading', { name: '1 запись окажется вне графика' }).waitFor()
    const link = dialog.getByRole('link', { name: /15:00/ })
    assert.match((await link.getAttribute('href')) ?? '', `/admin/day/${clinic.day}`)
    assert.equal(await clinic.admin.specialistSchedule.get(id), before)
    await dialog.getByRole('button', { name: 'Назад к графику' }).click()
    await save(page).click()
    await dialog.getByRole('button', { name: 'Всё равно сохранить' }).click()
    await saved(page)
    const { week } = await clinic.admin.specialistSchedule.get(id)
    assert.is(week[0]?.ends, '14:00')
    await close()
  },
)

inBrowser('a vacation is dragged over days of the year, and is cleared by Delete', async () => {
  if (!stage) return
  const { clinic } = stage
  const id = clinic.specialistIds[1] ?? 0
  const { page, close } = await stage.enter('admin', {
    path: `schedule/specialists/${id}/absences`,
  })
  await page.getByRole('button', { name: 'Год позже' }).click()
  const year = new Date().getFullYear() + 1
  const day = (date: string) => page.locator(`year-grid [data-date="${year}-${date}"]`)
  await day('07-05').hover()
  await page.mouse.down()
  await day('07-09').hover()
  await page.mouse.up()
  await page.locator('span-form #reason').fill('Отпуск')
  await page.locator('span-form').getByRole('button', { name: 'Поставить' }).click()
  await saved(page)
  const { exceptions } = await clinic.admin.specialistSchedule.get(id)
  assert.equal(
    exceptions.map(({ date, kind, reason }) => [date.slice(5), kind, reason]),
    ['05', '06', '07', '08', '09'].map((date) => [`07-${date}`, 'off', 'Отпуск']),
  )
  await day('07-05').click()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Delete')
  await day('07-06').and(page.locator(':not(.off)')).waitFor()
  await close()
  const left = await clinic.admin.specialistSchedule.get(id)
  assert.is(left.exceptions.length, 3)
})

inBrowser(
  'a holiday names the visits of its day before it is put, and closes the branch',
  async () => {
    if (!stage) return
    const { clinic } = stage
    const date = clinic.at('10:00').slice(0, 10)
    await bookAt(clinic, '10:00')
    const { page, close } = await stage.enter('owner', {
      path: `schedule/locations/${clinic.locationId}/holidays`,
    })
    if (Number(date.slice(0, 4)) > new Date().getFullYear())
      await page.getByRole('button', { name: 'Год позже' }).click()
    await page.locator(`year-grid [data-date="${date}"]`).click()
    await page.locator('holiday-form #name').fill('Санитарный день')
    await page.locator('holiday-form').getByRole('button', { name: 'Поставить' }).click()
    const dialog = page.locator('outside-dialog')
    await dialog.getByRole('link', { name: /10:00/ }).waitFor()
    const list = () => clinic.admin.holidays.list({ location_id: clinic.locationId })
    assert.is((await list()).data.length, 0)
    await dialog.locator('button.main').click()
    await page.getByText('Сохранено').waitFor()
    const { data } = await list()
    assert.is(data[0]?.name, 'Санитарный день')
    await close()
  },
)

inBrowser('a specialist sees and changes only their own schedule', async () => {
  if (!stage) return
  const [specialistId = 0] = stage.clinic.specialistIds
  const { page, close } = await stage.enter('specialist', { path: 'schedule', specialistId })
  await cell(page, 6, 540).waitFor()
  assert.is(await page.locator('page-frame select optgroup').count(), 0)
  await cell(page, 6, 540).click()
  await save(page).click()
  await saved(page)
  await close()
})

test.run()
