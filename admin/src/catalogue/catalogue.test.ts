import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { partOf, tagOf } from '../../../widget/src/test/account-stage.ts'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { signedIn } from '../../../widget/src/test/signed-in.ts'
import { walk } from '../../../widget/src/test/walk.ts'
import { setPanel } from '../test/panel-stage.ts'

const stage = await setPanel()
test.after(() => stage?.close())

const card = (page: Page) => page.locator('catalogue-card')

inBrowser(
  'a service and a package are made in the panel, bought in the widget, and a visit of it pays for a booking',
  async () => {
    if (!stage) return
    const { clinic } = stage
    const { page, complaints, close } = await stage.enter('admin', { path: 'catalogue' })
    await page.getByRole('button', { name: 'Добавить услугу' }).first().click()
    const form = card(page)
    await form.locator('#name').fill('Лечебная гимнастика')
    await form.locator('#price input').fill('1 800,50')
    await form.locator('#duration_min').fill('45')
    await form.getByLabel('Анна 1').check()
    await form.getByLabel('Кабинет 1').check()
    await form.getByRole('button', { name: 'Создать' }).click()
    await page.getByRole('row', { name: /Лечебная гимнастика.*45 мин.*1\s800,50/ }).waitFor()

    await page.getByRole('tab', { name: 'Абонементы' }).click()
    await page.getByRole('button', { name: 'Добавить абонемент' }).first().click()
    await form.locator('#name').fill('4 по цене 3')
    await form.locator('#service_id').selectOption({ label: 'Лечебная гимнастика' })
    await form.locator('#visits').fill('4')
    await form.locator('#price input').fill('5400')
    await form.getByRole('button', { name: 'Создать' }).click()
    await page.getByRole('row', { name: /4 по цене 3/ }).waitFor()
    assert.equal(complaints, [])
    await close()

    const { data: services } = await clinic.admin.services.list({ sort: '-id' })
    const made = services.find(({ name }) => name === 'Лечебная гимнастика')
    const person = await signedIn(stage, clinic)
    await clinic.admin.clients.addTransaction(person.id, { type: 'deposit', amount: 540_000 })
    const body = `${stage.snippet(clinic.publishable, `service="${made?.id}"`)}${tagOf(stage, 'booking-packages', clinic.publishable)}`
    const site = await stage.open(body, { head: person.head })
    const packages = partOf(site.page, 'booking-packages')
    await packages('buy').click()
    await packages('pay-wallet').click()
    await packages('heading').filter({ hasText: 'Пакет куплен' }).waitFor()
    const visit = walk(site.page)
    await visit.pickTime(1)
    await visit.part('signed-in').waitFor()
    await visit.submit()
    await visit.widget.locator('#method-package').check()
    await visit.submit()
    await visit.booked()
    await site.close()

    const desk = await stage.enter('reception', { path: `clients/${person.id}?tab=packages` })
    const bought = desk.page.locator('packages-tab li', { hasText: '4 по цене 3' })
    await bought.getByText('Осталось 3 из 4').waitFor()
    await desk.close()
    const { data } = await clinic.admin.appointments.list({})
    assert.equal(
      data.map((each) => [each.service_id, each.client_id, each.paid_by, each.price.amount]),
      [[made?.id, person.id, 'package', 180_050]],
    )
  },
)

inBrowser('a refused form says why beside its field, and keeps what was typed', async () => {
  if (!stage) return
  const { page, close } = await stage.enter('admin', {
    path: 'catalogue/specialists/new',
    expected: /400|409|422/,
  })
  const form = card(page)
  await form.locator('#first_name').fill('Ольга')
  await form.locator('#bio').fill('Двадцать лет практики')
  await form.locator('#phone').fill('12345')
  await form.getByRole('button', { name: 'Создать' }).click()
  await form.locator('#phone-wrong').waitFor()
  assert.is(await form.locator('#bio').inputValue(), 'Двадцать лет практики')
  await form.locator('#phone').fill('+7 916 555-44-33')
  await form.getByRole('button', { name: 'Создать' }).click()
  await page.waitForURL(/catalogue\/specialists\/\d+/)
  await form.getByLabel('Массаж').check()
  await form.getByLabel('Своя длительность: Массаж').fill('90')
  await form.getByRole('button', { name: 'Сохранить' }).click()
  await form.waitFor({ state: 'detached' })
  const { specialists } = await stage.clinic.admin.services.get(stage.clinic.serviceId)
  assert.is(specialists.at(-1)?.duration_min, 90)
  await close()
})

inBrowser('what is archived leaves the list, is found in the archive, and comes back', async () => {
  if (!stage) return
  const { page, close } = await stage.enter('owner', {
    path: `catalogue/workplaces/${stage.clinic.workplaceIds[1]}`,
  })
  await card(page).getByRole('button', { name: 'В архив' }).click()
  await page.locator('confirm-dialog').getByRole('button', { name: 'В архив' }).click()
  await page.getByRole('row', { name: /Кабинет 2/ }).waitFor({ state: 'detached' })
  await page.getByLabel('И архив тоже').check()
  await page.getByRole('row', { name: /Кабинет 2.*В архиве/ }).click()
  await card(page).getByRole('button', { name: 'Вернуть из архива' }).click()
  await card(page).waitFor({ state: 'detached' })
  const { archived_at } = await stage.clinic.admin.workplaces.get(stage.clinic.workplaceIds[1] ?? 0)
  assert.is(archived_at, null)
  await close()
})

inBrowser('what is typed and not saved is asked about before it is left', async () => {
  if (!stage) return
  const { page, close } = await stage.enter('admin', { path: 'catalogue/promo-codes/new' })
  await card(page).locator('#code').fill('SPRING')
  await page.keyboard.press('Escape')
  await page.locator('confirm-dialog').getByRole('button', { name: 'Отмена' }).click()
  assert.is(await card(page).locator('#code').inputValue(), 'SPRING')
  await close()
})

inBrowser('reception looks and does not change, a specialist has no catalogue', async () => {
  if (!stage) return
  const desk = await stage.enter('reception', { path: 'catalogue' })
  await desk.page.getByRole('row', { name: /Массаж/ }).waitFor()
  assert.is(await desk.page.getByRole('button', { name: 'Добавить услугу' }).count(), 0)
  await desk.close()
  const [specialistId = 0] = stage.clinic.specialistIds
  const own = await stage.enter('specialist', { path: 'catalogue', specialistId })
  await own.page.getByRole('heading', { name: 'Эта страница не для вашей роли' }).waitFor()
  await own.close()
})

test.run()
