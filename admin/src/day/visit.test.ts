import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { barriers } from '../../../widget/src/test/axe.ts'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { pointOf, visitBlock } from '../test/calendar.ts'
import { dayClinic, until } from '../test/day-clinic.ts'
import { endSession, setPanel, signIn } from '../test/panel-stage.ts'

const stage = await setPanel()
test.after(() => stage?.close())
const { clinic } = stage ?? {}
const { freshDay, book, visit, visitsOn } = dayClinic(stage)

inBrowser('a specialist sees their own column, and no money, reports or catalogue', async () => {
  if (!stage || !clinic) return
  const day = freshDay()
  const [own, foreign] = [await book(day, '10:00', 1), await book(day, '10:00', 0)]
  const specialistId = clinic.specialistIds[1]!
  const { page, close } = await stage.enter('specialist', { path: `day/${day}`, specialistId })
  await visitBlock(page, own.id).waitFor()
  assert.is(await visitBlock(page, foreign.id).count(), 0)
  assert.is(await page.locator('day-calendar .ec-body .ec-day').count(), 1)
  const sections = await page.locator('nav.side .section').allInnerTexts()
  assert.not.ok(sections.some((name) => /Деньги|Отчёты|Каталог/.test(name)))
  await close()
})

inBrowser(
  'a session that ends in the middle of a form asks for the password and goes on',
  async () => {
    if (!stage || !clinic) return
    const day = freshDay()
    const { page, close } = await stage.enter('reception', { path: `day/${day}`, expected: /401/ })
    const { x, y } = await pointOf(page, 0, '12:00')
    await page.mouse.click(x, y)
    await page.getByRole('button', { name: 'Новый клиент' }).click()
    await page.locator('client-picker #first_name').fill('Вера')
    await page.locator('client-picker #phone').fill('+79160001234')
    await page.locator('book-dialog #note').fill('Аллергия на масло')
    await endSession(page)
    await page.locator('book-dialog button.main').click()
    await page.getByRole('heading', { name: 'Войдите ещё раз' }).waitFor()
    assert.is(await page.locator('book-dialog #note').inputValue(), 'Аллергия на масло')
    await signIn(page, await stage.member('reception'))
    await page.locator('day-calendar .visit', { hasText: 'Вера' }).waitFor()
    const data = await visitsOn(day)
    assert.equal(
      data.map(({ note }) => note),
      ['Аллергия на масло'],
    )
    await close()
  },
)

inBrowser(
  'the calendar is walked by arrow keys, Enter opens the card, the card makes the visit come',
  async () => {
    if (!stage || !clinic) return
    const day = freshDay()
    await book(day, '10:00')
    const second = await book(day, '12:00')
    const { page, complaints, close } = await stage.enter('reception', { path: `day/${day}` })
    await page.locator('day-calendar .visit button').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('visit-card').getByRole('button', { name: 'Пришёл', exact: true }).click()
    await page.locator('visit-card .status.arrived').waitFor()
    assert.is((await visit(second.id)).status, 'arrived')
    assert.equal(await barriers(page, 'panel-app'), [])
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser('a visit that is cancelled may be taken back while its word is shown', async () => {
  if (!stage || !clinic) return
  const day = freshDay()
  const [kept, gone] = [await book(day, '10:00'), await book(day, '12:00')]
  const { page, close } = await stage.enter('reception', { path: `day/${day}` })
  const cancel = async (id: number) => {
    await visitBlock(page, id).click()
    const card = page.locator('visit-card')
    await card.getByRole('button', { name: 'Отменить запись' }).first().click()
    await card.locator('#cancel-reason').fill('Заболела')
    await card.locator('form .main').click()
    await visitBlock(page, id).waitFor({ state: 'detached' })
  }
  await cancel(kept.id)
  await page.getByRole('button', { name: 'Отменить', exact: true }).click()
  await visitBlock(page, kept.id).waitFor()
  await cancel(gone.id)
  await until(async () => (await visit(gone.id)).status === 'cancelled')
  assert.is((await visit(gone.id)).cancel_reason, 'Заболела')
  assert.is((await visit(kept.id)).status, 'confirmed')
  await close()
})

for (const colorScheme of ['light', 'dark'] as const)
  inBrowser(
    `axe finds nothing to mend in the day, the dialog and on a phone, ${colorScheme}`,
    async () => {
      if (!stage || !clinic) return
      const day = freshDay()
      await book(day, '10:00')
      const { page, close } = await stage.enter('owner', { path: `day/${day}`, colorScheme })
      const { x, y } = await pointOf(page, 1, '11:00')
      assert.equal(await barriers(page, 'panel-app'), [])
      await page.mouse.click(x, y)
      await page.locator('client-picker').waitFor()
      assert.equal(await barriers(page, 'panel-app'), [])
      await page.keyboard.press('Escape')
      await page.setViewportSize({ width: 390, height: 844 })
      await page.locator('day-list button').waitFor()
      assert.equal(await barriers(page, 'panel-app'), [])
      await close()
    },
  )

test.run()
