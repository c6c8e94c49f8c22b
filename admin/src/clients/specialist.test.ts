import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { pointOf } from '../test/calendar.ts'
import { dayClinic } from '../test/day-clinic.ts'
import { setPanel } from '../test/panel-stage.ts'

const stage = await setPanel()
test.after(() => stage?.close())
const { clinic } = stage ?? {}
const { freshDay, book, visitsOn } = dayClinic(stage)

/** Somebody who has been with the first specialist. */
async function ownClient(last_name: string) {
  const { id } = await book(freshDay(), '10:00', 0, {
    first_name: 'Вера',
    last_name,
    phone: `+7916${String(5_000_000 + Math.floor(Math.random() * 999_999))}`,
  })
  return id
}

const enter = async (path: string) =>
  stage && clinic
    ? stage.enter('specialist', { path, specialistId: clinic.specialistIds[0]! })
    : null

inBrowser('a specialist is shown their clients, without what these pay', async () => {
  await ownClient('Рогова')
  const opened = await enter('clients?spent_from=100000')
  if (!opened) return
  const { page, complaints, close } = opened
  await page.locator('data-table tbody tr').filter({ hasText: 'Рогова' }).waitFor()
  assert.is(await page.getByRole('columnheader', { name: 'Сумма визитов' }).count(), 0)
  await page.getByRole('button', { name: 'Фильтр' }).click()
  const conditions = await page.getByLabel('Добавить условие').locator('option').allInnerTexts()
  assert.ok(conditions.includes('Визиты'), conditions.join())
  assert.not.ok(conditions.includes('Сумма визитов'))
  assert.equal(complaints, [])
  await close()
})

inBrowser('a specialist finds a client of theirs in the day and books them', async () => {
  if (!clinic) return
  await ownClient('Савина')
  const day = freshDay()
  const opened = await enter(`day/${day}`)
  if (!opened) return
  const { page, complaints, close } = opened
  const { x, y } = await pointOf(page, 0, '11:00')
  await page.mouse.click(x, y)
  await page.locator('search-box input:focus').waitFor()
  await page.keyboard.type('сави')
  await page.locator('client-picker li button').first().click()
  await page.locator('book-dialog button.main').click()
  await page.locator('day-calendar .visit', { hasText: 'Савина' }).waitFor()
  assert.equal(
    (await visitsOn(day)).map(({ starts_at }) => starts_at),
    [clinic.at('11:00', day)],
  )
  assert.equal(complaints, [])
  await close()
})

test.run()
