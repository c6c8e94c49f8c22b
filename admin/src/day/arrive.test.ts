import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { guest } from '../../../server/src/test/clinic.ts'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { pointOf, visitBlock } from '../test/calendar.ts'
import { dayClinic, until } from '../test/day-clinic.ts'
import { setPanel } from '../test/panel-stage.ts'

const stage = await setPanel()
test.after(() => stage?.close())
const { clinic } = stage ?? {}
const { freshDay, visit, visitsOn } = dayClinic(stage)

/** A branch two hours east of the first, with the second specialist and a service that needs no room. */
async function easternBranch() {
  if (!clinic) throw new Error('no clinic')
  const { admin } = clinic
  const everyDay = [1, 2, 3, 4, 5, 6, 7]
  const location = await admin.locations.create({
    name: 'Екатеринбург',
    time_zone: 'Asia/Yekaterinburg',
  })
  await admin.locationSchedule.put(location.id, {
    week: everyDay.map((day_of_week) => ({ day_of_week, opens: '09:00', closes: '18:00' })),
  })
  const specialist_id = clinic.specialistIds[1]!
  await admin.specialistSchedule.put(specialist_id, {
    week: everyDay.map((day_of_week) => ({
      location_id: location.id,
      day_of_week,
      starts: '09:00',
      ends: '18:00',
    })),
  })
  const service = await admin.services.create({
    name: 'Осмотр',
    duration_min: 60,
    price: 100_000,
    specialists: [{ specialist_id }],
  })
  return { location_id: location.id, service_id: service.id, specialist_id }
}

inBrowser(
  'a visit that a link opens lies in its own branch and day, and moves by the clock there',
  async () => {
    if (!stage || !clinic) return
    const day = freshDay()
    const { id, client_id } = await clinic.admin.appointments.create({
      ...(await easternBranch()),
      starts_at: `${day}T10:00:00+05:00`,
      client: guest(),
    })
    const path = `clients/${client_id}`
    const { page, complaints, close } = await stage.enter('reception', { path })
    await page.locator('visits-tab tbody a').click()
    const card = page.locator('visit-card')
    await card.locator('.facts', { hasText: '10:00–11:00' }).waitFor()
    await visitBlock(page, id).getByText('10:00').waitFor({ state: 'attached' })
    assert.match(page.url(), `/day/${day}?visit=${id}`)
    await card.getByRole('button', { name: 'Перенести' }).click()
    assert.is(await card.locator('#move-time').inputValue(), '10:00')
    await card.locator('#move-time').fill('12:30')
    await card.locator('form button.main').click()
    await until(async () => (await visit(id)).starts_at === `${day}T12:30:00+05:00`)
    await card.waitFor({ state: 'detached' })
    await visitBlock(page, id).getByText('12:30').waitFor()
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser(
  'who was chosen on their card is booked by a press of a time and the button',
  async () => {
    if (!stage || !clinic) return
    const day = freshDay()
    const client = await clinic.admin.clients.create({ first_name: 'Вера', last_name: 'Титова' })
    const path = `clients/${client.id}`
    const { page, complaints, close } = await stage.enter('reception', { path })
    await page.locator('visits-tab').getByRole('link', { name: 'Записать' }).waitFor()
    await page.getByRole('link', { name: 'Записать' }).first().click()
    await page.locator('.awaited').getByText('Титова Вера').waitFor()
    await page.getByLabel('Дата').fill(day)
    await page.waitForURL(`**/day/${day}?client=${client.id}`)
    await page.locator('day-calendar .ec-body').waitFor()
    const { x, y } = await pointOf(page, 0, '11:00')
    await page.mouse.click(x, y)
    await page.locator('client-picker .chosen', { hasText: 'Титова Вера' }).waitFor()
    await page.locator('book-dialog button.main').click()
    await page.locator('day-calendar .visit', { hasText: 'Титова' }).waitFor()
    assert.equal((await visitsOn(day)).filter(({ client_id }) => client_id === client.id).length, 1)
    await page.locator('.awaited').waitFor({ state: 'detached' })
    assert.equal(complaints, [])
    await close()
  },
)

test.run()
