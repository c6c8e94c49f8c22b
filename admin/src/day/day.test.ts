import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { guest, visitAt } from '../../../server/src/test/clinic.ts'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { drag, pointOf, stretch, visitBlock } from '../test/calendar.ts'
import { dayClinic, until } from '../test/day-clinic.ts'
import { setPanel } from '../test/panel-stage.ts'

const stage = await setPanel()
test.after(() => stage?.close())
const { clinic } = stage ?? {}
const { freshDay, book, visit, visitsOn } = dayClinic(stage)

inBrowser(
  'a returning client is booked by a press in the calendar, their name and the button',
  async () => {
    if (!stage || !clinic) return
    const day = freshDay()
    const known = await clinic.admin.clients.create({
      first_name: 'Мария',
      last_name: 'Соколова',
      phone: '+79160000077',
    })
    const { id: package_id } = await clinic.admin.servicePackages.create({
      ...{ name: 'Три массажа', service_id: clinic.serviceId },
      ...{ visits: 3, price: 500_000, valid_days: 365 },
    })
    await clinic.admin.clients.addDiscount(known.id, { discount_percent: 10, reason: 'Сотрудник' })
    await clinic.admin.clients.addTransaction(known.id, { type: 'deposit', amount: 400_000 })
    await clinic.admin.clients.sellPackage(known.id, { package_id, payment: { method: 'on_site' } })
    const { page, complaints, close } = await stage.enter('reception', { path: `day/${day}` })
    const { x, y } = await pointOf(page, 1, '11:00')
    await page.mouse.click(x, y)
    await page.locator('search-box input:focus').waitFor()
    await page.keyboard.type('соко')
    await page.locator('client-picker li button').first().click()
    const dialog = page.locator('book-dialog')
    await dialog.locator('.sums').getByText('Сотрудник').waitFor()
    for (const sum of [/−250/, /2\s250/, /баланс 4\s000/])
      await dialog.getByText(sum).first().waitFor()
    await dialog.getByLabel('осталось 3 визита').check()
    await dialog.locator('.foot').getByText('Визит из пакета').waitFor()
    await dialog.locator('button.main').click()
    await page.locator('day-calendar .visit').waitFor()
    const data = await visitsOn(day)
    assert.equal(
      data.map((each) => [each.client_id, each.specialist_id, each.starts_at, each.paid_by]),
      [[known.id, clinic.specialistIds[1], clinic.at('11:00', day), 'package']],
    )
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser(
  'somebody new is booked in the same dialog, and a wrong phone is said beside its field',
  async () => {
    if (!stage || !clinic) return
    const day = freshDay()
    const { page, close } = await stage.enter('reception', {
      path: `day/${day}`,
      expected: /4\d\d/,
    })
    await pointOf(page, 0, '10:00')
    await page.keyboard.press('n')
    await page.locator('search-box input').fill('Пётр Новиков')
    await page.getByRole('button', { name: 'Новый клиент' }).click()
    await page.locator('client-picker #phone').fill('12345')
    await page.locator('book-dialog button.main').click()
    await page.locator('#phone-wrong, book-dialog .notice.bad').first().waitFor()
    await page.locator('client-picker #phone').fill('+7 916 000-11-22')
    await page.locator('book-dialog button.main').click()
    await page.locator('day-calendar .visit', { hasText: 'Новиков Пётр' }).waitFor()
    await close()
  },
)

inBrowser(
  'a visit is dragged to another time and to another specialist, and taken back',
  async () => {
    if (!stage || !clinic) return
    const day = freshDay()
    const { id } = await book(day, '10:00')
    const { page, complaints, close } = await stage.enter('reception', {
      path: `day/${day}`,
      // The walls are the branch’s, wherever its desk is.
      timezoneId: 'Asia/Vladivostok',
    })
    await drag(page, id, 0, '13:00')
    await page.getByRole('button', { name: 'Отменить', exact: true }).waitFor()
    assert.is((await visit(id)).starts_at, clinic.at('13:00', day))
    await drag(page, id, 1, '15:00')
    // The way back of the first move may still stand there, and leads elsewhere.
    const moved = page.locator('toast-stack .toast', { hasText: '15:00' })
    await moved.waitFor()
    assert.is((await visit(id)).specialist_id, clinic.specialistIds[1])
    assert.is((await visit(id)).starts_at, clinic.at('15:00', day))
    await moved.getByRole('button', { name: 'Отменить', exact: true }).click()
    await until(async () => (await visit(id)).specialist_id === clinic.specialistIds[0])
    assert.is((await visit(id)).starts_at, clinic.at('13:00', day))
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser('a refused drag is explained, goes back, and may be forced with a reason', async () => {
  if (!stage || !clinic) return
  const day = freshDay()
  const { id } = await book(day, '10:00')
  await book(day, '12:00')
  const { page, close } = await stage.enter('reception', { path: `day/${day}`, expected: /409/ })
  await drag(page, id, 0, '12:00')
  const notice = page.locator('refusal-dialog .refusal')
  await notice.getByText('у специалиста другая запись').waitFor()
  assert.ok((await notice.locator('button.quiet').count()) > 1)
  assert.is((await visit(id)).starts_at, clinic.at('10:00', day))
  const back = await visitBlock(page, id).boundingBox()
  assert.ok(Math.abs((back?.y ?? 0) + 6 - (await pointOf(page, 0, '10:00')).y) < 12)
  await notice.getByRole('button', { name: 'Всё равно перенести' }).click()
  await notice.getByText('Напишите причину').waitFor()
  await notice.locator('#force-reason').fill('Просила клиентка')
  await notice.getByRole('button', { name: 'Всё равно перенести' }).click()
  await until(async () => (await visit(id)).overbooked)
  await close()
})

inBrowser(
  'a visit is made longer by its lower edge or by its card, where its service allows it',
  async () => {
    if (!stage || !clinic) return
    const day = freshDay()
    const { id, total } = await book(day, '10:00')
    await book(day, '13:00')
    const { page, close } = await stage.enter('reception', { path: `day/${day}`, expected: /409/ })
    await visitBlock(page, id).waitFor()
    assert.is(await page.locator('day-calendar .ec-resizer').count(), 0)
    await clinic.admin.services.update(clinic.serviceId, { resizable: true })
    await page.reload()
    await stretch(page, id, 0, '12:00')
    await page.getByText('Длительность изменена').waitFor()
    assert.is((await visit(id)).ends_at, clinic.at('12:00', day))
    assert.equal((await visit(id)).total, total)
    await stretch(page, id, 0, '13:30')
    await page.locator('refusal-dialog .refusal').getByText('у специалиста другая запись').waitFor()
    assert.is((await visit(id)).ends_at, clinic.at('12:00', day))
    await page.keyboard.press('Escape')
    await visitBlock(page, id).locator('.open').press('Enter')
    await page.locator('visit-card').getByRole('button', { name: 'Перенести' }).first().click()
    await page.locator('#move-minutes').fill('90')
    await page.locator('#move-minutes').press('Enter')
    const shorter = page.locator('toast-stack .toast', { hasText: '11:30' })
    await shorter.waitFor()
    assert.is((await visit(id)).ends_at, clinic.at('11:30', day))
    await shorter.getByRole('button', { name: 'Отменить', exact: true }).click()
    await until(async () => (await visit(id)).ends_at === clinic.at('12:00', day))
    await clinic.admin.services.update(clinic.serviceId, { resizable: false })
    await close()
  },
)

inBrowser('what one desk does another sees at once', async () => {
  if (!stage || !clinic) return
  const day = freshDay()
  const { id } = await book(day, '10:00')
  const one = await stage.enter('reception', { path: `day/${day}` })
  const other = await stage.enter('admin', { path: `day/${day}` })
  await visitBlock(other.page, id).waitFor()
  await drag(one.page, id, 0, '14:00')
  await visitBlock(other.page, id).getByText('14:00').waitFor()
  const online = await clinic.site.appointments.book(visitAt(clinic, '16:00', day))
  const made = await clinic.site.appointments.confirm({ hold: online.hold, client: guest() })
  await Promise.all([
    visitBlock(one.page, made.id).waitFor(),
    visitBlock(other.page, made.id).waitFor(),
  ])
  const lunch = { date: day, start_time: '12:00', end_time: '13:00', reason: 'Обед с коллегами' }
  await clinic.admin.breaks.create({ specialist_id: clinic.specialistIds[0] ?? 0, ...lunch })
  await Promise.all([one, other].map(({ page }) => page.getByText(lunch.reason).first().waitFor()))
  await Promise.all([one.close(), other.close()])
})

test.run()
