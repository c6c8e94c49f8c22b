import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { guest } from '../../../server/src/test/clinic.ts'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { dateIn } from '../../../widget/src/texts/calendar.ts'
import { setPanel } from '../test/panel-stage.ts'
import { submit, typeSum } from '../test/typed.ts'

const stage = await setPanel()
test.after(() => stage?.close())

/** A visit of today: bookings ahead are not owed for yet. */
async function visitToday() {
  if (!stage) throw new Error('no browser')
  const { clinic } = stage
  const today = dateIn(Date.now(), clinic.timeZone)
  return clinic.admin.appointments.create({
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    starts_at: clinic.at('12:00', today),
    client: { ...guest(), first_name: 'Вера', last_name: 'Орлова' },
    force: true,
    reason: 'Пришла без записи',
  })
}

inBrowser(
  'an unpaid visit is paid in two parts at the desk, and the day’s till has the money',
  async () => {
    if (!stage) return
    const { id } = await visitToday()
    const { page, complaints, close } = await stage.enter('owner', { path: 'money/unpaid' })
    const row = page.locator('unpaid-tab tbody tr').filter({ hasText: 'Орлова Вера' })
    const pay = row.getByRole('button', { name: 'Принять оплату' })
    await pay.click()
    await typeSum(page, '1000')
    await submit(page)
    await row.filter({ hasText: /1\s500/ }).waitFor()
    await pay.click()
    await submit(page)
    await page.getByText('Неоплаченных визитов нет').waitFor()
    const visit = await stage.clinic.admin.appointments.get(id)
    assert.is(visit.paid.amount, 250_000)

    await page.getByRole('tab', { name: 'Касса за день' }).click()
    await page.locator('[data-figure="received"]', { hasText: /2\s500/ }).waitFor()
    await page.getByRole('tab', { name: 'Платежи' }).click()
    await page.getByRole('button', { name: 'Вернуть' }).first().click()
    await page.locator('entity-form #reason').fill('Жалоба')
    await submit(page)
    await page.getByText('Деньги возвращены').waitFor()
    await page.locator('payments-tab .tag', { hasText: 'Возвращён' }).first().waitFor()
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser(
  'reception sees what is owed and who paid, but neither till nor liabilities',
  async () => {
    if (!stage) return
    const { page, close } = await stage.enter('reception', { path: 'money' })
    await page.getByRole('tab', { name: 'Не оплачено' }).waitFor()
    assert.is(await page.getByRole('tab', { name: 'Касса за день' }).count(), 0)
    assert.is(await page.getByRole('tab', { name: 'Обязательства' }).count(), 0)
    await close()
  },
)

test.run()
